"""The statistics page: what is counted, what is said of it, and what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.language import IN_ENGLISH
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.views import headlines, tallies
from awesome_heads.views.exhibits import Exhibit
from awesome_heads.views.matrix import MOST_PAPERS, MOST_ROWS
from awesome_heads.views.page import STATISTICS
from awesome_heads.views.scene import Scene
from awesome_heads.views.statistics import MOST_BARS, StatisticsPage, statistics_pages
from awesome_heads.views.timelines import MOST_MONTHS
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages, speaking

TAGS = a_vocabulary(
    terms=(
        {"name": "Quick", "group": ["Up"], "aliases": ["Rapid"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Deep", "group": ["Down"]},
        {"name": "Idle", "group": ["Down"]},
    ),
    groups=[
        {"name": "Up", "colour": {"light": "#111111", "dark": "#eeeeee"}},
        {"name": "Down", "colour": {"light": "#222222", "dark": "#dddddd"}},
    ],
    group_title="Floors",
)
METHODS = a_vocabulary("methods", ("Ablation", "Probing"))
PAPERS = (
    a_paper(id="a", date="2021-11-01", tags=["Rapid", "Top"], terms={"methods": ["Ablation"]}),
    a_paper(id="b", date="2024-02-01", tags=["Quick", "Deep"], terms={"methods": ["Ablation"]}),
    a_paper(id="c", date="2024-02-20", tags=["Quick"], venue="ACL"),
    a_paper(
        id="d",
        date="2024-03-01",
        tags=["Deep"],
        published={"venue": "ACL", "date": "2025"},
        links={"paper": "https://arxiv.org/abs/2403.00001", "code": "https://c.example/d"},
    ),
)


def _library(*papers: Paper, vocabularies: tuple[Vocabulary, ...] = (TAGS, METHODS)) -> Library:
    return a_library(*papers, vocabularies=vocabularies)


def _page(library: Library) -> StatisticsPage:
    (page,) = only_pages(statistics_pages(Scene(a_config(vocabularies=["tags"]), library)))
    assert page.path == STATISTICS
    assert isinstance(page.context, StatisticsPage)
    return page.context


def _exhibits(*papers: Paper) -> dict[str, Exhibit]:
    return {each.name: each for each in _page(_library(*(papers or PAPERS))).exhibits}


def _table(exhibit: Exhibit) -> list[list[str]]:
    return [["; ".join(words.text for words in cell) for cell in row] for row in exhibit.table.rows]


def test_every_figure_says_what_to_see() -> None:
    """Each heading is a sentence made from the numbers."""
    assert {name: each.headline for name, each in _exhibits().items()} == {
        "by-year": "2024 brought the most papers, 3 of 4",
        "by-month": "February 2024 is the busiest month, with 2 papers",
        "stages": "Up leads the floors over the years (3 papers), Up and Down in 2024 (2 each)",
        "most-studied": "Quick is the tag that most papers name, 3 of 4",
        "papers-and-terms": (
            "2 of 4 papers name more than one tag; the most that one paper names is 2"
        ),
        "tags-and-methods": "Quick and Ablation meet in 2 papers, more than any other pair",
        "by-venue": "arXiv has the most papers, 3 of 4",
        "shared": "Code is linked from 1 of 4 papers, data from 0 and demo from 0",
    }


def test_the_numbers_stand_in_tables() -> None:
    """Every figure's table has its head's cells in every row, and the true numbers."""
    exhibits = _exhibits()
    for each in exhibits.values():
        assert {len(row) for row in each.table.rows} == {len(each.table.head)}, each.name
    assert _table(exhibits["by-year"]) == [
        ["2021", "1"],
        ["2022", "0"],
        ["2023", "0"],
        ["2024", "3"],
    ]
    assert _table(exhibits["stages"])[-1] == ["2024", "2", "2"]
    assert _table(exhibits["most-studied"]) == [["Quick", "3"], ["Deep", "2"], ["Top", "1"]]
    assert _table(exhibits["tags-and-methods"]) == [["Quick", "2"], ["Top", "1"], ["Deep", "1"]]
    assert _table(exhibits["shared"])[-1] == ["2024", "3", "1", "0", "0"]
    assert dict(_table(exhibits["by-venue"])) == {"arXiv": "3", "ACL": "2"}
    assert [row[0] for row in _table(exhibits["by-month"])][:3] == ["2021-11", "2021-12", "2022-01"]


def test_only_years_with_papers_have_a_page_to_go_to() -> None:
    """An empty year stands in the chart and leads nowhere."""
    years = _exhibits()["by-year"].table.rows
    assert [row[0][0].page for row in years] == [
        "years/2021/index.html",
        "",
        "",
        "years/2024/index.html",
    ]


def test_an_empty_list_gets_a_sentence() -> None:
    """Where nothing can be counted, no chart is drawn."""
    page = _page(_library())
    assert page.lead == "There are no papers yet, so there is nothing to count."
    assert page.exhibits == ()


def test_one_paper_is_enough() -> None:
    """Every figure that is left is true of a single paper."""
    found = _exhibits(a_paper(tags=["Deep"]))
    assert {name: each.headline for name, each in found.items()} == {
        "by-year": "The only paper is from 2024",
        "by-month": "May 2024 is the busiest month, with 1 paper",
        "most-studied": "Deep is the tag that most papers name, 1 of 1",
        "papers-and-terms": "No paper names more than one tag",
        "by-venue": "arXiv has the most papers, 1 of 1",
        "shared": "Code is linked from 0 of 1 paper, data from 0 and demo from 0",
    }


def test_a_long_list_is_cut_and_says_so() -> None:
    """Charts and matrices stay readable; what they leave out is said, and tables may go on."""
    tags = a_vocabulary(terms=[f"T{place}" for place in range(60)])
    papers = [
        a_paper(
            id=f"p{place}", date=f"{2015 + place % 10}-0{place % 9 + 1}-01", tags=[f"T{place % 60}"]
        )
        for place in range(150)
    ]
    page = _page(_library(*papers, vocabularies=(tags, METHODS)))
    found = {each.name: each for each in page.exhibits}
    assert f"The {MOST_BARS} with the most papers of 60." in found["most-studied"].note
    assert len(found["most-studied"].plots[0].marks) == MOST_BARS
    assert len(found["most-studied"].table.rows) == 60
    assert found["by-month"].note.startswith(f"The newest {MOST_MONTHS} of ")
    matrix = found["papers-and-terms"]
    assert matrix.matrix is not None
    rows = [label for label in matrix.matrix.stub.labels if label.kind == "row"]
    assert len(rows) == MOST_ROWS
    assert {mark.page for mark in matrix.matrix.cells.marks} <= {
        f"papers/{paper.id}/index.html"
        for paper in sorted(papers, key=lambda each: each.date)[-MOST_PAPERS - 20 :]
    }
    assert f"the {MOST_PAPERS} newest papers, of 150" in matrix.note
    assert f"the {MOST_ROWS} tags named most often in these, of 42" in matrix.note


def test_papers_run_from_the_oldest_on_the_left() -> None:
    """A row's squares are its papers, in the order of their dates."""
    matrix = _exhibits()["papers-and-terms"].matrix
    assert matrix is not None
    quick = sorted(mark for mark in matrix.cells.marks if mark.tip.startswith("Quick"))
    assert [mark.page for mark in quick] == [f"papers/{each}/index.html" for each in "abc"]
    assert {mark.stage for mark in quick} == {"up"}


