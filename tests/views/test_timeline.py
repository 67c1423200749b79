"""Papers on a line of years."""

import datetime as dt
from itertools import combinations, pairwise

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Paper
from awesome_heads.project import Project
from awesome_heads.views.timeline import (
    DOT,
    FROM,
    MOST_ROWS,
    NARROW,
    TO,
    WIDE,
    YEAR_ROOM,
    Timeline,
    timeline,
)
from tests.builders import a_paper

FIRST = dt.date(2019, 1, 1)


def _papers(*dates: str) -> list[Paper]:
    return [a_paper(id=f"p{place}", date=date) for place, date in enumerate(dates)]


def _many(number: int, apart: int) -> list[Paper]:
    """Papers so many days apart."""
    return _papers(
        *((FIRST + dt.timedelta(days=place * apart)).isoformat() for place in range(number))
    )


def _line(papers: list[Paper], *years: int) -> Timeline:
    line = timeline(papers, years or {paper.date.year for paper in papers}, IN_ENGLISH)
    assert line is not None
    return line


@pytest.mark.parametrize("papers", [_many(12, 3), _many(16, 0), _many(20, 30), _many(30, 60)])
def test_dots_do_not_meet_on_a_phone(papers: list[Paper]) -> None:
    """However many there are in a month, each can be told from the others."""
    dots = _line(papers).dots
    assert len(dots) == len(papers)
    for one, other in combinations(dots, 2):
        across = abs(one.x - other.x) * NARROW / 100
        assert across >= DOT - 0.1 or abs(one.y - other.y) >= DOT


@pytest.mark.parametrize("papers", [_many(120, 3), _many(400, 2), _many(2, 700)])
def test_everything_stands_on_the_line(papers: list[Paper]) -> None:
    """Nothing reaches above the picture, under its line or over its ends."""
    line = _line(papers)
    for dot in line.dots:
        assert DOT / 2 <= dot.y <= line.base - DOT / 2
        assert FROM <= dot.x <= TO
    for bar in line.bars:
        assert bar.y >= 0
        assert bar.y + bar.height == pytest.approx(line.base)
        assert bar.x >= FROM
        assert bar.x + bar.width <= TO + 0.01
    assert line.height > line.base + 17


def test_dots_run_from_left_to_right() -> None:
    """Earlier papers stand further left, each leading to its page and named with its date."""
    line = _line(_papers("2021-06-30", "2019-01-01", "2020-12-31"))
    assert [dot.page for dot in line.dots] == [
        "papers/p1/index.html",
        "papers/p2/index.html",
        "papers/p0/index.html",
    ]
    assert line.dots[0].x == pytest.approx(FROM + (TO - FROM) * 1 / 36, abs=0.1)
    assert line.dots[1].x == pytest.approx(FROM + (TO - FROM) * 23 / 36, abs=0.1)
    assert line.dots[0].name == "2019-01-01: Copying Heads in a Made-Up Model"
    assert line.name == "3 papers from 2019-01 to 2021-06"


def test_all_lines_of_a_list_have_the_same_years() -> None:
    """So two pages can be compared."""
    papers = _papers("2021-06-30", "2021-07-01")
    assert [tick.label for tick in _line(papers, 2019, 2023).ticks] == [
        "2019",
        "2020",
        "2021",
        "2022",
        "2023",
    ]


@pytest.mark.parametrize("years", [1, 2, 6, 7, 10, 14, 20, 60])
def test_years_do_not_meet(years: int) -> None:
    """On a phone, and on a larger screen, there is room for every year that is named there."""
    line = _line(_papers("2000-01-01", f"{1999 + years}-12-31"), 2000, 1999 + years)
    for room, shown in (
        (WIDE, [tick for tick in line.ticks if tick.label]),
        (NARROW, [tick for tick in line.ticks if tick.label and not tick.spare]),
    ):
        places = [tick.middle * room / 100 for tick in shown]
        assert shown
        assert all(b - a >= YEAR_ROOM - 0.1 for a, b in pairwise(places))
    assert line.ticks[-1].label == str(1999 + years)


def test_papers_of_a_period_are_stacked() -> None:
    """A month where there is room for a dot in each, and longer periods over many years."""
    papers = _papers("2020-01-03", "2020-01-30", "2020-02-01", "2020-04-01")
    few = _line(papers, 2020)
    assert [(dot.x == few.dots[0].x, dot.y == few.dots[0].y) for dot in few.dots] == [
        (True, True),
        (True, False),
        (False, True),
        (False, True),
    ]
    many = _line(papers, 2020, 2030)
    assert [dot.x == many.dots[0].x for dot in many.dots] == [True, True, True, True]
    assert [dot.y for dot in many.dots] == sorted((dot.y for dot in many.dots), reverse=True)


def test_too_many_papers_are_bars() -> None:
    """A period's papers become one bar that leads to their first year, the fullest the highest."""
    papers = _papers(*["2020-02-03"] * (MOST_ROWS + 1), "2021-02-28", "2021-03-04", "2021-04-01")
    line = _line(papers, 2019, 2022)
    assert line.dots == ()
    assert [(bar.name, bar.page) for bar in line.bars] == [
        ("2020-02: 17 papers", "years/2020/index.html"),
        ("2021-02: 1 paper", "years/2021/index.html"),
        ("2021-03 to 2021-04: 2 papers", "years/2021/index.html"),
    ]
    assert line.bars[0].height > line.bars[2].height > line.bars[1].height > 0


@pytest.mark.parametrize("dates", [(), ("2020-01-01",)])
def test_one_paper_makes_no_line(dates: tuple[str, ...]) -> None:
    """Its date says as much."""
    assert timeline(_papers(*dates), [2020], IN_ENGLISH) is None


def test_the_line_of_the_busiest_term_stays_low(real: Project) -> None:
    """The line of the venue with the most papers is no higher than a quarter of a phone."""
    line = timeline(real.library.papers_with("venues", "arXiv"), real.library.by_year, IN_ENGLISH)
    assert line is not None
    assert line.height < 200
