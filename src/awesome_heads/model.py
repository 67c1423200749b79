"""The facts a list is made of: papers, and the vocabularies that describe them."""

from collections.abc import Mapping
from functools import cached_property

from pydantic import Field, PositiveInt

from awesome_heads.fields import Day, Frozen, Slug, SomeDate, Text, WebAddress, WebAddresses
from awesome_heads.text import slugify

LINK_KINDS = ("paper", "code", "data", "demo", "project", "video", "slides", "poster", "blog")


# The page of a vocabulary's walk-throughs, beside those of its terms.
TOGETHER = "together"


class Links(Frozen):
    """Where a paper and what belongs to it are found; each kind has one address or several."""

    paper: WebAddresses = Field(min_length=1, description="Where the work itself is read.")
    code: WebAddresses = Field((), description="Source code.")
    data: WebAddresses = Field((), description="Data set.")
    demo: WebAddresses = Field((), description="Something to try in the browser.")
    project: WebAddresses = Field((), description="Project page.")
    video: WebAddresses = Field((), description="Recorded talk.")
    slides: WebAddresses = Field((), description="Slides of a talk.")
    poster: WebAddresses = Field((), description="Poster.")
    blog: WebAddresses = Field(
        (), description="Blog post; for a post that is the work, as `paper`."
    )

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every link as (kind, address), in the order of `LINK_KINDS`."""
        return tuple((kind, url) for kind in LINK_KINDS for url in getattr(self, kind))


class Summary(Frozen):
    """A paper in three lines of inline Markdown, sixty words in all."""

    innovation: Text = Field(description="What is new.")
    tasks: Text = Field(description="What it was tested on.")
    result: Text = Field(description="What was found.")


class Published(Frozen):
    """Where a preprint later appeared; citations follow this version."""

    venue: Text = Field(description="A name or alias in `taxonomy/venues.yaml`.")
    date: SomeDate = Field(description="Year, month or day of publication.")
    doi: Text | None = Field(None, description="DOI without `https://doi.org/`.")
    url: WebAddress | None = Field(None, description="Landing page.")
    pages: Text | None = Field(None, description="Pages in the volume, such as `12-34`.")
    title: Text | None = Field(None, description="Title, only where it changed.")


class Paper(Frozen):
    """One paper of the list, as its record states it."""

    id: Slug = Field(description="The record's file name without `.yaml`; it never changes.")
    title: Text = Field(description="Title as printed on the paper.")
    date: Day = Field(description="First public version, as YYYY-MM-DD.")
    authors: tuple[Text, ...] = Field(
        (), max_length=1_500, description="Full names in order; left out if unknown."
    )
    venue: Text = Field(description="A name or alias in `taxonomy/venues.yaml`.")
    published: Published | None = Field(None, description="Where a preprint later appeared.")
    added: Day | None = Field(None, description="The day it joined the list, as YYYY-MM-DD.")
    tags: tuple[Text, ...] = Field(min_length=1, description="Names in `taxonomy/tags.yaml`.")
    terms: Mapping[str, tuple[Text, ...]] = Field(
        {}, description="Terms of further vocabularies, by the vocabulary's name."
    )
    links: Links = Field(description="Addresses by kind.")
    summary: Summary = Field(description="The paper in three lines.")
    abstract_url: WebAddress | None = Field(None, description="Page that shows the abstract.")
    bibtex_key: Text | None = Field(None, description="Citation key, where a fixed one is wanted.")
    former_ids: tuple[Slug, ...] = Field((), description="Earlier file names, kept as redirects.")
    former_titles: tuple[Text, ...] = Field((), description="Earlier titles of the same work.")
    ignore: Mapping[str, Text] = Field(
        {}, description="Rules that do not apply to this record, each with the reason."
    )

    def terms_of(self, vocabulary: str) -> tuple[str, ...]:
        """The paper's terms in a vocabulary, by that vocabulary's name."""
        if vocabulary == "tags":
            return self.tags
        if vocabulary == "venues":
            venues = (self.venue, self.published.venue if self.published else self.venue)
            return tuple(dict.fromkeys(venues))
        return self.terms.get(vocabulary, ())


class Colour(Frozen):
    """A colour for light and one for dark backgrounds, as `#rrggbb`."""

    light: Text = Field(pattern=r"^#[0-9a-f]{6}$", description="On a light background.")
    dark: Text = Field(pattern=r"^#[0-9a-f]{6}$", description="On a dark background.")


class Group(Frozen):
    """A node of a vocabulary's tree; terms hang below it."""

    name: Text = Field(description="Name of the group.")
    description: Text | None = Field(None, description="What its terms share.")
    colour: Colour | None = Field(None, description="Its colour in chips, charts and pictures.")
    groups: tuple["Group", ...] = Field((), description="Groups inside this one.")


