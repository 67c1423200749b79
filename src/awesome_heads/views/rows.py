"""A paper as a list shows it."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.library import Library
from awesome_heads.model import Paper, Term
from awesome_heads.text import fold, slugify
from awesome_heads.views.page import author_page, paper_page, term_page
from awesome_heads.views.tree import Tree

AUTHORS_SHOWN = 3


class Labels:
    """What rows say in the list's language, looked up once for all of them.

    Attributes:
        summary: The lines of a summary by their names, each with its label.
        links: The word for each kind of link.
    """

    def __init__(self, language: Language) -> None:
        """Look the labels up."""
        self._language = language
        self.summary = tuple(_summary_labels(language).items())
        self.links = _link_labels(language)

    def link(self, kind: str, nth: int) -> str:
        """The word for a link; further links of one kind are numbered."""
        label = self.links[kind]
        if nth == 1:
            return label
        return self._language.pgettext(
            "link", "%(kind)s %(number)s", kind=label, number=self._language.number(nth)
        )


def _summary_labels(language: Language) -> Mapping[str, str]:
    return {
        "innovation": language.pgettext("line of a summary", "New"),
        "tasks": language.pgettext("line of a summary", "Tested on"),
        "result": language.pgettext("line of a summary", "Found"),
    }


def _link_labels(language: Language) -> Mapping[str, str]:
    return {
        "paper": language.pgettext("link", "Paper"),
        "code": language.pgettext("link", "Code"),
        "data": language.pgettext("link", "Data"),
        "demo": language.pgettext("link", "Demo"),
        "project": language.pgettext("link", "Project"),
        "video": language.pgettext("link", "Video"),
        "slides": language.pgettext("link", "Slides"),
        "poster": language.pgettext("link", "Poster"),
        "blog": language.pgettext("link", "Blog"),
    }


class Chip(NamedTuple):
    """A term of a paper; `stage` is empty outside the list's own tree."""

    label: str
    page: str
    stage: str
    description: str


class Link(NamedTuple):
    """A link by the word for its kind."""

    kind: str
    label: str
    url: str


class Venue(NamedTuple):
    """Where a version appeared.

    Attributes:
        year: The year it appeared there, empty where it is the record's own.
        full_name: What the label is short for, empty where it is no abbreviation.
    """

    label: str
    page: str
    year: str
    full_name: str = ""


class Person(NamedTuple):
    """An author; `page` is empty for a name without a letter or digit."""

    label: str
    page: str


class Row(NamedTuple):
    """A paper in a list."""

    id: str
    former_ids: tuple[str, ...]
    page: str
    title: str
    date: str
    authors: tuple[str, ...]
    more_authors: tuple[str, ...]
    chips: tuple[Chip, ...]
    venues: tuple[Venue, ...]
    links: tuple[Link, ...]
    summary: tuple[tuple[str, str], ...]
    added: str


def row_of(paper: Paper, library: Library, tree: Tree, labels: Labels) -> Row:
    """What a list shows of a paper."""
    shown = paper.authors if len(paper.authors) <= AUTHORS_SHOWN + 1 else paper.authors[:3]
    return Row(
        id=paper.id,
        former_ids=paper.former_ids,
        page=paper_page(paper.id),
        title=paper.title,
        date=paper.date.isoformat(),
        authors=shown,
        more_authors=paper.authors[len(shown) :],
        chips=chips_of(paper, "tags", library, tree),
        venues=_venues(paper, library),
        links=links_of(paper, labels),
        summary=tuple((label, getattr(paper.summary, name)) for name, label in labels.summary),
        added=paper.added.isoformat() if paper.added else "",
    )


def people_of(paper: Paper) -> tuple[Person, ...]:
    """A paper's authors with their pages, in the record's order."""
    return tuple(
        Person(name, author_page(slug) if (slug := slugify(name)) else "") for name in paper.authors
    )


def chips_of(paper: Paper, vocabulary: str, library: Library, tree: Tree) -> tuple[Chip, ...]:
    """A paper's terms in a vocabulary, linked and with their stage."""
    return tuple(
        Chip(
            term.name,
            term_page(vocabulary, term.slug),
            tree.stage_of(vocabulary, term),
            term.description or "",
        )
        for term in library.terms_of(paper, vocabulary)
    )


def links_of(paper: Paper, labels: Labels) -> tuple[Link, ...]:
    """A paper's links in the order of their kinds, each address once.

    Where two kinds share an address, the more telling one names it: a post that is itself the
    work stands under both `paper` and `blog`, and is shown as a blog post.
    """
    kinds = {url: kind for kind, url in paper.links.pairs()}
    seen: Counter[str] = Counter()
    links = []
    for url, kind in kinds.items():
        seen[kind] += 1
        links.append(Link(kind, labels.link(kind, seen[kind]), url))
    return tuple(links)


def _venues(paper: Paper, library: Library) -> tuple[Venue, ...]:
    venues = library.vocabularies["venues"].by_name
    first = venues[paper.venue]
    shown = [_venue(first, "")]
    if paper.published:
        later = venues[paper.published.venue]
        place = _venue(later, str(paper.published.date.year))
        if later is first:
            return (place,)
        shown.append(place)
    return tuple(shown)


def _venue(term: Term, year: str) -> Venue:
    """A venue; a full name that repeats the short one explains nothing, and is left out."""
    full_name = term.properties.get("full_name", "")
    if fold(term.name) in fold(full_name):
        full_name = ""
    return Venue(term.name, term_page("venues", term.slug), year, full_name)
