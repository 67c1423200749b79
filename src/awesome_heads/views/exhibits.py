"""A figure of the statistics page: a sentence, the pictures, and the numbers behind them."""

from collections.abc import Iterable
from typing import NamedTuple

from awesome_heads.views.matrix import Matrix
from awesome_heads.views.sheet import Plot


class Words(NamedTuple):
    """A text in a table; `page` is empty where it leads nowhere."""

    text: str
    page: str = ""


class Table(NamedTuple):
    """The numbers of a figure; each row begins with what it is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]


class Exhibit(NamedTuple):
    """One figure.

    Attributes:
        name: Its anchor.
        label: What the list of figures calls it.
        headline: What to see in it.
        note: What is left out, or how it was counted; may be empty.
        plots: The same picture for wide and for narrow screens.
        matrix: A picture that scrolls, instead of those.
        table: The numbers.
    """

    name: str
    label: str
    headline: str
    note: str
    plots: tuple[Plot, ...]
    matrix: Matrix | None
    table: Table


def row(*cells: str | Words | Iterable[Words]) -> tuple[tuple[Words, ...], ...]:
    """A table's row; a cell is a text, a linked text or several of them."""
    return tuple(_cell(cell) for cell in cells)


def _cell(cell: str | Words | Iterable[Words]) -> tuple[Words, ...]:
    if isinstance(cell, str):
        return (Words(cell),)
    return (cell,) if isinstance(cell, Words) else tuple(cell)
