"""What all pages share."""

import pytest

from awesome_heads.views.contexts import YearBar
from awesome_heads.views.page import Crumb, root_of
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary, in_another_language


def _scene(**settings: object) -> Scene:
    papers = (
        a_paper(id="a", date="2024-03-01"),
        a_paper(id="b", date="2024-02-01"),
        a_paper(id="c", date="2024-01-01"),
        a_paper(id="d", date="2022-01-01"),
    )
    further = [a_vocabulary(name, ["One"]) for name in ("models", "benchmarks", "methods")]
    return Scene(a_config(**settings), a_library(*papers, vocabularies=further))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], ["benchmarks", "methods", "models", "tags", "venues"]),
        (["tags", "models"], ["tags", "models", "benchmarks", "methods", "venues"]),
        (["venues", "gone", "tags"], ["venues", "tags", "benchmarks", "methods", "models"]),
    ],
)
def test_vocabularies_stand_as_the_settings_name_them(
    named: list[str], expected: list[str]
) -> None:
    """Those named come first in that order, the others after them by name."""
    scene = _scene(vocabularies=named)
    assert [each.id for each in scene.vocabularies] == expected


def test_years_are_measured_against_the_busiest() -> None:
    """A year's share is that of the year with the most papers, newest year first."""
    assert _scene().year_bars() == (
        YearBar("2024", "years/2024/index.html", 3, 100),
        YearBar("2022", "years/2022/index.html", 1, 33),
    )


def test_an_empty_list_has_no_year_bars() -> None:
    """Without papers there is no busiest year, and no failure."""
    assert Scene(a_config(), a_library()).year_bars() == ()


def test_rows_are_made_once() -> None:
    """The same paper gives the same row, alone or among others."""
    scene = _scene()
    first, second, *_ = scene.library.papers
    assert scene.rows([second, first]) == (scene.row(second), scene.row(first))
    assert scene.row(first) is scene.rows([first])[0]


def test_a_frame_places_its_page() -> None:
    """Title, address and the way up are those of the page."""
    crumbs = (Crumb("Years", "years/index.html"),)
    frame = _scene().frame("years/2024/index.html", "2024", "One year.", crumbs)
    assert frame.title == "2024 \u00b7 Made-Up Heads"
    assert frame.canonical == "https://example.org/heads/years/2024/"
    assert (frame.root, frame.crumbs, frame.description) == ("../../", crumbs, "One year.")
    assert frame.indexed


def test_the_home_page_is_called_like_the_list() -> None:
    """Without a title of its own, a page carries the list's name and address alone."""
    frame = _scene().frame("index.html", "", "All of it.")
    assert frame.title == "Made-Up Heads"
    assert frame.canonical == "https://example.org/heads/"
    assert frame.root == ""


def test_a_frame_with_a_root_of_its_own_is_not_listed() -> None:
    """Pages shown at other addresses keep out of search engines."""
    frame = _scene().frame("404.html", "Gone", "Nothing.", root="/heads/")
    assert (frame.root, frame.indexed) == ("/heads/", False)


@pytest.mark.parametrize(
    ("page", "current"),
    [
        ("tags/copy-head/index.html", ["Tags"]),
        ("venues/index.html", ["Venues"]),
        ("years/2024/index.html", ["Years"]),
        ("papers/a/index.html", ["Papers"]),
        ("authors/ada/index.html", ["Authors"]),
        ("index.html", []),
    ],
)
def test_the_navigation_marks_the_section_one_is_in(page: str, current: list[str]) -> None:
    """What the list is about stands at the top, other ways in at the foot; one is current."""
    frame = _scene(vocabularies=["tags"]).frame(page, "A page", "A page.")
    assert [item.label for item in (*frame.nav, *frame.browse) if item.current] == current
    assert [item.label for item in frame.nav] == [
        "Papers",
        "Tags",
        "Benchmarks",
        "Methods",
        "Models",
        "Statistics",
        "Add a paper",
    ]
    assert [item.label for item in frame.browse] == ["Years", "Venues", "Authors", "Data and feeds"]


@pytest.mark.parametrize(
    ("page", "root"), [("index.html", ""), ("tags/index.html", "../"), ("a/b/c.html", "../../")]
)
def test_the_way_up_matches_the_depth(page: str, root: str) -> None:
    """One step up for each folder the page lies in."""
    assert root_of(page) == root


@pytest.mark.parametrize(("given", "called"), [("Floors", "Floors"), (None, "Gruppen")])
def test_groups_have_a_name_of_their_own_or_a_word_of_the_language(
    given: str | None, called: str
) -> None:
    """What a vocabulary calls its outermost groups wins over the word for groups."""
    german = in_another_language({"Groups": "Gruppen"})
    scene = Scene(a_config(), a_library(a_paper()), german)
    assert scene.group_title(a_vocabulary(group_title=given)) == called
