"""A walk-through as a picture: the prompt above, time running down, a box for every step.

Every piece of the prompt has a line that runs down from it. A step is a box in the band of its
group, with a dot on each line that it reads; what one step hands to another runs in the gutter on
the right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from awesome_heads.views.lanes import lanes_of, users_of
from awesome_heads.views.lettering import width_of, wrap_letters
from awesome_heads.views.sheet import Label, Mark, Said, Shape

_LINE, _PAD, _BAND, _LANE, _TOKEN = 18, 9, 26, 14, 28
_PROMPT = 15  # the size of its letters, as charts.css has it


class Layout(NamedTuple):
    """Measures of a picture: its width, the room for the prompt, and where boxes begin.

    Boxes lie beside the dots on the prompt's lines, or where `stacked` below them.
    """

    width: int
    room: int
    left: int
    stacked: bool


LAYOUTS: dict[Shape, Layout] = {
    "wide": Layout(960, 606, 632, stacked=False),
    "narrow": Layout(344, 290, 14, stacked=True),
}


class Act(NamedTuple):
    """A step before it is drawn: `terms` are names with pages, numbers count from 1."""

    group: str
    stage: str
    terms: tuple[tuple[str, str], ...]
    reads: tuple[int, ...]
    after: tuple[int, ...]
    writes: str


class Stroke(NamedTuple):
    """A path with the path of its arrows' tips; `kind` is its class."""

    path: str
    tips: str
    kind: str
    stage: str


class Drawing(NamedTuple):
    """The picture, from what lies lowest to what lies above everything else."""

    name: str
    said: Said
    shape: Shape
    width: float
    height: float
    bands: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    boxes: tuple[Mark, ...]
    labels: tuple[Label, ...]


class _Box(NamedTuple):
    """Where a step's box stands, and what is written in it below its terms."""

    act: Act
    top: float
    height: float
    writes: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass
class _Canvas:
    """A picture while it is being drawn; boxes end at `right`."""

    layout: Layout
    right: float
    bands: list[Mark] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    boxes: list[Mark] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)


def drawing(
    named: tuple[str, Said], prompt: Sequence[str], acts: Sequence[Act], foot: str, shape: Shape
) -> Drawing:
    """Lay a walk-through out for one kind of screen.

    Args:
        named: The picture's name and words.
        prompt: The pieces of the prompt.
        acts: The steps.
        foot: What stands in the last box: the answer.
        shape: For which screens.
    """
    lanes = lanes_of([act.after for act in acts])
    layout = LAYOUTS[shape]
    right = layout.width - 10 - _LANE * (max(lanes.values()) + 1)
    canvas = _Canvas(layout, right)
    columns, top = _prompt(canvas, prompt)
    boxes = _boxes(canvas, acts, top + 14)
    end = boxes[-1].top + boxes[-1].height + 12
    lines = "".join(f"M{x:g} {top:g}V{end:g}" for x in columns)
    canvas.strokes.append(Stroke(lines, "", "stream", ""))
    for number, box in enumerate(boxes, start=1):
        _write(canvas, box, number)
        _read(canvas, box, [columns[place - 1] for place in box.act.reads])
    answer_box = _Box(Act("", "", (), (), (), ""), end + 22, 36, ())
    canvas.boxes.append(_rect(canvas, answer_box, "answer"))
    at = ((layout.left + right) / 2, answer_box.middle + 5)
    canvas.labels.append(Label(*at, foot, "middle", "answer"))
    _hand_on(canvas, [*boxes, answer_box], lanes)
    return Drawing(
        *named,
        shape,
        layout.width,
        answer_box.top + answer_box.height + 4,
        tuple(canvas.bands),
        tuple(canvas.strokes),
        tuple(canvas.boxes),
        tuple(canvas.labels),
    )


def _prompt(canvas: _Canvas, prompt: Sequence[str]) -> tuple[list[float], float]:
    """The prompt's pieces in a row, turned upright where they would not fit otherwise.

    Returns:
        The middle of each piece, and where their lines begin.
    """
    room = min(canvas.layout.room, canvas.right - 8)
    widths = [width_of(piece, _PROMPT) + 14 for piece in prompt]
    if sum(widths) + 4 * len(widths) <= room:
        x, middles = 8.0, []
        for piece, width in zip(prompt, widths, strict=True):
            canvas.boxes.append(Mark(round(x, 1), 1, round(width, 1), _TOKEN, 3, "token"))
            middles.append(round(x + width / 2, 1))
            canvas.labels.append(Label(middles[-1], 20, piece, "middle", "token"))
            x += width + 4
        return middles, _TOKEN + 1
    step = min(40, (room - 8) / len(prompt))
    height = round(max(width_of(piece, _PROMPT) for piece in prompt) + 16)
    middles = [round(8 + (place + 0.5) * step, 1) for place in range(len(prompt))]
    for piece, middle in zip(prompt, middles, strict=True):
        side = round(min(step - 2, 24), 1)
        canvas.boxes.append(Mark(round(middle - side / 2, 1), 1, side, height, 3, "token"))
        canvas.labels.append(Label(middle + 5, height - 6, piece, "start", "token", turn=-90))
    return middles, height + 1


