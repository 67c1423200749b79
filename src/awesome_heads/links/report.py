"""What following the links of a list found, as diagnostics at the links' places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urldefrag

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.links.answers import Outcome, State
from awesome_heads.links.found import FoundLink, is_address
from awesome_heads.links.ledger import DEAD_AFTER, Failing, Ledger
from awesome_heads.records.editing import replace_text
from awesome_heads.text import count

_ARCHIVE = "https://web.archive.org/web/{day:%Y%m%d}/{url}"
_ORDER = ("alive", "moved", "blocked", "private", "failing", "dead")


def archived(failing: Failing) -> str:
    """Where the copy would be that an archive took nearest to the first failure."""
    return _ARCHIVE.format(day=failing.failed[0], url=failing.url)


def find_faults(
    links: Iterable[FoundLink], outcomes: Mapping[str, Outcome], ledger: Ledger
) -> list[Diagnostic]:
    """What there is to say of links that are not simply well, in the order of their places.

    Args:
        links: The links.
        outcomes: What came of each that was followed, by address.
        ledger: What is remembered, this run included.
    """
    found = [
        diagnostic
        for link in links
        if (outcome := outcomes.get(link.url)) is not None
        for diagnostic in _faults(link, outcome, ledger.get(link.url))
    ]
    return sorted(found, key=lambda each: each.order)


def _faults(link: FoundLink, outcome: Outcome, failing: Failing | None) -> Iterator[Diagnostic]:
    if outcome.state is State.MOVED:
        yield _moved(link, outcome)
    elif outcome.state is State.FAILING and failing is not None:
        yield _failing(link, outcome, failing)
    elif outcome.state is State.BLOCKED:
        hint = "open it in a browser to see whether it is alive"
        yield _diagnostic(link, "blocked-link", f"`{link.url}` {outcome.because}", hint)
    elif outcome.state is State.PRIVATE:
        hint = "write an address that everybody can reach, or delete the link"
        yield _diagnostic(link, "private-link", f"`{link.url}` {outcome.because}", hint)
    elif outcome.doubt:
        message = f"`{link.url}` answers, but {outcome.doubt}"
        hint = "open it, and look whether what was meant is still there"
        yield _diagnostic(link, "doubtful-link", message, hint)


def _moved(link: FoundLink, outcome: Outcome) -> Diagnostic:
    fragment = urldefrag(link.address).fragment
    kept = f"#{fragment}" if fragment and "#" not in outcome.moved_to else ""
    new = outcome.moved_to + kept
    message = f"`{link.url}` has moved for good"
    whole = _diagnostic(link, "moved-link", message, f"write `{new}`")
    if not link.written or not is_address(new):
        return whole
    return whole._replace(edit=replace_text(link.source, link.loc, new))


def _failing(link: FoundLink, outcome: Outcome, failing: Failing) -> Diagnostic:
    said = f"`{link.url}` {outcome.because}"
    if failing.is_dead:
        message = f"{said}; it has not answered well since {failing.failed[0]}"
        hint = f"replace it; there may be a copy at {archived(failing)}"
        return _diagnostic(link, "dead-link", message, hint)
    days = count(len(failing.failed), "day")
    hint = f"nothing yet: it has failed on {days}, and is called dead after {DEAD_AFTER}"
    return _diagnostic(link, "failing-link", said, hint)


def _diagnostic(link: FoundLink, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(link.source.locate(link.loc), rule, message, hint)


def verdict(outcome: Outcome, ledger: Ledger) -> str:
    """What a link is called in a report: its state, or `dead` after failing on enough days."""
    failing = ledger.get(outcome.url)
    if outcome.state is State.FAILING and failing is not None and failing.is_dead:
        return "dead"
    return outcome.state.value


def tally(outcomes: Iterable[Outcome], ledger: Ledger) -> dict[str, int]:
    """How many links are what, in a fixed order, what no link is among it."""
    numbers = Counter(verdict(each, ledger) for each in outcomes)
    return {name: numbers[name] for name in _ORDER}
