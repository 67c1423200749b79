"""Papers as rows of a CSV file, after RFC 4180, for spreadsheets and notebooks.

A cell that begins as a formula would be run by a spreadsheet; `'` is put before it.
"""

import csv
from collections.abc import Iterable, Sequence

from awesome_heads.formats.citation import Citation
from awesome_heads.formats.facts import venue_name
from awesome_heads.library import Library
from awesome_heads.model import Paper

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PARTED = "; "
_BEFORE = (
    *("id", "key", "title", "authors", "date", "venue", "published_venue", "published_date"),
    *("doi", "arxiv", "paper", "code", "data", "demo"),
)
_AFTER = ("innovation", "tasks", "result", "page")


def format_header(vocabularies: Sequence[str]) -> str:
    """Write the names of the columns, one for each vocabulary among them."""
    taken = {*_BEFORE, *_AFTER}
    named = (f"{name}_terms" if name in taken else name for name in vocabularies)
    return _line((*_BEFORE, *named, *_AFTER))


def format_row(
    paper: Paper, cited: Citation, url: str, library: Library, vocabularies: Sequence[str]
) -> str:
    """Write a paper's row, several values of one cell parted by `; `."""
    later = paper.published
    links, summary = paper.links, paper.summary
    named = (library.terms_of(paper, name) for name in vocabularies)
    cells = (
        *(paper.id, cited.key, paper.title, _PARTED.join(paper.authors), paper.date.isoformat()),
        venue_name(paper.venue, library),
        venue_name(later.venue, library) if later else "",
        str(later.date) if later else "",
        *(cited.doi, cited.arxiv),
        *(_PARTED.join(urls) for urls in (links.paper, links.code, links.data, links.demo)),
        *(_PARTED.join(term.name for term in terms) for terms in named),
        *(summary.innovation, summary.tasks, summary.result, url),
    )
    return _line(guarded(cell) for cell in cells)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(cells: Iterable[str]) -> str:
    return str(csv.writer(_Line(), lineterminator="\r\n").writerow(cells))


class _Line:
    """A file that hands back what is written: `writerow` gives what its `write` gives."""

    def write(self, text: str) -> str:
        return text
