"""The map: what is on it, and that nothing on it overlaps."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Vocabulary
from awesome_heads.project import Project
from awesome_heads.views.lettering import width_of
from awesome_heads.views.map import (
    GAP,
    LARGEST,
    MOST_IN_ROW,
    ROOM,
    SIZE,
    SMALLEST,
    MapFigure,
    Mark,
    Panel,
    map_figure,
)
from awesome_heads.views.tree import Tree
from tests.builders import a_library, a_paper, a_vocabulary

COLOUR = {"light": "#8a6e00", "dark": "#d7bc66"}
LONG = "Extraordinarily Long-Winded Name of a Head That Nobody Can Remember"
Box = tuple[float, float, float, float]


def _vocabulary(stages: int = 3, terms: int = 4, **changes: object) -> Vocabulary:
    """Stages with two groups each, one of them with a group inside, and one without a colour."""
    names = [f"Stage {place}" for place in range(stages)]
    inner = {"name": "B", "groups": [{"name": "C"}]}
    groups = [{"name": name, "colour": COLOUR, "groups": [{"name": "A"}, inner]} for name in names]
    paths = [path for name in names for path in ([name], [name, "A"], [name, "B", "C"])]
    made = [
        {
            "name": f"{LONG if number == 1 else 'Head'} {place}.{number}",
            "group": path,
            "properties": {"reach": "near/far"} if number else {},
        }
        for place, path in enumerate(paths)
        for number in range(terms)
    ]
    scale = {"label": "Reach", "description": "How far.", "scale": ["near", "middle", "far"]}
    plain: dict[str, object] = {
        "terms": [*made, {"name": "Grey", "group": ["Aside"]}, {"name": "Loose"}],
        "groups": [*groups, {"name": "Aside"}],
        "properties": {"reach": scale},
    }
    return a_vocabulary(**(plain | changes))  # type: ignore[arg-type]


def _figure(vocabulary: Vocabulary, *tags: list[str]) -> MapFigure:
    papers = [a_paper(id=f"p{place}", tags=each) for place, each in enumerate(tags)]
    library = a_library(*papers, vocabularies=[vocabulary])
    figure = map_figure(vocabulary, Tree(library, "tags").stages, IN_ENGLISH)
    assert figure is not None
    return figure


def _panels(figure: MapFigure) -> Iterator[Panel]:
    for stage in figure.stages:
        yield from stage.panels


def _marks(figure: MapFigure) -> Iterator[Mark]:
    for panel in _panels(figure):
        yield from panel.marks


def _boxes(figure: MapFigure, mark: Mark) -> Iterator[Box]:
    """What a mark draws, as left, top, right and bottom: dot, lines of text, number, cells."""
    x, y, radius = figure.dot_x, mark.middle, mark.radius
    yield x - radius, y - radius, x + radius, y + radius
    for baseline, text in mark.lines:
        right = figure.label_x + width_of(text, SIZE)
        yield figure.label_x, baseline - SIZE * 0.8, right, baseline + SIZE * 0.25
    left = figure.number_x - width_of(str(mark.papers), 12)
    yield left, y - 5, figure.number_x, y + 5
    for cell in mark.cells:
        yield cell.x, y - 5, cell.x + cell.width, y + 5


def _apart(one: Box, other: Box) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


EVERYTHING = [f"Head {place}.0" for place in range(9)]
FIGURES = {
    "few": lambda: _figure(_vocabulary(), EVERYTHING),
    "one stage": lambda: _figure(_vocabulary(1), ["Head 0.0"]),
    "many stages": lambda: _figure(_vocabulary(9), ["Head 0.0"]),
    "hundreds of terms": lambda: _figure(_vocabulary(4, 40), ["Head 0.0"]),
    "many papers": lambda: _figure(_vocabulary(), *[["Head 0.0"]] * 1200),
    "no scale": lambda: _figure(
        a_vocabulary(
            terms=[{"name": LONG, "group": ["A"]}], groups=[{"name": "A", "colour": COLOUR}]
        )
    ),
}
each_figure = pytest.mark.parametrize("name", FIGURES)


@each_figure
def test_nothing_overlaps(name: str) -> None:
    """Dots, names, numbers and cells keep clear of each other, within a row and between rows."""
    figure = FIGURES[name]()
    for stage in figure.stages:
        boxes: list[Box] = []
        for panel in stage.panels:
            rows = [(mark, list(_boxes(figure, mark))) for mark in panel.marks]
            for mark, row in rows:
                assert all(_apart(*pair) for pair in combinations(row, 2)), mark.name
                assert min(box[1] for box in row) >= mark.y
                assert max(box[3] for box in row) <= mark.y + mark.height
                boxes.append((0, mark.y, figure.width, mark.y + mark.height))
        assert all(one[3] <= other[1] + 0.11 for one, other in pairwise(boxes))


@each_figure
def test_everything_is_inside(name: str) -> None:
    """Marks lie in their panels, panels in their pictures, one below the other."""
    figure = FIGURES[name]()
    for stage in figure.stages:
        bottom = 0.0
        for panel in stage.panels:
            assert panel.y >= bottom
            bottom = panel.y + panel.height
            for mark in panel.marks:
                assert panel.y <= mark.y
                assert mark.y + mark.height <= bottom
                assert all(box[0] >= 0 and box[2] <= figure.width for box in _boxes(figure, mark))
        assert bottom <= stage.height + 0.01


@each_figure
def test_rows_can_be_hit(name: str) -> None:
    """Every link is at least 24 units high."""
    assert all(mark.height >= 24 for mark in _marks(FIGURES[name]()))


def test_every_term_of_a_coloured_stage_is_there_once() -> None:
    """Each in the file's order, with its page; what is not placed is not on the map."""
    vocabulary = _vocabulary()
    pages = [mark.page for mark in _marks(_figure(vocabulary))]
    placed = [term for term in vocabulary.terms if term.group and term.group[0] != "Aside"]
    assert sorted(pages) == sorted(f"tags/{term.slug}/index.html" for term in placed)
    assert len(set(pages)) == len(pages)