@pytest.mark.parametrize(
    ("tally", "said"),
    [
        ({"2023": 2, "2024": 2}, "2023 and 2024 brought the most papers, 2 each"),
        ({"2024": 3}, "Every paper is from 2024"),
        (dict.fromkeys("abcde", 1), "a, b and 3 others brought the most papers, 1 each"),
    ],
)
def test_years_that_are_equal(tally: dict[str, int], said: str) -> None:
    """No year is called the first where others have as many."""
    assert headlines.of_years(tally, sum(tally.values()), IN_ENGLISH) == said


def test_pairs_that_are_equal() -> None:
    """Where several pairs meet as often, their number is told."""
    pairs = {("a", "x"): 2, ("b", "x"): 2, ("b", "y"): 1}
    said = "2 pairs of tag and way meet in 2 papers each, and none in more"
    assert headlines.of_pairs(pairs, ("tag", "way"), IN_ENGLISH) == said
    assert (
        headlines.of_pairs({("a", "x"): 1}, ("tag", "way"), IN_ENGLISH) == "a and x meet in 1 paper"
    )


def test_a_stage_that_is_silent_in_the_newest_year() -> None:
    """What nobody leads is not told."""
    said = headlines.of_stages(
        {"Up": 2, "Down": 2}, {"Up": 0, "Down": 0}, "2025", "floors", IN_ENGLISH
    )
    assert said == "Up and Down lead the floors over the years (2 papers each)"


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(0, 5)))
def test_leaders_have_the_highest_number(tally: dict[str, int]) -> None:
    """All that have it, and no others; none where everything is 0."""
    names, number = headlines.leaders(tally)
    assert number == max(tally.values(), default=0)
    assert set(names) == {name for name, n in tally.items() if n == number and n}


