"""CSV as notebooks read it, with pandas and nothing said about the columns."""

import io

import pandas as pd
import pytest

from awesome_heads.formats import Bibliography
from awesome_heads.formats.bibliography import CSV
from awesome_heads.project import Project
from tests.builders import a_library, a_paper


def frame(text: str) -> pd.DataFrame:
    """A file as pandas reads it; nothing counts as missing, so `None` may be a title."""
    return pd.read_csv(
        io.StringIO(text, newline=""),
        parse_dates=["date"],
        dtype={"arxiv": str},
        keep_default_na=False,
    )


@pytest.mark.parametrize("name", ["small", "real"])
def test_a_frame_has_a_row_for_each_paper(name: str, request: pytest.FixtureRequest) -> None:
    """Rows and columns are those of the list, dates are dates, and counts come out right."""
    project = request.getfixturevalue(name)
    assert isinstance(project, Project)
    library = project.library
    papers = library.papers
    found = frame(Bibliography(library, project.config.base_url).file(papers, CSV))
    assert len(found) == len(papers)
    assert found["id"].is_unique
    assert found["key"].is_unique
    assert list(found["id"]) == [paper.id for paper in papers]
    assert list(found["date"].dt.date) == [paper.date for paper in papers]
    assert list(found["title"].str.removeprefix("'")) == [paper.title for paper in papers]
    assert list(found["authors"].str.split("; ")) == [list(p.authors) or [""] for p in papers]
    tagged = found["tags"].str.split("; ").explode().value_counts()
    for term in library.vocabularies["tags"].terms:
        told = sum(term in library.terms_of(paper, "tags") for paper in papers)
        assert tagged.get(term.name, 0) == told


def test_cells_keep_their_text() -> None:
    """Quotes, commas, the last zero of an id and words that look like nothing are as typed."""
    summary = {"innovation": 'Says "so", twice', "tasks": "None", "result": "It does."}
    paper = a_paper(
        title="None", summary=summary, links={"paper": "https://arxiv.org/abs/2401.00010"}
    )
    kept = Bibliography(a_library(paper), "https://lists.example/")
    row = frame(kept.file([paper], CSV)).iloc[0]
    assert (row["title"], row["innovation"], row["tasks"]) == ("None", 'Says "so", twice', "None")
    assert (row["arxiv"], row["doi"]) == ("2401.00010", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_a_frame_is_a_formula(start: str) -> None:
    """Written on to a spreadsheet, each is still text; without the sign before it, the title."""
    title = f"{start}SUM(A1:A9), a Title"
    paper = a_paper(title=title, authors=[f"{start}Ada Example"])
    found = frame(Bibliography(a_library(paper), "https://lists.example/").file([paper], CSV))
    texts = found.to_numpy().ravel()
    assert not any(str(text).startswith(("=", "+", "-", "@", "\t", "\r")) for text in texts)
    assert found["title"][0] == f"'{title}"
