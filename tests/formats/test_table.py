"""Papers as rows of a CSV file."""

import csv
import io

import pytest

from awesome_heads.formats import Bibliography
from awesome_heads.formats.bibliography import CSV
from awesome_heads.formats.table import format_header, guarded
from tests.builders import a_library, a_paper


def row(**changes: object) -> dict[str, str]:
    """The row of a paper with these fields, by column."""
    paper = a_paper(**changes)
    text = Bibliography(a_library(paper), "https://lists.example/").file([paper], CSV)
    (found,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return found


def test_a_row_is_a_paper() -> None:
    """Each column holds what its name says, and nothing where nothing is known."""
    found = row(
        terms={"methods": ["Ablation", "Probing"]},
        published={"venue": "CRM", "date": "2025-02", "doi": "10.1000/1"},
        links={
            "paper": "https://arxiv.org/abs/2401.00001",
            "code": ["https://code.example/1", "https://code.example/2"],
        },
    )
    assert found == {
        "id": "a-paper",
        "key": "example2024copying",
        "title": "Copying Heads in a Made-Up Model",
        "authors": "Ada Example; Ben Sample",
        "date": "2024-05-28",
        "venue": "arXiv",
        "published_venue": "CRM",
        "published_date": "2025-02",
        "doi": "10.1000/1",
        "arxiv": "2401.00001",
        "paper": "https://arxiv.org/abs/2401.00001",
        "code": "https://code.example/1; https://code.example/2",
        "data": "",
        "demo": "",
        "tags": "Copy Head",
        "methods": "Ablation; Probing",
        "innovation": "Names a head that copies.",
        "tasks": "Made-up strings.",
        "result": "The head copies.",
        "page": "https://lists.example/papers/a-paper/",
    }


def test_a_vocabulary_never_takes_anothers_column() -> None:
    """One that is called as a column is told apart."""
    header = format_header(["tags", "data", "tasks"]).strip().split(",")
    assert len(header) == len(set(header))
    assert {"tags", "data", "data_terms", "tasks", "tasks_terms"} <= set(header)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A spreadsheet shows it, and runs nothing."""
    assert guarded(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("text", ["", "a=b", "'quoted'", " = "])
def test_other_cells_stay(text: str) -> None:
    """Only what begins as a formula is touched."""
    assert guarded(text) == text
    assert row(authors=["-dash- Example"])["authors"] == "'-dash- Example"
