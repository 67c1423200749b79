"""CSL-JSON of several programs; a broken item hides no other."""

import json
from pathlib import Path

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies import csl_json, jsonl
from awesome_heads.importing.found import Found

WORN = Path(__file__).parents[1] / "data" / "import" / "worn.csl.json"


def read(text: str) -> Found:
    """What is found in a file."""
    return csl_json.parse(text.encode(), {})


def test_a_worn_file() -> None:
    """Every item is a paper, or is told with its line and the reason."""
    found = read(WORN.read_text("utf-8"))
    first, second, third = found.papers
    assert first.title == "A Lantern for a < b"
    assert first.authors == ("Jan van der Berg", "The Lantern Team", "Plato")
    assert first.left == ("an author: {}",)
    assert (first.date, first.venue, first.pages) == (PartialDate(2024, 5), "Clearwater", "1-9")
    assert first.links == {
        "paper": ("https://papers.example/3", "https://doi.org/10.5555/lantern.3")
    }
    assert second.title == "In a List"
    assert second.published is not None
    assert (second.published.doi, second.published.venue) == (
        "10.5555/lantern.4",
        "Journal of Lanterns",
    )
    assert (second.date, second.tags) == (PartialDate(2023, 1), ("dates", "tables"))
    assert (third.venue, third.published, third.date) == ("arXiv", None, PartialDate(2024, 5))
    assert [(row.line, row.why) for row in found.left] == [
        (7, "it is no JSON: Expecting ',' delimiter in line 7, column 35"),
        (11, "it has no title"),
        (12, "it is no object with fields"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "A"}\n{"title": "B"}\n',
        '[{"title": "A"}, {"title": "B"}]',
        '{"total": 2, "items": [{"title": "A"}, {"title": "B"}]}',
        '\ufeff[{"title": "A"}\n{"title": "B"}',
    ],
)
def test_shapes(text: str) -> None:
    """Arrays, lines, and arrays that an object wraps are read alike."""
    for parser in (csl_json, jsonl):
        found = parser.parse(text.encode(), {})
        assert [paper.title for paper in found.papers] == ["A", "B"]
        assert found.left == ()


def test_what_is_nested_too_deeply() -> None:
    """A file that would exhaust the reader is told, and ends nothing."""
    for text in ("[" * 100_000, '[{"title": ' + "[" * 100_000):
        assert len(read(text).left) == 1


def test_nothing() -> None:
    """An empty file or array holds nothing."""
    assert read("") == read("[]") == read("[\n]\n") == Found(())


def test_values_of_the_wrong_kind() -> None:
    """Whatever kind of value stands in a field, nothing fails."""
    odd: list[object] = [None, True, 3, "x", [], {}, [[]], [None], {"a": {}}]
    names = ("author", "issued", "container-title", "URL", "DOI", "keyword", "page", "number")
    items = [{"title": "A", name: value} for name in names for value in odd]
    assert len(read(json.dumps(items)).papers) == len(items)
    told = ("authors", "date", "terms", "links", "summary", "published", "former_ids")
    items = [{"title": "A", name: value} for name in told for value in odd]
    assert len(jsonl.parse(json.dumps(items).encode(), {}).papers) == len(items)
