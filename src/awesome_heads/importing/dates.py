"""Days, in the forms in which people write them."""

import datetime as dt
import re
from typing import NamedTuple

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORTEST_MONTH = 3
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(rf"(?<![\w/-]){form}(?![\d/-])", re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_YEAR}(?P<sign>[-/. ])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})",
        rf"{_YEAR}\u5e74(?P<month>\d{{1,2}})\u6708(?P<day>\d{{1,2}})\u65e5",
        rf"{_MONTH}[ -]{_DAY},?[ -]{_YEAR}",
        rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"{_YEAR},?[ -]{_MONTH}[ -]{_DAY}",
    )
)
_YEAR_AT_END = re.compile(r"(?:\d{4}|'\d{2}|(?<=[ -])\d{2})$", re.ASCII)
_AROUND = " ,;:()[]-"
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)", re.ASCII)
_COARSE = re.compile(rf"(?:{_MONTH},? )?\d{{4}}|\d{{4}}[-/.]\d{{1,2}}", re.IGNORECASE | re.ASCII)


class Reading(NamedTuple):
    """What a text may mean.

    Attributes:
        days: The days it may mean; just one where it is clear.
        sure: Whether it was written so that it means nothing else.
        coarse: Whether it names a year or a month, but no day.
    """

    days: tuple[dt.date, ...] = ()
    sure: bool = False
    coarse: bool = False


def read_day(text: str) -> Reading:
    """Read the day that a text names."""
    line = " ".join(text.split())
    found = {day for form in _FORMS for match in form.finditer(line) if (day := _day(match))}
    if found:
        return Reading(tuple(sorted(found)), sure=len(found) == 1)
    year_last = _YEAR_LAST.search(line)
    if year_last is not None:
        first, second, year = (int(part) for part in year_last.groups())
        readings = {_date(year, second, first), _date(year, first, second)}
        days = tuple(sorted(day for day in readings if day))
        return Reading(days, sure=bool(days) and first == second)
    return Reading(coarse=_COARSE.fullmatch(line) is not None)


def without_days(text: str) -> str:
    """A text without the days that it names, and without a year at its end."""
    line = " ".join(text.split())
    for form in _FORMS:
        line = form.sub(" ", line)
    return _YEAR_AT_END.sub("", line.strip(_AROUND)).strip(_AROUND)


def _day(found: re.Match[str]) -> dt.date | None:
    month = found["month"].lower()
    if month.isdigit():
        return _date(int(found["year"]), int(month), int(found["day"]))
    numbers = [place for place, name in enumerate(_MONTHS, start=1) if _means(month, name)]
    return _date(int(found["year"]), numbers[0], int(found["day"])) if numbers else None


def _means(written: str, month: str) -> bool:
    return len(written) >= _SHORTEST_MONTH and month.startswith(written)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
