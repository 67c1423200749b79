"""The YAML that other lists keep, whatever its fields are called."""

from pathlib import Path

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies import yaml_list
from awesome_heads.importing.found import Found

WORN = Path(__file__).parents[1] / "data" / "import" / "worn.yaml"


def read(text: str) -> Found:
    """What is found in a file."""
    return yaml_list.parse(text.encode(), {})


def test_a_worn_file() -> None:
    """Every mapping is a paper, or is told with its line and the reason."""
    found = read(WORN.read_text("utf-8"))
    first, second, third, fourth = found.papers
    assert (first.line, first.title) == (3, "A Lantern: First")
    assert first.authors == ("Ada Example", "Bo Sample", "Cleo Specimen")
    assert first.links == {
        "paper": ("https://arxiv.org/abs/2404.00099",),
        "project": ("https://example.github.io/lantern",),
    }
    assert (first.date, first.tags) == (PartialDate(2024, 4), ("dates", "tables"))
    assert first.left == ("the field `thumbnail`",)
    assert (second.title, second.authors) == ("No", ("Jane Doe", "Bo Sample"))
    assert second.links == {
        "paper": ("https://openreview.net/forum?id=abc",),
        "code": ("https://github.com/example/no",),
    }
    assert (second.date, second.venue) == (PartialDate(2021), "Clearwater 2021")
    assert second.summary == {"innovation": "New.", "result": "Good."}
    assert (third.title, third.key) == ("Folded Title", "folded")
    assert third.authors == ("Ada Example", "Bo Sample")
    assert third.links == {"paper": ("https://arxiv.org/abs/2101.00101",)}
    assert third.left == ("`soon` under `paper`, which is no address",)
    assert fourth.links == {"paper": ("https://papers.example/left-out",)}
    assert fourth.left == (
        "`not yet` under `code`, which is no address",
        "the authors, since some are left out: Ada Example et al.",
    )
    assert [(row.line, row.why) for row in found.left] == [
        (12, "it cannot be read: a colon inside unquoted text, in line 12"),
        (20, "it cannot be read: `title` stands twice, in line 21"),
        (22, "it is no mapping of fields"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- title: A\n- title: B\n",
        "papers:\n- title: A\n- title: B\n",
        "2024:\n  - title: A\n2023:\n  - title: B\n",
        "a:\n  title: A\nb:\n  title: B\n",
        "[{title: A}, {title: B}]\n",
        "meta: x\nparts:\n  - name: One\n    papers: [{title: A}]\n  - papers: [{title: B}]\n",
        "- title: &x A\n- title: A\n- title: B\n",
    ],
)
def test_shapes(text: str) -> None:
    """Lists, mappings and lists within mappings are read alike."""
    found = read(text)
    assert [paper.title for paper in found.papers] == ["A", "B"]


def test_values_of_the_wrong_kind() -> None:
    """Whatever kind of value stands in a field, nothing fails."""
    odd = ["", "x", "[]", "{}", "[[]]", "[x, [y]]", "{a: {b: c}}", "3", "null"]
    names = ("authors", "date", "year", "venue", "paper", "links", "tags", "summary", "code", "doi")
    text = "".join(f"- title: A\n  {name}: {value}\n" for name in names for value in odd)
    found = read(text)
    assert (len(found.papers), found.left) == (len(names) * len(odd), ())


def test_nothing() -> None:
    """An empty file holds nothing; one that is no YAML at all is told."""
    assert read("") == read("# nothing\n") == Found(())
    assert len(read('title: "open\n').left) == 1
