"""Geometry of the pictures, in user units of their own view box; templates only draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Flow
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


WIDTH = 960
_GAP, _LINE, _ARROWS = 16, 21, 136


def taxonomy_figure(
    name: str, stages: Sequence[Branch], flows: Sequence[Flow], theme: Theme, language: Language
) -> TaxonomyFigure:
    """Lay out the coloured stages of a tree; stages without colour are named below it."""
    placed = [stage for stage in stages if stage.colour]
    width = (WIDTH - _GAP * (len(placed) - 1)) // max(len(placed), 1)
    top = _ARROWS if flows else 0
    columns = tuple(
        Column(
            place * (width + _GAP),
            stage.label,
            language.papers(stage.papers),
            shade(stage, theme),
            _lines(stage, top),
        )
        for place, stage in enumerate(placed)
    )
    lowest = max((line.y for column in columns for line in column.lines), default=top + 60)
    _ = language.gettext
    return TaxonomyFigure(
        title=_("%(list)s: the groups and what belongs to each", list=name),
        description=_(
            "Columns from left to right: %(stages)s.",
            stages=language.row(_with_terms(stage, language) for stage in placed),
        ),
        width=WIDTH,
        height=round(lowest + 22),
        header=top,
        column_width=width,
        palette=PALETTES[theme],
        columns=columns,
        arrows=_arrows(columns, flows, width, top),
    )


def shade(stage: Branch, theme: Theme) -> str:
    """A stage's colour in a theme; a muted ink where it has none."""
    if stage.colour is None:
        return PALETTES[theme].muted
    return stage.colour.light if theme == "light" else stage.colour.dark


def _with_terms(stage: Branch, language: Language) -> str:
    return language.ngettext(
        "%(stage)s (%(number)s term)",
        "%(stage)s (%(number)s terms)",
        len(stage.every_term),
        stage=stage.label,
    )


def _lines(stage: Branch, top: int) -> tuple[Line, ...]:
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
    return tuple(lines)


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
