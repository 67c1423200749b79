"""Matrices: terms as rows under their stages, papers or other terms as columns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.views.lettering import letters_in
from awesome_heads.views.sheet import Label, Line, Mark, Plot, Said, Sheet, room_for, shortened

MOST_ROWS, MOST_PAPERS, MOST_COLUMNS = 40, 100, 24
_STUB, _LONGEST = 188, 25
_HEADING = 24
_ROOM = 830


class Row(NamedTuple):
    """A term: its name, page and stage."""

    label: str
    page: str
    stage: str


class RowGroup(NamedTuple):
    """Rows under a common name."""

    label: str
    rows: tuple[Row, ...]


class Column(NamedTuple):
    """What a column stands for; where `head` changes, another stretch of columns begins."""

    label: str
    page: str
    head: str


class Matrix(NamedTuple):
    """A matrix in two pictures, so that its rows' names stay where the rest is scrolled."""

    stub: Plot
    cells: Plot


Cells = Mapping[tuple[str, str], int]


class _Rows(NamedTuple):
    """Where the rows stand: below `top`, each `height` high."""

    groups: Sequence[RowGroup]
    top: int
    height: int

    def placed(self) -> Iterator[tuple[Row, float]]:
        """Each row with its middle."""
        y = float(self.top)
        for group in self.groups:
            y += _HEADING
            for row in group.rows:
                yield row, y + self.height / 2
                y += self.height

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        rows = sum(len(group.rows) for group in self.groups)
        return self.top + len(self.groups) * _HEADING + rows * self.height


def paper_matrix(
    named: tuple[str, Said],
    groups: Sequence[RowGroup],
    columns: Sequence[Column],
    cells: Cells,
    language: Language,
) -> Matrix:
    """A small square wherever a row's term is named by a column's paper.

    Args:
        named: The picture's name and words.
        groups: The terms.
        columns: The papers.
        cells: The pairs of a row's label and a column's page.
        language: What the squares say.
    """
    name, said = named
    sheet, rows = Sheet(), _Rows(groups, 26, 19)
    step = round(max(9.5, min(16, _ROOM / len(columns))), 1)
    width = round(len(columns) * step + 12)
    _guides(sheet, rows, width)
    _stretches(sheet, rows, columns, step)
    for row, y in rows.placed():
        for place, column in enumerate(columns):
            if (row.label, column.page) in cells:
                x, side = round(place * step + 1, 1), round(step - 2, 1)
                tip = language.labelled(row.label, column.label)
                at = (x, round(y - side / 2, 1), side, side, 1.5)
                sheet.marks.append(Mark(*at, "dot", row.stage, column.page, tip))
    drawn = sheet.plot(name, "natural", (width, rows.bottom + 4), said)
    return Matrix(_stub(named, rows, language), drawn)


def _stretches(sheet: Sheet, rows: _Rows, columns: Sequence[Column], step: float) -> None:
    """A line where each stretch of columns begins, and its name where there is room for it."""
    edge = float("inf")
    for place in reversed(range(len(columns))):
        head = columns[place].head
        if place == 0 or columns[place - 1].head != head:
            x = round(place * step, 1)
            sheet.lines.append(Line(x, rows.top - 6, x, rows.bottom, "grid"))
            if x + room_for(head) + 6 <= edge:
                edge = x
                sheet.labels.append(Label(x + 3, 16, head, "start", "tick"))


def term_matrix(
    named: tuple[str, Said],
    groups: Sequence[RowGroup],
    columns: Sequence[Column],
    cells: Cells,
    language: Language,
) -> Matrix:
    """A circle with its number wherever a row's term and a column's term meet in papers.

    Args:
        named: The picture's name and words.
        groups: The terms of one side.
        columns: Those of the other.
        cells: In how many papers two of them meet.
        language: What the circles say.
    """
    name, said = named
    longest = max(letters_in(shortened(column.label, _LONGEST)) for column in columns)
    sheet, rows = Sheet(), _Rows(groups, round(longest * 5.2) + 22, 28)
    step, most = 36, max(cells.values())
    _guides(sheet, rows, len(columns) * step)
    for place, column in enumerate(columns):
        x, text = place * step + 16, shortened(column.label, _LONGEST)
        sheet.lines.append(Line(x, rows.top - 4, x, rows.bottom, "grid"))
        at = (x + 4, rows.top - 8, text, "start", "row")
        sheet.labels.append(Label(*at, column.page, turn=-50))
    for row, y in rows.placed():
        for place, column in enumerate(columns):
            number = cells.get((row.label, column.label), 0)
            if number:
                x, radius = place * step + 16, round(8 + 5 * (number / most) ** 0.5, 1)
                pair = language.listed([row.label, column.label])
                tip = language.labelled(pair, language.papers(number))
                box = (x - radius, y - radius, 2 * radius, 2 * radius, radius)
                sheet.marks.append(Mark(*box, "ring", row.stage, "", tip))
                sheet.labels.append(Label(x, y + 4, f"{number}", "middle", "count"))
    width = len(columns) * step + round(longest * 4) + 12
    drawn = sheet.plot(name, "natural", (width, rows.bottom + 4), said)
    return Matrix(_stub(named, rows, language), drawn)


def _guides(sheet: Sheet, rows: _Rows, width: float) -> None:
    """A faint line along each row, for the eye to follow."""
    sheet.lines += [Line(0, y, width, y, "guide") for _, y in rows.placed()]


def _stub(named: tuple[str, Said], rows: _Rows, language: Language) -> Plot:
    """The rows' names with their groups'."""
    sheet, (name, said) = Sheet(), named
    y = rows.top
    for group in rows.groups:
        y += _HEADING
        stage = group.rows[0].stage
        sheet.marks.append(Mark(0, y - 15, 9, 9, 4.5, "dot", stage))
        sheet.labels.append(Label(14, y - 6, group.label, "start", "name"))
        y += len(group.rows) * rows.height
    for row, middle in rows.placed():
        text = shortened(row.label, _LONGEST)
        sheet.labels.append(Label(_STUB - 10, middle + 4, text, "end", "row", row.page))
    title = Said(language.gettext("%(title)s: the rows", title=said.title), "")
    return sheet.plot(f"{name}-rows", "natural", (_STUB, rows.bottom + 4), title)
