"""Venue, date, authors and tags out of the words that stand around a title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from awesome_heads.fields import PartialDate
from awesome_heads.importing.found import FoundPublication
from awesome_heads.importing.people import read_authors
from awesome_heads.importing.questions import SUMMARY, field_of
from awesome_heads.importing.readme.naming import are_names, without_by
from awesome_heads.importing.readme.pieces import Piece
from awesome_heads.importing.readme.when import read_when, split_dated
from awesome_heads.importing.terms import Names
from awesome_heads.model import Vocabulary
from awesome_heads.text import fold

# Where one thing that is said ends: a sentence, a bracket, a dash or bar with space around it.
_ENDS = re.compile(
    r"[()\[\]\u3010\u3011;]|\s[-\u2013\u2014|/\u00b7\u2022:]+\s"
    r"|(?<!\b[A-Z])(?<!\bet al)(?<!\bvs)\.(?:\s+|$)"
)
_AROUND = ' \t\n,.;:|*_-\u2013\u2014\u2022\u00b7/&"'
_PLACE = re.compile(
    r"journal|transactions|proceedings|conference|workshop|symposium|letters|review|preprint",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*,\s*")
_PUBLISHED = re.compile(
    r"^(?:(?:accepted|published|presented|to appear)\s+)?(?:at|by|in|to)\s+"
    r"|^(?:accepted|to appear)\b\s*",
    re.IGNORECASE,
)
_LONGEST_VENUE = 100
_SERVER = "arXiv"


@dataclass
class Terms:
    """What helps to tell a venue or a tag from any other word."""

    tags: Names
    venues: Names

    @classmethod
    def of(cls, vocabularies: Mapping[str, Vocabulary]) -> "Terms":
        """Those of a list."""
        return cls(Names(vocabularies["tags"]), Names(vocabularies["venues"]))


@dataclass
class Facts:
    """What has been told so far; the first word on anything counts."""

    terms: Terms
    date: PartialDate | None = None
    venue: str = ""
    published: FoundPublication | None = None
    authors: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list)
    summary: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    def leave(self, what: str) -> None:
        """Note what no field takes."""
        self.left.append(what)

    def take_date(self, date: PartialDate, said: str) -> None:
        """Take a date; a finer one of the same year wins."""
        if self.date is None or (
            date.year == self.date.year and len(str(date)) > len(str(self.date))
        ):
            self.date = date
        elif not str(self.date).startswith(str(date)):
            self.leave(f"date {said}")

    def take_venue(self, text: str) -> None:
        """Take a venue."""
        if not self.venue:
            self.venue = text
        elif self.venue != text:
            self.leave(f"venue {text}")

    def take_tags(self, names: Sequence[str]) -> None:
        """Take tags that are not there yet."""
        self.tags += [name for name in names if name not in self.tags]

    def take_authors(self, text: str) -> None:
        """Take a list of full names; one that is cut short is left, since it would mislead."""
        names = read_authors(without_by(" ".join(text.split()).strip(" ,;.")))
        if names and not self.authors:
            self.authors = names
        elif text.strip(_AROUND):
            self.leave(f"authors {' '.join(text.split())}")

    def take_venue_or_date(self, text: str, *, sure: bool = False) -> bool:
        """Take a text that is a date, or a venue with or without one; say whether it was."""
        said = _PUBLISHED.sub("", text.strip(_AROUND))
        whole = self.terms.venues.find(said)
        name, date = (said, None) if whole else split_dated(said)
        # Some write the number behind the server's name.
        served = self.terms.venues.find(_SERVER) if fold(name).startswith(fold(_SERVER)) else None
        known = whole or self.terms.venues.find(name) or served
        if name and not known and not (date and len(name) <= _LONGEST_VENUE) and not sure:
            return False
        if name:
            self.take_venue(known.name if known else name)
        if date:
            self.take_date(date, said)
        return bool(name or date)

    def take_loose(self, pieces: Sequence[Piece]) -> None:
        """Take words in which anything may stand."""
        for text, style in _segments(pieces):
            # One sign alone is a tick in a box, or a bullet.
            if len(text.strip(_AROUND)) > 1:
                self._segment(text.strip(_AROUND), style)

    def _segment(self, text: str, style: str) -> None:
        label, colon, rest = text.partition(":")
        named = field_of(label) if colon else None
        if named and rest.strip():
            self._labelled(named, rest.strip(), text)
        elif style == "code" and self.terms.tags.find(text):
            self.take_tags([text])
        elif not self._whole(text):
            self._listed(text, style)

    def _labelled(self, named: str, text: str, whole: str) -> None:
        if named == "authors":
            self.take_authors(text)
        elif named == "tags":
            self.take_tags(list(self.terms.tags.split(text)))
        elif named in {"venue", "date"}:
            self.take_venue_or_date(text, sure=named == "venue")
        elif named in SUMMARY and named not in self.summary:
            self.summary[named] = text
        else:
            self.leave(whole)

    def _whole(self, text: str) -> bool:
        before, arrow, after = text.partition("\u2192")
        if arrow and self.published is None:
            return self._moved(before, after)
        date = read_when(text)
        if date:
            self.take_date(date, text)
            return True
        known = self.terms.venues.find_dated(_PUBLISHED.sub("", text))
        return bool(known or "," not in text) and self.take_venue_or_date(text)

    def _moved(self, before: str, after: str) -> bool:
        """Take a venue, and the one where the paper appeared after that."""
        name, date = split_dated(after)
        self.published = FoundPublication(venue=name, date=date)
        return self.take_venue_or_date(before, sure=True)

    def _listed(self, text: str, style: str) -> None:
        """Take names, and from their end venue and date, as far as there are any."""
        items = [each for each in _ITEM.split(text) if each]
        ending: list[str] = []
        while items and (read_when(items[-1]) or self._is_place(items[-1])):
            ending.insert(0, items.pop())
        for each in ending:
            dated = read_when(each)
            if dated:
                self.take_date(dated, each)
            else:
                self.take_venue_or_date(each, sure=True)
        names = ", ".join(items)
        if not names:
            return
        after_names = bool(self.authors) and len(items) == 1 and not self.venue
        if after_names and len(names) <= _LONGEST_VENUE and style != "bold":
            self.take_venue(names)
        elif are_names(names):
            self.take_authors(names)
        else:
            self.leave(names)

    def _is_place(self, text: str) -> bool:
        name, date = split_dated(_PUBLISHED.sub("", text))
        return bool(date or self.terms.venues.find(name) or _PLACE.search(name))


def _segments(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Words up to the next end of any kind; a piece in one style is a segment of its own."""
    waiting = ""
    for piece in pieces:
        if piece.is_break or piece.style in {"italic", "code", "bold"}:
            yield from ((part, "") for part in _ENDS.split(waiting))
            waiting = ""
            if piece.style:
                parts = [piece.text] if piece.style == "code" else _ENDS.split(piece.text)
                yield from ((part, piece.style) for part in parts)
        else:
            waiting += piece.text
    yield from ((part, "") for part in _ENDS.split(waiting))
