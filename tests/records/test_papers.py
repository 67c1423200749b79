"""A file of `papers/` as a paper, and a paper as such a file."""

import pytest

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.fields import PartialDate
from awesome_heads.model import Paper
from awesome_heads.records import format_paper, parse_paper
from tests.builders import a_paper, record_text, source

RECORD = """\
title: 'Heads: a Made-Up Study'
date: 2024-05-28
authors:
  - Ada Example
  - Ben Sample
venue: arXiv
published:
  venue: Journal
  date: 2025-01
  doi: 10.1000/x1
added: 2024-06-01
tags: [Copy Head, Look-Back Head]
abstract_url: https://example.org/abstract
bibtex_key: example2024
former_ids:
  - an-earlier-name
former_titles:
  - An Earlier Title
methods: [Ablation]
links:
  paper: https://arxiv.org/abs/2401.00001
  code:
    - https://example.org/a
    - https://example.org/b
summary:
  innovation: Names a *head*.
  tasks: Made-up strings.
  result: It copies.
"""

FIELDS = [name for name in Paper.model_fields if name not in {"id", "terms"}]


def _found(text: str, *vocabularies: str) -> list[Diagnostic]:
    paper, found = parse_paper(source(text), vocabularies)
    assert paper is None
    return found


def _one(text: str, *vocabularies: str) -> tuple[tuple[int, int, int], str, str]:
    (found,) = _found(text, *vocabularies)
    return found.location[1:], found.rule, found.message


def test_a_record_is_read() -> None:
    """A record gives the paper that it states."""
    paper, found = parse_paper(source(RECORD), ["methods", "models"])
    assert found == []
    assert paper is not None
    assert (paper.title, paper.authors) == (
        "Heads: a Made-Up Study",
        ("Ada Example", "Ben Sample"),
    )
    assert paper.terms == {"methods": ("Ablation",)}
    assert paper.published is not None
    assert paper.published.date == PartialDate(2025, 1)
    assert len(paper.links.code) == 2


def test_a_record_is_written_as_people_do() -> None:
    """What was read is written back letter by letter."""
    paper, _ = parse_paper(source(RECORD), ["methods"])
    assert paper is not None
    assert format_paper(paper) == RECORD


def test_the_id_is_the_name_of_the_file() -> None:
    """A paper's id is its file's name, whatever folder it is in."""
    paper, _ = parse_paper(source(record_text(), "papers/1999/another-name.yaml"))
    assert paper is not None
    assert paper.id == "another-name"


def test_a_file_name_that_is_no_id() -> None:
    """A file whose name cannot be an id is told to be renamed, at its start."""
    paper, (found,) = parse_paper(source(record_text(), "papers/2024/A Paper.yaml"))
    assert paper is None
    assert found.location == ("papers/2024/A Paper.yaml", 1, 1, 1)
    assert (found.rule, found.hint) == ("bad-slug", "write `a-paper`")


@pytest.mark.parametrize("name", ["id", "terms"])
def test_fields_that_are_not_a_record_s_own(name: str) -> None:
    """The model's fields for id and terms are no fields of a record."""
    (found,) = _found(f"{name}: x\n" + record_text())
    assert (found.rule, found.location[1:]) == ("unknown-field", (1, 1, len(name) + 1))
    assert found.hint == f"fields here: {', '.join(sorted(FIELDS))}"


def test_an_unknown_field_may_be_misspelled() -> None:
    """A misspelled field leads to the one that was meant, a vocabulary's among them."""
    (found,) = _found("method: [x]\n" + record_text(), "methods")
    assert (found.rule, found.hint) == ("unknown-field", "did you mean `methods`?")


def test_a_vocabulary_that_the_list_has_not() -> None:
    """A field of terms is unknown where no vocabulary has its name."""
    assert _one("methods: [x]\n" + record_text())[1] == "unknown-field"


@pytest.mark.parametrize(
    ("field", "place", "rule", "message"),
    [
        ("methods: x", (1, 10, 11), "wrong-type", "`methods` takes a list, not text"),
        ("methods: {a: b}", (1, 10, 11), "wrong-type", "`methods` takes a list, not fields"),
        ("methods:\n  - x\n  - [y]", (3, 5, 6), "wrong-type", "`methods` takes text, not a list"),
        ("methods:\n  - x\n  - ''", (3, 5, 7), "empty-value", "`methods` is empty"),
    ],
)
def test_a_fault_among_terms(
    field: str, place: tuple[int, int, int], rule: str, message: str
) -> None:
    """A fault inside a field of terms is told in its own place and by its own name."""
    assert _one(f"{field}\n{record_text()}", "methods") == (place, rule, message)


