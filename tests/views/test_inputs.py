"""What outputs say that they are made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import pytest

from awesome_heads.library import Library
from awesome_heads.model import Paper, Summary
from awesome_heads.project import Project
from awesome_heads.views import File, Page, build_site
from awesome_heads.views.page import Context
from awesome_heads.views.rows import Row

OTHER = Summary(innovation="Another *line*.", tasks="Another `task`.", result="Another result.")


def with_other_summaries(project: Project) -> Project:
    """The same list, its papers summed up in other words."""

    def changed(papers: Iterable[Paper]) -> Iterable[Paper]:
        return (paper.model_copy(update={"summary": OTHER}) for paper in papers)

    library = project.library
    return replace(project, library=Library.of(changed(library.papers), library.vocabularies))


@pytest.fixture(scope="module")
def silent(small: Project) -> Mapping[str, Page | File]:
    """The outputs that say to have nothing of the papers' summaries, by path."""
    return {
        each.path: each
        for each in build_site(small.config, small.library, small.language)
        if isinstance(each, Page | File)
        and each.inputs is not None
        and not (each.inputs.summaries and each.inputs.papers)
    }


def held(value: object) -> Iterator[object]:
    """A template's values, and all that can be reached from them."""
    yield value
    if isinstance(value, Context):
        value = value.variables()
    if isinstance(value, Mapping):
        value = tuple(value.values())
    elif hasattr(value, "__dict__"):
        value = tuple(vars(value).values())
    if isinstance(value, tuple | list):
        for each in value:
            yield from held(each)


def test_what_is_made_without_summaries_does_not_change_with_them(
    small: Project, silent: Mapping[str, Page | File]
) -> None:
    """Outputs that name no paper, or say to leave out summaries, are the same under other ones."""
    before, after = small.site(), with_other_summaries(small).site()
    assert [path for path in silent if before[path] != after[path]] == []


def test_no_template_of_such_a_page_is_given_a_summary(
    silent: Mapping[str, Page | File],
) -> None:
    """A list's own template could show it, and would not be asked again when it changes."""
    pages = [each for each in silent.values() if isinstance(each, Page)]
    assert any(isinstance(value, str) for page in pages for value in held(page.context))
    told = [
        (page.path, type(value).__name__)
        for page in pages
        for value in held(page.context)
        if isinstance(value, Paper | Summary | Row)
    ]
    assert told == []


def test_what_every_edit_of_a_summary_would_renew_is_little(
    silent: Mapping[str, Page | File],
) -> None:
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
    } <= silent.keys()
    assert not {"papers.csv", "papers.json", "index.html", "search/index.js"} & silent.keys()
