"""The page on which papers are found: every paper, or the newest, and what narrows them down."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from awesome_heads.views.chunks import chunk_files
from awesome_heads.views.contexts import RowSection, YearBar
from awesome_heads.views.facets import Facet, Option, facets_of
from awesome_heads.views.metadata import list_head
from awesome_heads.views.page import HOME, PAPERS, Context, File, Frame, Page
from awesome_heads.views.scene import Scene
from awesome_heads.views.search import search_files
from awesome_heads.views.search.columns import HAS
from awesome_heads.views.takeaway import parts_of

# A page of rows stays readable and light up to here; longer lists show their newest papers.
ALL_ROWS = 300
NEWEST_ROWS = 100


class Download(NamedTuple):
    """The whole list in one format; scripts write the papers found in the same format.

    Attributes:
        label: What the format is called.
        title: What the file is called, where it is but a part.
        part: Which part it is.
    """

    format: str
    label: str
    title: str
    page: str
    part: int


@dataclass(frozen=True)
class FinderPage(Context):
    """The page on which papers are found.

    Attributes:
        papers: How many the list holds.
        shown: How many of them the sections, which need no script, hold: all, or the newest.
        having: What papers may come with.
    """

    frame: Frame
    papers: int
    shown: int
    sections: tuple[RowSection, ...]
    years: tuple[YearBar, ...]
    facets: tuple[Facet, ...]
    having: tuple[Option, ...]
    downloads: tuple[Download, ...]


def finder_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the page, and the files from which scripts show and hand out what was found."""
    yield Page(PAPERS, "finder.html", partial(_context, scene))
    yield from chunk_files(scene)
    yield from search_files(scene)


def _context(scene: Scene) -> FinderPage:
    papers = len(scene.library.papers)
    shown = papers if papers <= ALL_ROWS else NEWEST_ROWS
    title = scene.language.gettext("Papers")
    description = scene.language.ngettext(
        "Search the %(number)s paper of %(list)s, or narrow them down.",
        "Search the %(number)s papers of %(list)s, or narrow them down.",
        papers,
        list=scene.config.name,
    )
    return FinderPage(
        frame=scene.frame(
            PAPERS,
            title,
            description,
            head=list_head(scene, PAPERS, title, scene.library.papers, files=HOME),
        ),
        papers=papers,
        shown=shown,
        sections=_sections(scene, shown),
        years=scene.year_bars(),
        facets=tuple(facets_of(scene)),
        having=tuple(_having(scene)),
        downloads=tuple(
            Download(style.name, style.label, each.title, each.page, part)
            for style, files in parts_of(scene.language, HOME, papers)
            for part, each in enumerate(files, start=1)
        ),
    )


def _sections(scene: Scene, limit: int) -> tuple[RowSection, ...]:
    by_year = groupby(scene.library.papers[:limit], lambda paper: str(paper.date.year))
    return tuple(RowSection(year, f"year-{year}", scene.rows(papers)) for year, papers in by_year)


def _having(scene: Scene) -> Iterator[Option]:
    for kind in HAS:
        papers = sum(1 for paper in scene.library.papers if getattr(paper.links, kind))
        if papers:
            yield Option("has", kind, scene.labels.links[kind], papers)
