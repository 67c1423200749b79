"""Papers of a file merged into records that the list has."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.fields import PartialDate
from awesome_heads.importing.found import FoundPaper, FoundPublication
from awesome_heads.model import Vocabulary
from awesome_heads.records import Source, parse_paper
from awesome_heads.upkeep.merging import Merge, merge
from tests.builders import a_vocabulary, record_text, source
from tests.formats.test_anything import ANY

VOCABULARIES: Mapping[str, Vocabulary] = {
    "tags": a_vocabulary("tags", ["Copy Head", "Mover Head"]),
    "venues": a_vocabulary("venues", ["arXiv", "ICLR", {"name": "NeurIPS", "aliases": ["NIPS"]}]),
    "methods": a_vocabulary("methods", ["Ablation"]),
}
COMMENTED = """\
# A record that somebody wrote by hand.
title: 'Copying Heads in a Made-Up Model'  # as printed
date: 2024-05-28
venue: arXiv   # a preprint

tags: [Copy Head] # more?
links:
  paper: https://arxiv.org/abs/2401.00001 # v1
summary:
  innovation: Names a head that copies.
  tasks: Made-up strings.
  result: The head copies.
"""


def merged(text: str, *, update: bool = False, **told: object) -> Merge:
    """A record's text merged with what a file tells of the paper."""
    fields = {"line": 1, "title": "Copying Heads in a Made-Up Model", **told}
    return merge(source(text), FoundPaper(**fields), VOCABULARIES, update=update)  # type: ignore[arg-type]


def said(result: Merge) -> Mapping[str, object]:
    """What the record says after a merge; it is a valid one."""
    paper, faults = parse_paper(result.source, ["methods"])
    assert paper is not None, faults
    return paper.model_dump(mode="json")


def test_nothing_new() -> None:
    """A file that tells what the record says changes no byte."""
    result = merged(
        COMMENTED,
        date=PartialDate(2024, 5),
        venue="arXiv",
        tags=("copy head",),
        links={"paper": ("http://arxiv.org/pdf/2401.00001v3",)},
    )
    assert result == Merge(source(COMMENTED))


def test_missing_fields_are_filled_in() -> None:
    """What the record lacks is put into lines of its own; all others stay as they were."""
    later = FoundPublication("NIPS 2024", PartialDate(2024, 12), doi="10.5555/1", pages="1-2")
    result = merged(
        COMMENTED,
        authors=("Ada Example", "Ben: Sample"),
        published=later,
        venue="arXiv",
        links={"code": ("https://github.com/a/b",)},
        facts={"methods": ["Ablation"], "added": "2024-06-01"},
    )
    paper = said(result)
    assert paper["authors"] == ["Ada Example", "Ben: Sample"]
    assert paper["published"] == {
        "venue": "NeurIPS",
        "date": "2024-12",
        "doi": "10.5555/1",
        "url": None,
        "pages": "1-2",
        "title": None,
    }
    assert paper["links"]["code"] == ["https://github.com/a/b"]  # type: ignore[index]
    assert (paper["terms"], paper["added"]) == ({"methods": ["Ablation"]}, "2024-06-01")
    lines = result.source.text.splitlines()
    assert set(COMMENTED.splitlines()) <= set(lines)
    assert (result.kept, result.failed, result.unknown) == ((), (), ())


def test_differences_are_kept() -> None:
    """A field that the record has is left alone unless an update is asked for."""
    result = merged(
        record_text(),
        title="Heads That Copy",
        date=PartialDate(2024, 5, 30),
        authors=("Somebody Else",),
        venue="ICLR",
        published=FoundPublication(),
        links={"paper": ("https://openreview.net/forum?id=abc",)},
        tags=("Mover Head",),
        summary={"result": "Another."},
    )
    assert result.source == source(record_text())
    fields = [change.field for change in result.kept]
    assert fields == ["title", "date", "authors", "venue", "tags", "links.paper", "summary.result"]
    assert result.made == ()


def test_update_replaces() -> None:
    """With an update the same fields are replaced, and no link, term or title is lost."""
    result = merged(
        COMMENTED,
        update=True,
        title="Heads: They Copy",
        date=PartialDate(2024, 5, 30),
        links={"paper": ("https://openreview.net/forum?id=abc",)},
        tags=("Mover Head",),
        summary={"result": "Another: one."},
    )
    paper = said(result)
    assert paper["title"] == "Heads: They Copy"
    assert paper["former_titles"] == ["Copying Heads in a Made-Up Model"]
    assert paper["date"] == "2024-05-30"
    assert paper["tags"] == ["Copy Head", "Mover Head"]
    assert paper["links"]["paper"] == [  # type: ignore[index]
        "https://arxiv.org/abs/2401.00001",
        "https://openreview.net/forum?id=abc",
    ]
    assert paper["summary"]["result"] == "Another: one."  # type: ignore[index]
    assert "# A record that somebody wrote by hand." in result.source.text
    assert (result.kept, result.failed) == ((), ())


