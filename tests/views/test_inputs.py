"""What outputs say that they are made of."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from awesome_heads.library import Library
from awesome_heads.model import Paper, Summary
from awesome_heads.project import Project
from awesome_heads.views import File, Page, build_site

OTHER = Summary(innovation="Another *line*.", tasks="Another `task`.", result="Another result.")


def with_other_summaries(project: Project) -> Project:
    """The same list, its papers summed up in other words."""

    def changed(papers: Iterable[Paper]) -> Iterable[Paper]:
        return (paper.model_copy(update={"summary": OTHER}) for paper in papers)

    library = project.library
    return replace(project, library=Library.of(changed(library.papers), library.vocabularies))


@pytest.fixture(scope="module")
def silent(small: Project) -> list[str]:
    """Paths of the outputs that say to have nothing of the papers' summaries."""
    return [
        each.path
        for each in build_site(small.config, small.library, small.language)
        if isinstance(each, Page | File)
        and each.inputs is not None
        and not (each.inputs.summaries and each.inputs.papers)
    ]


def test_what_is_made_without_summaries_does_not_change_with_them(
    small: Project, silent: list[str]
) -> None:
    """Outputs that name no paper, or say to leave out summaries, are the same under other ones."""
    before, after = small.site(), with_other_summaries(small).site()
    assert [path for path in silent if before[path] != after[path]] == []


def test_what_every_edit_of_a_summary_would_renew_is_little(silent: list[str]) -> None:
    """Citations, statistics, indexes and what tells a listed paper do without summaries."""
    assert {
        "papers.bib",
        "papers.csl.json",
        "papers.ris",
        "statistics/index.html",
        "authors/index.html",
        "api/papers.json",
        "contribute/papers.js",
        "search/orders.js",
    } <= set(silent)
    assert not {"papers.csv", "papers.json", "index.html", "search/index.js"} & set(silent)
