"""The README and its pictures, before they are rendered."""

import pytest

from awesome_heads.project import Project
from awesome_heads.views import build_readme
from awesome_heads.views.charts import StatisticsFigure
from awesome_heads.views.contexts import ReadmePage
from tests.builders import a_config, a_library, a_paper, a_vocabulary


@pytest.fixture
def readme(small: Project) -> ReadmePage:
    """The small list's README."""
    context = next(iter(build_readme(small.config, small.library, "\n@misc{x}\n\n"))).context
    assert isinstance(context, ReadmePage)
    return context


def test_the_readme_comes_with_two_pictures_in_two_themes(small: Project) -> None:
    """Each picture has a file for light and one for dark backgrounds."""
    pages = [(page.path, page.template) for page in build_readme(small.config, small.library, "")]
    assert pages == [
        ("README.md", "README.md"),
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
    context = next(iter(build_readme(settings, small.library, ""))).context
    assert isinstance(context, ReadmePage)
    assert context.parts == ("papers", "introduction")


def test_an_empty_list_has_a_readme() -> None:
    """Without papers there is nothing to show, and nothing fails."""
    vocabularies = [a_vocabulary(), a_vocabulary("venues", ["arXiv"])]
    pages = list(build_readme(a_config(), a_library(vocabularies=vocabularies), ""))
    assert len(pages) == 5
    figure = pages[2].context
    assert isinstance(figure, StatisticsFigure)
    assert [chart.title for chart in figure.charts] == ["No papers yet", "No papers yet"]


def test_another_vocabulary_may_order_the_readme() -> None:
    """The tree that the settings name gives stages and the count of terms."""
    library = a_library(a_paper())
    context = next(iter(build_readme(a_config(tree="venues"), library, ""))).context
    assert isinstance(context, ReadmePage)
    assert context.term_count == "1 venue"
    assert [stage.label for stage in context.stages] == ["Venues"]
