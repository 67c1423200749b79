"""How a list folds into sections."""

import pytest

from awesome_heads.config import EarlierYears
from awesome_heads.library import Library
from awesome_heads.views.sections import Section, sections_of
from tests.builders import a_library, a_paper

DATES = ("2024-05-01", "2022-12-01", "2022-06-01", "2022-05-31", "2020-01-01")


@pytest.fixture
def library() -> Library:
    """Papers named by their dates."""
    return a_library(*(a_paper(id=f"on-{date}", date=date) for date in DATES))


def _shape(sections: tuple[Section, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (each.title, each.anchor, [paper.date.isoformat() for paper in each.papers])
        for each in sections
    ]


def _before(day: str) -> EarlierYears:
    return EarlierYears.model_validate({"before": day, "title": "Before the Start"})


def test_without_a_turning_point_each_year_is_a_section(library: Library) -> None:
    """Years that have papers follow one another, newest first."""
    assert _shape(sections_of(library, None)) == [
        ("2024", "_2024", ["2024-05-01"]),
        ("2022", "_2022", ["2022-12-01", "2022-06-01", "2022-05-31"]),
        ("2020", "_2020", ["2020-01-01"]),
    ]


def test_what_lies_before_the_turning_point_is_one_section(library: Library) -> None:
    """The day itself is no longer early; a year may be split by it."""
    assert _shape(sections_of(library, _before("2022-06-01"))) == [
        ("2024", "_2024", ["2024-05-01"]),
        ("2022", "_2022", ["2022-12-01", "2022-06-01"]),
        ("Before the Start", "_earlier", ["2022-05-31", "2020-01-01"]),
    ]


def test_no_early_paper_makes_no_early_section(library: Library) -> None:
    """A turning point before the first paper changes nothing."""
    assert sections_of(library, _before("2001-01-01")) == sections_of(library, None)


def test_only_early_papers_make_only_the_early_section(library: Library) -> None:
    """A turning point after the last paper leaves one section."""
    (section,) = sections_of(library, _before("2030-01-01"))
    assert section.papers == library.papers


def test_an_empty_list_has_no_sections() -> None:
    """There is nothing to fold."""
    assert sections_of(a_library(), _before("2022-06-01")) == ()


def test_no_paper_is_lost_or_shown_twice(library: Library) -> None:
    """The sections, one after the other, are the whole list in its order."""
    found = sections_of(library, _before("2022-06-01"))
    assert [paper for section in found for paper in section.papers] == list(library.papers)


def test_a_section_is_divided_by_the_first_span_that_tells_its_papers_apart() -> None:
    """Early years by year, a year by month, a month by day; a day stays as it is."""
    days = ("2024-05-02", "2024-05-01", "2024-04-30", "2023-12-31")
    library = a_library(*(a_paper(id=f"on-{date}", date=date) for date in days))
    (early,) = sections_of(library, _before("2030-01-01"))
    assert early.name == "earlier"
    year, _ = early.divided()
    assert _shape((year,)) == [("2024", "_earlier-2024", list(days[:3]))]
    month, _ = year.divided()
    assert _shape((month,)) == [("2024-05", "_earlier-2024-05", list(days[:2]))]
    day, _ = month.divided()
    assert _shape((day,)) == [("2024-05-02", "_earlier-2024-05-02", ["2024-05-02"])]
    assert day.divided() == (day,)
    months = sections_of(library, None)[0].divided()
    assert [each.name for each in months] == ["2024-05", "2024-04"]
