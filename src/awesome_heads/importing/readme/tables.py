"""Tables whose rows are papers, in HTML or with pipes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from awesome_heads.importing.found import FoundPaper
from awesome_heads.importing.questions import SUMMARY
from awesome_heads.importing.readme.bullets import text_of
from awesome_heads.importing.readme.facts import Terms
from awesome_heads.importing.readme.headers import meaning_of
from awesome_heads.importing.readme.kinds import is_paper_like
from awesome_heads.importing.readme.pieces import Piece, pieces_of
from awesome_heads.importing.readme.rows import Row
from awesome_heads.importing.readme.summaries import read_summary, split_summary
from awesome_heads.importing.readme.tree import CELLS, Element
from awesome_heads.importing.readme.when import read_when
from awesome_heads.model import LINK_KINDS
from awesome_heads.text import fold

_DOTS = "\u2022"
_FEWEST = 2


@dataclass
class _Entry:
    """The cells of one paper, by their column, and those of rows below that go on with it."""

    row: Element
    cells: dict[int, Element]
    more: list[Element] = field(default_factory=list)


class Table:
    """A table with the meaning of its columns."""

    def __init__(self, element: Element, terms: Terms, tag_words: Sequence[str]) -> None:
        """Read the header, if there is one.

        Args:
            element: The table.
            terms: The list's vocabularies.
            tag_words: What the list calls its tags.
        """
        self._terms = terms
        self._tag_words = {fold(word) for word in tag_words}
        rows = [row for row in _rows(element) if _cells(row)]
        self._columns = self._read_header(rows[0]) if rows else {}
        headed = bool(self._columns) or (bool(rows) and _is_header(rows[0]))
        self._rows = rows[1:] if headed else rows
        if self._rows and not headed:
            self._columns = self._guess(self._rows)

    @property
    def is_of_papers(self) -> bool:
        """Whether there is a column of titles, and a paper, a tag or a date beside one."""
        kinds = set(self._columns.values())
        beside = kinds & {"links", "paper", "venue", "authors", "tags", "summary", *LINK_KINDS}
        return "title" in kinds and (bool(beside) or any(map(_leads_to_paper, self._rows)))

    def papers(self, headings: Sequence[str]) -> Iterator[FoundPaper]:
        """Every row as a paper."""
        for entry in self._entries():
            yield self._read(entry, headings)

    def loose_rows(self) -> list[Element]:
        """Rows of a table that is none of papers, and which link to one."""
        return [row for row in self._rows if _leads_to_paper(row)]

    def _read_header(self, row: Element) -> dict[int, str]:
        named = {
            place: meaning_of(cell.text, self._tag_words) for place, cell in enumerate(_cells(row))
        }
        columns = {place: name for place, name in named.items() if name}
        if not _is_header(row) and (
            len(columns) < _FEWEST or any(e.tag in {"a", "img"} for e in row.descendants())
        ):
            return {}
        if "title" not in columns.values():
            columns = _first_as_title(columns)
        return columns

    def _guess(self, rows: Sequence[Element]) -> dict[int, str]:
        """The meaning of columns that have no header, by what their cells hold."""
        width = max(len(_cells(row)) for row in rows)
        columns: dict[int, str] = {}
        for place in range(width):
            cells = [cells[place] for row in rows if len(cells := _cells(row)) > place]
            texts = [each.text.strip() for each in cells if each.text.strip()]
            images = any(e.tag == "img" for each in cells for e in each.descendants())
            anchors = any(e.tag == "a" for each in cells for e in each.descendants())
            if texts and sum(read_when(text) is not None for text in texts) * 2 > len(texts):
                columns[place] = "date"
            elif images and not anchors and not texts:
                columns[place] = "tags"
            elif "title" not in columns.values() and texts:
                columns[place] = "title"
            elif anchors:
                columns[place] = "links"
        return columns

    def _entries(self) -> Iterator[_Entry]:
        entry: _Entry | None = None
        # A cell that spans rows takes its column in those below too.
        reach: dict[int, int] = {}
        for row in self._rows:
            cells = _cells(row)
            spanned = {place for place, rows in reach.items() if rows > 0}
            reach = {place: rows - 1 for place, rows in reach.items() if rows > 1}
            if entry is not None and self._goes_on(cells):
                entry.more += cells
                continue
            if entry is not None:
                yield entry
            # A row with every column needs no room for what spans into it: the span was wrong.
            if len(cells) >= len(self._columns):
                spanned = set()
            free = [place for place in range(len(cells) + len(spanned)) if place not in spanned]
            placed = dict(zip(free, cells, strict=False))
            reach |= {
                place: rows - 1 for place, cell in placed.items() if (rows := _span(cell)) > 1
            }
            entry = _Entry(row, placed)
        if entry is not None:
            yield entry

    def _goes_on(self, cells: Sequence[Element]) -> bool:
        """Whether a row is the summary of the row above it."""
        if len(cells) != 1 or len(self._columns) < _FEWEST:
            return False
        return _DOTS in cells[0].text or not _leads_to_paper(cells[0])

    def _read(self, entry: _Entry, headings: Sequence[str]) -> FoundPaper:
        row = Row(self._terms, entry.row)
        # A column of dates is about the paper; a year beside a venue may be that of the venue.
        rank = {"date": 0, "title": 1}
        for place in sorted(entry.cells, key=lambda each: rank.get(self._columns.get(each, ""), 2)):
            self._take(row, self._columns.get(place, ""), entry.cells[place])
        for cell in entry.more:
            _summarise(row, cell)
        raw = " | ".join(text_of(cell) for cell in (*entry.cells.values(), *entry.more))
        return row.finish(entry.row.line, headings, raw)

    def _take(self, row: Row, meaning: str, cell: Element) -> None:
        pieces = pieces_of(cell)
        text = " ".join(cell.text.split())
        if meaning == "title":
            told = split_summary(cell)
            row.take_title(told.before)
            row.facts.summary.update(told.fields)
            row.facts.left += told.left
        elif meaning in SUMMARY and text:
            row.facts.summary.setdefault(meaning, read_summary(cell)[0])
        elif meaning == "summary":
            _summarise(row, cell)
        elif meaning == "tags":
            row.take_tags(pieces)
        elif meaning == "authors" and text:
            row.facts.take_authors(cell.text)
        elif meaning == "venue" and text and not _links(pieces):
            row.facts.take_venue_or_date(text, sure=True)
        elif meaning == "date" and text:
            dated = read_when(text)
            if dated or not row.facts.take_venue_or_date(text):
                row.facts.take_date(dated, text) if dated else row.facts.leave(f"date {text}")
        else:
            row.take_rest(pieces, meaning if meaning in LINK_KINDS else "")


def _summarise(row: Row, cell: Element) -> None:
    told = split_summary(cell, whole=True)
    for name, line in told.fields.items():
        row.facts.summary.setdefault(name, line)
    row.facts.left += told.left
    row.take_rest([piece for piece in pieces_of(cell) if piece.badges])


def _links(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.url]


def _first_as_title(columns: dict[int, str]) -> dict[int, str]:
    """Columns of which the one that is headed `Paper` holds the titles."""
    place = next((place for place, name in columns.items() if name == "paper"), None)
    return columns if place is None else {**columns, place: "title"}


def _rows(table: Element) -> Iterator[Element]:
    for child in table.elements():
        if child.tag == "tr":
            yield child
        elif child.tag != "table":
            yield from _rows(child)


def _cells(row: Element) -> list[Element]:
    return [each for each in row.elements() if each.tag in CELLS]


def _span(cell: Element) -> int:
    given = cell.attributes.get("rowspan", "")
    return min(int(given), 1000) if given.isdecimal() else 1


def _is_header(row: Element) -> bool:
    return all(cell.tag == "th" for cell in _cells(row)) and bool(row.text.strip())


def _leads_to_paper(element: Element) -> bool:
    return any(is_paper_like(piece) for piece in pieces_of(element))
