"""A page for each group of a vocabulary: what it holds, when it was studied, and its papers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from awesome_heads.model import Paper, Vocabulary
from awesome_heads.text import slugify
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.depth import DepthSummary, depth_summary
from awesome_heads.views.metadata import list_head
from awesome_heads.views.miniature import Miniature, miniature
from awesome_heads.views.page import (
    Alternate,
    Context,
    Crumb,
    File,
    Frame,
    Page,
    group_page,
    vocabulary_page,
)
from awesome_heads.views.paging import Listing, Pager, first_rows, further_pages, pager_of
from awesome_heads.views.rows import Row
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import download_files, downloads_of
from awesome_heads.views.timeline import Timeline, timeline
from awesome_heads.views.tree import Branch, noun_of


class Listed(NamedTuple):
    """A group with the path to it."""

    path: tuple[str, ...]
    branch: Branch


@dataclass(frozen=True)
class GroupPage(Context):
    """A group of terms, with the papers that name any of them, the first as rows."""

    frame: Frame
    branch: Branch
    stage: str
    tally: str
    flows_out: tuple[Neighbour, ...]
    flows_in: tuple[Neighbour, ...]
    depths: DepthSummary | None
    map: str
    miniature: Miniature | None
    timeline: Timeline | None
    papers: int
    rows: tuple[Row, ...]
    pager: Pager | None
    downloads: tuple[Alternate, ...]


def group_pages(scene: Scene, vocabulary: Vocabulary) -> Iterator[Page | File]:
    """Yield the groups' pages, each before those of the groups inside it."""
    seen = set()
    for listed in _every(scene.tree.branches(vocabulary.id), ()):
        page = group_page(vocabulary.id, listed.path)
        if page not in seen:
            seen.add(page)
            papers = _papers(scene, vocabulary, listed.branch)
            inputs = scene.inputs(papers, scene.amounts)
            context = partial(_context, scene, vocabulary, listed, papers)
            yield Page(page, "group.html", context, inputs)
            if papers:
                title = _title(scene, vocabulary, listed.path)
                way = tuple(group_crumbs(vocabulary, listed.path))
                yield from further_pages(scene, Listing(page, title, way, papers))
                yield from download_files(scene, page, papers)


def group_crumbs(vocabulary: Vocabulary, path: tuple[str, ...]) -> Iterator[Crumb]:
    """The way to what stands in a group: the vocabulary, then every group."""
    yield Crumb(vocabulary.title, vocabulary_page(vocabulary.id))
    for depth, name in enumerate(path, start=1):
        yield Crumb(name, group_page(vocabulary.id, path[:depth]))


def _every(branches: tuple[Branch, ...], above: tuple[str, ...]) -> Iterator[Listed]:
    """Every group that has a page: terms without a group are in none."""
    for branch in branches:
        if branch.page:
            path = (*above, branch.label)
            yield Listed(path, branch)
            yield from _every(branch.branches, path)


def _papers(scene: Scene, vocabulary: Vocabulary, branch: Branch) -> tuple[Paper, ...]:
    named = {
        paper.id
        for term in branch.every_term
        for paper in scene.library.papers_with(vocabulary.id, term.label)
    }
    return tuple(paper for paper in scene.library.papers if paper.id in named)


def _context(
    scene: Scene, vocabulary: Vocabulary, listed: Listed, papers: tuple[Paper, ...]
) -> GroupPage:
    path, branch = listed
    page = group_page(vocabulary.id, path)
    main = vocabulary.id == scene.config.tree
    terms = [vocabulary.by_name[line.label] for line in branch.every_term]
    language, noun = scene.language, noun_of(vocabulary, scene.language)
    tally = f"{language.count(len(terms), *noun)} \u00b7 {language.papers(len(papers))}"
    described = branch.description or language.gettext(
        "%(group)s: %(tally)s in %(list)s.", group=path[-1], tally=tally, list=scene.config.name
    )
    return GroupPage(
        frame=scene.frame(
            page,
            _title(scene, vocabulary, path),
            described,
            tuple(group_crumbs(vocabulary, path[:-1])),
            head=list_head(scene, page, branch.label, papers),
        ),
        branch=branch,
        stage=slugify(path[0]) if main else "",
        tally=tally,
        flows_out=_flows(vocabulary, path, leaving=True),
        flows_in=_flows(vocabulary, path, leaving=False),
        depths=depth_summary(vocabulary, terms, language),
        map=vocabulary_page(vocabulary.id),
        miniature=miniature(scene.tree.stages, path, language) if main else None,
        timeline=timeline(papers, scene.library.by_year, language),
        papers=len(papers),
        rows=first_rows(scene, papers),
        pager=pager_of(page, papers),
        downloads=downloads_of(language, page, len(papers)) if papers else (),
    )


def _title(scene: Scene, vocabulary: Vocabulary, path: tuple[str, ...]) -> str:
    """Terms may have the name of their group, and no two pages the same title."""
    noun = noun_of(vocabulary, scene.language)
    return scene.language.pgettext(
        "title of a group", "%(group)s (%(terms)s)", group=" / ".join(path), terms=noun.many
    )


def _flows(
    vocabulary: Vocabulary, path: tuple[str, ...], *, leaving: bool
) -> tuple[Neighbour, ...]:
    """Where a stage's arrows lead, or come from; groups inside a stage have none."""
    found = []
    for flow in vocabulary.flows:
        here, there = (flow.start, flow.end) if leaving else (flow.end, flow.start)
        if (here,) == path:
            found.append(Neighbour(there, group_page(vocabulary.id, (there,)), flow.label or ""))
    return tuple(found)
