"""A page for each vocabulary: its tree as a list or as tables, and the map where it is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from awesome_heads.model import Vocabulary
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.groups import group_pages
from awesome_heads.views.map import MapFigure, map_figure
from awesome_heads.views.metadata import vocabulary_head
from awesome_heads.views.page import Context, File, Frame, Page, vocabulary_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.statements import Statement, statements
from awesome_heads.views.terms import term_pages
from awesome_heads.views.tree import Branch
from awesome_heads.views.walkthroughs import walkthroughs_link


@dataclass(frozen=True)
class VocabularyPage(Context):
    """A vocabulary as a nested list.

    Attributes:
        map: The stages drawn, for the list's own tree.
        at_work: The page of its walk-throughs, if it has any.
        columns: Labels of the properties that a table shows; without any there are no tables.
        stated: What each term says in those columns, by the term's slug.
    """

    frame: Frame
    title: str
    singular: str
    description: str
    branches: tuple[Branch, ...]
    map: MapFigure | None
    at_work: Neighbour | None
    columns: tuple[str, ...]
    stated: Mapping[str, tuple[Statement, ...]]


def vocabulary_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield each vocabulary's page and those of its groups and terms."""
    for vocabulary in scene.vocabularies:
        context = partial(_context, scene, vocabulary)
        page = vocabulary_page(vocabulary.id)
        yield Page(page, "vocabulary.html", context, scene.but_summaries)
        if vocabulary.on_records:
            yield from group_pages(scene, vocabulary)
            yield from term_pages(scene, vocabulary)


def _context(scene: Scene, vocabulary: Vocabulary) -> VocabularyPage:
    page = vocabulary_page(vocabulary.id)
    main = vocabulary.id == scene.config.tree
    branches = scene.tree.branches(vocabulary.id)
    stated = (
        {}
        if main
        else {each.slug: statements(vocabulary, each, scene.titles) for each in vocabulary.terms}
    )
    return VocabularyPage(
        frame=scene.frame(
            page,
            vocabulary.title,
            vocabulary.description,
            head=vocabulary_head(scene, vocabulary),
        ),
        title=vocabulary.title,
        singular=vocabulary.singular,
        description=vocabulary.description,
        branches=branches,
        map=map_figure(vocabulary, branches, scene.language) if main else None,
        at_work=walkthroughs_link(vocabulary, scene.language),
        columns=() if main else tuple(each.label for each in vocabulary.properties.values()),
        stated=stated,
    )
