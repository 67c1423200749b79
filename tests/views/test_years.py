"""The pages of years."""

from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.page import Crumb
from awesome_heads.views.scene import Scene
from awesome_heads.views.tree import StageCount
from awesome_heads.views.years import YearPage, YearsPage, year_pages
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages

TAGS = a_vocabulary(
    terms=[{"name": "Quick", "group": ["Up"]}, {"name": "Top", "group": ["Up"]}],
    groups=[{"name": "Up"}],
)
LIBRARY = a_library(
    a_paper(id="a", date="2024-01-02", tags=["Quick", "Top"]),
    a_paper(id="b", date="2024-12-31", tags=["Top"]),
    a_paper(id="c", date="2022-06-15", tags=["Quick"]),
    a_paper(id="d", date="2020-01-01", tags=["Quick"]),
    vocabularies=[TAGS],
)
SETTINGS = a_config(earlier={"before": "2022-12-01", "title": "Long Ago"})


def _years() -> dict[str, YearPage]:
    found = {}
    for page in only_pages(year_pages(Scene(SETTINGS, LIBRARY))):
        if isinstance(page.context, YearPage):
            found[page.path] = page.context
    return found


def test_the_list_of_years_comes_first() -> None:
    """One page lists the years, and one for each follows it, newest first."""
    pages = only_pages(year_pages(Scene(SETTINGS, LIBRARY)))
    assert [page.path for page in pages] == [
        "years/index.html",
        "years/2024/index.html",
        "years/2022/index.html",
        "years/2020/index.html",
    ]
    listing = pages[0].context
    assert isinstance(listing, YearsPage)
    assert [(bar.year, bar.papers) for bar in listing.years] == [
        ("2024", 2),
        ("2022", 1),
        ("2020", 1),
    ]


def test_a_year_has_its_page_though_lists_fold_it_away() -> None:
    """Early years share a section elsewhere; each still has its own page."""
    assert [row.id for row in _years()["years/2020/index.html"].rows] == ["d"]


def test_a_year_counts_its_papers_and_stages() -> None:
    """A paper with two terms of a stage is one paper of that stage."""
    page = _years()["years/2024/index.html"]
    assert [row.id for row in page.rows] == ["b", "a"]
    assert (page.year, page.stages) == ("2024", (StageCount("Up", "up", 2),))
    assert page.frame.description == "2 papers of 2024 in Made-Up Heads."
    assert page.frame.crumbs == (Crumb("Years", "years/index.html"),)


def test_a_year_leads_to_those_beside_it() -> None:
    """Years without papers are passed over; the ends lead one way only."""
    years = _years()
    middle = years["years/2022/index.html"]
    assert middle.newer == Neighbour("2024", "years/2024/index.html", "2 papers")
    assert middle.older == Neighbour("2020", "years/2020/index.html", "1 paper")
    assert years["years/2024/index.html"].newer is None
    assert years["years/2020/index.html"].older is None


def test_a_list_without_papers_has_no_years() -> None:
    """The list of years is there, and empty."""
    (page,) = only_pages(year_pages(Scene(a_config(), a_library())))
    assert isinstance(page.context, YearsPage)
    assert page.context.years == ()