@given(st.lists(st.dates(), max_size=8))
def test_months_and_years_have_no_gap(dates: list[object]) -> None:
    """From the first to the last, every month and year is there, and every paper is counted."""
    near = [f"{2000 + place % 9}-{place % 12 + 1:02}-28" for place, _ in enumerate(dates)]
    papers = [a_paper(id=f"p{place}", date=day) for place, day in enumerate(near)]
    years, months = tallies.by_year(papers), tallies.by_month(papers)
    assert sum(years.values()) == sum(months.values()) == len(papers)
    keys = [month.year * 12 + month.month for month in months]
    assert keys == list(range(min(keys, default=0), max(keys, default=-1) + 1))


CZECH = speaking("""
msgid "%(months)s are the busiest months, with %(number)s paper each"
msgid_plural "%(months)s are the busiest months, with %(number)s papers each"
msgstr[0] "Nejvíc, %(number)s článek, přinesly %(months)s"
msgstr[1] "Nejvíc, %(number)s články, přinesly %(months)s"
msgstr[2] "Nejvíc, %(number)s článků, přinesly %(months)s"

msgid ""
"%(names)s leads the %(groups)s over the years (%(papers)s), "
"%(latest)s in %(year)s (%(lately)s)"
msgid_plural ""
"%(names)s lead the %(groups)s over the years (%(papers)s), "
"%(latest)s in %(year)s (%(lately)s)"
msgstr[0] "V roce %(year)s vede %(latest)s, celkem %(names)s"
msgstr[1] "V roce %(year)s vede %(latest)s, celkem vedou %(names)s"
msgstr[2] "V roce %(year)s vede %(latest)s, celkem vedou %(names)s"
""")


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 článek"), (3, "3 články"), (5, "5 článků"), (1204, "1\xa0204 článků")],
)
def test_a_headline_takes_the_form_that_goes_with_its_number(number: int, said: str) -> None:
    """A language has as many forms of a sentence as it needs, and groups digits in its own way."""
    headline = headlines.of_months({"květen": number, "srpen": number}, CZECH)
    assert headline == f"Nejvíc, {said}, přinesly květen a\xa0srpen"


@pytest.mark.parametrize(
    ("ever", "said"),
    [({"Up": 3, "Down": 2}, "celkem Up"), ({"Up": 3, "Down": 3}, "celkem vedou Up a\xa0Down")],
)
def test_a_headline_is_one_text(ever: dict[str, int], said: str) -> None:
    """A translation orders a sentence as it likes, and may leave a part of it out."""
    newest = {"Out": 2}
    headline = headlines.of_stages(ever, newest, "2025", "floors", CZECH)
    assert headline == f"V roce 2025 vede Out, {said}"


def test_months_are_named_in_the_language_of_the_list() -> None:
    """A sentence has a month's name, and tables keep the date."""
    scene = Scene(a_config(vocabularies=["tags"]), _library(*PAPERS), CZECH)
    (page,) = only_pages(statistics_pages(scene))
    assert isinstance(page.context, StatisticsPage)
    found = {each.name: each for each in page.context.exhibits}["by-month"]
    assert found.headline == "únor 2024 is the busiest month, with 2 papers"
    assert found.table.rows[0][0][0].text == "2021-11"
