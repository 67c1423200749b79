"""A run that goes on where it was cut off."""

import datetime as dt

import pytest

from awesome_heads.links import Hop, Outcome, State, format_entry, parse_journal

TODAY = dt.date(2026, 3, 2)
FOUND = [
    Outcome(
        "https://a.example/é",
        State.MOVED,
        hops=(Hop(301, "https://a.example/é"),),
        last="https://b.example/",
        moved_to="https://b.example/",
    ),
    Outcome("https://a.example/2", State.FAILING, "says \u2028 \ud83d\ude00".encode(
        "utf-16", "surrogatepass").decode("utf-16")),
    Outcome("https://a.example/3", State.BLOCKED, "refuses programs (403, forbidden)"),
    Outcome("https://a.example/4", State.ALIVE, doubt="its title is `404`"),
]  # fmt: skip


def journal() -> str:
    """A journal of them all."""
    return "".join(f"\n{format_entry(TODAY, each)}" for each in FOUND)


def test_what_was_found_is_known_again() -> None:
    """Every outcome of the day comes back as it was."""
    assert parse_journal(journal(), TODAY) == {each.url: each for each in FOUND}


def test_another_day_begins_anew() -> None:
    """What was found on another day counts for nothing."""
    assert parse_journal(journal(), TODAY + dt.timedelta(days=1)) == {}


@pytest.mark.parametrize("cut", range(1, 120, 7))
def test_a_torn_line_counts_for_nothing(cut: int) -> None:
    """Wherever a journal was cut off, what stands before is known, and nothing is made up."""
    torn = journal()[:-cut]
    known = parse_journal(torn, TODAY)
    assert set(known) <= {each.url for each in FOUND}
    assert all(known[each.url] == each for each in FOUND[:2])


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", "null", '["2026-03-02", []]', '["2026-03-02", ["u", "well"]]', "\x00"]
)
def test_foreign_lines_are_passed_over(line: str) -> None:
    """Whatever else stands in the file is no outcome."""
    assert parse_journal(f"{line}{journal()}\n{line}", TODAY).keys() == {each.url for each in FOUND}


def test_private_links_are_looked_at_again() -> None:
    """Whether a private network may be asked is for each run to say."""
    entry = format_entry(TODAY, Outcome("http://inside.example/", State.PRIVATE, "lies inside"))
    assert parse_journal(entry, TODAY) == {}
