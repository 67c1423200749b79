"""The README and the pictures it shows."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.language import IN_ENGLISH, Language
from awesome_heads.library import Library
from awesome_heads.views.charts import statistics_figure
from awesome_heads.views.contexts import ReadmePage, RowSection
from awesome_heads.views.figures import PALETTES, taxonomy_figure
from awesome_heads.views.page import Page
from awesome_heads.views.scene import Scene
from awesome_heads.views.sections import Section, sections_of


def build_readme(
    config: ListConfig, library: Library, bibtex: str, language: Language = IN_ENGLISH
) -> Iterator[Page]:
    """Yield the README and its pictures; paths are relative to the repository.

    Args:
        config: The list's settings.
        library: Its papers and vocabularies.
        bibtex: Entry of the work to cite, shown as it is.
        language: What the README is written in.
    """
    scene = Scene(config, library, language)
    sections = sections_of(library, config.earlier)
    years = _years(sections)
    stages = scene.tree.stages
    yield Page("README.md", "README.md", _readme(scene, sections, years, bibtex))
    for theme in PALETTES:
        flows = library.vocabularies[config.tree].flows
        taxonomy = taxonomy_figure(config.name, stages, flows, theme, language)
        yield Page(f"assets/taxonomy-{theme}.svg", "taxonomy.svg", taxonomy)
        statistics = statistics_figure(years, stages, theme, language)
        yield Page(f"assets/statistics-{theme}.svg", "statistics.svg", statistics)


def _years(sections: tuple[Section, ...]) -> tuple[tuple[str, int], ...]:
    return tuple((section.title, len(section.papers)) for section in reversed(sections))


def _readme(
    scene: Scene, sections: tuple[Section, ...], years: tuple[tuple[str, int], ...], bibtex: str
) -> ReadmePage:
    config = scene.config
    tree = scene.library.vocabularies[config.tree]
    return ReadmePage(
        config=config,
        parts=config.readme.sections,
        repository=urlsplit(config.repository_url).path.strip("/"),
        stages=scene.tree.stages,
        term_count=scene.language.count(len(tree.terms), *scene.noun),
        group_title=scene.group_title(tree),
        term_noun=scene.noun,
        papers=len(scene.library.papers),
        newest=scene.rows(scene.library.papers[: config.readme.newest]),
        sections=tuple(
            RowSection(section.title, section.anchor, scene.rows(section.papers))
            for section in sections
        ),
        years=years,
        bibtex=bibtex.strip(),
    )
