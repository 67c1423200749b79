"""A page for each year, and one that lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from awesome_heads.views.contexts import Neighbour, YearBar
from awesome_heads.views.metadata import list_head
from awesome_heads.views.page import (
    YEARS,
    Alternate,
    Context,
    Crumb,
    File,
    Frame,
    Inputs,
    Page,
    year_page,
)
from awesome_heads.views.paging import Listing, Pager, first_rows, further_pages, pager_of
from awesome_heads.views.rows import Row
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import download_files, downloads_of
from awesome_heads.views.tree import StageCount


@dataclass(frozen=True)
class YearPage(Context):
    """The papers of a year; `rows` are the first of them, where they are many."""

    frame: Frame
    year: str
    papers: int
    stages: tuple[StageCount, ...]
    rows: tuple[Row, ...]
    pager: Pager | None
    downloads: tuple[Alternate, ...]
    newer: Neighbour | None
    older: Neighbour | None


@dataclass(frozen=True)
class YearsPage(Context):
    """Every year with its number of papers."""

    frame: Frame
    years: tuple[YearBar, ...]


def year_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the list of years, then every year, newest first."""
    name, language = scene.config.name, scene.language
    _ = language.gettext
    about = _("The papers of %(list)s, year by year.", list=name)
    frame = scene.frame(YEARS, _("Years"), about)
    years = YearsPage(frame, scene.year_bars())
    yield Page(YEARS, "years.html", years, Inputs(facts=(scene.amounts,)))
    for year, papers in scene.library.by_year.items():
        page = year_page(year)
        inputs = scene.inputs(papers, scene.amounts)
        yield Page(page, "year.html", partial(_context, scene, year), inputs)
        way = (*_crumbs(scene), Crumb(str(year), page))
        yield from further_pages(scene, Listing(page, str(year), way, papers))
        yield from download_files(scene, page, papers)


def _crumbs(scene: Scene) -> tuple[Crumb, ...]:
    return (Crumb(scene.language.gettext("Years"), YEARS),)


def _context(scene: Scene, year: int) -> YearPage:
    language = scene.language
    page, papers = year_page(year), scene.library.by_year[year]
    years = list(scene.library.by_year)
    place = years.index(year)
    description = language.ngettext(
        "%(number)s paper of %(year)s in %(list)s.",
        "%(number)s papers of %(year)s in %(list)s.",
        len(papers),
        year=year,
        list=scene.config.name,
    )
    return YearPage(
        frame=scene.frame(
            page,
            str(year),
            description,
            _crumbs(scene),
            head=list_head(scene, page, str(year), papers),
        ),
        year=str(year),
        papers=len(papers),
        stages=scene.tree.stage_counts(papers),
        rows=first_rows(scene, papers),
        pager=pager_of(page, papers),
        downloads=downloads_of(language, page, len(papers)),
        newer=_neighbour(scene, years[place - 1]) if place else None,
        older=_neighbour(scene, years[place + 1]) if place + 1 < len(years) else None,
    )


def _neighbour(scene: Scene, year: int) -> Neighbour:
    papers = scene.library.by_year[year]
    return Neighbour(str(year), year_page(year), scene.language.papers(len(papers)))