def test_every_head_of_the_real_list_is_there_once(real: Project) -> None:
    """The map of the list that this repository keeps, and its counts, are complete."""
    tags = real.library.vocabularies["tags"]
    tree = Tree(real.library, "tags")
    figure = map_figure(tags, tree.stages, IN_ENGLISH)
    assert figure is not None
    coloured = {group.name for group in tags.groups if group.colour}
    expected = {
        f"tags/{term.slug}/index.html": len(real.library.papers_with("tags", term.name))
        for term in tags.terms
        if term.group and term.group[0] in coloured
    }
    marks = list(_marks(figure))
    assert {mark.page: mark.papers for mark in marks} == expected
    assert len(marks) == len(expected)


def test_panels_follow_the_tree() -> None:
    """A stage's own terms come first, without a heading; deeper groups show their path."""
    (stage, *_) = _figure(_vocabulary()).stages
    assert [panel.label for panel in stage.panels] == ["", "A", "B / C"]
    assert [panel.page for panel in stage.panels][1:] == [
        "tags/group/stage-0/a/index.html",
        "tags/group/stage-0/b/c/index.html",
    ]


def test_dots_grow_with_papers() -> None:
    """The most studied term has the largest dot, one without papers the smallest, and is hollow."""
    figure = _figure(_vocabulary(), *[["Head 0.0"]] * 4, ["Head 1.0"])
    by_page = {mark.page: mark for mark in _marks(figure)}
    most, some = by_page["tags/head-0-0/index.html"], by_page["tags/head-1-0/index.html"]
    none = by_page["tags/head-2-0/index.html"]
    assert (most.radius, none.radius) == (LARGEST, SMALLEST)
    assert most.radius > some.radius > none.radius
    assert (most.used, some.used, none.used) == (True, True, False)
    assert (most.papers, some.papers, none.papers) == (4, 1, 0)


def test_a_mark_says_all_that_is_drawn() -> None:
    """Name, number of papers and place on the scale, for those who do not see the picture."""
    figure = _figure(_vocabulary(), ["Head 0.0"])
    names = [mark.name for mark in _marks(figure)]
    assert names[0] == "Head 0.0, 1 paper"
    assert names[2] == "Head 0.2, 0 papers, reach: near and far"


def test_cells_show_the_steps() -> None:
    """Filled cells say where; a term that says nothing has none."""
    marks = list(_marks(_figure(_vocabulary())))
    assert [cell.here for cell in marks[2].cells] == [True, False, True]
    assert marks[0].cells == ()


def test_a_stage_says_how_much_it_holds() -> None:
    """Terms and papers are counted in the list's own words, and the heading leads to the page."""
    figure = _figure(_vocabulary(title="Lenses", singular="Lens"), ["Head 0.0", "Head 1.0"])
    stage = figure.stages[0]
    assert (stage.tally, stage.page) == (
        "12 lenses \u00b7 1 paper",
        "tags/group/stage-0/index.html",
    )


def test_a_long_name_is_broken_and_cut() -> None:
    """Two lines at most; the whole name is still said."""
    figure = _figure(_vocabulary())
    long = [mark for mark in _marks(figure) if mark.name.startswith(LONG)]
    assert long
    assert all(len(mark.lines) == 2 and mark.lines[1][1].endswith("\u2026") for mark in long)


@pytest.mark.parametrize("stages", range(1, 9))
def test_stages_in_a_row_fit_the_page(stages: int) -> None:
    """Up to a number they stand side by side; more are wrapped, and lose the arrows."""
    figure = _figure(_vocabulary(stages))
    assert figure.in_row is (stages <= MOST_IN_ROW)
    if figure.in_row:
        assert figure.width * stages + GAP * (stages - 1) <= ROOM + stages
    else:
        assert figure.strip is None


def test_without_colours_there_is_no_map() -> None:
    """A list whose groups are no stages is not drawn."""
    vocabulary = a_vocabulary(groups=[{"name": "A"}])
    library = a_library(vocabularies=[vocabulary])
    assert map_figure(vocabulary, Tree(library, "tags").stages, IN_ENGLISH) is None
