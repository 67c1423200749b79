"""The map so small that only its shape is left, with one place of it lit."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.views.tree import Branch

WIDTH, _GAP, _PAD, _DOT, _LEAST, _BLOCK_GAP = 224, 6, 5, 7, 15, 3
_HEADER = 8
MOST_COLUMNS = 12


class Block(NamedTuple):
    """A group: a box with a dot for each term, drawn as one path; `lit` where it is the place."""

    x: float
    y: float
    width: float
    height: float
    stage: str
    lit: bool
    dots: str


class Miniature(NamedTuple):
    """The map's shape; `spot` is the term that is looked for, as x and y, or empty."""

    width: float
    height: float
    name: str
    blocks: tuple[Block, ...]
    spot: tuple[float, ...]


def miniature(
    stages: Sequence[Branch], path: Sequence[str], language: Language, term: str = ""
) -> Miniature | None:
    """Draw the coloured stages with a group lit, named by its path; None where it is in none.

    A group is lit with all that lies below it.
    """
    coloured = [stage for stage in stages if stage.colour]
    shown = path and any(stage.label == path[0] for stage in coloured)
    if not shown or len(coloured) > MOST_COLUMNS:
        return None
    width = (WIDTH - _GAP * (len(coloured) - 1)) / len(coloured)
    blocks: list[Block] = []
    spot: tuple[float, ...] = ()
    for place, stage in enumerate(coloured):
        y = 0.0
        for groups, branch in _groups(stage, ()):
            lit = groups[: len(path)] == tuple(path)
            x = round(place * (width + _GAP), 1)
            spots = list(_spots(branch, x, y, width))
            for label, spot_x, spot_y in spots:
                if lit and label == term:
                    spot = (spot_x, spot_y)
            lowest = max((spot_y for _, _, spot_y in spots), default=y) + _PAD + _DOT / 2
            height = max(round(lowest - y, 1), _LEAST)
            dots = "".join(f"M{spot_x:g} {spot_y:g}h0" for _, spot_x, spot_y in spots)
            blocks.append(Block(x, y, round(width, 1), height, stage.slug, lit, dots))
            y += height + _BLOCK_GAP
    bottom = max((block.y + block.height for block in blocks), default=_HEADER)
    return Miniature(WIDTH, bottom, _name(path, term, language), tuple(blocks), spot)


def _name(path: Sequence[str], term: str, language: Language) -> str:
    _, where = language.gettext, " / ".join(path)
    if term:
        return _("Where it stands on the map: %(place)s", place=where)
    return _("On the map: %(place)s", place=where)


def _groups(branch: Branch, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Branch]]:
    path = (*above, branch.label)
    if branch.terms or not branch.branches:
        yield path, branch
    for inner in branch.branches:
        yield from _groups(inner, path)


def _spots(
    branch: Branch, left: float, top: float, width: float
) -> Iterator[tuple[str, float, float]]:
    """A place for each term of a group, in rows."""
    across = max(1, int((width - 2 * _PAD) // _DOT))
    for number, term in enumerate(branch.terms):
        row, column = divmod(number, across)
        x = left + _PAD + _DOT / 2 + _DOT * column
        yield term.label, round(x, 1), round(top + _PAD + _DOT / 2 + _DOT * row, 1)
