"""Numbers and values as text that compresses well and that a browser reads quickly."""

import json
from collections.abc import Callable, Iterable
from itertools import chain
from operator import sub

from awesome_heads.views.page import File, Inputs

# Signs that need no escape within quotes. A number's last digit is one of the first _BASE signs,
# every digit before it one of the others.
SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_BASE = 46


def pack(numbers: Iterable[int]) -> str:
    """Write numbers, none below zero, the smaller the shorter."""
    return "".join(map(_written, numbers))


def pack_rising(numbers: Iterable[int]) -> str:
    """Write numbers that never fall, by their differences."""
    rising = list(numbers)
    steps = map(sub, rising, chain((0,), rising))
    return "".join([_SHORT[step] if step < _SHORTS else _written(step) for step in steps])


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
_SHORTS = _BASE + _BASE * (len(SIGNS) - _BASE)
_SHORT = tuple(map(_written, range(_SHORTS)))


def data_file(path: str, value: object) -> File:
    """A file that hands a value to the page; a script, because pages in a folder may load no other.

    static/site.js has the function that it calls.
    """
    return File(path, written(path, value))


def late_data_file(path: str, make: Callable[[], object], inputs: Inputs | None = None) -> File:
    """Such a file whose value is made, of these inputs, when it is written."""
    return File(path, lambda: written(path, make()), inputs)


def written(path: str, value: object) -> bytes:
    """What such a file at a path holds."""
    value_text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"awesomeHeads.give({json.dumps(path)},{value_text});\n".encode()
