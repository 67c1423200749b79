"""Numbers and values as text that compresses well and that a browser reads quickly."""

import json
from collections.abc import Iterable

from awesome_heads.views.page import File

# Signs that need no escape within quotes. A number's last digit is one of the first _BASE signs,
# every digit before it one of the others.
SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_BASE = 46


def pack(numbers: Iterable[int]) -> str:
    """Write numbers, none below zero, the smaller the shorter."""
    return "".join(map(_written, numbers))


def pack_rising(numbers: Iterable[int]) -> str:
    """Write numbers that never fall, by their differences."""
    written = []
    last = 0
    for number in numbers:
        step = number - last
        written.append(_SHORT[step] if step < len(_SHORT) else _written(step))
        last = number
    return "".join(written)


def _written(number: int) -> str:
    digits = SIGNS[number % _BASE]
    number //= _BASE
    more = len(SIGNS) - _BASE
    while number:
        number -= 1
        digits = SIGNS[_BASE + number % more] + digits
        number //= more
    return digits


# What numbers of one or two digits are written as: nearly all there are.
_SHORT = tuple(map(_written, range(_BASE + _BASE * (len(SIGNS) - _BASE))))


def data_file(path: str, value: object) -> File:
    """A file that hands a value to the page; a script, because pages in a folder may load no other.

    static/site.js has the function that it calls.
    """
    return File(path, written(path, value))


def written(path: str, value: object) -> bytes:
    """What such a file at a path holds."""
    value_text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"awesomeHeads.give({json.dumps(path)},{value_text});\n".encode()
