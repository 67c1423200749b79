"""Items of a JSON array, or objects a line, each with its line; a broken one hides no other."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from awesome_heads.importing.found import LeftRow

_DECODER = json.JSONDecoder()
_BETWEEN = re.compile(r"[\s,]*")
_DEEPEST = 100
# Names under which programs wrap the array.
_WRAPS = ("items", "papers", "references", "entries", "data")


class Item(NamedTuple):
    """An object of the file with the line it begins in, and its text."""

    line: int
    text: str
    data: Mapping[str, object]


def read_items(text: str) -> Iterator[Item | LeftRow]:
    """Every object, or why it is none."""
    start = _BETWEEN.match(text)
    place = start.end() if start else 0
    wrapped = _wrapped(text, place)
    if wrapped is not None:
        place = wrapped
    if text.startswith("[", place):
        place += 1
    line, counted = 1, 0
    while place < len(text):
        found = _BETWEEN.match(text, place)
        place = found.end() if found else place
        if place >= len(text) or text[place] == "]":
            return
        line, counted = line + text.count("\n", counted, place), place
        try:
            if _depth(text, place) > _DEEPEST:
                raise ValueError("too deep")  # noqa: TRY301 -- told as any other fault
            data, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            end = _next_item(text, place)
            yield LeftRow(line, text[place:end].strip(), f"it is no JSON: {_said(error)}")
        else:
            if isinstance(data, dict):
                yield Item(line, text[place:end], data)
            else:
                yield LeftRow(line, text[place:end], "it is no object with fields")
        place = max(end, place + 1)


def _wrapped(text: str, place: int) -> int | None:
    """Where the array begins that an object holds; None where the file is no such object."""
    if not text.startswith("{", place):
        return None
    for found in re.finditer(rf'"(?:{"|".join(_WRAPS)})"\s*:\s*\[', text[place : place + 10_000]):
        head = text[place : place + found.start()]
        if head.count("{") - head.count("}") == 1:
            return place + found.end() - 1
    return None


def _depth(text: str, place: int) -> int:
    """How many brackets open in a row, which is all that can exhaust the reader."""
    deep = re.compile(r"(?:[\[{]\s*(?:\"[^\"]{0,99}\"\s*:\s*)?)*").match(text, place)
    return deep[0].count("[") + deep[0].count("{") if deep else 0


def _next_item(text: str, place: int) -> int:
    """Where the next object begins: in a later line that is indented as this one is."""
    begin = text.rfind("\n", 0, place) + 1
    indent = text[begin:place] if not text[begin:place].strip(" \t[,") else ""
    following = re.compile(rf"\n{re.escape(indent.strip('[,'))},?\s*(?=\{{)").search(text, place)
    return following.end() if following else len(text)


def _said(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} in line {error.lineno}, column {error.colno}"
    return str(error) or "it is nested too deeply"


def text_of(data: Mapping[str, object], name: str) -> str:
    """A member as text; numbers as they are written, everything else as nothing."""
    value = data.get(name)
    if isinstance(value, bool):
        return ""
    return str(value) if isinstance(value, str | int | float) else ""


def list_of(value: object) -> list[object]:
    """A list's items; a single value is its own item, and nothing gives none."""
    if value is None or value == "":
        return []
    return cast("list[object]", value) if isinstance(value, list) else [value]
