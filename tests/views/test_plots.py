"""Where bars, squares and circles stand."""

from itertools import pairwise

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.views.matrix import Column, Row, RowGroup, paper_matrix, term_matrix
from awesome_heads.views.plots import Panel, Value, lying, slot, upright
from awesome_heads.views.sheet import WIDTHS, Label, Plot, Said, Shape, room_for, shortened

SAID = Said("Title", "Description")
SHAPES: tuple[Shape, ...] = ("wide", "narrow")
each_shape = pytest.mark.parametrize("shape", SHAPES)


def _values(*amounts: float) -> tuple[Value, ...]:
    return tuple(
        Value(f"{2000 + place}", amount, f"{amount:g}", f"years/{place}", f"tip {place}")
        for place, amount in enumerate(amounts)
    )


def _of(plot: Plot, kind: str) -> list[Label]:
    return [label for label in plot.labels if label.kind == kind]


@each_shape
def test_upright_bars_stand_on_a_zero_line(shape: Shape) -> None:
    """Heights go by amounts, years run left to right, and the axis begins with 0."""
    plot = upright("p", SAID, [Panel("", "up", _values(2, 0, 4))], shape)
    low, high = plot.marks
    assert high.height == 2 * low.height
    assert low.y + low.height == high.y + high.height
    axis = next(line for line in plot.lines if line.kind == "axis")
    assert axis.y1 == low.y + low.height
    assert low.x < high.x
    assert "0" in [label.text for label in _of(plot, "tick")]
    assert {mark.stage for mark in plot.marks} == {"up"}


@each_shape
def test_panels_share_one_scale(shape: Shape) -> None:
    """The same amount is as high in every panel, and each is named beside its bars."""
    panels = [Panel("One", "one", _values(1, 8)), Panel("Two", "two", _values(0, 4))]
    plot = upright("p", SAID, panels, shape)
    heights = [mark.height for mark in plot.marks]
    assert heights[1] == 2 * heights[2] == 8 * heights[0]
    assert [label.text for label in _of(plot, "name")] == ["One", "Two"]


@each_shape
@pytest.mark.parametrize("number", [1, 7, 40, 200])
def test_labels_of_an_axis_never_overlap(shape: Shape, number: int) -> None:
    """The latest year is always named; of the others, as many as there is room for."""
    values = _values(*range(1, number + 1))
    plot = upright("p", SAID, [Panel("", "", values)], shape)
    for kind, texts in (("tick", {value.tick for value in values}), ("value", None)):
        shown = [each for each in _of(plot, kind) if texts is None or each.text in texts]
        assert values[-1].tick in [each.text for each in shown] or kind == "value"
        for left, right in pairwise(shown):
            reach = (room_for(left.text) + room_for(right.text)) / 2
            assert left.x + reach <= right.x + 0.2
    assert all(mark.x + mark.width <= WIDTHS[shape] for mark in plot.marks)


@each_shape
def test_lying_bars_stay_within_the_picture(shape: Shape) -> None:
    """The longest bar leaves room for its number and its note."""
    values = [
        Value(
            "A name that is much too long for any column of names", 900, "900", "a", "", "", "Up"
        ),
        Value("B", 450, "450", "b", "", "", "A stage with a long name"),
    ]
    plot = lying("p", SAID, values, shape)
    first, second = plot.marks
    assert first.width == pytest.approx(2 * second.width, abs=0.2)
    for label in plot.labels:
        if label.anchor == "start":
            assert label.x + 0.9 * room_for(label.text) <= plot.width, label
    assert _of(plot, "row")[0].text.endswith("\u2026")
    assert [label.page for label in _of(plot, "row")] == ["a", "b"]


@each_shape
def test_a_long_note_leaves_room_for_its_bar(shape: Shape) -> None:
    """Every bar has a width, however long the name behind its number is."""
    values = [Value("A", 9, "9", "", "", "", "note " * 200), Value("B", 1, "1", "", "")]
    plot = lying("p", SAID, values, shape)
    assert all(mark.width > 0 for mark in plot.marks)
    assert all(label.x + 0.9 * room_for(label.text) <= plot.width for label in plot.labels[1:2])


def test_a_bar_has_a_largest_width() -> None:
    """One year alone is no wide block; bars are centred in their slots."""
    assert slot(0, 440) == (196, 48)
    assert slot(1, 10) == (11.9, 6.2)


def test_a_text_that_fits_is_not_cut() -> None:
    """Only a longer one ends in an ellipsis."""
    assert shortened("abc", 3) == "abc"
    assert shortened("ab cd", 4) == "ab\u2026"
    assert shortened("面包", 4) == "面包"
    assert shortened("面包店", 5) == "面包\u2026"


GROUPS = (
    RowGroup("Up", (Row("Quick", "tags/quick", "up"), Row("Top", "tags/top", "up"))),
    RowGroup("Down", (Row("Deep", "tags/deep", "down"),)),
)


def test_rows_and_their_names_are_level() -> None:
    """The two pictures of a matrix have one height and their rows side by side."""
    columns = [Column(f"Paper {n}", f"papers/{n}", f"{2020 + n // 4}") for n in range(9)]
    cells = {("Quick", "papers/0"): 1, ("Deep", "papers/8"): 1}
    matrix = paper_matrix(("m", SAID), GROUPS, columns, cells, IN_ENGLISH)
    assert matrix.stub.height == matrix.cells.height
    names = {label.text: label.y - 4 for label in matrix.stub.labels if label.kind == "row"}
    for mark in matrix.cells.marks:
        row = mark.tip.partition(":")[0]
        assert mark.y + mark.height / 2 == pytest.approx(names[row], abs=0.1)
    assert [label.text for label in matrix.stub.labels if label.kind == "name"] == ["Up", "Down"]
    assert matrix.cells.marks[0].x < matrix.cells.marks[1].x <= matrix.cells.width


def test_years_above_a_matrix_do_not_overlap() -> None:
    """Where papers of a year are few, only some of the years are named."""
    columns = [Column(f"P{n}", f"papers/{n}", f"{1990 + n}") for n in range(30)]
    matrix = paper_matrix(("m", SAID), GROUPS, columns, {("Top", "papers/3"): 1}, IN_ENGLISH)
    heads = sorted(matrix.cells.labels)
    assert 1 < len(heads) < 30
    assert all(a.x + room_for(a.text) <= b.x for a, b in pairwise(heads))


def test_a_circle_grows_with_its_number_and_states_it() -> None:
    """The largest number has the largest circle; no circle reaches into the next row."""
    columns = [Column("Ablation", "methods/a", ""), Column("Probing", "methods/p", "")]
    cells = {("Quick", "Ablation"): 9, ("Top", "Probing"): 1}
    matrix = term_matrix(("m", SAID), GROUPS, columns, cells, IN_ENGLISH)
    large, small = matrix.cells.marks
    assert large.width > small.width == 2 * small.radius
    assert large.width <= 28
    assert [label.text for label in matrix.cells.labels if label.kind == "count"] == ["9", "1"]
    assert {label.page for label in matrix.cells.labels if label.turn} == {"methods/a", "methods/p"}
