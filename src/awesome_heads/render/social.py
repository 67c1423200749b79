"""Draws pictures of dots, with the one font that every installation of Pillow has."""

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, cast

from awesome_heads.views.social import Label, SocialCard

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_SMALLEST = 14
_LEADING = 1.25
_UNKNOWN = "\uffff"


class _Sink:
    """Takes what a picture is written to."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, data: bytes) -> int:
        self.data += data
        return len(data)


def draw(card: SocialCard) -> bytes:
    """Give a picture as PNG; words that the font has no letters for are left out."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- it would slow down every command's start

    picture = Image.new("RGB", (card.width, card.height), card.background)
    pen = ImageDraw.Draw(picture)
    for column in card.columns:
        right, floor = column.x + column.width, column.y + column.height
        pen.rectangle((column.x, column.y, right - 1, floor - 1), fill=column.colour)
    for label in card.labels:
        font, lines = _fitted(label)
        for place, line in enumerate(lines):
            y = label.y + place * font.size * _LEADING
            pen.text((label.x, y), line, label.colour, font, anchor="ls")
    sink = _Sink()
    picture.save(cast("IO[bytes]", sink), "PNG", optimize=True)
    return bytes(sink.data)


def _fitted(label: Label) -> tuple["FreeTypeFont", Sequence[str]]:
    """The largest font in which a label fits its box, and its lines; none if it fits in no way."""
    text = " ".join(label.text.split())
    for size in range(label.size, _SMALLEST - 1, -2):
        font = _font(size)
        if not all(_draws(font, sign) for sign in set(text) - {" "}):
            break
        lines = tuple(_wrapped(text, font, label.width))
        widest = max((font.getlength(line) for line in lines), default=0)
        if len(lines) <= label.lines and widest <= label.width:
            return font, lines
    return _font(_SMALLEST), ()


def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 -- as above

    return cast("FreeTypeFont", ImageFont.load_default(size))


def _draws(font: "FreeTypeFont", sign: str) -> bool:
    """Whether the font has a letter of its own for a sign, rather than its mark for the unknown."""
    return bytes(font.getmask(sign)) != bytes(font.getmask(_UNKNOWN))


def _wrapped(text: str, font: "FreeTypeFont", width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