class Flow(Frozen):
    """An arrow between two groups of a vocabulary's first level."""

    start: Text = Field(description="Name of the group it leaves.")
    end: Text = Field(description="Name of the group it reaches.")
    label: Text | None = Field(None, description="What travels along it.")


class Step(Frozen):
    """One step of a walk-through: who reads what, and what they write."""

    group: Text = Field(description="Name of the outermost group in which it happens.")
    terms: tuple[Text, ...] = Field(min_length=1, description="Terms at work in it.")
    reads: tuple[PositiveInt, ...] = Field(
        (), description="Places in the prompt that it reads, counted from 1."
    )
    after: tuple[PositiveInt, ...] = Field(
        (), description="Earlier steps whose results it uses, counted from 1."
    )
    writes: Text = Field(description="What it leaves for later steps, in a few words.")
    text: Text = Field(description="What happens, in a sentence of inline Markdown.")


class Walkthrough(Frozen):
    """Terms at work together on one example, from prompt to answer."""

    title: Text = Field(description="What the example shows.")
    about: Text = Field(description="The task, in a sentence or two of inline Markdown.")
    prompt: tuple[Text, ...] = Field(min_length=1, description="The example, piece by piece.")
    answer: Text = Field(description="What follows the prompt.")
    steps: tuple[Step, ...] = Field(min_length=1, description="The steps, in order.")


class Property(Frozen):
    """A further fact that terms of a vocabulary may state."""

    label: Text = Field(description="How the fact is introduced on a page.")
    description: Text = Field(description="What the fact says.")
    scale: tuple[Text, ...] = Field(
        (), description="Steps in order, for a fact that is one of them or several, as `low/high`."
    )

    def steps(self, value: str) -> tuple[str, ...]:
        """What a value names on the scale, as it names them."""
        return tuple(part.strip() for part in value.split("/"))


class Term(Frozen):
    """A name with a meaning, and other spellings of it."""

    name: Text = Field(description="The name that records use.")
    description: Text | None = Field(None, description="Meaning, as inline Markdown.")
    aliases: tuple[Text, ...] = Field((), description="Other names for the same.")
    group: tuple[Text, ...] = Field((), description="Path in the vocabulary's tree.")
    properties: Mapping[str, Text] = Field({}, description="Facts the vocabulary declares.")

    @cached_property
    def slug(self) -> str:
        """The name of the term's page."""
        return slugify(self.name)


class Vocabulary(Frozen):
    """Terms of one kind, with the tree they hang in."""

    id: Slug = Field(description="The file's name without `.yaml`; the field records use.")
    title: Text = Field(description="What its terms are called, in the plural.")
    singular: Text = Field(description="What one term is called.")
    group_title: Text | None = Field(None, description="What the outermost groups are called.")
    description: Text = Field(description="What the vocabulary holds, in a sentence.")
    on_records: bool = Field(default=True, description="Whether records name its terms.")
    groups: tuple[Group, ...] = Field((), description="The tree, outermost groups first.")
    flows: tuple[Flow, ...] = Field((), description="Arrows between outermost groups.")
    properties: Mapping[str, Property] = Field({}, description="Further facts a term may state.")
    terms: tuple[Term, ...] = Field(description="The terms.")
    walkthroughs: tuple[Walkthrough, ...] = Field(
        (), description="Examples on which terms work together, step by step."
    )

    @cached_property
    def by_name(self) -> Mapping[str, Term]:
        """Terms by name and alias; a name wins over another term's alias."""
        aliases = {alias: term for term in self.terms for alias in term.aliases}
        return aliases | {term.name: term for term in self.terms}
