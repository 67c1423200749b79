"""How much room text takes in a picture, estimated, and how it is broken into lines.

No font is at hand when pictures are drawn, and each reader's is another. The widths are those of
a wide sans-serif, so that what is laid out here has room to spare in most.
"""

_EM = {
    **dict.fromkeys("ijl|!.,:;'`", 0.31),
    **dict.fromkeys('()[]/\\frtI-\u2010\u2011 "', 0.42),
    **dict.fromkeys("mwMW@%&\u2014", 0.95),
}
_SMALL, _LARGE, _FULL = 0.62, 0.72, 1.0
_FIRST_WIDE = 0x1100
ELLIPSIS = "\u2026"


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
    kept = text
    while kept and width_of(kept + ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrap(text: str, width: float, size: float, lines: int = 2) -> tuple[str, ...]:
    """Break a text between words into at most so many lines, and cut what is still too long."""
    broken: list[str] = []
    for word in text.split():
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and (len(broken) == lines or width_of(longer, size) <= width):
            broken[-1] = longer
        else:
            broken.append(word)
    return tuple(cut(line, width, size) for line in broken)