def test_publication_alone() -> None:
    """An entry of the published version becomes the preprint's `published`, not its venue."""
    result = merged(
        COMMENTED,
        date=PartialDate(2025, 5),
        venue="ICLR 2025",
        doi="10.5555/1",
        pages="3-4",
        links={"paper": ("https://openreview.net/forum?id=abc", "https://doi.org/10.5555/1")},
    )
    paper = said(result)
    assert (paper["venue"], paper["date"]) == ("arXiv", "2024-05-28")
    published = {"venue": "ICLR", "date": "2025-05", "doi": "10.5555/1", "pages": "3-4"}
    published |= {"url": "https://openreview.net/forum?id=abc", "title": None}  # type: ignore[dict-item]
    assert paper["published"] == published
    assert [change.field for change in result.made] == ["published"]


def test_publication_grows() -> None:
    """A publication that is listed gets what it lacks."""
    text = record_text(published={"venue": "ICLR", "date": "2025"})
    result = merged(text, venue="ICLR", date=PartialDate(2025, 5), doi="10.5555/1")
    assert said(result)["published"]["doi"] == "10.5555/1"  # type: ignore[index]
    assert [change.field for change in result.kept] == ["published.date"]


def test_unknown_words() -> None:
    """A venue or tag that no vocabulary has is named, and written nowhere."""
    result = merged(record_text(), venue="Some Symposium", tags=("transformers",))
    assert result.unknown == ("the venue `Some Symposium`", "the tag `transformers`")
    assert result.made == ()


def test_drafts_are_completed() -> None:
    """What a draft marks as TODO is filled in."""
    text = record_text(summary=None, tags=None) + (
        "tags: [] # TODO: one or more\nsummary: # sixty words\n"
        "  innovation: # TODO: what is new\n  tasks: # TODO: what it was tested on\n"
        "  result: # TODO: what was found\n"
    )
    lines = {"innovation": "New: yes.", "tasks": "Strings.", "result": "It works."}
    result = merged(text, tags=("Copy Head",), summary=lines)
    assert said(result)["summary"] == lines
    assert said(result)["tags"] == ["Copy Head"]
    assert "innovation: 'New: yes.'\n" in result.source.text


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_bytes_stay(ending: str, bom: bytes) -> None:
    """Line ends and the byte order mark are those that the file has."""
    data = bom + COMMENTED.replace("\n", ending).encode()
    told = FoundPaper(1, "Copying Heads in a Made-Up Model", authors=("Ada Example",))
    result = merge(Source("papers/2024/a-paper.yaml", data), told, VOCABULARIES)
    added = f"authors:{ending}  - Ada Example{ending}".encode()
    assert result.source.data.replace(added, b"") == data
    assert added in result.source.data


def test_what_no_edit_can_do() -> None:
    """A change that cannot be made without touching other lines is told, not made."""
    text = "{" + '"title": "A b", "date": "2024-05-28", "venue": "arXiv"' + "}\n"
    result = merged(text, title="A b", authors=("Ada Example",))
    assert [change.field for change in result.failed] == ["authors"]
    assert result.source.text == text


def test_what_cannot_be_read() -> None:
    """A record that is no YAML is left alone."""
    assert merged("title: [") == Merge(source("title: ["))


def test_venues_that_are_no_difference() -> None:
    """The server of a preprint and the venue that is listed as its publication change nothing."""
    text = record_text(venue="NeurIPS", published={"venue": "ICLR", "date": "2025"})
    for venue in ("arXiv", "NIPS", "ICLR 2025"):
        result = merged(text, venue=venue, update=True)
        assert (result.made, result.source.text) == ((), text)


@settings(deadline=None, max_examples=100)
@given(title=ANY, authors=st.lists(ANY, max_size=3).map(tuple), line=ANY, update=st.booleans())
@pytest.mark.parametrize("text", [COMMENTED, record_text()], ids=["commented", "plain"])
def test_merging_again_changes_nothing(
    text: str, title: str, authors: tuple[str, ...], line: str, *, update: bool
) -> None:
    """Whatever a file tells, the record stays a valid one, and the same file finds it done."""
    told = {"title": title, "authors": authors, "summary": {"result": line}}
    first = merged(text, update=update, **told)
    said(first)
    again = merged(first.source.text, update=update, **told)
    assert (again.made, again.kept) == ((), first.kept)
