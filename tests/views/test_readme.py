"""The README and its pictures, before they are rendered."""

import pytest

from awesome_heads.project import Project
from awesome_heads.views import build_readme
from awesome_heads.views.charts import StatisticsFigure
from awesome_heads.views.contexts import ReadmePage, Volume, VolumePage, Way
from awesome_heads.views.readme import Chapter, Readme, Written
from tests.builders import a_config, a_library, a_paper, a_vocabulary


def _chapters(readme: Readme) -> list[Chapter]:
    """Every section with a text, none of them divided."""
    return [Chapter(each, (Written(each, f"of {each.title}"),)) for each in readme.sections]


def _whole(readme: Readme) -> ReadmePage:
    """A README that has room for every paper."""
    chapters = _chapters(readme)
    page = readme.page(chapters, len(chapters))
    assert (page.path, page.template) == ("README.md", "README.md")
    assert isinstance(page.context, ReadmePage)
    return page.context


@pytest.fixture
def readme(small: Project) -> ReadmePage:
    """The small list's README."""
    return _whole(build_readme(small.config, small.library, "\n@misc{x}\n\n"))


def test_the_readme_comes_with_two_pictures_in_two_themes(small: Project) -> None:
    """Each picture has a file for light and one for dark backgrounds."""
    pictures = build_readme(small.config, small.library, "").pictures()
    assert [(page.path, page.template) for page in pictures] == [
        ("assets/taxonomy-light.svg", "taxonomy.svg"),
        ("assets/statistics-light.svg", "statistics.svg"),
        ("assets/taxonomy-dark.svg", "taxonomy.svg"),
        ("assets/statistics-dark.svg", "statistics.svg"),
    ]


def test_sections_hold_every_paper(readme: ReadmePage, small: Project) -> None:
    """Newest first, early years in one section, nobody twice."""
    shown = [row.id for section in readme.sections for row in section.rows]
    assert shown == [paper.id for paper in small.library.papers]
    assert readme.sections[-1].title == "Before the Great Knead"


def test_years_run_from_the_oldest(readme: ReadmePage) -> None:
    """Figures read from left to right, folded as the sections are."""
    assert readme.years == (
        ("Before the Great Knead", 2),
        ("2022", 1),
        ("2023", 2),
        ("2024", 3),
    )


def test_the_newest_are_as_many_as_the_settings_say(readme: ReadmePage) -> None:
    """They are the first papers of the list."""
    assert [row.id for row in readme.newest] == ["late-loaf", "leap-day", "every-field"]


def test_plain_numbers_of_the_list(readme: ReadmePage) -> None:
    """Papers and terms are counted; the repository is named as its host names it."""
    assert (readme.papers, readme.term_count) == (8, "7 cultures")
    assert readme.repository == "bakers/crumbs"
    assert readme.bibtex == "@misc{x}"


def test_the_parts_are_the_settings_own(small: Project) -> None:
    """Which parts there are, and in what order, the list decides."""
    settings = a_config(readme={"sections": ["papers", "introduction"]})
    context = _whole(build_readme(settings, small.library, ""))
    assert context.parts == ("papers", "introduction")


def test_an_empty_list_has_a_readme() -> None:
    """Without papers there is nothing to show, and nothing fails."""
    vocabularies = [a_vocabulary(), a_vocabulary("venues", ["arXiv"])]
    readme = build_readme(a_config(), a_library(vocabularies=vocabularies), "")
    assert _whole(readme).sections == ()
    figure = list(readme.pictures())[1].context
    assert isinstance(figure, StatisticsFigure)
    assert [chart.title for chart in figure.charts] == ["No papers yet", "No papers yet"]


def test_another_vocabulary_may_order_the_readme() -> None:
    """The tree that the settings name gives stages and the count of terms."""
    library = a_library(a_paper())
    context = _whole(build_readme(a_config(tree="venues"), library, ""))
    assert context.term_count == "1 venue"
    assert [stage.label for stage in context.stages] == ["Venues"]


def test_a_section_has_its_text_or_a_file(small: Project) -> None:
    """What the README has no room for is in a file, and it says where each such paper is."""
    readme = build_readme(small.config, small.library, "")
    context = readme.page(_chapters(readme), 1).context
    assert isinstance(context, ReadmePage)
    first, second, *_ = context.sections
    assert (first.text, first.address, first.volumes) == ("of 2024", "#_2024", ())
    path = "papers/README-2023.md"
    assert (second.text, second.address) == ("", path)
    assert second.volumes == (Volume("2023", path, 2),)
    assert context.places["signs"] == path
    assert "late-loaf" not in context.places


def test_a_divided_section_leads_to_its_parts(small: Project) -> None:
    """Its own place is the heading in the README, where its files are listed."""
    readme = build_readme(small.config, small.library, "")
    section = readme.sections[0]
    parts = tuple(Written(each, each.title) for each in section.divided())
    context = readme.page([Chapter(section, parts)], 0).context
    assert isinstance(context, ReadmePage)
    (shown,) = context.sections
    assert shown.address == "#_2024"
    assert [each.path for each in shown.volumes] == [
        "papers/README-2024-11.md",
        "papers/README-2024-02.md",
    ]


def test_a_file_knows_what_is_beside_it(small: Project) -> None:
    """The newer papers may be in the README or in another file; none are older than the last."""
    readme = build_readme(small.config, small.library, "")
    pages = list(readme.volumes(_chapters(readme), 1))
    assert [page.path.rpartition("-")[2] for page in pages] == ["2023.md", "2022.md", "earlier.md"]
    beside = [
        (page.context.newer, page.context.older)
        for page in pages
        if isinstance(page.context, VolumePage)
    ]
    late, middle = Way("2024", "../README.md#_2024"), Way("2023", "README-2023.md")
    old, oldest = Way("2022", "README-2022.md"), Way("Before the Great Knead", "README-earlier.md")
    assert beside == [(late, old), (middle, oldest), (old, None)]
