"""A vocabulary's tree with its papers counted; the list's own tree gives stages their colour."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from awesome_heads.language import IN_ENGLISH, Language, Plural
from awesome_heads.library import Library
from awesome_heads.model import Colour, Group, Paper, Term, Vocabulary
from awesome_heads.text import slugify
from awesome_heads.views.depth import depth_of
from awesome_heads.views.page import group_page, term_page

UNGROUPED = "others"


class TermLine(NamedTuple):
    """A term in an index: its name, page, number of papers and meaning.

    `depth` says in words where it stands on its vocabulary's scale, and is empty where it does not.
    """

    label: str
    slug: str
    aliases: tuple[str, ...]
    page: str
    papers: int
    description: str
    stage: str
    depth: str = ""


class StageCount(NamedTuple):
    """A stage and how many of some papers touch it."""

    label: str
    slug: str
    papers: int


@dataclass(frozen=True)
class Branch:
    """A group with everything below it; `papers` counts each paper once.

    `page` is empty where the group has none: records do not name its terms, or it only gathers
    terms without a group.
    """

    label: str
    slug: str
    anchor: str
    description: str
    colour: Colour | None
    papers: int
    terms: tuple[TermLine, ...]
    branches: tuple["Branch", ...]
    page: str = ""

    @cached_property
    def every_term(self) -> tuple[TermLine, ...]:
        """Terms of this branch and of those below it, as they stand."""
        below = (term for branch in self.branches for term in branch.every_term)
        return (*self.terms, *below)

    def most_studied(self, limit: int) -> tuple[TermLine, ...]:
        """The terms with the most papers, by name where equal."""
        used = [term for term in self.every_term if term.papers]
        return tuple(sorted(used, key=lambda term: (-term.papers, term.label))[:limit])


class Tree:
    """The branches of every vocabulary of a library."""

    def __init__(self, library: Library, main: str, language: Language = IN_ENGLISH) -> None:
        """Take the library, and the name of the vocabulary whose groups are the stages."""
        self._library = library
        self._main = main
        self._language = language
        self._branches: dict[str, tuple[Branch, ...]] = {}

    @property
    def stages(self) -> tuple[Branch, ...]:
        """First level of the list's own tree."""
        return self.branches(self._main)

    def stage_of(self, vocabulary: str, term: Term) -> str:
        """Slug of the stage a term belongs to; empty for terms of other vocabularies."""
        return slugify(term.group[0]) if vocabulary == self._main and term.group else ""

    def stage_counts(self, papers: Iterable[Paper]) -> tuple[StageCount, ...]:
        """How many of these papers name a term of each stage; stages without any are left out."""
        touched = Counter(
            stage
            for paper in papers
            for stage in {
                self.stage_of(self._main, term)
                for term in self._library.terms_of(paper, self._main)
            }
        )
        return tuple(
            StageCount(stage.label, stage.slug, touched[stage.slug])
            for stage in self.stages
            if touched[stage.slug]
        )

    def branches(self, vocabulary: str) -> tuple[Branch, ...]:
        """The first level of a vocabulary's tree, terms without group in a last branch."""
        if vocabulary not in self._branches:
            self._branches[vocabulary] = self._build(self._library.vocabularies[vocabulary])
        return self._branches[vocabulary]

    def _build(self, vocabulary: Vocabulary) -> tuple[Branch, ...]:
        by_path: dict[tuple[str, ...], list[Term]] = {}
        for term in vocabulary.terms:
            by_path.setdefault(term.group, []).append(term)
        branches = tuple(self._branch(vocabulary, g, (g.name,), by_path) for g in vocabulary.groups)
        if () not in by_path:
            return branches
        others = self._language.pgettext("terms without a group", "Others")
        rest = Group(name=others if branches else vocabulary.title)
        return (*branches, self._branch(vocabulary, rest, (), by_path, nested=False))

    def _branch(
        self,
        vocabulary: Vocabulary,
        group: Group,
        path: tuple[str, ...],
        by_path: Mapping[tuple[str, ...], list[Term]],
        *,
        nested: bool = True,
    ) -> Branch:
        below = group.groups if nested else ()
        names = set(_below(path, by_path)) if nested else {t.name for t in by_path.get((), [])}
        return Branch(
            label=group.name,
            slug=slugify(path[-1] if path else UNGROUPED),
            anchor=group_anchor(path or (UNGROUPED,)),
            description=group.description or "",
            colour=group.colour,
            papers=len(self._papers(vocabulary, names)),
            terms=tuple(self.line(vocabulary, term) for term in by_path.get(path, [])),
            branches=tuple(
                self._branch(vocabulary, inner, (*path, inner.name), by_path) for inner in below
            ),
            page=group_page(vocabulary.id, path) if path and vocabulary.on_records else "",
        )

    def _papers(self, vocabulary: Vocabulary, names: set[str]) -> set[str]:
        return {
            paper.id for name in names for paper in self._library.papers_with(vocabulary.id, name)
        }

    def line(self, vocabulary: Vocabulary, term: Term) -> TermLine:
        """A term as an index shows it; without a page where records cannot name it."""
        depth = depth_of(vocabulary, term, self._language)
        return TermLine(
            label=term.name,
            slug=term.slug,
            aliases=term.aliases,
            page=term_page(vocabulary.id, term.slug) if vocabulary.on_records else "",
            papers=len(self._library.papers_with(vocabulary.id, term.name)),
            description=term.description or "",
            stage=self.stage_of(vocabulary.id, term),
            depth=self._language.labelled(depth.label, depth.words) if depth else "",
        )


def noun_of(vocabulary: Vocabulary, language: Language) -> Plural:
    """What a vocabulary's terms are called within a sentence."""
    return Plural(small(vocabulary.singular, language), small(vocabulary.title, language))


def small(noun: str, language: Language) -> str:
    """A noun that stands by itself, such as a title, as it stands within a sentence."""
    return noun if language.tag.partition("-")[0] in _LARGE_NOUNS else noun.lower()


# Languages that write every noun with a capital letter.
_LARGE_NOUNS = {"de", "lb"}


def group_anchor(path: tuple[str, ...]) -> str:
    """Where a group begins on its vocabulary's page."""
    return f"group-{slugify(' '.join(path))}"


def _below(path: tuple[str, ...], by_path: Mapping[tuple[str, ...], list[Term]]) -> Iterator[str]:
    for group, terms in by_path.items():
        if group[: len(path)] == path:
            yield from (term.name for term in terms)
