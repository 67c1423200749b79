"""arXiv's feeds, read."""

import datetime as dt

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.providers import MISSING, Metadata, Problem
from awesome_heads.providers.arxiv import parse, request, split
from tests.bodies import ABSTRACT, arxiv_entry, arxiv_error, arxiv_extra, arxiv_feed

ONE = Identifier("arxiv", "2401.00001")
TWO = Identifier("arxiv", "2401.00002")
OLD = Identifier("arxiv", "hep-th/9901001")


def read(entry: str) -> Metadata:
    """The metadata of the paper `ONE` in a feed of one entry."""
    found = parse(arxiv_feed(entry), [ONE])[ONE]
    assert isinstance(found, Metadata)
    return found


def test_one_request_asks_for_all() -> None:
    """Ids are batched, and as many results asked for as there are ids."""
    asked = request([ONE, OLD])
    assert asked.path == "/api/query"
    assert dict(asked.query) == {"id_list": "2401.00001,hep-th/9901001", "max_results": "2"}


def test_an_entry_gives_everything() -> None:
    """Title, first day, authors, version and the rest come out in one line each."""
    extra = arxiv_extra("8 pages", "10.5555/Lantern.1", "Proc. of Reading Machines (2024) 3")
    found = read(arxiv_entry(version=3, extra=extra))
    assert found == Metadata(
        identifier=ONE,
        source="arXiv",
        title="Lantern Heads Carry Dates",
        date=PartialDate(2024, 1, 3),
        authors=("Ada Example", "Bo Sample"),
        venue="Proc. of Reading Machines (2024) 3",
        published=PartialDate(2024),
        doi="10.5555/lantern.1",
        url="https://arxiv.org/abs/2401.00001",
        abstract=ABSTRACT,
        comment="8 pages",
        version=3,
        updated=dt.date(2024, 1, 5),
    )


def test_entries_are_told_apart_whatever_their_order() -> None:
    """Each paper gets its own entry, old ids too, and one that is left out is missing."""
    feed = arxiv_feed(arxiv_entry("hep-th/9901001", title="Old"), arxiv_entry("2401.00001"))
    found = parse(feed, [ONE, TWO, OLD])
    titles = [each.title for each in found.values() if isinstance(each, Metadata)]
    assert titles == ["Lantern Heads Carry Dates", "Old"]
    assert found[TWO] == MISSING


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("50% of Heads & R&D #1", "50% of Heads & R&D #1"),
        (
            r"The {\O}rsted--K\"onig Head: \emph{why} $O(n^2)$",
            "The Ørsted\u2013König Head: why $O(n^2)$",
        ),
        ("Heads that don't", "Heads that don't"),
        ("A < B", "A < B"),
    ],
)
def test_titles_lose_their_tex_and_nothing_else(title: str, expected: str) -> None:
    """Accents become letters, formulas stay, and signs that TeX would swallow are kept."""
    assert read(arxiv_entry(title=title)).title == expected


@pytest.mark.parametrize(
    ("entry", "withdrawn"),
    [
        (arxiv_entry(extra=arxiv_extra("This paper has been withdrawn by the authors")), True),
        (arxiv_entry(extra=arxiv_extra("Withdrawn: an error in section 2")), True),
        (arxiv_entry(abstract="This submission was withdrawn."), True),
        (arxiv_entry(abstract="Heads can be withdrawn from a model."), False),
        (arxiv_entry(extra=arxiv_extra("9 pages")), False),
    ],
)
def test_withdrawals_are_recognised(entry: str, *, withdrawn: bool) -> None:
    """A remark or an abstract says that the paper was taken back; a mere word does not."""
    assert read(entry).withdrawn is withdrawn


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Rate exceeded.",
        b"<html><body>Sorry</body></html>",
        arxiv_feed(arxiv_entry())[:600],
        b"\xff\xfe\x00",
        b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>',
        b'<?xml version="1.0" encoding="no-such"?><feed/>',
    ],
    ids=["empty", "rate", "html", "truncated", "binary", "entities", "encoding"],
)
def test_what_is_no_feed_is_a_passing_problem(body: bytes) -> None:
    """Pages, pieces, throttling and XML tricks give a problem that may pass."""
    found = parse(body, [ONE])[ONE]
    assert isinstance(found, Problem)
    assert found.passing
    assert split(body) == {}


def test_an_error_entry_is_about_the_whole_question() -> None:
    """The entry called Error, sent with status 200, is reported with arXiv's reason."""
    found = parse(arxiv_error("2401.99"), [ONE, TWO])
    expected = Problem("refused the question: incorrect id format for 2401.99")
    assert found == {ONE: expected, TWO: expected}


def test_a_split_feed_reads_as_the_whole_one() -> None:
    """Each entry, cut out as a feed of its own, gives the same metadata."""
    feed = arxiv_feed(arxiv_entry("2401.00001"), arxiv_entry("2401.00002", title="Two"))
    whole = parse(feed, [ONE, TWO])
    pieces = split(feed)
    assert {each: parse(pieces[each], [each])[each] for each in (ONE, TWO)} == whole
