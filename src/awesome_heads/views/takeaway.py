"""What readers carry off: citation files of each paper and of each list of papers."""

from collections.abc import Iterable, Iterator
from functools import partial

from awesome_heads.formats import FORMATS, Format
from awesome_heads.model import Paper
from awesome_heads.views.page import Alternate, File, paper_page
from awesome_heads.views.scene import Scene

CITING = tuple(each for each in FORMATS if each.cites)


def citations_of(paper: Paper) -> tuple[Alternate, ...]:
    """The files that cite a paper, best first."""
    folder = paper_page(paper.id).removesuffix("index.html")
    return tuple(
        Alternate(each.media_type, each.label, f"{folder}paper{each.suffix}") for each in CITING
    )


def downloads_of(page: str) -> tuple[Alternate, ...]:
    """The files that hold the papers which a page lists, best first."""
    folder = page.removesuffix("index.html")
    return tuple(
        Alternate(each.media_type, each.label, f"{folder}papers{each.suffix}") for each in FORMATS
    )


def citation_files(scene: Scene, paper: Paper) -> Iterator[File]:
    """Yield what `citations_of` names."""
    inputs = scene.inputs((paper,))
    for alternate, style in zip(citations_of(paper), CITING, strict=True):
        yield File(alternate.page, partial(_written, scene, [paper], style), inputs)


def download_files(scene: Scene, page: str, papers: Iterable[Paper]) -> Iterator[File]:
    """Yield what `downloads_of` names."""
    listed = tuple(papers)
    inputs = scene.inputs(listed)
    for alternate, style in zip(downloads_of(page), FORMATS, strict=True):
        yield File(alternate.page, partial(_written, scene, listed, style), inputs)


def _written(scene: Scene, papers: Iterable[Paper], style: Format) -> bytes:
    return scene.bibliography.file(papers, style).encode()
