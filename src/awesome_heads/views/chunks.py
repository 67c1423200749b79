"""Papers in small files that scripts load by a paper's number: its row, and its citations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from awesome_heads.formats import FORMATS, Format
from awesome_heads.model import Paper
from awesome_heads.views.page import Context, File, Inputs, Page
from awesome_heads.views.rows import Row
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.packing import data_file, written

# What matches a search is spread over the whole list: few rows a file keep the first results light.
ROWS_A_FILE = 4
# Downloads take many papers at once, and are rare: fewer and larger files.
CITATIONS_A_FILE = 100


@dataclass(frozen=True)
class RowsFile(Context):
    """The rows of some papers that follow one another, as a script."""

    path: str
    rows: tuple[Row, ...]


def chunk_files(scene: Scene) -> Iterator[Page | File]:
    """Yield every file; papers are numbered in the library's order."""
    papers = scene.library.papers
    for number, start in enumerate(range(0, len(papers), ROWS_A_FILE)):
        path = f"search/rows/{number}.js"
        part = papers[start : start + ROWS_A_FILE]
        yield Page(path, "rows.js", partial(_rows, scene, path, part), Inputs(part))
    yield from _citation_files(scene)


def _rows(scene: Scene, path: str, papers: Iterable[Paper]) -> RowsFile:
    return RowsFile(path, scene.rows(papers))


def _citation_files(scene: Scene) -> Iterator[File]:
    """How each format joins papers, and what it writes of each paper."""
    papers = scene.library.papers
    formats = [
        {
            "name": style.name,
            "suffix": style.suffix,
            "type": style.media_type,
            "opening": scene.bibliography.opening(style),
            "between": style.between,
            "closing": style.closing,
        }
        for style in FORMATS
    ]
    yield data_file("search/formats.js", formats)
    for style in FORMATS:
        for number, start in enumerate(range(0, len(papers), CITATIONS_A_FILE)):
            part = papers[start : start + CITATIONS_A_FILE]
            path = f"search/cite/{style.name}/{number}.js"
            inputs = scene.inputs(part)._replace(summaries=not style.cites)
            yield File(path, partial(_pieces, scene, path, part, style), inputs)


def _pieces(scene: Scene, path: str, papers: Iterable[Paper], style: Format) -> bytes:
    return written(path, [scene.bibliography.piece(paper, style) for paper in papers])
