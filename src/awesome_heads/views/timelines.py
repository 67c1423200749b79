"""Papers over time: by year, by month, by stage and by what they share."""

import datetime as dt
from calendar import month_name
from collections.abc import Mapping, Sequence

from awesome_heads.text import count
from awesome_heads.views import headlines, tallies
from awesome_heads.views.exhibits import Exhibit, Table, Words, row
from awesome_heads.views.page import year_page
from awesome_heads.views.plots import Panel, Value, upright
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Plot, Said

MOST_YEARS, MOST_MONTHS = 40, 48
KINDS = ("code", "data", "demo")


def by_year(scene: Scene) -> Exhibit:
    """Papers by year."""
    tally = tallies.by_year(scene.library.papers)
    years = list(tally)[-MOST_YEARS:]
    values = tuple(_value(year, tally[year], year) for year in years)
    said = Said("Papers by year", _told({year: tally[year] for year in years}))
    rows = tuple(row(Words(value.tick, value.page), value.shown) for value in values)
    return Exhibit(
        "by-year",
        "By year",
        headlines.of_years(tally, len(scene.library.papers)),
        _newest(len(years), len(tally), "years"),
        _both("by-year", said, (Panel("", "", values),)),
        None,
        Table(said.title, ("Year", "Papers"), rows),
    )


def by_month(scene: Scene) -> Exhibit:
    """Papers by month."""
    tally = tallies.by_month(scene.library.papers)
    months = list(tally)[-MOST_MONTHS:]
    values = tuple(
        Value(_tick(month, place), number, f"{number}", "", _tip(f"{month:%Y-%m}", number))
        for place, month in enumerate(months)
        for number in (tally[month],)
    )
    found = {f"{month:%Y-%m}": tally[month] for month in months}
    said = Said("Papers by month", _told({name: n for name, n in found.items() if n}))
    spoken = {f"{month_name[month.month]} {month.year}": n for month, n in tally.items()}
    return Exhibit(
        "by-month",
        "By month",
        headlines.of_months(spoken),
        _newest(len(months), len(tally), "months"),
        _both("by-month", said, (Panel("", "", values),)),
        None,
        Table(said.title, ("Month", "Papers"), tuple(row(m, f"{n}") for m, n in found.items())),
    )


def by_stage(scene: Scene) -> Exhibit:
    """Papers by year in each stage, on one scale."""
    stages = [stage for stage in scene.tree.stages if stage.papers]
    placed = [stage for stage in stages if stage.colour] or stages
    tree = scene.library.vocabularies[scene.config.tree]
    tally = tallies.stages_by_year(scene.library, tree.id, stages)
    years = list(tally[stages[0].label])[-MOST_YEARS:]
    panels = tuple(
        Panel(
            f"{stage.label}: {count(stage.papers, 'paper')}",
            stage.slug,
            tuple(_value(year, tally[stage.label][year], stage.label) for year in years),
        )
        for stage in stages
    )
    headline = headlines.of_stages(
        {stage.label: stage.papers for stage in placed},
        {stage.label: tally[stage.label][years[-1]] for stage in placed},
        years[-1],
        tree.group_title.lower(),
    )
    said = Said(f"{tree.group_title} over time", "; ".join(panel.label for panel in panels))
    numbers = tuple(
        row(_year(scene, year), *(f"{tally[stage.label][year]}" for stage in stages))
        for year in years
    )
    return Exhibit(
        "stages",
        said.title,
        headline,
        "A paper that belongs to several counts in each.",
        _both("stages", said, panels),
        None,
        Table(said.title, ("Year", *(stage.label for stage in stages)), numbers),
    )


def by_link(scene: Scene) -> Exhibit:
    """The share of each year's papers that have code, data or a demo."""
    papers = scene.library.papers
    years = tallies.by_year(papers)
    tally = tallies.links_by_year(papers, KINDS)
    shown = list(years)[-MOST_YEARS:]
    sums = {kind: sum(tally[kind].values()) for kind in KINDS}
    panels = tuple(
        Panel(
            f"{kind.capitalize()}: {sums[kind]} of {count(len(papers), 'paper')}",
            "",
            tuple(_share(year, tally[kind][year], years[year], kind) for year in shown),
        )
        for kind in KINDS
    )
    rows = tuple(
        row(_year(scene, year), f"{years[year]}", *(f"{tally[kind][year]}" for kind in KINDS))
        for year in shown
    )
    said = Said("Share of papers with code, data and a demo, by year", _told(sums))
    return Exhibit(
        "shared",
        "Code, data, demos",
        headlines.of_links(sums, len(papers)),
        "Bars show the share of a year's papers, in per cent.",
        _both("shared", said, panels, (100, "100")),
        None,
        Table(said.title, ("Year", "Papers", *(kind.capitalize() for kind in KINDS)), rows),
    )


def _both(
    name: str, said: Said, panels: Sequence[Panel], scale: tuple[float, str] | None = None
) -> tuple[Plot, ...]:
    return (
        upright(name, said, panels, "wide", scale),
        upright(name, said, panels, "narrow", scale),
    )


def _value(year: str, number: int, label: str) -> Value:
    page = year_page(int(year)) if number else ""
    what = year if label == year else f"{label}, {year}"
    return Value(year, number, f"{number}", page, _tip(what, number))


def _share(year: str, number: int, papers: int, kind: str) -> Value:
    share = 100 * number / papers if papers else 0
    tip = f"{kind.capitalize()}, {year}: {number} of {count(papers, 'paper')}"
    return Value(year, share, f"{share:.0f}", year_page(int(year)) if papers else "", tip)


def _year(scene: Scene, year: str) -> Words:
    """A year in a table, with its page where it has one."""
    return Words(year, year_page(int(year)) if int(year) in scene.library.by_year else "")


def _tip(what: str, number: int) -> str:
    return f"{what}: {count(number, 'paper')}"


def _told(tally: Mapping[str, int]) -> str:
    return "; ".join(f"{name}: {number}" for name, number in tally.items())


def _newest(shown: int, every: int, noun: str) -> str:
    return f"The newest {shown} of {every} {noun}." if shown < every else ""


def _tick(month: dt.date, place: int) -> str:
    """A year at its January, and the first month of all."""
    if month.month == 1:
        return f"{month.year}"
    return f"{month:%Y-%m}" if place == 0 else ""
