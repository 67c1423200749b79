"""A page for each vocabulary, and one for each of its terms that records can name."""

from collections import Counter
from collections.abc import Iterator

from awesome_heads.model import Term, Vocabulary
from awesome_heads.text import count
from awesome_heads.views.contexts import Fact, TermPage, VocabularyPage
from awesome_heads.views.page import Crumb, Page, term_page, vocabulary_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.tree import TermLine, group_anchor

TOGETHER = 8


def vocabulary_pages(scene: Scene) -> Iterator[Page]:
    """Yield each vocabulary's page and those of its terms."""
    for vocabulary in scene.vocabularies:
        page = vocabulary_page(vocabulary.id)
        context = VocabularyPage(
            frame=scene.frame(page, vocabulary.title, vocabulary.description),
            title=vocabulary.title,
            description=vocabulary.description,
            branches=scene.tree.branches(vocabulary.id),
        )
        yield Page(page, "vocabulary.html", context)
        if vocabulary.on_records:
            yield from _term_pages(scene, vocabulary)


def _term_pages(scene: Scene, vocabulary: Vocabulary) -> Iterator[Page]:
    for term in vocabulary.terms:
        page = term_page(vocabulary.id, term.slug)
        papers = scene.library.papers_with(vocabulary.id, term.name)
        description = term.description or (
            f"{count(len(papers), 'paper')} with {term.name} in {scene.config.name}."
        )
        crumbs = (
            Crumb(vocabulary.title, vocabulary_page(vocabulary.id)),
            *_place(vocabulary, term),
        )
        context = TermPage(
            frame=scene.frame(page, term.name, description, crumbs),
            name=term.name,
            stage=scene.tree.stage_of(vocabulary.id, term),
            description=term.description or "",
            aliases=term.aliases,
            facts=_facts(vocabulary, term),
            rows=scene.rows(papers),
            together=_together(scene, vocabulary, term),
            siblings=_siblings(scene, vocabulary, term),
        )
        yield Page(page, "term.html", context)


def _place(vocabulary: Vocabulary, term: Term) -> Iterator[Crumb]:
    """The groups a term stands in, each leading to its part of the vocabulary's page."""
    for depth, name in enumerate(term.group, start=1):
        anchor = group_anchor(term.group[:depth])
        yield Crumb(name, f"{vocabulary_page(vocabulary.id)}#{anchor}")


def _facts(vocabulary: Vocabulary, term: Term) -> tuple[Fact, ...]:
    return tuple(
        Fact(declared.label, term.properties[name], "")
        for name, declared in vocabulary.properties.items()
        if name in term.properties
    )


def _together(scene: Scene, vocabulary: Vocabulary, term: Term) -> tuple[TermLine, ...]:
    """Terms that the same papers name, the most frequent first; `papers` counts those papers."""
    library = scene.library
    others = Counter(
        other.name
        for paper in library.papers_with(vocabulary.id, term.name)
        for other in library.terms_of(paper, vocabulary.id)
        if other.name != term.name
    )
    by_name = vocabulary.by_name
    ranked = sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))[:TOGETHER]
    return tuple(
        scene.tree.line(vocabulary, by_name[name])._replace(papers=number)
        for name, number in ranked
    )


def _siblings(scene: Scene, vocabulary: Vocabulary, term: Term) -> tuple[TermLine, ...]:
    if not term.group:
        return ()
    return tuple(
        scene.tree.line(vocabulary, other)
        for other in vocabulary.terms
        if other.group == term.group and other.name != term.name
    )
