"""Whether dates are possible, and agree with each other and with the addresses."""

import datetime as dt
import re
from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import parse_url
from awesome_heads.model import Paper
from awesome_heads.records.source import Loc

_OLDEST_YEAR = 1950
_LAST_DAYS = dt.timedelta(days=3)
_ARXIV_MONTH = re.compile(r"(\d{2})(\d{2})\.\d{4,5}")


@rule(blocking=True)
def bad_date(case: Case) -> Iterator[Finding]:
    """A date is not a day of the calendar, or not written as year-month-day.

    Why: Papers are ordered by their dates, and `03/04` means two things.
    Example: `date: 24.4.2024`, or `date: 2023-02-29`.
    Fix: Write it as `2024-04-24`; `published.date` may also be `2024` or `2024-04`.
    """
    return case.reported_as("bad-date")


@rule()
def future_date(case: Case) -> Iterator[Finding]:
    """A date lies after today; tomorrow is allowed, since it may be tomorrow elsewhere.

    Why: It is a slip of the keyboard, and the paper would lead every newest list.
    Example: `date: 2042-04-24` for a paper of 2024.
    Fix: Correct the date, and leave `published` out until the paper has appeared.
    """
    latest = case.today + dt.timedelta(days=1)
    for source, paper in case.papers:
        for loc, first, text in _dates(paper):
            if first > latest:
                hint = "leave `published` out until then" if "published" in loc else "correct it"
                yield finding(source, loc, f"{text} is still to come", hint)


@rule(Severity.WARNING)
def ancient_date(case: Case) -> Iterator[Finding]:
    """A date lies before 1950.

    Why: It is most likely a slip of the keyboard.
    Example: `date: 1924-04-24` for a paper of 2024.
    Fix: Correct the year, or ignore the rule in the record of a work that is so old.
    """
    for source, paper in case.papers:
        for loc, first, text in _dates(paper):
            if first.year < _OLDEST_YEAR:
                message = f"{text} lies before {_OLDEST_YEAR}"
                yield finding(source, loc, message, "correct the year")


@rule(Severity.WARNING)
def arxiv_month(case: Case) -> Iterator[Finding]:
    """A date disagrees with the month in the arXiv identifier.

    Why: Identifiers begin with year and month of the first version, so one of the two is wrong.
    What is sent in on the last three days of a month may carry the next one. A paper that has
    another address besides may have been public there before.
    Example: `date: 2024-05-02` beside `https://arxiv.org/abs/2409.01659`.
    Fix: Write the day of version 1 from the paper's page on arXiv, or correct the link.
    """
    for source, paper in case.papers:
        months = {url: _arxiv_month(url) for url in paper.links.paper}
        known = [month for month in months.values() if month]
        if not known:
            continue
        date, month = paper.date, min(known)
        given = (date.year, date.month)
        next_month = date + _LAST_DAYS
        if month in {given, (next_month.year, next_month.month)}:
            continue
        if given < month and None in months.values():
            continue
        said = f"{month[0]}-{month[1]:02}"
        yield finding(
            source,
            ("date",),
            f"the arXiv identifier is of {said}, the date of {date:%Y-%m}",
            f"write the day in {said} on which version 1 came out, or correct the link if "
            f"{date} is right",
        )


@rule(Severity.WARNING)
def published_early(case: Case) -> Iterator[Finding]:
    """A paper was published more than a year before its first public version.

    Why: `date` is the first public version, so nothing should come before it.
    Example: `date: 2024-04-24` with `published: {venue: ACL, date: 2021}`.
    Fix: Correct either of them; they may have changed places.
    """
    for source, paper in case.papers:
        if paper.published is None:
            continue
        later = paper.published.date
        first = paper.date
        allowed = (first.year - 1, first.month, first.day)
        known = tuple(part for part in later if part is not None)
        if known < allowed[: len(known)]:
            yield finding(
                source,
                ("published", "date"),
                f"published {later}, but first public on {first}",
                "correct one of them; they may have changed places",
            )


@rule(Severity.WARNING)
def added_early(case: Case) -> Iterator[Finding]:
    """A paper joined the list before the list began.

    Why: `added` orders the feeds; it is not the date of the paper.
    Example: `added: 2019-06-01` in a list with `started: 2024-07-03`.
    Fix: Write the day of the pull request, or correct `started` in list.yaml.
    """
    if case.settings is None:
        return
    started = case.settings[1].started
    for source, paper in case.papers:
        if paper.added and paper.added < started:
            message = f"added {paper.added}, but the list began on {started}"
            yield finding(source, ("added",), message, "write the day it joined the list")


def _dates(paper: Paper) -> Iterator[tuple[Loc, dt.date, str]]:
    """Every date of a record, as (path, first day it may mean, text)."""
    yield ("date",), paper.date, str(paper.date)
    if paper.added:
        yield ("added",), paper.added, str(paper.added)
    if paper.published:
        date = paper.published.date
        yield ("published", "date"), _first_day(date), str(date)


def _first_day(date: PartialDate) -> dt.date:
    return dt.date(date.year, date.month or 1, date.day or 1)


def _arxiv_month(url: str) -> tuple[int, int] | None:
    """Year and month in an arXiv identifier of the form in use since April 2007."""
    identifier = parse_url(url)
    found = _ARXIV_MONTH.fullmatch(identifier.value) if identifier else None
    if found is None or identifier is None or identifier.scheme != "arxiv":
        return None
    return 2000 + int(found[1]), int(found[2])


RULES = (bad_date, future_date, ancient_date, arxiv_month, published_early, added_early)
