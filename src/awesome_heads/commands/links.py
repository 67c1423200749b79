"""`links`: every link of the list followed, and those that fail remembered from day to day."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from awesome_heads import HOME, checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import counting, notes, report, results, tell_waiting
from awesome_heads.commands.results import say
from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.links import (
    FoundLink,
    Ledger,
    Outcome,
    State,
    find_faults,
    find_links,
    format_entry,
    note,
    parse_journal,
    tally,
)
from awesome_heads.mending import mend
from awesome_heads.reporters.github import format_github
from awesome_heads.reporters.links import format_links
from awesome_heads.reporters.sarif import format_sarif
from awesome_heads.reporters.text import format_text
from awesome_heads.text import count
from awesome_heads.web import Follower

# With fewer hosts than these, none of them answering may well be their own fault.
_FEW_HOSTS = 3


@dataclass(frozen=True)
class Followed:
    """The links of a list, and what came of each."""

    links: Sequence[FoundLink]
    outcomes: Mapping[str, Outcome]
    ledger: Ledger


def links(root: Path, form: str, follow: Callable[[str], Follower], *, fix: bool) -> int:
    """Follow every link; 1 where one is dead, has moved or should not be there.

    Args:
        root: The list's folder.
        form: How it is reported, one of `FORMATS`.
        follow: Makes what follows links, given the address under which we can be found.
        fix: Whether to write the new addresses of links that have moved into their files.
    """
    today = disk.today()
    case = project.read(root, today)
    before, faults = disk.read_ledger(root)
    if case.settings is None:
        faults = checks.run(case, blocking_only=True)
    if faults or case.settings is None:
        report(faults, "no link was followed")
        return 1
    follower = follow(case.settings[1].repository_url)
    followed = _follow(root, find_links(case.files), follower, before, today)
    if fix:
        with disk.lock(root, tell_waiting):
            case = project.read(root, today)  # it may have been edited meanwhile
            followed = replace(followed, links=find_links(case.files))
            left = _fix(root, case, _judge(case, followed))
    else:
        left = _judge(case, followed)
    left.sort(key=lambda each: each.order)
    FORMATS[form](followed, left)
    return int(any(each.severity is not Severity.NOTE for each in left))


def _follow(
    root: Path, found: Sequence[FoundLink], follower: Follower, before: Ledger, today: dt.date
) -> Followed:
    """Follow the links that an earlier run of the day did not get to, and remember all.

    Raises:
        AwesomeHeadsError: Nothing answered at all; then nothing is remembered.
    """
    urls = list(dict.fromkeys(link.url for link in found))
    journal = disk.Journal(root, "links")
    known = parse_journal(journal.read(), today)
    outcomes = {url: known[url] for url in urls if url in known}
    if outcomes:
        notes().print(f"Going on: {count(len(outcomes), 'link')} followed earlier today.")
    with counting(len(urls) - len(outcomes), "Following links") as advance:

        def take(outcome: Outcome) -> None:
            journal.add(format_entry(today, outcome))
            outcomes[outcome.url] = outcome
            advance()

        answered = follower.follow([url for url in urls if url not in outcomes], take)
    if not answered and _are_cut_off(outcomes):
        journal.end()
        raise AwesomeHeadsError(
            "not one host answered, so the network itself seems to be out of reach",
            "nothing was noted; try again once other programs reach it",
        )
    after = note(before, outcomes.values(), today, urls)
    with disk.lock(root, tell_waiting):
        disk.write_ledger(root, after)
    journal.end()
    return Followed(found, outcomes, after)


def _judge(case: Case, followed: Followed) -> list[Diagnostic]:
    found = find_faults(followed.links, followed.outcomes, followed.ledger)
    return checks.run_reported(case, found)


def _are_cut_off(outcomes: Mapping[str, Outcome]) -> bool:
    hosts = {url.split("/")[2] for url in outcomes}
    failing = all(each.state is State.FAILING for each in outcomes.values())
    return failing and len(hosts) >= _FEW_HOSTS


def _fix(root: Path, case: Case, found: list[Diagnostic]) -> list[Diagnostic]:
    """Make the edits that the findings carry; gives the findings that are left."""
    mended = mend(found, case.files, lambda _: True)
    disk.write_files(root, mended.outputs)
    console = notes()
    for each in mended.done:
        place = f"{each.location.path}:{each.location.line}"
        console.print(f"fixed {place} {each.rule}: {each.message}; {each.hint}")
    console.print(f"{count(len(mended.done), 'link')} mended.")
    return [each for each in found if each not in mended.done]


def _text(followed: Followed, found: list[Diagnostic]) -> None:
    remarks = [each for each in found if each.severity is Severity.NOTE]
    notes().print(format_text(remarks), end="")
    worse = [each for each in found if each not in remarks]
    results().print(format_text(worse), end="", soft_wrap=True)
    numbers = tally(followed.outcomes.values(), followed.ledger)
    told = ", ".join(f"{number:,} {name}" for name, number in numbers.items() if number)
    fixable = sum(each.edit is not None for each in found)
    advice = f"; `awesome-heads links --fix` mends {fixable:,}" if fixable else ""
    total = f"{count(len(followed.outcomes), 'link')} followed"
    say(f"{total}{': ' if told else ''}{told}{advice}.")


def _github(_: Followed, found: list[Diagnostic]) -> None:
    say(format_github(found).rstrip("\n"))


def _json(followed: Followed, found: list[Diagnostic]) -> None:
    whole = format_links(followed.links, followed.outcomes, followed.ledger, found)
    say(whole.rstrip("\n"))


def _sarif(_: Followed, found: list[Diagnostic]) -> None:
    page = f"{HOME}/blob/main/docs/rules.md"
    say(format_sarif(found, page, checks.FOLLOWED).rstrip("\n"))


FORMATS: Mapping[str, Callable[[Followed, list[Diagnostic]], None]] = {
    "text": _text,
    "github": _github,
    "json": _json,
    "sarif": _sarif,
}
