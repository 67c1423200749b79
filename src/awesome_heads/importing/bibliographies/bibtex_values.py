"""Values of BibTeX fields: pieces in braces or quotes, joined, abbreviations written out."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_FIELD = re.compile(r"\s*,?\s*([A-Za-z][\w:.+/-]*)\s*=\s*")
_WORD = re.compile(r"[^\s,#{}\"=]+")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
# Abbreviations of abbreviations may double with every line.
LONGEST = 64 * 1024
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Value(NamedTuple):
    """A field's value.

    Attributes:
        text: Its text, still TeX.
        strange: Abbreviations that nothing explains.
        rest: What follows it though a comma is missing.
        is_cut: Whether abbreviations stand for more than `LONGEST` characters in it; those that
            are too many have been left as they were typed.
    """

    text: str
    strange: tuple[str, ...]
    rest: str
    is_cut: bool


def read_value(raw: str, strings: Mapping[str, str]) -> Value:
    """Read the pieces that `#` joins, up to the end or to what cannot belong to them."""
    pieces: list[str] = []
    strange: list[str] = []
    place, room = 0, LONGEST
    is_cut = False
    while True:
        place += len(raw[place:]) - len(raw[place:].lstrip())
        end = _piece_end(raw, place)
        if end == place:
            break
        piece = raw[place:end]
        if piece[0] in '{"':
            pieces.append(piece[1:-1])
        elif piece.isdigit() or piece.lower() in strings:
            meant = strings.get(piece.lower(), piece)
            room -= len(meant)
            is_cut = room < 0
            pieces.append(piece if is_cut else meant)
        else:
            pieces.append(piece)
            strange.append(piece)
        joined = re.compile(r"\s*#").match(raw, end)
        place = joined.end() if joined else end
        if joined is None:
            break
    return Value("".join(pieces), tuple(strange), raw[place:].strip(), is_cut)


def read_fields(
    name: str, raw: str, strings: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """A field, with those that follow it where the comma between them is missing; and notes."""
    fields: dict[str, str] = {}
    notes: list[str] = []
    while True:
        value = read_value(raw, strings)
        fields.setdefault(name, value.text)
        notes += [f"the abbreviation `{each}`, which no @string explains" for each in value.strange]
        if value.is_cut:
            notes.append(f"abbreviations in `{name}` for more than {LONGEST:,} characters")
        following = _FIELD.match(value.rest)
        if following is None:
            if value.rest.strip(" ,\n\t"):
                notes.append(f"`{' '.join(value.rest.split())}` behind `{name}`")
            return fields, notes
        name, raw = following[1].lower(), value.rest[following.end() :]


def _piece_end(text: str, start: int) -> int:
    if start >= len(text):
        return start
    if text[start] not in '{"':
        word = _WORD.match(text, start)
        return word.end() if word else start
    quoted, depth = text[start] == '"', 0
    for place in range(start, len(text)):
        sign = text[place]
        if sign in "{}" and (place == start or text[place - 1] != "\\"):
            depth += 1 if sign == "{" else -1
        closes = (quoted and sign == '"' and place > start) or (not quoted and sign == "}")
        if closes and depth == 0:
            return place + 1
    return start


def split_names(text: str) -> list[str]:
    """Names between which `and` stands outside of braces."""
    return [name for name in _split(f" {text} ", _AND) if name]


def split_commas(text: str) -> list[str]:
    """The parts of a name."""
    return _split(text, re.compile(r"\s*,\s*"))


def _split(text: str, sign: re.Pattern[str]) -> list[str]:
    parts, start, depth, place = [], 0, 0, 0
    while place < len(text):
        found = sign.match(text, place) if depth == 0 else None
        if found is not None:
            parts.append(text[start:place])
            start = place = found.end()
            continue
        if text[place] == "\\":
            place += 1
        else:
            depth += (text[place] == "{") - (text[place] == "}")
        place += 1
    return [part.strip() for part in (*parts, text[start:])]
