"""What is remembered of failing links."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.links import LEDGER, Failing, Outcome, State, format_ledger, note, parse_ledger
from awesome_heads.records import Source

URL = "https://a.example/page"
DAYS = [dt.date(2026, 3, day) for day in range(1, 6)]
LINE = "failing:\n  - {url: https://a.example/page, failed: [2026-03-01], because: gone}\n"


def failing(*days: dt.date, url: str = URL, because: str = "is out of order") -> Failing:
    """A link that failed on some days."""
    return Failing(url=url, failed=days, because=because)


def outcome(state: State, url: str = URL) -> Outcome:
    """What came of the link."""
    return Outcome(url, state, "is out of order" if state is State.FAILING else "")


def test_a_first_failure_is_noted() -> None:
    """A link that fails enters with the day and the reason."""
    assert note({}, [outcome(State.FAILING)], DAYS[0], [URL]) == {URL: failing(DAYS[0])}


def test_three_days_make_it_dead() -> None:
    """A link is dead once it has failed on three days, not before."""
    ledger = note({}, [], DAYS[0], [URL])
    dead = []
    for day in DAYS[:3]:
        ledger = note(ledger, [outcome(State.FAILING)], day, [URL])
        dead.append(ledger[URL].is_dead)
    assert dead == [False, False, True]


def test_a_day_counts_once() -> None:
    """However often a link fails on one day, that is one day."""
    ledger = note({}, [outcome(State.FAILING)] * 3, DAYS[0], [URL])
    assert note(ledger, [outcome(State.FAILING)], DAYS[0], [URL]) == {URL: failing(DAYS[0])}


def test_a_dead_link_changes_nothing_any_more() -> None:
    """Further failures leave the ledger as it is, so that no week without news changes it."""
    ledger = {URL: failing(*DAYS[:3])}
    assert note(ledger, [outcome(State.FAILING)], DAYS[4], [URL]) == ledger


@pytest.mark.parametrize("state", [State.ALIVE, State.MOVED])
def test_a_link_that_is_back_is_forgotten(state: State) -> None:
    """One good answer wipes out all failures before."""
    assert note({URL: failing(*DAYS[:2])}, [outcome(state)], DAYS[3], [URL]) == {}


@pytest.mark.parametrize("state", [State.BLOCKED, State.PRIVATE])
def test_what_nobody_can_tell_changes_nothing(state: State) -> None:
    """A link that is blocked keeps the days it has."""
    ledger = {URL: failing(*DAYS[:2])}
    assert note(ledger, [outcome(state)], DAYS[3], [URL]) == ledger
    assert note({}, [outcome(state)], DAYS[3], [URL]) == {}


def test_links_that_were_taken_out_are_forgotten() -> None:
    """What the list no longer holds leaves the ledger."""
    assert note({URL: failing(DAYS[0])}, [], DAYS[1], []) == {}


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    """Days are kept in order, whichever came first."""
    ledger = note({URL: failing(DAYS[2])}, [outcome(State.FAILING)], DAYS[0], [URL])
    assert ledger[URL].failed == (DAYS[0], DAYS[2])


def test_the_file() -> None:
    """Each link has a line of its own, in the order of the addresses."""
    ledger = {
        url: failing(*DAYS[:2], url=url, because="has no such page (404, not found)")
        for url in ("https://b.example/", "https://a.example/x?y=1,2#z")
    }
    assert format_ledger(ledger).partition("failing:\n")[2] == (
        "  - {url: 'https://a.example/x?y=1,2#z', failed: [2026-03-01, 2026-03-02], "
        "because: 'has no such page (404, not found)'}\n"
        "  - {url: 'https://b.example/', failed: [2026-03-01, 2026-03-02], "
        "because: 'has no such page (404, not found)'}\n"
    )


def test_a_healthy_list_has_no_file() -> None:
    """Where nothing fails, there is nothing to write."""
    assert format_ledger({}) == ""


@given(
    st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), max_size=2000),
    st.text(max_size=300),
)
def test_what_is_written_is_read(path: str, because: str) -> None:
    """Whatever an address or a host's words hold, the file gives them back."""
    kept = "".join(sign for sign in path if sign not in '<>"\\^`{|}\x85\ufeff').strip()
    url = f"https://a.example/{kept}"
    ledger = note({}, [Outcome(url, State.FAILING, because)], DAYS[0], [url])
    assert parse_ledger(Source(LEDGER, format_ledger(ledger).encode())) == (ledger, [])


@pytest.mark.parametrize("because", ["", " "])
def test_a_failure_of_no_words_is_kept(because: str) -> None:
    """A host that says nothing that can be read fails all the same."""
    ledger = note({}, [Outcome(URL, State.FAILING, because)], DAYS[0], [URL])
    assert ledger == {URL: failing(DAYS[0], because="no reason was given")}


def test_two_lines_of_a_link_count_together() -> None:
    """What a merge leaves of both sides adds up."""
    text = LINE + "  - {url: https://a.example/page, failed: [2026-03-03], because: down}\n"
    ledger, found = parse_ledger(Source(LEDGER, text.encode()))
    assert (ledger, found) == ({URL: failing(DAYS[0], DAYS[2], because="down")}, [])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2026-03-01", "2026-02-30", f"{LEDGER}:2:44 bad-date"),
        ("https:", "ftp:", f"{LEDGER}:2:11 bad-url"),
        ("because:", "becuase:", f"{LEDGER}:2:57 unknown-field"),
        ("[2026-03-01]", "[]", f"{LEDGER}:2:43 empty-value"),
        ("failing:", "faling:", f"{LEDGER}:1:1 unknown-field"),
        ("[2026-03-01]", "[2026-03-01", f"{LEDGER}:2:69 yaml-syntax"),
        ("failing:", "<<<<<<< main\nfailing:", f"{LEDGER}:2:8 yaml-syntax"),
    ],
)
def test_faults_are_told_with_their_place(old: str, new: str, told: str) -> None:
    """A file that is no ledger is refused like a record: file, line, column and rule."""
    ledger, found = parse_ledger(Source(LEDGER, LINE.replace(old, new).encode()))
    places = [
        f"{each.location.path}:{each.location.line}:{each.location.column} {each.rule}"
        for each in found
    ]
    assert ledger is None
    assert told in places
