"""What readers carry off: citation files of each paper and of each list of papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from awesome_heads.formats import FORMATS, Format
from awesome_heads.language import Language
from awesome_heads.model import Paper
from awesome_heads.views.page import Alternate, File, paper_page
from awesome_heads.views.scene import Scene

# In the largest format, JSON, so many papers take about 14 MB, and no list known so far 18.
PAPERS_A_FILE = 12_000
CITING = tuple(each for each in FORMATS if each.cites)


def citations_of(paper: Paper) -> tuple[Alternate, ...]:
    """The files that cite a paper, best first."""
    folder = paper_page(paper.id).removesuffix("index.html")
    return tuple(
        Alternate(each.media_type, each.label, f"{folder}paper{each.suffix}") for each in CITING
    )


def downloads_of(language: Language, page: str, papers: int) -> tuple[Alternate, ...]:
    """The files that hold so many papers which a page lists, best format first."""
    return tuple(file for _, files in parts_of(language, page, papers) for file in files)


def parts_of(
    language: Language, page: str, papers: int
) -> Iterator[tuple[Format, tuple[Alternate, ...]]]:
    """Every format with the files that hold so many papers in it: one, or several parts."""
    stem = f"{page.removesuffix('index.html')}papers"
    parts = max(1, -(-papers // PAPERS_A_FILE))
    for style in FORMATS:
        yield (
            style,
            tuple(
                Alternate(
                    style.media_type,
                    _label(language, style, number, parts),
                    f"{stem}{f'-{number}' if number > 1 else ''}{style.suffix}",
                )
                for number in range(1, parts + 1)
            ),
        )


def _label(language: Language, style: Format, number: int, parts: int) -> str:
    if parts == 1:
        return style.label
    return language.gettext(
        "%(format)s, part %(part)s of %(parts)s",
        format=style.label,
        part=language.number(number),
        parts=language.number(parts),
    )


def citation_files(scene: Scene, paper: Paper) -> Iterator[File]:
    """Yield what `citations_of` names."""
    inputs = scene.inputs((paper,))._replace(summaries=False)
    for alternate, style in zip(citations_of(paper), CITING, strict=True):
        yield File(alternate.page, _Written(scene, inputs.papers, style), inputs)


def download_files(scene: Scene, page: str, papers: Sequence[Paper]) -> Iterator[File]:
    """Yield what `downloads_of` names."""
    starts = range(0, max(1, len(papers)), PAPERS_A_FILE)
    parts = [tuple(papers[start : start + PAPERS_A_FILE]) for start in starts]
    inputs = [scene.inputs(part) for part in parts]
    for style, files in parts_of(scene.language, page, len(papers)):
        for file, part, made_of in zip(files, parts, inputs, strict=True):
            told = made_of._replace(summaries=not style.cites)
            yield File(file.page, _Written(scene, part, style), told)


@dataclass(frozen=True, slots=True)
class _Written:
    """What writes a file when it is called; of a large list tens of thousands wait for that."""

    scene: Scene
    papers: tuple[Paper, ...]
    style: Format

    def __call__(self) -> bytes:
        return self.scene.bibliography.file(self.papers, self.style).encode()
