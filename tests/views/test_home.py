"""The home page."""

from awesome_heads.views.contexts import HomePage
from awesome_heads.views.home import home_page
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper


def _home(**settings: object) -> HomePage:
    dates = ("2024-05-01", "2024-01-01", "2022-01-01", "2021-01-01")
    papers = (a_paper(id=f"of-{date}", date=date) for date in dates)
    context = home_page(Scene(a_config(**settings), a_library(*papers))).context
    assert isinstance(context, HomePage)
    return context


def test_time_runs_from_left_to_right() -> None:
    """The years stand oldest first, as in every chart; one without papers keeps its place."""
    years = _home().years
    assert [(bar.year, bar.papers) for bar in years] == [
        ("2021", 1),
        ("2022", 1),
        ("2023", 0),
        ("2024", 2),
    ]
    assert [bool(bar.page) for bar in years] == [True, True, False, True]
    assert _home().period == "2021 to 2024"


def test_years_that_would_not_fit_are_left_out() -> None:
    """Where they span decades, only years with papers are shown; one year is no period."""
    papers = (a_paper(id=f"of-{date}", date=f"{date}-01-01") for date in (1990, 2024))
    far = home_page(Scene(a_config(), a_library(*papers))).context
    assert isinstance(far, HomePage)
    assert [bar.year for bar in far.years] == ["1990", "2024"]
    one = home_page(Scene(a_config(), a_library(a_paper(date="2024-01-01")))).context
    assert isinstance(one, HomePage)
    assert one.period == "2024"
    none = home_page(Scene(a_config(), a_library())).context
    assert isinstance(none, HomePage)
    assert (none.period, none.years) == ("", ())


def test_the_newest_papers_are_few() -> None:
    """As many as the settings say, newest first; the count tells how many there are."""
    home = _home(site={"newest": 2})
    assert [row.date for row in home.newest] == ["2024-05-01", "2024-01-01"]
    assert home.papers == 4


def test_the_whole_list_can_be_taken() -> None:
    """The files that hold every paper lie beside the home page."""
    assert [file.page for file in _home().downloads][:1] == ["papers.bib"]
