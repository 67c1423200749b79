"""The README, the files of papers that it has no room for, and the pictures it shows."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.language import IN_ENGLISH, Language
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.records.places import README, volume_path
from awesome_heads.views.charts import statistics_figure
from awesome_heads.views.contexts import (
    ReadmePage,
    ReadmeRows,
    ReadmeSection,
    Volume,
    VolumePage,
    Way,
)
from awesome_heads.views.figures import PALETTES, taxonomy_figure
from awesome_heads.views.page import Inputs, Page
from awesome_heads.views.scene import Scene
from awesome_heads.views.sections import Section, sections_of

_PAPERS = "papers"


class Written(NamedTuple):
    """Papers of a section, and what the README says of them."""

    section: Section
    text: str


class Chapter(NamedTuple):
    """A section of the README with its text, in several parts where one file cannot hold it."""

    section: Section
    written: tuple[Written, ...]


class Readme:
    """A list's README before it is rendered: first the texts of its papers, then all around."""

    def __init__(self, scene: Scene, bibtex: str) -> None:
        """Fold the papers into sections."""
        self._scene = scene
        self._bibtex = bibtex
        self.sections = sections_of(scene.library, scene.config.earlier)

    @property
    def holds_papers(self) -> bool:
        """Whether the README shows every paper, so that it leads to those it has no room for."""
        return _PAPERS in self._scene.config.readme.sections

    def rows(self, section: Section) -> Page:
        """What is said of the papers of a section, for itself."""
        context = partial(self._rows, section.papers)
        return Page(README, "rows.md", context, Inputs(section.papers))

    def _rows(self, papers: Sequence[Paper]) -> ReadmeRows:
        return ReadmeRows(self._scene.config, self._scene.rows(papers))

    def page(self, chapters: Sequence[Chapter], kept: int) -> Page:
        """The README with the text of its first chapters, and links to the files of the others.

        A chapter in several parts is never among the first.
        """
        scene, config = self._scene, self._scene.config
        tree = scene.library.vocabularies[config.tree]
        context = ReadmePage(
            config=config,
            parts=config.readme.sections,
            repository=urlsplit(config.repository_url).path.strip("/"),
            stages=scene.tree.stages,
            term_count=scene.language.count(len(tree.terms), *scene.noun),
            group_title=scene.group_title(tree),
            term_noun=scene.noun,
            arrows=bool(tree.flows),
            papers=len(scene.library.papers),
            newest=scene.rows(scene.library.papers[: config.readme.newest]),
            sections=(
                *(self._kept(chapter) for chapter in chapters[:kept]),
                *(self._moved(chapter) for chapter in chapters[kept:]),
            ),
            places=_places(chapters[kept:]),
            years=self._years,
            bibtex=self._bibtex.strip(),
        )
        return Page(README, "README.md", context)

    def _kept(self, chapter: Chapter) -> ReadmeSection:
        title, anchor, papers = chapter.section
        ((_, text),) = chapter.written
        return ReadmeSection(title, anchor, self._scene.rows(papers), f"#{anchor}", text)

    def _moved(self, chapter: Chapter) -> ReadmeSection:
        title, anchor, papers = chapter.section
        volumes = tuple(
            Volume(each.title, volume_path(each.name), len(each.papers))
            for each, _ in chapter.written
        )
        address = volumes[0].path if len(volumes) == 1 else f"#{anchor}"
        return ReadmeSection(title, anchor, self._scene.rows(papers), address, "", volumes)

    def volumes(self, chapters: Sequence[Chapter], kept: int) -> Iterator[Page]:
        """A file for each text that the README lacks, each leading to those beside it."""
        readme = f"../{README}"
        ways: list[Way | None] = [
            Way(chapter.section.title, f"{readme}#{chapter.section.anchor}")
            for chapter in chapters[:kept]
        ]
        moved = [written for chapter in chapters[kept:] for written in chapter.written]
        ways += [Way(each.title, PurePosixPath(volume_path(each.name)).name) for each, _ in moved]
        beside = [None, *ways, None]
        for place, (section, text) in enumerate(moved, start=kept):
            context = VolumePage(
                config=self._scene.config,
                title=section.title,
                papers=len(section.papers),
                text=text,
                readme=readme,
                newer=beside[place],
                older=beside[place + 2],
            )
            yield Page(volume_path(section.name), "volume.md", context)

    @property
    def _years(self) -> tuple[tuple[str, int], ...]:
        return tuple((each.title, len(each.papers)) for each in reversed(self.sections))

    def pictures(self) -> Iterator[Page]:
        """The pictures, each in two themes."""
        scene, stages = self._scene, self._scene.tree.stages
        flows = scene.library.vocabularies[scene.config.tree].flows
        for theme in PALETTES:
            taxonomy = taxonomy_figure(scene.config.name, stages, flows, theme, scene.language)
            yield Page(f"assets/taxonomy-{theme}.svg", "taxonomy.svg", taxonomy)
            statistics = statistics_figure(self._years, stages, theme, scene.language)
            yield Page(f"assets/statistics-{theme}.svg", "statistics.svg", statistics)


def build_readme(
    config: ListConfig, library: Library, bibtex: str, language: Language = IN_ENGLISH
) -> Readme:
    """The README and its pictures; paths are relative to the repository.

    Args:
        config: The list's settings.
        library: Its papers and vocabularies.
        bibtex: Entry of the work to cite, shown as it is.
        language: What the README is written in.
    """
    return Readme(Scene(config, library, language), bibtex)


def _places(moved: Sequence[Chapter]) -> dict[str, str]:
    """The file of each paper that the README lacks, by the paper's id."""
    return {
        paper.id: volume_path(section.name)
        for chapter in moved
        for section, _ in chapter.written
        for paper in section.papers
    }
