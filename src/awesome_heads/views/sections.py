"""Papers folded into sections: one a year, and all early years in one where the list says so."""

from collections.abc import Iterable
from typing import NamedTuple

from awesome_heads.config import EarlierYears
from awesome_heads.library import Library
from awesome_heads.model import Paper


class Section(NamedTuple):
    """A titled run of papers, newest first."""

    title: str
    anchor: str
    papers: tuple[Paper, ...]


def sections_of(library: Library, earlier: EarlierYears | None) -> tuple[Section, ...]:
    """Split the list by year; what lies before `earlier.before` makes one last section."""
    limit = earlier.before if earlier else None
    late = [paper for paper in library.papers if limit is None or paper.date >= limit]
    early = tuple(library.papers[len(late) :])
    sections = [Section(str(year), f"_{year}", papers) for year, papers in _by_year(late)]
    if earlier and early:
        sections.append(Section(earlier.title, "_earlier", early))
    return tuple(sections)


def _by_year(papers: Iterable[Paper]) -> Iterable[tuple[int, tuple[Paper, ...]]]:
    years: dict[int, list[Paper]] = {}
    for paper in papers:
        years.setdefault(paper.date.year, []).append(paper)
    return ((year, tuple(found)) for year, found in years.items())
