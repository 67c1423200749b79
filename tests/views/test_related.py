"""The papers that a paper's page points to because they share its tags."""

from awesome_heads.library import Library
from awesome_heads.views.related import REACH, related
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper


def _related(
    library: Library, paper: str, most: int = 5, reach: int = REACH
) -> list[tuple[str, str]]:
    scene = Scene(a_config(site={"related": most}), library)
    found = related(scene, next(each for each in library.papers if each.id == paper), reach)
    return [(other.page.split("/")[1], other.reason) for other in found]


def test_they_are_ranked_by_how_rare_the_shared_tags_are() -> None:
    """One rare tag in common weighs more than one that many share; two weigh more than one."""
    library = a_library(
        a_paper(id="a", tags=["Rare", "Common", "Lone"]),
        a_paper(id="rare", tags=["Rare"]),
        a_paper(id="both", tags=["Common", "Rare"]),
        a_paper(id="common", tags=["Common"]),
        a_paper(id="more", tags=["Common"]),
        a_paper(id="none", tags=["Other"]),
    )
    assert _related(library, "a") == [
        ("both", "also on Rare and Common"),
        ("rare", "also on Rare"),
        ("common", "also on Common"),
        ("more", "also on Common"),
    ]
    assert _related(library, "none") == []


def test_those_near_in_time_come_first() -> None:
    """Where the tags weigh the same, the nearest date wins, before or after; then the id."""
    dates = {"far": "2020-01-01", "after": "2024-01-11", "z": "2024-01-06", "b": "2023-12-27"}
    papers = [a_paper(id=name, date=date) for name, date in dates.items()]
    library = a_library(a_paper(id="a", date="2024-01-01"), *papers)
    assert [name for name, _ in _related(library, "a")] == ["b", "z", "after", "far"]


def test_only_so_many_are_named() -> None:
    """The settings say how many; none is an answer too."""
    library = a_library(*(a_paper(id=name) for name in "abcd"))
    assert len(_related(library, "a", 2)) == 2
    assert _related(library, "a", 0) == []


def test_of_each_tag_only_the_nearest_are_looked_at() -> None:
    """Beyond the reach a paper is not seen, however much it shares; within it, it comes first."""
    tags = {"01": ["One"], "02": ["Two"], "03": ["One", "Two"], "04": ["Two"], "05": ["One"]}
    tags["28"] = ["One", "Two"]
    papers = [a_paper(id=f"p{day}", date=f"2024-01-{day}", tags=tags[day]) for day in tags]
    library = a_library(*papers)
    assert [name for name, _ in _related(library, "p03", 1, reach=3)] == ["p28"]
    assert [name for name, _ in _related(library, "p03", 1, reach=1)] == ["p02"]


def test_the_reach_is_never_less_than_what_is_to_be_named() -> None:
    """A list that wants many related papers gets them."""
    library = a_library(*(a_paper(id=f"p{number}") for number in range(9)))
    assert len(_related(library, "p8", 8, reach=1)) == 8
