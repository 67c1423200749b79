"""A page for each year, and one that lists them."""

from collections.abc import Iterator

from awesome_heads.text import count
from awesome_heads.views.contexts import Neighbour, YearPage, YearsPage
from awesome_heads.views.page import Crumb, Page, year_page
from awesome_heads.views.scene import YEARS, Scene


def year_pages(scene: Scene) -> Iterator[Page]:
    """Yield the list of years, then every year, newest first."""
    name = scene.config.name
    frame = scene.frame(YEARS, "Years", f"The papers of {name}, year by year.")
    yield Page(YEARS, "years.html", YearsPage(frame, scene.year_bars()))
    years = list(scene.library.by_year)
    for place, year in enumerate(years):
        papers = scene.library.by_year[year]
        page = year_page(year)
        description = f"{count(len(papers), 'paper')} of {year} in {name}."
        context = YearPage(
            frame=scene.frame(page, str(year), description, (Crumb("Years", YEARS),)),
            year=str(year),
            stages=scene.tree.stage_counts(papers),
            rows=scene.rows(papers),
            newer=_neighbour(scene, years[place - 1]) if place else None,
            older=_neighbour(scene, years[place + 1]) if place + 1 < len(years) else None,
        )
        yield Page(page, "year.html", context)


def _neighbour(scene: Scene, year: int) -> Neighbour:
    papers = scene.library.by_year[year]
    return Neighbour(str(year), year_page(year), count(len(papers), "paper"))
