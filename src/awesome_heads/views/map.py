"""The list's own tree as a map: a picture for each stage, in user units of its own view box.

Templates only draw what is computed here. Stages without a colour are not part of the map.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Vocabulary
from awesome_heads.views.depth import Depth, depth_of, scale_of
from awesome_heads.views.flows import FlowStrip, flow_strip, flows_from
from awesome_heads.views.lettering import cut, width_of, wrap
from awesome_heads.views.page import vocabulary_page
from awesome_heads.views.tree import Branch, TermLine, noun_of, small

# A row of pictures fills the page, and in a column a narrow one is not blown up on a phone.
ROOM, GAP, NARROWEST, WIDEST = 1084, 20, 200, 280
MOST_IN_ROW = 5
SIZE, HEADING_SIZE, NUMBER_SIZE = 12.5, 12.5, 12
LARGEST, SMALLEST = 11.0, 3.0
_EDGE, _CENTRE, _LABEL = 8, 20, 37
_LINE, _LEAST_ROW, _HEADING, _PANEL_GAP, _FOOT = 15, 27, 27, 10, 5
_GLYPH = 26


class Cell(NamedTuple):
    """A step of the scale beside a mark."""

    x: float
    width: float
    here: bool


class Mark(NamedTuple):
    """A term: a dot by number of papers, its name in lines, its number, its place on the scale."""

    page: str
    name: str
    y: float
    height: float
    radius: float
    used: bool
    papers: int
    lines: tuple[tuple[float, str], ...]
    cells: tuple[Cell, ...]

    @property
    def middle(self) -> float:
        """The height at which dot, number and cells stand."""
        return self.y + self.height / 2


class Panel(NamedTuple):
    """A group with its marks; the terms that a stage holds itself have no heading."""

    page: str
    label: str
    name: str
    y: float
    height: float
    marks: tuple[Mark, ...]


class StagePicture(NamedTuple):
    """A stage: its heading, which stands outside the picture, and its panels."""

    label: str
    slug: str
    page: str
    tally: str
    height: float
    panels: tuple[Panel, ...]
    flows: tuple[str, ...]


class MapFigure(NamedTuple):
    """The stages side by side, and what flows between them above."""

    width: float
    number_x: float
    dot_x: float
    label_x: float
    in_row: bool
    stages: tuple[StagePicture, ...]
    strip: FlowStrip | None
    scale_label: str
    scale: tuple[str, ...]
    cells: tuple[Cell, ...]


def map_figure(
    vocabulary: Vocabulary, branches: Sequence[Branch], language: Language
) -> MapFigure | None:
    """Lay out the coloured stages; None where there are none."""
    stages = [branch for branch in branches if branch.colour]
    if not stages:
        return None
    width = min(WIDEST, max(NARROWEST, (ROOM - GAP * (len(stages) - 1)) / len(stages)))
    most = max((term.papers for stage in stages for term in stage.every_term), default=0)
    draw = _Drawing(vocabulary, round(width), max(most, 1), language)
    in_row = len(stages) <= MOST_IN_ROW
    scaled = scale_of(vocabulary)
    scale = scaled[1].scale if scaled else ()
    return MapFigure(
        width=draw.width,
        number_x=draw.number_x,
        dot_x=_CENTRE,
        label_x=_LABEL,
        in_row=in_row,
        stages=tuple(draw.stage(stage) for stage in stages),
        strip=flow_strip(stages, vocabulary.flows, draw.width, GAP, language) if in_row else None,
        scale_label=scaled[1].label if scaled else "",
        scale=scale,
        cells=cells_of([True] * len(scale), 0),
    )


def cells_of(here: Sequence[bool], x: float) -> tuple[Cell, ...]:
    """The steps of a scale side by side, in the room that the glyph has."""
    step = _GLYPH / max(len(here), 1)
    return tuple(
        Cell(round(x + place * step, 2), round(step * 0.82, 2), each)
        for place, each in enumerate(here)
    )


class _Drawing:
    """What all stages of a map are drawn with."""

    def __init__(self, vocabulary: Vocabulary, width: int, most: int, language: Language) -> None:
        self.vocabulary = vocabulary
        self.language = language
        self.width = width
        self.most = most
        self.glyph_x = width - _EDGE - (_GLYPH if scale_of(vocabulary) else 0)
        self.number_x = self.glyph_x - 8
        self.room = self.number_x - width_of(str(most), NUMBER_SIZE) - 6 - _LABEL

    def stage(self, stage: Branch) -> StagePicture:
        panels: list[Panel] = []
        y = 0.0
        for label, branch in _groups(stage):
            panel = self.panel(label, branch, y)
            panels.append(panel)
            y += panel.height + _PANEL_GAP
        terms = self.language.count(len(stage.every_term), *noun_of(self.vocabulary, self.language))
        return StagePicture(
            label=stage.label,
            slug=stage.slug,
            page=stage.page or f"{vocabulary_page(self.vocabulary.id)}#{stage.anchor}",
            tally=f"{terms} \u00b7 {self.language.papers(stage.papers)}",
            height=max(y - _PANEL_GAP, 0),
            panels=tuple(panels),
            flows=flows_from(stage.label, self.vocabulary.flows, self.language),
        )

    def panel(self, label: str, branch: Branch, top: float) -> Panel:
        y = top + (_HEADING if label else _FOOT)
        marks: list[Mark] = []
        for term in branch.terms:
            mark = self.mark(term, y)
            marks.append(mark)
            y += mark.height
        name = self.language.row([label, self.language.papers(branch.papers)]) if label else ""
        short = cut(label, self.width - 2 * _EDGE - 4, HEADING_SIZE)
        page = branch.page or f"{vocabulary_page(self.vocabulary.id)}#{branch.anchor}"
        return Panel(page, short, name, top, y - top + _FOOT, tuple(marks))

    def mark(self, line: TermLine, y: float) -> Mark:
        depth = depth_of(self.vocabulary, self.vocabulary.by_name[line.label], self.language)
        texts = wrap(line.label, self.room, SIZE)
        radius = SMALLEST + (LARGEST - SMALLEST) * (line.papers / self.most) ** 0.5
        height = max(_LEAST_ROW, 2 * radius + 5, _LINE * len(texts) + 7)
        first = y + height / 2 - _LINE * (len(texts) - 1) / 2 + SIZE * 0.36
        return Mark(
            page=line.page,
            name=self.name(line, depth),
            y=round(y, 1),
            height=round(height, 1),
            radius=round(radius, 1),
            used=line.papers > 0,
            papers=line.papers,
            lines=tuple(
                (round(first + _LINE * place, 1), text) for place, text in enumerate(texts)
            ),
            cells=cells_of([step.here for step in depth.steps], self.glyph_x) if depth else (),
        )

    def name(self, line: TermLine, depth: Depth | None) -> str:
        said = [line.label, self.language.papers(line.papers)]
        if depth:
            said.append(self.language.labelled(small(depth.label, self.language), depth.words))
        return self.language.row(said)


def _groups(stage: Branch) -> Iterator[tuple[str, Branch]]:
    """A stage's groups with their names: its own terms without one, deeper groups by their path."""
    if stage.terms:
        yield "", stage
    yield from _below(stage, ())


def _below(branch: Branch, path: tuple[str, ...]) -> Iterator[tuple[str, Branch]]:
    for inner in branch.branches:
        here = (*path, inner.label)
        if inner.terms or not inner.branches:
            yield " / ".join(here), inner
        yield from _below(inner, here)
