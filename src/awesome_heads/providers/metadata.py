"""What a service says of a paper, in words common to all services."""

import datetime as dt
import html
import re
from dataclasses import dataclass

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")


@dataclass(frozen=True)
class Metadata:
    """A paper as one service describes it; what it does not say is empty.

    Attributes:
        identifier: The paper's identity, as it was asked for.
        source: Name of the service.
        title: Title, as Unicode text.
        date: First public version where the service knows it, else the publication.
        authors: Full names in the printed order, given names first.
        venue: Where it appeared, in the service's own words.
        published: Day, month or year of that publication.
        doi: DOI of the published version, without `https://doi.org/`.
        url: The address to link to.
        pages: Pages in the volume.
        abstract: Abstract; it serves to find tags and links and is never written anywhere.
        comment: A note of the authors.
        version: Number of the newest version.
        updated: The day of the newest version.
        withdrawn: Whether the paper was taken back.
    """

    identifier: Identifier
    source: str
    title: str
    date: PartialDate | None = None
    authors: tuple[str, ...] = ()
    venue: str = ""
    published: PartialDate | None = None
    doi: str = ""
    url: str = ""
    pages: str = ""
    abstract: str = ""
    comment: str = ""
    version: int | None = None
    updated: dt.date | None = None
    withdrawn: bool = False


@dataclass(frozen=True)
class Problem:
    """Why a body holds no metadata of a paper.

    Attributes:
        message: What is wrong, as the end of a sentence that the service's name begins.
        passing: Whether the same request may succeed later.
    """

    message: str
    passing: bool = False


MISSING = Problem("knows no such paper")


def one_line(text: object) -> str:
    """A text without line breaks, control characters and doubled blanks; empty for anything else.

    Lone surrogates, which JSON can name and no file can hold, go as well.
    """
    if not isinstance(text, str):
        return ""
    shown = (" " if not letter.isprintable() else letter for letter in text)
    return " ".join("".join(shown).split())


def plain_text(markup: object) -> str:
    """A text out of one in which entities and tags of HTML or JATS may stand."""
    return one_line(html.unescape(_TAG.sub(" " if _has_blocks(markup) else "", _text(markup))))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _has_blocks(markup: object) -> bool:
    """Whether tags part words, as those of paragraphs do, and those of emphasis do not."""
    return re.search(r"<(?:jats:)?(?:p|title|sec|br)\b", _text(markup)) is not None


def partial_date(*parts: object) -> PartialDate | None:
    """A date of a year, a month and a day, or of as many of them as make sense."""
    numbers: list[int] = []
    for part in parts:
        if not isinstance(part, int | str) or not str(part).isdecimal():
            break
        numbers.append(int(part))
    while numbers:
        text = "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(numbers))
        try:
            return PartialDate.parse(text)
        except ValueError:
            numbers.pop()
    return None


def iso_date(text: object) -> PartialDate | None:
    """The date at the start of an ISO 8601 timestamp, to the part that is given."""
    found = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", _text(text), re.ASCII)
    return partial_date(*found.groups()) if found else None


def first_day(date: PartialDate) -> dt.date:
    """The earliest day that a date can mean."""
    return dt.date(date.year, date.month or 1, date.day or 1)
