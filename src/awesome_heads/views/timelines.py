"""Papers over time: by year, by month, by stage and by what they share."""

import datetime as dt
from collections.abc import Mapping, Sequence

from awesome_heads.language import Language
from awesome_heads.views import headlines, tallies
from awesome_heads.views.exhibits import Exhibit, Table, Words, row
from awesome_heads.views.page import year_page
from awesome_heads.views.plots import Panel, Value, upright
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Plot, Said
from awesome_heads.views.tree import small

MOST_YEARS, MOST_MONTHS = 40, 48
KINDS = ("code", "data", "demo")


def by_year(scene: Scene) -> Exhibit:
    """Papers by year."""
    language = scene.language
    _ = language.gettext
    tally = tallies.by_year(scene.library.papers)
    years = list(tally)[-MOST_YEARS:]
    values = tuple(_value(year, tally[year], year, language) for year in years)
    said = Said(_("Papers by year"), _told({year: tally[year] for year in years}, language))
    rows = tuple(row(Words(value.tick, value.page), value.shown) for value in values)
    note = language.ngettext(
        "The newest %(shown)s of %(number)s year.",
        "The newest %(shown)s of %(number)s years.",
        len(tally),
        shown=len(years),
    )
    return Exhibit(
        "by-year",
        _("By year"),
        headlines.of_years(tally, len(scene.library.papers), language),
        note if len(years) < len(tally) else "",
        _both("by-year", said, (Panel("", "", values),)),
        None,
        Table(said.title, (_("Year"), _("Papers")), rows),
    )


def by_month(scene: Scene) -> Exhibit:
    """Papers by month."""
    language = scene.language
    _ = language.gettext
    tally = tallies.by_month(scene.library.papers)
    months = list(tally)[-MOST_MONTHS:]
    values = tuple(
        Value(
            _tick(month, place), number, f"{number}", "", _tip(f"{month:%Y-%m}", number, language)
        )
        for place, month in enumerate(months)
        for number in (tally[month],)
    )
    found = {f"{month:%Y-%m}": tally[month] for month in months}
    told = _told({name: number for name, number in found.items() if number}, language)
    said = Said(_("Papers by month"), told)
    note = language.ngettext(
        "The newest %(shown)s of %(number)s month.",
        "The newest %(shown)s of %(number)s months.",
        len(tally),
        shown=len(months),
    )
    rows = tuple(row(month, f"{number}") for month, number in found.items())
    return Exhibit(
        "by-month",
        _("By month"),
        headlines.of_months({language.month(month): n for month, n in tally.items()}, language),
        note if len(months) < len(tally) else "",
        _both("by-month", said, (Panel("", "", values),)),
        None,
        Table(said.title, (_("Month"), _("Papers")), rows),
    )


def by_stage(scene: Scene) -> Exhibit:
    """Papers by year in each stage, on one scale."""
    language = scene.language
    _ = language.gettext
    stages = [stage for stage in scene.tree.stages if stage.papers]
    placed = [stage for stage in stages if stage.colour] or stages
    tree = scene.library.vocabularies[scene.config.tree]
    tally = tallies.stages_by_year(scene.library, tree.id, stages)
    years = list(tally[stages[0].label])[-MOST_YEARS:]
    panels = tuple(
        Panel(
            _tip(stage.label, stage.papers, language),
            stage.slug,
            tuple(_value(year, tally[stage.label][year], stage.label, language) for year in years),
        )
        for stage in stages
    )
    headline = headlines.of_stages(
        {stage.label: stage.papers for stage in placed},
        {stage.label: tally[stage.label][years[-1]] for stage in placed},
        years[-1],
        small(scene.group_title(tree), scene.language),
        language,
    )
    title = _("%(groups)s over time", groups=scene.group_title(tree))
    said = Said(title, language.series(panel.label for panel in panels))
    numbers = tuple(
        row(_year(scene, year), *(f"{tally[stage.label][year]}" for stage in stages))
        for year in years
    )
    return Exhibit(
        "stages",
        title,
        headline,
        _("A paper that belongs to several counts in each."),
        _both("stages", said, panels),
        None,
        Table(title, (_("Year"), *(stage.label for stage in stages)), numbers),
    )


def by_link(scene: Scene) -> Exhibit:
    """The share of each year's papers that have code, data or a demo."""
    language = scene.language
    _ = language.gettext
    papers, labels = scene.library.papers, scene.labels.links
    years = tallies.by_year(papers)
    tally = tallies.links_by_year(papers, KINDS)
    shown = list(years)[-MOST_YEARS:]
    sums = {kind: sum(tally[kind].values()) for kind in KINDS}
    panels = tuple(
        Panel(
            _share(labels[kind], sums[kind], len(papers), language),
            "",
            tuple(
                _shared(year, tally[kind][year], years[year], labels[kind], language)
                for year in shown
            ),
        )
        for kind in KINDS
    )
    rows = tuple(
        row(_year(scene, year), f"{years[year]}", *(f"{tally[kind][year]}" for kind in KINDS))
        for year in shown
    )
    said = Said(
        _("Share of papers with code, data and a demo, by year"),
        _told({labels[kind]: number for kind, number in sums.items()}, language),
    )
    return Exhibit(
        "shared",
        _("Code, data, demos"),
        headlines.of_links(sums, len(papers), language),
        _("Bars show the share of a year's papers, in per cent."),
        _both("shared", said, panels, (100, "100")),
        None,
        Table(said.title, (_("Year"), _("Papers"), *(labels[kind] for kind in KINDS)), rows),
    )


def _both(
    name: str, said: Said, panels: Sequence[Panel], scale: tuple[float, str] | None = None
) -> tuple[Plot, ...]:
    return (
        upright(name, said, panels, "wide", scale),
        upright(name, said, panels, "narrow", scale),
    )


def _value(year: str, number: int, label: str, language: Language) -> Value:
    page = year_page(int(year)) if number else ""
    what = year if label == year else _in_year(label, year, language)
    return Value(year, number, f"{number}", page, _tip(what, number, language))


def _shared(year: str, number: int, papers: int, label: str, language: Language) -> Value:
    share = 100 * number / papers if papers else 0
    tip = _share(_in_year(label, year, language), number, papers, language)
    return Value(year, share, f"{share:.0f}", year_page(int(year)) if papers else "", tip)


def _share(what: str, number: int, papers: int, language: Language) -> str:
    return language.ngettext(
        "%(what)s: %(part)s of %(number)s paper",
        "%(what)s: %(part)s of %(number)s papers",
        papers,
        what=what,
        part=language.number(number),
    )


def _in_year(what: str, year: str, language: Language) -> str:
    return language.gettext("%(what)s, %(year)s", what=what, year=year)


def _year(scene: Scene, year: str) -> Words:
    """A year in a table, with its page where it has one."""
    return Words(year, year_page(int(year)) if int(year) in scene.library.by_year else "")


def _tip(what: str, number: int, language: Language) -> str:
    return language.labelled(what, language.papers(number))


def _told(tally: Mapping[str, int], language: Language) -> str:
    return language.series(language.labelled(name, f"{number}") for name, number in tally.items())


def _tick(month: dt.date, place: int) -> str:
    """A year at its January, and the first month of all."""
    if month.month == 1:
        return f"{month.year}"
    return f"{month:%Y-%m}" if place == 0 else ""
