"""A title in plain words with venue and year behind it, such as `Title. Venue 2024.`."""

import re
from typing import NamedTuple

from awesome_heads.fields import PartialDate
from awesome_heads.importing.readme.naming import are_full_names
from awesome_heads.importing.readme.when import read_when
from awesome_heads.importing.terms import Names

_DATED = re.compile(
    r"(?P<head>.*\S)[\s,(\[]+(?P<when>(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d{2}(?:[-/.]\d{1,2}){0,2})"
    r"[)\]]?[\s.]*",
    re.DOTALL,
)
_MOST_WORDS = 4
_LONGEST = 500
_CUT_SHORT = re.compile(r"\bet al\.?$")


class PlainTitle(NamedTuple):
    """A title with what stood behind it."""

    title: str
    venue: str = ""
    date: PartialDate | None = None
    authors: str = ""
    rest: str = ""


def split_plain(text: str, venues: Names) -> PlainTitle:
    """Take a text apart from its end, since a title may hold any sign and any sentence."""
    day, bar, behind = text.partition(" | ")
    when = read_when(day) if bar else None
    if when is not None and when.day is not None:
        title, _, rest = behind.partition(" | ")
        return PlainTitle(title.strip(), "", when, rest=rest)
    told = _split(text, venues)
    for sign in (". ", ", "):
        before, found, names = told.title.rpartition(sign)
        if sign == ", " and found and _CUT_SHORT.search(names):
            return told._replace(title=before, authors=names)
        if sign == ". " and found and (are_full_names(names) or _CUT_SHORT.search(names)):
            return told._replace(title=before, authors=names)
    return told


def _split(text: str, venues: Names) -> PlainTitle:
    line = " ".join(text.split()).rstrip(" ,;:|-\u2013\u2014")
    found = _DATED.fullmatch(line[-_LONGEST:])
    date = read_when(found["when"]) if found else None
    head = line[:-_LONGEST] + found["head"] if found and date else line.removesuffix(".").rstrip()
    # A title may end in three dots; a fourth is the sentence's.
    if not date and line.endswith("...") and not line.endswith("...."):
        head = line
    for before, after in _cuts(head):
        term = venues.find(after)
        if term is not None:
            return PlainTitle(before, term.name, date)
    if date:
        before, sign, after = head.rpartition(". ")
        if sign:
            return PlainTitle(before, after, date)
        before, sign, after = head.rpartition(" (")
        if not sign:
            before, sign, after = head.rpartition(", ")
        if sign and len(after.split()) <= _MOST_WORDS:
            return PlainTitle(before.rstrip(" ."), after, date)
        head = head.removesuffix(".")
    return PlainTitle(head, "", date)


def _cuts(head: str) -> list[tuple[str, str]]:
    """Every way to end the title at a sign that may stand before a venue, longest venue first."""
    start = max(0, len(head) - _LONGEST)
    ends = re.finditer(r"\. | \(|, |(?<=[?!]) | [-\u2013\u2014|] ", head[start:])
    return [(head[: start + found.start()], head[start + found.end() :]) for found in ends]
