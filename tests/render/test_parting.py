"""A README that is too long for GitHub, in several files."""

import posixpath
import re
from collections.abc import Mapping, Sequence

import pytest

from awesome_heads.project import Project
from awesome_heads.render import LARGEST, Output, Theme
from awesome_heads.seal import is_intact
from tests.builders import a_config, a_library, a_paper, in_another_language
from tests.judges import PREFIX, elements, on_github, parse
from tests.readmes import FORMS, in_form

PARTS = ("introduction", "contents", "use", "newest", "papers", "statistics", "licence")
ROOM = 40_000
DAYS = tuple(f"{month:02}-{day:02}" for month in range(1, 13) for day in (3, 17))


def a_list(dates: Sequence[str], **settings: object) -> Project:
    """A paper for each date, given in any order."""
    papers = (
        a_paper(id=f"paper-{number}", former_ids=[f"draft-{number}"], date=date)
        for number, date in enumerate(dates)
    )
    given = {"readme": {"sections": PARTS, "newest": 3}, **settings}
    return Project(a_config(**given), a_library(*papers), Theme(), "@misc{x}")


def years(first: int, last: int) -> list[str]:
    """Two days of each month of some years."""
    return [f"{year}-{day}" for year in range(first, last + 1) for day in DAYS]


def texts(made: Mapping[str, Output]) -> dict[str, str]:
    """The README and its volumes, in order."""
    return {path: each.data.decode() for path, each in made.items() if path.endswith(".md")}


def papers_in(text: str) -> list[str]:
    """Ids of the papers that stand in a file."""
    return re.findall(r'<a id="(paper-\d+)"></a>', text)


def test_a_readme_that_fits_stays_whole() -> None:
    """There is one file as long as there is room."""
    made = a_list(years(2020, 2021)).readme(ROOM)
    assert list(texts(made)) == ["README.md"]


@pytest.mark.parametrize("form", FORMS)
def test_older_sections_move_and_nothing_is_cut(form: str) -> None:
    """Each file keeps below the limit, the newest sections stay, and each paper stands once."""
    project = in_form(a_list(years(2014, 2025)), form)
    found = texts(project.readme(ROOM))
    assert all(len(text.encode()) <= ROOM for text in found.values())
    readme, *volumes = found
    kept = 12 - len(volumes)
    assert 0 < kept < 12
    assert volumes == [f"papers/README-{2025 - place}.md" for place in range(kept, 12)]
    assert [each for text in found.values() for each in papers_in(text)] == [
        paper.id for paper in project.library.papers
    ]
    room = ROOM - len(found[readme].encode())
    assert len(found[volumes[0]].encode()) > room, "there was room for one section more"


@pytest.mark.parametrize("open_years", [0, 1, 20])
def test_every_link_within_the_files_leads_somewhere(open_years: int) -> None:
    """From the contents, the newest papers and the years to the files, and back to the README."""
    project = in_form(a_list(years(2014, 2025)), "table", open_years=open_years)
    made = project.readme(ROOM)
    pages = {path: parse(on_github(text)) for path, text in texts(made).items()}
    anchors = {
        path: {each.get("id", "").removeprefix(PREFIX) for each in elements(page)}
        for path, page in pages.items()
    }
    led = set()
    for path, page in pages.items():
        for link in (each.get("href", "") for each in page.iter("a")):
            if not link or ":" in link:
                continue
            file, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            target = target if file else path
            assert target in pages
            assert not anchor or anchor in anchors[target], (path, link)
            led.add((path, target))
    for volume in list(pages)[1:]:
        assert {("README.md", volume), (volume, "README.md")} <= led


def test_a_file_leads_to_the_years_beside_it() -> None:
    """The newer one may still be in the README, and the oldest has none older."""
    found = texts(a_list(years(2014, 2025)).readme(ROOM))
    first, *_, last = list(found)[1:]
    newest = int(first[-7:-3])
    assert f"newer: [{newest + 1}](../README.md#_{newest + 1})" in found[first]
    assert f"older: [{newest - 1}](README-{newest - 1}.md)" in found[first]
    assert "newer: [2015](README-2015.md)" in found[last]
    assert "older: " not in found[last]


def test_the_newest_papers_lead_to_where_they_are() -> None:
    """Where even the newest section has a file of its own, the list of the newest links it."""
    found = texts(a_list([f"2025-{day}" for day in DAYS] * 5).readme(20_000))
    assert not papers_in(found["README.md"])
    (link,) = re.findall(r"- 2025-12-17 · \[.*?\]\((.*?)#paper-23\)", found["README.md"])
    assert "paper-23" in papers_in(found[link])


