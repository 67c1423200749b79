"""Papers as dots on a line of years.

Across, places are percentages, so that the line fits any screen; upwards they are pixels. Texts
keep their size on a phone that way.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Paper
from awesome_heads.views.lettering import cut
from awesome_heads.views.page import paper_page, year_page

# What a phone and a larger screen have to offer, in pixels: there, years may not meet, and on the
# phone no dots either.
NARROW, WIDE = 280, 560
FROM, TO = 5.0, 95.0
DOT, ROW, YEAR_ROOM = 7.5, 9, 38
MOST_ROWS, HIGHEST = 16, 120
_TOP, _AXIS = 6, 24
_YEAR = 12
_PERIODS = (1, 2, 3, 4, 6, _YEAR, 2 * _YEAR, 5 * _YEAR)
_LONGEST_TITLE = 70


class Dot(NamedTuple):
    """A paper."""

    x: float
    y: float
    page: str
    name: str


class Bar(NamedTuple):
    """The papers of a period, where there are too many for dots; it leads to their first year."""

    x: float
    width: float
    y: float
    height: float
    page: str
    name: str


class Tick(NamedTuple):
    """Where a year begins; its name stands in its middle, and is empty where there is no room.

    On a narrow screen, only those names are shown that are no `spare` ones.
    """

    x: float
    middle: float
    label: str
    spare: bool


class Timeline(NamedTuple):
    """A line of years with dots or bars standing on it."""

    name: str
    height: float
    base: float
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]


def timeline(papers: Sequence[Paper], years: Iterable[int], language: Language) -> Timeline | None:
    """Lay out papers over the years of the whole list; None where one dot would be all.

    They are stacked by period: months where a month is wide enough for a dot, else several.
    """
    if len(papers) < 2:  # noqa: PLR2004 -- two points make a line
        return None
    span = _Span(min(years_of := list(years)), max(years_of))
    oldest_first = sorted(papers, key=lambda paper: (paper.date, paper.id))
    stacks: dict[int, list[Paper]] = {}
    for paper in oldest_first:
        stacks.setdefault(span.period_of(paper), []).append(paper)
    rows = max(len(stack) for stack in stacks.values())
    dotted = rows <= MOST_ROWS
    base = _TOP + (rows * ROW if dotted else HIGHEST)
    first, last = (f"{paper.date:%Y-%m}" for paper in (oldest_first[0], oldest_first[-1]))
    return Timeline(
        name=language.ngettext(
            "%(number)s paper from %(first)s to %(last)s",
            "%(number)s papers from %(first)s to %(last)s",
            len(papers),
            first=first,
            last=last,
        ),
        height=base + _AXIS,
        base=base,
        ticks=span.ticks(),
        dots=_dots(stacks, span, base, language) if dotted else (),
        bars=() if dotted else _bars(stacks, span, base, language),
    )


class _Span(NamedTuple):
    first: int
    last: int

    @property
    def years(self) -> int:
        return self.last - self.first + 1

    def at(self, years: float) -> float:
        """Where a time lies, in years since the span's beginning, in percent."""
        return round(FROM + (TO - FROM) * years / self.years, 2)

    @property
    def period(self) -> int:
        """The shortest period, in months, that has room for a dot on a narrow screen."""
        month = NARROW * (TO - FROM) / 100 / self.years / _YEAR
        return next((each for each in _PERIODS if each * month >= DOT), _PERIODS[-1])

    def period_of(self, paper: Paper) -> int:
        """The period of a paper, counted from the span's beginning."""
        return ((paper.date.year - self.first) * _YEAR + paper.date.month - 1) // self.period

    def ticks(self) -> tuple[Tick, ...]:
        often, seldom = self.every(WIDE), self.every(NARROW)
        return tuple(
            Tick(
                self.at(place),
                self.at(place + 0.5),
                "" if (self.last - year) % often else str(year),
                spare=(self.last - year) % seldom > 0,
            )
            for place, year in enumerate(range(self.first, self.last + 1))
        )

    def every(self, width: int) -> int:
        """How many years there are from one name to the next, on a screen so wide."""
        room = int(width * (TO - FROM) / 100)
        return max(1, -(-self.years * YEAR_ROOM // room))


def _dots(
    stacks: Mapping[int, list[Paper]], span: _Span, base: float, language: Language
) -> tuple[Dot, ...]:
    return tuple(
        Dot(
            span.at((period + 0.5) * span.period / _YEAR),
            base - ROW * (row + 0.5),
            paper_page(paper.id),
            language.labelled(paper.date.isoformat(), cut(paper.title, _LONGEST_TITLE, 1)),
        )
        for period, stack in stacks.items()
        for row, paper in enumerate(stack)
    )


def _bars(
    stacks: Mapping[int, list[Paper]], span: _Span, base: float, language: Language
) -> tuple[Bar, ...]:
    most = max(len(stack) for stack in stacks.values())
    width = round((span.at(1) - span.at(0)) * span.period / _YEAR * 0.8, 2)
    bars = []
    for period, stack in stacks.items():
        height = round(HIGHEST * len(stack) / most, 1)
        first, last = (f"{paper.date:%Y-%m}" for paper in (stack[0], stack[-1]))
        bars.append(
            Bar(
                span.at((period + 0.1) * span.period / _YEAR),
                width,
                base - height,
                height,
                year_page(stack[0].date.year),
                language.labelled(language.period(first, last), language.papers(len(stack))),
            )
        )
    return tuple(bars)
