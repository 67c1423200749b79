"""A page for each term that records can name: what it means, where it stands, its papers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.depth import Depth, depth_of, scale_of
from awesome_heads.views.feeds import feeds_of, has_feed
from awesome_heads.views.groups import group_crumbs
from awesome_heads.views.metadata import term_head
from awesome_heads.views.miniature import Miniature, miniature
from awesome_heads.views.page import (
    Alternate,
    Context,
    Crumb,
    File,
    Frame,
    Page,
    paper_page,
    term_page,
    vocabulary_page,
)
from awesome_heads.views.paging import Listing, Pager, first_rows, further_pages, pager_of
from awesome_heads.views.rows import Person, Row, people_of
from awesome_heads.views.scene import Scene
from awesome_heads.views.statements import Statement, statements
from awesome_heads.views.takeaway import download_files, downloads_of
from awesome_heads.views.timeline import Timeline, timeline
from awesome_heads.views.tree import TermLine
from awesome_heads.views.walkthroughs import walkthroughs_with

TOGETHER = 8
FIRST_AUTHORS = 6


class First(NamedTuple):
    """The earliest paper of the list that names a term; `more_authors` are not shown by name."""

    title: str
    page: str
    date: str
    authors: tuple[Person, ...]
    more_authors: int


@dataclass(frozen=True)
class TermPage(Context):
    """A term: what it means, where it stands, and the papers that name it, the first as rows."""

    frame: Frame
    name: str
    stage: str
    description: str
    aliases: tuple[str, ...]
    depth: Depth | None
    facts: tuple[Statement, ...]
    first: First | None
    map: str
    miniature: Miniature | None
    timeline: Timeline | None
    papers: int
    rows: tuple[Row, ...]
    pager: Pager | None
    feed: str
    downloads: tuple[Alternate, ...]
    together: tuple[TermLine, ...]
    siblings: tuple[TermLine, ...]
    at_work: tuple[Neighbour, ...]


def term_pages(scene: Scene, vocabulary: Vocabulary) -> Iterator[Page | File]:
    """Yield the terms' pages with the files that they offer."""
    for term in vocabulary.terms:
        page = term_page(vocabulary.id, term.slug)
        papers = scene.library.papers_with(vocabulary.id, term.name)
        stated = statements(vocabulary, term, scene.titles)
        inputs = scene.inputs(papers, scene.amounts, stated)
        yield Page(page, "term.html", partial(_context, scene, vocabulary, term), inputs)
        if papers:
            way = (*group_crumbs(vocabulary, term.group), Crumb(term.name, page))
            yield from further_pages(scene, Listing(page, term.name, way, papers))
            yield from download_files(scene, page, papers)


def _context(scene: Scene, vocabulary: Vocabulary, term: Term) -> TermPage:
    page = term_page(vocabulary.id, term.slug)
    papers = scene.library.papers_with(vocabulary.id, term.name)
    language, main = scene.language, vocabulary.id == scene.config.tree
    depth = depth_of(vocabulary, term, language)
    return TermPage(
        frame=scene.frame(
            page,
            term.name,
            term.description or _tally(scene, term, len(papers)),
            tuple(group_crumbs(vocabulary, term.group)),
            head=term_head(scene, vocabulary, term),
        ),
        name=term.name,
        stage=scene.tree.stage_of(vocabulary.id, term),
        description=term.description or "",
        aliases=term.aliases,
        depth=depth,
        facts=_facts(scene, vocabulary, term, drawn=depth is not None),
        first=_first(papers),
        map=vocabulary_page(vocabulary.id),
        miniature=miniature(scene.tree.stages, term.group, language, term.name) if main else None,
        timeline=timeline(papers, scene.library.by_year, language),
        papers=len(papers),
        rows=first_rows(scene, papers),
        pager=pager_of(page, papers),
        feed=feeds_of(page, "")[0].page if has_feed(scene, vocabulary.id, papers) else "",
        downloads=downloads_of(language, page, len(papers)) if papers else (),
        together=_together(scene, vocabulary, term),
        siblings=_siblings(scene, vocabulary, term),
        at_work=walkthroughs_with(vocabulary, term, language),
    )


def _tally(scene: Scene, term: Term, papers: int) -> str:
    """What is told of a term whose meaning nobody has written down."""
    return scene.language.ngettext(
        "%(number)s paper with %(term)s in %(list)s.",
        "%(number)s papers with %(term)s in %(list)s.",
        papers,
        term=term.name,
        list=scene.config.name,
    )


def _first(papers: tuple[Paper, ...]) -> First | None:
    if not papers:
        return None
    earliest = papers[-1]
    people = people_of(earliest)
    # One alone is not left out.
    shown = people if len(people) <= FIRST_AUTHORS + 1 else people[:FIRST_AUTHORS]
    return First(
        title=earliest.title,
        page=paper_page(earliest.id),
        date=earliest.date.isoformat(),
        authors=shown,
        more_authors=len(people) - len(shown),
    )


def _facts(
    scene: Scene, vocabulary: Vocabulary, term: Term, *, drawn: bool
) -> tuple[Statement, ...]:
    """What the term states, without its depth where that is drawn."""
    scaled = scale_of(vocabulary)
    shown = scaled[1].label if scaled and drawn else ""
    stated = statements(vocabulary, term, scene.titles)
    return tuple(each for each in stated if each.text and each.label != shown)


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
