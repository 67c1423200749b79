"""Citation keys: what they are made of, and that they stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.formats.keys import citation_keys
from awesome_heads.model import Paper
from tests.builders import a_paper


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({}, "example2024copying"),
        ({"title": "On the Heads of a Model"}, "example2024heads"),
        ({"title": "How to Do a Thing"}, "example2024thing"),
        ({"title": "On the"}, "example2024"),
        ({"title": "面包"}, "example2024mianbao"),
        ({"authors": ["Ada van der Öxample-Sample"]}, "vanderoxamplesample2024copying"),
        ({"authors": ["Ada O'Example"]}, "oexample2024copying"),
        ({"authors": None}, "anonymous2024copying"),
        ({"authors": ["The Example Heads Team"]}, "example2024copying"),
        ({"authors": ["OpenExample"]}, "openexample2024copying"),
        ({"authors": ["王 伟"]}, "wang2024copying"),
        ({"date": "1999-01-01"}, "example1999copying"),
        ({"bibtex_key": "Own:Key-1"}, "Own:Key-1"),
        ({"bibtex_key": "O'wn {Key}, 1"}, "OwnKey1"),
    ],
)
def test_a_key_says_who_when_and_what(changes: dict[str, object], key: str) -> None:
    """First author, year and first telling word, in plain letters; or what the record says."""
    paper = a_paper(**changes)
    assert citation_keys([paper]) == {"a-paper": key}


def test_keys_that_would_be_alike_get_letters() -> None:
    """The oldest paper has none; one more than the alphabet has its id."""
    papers = [
        a_paper(id=f"paper-{number:02}", added=f"2024-06-{number + 1:02}") for number in range(29)
    ]
    keys = citation_keys(reversed(papers))
    assert [keys[f"paper-{number:02}"] for number in (0, 1, 2, 26, 27, 28)] == [
        *("example2024copying", "example2024copyinga", "example2024copyingb"),
        "example2024copyingz",
        "example2024copyingpaper-27",
        "example2024copyingpaper-28",
    ]
    assert len(set(keys.values())) == len(papers)


def test_a_key_of_the_records_own_is_taken_by_it() -> None:
    """A made key gives way to one that a record states, whichever is older."""
    old = a_paper(id="old", added="2024-01-01")
    new = a_paper(id="new", added="2025-01-01", bibtex_key="example2024copying")
    assert citation_keys([old, new]) == {"new": "example2024copying", "old": "example2024copyinga"}


PAPERS = st.lists(
    st.tuples(
        st.sampled_from(["Ada Example", "Ben Example", "Cleo Sample"]),
        st.sampled_from(["Heads", "Heads A", "On Heads", "Tails", "The", "Headsa"]),
        st.sampled_from(["2023-12-31", "2024-01-01", "2024-02-02"]),
        st.sampled_from([None, None, None, "own", "example2024heads"]),
    ),
    min_size=1,
    max_size=8,
)


def made(rows: list[tuple[str, str, str, str | None]]) -> list[Paper]:
    """Papers in the order in which they joined the list, a day apart."""
    return [
        a_paper(
            id=f"p{number}",
            authors=[author],
            title=title,
            date=date,
            bibtex_key=key,
            added=f"2024-03-{number + 1:02}",
        )
        for number, (author, title, date, key) in enumerate(rows)
    ]


@settings(deadline=None, max_examples=150)
@given(rows=PAPERS)
def test_keys_are_unique_and_stay(rows: list[tuple[str, str, str, str | None]]) -> None:
    """Whatever joins the list later, no earlier paper's key changes, in whatever order given."""
    papers = made([*rows[:-1], (*rows[-1][:3], None)])
    before, after = citation_keys(papers[:-1]), citation_keys(papers)
    assert len(set(after.values())) == len(papers)
    assert {name: after[name] for name in before} == before
    assert citation_keys(papers[::-1]) == after
