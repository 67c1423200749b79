"""Geometry of the charts, in user units of their own view box; templates only draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.views.figures import PALETTES, WIDTH, Palette, Theme, shade
from awesome_heads.views.page import Context
from awesome_heads.views.plots import slot
from awesome_heads.views.tree import Branch


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
    """Papers by year, upright, and by group, lying, side by side."""

    title: str
    description: str
    width: int
    height: int
    palette: Palette
    charts: tuple[Chart, ...]


def statistics_figure(
    years: Sequence[tuple[str, int]], stages: Sequence[Branch], theme: Theme, language: Language
) -> StatisticsFigure:
    """Lay out papers by year and by group; `years` run left to right."""
    upright = _upright(years, PALETTES[theme].muted)
    lying = _lying(stages, theme)
    return StatisticsFigure(
        title=language.gettext("Papers by year and by group"),
        description=language.series(
            language.labelled(label, f"{number}") for label, number in years
        ),
        width=WIDTH,
        height=250,
        palette=PALETTES[theme],
        charts=(
            Chart(0, _busiest(years, language), upright, upright=True),
            Chart(500, _largest(stages, language), lying, upright=False),
        ),
    )


def _busiest(years: Sequence[tuple[str, int]], language: Language) -> str:
    _ = language.gettext
    year, number = max(years, key=lambda pair: pair[1], default=("", 0))
    if not number:
        return _("No papers yet")
    most = language.number(number)
    return _("%(year)s brought the most papers, %(number)s", year=year, number=most)


def _largest(stages: Sequence[Branch], language: Language) -> str:
    _ = language.gettext
    placed = [stage for stage in stages if stage.colour] or stages
    stage = max(placed, key=lambda branch: branch.papers, default=None)
    if stage is None or not stage.papers:
        return _("No papers yet")
    return _("%(stage)s is studied most", stage=stage.label)


def _upright(years: Sequence[tuple[str, int]], colour: str) -> tuple[Bar, ...]:
    tallest = max((number for _, number in years), default=0) or 1
    step = 440 / max(len(years), 1)
    return tuple(
        Bar(
            x,
            round(216 - 140 * number / tallest, 1),
            width,
            round(140 * number / tallest, 1),
            label,
            number,
            colour,
        )
        for place, (label, number) in enumerate(years)
        for x, width in (slot(place, step),)
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
            shade(stage, theme),
        )
        for place, stage in enumerate(stages)
    )
