"""How much room text takes in a picture, estimated, and how it is broken into lines.

No font is at hand when pictures are drawn, and each reader's is another. The widths are those of
a wide sans-serif, so that what is laid out here has room to spare in most.
"""

import textwrap
from collections.abc import Iterator
from itertools import accumulate, takewhile
from unicodedata import category, east_asian_width

from awesome_heads.text import UNSPACED

_EM = {
    **dict.fromkeys("ijl|!.,:;'`", 0.31),
    **dict.fromkeys('()[]/\\frtI-\u2010\u2011 "', 0.42),
    **dict.fromkeys("mwMW@%&\u2014", 0.95),
}
_SMALL, _LARGE, _FULL = 0.62, 0.72, 1.0
_FIRST_WIDE = 0x1100
ELLIPSIS = "\u2026"
# Kinds of signs after which, and before which, no line ends: brackets, quotation marks and stops.
_OPENING, _CLOSING = {"Ps", "Pi"}, {"Pe", "Pf", "Po"}
# What textwrap takes for a blank, and no text holds.
_MAY_BREAK = "\v"


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in the units of its size."""
    return size * sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if ord(letter) >= _FIRST_WIDE:
        return _FULL
    return _LARGE if letter.isupper() else _SMALL


def cut(text: str, width: float, size: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if width_of(text, size) <= width:
        return text
    widths = accumulate(map(_em, text))
    fitting = takewhile(lambda each: size * (each + _em(ELLIPSIS)) <= width, widths)
    return text[: sum(1 for _ in fitting)].rstrip() + ELLIPSIS


def wrap(text: str, width: float, size: float, lines: int = 2) -> tuple[str, ...]:
    """Break a text between words into at most so many lines, and cut what is still too long."""
    broken: list[str] = []
    for piece in _pieces(" ".join(text.split())):
        longer = f"{broken[-1]}{piece}" if broken else piece
        if broken and (len(broken) == lines or width_of(longer.rstrip(), size) <= width):
            broken[-1] = longer
        else:
            broken.append(piece)
    return tuple(cut(line.rstrip(), width, size) for line in broken)


def letters_in(text: str) -> int:
    """How many letters are about as wide as a text: two for a full-width sign."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrap_letters(text: str, letters: int) -> tuple[str, ...]:
    """Break a text into lines of about so many letters; words that are longer are broken, too."""
    marked = "".join(map(_marked, _pieces(text)))
    lines = textwrap.wrap(marked, letters, replace_whitespace=False)
    return tuple(line.replace(_MAY_BREAK, "") for line in lines)


def _marked(piece: str) -> str:
    """A piece with a mark where a line may end, so long that it counts for its wide signs."""
    marks = letters_in(piece) - len(piece)
    return piece + _MAY_BREAK * (marks if piece.endswith(" ") else max(1, marks))


def _pieces(text: str) -> Iterator[str]:
    """What a line may be broken between: words with the blank behind them, and Han signs or Kana.

    A sign keeps the stops and brackets that belong to it.
    """
    start = 0
    for place in range(1, len(text)):
        if _parted(text[place - 1], text[place]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _parted(before: str, after: str) -> bool:
    if before == " " or after == " ":
        return before == " "
    if category(before) in _OPENING or category(after) in _CLOSING:
        return False
    return UNSPACED.search(before + after) is not None
