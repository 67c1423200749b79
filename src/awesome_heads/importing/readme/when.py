"""Dates as lists write them, alone or behind the name of a venue."""

import re

from awesome_heads.fields import PartialDate
from awesome_heads.importing.dates import read_day

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTHS = re.findall(r"\w+", "jan feb mar apr may jun jul aug sep oct nov dec")
_MONTH = rf"(?P<name>(?:{'|'.join(_MONTHS)})[a-z]*)\.?"
_COARSE = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})",
        rf"(?P<month>\d{{1,2}})[-/.]{_YEAR}",
        rf"{_MONTH},?[ -]+{_YEAR}",
        rf"{_YEAR},?[ -]+{_MONTH}",
        r"'(?P<short>\d{2})",
    )
)
_DAY = rf"{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
_AT_END = re.compile(
    rf"(?P<rest>.*?)[\s,:(-]*(?P<when>(?:(?<![a-z]){_MONTH},?[ -]+)?(?<!\d){_YEAR}"
    r"(?:[-/.]\d{1,2}){0,2}|(?<=[A-Za-z ])['\u2019]\d{2})\s*\)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_AT_START = re.compile(
    rf"(?P<when>{_YEAR}(?:[-/.]\d{{1,2}}){{0,2}})[\s,:]+(?P<rest>\D.*)", re.DOTALL
)
_IN_TEXT = re.compile(rf"(?<!\d){_YEAR}(?!\d)", re.ASCII)
_AROUND = " \t\n,.;:()[]{}|*_"
_LAST_MONTH = 12
_LONGEST = 500


def read_when(text: str) -> PartialDate | None:
    """The day, month or year that a text is; None where it says anything else."""
    line = " ".join(text.replace("\u2019", "'").split()).strip(_AROUND)
    reading = read_day(line)
    if reading.sure and not any(letter.isalpha() for letter in _without_month(line)):
        return PartialDate.parse(reading.days[0].isoformat())
    for form in _COARSE:
        found = form.fullmatch(line)
        if found:
            return _date(found.groupdict())
    return None


def _without_month(line: str) -> str:
    return re.sub(r"[a-z]{3,9}|\d(?:st|nd|rd|th)", "", line, count=2, flags=re.IGNORECASE)


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    if parts.get("short"):
        return PartialDate(2000 + int(parts["short"] or 0))
    month = None
    if parts.get("month"):
        month = int(parts["month"] or 0)
    elif parts.get("name"):
        month = _MONTHS.index((parts["name"] or "")[:3].lower()) + 1
    if month is not None and not 1 <= month <= _LAST_MONTH:
        return None
    return PartialDate(int(parts["year"] or 0), month)


def split_dated(text: str) -> tuple[str, PartialDate | None]:
    """A text without the date at its end or its start, and that date."""
    line = " ".join(text.split()).strip(_AROUND)
    whole = read_when(line)
    if whole is not None:
        return "", whole
    for form in (_AT_END, _AT_START) if len(line) <= _LONGEST else ():
        found = form.fullmatch(line)
        when = read_when(found["when"]) if found else None
        if found and when:
            return found["rest"].strip(_AROUND), when
    return line, None


def year_in(text: str) -> PartialDate | None:
    """The one year that a heading names, unless it says before or after it."""
    years = set(_IN_TEXT.findall(text))
    vague = re.search(r"\b(?:before|until|after|since|prior)\b|[-\u2013]\s*$", text, re.IGNORECASE)
    return PartialDate(int(years.pop())) if len(years) == 1 and not vague else None
