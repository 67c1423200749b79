"""Bar charts: where bars, axes and their labels stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.views.sheet import (
    WIDTHS,
    Label,
    Line,
    Mark,
    Plot,
    Said,
    Shape,
    Sheet,
    room_for,
    shortened,
)

_AXIS = 38
_WIDEST = 48
_LONGEST_NAME = 34


class Value(NamedTuple):
    """A bar of a chart.

    Attributes:
        tick: What stands at the axis.
        amount: How long the bar is.
        shown: What stands at its end.
        page: Where it leads.
        tip: What it says when pointed at.
        stage: The stage whose hue it has.
        note: What stands behind `shown` in muted ink, for lying bars.
    """

    tick: str
    amount: float
    shown: str
    page: str
    tip: str
    stage: str = ""
    note: str = ""


class Panel(NamedTuple):
    """Bars of one kind; several panels share their axes."""

    label: str
    stage: str
    values: tuple[Value, ...]


def slot(place: int, step: float) -> tuple[float, float]:
    """Left edge and width of an upright bar among others that are `step` apart."""
    width = min(step * 0.62, _WIDEST)
    return round(place * step + (step - width) / 2, 1), round(width, 1)


@dataclass(frozen=True)
class _Field:
    """Where a panel's bars stand: on `base`, `unit` high for an amount of 1, `step` apart."""

    base: float
    unit: float
    step: float

    def middle(self, place: int) -> float:
        """The middle of a bar."""
        return round(_AXIS + (place + 0.5) * self.step, 1)

    def top(self, amount: float) -> float:
        """The upper end of a bar."""
        return round(self.base - self.unit * amount, 1)


def upright(
    name: str,
    said: Said,
    panels: Sequence[Panel],
    shape: Shape,
    scale: tuple[float, str] | None = None,
) -> Plot:
    """Upright bars in panels one above the other; years run left to right from a zero line.

    Args:
        name: The figure's name.
        said: Title and description.
        panels: What is drawn; all have the same ticks.
        shape: For which screens.
        scale: The axis' upper end and how it is written; the tallest bar's where left out.
    """
    sheet = Sheet()
    width, height = WIDTHS[shape], 64 if len(panels) > 1 else 150
    most = max((value.amount for panel in panels for value in panel.values), default=0) or 1
    top, top_text = scale or (most, f"{most:g}")
    ticks = panels[0].values
    y = 0.0
    for panel in panels:
        base = y + (24 if panel.label else 0) + 18 + height
        field = _Field(base, height / top, (width - _AXIS) / len(ticks))
        if panel.label:
            sheet.labels.append(Label(0, y + 15, panel.label, "start", "name"))
        for level, text, kind in ((base, "0", "axis"), (base - height, top_text, "grid")):
            sheet.lines.append(Line(_AXIS, level, width, level, kind))
            sheet.labels.append(Label(_AXIS - 6, level + 4, text, "end", "tick"))
        _bars(sheet, panel, field)
        _numbers(sheet, panel, field)
        y = base + 12
    _ticks(sheet, ticks, y + 8, (width - _AXIS) / len(ticks))
    return sheet.plot(name, shape, (width, round(y + 16)), said)


def _bars(sheet: Sheet, panel: Panel, field: _Field) -> None:
    for place, value in enumerate(panel.values):
        if value.amount:
            x, width = slot(place, field.step)
            top = field.top(value.amount)
            tall = round(field.base - top, 1)
            mark = Mark(x + _AXIS, top, width, tall, 0, "bar", panel.stage, value.page, value.tip)
            sheet.marks.append(mark)


def _numbers(sheet: Sheet, panel: Panel, field: _Field) -> None:
    """Each bar's number; of bars too close for that, only the tallest ones' numbers."""
    fits = all(room_for(value.shown) + 2 <= field.step for value in panel.values)
    most = max(value.amount for value in panel.values)
    edge = 0.0
    for place, value in enumerate(panel.values):
        middle, half = field.middle(place), room_for(value.shown) / 2
        if value.amount and (fits or (value.amount == most and middle - half >= edge)):
            edge = middle + half
            y = round(field.top(value.amount) - 5, 1)
            sheet.labels.append(Label(middle, y, value.shown, "middle", "value"))


def _ticks(sheet: Sheet, values: Sequence[Value], y: float, step: float) -> None:
    """What stands below the bars, as much of it as fits, the latest first to be placed."""
    edge = _AXIS + len(values) * step
    kept: list[Label] = []
    for place in reversed(range(len(values))):
        tick = values[place].tick
        half = room_for(tick) / 2
        middle = _AXIS + (place + 0.5) * step
        if not kept:
            middle = min(middle, edge - half)
        if tick and middle + half <= edge + 0.1:
            edge = middle - half - 4
            kept.append(Label(round(middle, 1), y, tick, "middle", "tick", values[place].page))
    sheet.labels += reversed(kept)


def _with_short_note(value: Value, room: float) -> Value:
    """The value with as much of its note as there is room for beside the number."""
    letters = int(room / room_for("0")) - len(value.shown) - 1
    return value._replace(note=shortened(value.note, letters))


def lying(name: str, said: Said, values: Sequence[Value], shape: Shape) -> Plot:
    """Lying bars under one another, each beside its name, or below it on a narrow screen."""
    sheet = Sheet()
    wide = shape == "wide"
    width, step = WIDTHS[shape], 25 if wide else 40
    left, thick = (250, 14) if wide else (1, 11)
    room = width - left - 12
    values = [_with_short_note(value, room / 2) for value in values]
    unit = min((room - room_for(f"{v.shown} {v.note}")) / v.amount for v in values if v.amount)
    foot = len(values) * step
    sheet.lines.append(Line(left, 2, left, foot + 2, "axis"))
    for place, value in enumerate(values):
        y = place * step + (6 if wide else 21)
        end = round(left + unit * value.amount, 1)
        size = (round(end - left, 1), thick)
        sheet.marks.append(Mark(left, y, *size, 0, "bar", value.stage, value.page, value.tip))
        text = shortened(value.tick, _LONGEST_NAME)
        at = (left - 10, y + 12, text, "end") if wide else (4, y - 6, text, "start")
        sheet.labels.append(Label(*at, "row", value.page))
        sheet.labels.append(Label(end + 6, y + thick - 1, value.shown, "start", "value"))
        if value.note:
            x = round(end + 12 + room_for(value.shown), 1)
            sheet.labels.append(Label(x, y + thick - 1, value.note, "start", "tick"))
    sheet.labels.append(Label(left, foot + 17, "0", "middle" if wide else "start", "tick"))
    return sheet.plot(name, shape, (width, foot + 24), said)