def test_every_file_is_sealed() -> None:
    """What tells a hand's change of the README tells it of the other files too."""
    found = texts(a_list(years(2014, 2025)).readme(ROOM))
    assert {is_intact(text) for text in found.values()} == {True}


def test_a_year_that_no_file_can_hold_is_divided_by_month() -> None:
    """The README keeps the year's heading, and leads to each month; older years move as well."""
    crowded = [f"2024-{day}" for day in DAYS] * 3
    found = texts(a_list([*years(2023, 2023), *crowded, "2025-01-01"]).readme(ROOM // 2))
    months = [f"papers/README-2024-{month:02}.md" for month in range(12, 0, -1)]
    assert list(found) == ["README.md", *months, "papers/README-2023.md"]
    readme = found["README.md"]
    assert "[2024](#_2024) (72)" in readme
    assert "**2024** · 72 papers: [2024-12](papers/README-2024-12.md) (6), " in readme
    assert readme.index("### 2025") < readme.index('<a id="_2024"></a>')
    assert "older: [2023](README-2023.md)" in found["papers/README-2024-01.md"]


def test_a_month_that_no_file_can_hold_is_divided_by_day() -> None:
    """A month of hundreds of papers has a file for each day."""
    days = [f"2024-05-{day:02}" for day in range(1, 29)]
    found = texts(a_list([*days * 3, "2024-06-01"]).readme(ROOM // 2))
    wanted = ["2024-06", *reversed(days)]
    assert list(found) == ["README.md", *(f"papers/README-{each}.md" for each in wanted)]
    assert all(len(text.encode()) <= ROOM // 2 for text in found.values())


def test_early_years_may_be_divided_too() -> None:
    """The section of early years has files named after it, a year each where it must."""
    early = {"before": "2022-06-01", "title": "Before [the] Start"}
    project = a_list(years(2020, 2023), earlier=early)
    assert list(texts(project.readme(ROOM)))[-1] == "papers/README-earlier.md"
    found = texts(project.readme(ROOM // 2 + 2000))
    assert list(found)[-3:] == [f"papers/README-earlier-{year}.md" for year in (2022, 2021, 2020)]
    assert (
        "**Before \\[the\\] Start** · 58 papers: [2022](papers/README-earlier-2022.md)"
        in (found["README.md"])
    )


def test_a_divided_year_is_never_put_together_again() -> None:
    """Even a README of nothing else leads to its months, rather than show it in pieces."""
    project = in_form(a_list(years(2024, 2024) * 2), "table", sections=("papers",))
    size = len(project.readme()["README.md"].data)
    assert list(texts(project.readme(size))) == [
        "README.md",
        *(f"papers/README-2024-{month:02}.md" for month in range(12, 0, -1)),
    ]


def test_a_readme_without_papers_moves_none() -> None:
    """A list that does not show its papers there has nothing to take out."""
    project = in_form(a_list(years(2014, 2025)), "table", sections=("introduction", "newest"))
    assert list(texts(project.readme(500))) == ["README.md"]


def test_the_readme_says_that_it_is_not_everything() -> None:
    """Whoever reads the part on how to use the list learns of the other files."""
    project = a_list(years(2014, 2025))
    whole, parted = project.readme()["README.md"], project.readme(ROOM)["README.md"]
    assert b"**Read.** This page holds everything." in whole.data
    assert b"**Read.** This page and the files that it leads to hold everything." in parted.data


def test_files_speak_the_lists_language() -> None:
    """What a file of papers says around them comes from the catalogue."""
    project = a_list(years(2014, 2025))
    german = in_another_language({"The whole list": "Die ganze Liste"})
    spoken = Project(project.config, project.library, project.theme, "", german)
    assert (
        "[Die ganze Liste](../README.md#_papers)"
        in texts(spoken.readme(ROOM))["papers/README-2014.md"]
    )


def test_thousands_of_papers_at_the_limit_of_every_build() -> None:
    """By itself the README keeps below 400,000 bytes, and so does every other file."""
    project = a_list(years(2014, 2025) * 7)
    found = texts(project.readme())
    assert LARGEST == 400_000
    assert 1 < len(found) < 13
    assert all(len(text.encode()) <= LARGEST for text in found.values())
    assert sum(len(papers_in(text)) for text in found.values()) == len(project.library.papers)
    assert len(project.library.papers) > 2000
