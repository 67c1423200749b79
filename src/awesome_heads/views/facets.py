"""What papers can be narrowed down by: each vocabulary's groups and terms, counted."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from awesome_heads.model import Vocabulary
from awesome_heads.views.scene import Scene
from awesome_heads.views.tree import Branch, TermLine

OPTIONS_SHOWN = 5


class Option(NamedTuple):
    """Something to choose.

    Attributes:
        name: A vocabulary, with `-in` behind it where the option is a group with all its terms.
        value: What the page's address calls it: a slug, or those on the way to a group.
        further: Whether it waits until all options are asked for.
    """

    name: str
    value: str
    label: str
    papers: int
    further: bool = False

    @property
    def group(self) -> bool:
        """Whether it stands for all terms of a group."""
        return self.name.endswith("-in")


class OptionList(NamedTuple):
    """Options that stand together; `whole` chooses all of them, `stage` is whose colour it has."""

    whole: Option | None
    stage: str
    options: tuple[Option, ...]
    terms: int

    @property
    def folded(self) -> bool:
        """Whether some options are not shown at first."""
        return any(option.further for option in self.options)


class Facet(NamedTuple):
    """A vocabulary as something to choose from."""

    id: str
    title: str
    unfolded: bool
    lists: tuple[OptionList, ...]


def facets_of(scene: Scene) -> Iterator[Facet]:
    """Vocabularies that some paper names a term of, the list's own tree first and unfolded."""
    tree = scene.config.tree
    for vocabulary in sorted(scene.vocabularies, key=lambda each: each.id != tree):
        own = vocabulary.id == tree
        lists = tuple(_lists(scene, vocabulary, by_stage=own)) if vocabulary.on_records else ()
        if lists:
            yield Facet(vocabulary.id, vocabulary.title, own, lists)


def _lists(scene: Scene, vocabulary: Vocabulary, *, by_stage: bool) -> Iterator[OptionList]:
    """A list for each stage of the tree, and one in all for any other vocabulary."""
    branches = [each for each in scene.tree.branches(vocabulary.id) if each.papers]
    # Terms without a group stand in a branch that is none itself.
    groups = {group.name for group in vocabulary.groups}
    if by_stage:
        for branch in branches:
            path = branch.slug if branch.label in groups else ""
            whole = _group(vocabulary, branch, path) if path else None
            stage = branch.slug if branch.colour else ""
            yield _folded(whole, stage, _inside(vocabulary, branch, path))
    elif branches:
        every = (
            _options(vocabulary, branch, branch.slug)
            if branch.label in groups
            else _inside(vocabulary, branch, "")
            for branch in branches
        )
        yield _folded(None, "", chain.from_iterable(every))


def _group(vocabulary: Vocabulary, branch: Branch, path: str) -> Option:
    return Option(f"{vocabulary.id}-in", path, branch.label, branch.papers)


def _options(vocabulary: Vocabulary, branch: Branch, path: str) -> Iterator[Option]:
    """A group and all in it; a group of one term is no choice of its own."""
    if sum(1 for term in branch.every_term if term.papers) > 1:
        yield _group(vocabulary, branch, path)
    yield from _inside(vocabulary, branch, path)


def _inside(vocabulary: Vocabulary, branch: Branch, path: str) -> Iterator[Option]:
    yield from _terms(vocabulary, branch.terms)
    for inner in branch.branches:
        yield from _options(vocabulary, inner, f"{path}/{inner.slug}")


def _terms(vocabulary: Vocabulary, terms: Iterable[TermLine]) -> Iterator[Option]:
    """Those that papers name, the most frequent first."""
    for term in sorted(terms, key=lambda term: (-term.papers, term.label)):
        if term.papers:
            yield Option(vocabulary.id, term.slug, term.label, term.papers)


def _folded(whole: Option | None, stage: str, found: Iterable[Option]) -> OptionList:
    """Hold back groups and rarer terms where there are many."""
    options = list(found)
    terms = [option for option in options if not option.group]
    frequent = sorted(terms, key=lambda option: (-option.papers, option.label))[:OPTIONS_SHOWN]
    if len(terms) > OPTIONS_SHOWN + 1:
        options = [option._replace(further=option not in frequent) for option in options]
    return OptionList(whole, stage, tuple(options), len(terms))
