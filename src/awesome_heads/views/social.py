"""Geometry of the picture that is shown where somebody shares a page; `render` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.language import Language
from awesome_heads.library import Library
from awesome_heads.views.figures import PALETTES, shade
from awesome_heads.views.page import Context
from awesome_heads.views.tree import Branch, noun_of

SOCIAL = "static/social.png"
WIDTH, HEIGHT = 1200, 630
PAPER = "#fdfcfa"
_EDGE, _GAP, _FLOOR, _TALLEST, _BROADEST = 80, 28, 480, 190, 150
_COLUMNS = 12
_ONE_LINE = 48


class Label(NamedTuple):
    """Words in a box, smaller than `size` where they would not fit; `y` is their first baseline."""

    x: float
    y: float
    width: float
    size: int
    lines: int
    text: str
    colour: str


class Column(NamedTuple):
    """A bar on the floor of the picture."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class SocialCard(Context):
    """A picture in dots; `words` says what it says, for those who do not see it."""

    width: int
    height: int
    background: str
    words: str
    labels: tuple[Label, ...]
    columns: tuple[Column, ...]


class Picture(NamedTuple):
    """A picture of the site that no template makes."""

    path: str
    drawing: SocialCard


class _Amount(NamedTuple):
    label: str
    papers: int
    colour: str


def social_card(
    config: ListConfig, library: Library, stages: Sequence[Branch], language: Language
) -> SocialCard:
    """Lay out the list's name, what it holds, and its stages as columns of papers."""
    ink, muted = PALETTES["light"].ink, PALETTES["light"].muted
    tally = _tally(config, library, language)
    site = urlsplit(config.base_url)
    foot = f"{site.hostname}{site.path.rstrip('/')}"
    width = WIDTH - 2 * _EDGE
    long = len(config.name) > _ONE_LINE
    name = Label(_EDGE, 82 if long else 138, width, 46 if long else 72, 1 + long, config.name, ink)
    columns, labels = _columns(_amounts(library, stages), language)
    return SocialCard(
        width=WIDTH,
        height=HEIGHT,
        background=PAPER,
        words=language.gettext("%(list)s: its papers counted in columns.", list=config.name),
        labels=(
            name,
            Label(_EDGE, 196, width, 32, 1, tally, muted),
            *labels,
            Label(_EDGE, 598, width, 22, 1, foot, muted),
        ),
        columns=columns,
    )


def _tally(config: ListConfig, library: Library, language: Language) -> str:
    tree = library.vocabularies[config.tree]
    parts = [
        language.papers(len(library.papers)),
        language.count(len(tree.terms), *noun_of(tree, language)),
    ]
    if years := list(library.by_year):
        parts.append(language.period(years[-1], years[0]))
    return language.row(parts)


def _amounts(library: Library, stages: Sequence[Branch]) -> list[_Amount]:
    """The stages with a colour; the latest years, where there are none to compare."""
    placed = [stage for stage in stages if stage.colour]
    if len(placed) > 1:
        return [_Amount(each.label, each.papers, shade(each, "light")) for each in placed][
            :_COLUMNS
        ]
    years = [
        _Amount(str(year), len(papers), PALETTES["light"].muted)
        for year, papers in library.by_year.items()
    ]
    return years[_COLUMNS - 1 :: -1]


def _columns(
    amounts: Sequence[_Amount], language: Language
) -> tuple[tuple[Column, ...], tuple[Label, ...]]:
    ink, muted = PALETTES["light"].ink, PALETTES["light"].muted
    most = max((each.papers for each in amounts), default=0) or 1
    step = (WIDTH - 2 * _EDGE + _GAP) / max(len(amounts), 1)
    columns, labels = [], []
    for place, (label, papers, colour) in enumerate(amounts):
        x, width = round(_EDGE + place * step), round(step - _GAP)
        height = max(round(_TALLEST * papers / most), 3)
        columns.append(Column(x, _FLOOR - height, min(width, _BROADEST), height, colour))
        amount = language.papers(papers) if step > _BROADEST else str(papers)
        labels.append(Label(x, _FLOOR - height - 14, width, 28, 1, amount, ink))
        labels.append(Label(x, _FLOOR + 34, width, 22, 2, label, muted))
    return tuple(columns), tuple(labels)
