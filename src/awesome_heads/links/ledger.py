"""What is remembered of links that fail: on which days, until they answer well again.

A link that is well leaves no line, so the file of a healthy list is not there at all, and a week
without news changes nothing.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from pydantic import Field

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.fields import Day, Frozen, Text, WebAddress
from awesome_heads.links.answers import Outcome, State
from awesome_heads.records import Source
from awesome_heads.records.editing import in_brackets
from awesome_heads.records.validation import validate
from awesome_heads.text import printable

LEDGER = "links/failing.yaml"
DEAD_AFTER = 3
_LONGEST = 160
# What stands where a host gives no reason in any words.
_UNSAID = "no reason was given"
_HEAD = """\
# Links that failed, each with the days on which it did; after three it counts as dead. Written and
# read by `awesome-heads links`. Where a merge leaves two lines about one link, both may stay.
failing:
"""


class Failing(Frozen):
    """A link that failed the last time it was followed, and perhaps before."""

    url: WebAddress = Field(description="The link, without a fragment.")
    failed: tuple[Day, ...] = Field(min_length=1, description="The first days on which it failed.")
    because: Text = Field(description="What happened on the last of them.")

    @property
    def is_dead(self) -> bool:
        """Whether it failed on so many days that it will hardly come back."""
        return len(self.failed) >= DEAD_AFTER

    def again(self, days: Iterable[dt.date], because: str) -> "Failing":
        """The same link after it failed on further days."""
        first = tuple(sorted({*self.failed, *days})[:DEAD_AFTER])
        return Failing(url=self.url, failed=first, because=because)


Ledger = Mapping[str, Failing]


class _File(Frozen):
    """The file that keeps them."""

    failing: tuple[Failing, ...] = Field(description="Links that failed.")


def parse_ledger(source: Source) -> tuple[Ledger | None, list[Diagnostic]]:
    """Read the ledger; of several lines about one link, the days of all count.

    Returns:
        What failed, by address, or None and every reason why the file is no ledger.
    """
    data, diagnostics = source.read()
    if diagnostics:
        return None, diagnostics
    file, diagnostics = validate(_File, data, source)
    if file is None:
        return None, diagnostics
    ledger: dict[str, Failing] = {}
    for each in file.failing:
        known = ledger.get(each.url, each)
        ledger[each.url] = known.again(each.failed, each.because)
    return ledger, []


def format_ledger(ledger: Ledger) -> str:
    """Write the ledger, a link a line in the order of their addresses; empty where none failed."""
    lines = "".join(f"  - {_line(ledger[url])}\n" for url in sorted(ledger))
    return _HEAD + lines if lines else ""


def _line(each: Failing) -> str:
    days = ", ".join(day.isoformat() for day in each.failed)
    url, because = in_brackets(each.url), in_brackets(each.because)
    return f"{{url: {url}, failed: [{days}], because: {because}}}"


def note(
    ledger: Ledger, outcomes: Iterable[Outcome], today: dt.date, linked: Iterable[str]
) -> Ledger:
    """The ledger after a day's answers.

    A link that is alive leaves it. One that is blocked stays as it was: nobody could tell.

    Args:
        ledger: The ledger before.
        outcomes: What the day brought.
        today: The day.
        linked: Every address that the list still holds; others are forgotten.
    """
    wanted = set(linked)
    noted = {url: each for url, each in ledger.items() if url in wanted}
    for each in outcomes:
        if each.state is State.FAILING:
            because = printable(each.because)[:_LONGEST].strip() or _UNSAID
            first = Failing(url=each.url, failed=(today,), because=because)
            noted[each.url] = noted.get(each.url, first).again([today], because)
        elif each.state in {State.ALIVE, State.MOVED}:
            noted.pop(each.url, None)
    return noted