def _boxes(canvas: _Canvas, acts: Sequence[Act], top: float) -> list[_Box]:
    """A box for each step, in bands of steps that follow each other in one group."""
    layout, boxes = canvas.layout, list[_Box]()
    letters = int((canvas.right - layout.left - 44) / 6.8)
    y = start = top
    for place, act in enumerate(acts):
        if place == 0 or acts[place - 1].group != act.group:
            y = start = y + (8 if place else 0)
            y += _BAND
            canvas.labels.append(Label(layout.left, start + 18, act.group, "start", "band"))
        y += 30 if layout.stacked and act.reads else 4
        writes = wrap_letters(f"\u2192 {act.writes}", letters)
        height = 2 * _PAD + _LINE * (len(act.terms) + len(writes)) - 2
        boxes.append(_Box(act, y, height, writes))
        y += height + 8
        if place + 1 == len(acts) or acts[place + 1].group != act.group:
            size = (canvas.layout.width, y - start)
            canvas.bands.append(Mark(0, start, *size, 0, "band", act.stage))
            canvas.bands.append(Mark(0, start, 4, size[1], 0, "edge", act.stage))
    return boxes


def _rect(canvas: _Canvas, box: _Box, kind: str) -> Mark:
    left = canvas.layout.left
    return Mark(left, box.top, canvas.right - left, box.height, 4, kind, box.act.stage)


def _write(canvas: _Canvas, box: _Box, number: int) -> None:
    """A step's box with its number, its terms and what they write."""
    canvas.boxes.append(_rect(canvas, box, "box"))
    x, y = canvas.layout.left + 12, box.top + _PAD + 12
    canvas.labels.append(Label(x, y, f"{number}", "start", "number"))
    for name, page in box.act.terms:
        canvas.labels.append(Label(x + 20, y, name, "start", "head", page))
        y += _LINE
    for line in box.writes:
        canvas.labels.append(Label(x + 20, y, line, "start", "note"))
        y += _LINE


def _read(canvas: _Canvas, box: _Box, columns: Sequence[float]) -> None:
    """Dots on the lines that a step reads, and an arrow from them to its box."""
    if not columns:
        return
    first, last = min(columns), max(columns)
    stage = box.act.stage
    if canvas.layout.stacked:
        y = box.top - 17
        drop = min(max(last, canvas.layout.left + 12), canvas.right - 12)
        path, tip = f"M{first:g} {y:g}H{drop:g}V{box.top - 5:g}", _tip(drop, box.top, 0, -6)
    else:
        y, left = box.middle, canvas.layout.left
        path, tip = f"M{first:g} {y:g}H{left - 5:g}", _tip(left, y, -6, 0)
    canvas.strokes.append(Stroke(path, tip, "wire", stage))
    canvas.boxes += [Mark(x - 4.5, y - 4.5, 9, 9, 4.5, "read", stage) for x in columns]


def _tip(x: float, y: float, back: float, up: float) -> str:
    """An arrow's tip that ends at a point, its foot `back` and `up` of there."""
    across, along = (0.6 * up, 0.6 * back)
    return (
        f"M{x:g} {y:g}L{x + back + across:g} {y + up + along:g}"
        f"L{x + back - across:g} {y + up - along:g}Z"
    )


def _hand_on(canvas: _Canvas, boxes: Sequence[_Box], lanes: Mapping[int, int]) -> None:
    """What steps hand to later ones, down the gutter and back to a box."""
    for number, users in users_of([box.act.after for box in boxes[:-1]]).items():
        box = boxes[number - 1]
        x = canvas.right + 10 + _LANE * lanes[number]
        path, tips = f"M{canvas.right:g} {box.middle + 6:g}H{x:g}", ""
        for user in users:
            y = boxes[user - 1].middle - 6
            path += f"M{x:g} {box.middle + 6:g}V{y:g}H{canvas.right + 5:g}"
            tips += _tip(canvas.right, y, 6, 0)
        canvas.strokes.append(Stroke(path, tips, "trunk", ""))
