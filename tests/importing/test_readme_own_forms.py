"""READMEs that this program made, read back in each of their forms."""

from collections.abc import Mapping
from urllib.parse import unquote

import pytest

from awesome_heads.importing.found import FoundPaper
from awesome_heads.importing.readme import parse_readme
from awesome_heads.model import Paper
from awesome_heads.project import Project
from tests.readmes import FORMS, in_form, readme_of

each_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture(params=["small", "real"])
def project(request: pytest.FixtureRequest) -> Project:
    """A made-up list with strange titles, and the list that this repository keeps."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Project)
    return found


def _read(project: Project, form: str) -> Mapping[str, FoundPaper]:
    """The papers of a README by their titles; no row is left out or read twice."""
    text = readme_of(in_form(project, form))
    found = parse_readme(text.encode(), project.library.vocabularies)
    assert not found.left
    assert len(found.papers) == len(project.library.papers)
    return {" ".join(each.title.split()): each for each in found.papers}


def _links(paper: Paper) -> set[str]:
    return {unquote(url) for _, url in paper.links.pairs()}


@each_form
def test_titles_dates_tags_and_links_come_back(project: Project, form: str) -> None:
    """Every form tells them; the address of a list's own page of a paper is none of its links."""
    found = _read(project, form)
    for paper in project.library.papers:
        row = found[" ".join(paper.title.split())]
        assert str(row.date) == paper.date.isoformat()
        names = [term.name for term in project.library.terms_of(paper, "tags")]
        assert list(row.tags) == names
        assert {unquote(url) for urls in row.links.values() for url in urls} == _links(paper)
        assert unquote(paper.links.paper[0]) in map(unquote, row.links["paper"])


@pytest.mark.parametrize("form", ["table", "bullets"])
def test_venues_and_summaries_come_back(project: Project, form: str) -> None:
    """The forms that have room for them tell where a paper appeared and what it found."""
    found = _read(project, form)
    venues = project.library.vocabularies["venues"].by_name
    for paper in project.library.papers:
        row = found[" ".join(paper.title.split())]
        if "|" not in paper.venue:  # which parts one thing from the next
            assert row.venue == venues[paper.venue].name
        assert set(row.summary) == {"innovation", "tasks", "result"}
