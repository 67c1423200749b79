"""Geometry of the pictures, in user units of their own view box; templates only draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from awesome_heads.model import Flow
from awesome_heads.text import count
from awesome_heads.views.page import Context
from awesome_heads.views.tree import Branch

Theme = Literal["light", "dark"]


class Palette(NamedTuple):
    """Colours of a picture that cannot ask the reader's browser for its theme."""

    ink: str
    muted: str
    line: str
    surface: str
    paper: str


PALETTES: dict[Theme, Palette] = {
    "light": Palette("#1d1f21", "#595f66", "#d6d9dc", "#f6f6f4", "#ffffff"),
    "dark": Palette("#eceae4", "#a3a9b0", "#3c4248", "#1c2126", "#0d1117"),
}


class Line(NamedTuple):
    """A line of text in a column; `radius` is that of the dot before it, 0 for none."""

    y: float
    text: str
    note: str
    radius: float
    heading: bool


class Column(NamedTuple):
    """A stage with its groups and terms."""

    x: float
    title: str
    note: str
    colour: str
    lines: tuple[Line, ...]


class Arrow(NamedTuple):
    """An arc above the columns, from one column's middle to another's."""

    path: str
    x: float
    y: float
    back: bool
    label: str
    colour: str
    marker: int


@dataclass(frozen=True)
class TaxonomyFigure(Context):
    """The tree as columns side by side, what flows between them above."""

    title: str
    description: str
    width: int
    height: int
    header: int
    column_width: int
    palette: Palette
    columns: tuple[Column, ...]
    arrows: tuple[Arrow, ...]


class Bar(NamedTuple):
    """A bar with its direct labels."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int
    colour: str


class Chart(NamedTuple):
    """A few bars under a sentence that says what to see."""

    x: float
    title: str
    bars: tuple[Bar, ...]
    upright: bool


@dataclass(frozen=True)
class StatisticsFigure(Context):
    """Papers by year, upright, and by stage, lying, side by side."""

    title: str
    description: str
    width: int
    height: int
    palette: Palette
    charts: tuple[Chart, ...]


_WIDTH, _GAP, _LINE, _ARROWS = 960, 16, 21, 136


def taxonomy_figure(
    name: str, stages: Sequence[Branch], flows: Sequence[Flow], theme: Theme
) -> TaxonomyFigure:
    """Lay out the coloured stages of a tree; stages without colour are named below it."""
    placed = [stage for stage in stages if stage.colour]
    width = (_WIDTH - _GAP * (len(placed) - 1)) // max(len(placed), 1)
    top = _ARROWS if flows else 0
    columns = tuple(
        _column(stage, place * (width + _GAP), top, theme) for place, stage in enumerate(placed)
    )
    lowest = max((line.y for column in columns for line in column.lines), default=top + 60)
    stage_list = ", ".join(
        f"{stage.label} ({count(len(stage.every_term), 'term')})" for stage in placed
    )
    return TaxonomyFigure(
        title=f"{name}: the stages and what belongs to each",
        description=f"Columns from left to right: {stage_list}.",
        width=_WIDTH,
        height=round(lowest + 22),
        header=top,
        column_width=width,
        palette=PALETTES[theme],
        columns=columns,
        arrows=_arrows(columns, flows, width, top),
    )


def _shade(stage: Branch, theme: Theme) -> str:
    if stage.colour is None:
        return PALETTES[theme].muted
    return stage.colour.light if theme == "light" else stage.colour.dark


def _column(stage: Branch, x: float, top: int, theme: Theme) -> Column:
    lines: list[Line] = []
    y = top + 74.0
    for branch in (stage, *stage.branches):
        if not branch.terms:
            continue
        if branch is not stage:
            y += 6
            lines.append(Line(y, branch.label, "", 0, heading=True))
            y += _LINE
        for term in branch.terms:
            radius = 2.5 + min(term.papers, 16) ** 0.5 * 1.2 if term.papers else 2
            note = str(term.papers) if term.papers else "\u2013"
            lines.append(Line(y, term.label, note, round(radius, 1), heading=False))
            y += _LINE
        y += 6
    return Column(x, stage.label, count(stage.papers, "paper"), _shade(stage, theme), tuple(lines))


def _arrows(
    columns: Sequence[Column], flows: Sequence[Flow], width: int, top: int
) -> tuple[Arrow, ...]:
    places = {column.title: place for place, column in enumerate(columns)}
    arrows = []
    for flow in flows:
        if flow.start in places and flow.end in places:
            start, end = places[flow.start], places[flow.end]
            middles = [columns[place].x + width / 2 for place in (start, end)]
            arc = _arc(middles[0], middles[1], abs(end - start), top)
            arrows.append(Arrow(*arc, flow.label or "", columns[start].colour, start + 1))
    return tuple(arrows)


def _arc(leaves: float, lands: float, steps: int, top: int) -> tuple[str, float, float, bool]:
    """An arc over the columns: forth high and solid, back low and dashed.

    Returns:
        Its path, the place of its label, and whether it leads back.
    """
    back = lands < leaves
    inward = -14 if back else 30
    base = top - 9
    rise = (20 + 16 * steps) if back else (36 + 46 * steps)
    path = (
        f"M{leaves + inward:g} {base} C{leaves + 2 * inward:g} {base - rise:g} "
        f"{lands - 2 * inward:g} {base - rise:g} {lands - inward:g} {base}"
    )
    return path, (leaves + lands) / 2, round(base - rise * 0.75 - 5, 1), back


def statistics_figure(
    years: Sequence[tuple[str, int]], stages: Sequence[Branch], theme: Theme
) -> StatisticsFigure:
    """Lay out papers by year and by stage; `years` run left to right."""
    upright = _upright(years, PALETTES[theme].muted)
    lying = _lying(stages, theme)
    return StatisticsFigure(
        title="Papers by year and by stage",
        description="; ".join(f"{label}: {number}" for label, number in years),
        width=_WIDTH,
        height=250,
        palette=PALETTES[theme],
        charts=(
            Chart(0, _busiest(years), upright, upright=True),
            Chart(500, _largest(stages), lying, upright=False),
        ),
    )


def _busiest(years: Sequence[tuple[str, int]]) -> str:
    year, number = max(years, key=lambda pair: pair[1], default=("", 0))
    return f"{year} brought the most papers, {number}" if number else "No papers yet"


def _largest(stages: Sequence[Branch]) -> str:
    stage = max(stages, key=lambda branch: branch.papers, default=None)
    return f"{stage.label} is studied most" if stage and stage.papers else "No stages yet"


def _upright(years: Sequence[tuple[str, int]], colour: str) -> tuple[Bar, ...]:
    tallest = max((number for _, number in years), default=0) or 1
    step = 440 / max(len(years), 1)
    return tuple(
        Bar(
            round(place * step, 1),
            round(216 - 140 * number / tallest, 1),
            round(min(step * 0.62, 48), 1),
            round(140 * number / tallest, 1),
            label,
            number,
            colour,
        )
        for place, (label, number) in enumerate(years)
    )


def _lying(stages: Sequence[Branch], theme: Theme) -> tuple[Bar, ...]:
    longest = max((stage.papers for stage in stages), default=0) or 1
    step = min(34, 170 / max(len(stages), 1))
    return tuple(
        Bar(
            190,
            round(56 + place * step, 1),
            round(220 * stage.papers / longest, 1),
            round(step * 0.55, 1),
            stage.label,
            stage.papers,
            _shade(stage, theme),
        )
        for place, stage in enumerate(stages)
    )
