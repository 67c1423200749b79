"""What a run has found so far, a line for each link, so that a run that was cut off goes on."""

import datetime as dt
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from awesome_heads.links.answers import Hop, Outcome, State

_FINAL = {State.ALIVE, State.MOVED, State.BLOCKED, State.FAILING}


class _Entry(NamedTuple):
    day: dt.date
    outcome: Outcome


@cache
def _entries() -> TypeAdapter[_Entry]:
    return TypeAdapter(_Entry)


def format_entry(day: dt.date, outcome: Outcome) -> str:
    """Write one line, without its end."""
    return _entries().dump_json(_Entry(day, outcome)).decode()


def parse_journal(text: str, day: dt.date) -> dict[str, Outcome]:
    """What was found on a day, by address.

    A line that was cut off, or is of another day, counts for nothing. Neither does a link that led
    into a private network: whether that may be asked is for each run to say.
    """
    found = {}
    for line in text.split("\n"):
        try:
            entry = _entries().validate_json(line)
        except ValidationError:
            continue
        outcome = entry.outcome._replace(hops=tuple(Hop(*hop) for hop in entry.outcome.hops))
        if entry.day == day and outcome.state in _FINAL:
            found[outcome.url] = outcome
    return found