def test_terms_may_be_left_empty() -> None:
    """A field of terms may hold an empty list."""
    paper, found = parse_paper(source("methods: []\n" + record_text()), ["methods"])
    assert found == []
    assert paper is not None
    assert paper.terms_of("methods") == ()


@pytest.mark.parametrize("name", ["title", "date", "venue", "tags", "links", "summary"])
def test_a_required_field(name: str) -> None:
    """A record that lacks a required field is told at its start, with the line to add."""
    (found,) = _found(record_text(**{name: None}))
    assert (found.rule, found.location[1:]) == ("missing-field", (1, 1, 1))
    assert found.hint.startswith(f"add `{name}: ...` (")


@pytest.mark.parametrize("name", ["innovation", "tasks", "result"])
def test_a_line_of_the_summary(name: str) -> None:
    """A summary that lacks a line is told at the summary."""
    lines = {"innovation": "a", "tasks": "b", "result": "c"}
    del lines[name]
    (found,) = _found(f"{record_text(summary=None)}summary: {lines}\n".replace("'", ""))
    assert (found.rule, found.message) == ("missing-field", f"`{name}` is missing")
    assert found.location.column == 1
    assert found.location.end_column == len("summary") + 1


def test_an_unreadable_file() -> None:
    """What is no YAML of fields gives no paper and the reason."""
    assert _one("title: A: B") == ((1, 9, 10), "yaml-syntax", "a colon inside unquoted text")
    assert _one("- a")[1:] == ("wrong-type", "a file must consist of fields")


def test_diagnostics_come_in_the_order_of_the_file() -> None:
    """Several faults are told from the first line to the last."""
    found = _found(
        "zzz: x\n"
        "summary: {innovation: a, tasks: '', result: c, more: d}\n"
        "links: {paper: https://example.org, cod: https://example.org}\n"
        "date: soon\n"
        "venue: x\n"
        "yyy: x\n"
        "title: [x]\n"
        "tags: []\n"
    )
    places = [(each.location.line, each.location.column) for each in found]
    assert places == sorted(places)
    assert [each.location.line for each in found] == [1, 2, 2, 3, 4, 6, 7, 8]


def test_a_bare_paper_is_written_short() -> None:
    """Fields that say nothing are left out."""
    assert format_paper(a_paper(authors=None)) == (
        "title: Copying Heads in a Made-Up Model\n"
        "date: 2024-05-28\n"
        "venue: arXiv\n"
        "tags: [Copy Head]\n"
        "links:\n"
        "  paper: https://arxiv.org/abs/2401.00001\n"
        "summary:\n"
        "  innovation: Names a head that copies.\n"
        "  tasks: Made-up strings.\n"
        "  result: The head copies.\n"
    )


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("No", "title: 'No'"),
        ("2404.15570", "title: '2404.15570'"),
        ("A: B", "title: 'A: B'"),
        ("# A", "title: '# A'"),
        ("- A", "title: '- A'"),
        ("It's", "title: It's"),
        ("Été 日本 😀", "title: Été 日本 😀"),
        ("x " * 200 + "y", "title: " + "x " * 200 + "y"),
    ],
)
def test_a_title_is_written_in_one_line(title: str, line: str) -> None:
    """Text is quoted only where it must be, and never broken into lines."""
    assert format_paper(a_paper(title=title)).splitlines()[0] == line


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-28"])
def test_a_partial_date_is_written_without_quotes(date: str) -> None:
    """A year, a month or a day is written as people type it."""
    text = format_paper(a_paper(published={"venue": "Journal", "date": date}))
    assert f"  date: {date}\n" in text


def test_terms_without_any_are_left_out() -> None:
    """A field of terms that holds none is not written."""
    assert "methods" not in format_paper(a_paper(terms={"methods": [], "models": ["M"]}))


def test_an_early_year() -> None:
    """A year of three digits is written with all four places."""
    text = format_paper(a_paper(published={"venue": "Codex", "date": "0999"}))
    assert "  date: 0999\n" in text or "  date: '0999'\n" in text
