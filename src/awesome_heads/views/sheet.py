"""What pictures of the site are drawn with: lines, marks and labels in user units."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from awesome_heads.views.lettering import ELLIPSIS, letters_in

Shape = Literal["wide", "narrow", "natural"]

WIDTHS: dict[Shape, int] = {"wide": 720, "narrow": 340}
_LETTER = 8.2  # of a digit at 13 units in the widest of the usual fonts


class Line(NamedTuple):
    """A straight line; `kind` is its class."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


class Mark(NamedTuple):
    """A bar, or with `radius` half its width a circle.

    Attributes:
        kind: Its class.
        stage: The stage whose hue it has, empty for none.
        page: Where it leads, empty for nowhere.
        tip: What it says when pointed at.
    """

    x: float
    y: float
    width: float
    height: float
    radius: float = 0
    kind: str = "bar"
    stage: str = ""
    page: str = ""
    tip: str = ""


class Label(NamedTuple):
    """A text; `anchor` is as in SVG, `turn` the angle in degrees by which it is turned."""

    x: float
    y: float
    text: str
    anchor: str
    kind: str
    page: str = ""
    turn: int = 0


class Said(NamedTuple):
    """A picture in words: its title, and what it shows."""

    title: str
    description: str


class Plot(NamedTuple):
    """A picture that can be read without its colours; `shape` says for which screens it is."""

    name: str
    shape: Shape
    width: float
    height: float
    said: Said
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]

    @property
    def linked(self) -> bool:
        """Whether a reader can go anywhere from it."""
        return any(m.page for m in self.marks) or any(label.page for label in self.labels)


@dataclass
class Sheet:
    """A picture while it is being drawn."""

    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)

    def plot(self, name: str, shape: Shape, size: tuple[float, float], said: Said) -> Plot:
        """The picture, finished."""
        lines, marks, labels = tuple(self.lines), tuple(self.marks), tuple(self.labels)
        return Plot(name, shape, *size, said, lines, marks, labels)


def room_for(text: str) -> float:
    """About how wide a text is."""
    return letters_in(text) * _LETTER


def shortened(text: str, longest: int) -> str:
    """A text that is cut, and says so, where it is longer than there is room.

    Args:
        text: The text.
        longest: For how many letters there is room.
    """
    if letters_in(text) <= longest:
        return text
    text = text[:longest]
    while letters_in(text) >= longest:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
