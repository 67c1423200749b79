"""Dates of bibliographies: a year, and a month in any of its spellings."""

import re

from awesome_heads.fields import PartialDate
from awesome_heads.providers.metadata import partial_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)", re.ASCII)
_DAY = re.compile(r"(?<![\d/-])(?:0?[1-9]|[12]\d|3[01])(?![\d/-])", re.ASCII)
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?", re.ASCII)


def read_date(text: str) -> PartialDate | None:
    """The date that a text such as `2024-05`, `2024/05/28/` or `28 May 2024` begins with."""
    found = _NUMERIC.match(text.strip())
    if found is not None:
        return partial_date(*(part for part in found.groups() if part))
    year = _YEAR.search(text)
    return read_parts(year[0], text.replace(year[0], " "), "") if year else None


def read_parts(year: str, month: str, day: str) -> PartialDate | None:
    """A date out of fields of its own; of a span the first month and day count.

    A day that stands beside the month's name, as in `May 28`, is read as well.
    """
    number = _YEAR.search(year)
    if number is None:
        return None
    word = _MONTH.search(month)
    if word is None:
        digits = re.search(r"\d+", month, re.ASCII)
        return partial_date(*_upto(number[0], digits and digits[0], day.strip()))
    beside = _DAY.search(month)
    place = str(_MONTHS.index(word[1].lower()) + 1)
    return partial_date(*_upto(number[0], place, day.strip() or (beside and beside[0])))


def _upto(*parts: str | None) -> list[str]:
    """The parts before the first that is not told."""
    told: list[str] = []
    for part in parts:
        if not part:
            break
        told.append(part)
    return told
