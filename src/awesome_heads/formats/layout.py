"""JSON for people and programs alike: short lines, and nothing escaped that need not be."""

import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring

LONGEST = 100
# Made once: for every value of a long list, making one takes longer than its work.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def format_object(facts: Mapping[str, object]) -> str:
    """Write an object, a member a line, without a final line end.

    A list or an object that would make its line long gets a line for each of its parts.
    """
    members = (f"{_text(name)}: {_member(value)}" for name, value in facts.items())
    return _block("{", members, "}", "")


def format_line(facts: Mapping[str, object]) -> str:
    """Write an object on one line, with its end."""
    return f"{_text(facts)}\n"


def _member(value: object) -> str:
    text = _text(value)
    if len(text) <= LONGEST:
        return text
    if isinstance(value, list):
        return _block("[", map(_text, value), "]", "  ")
    if isinstance(value, Mapping):
        parts = (f"{_text(name)}: {_text(each)}" for name, each in value.items())
        return _block("{", parts, "}", "  ")
    return text


def _block(start: str, lines: Iterable[str], end: str, margin: str) -> str:
    inner = f",\n{margin}  ".join(lines)
    return f"{start}\n{margin}  {inner}\n{margin}{end}"


def _text(value: object) -> str:
    return encode_basestring(value) if isinstance(value, str) else _ENCODER.encode(value)
