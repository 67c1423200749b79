"""Papers folded into sections: one a year, and all early years in one where the list says so."""

from collections.abc import Iterable
from typing import NamedTuple

from awesome_heads.config import EarlierYears
from awesome_heads.library import Library
from awesome_heads.model import Paper

_EARLIER = "_earlier"
# Lengths of a date in ISO 8601: `2024`, `2024-05`, `2024-05-28`.
_YEAR, _MONTH, _DAY = 4, 7, 10


class Section(NamedTuple):
    """A titled run of papers, newest first."""

    title: str
    anchor: str
    papers: tuple[Paper, ...]

    @property
    def name(self) -> str:
        """What it is called in the name of a file: `2019`, `earlier`, `2024-05`."""
        return self.anchor.removeprefix("_")

    def divided(self) -> "tuple[Section, ...]":
        """Its papers by year, by month or by day, the first of which tells them apart."""
        prefix = f"{_EARLIER}-" if self.anchor.startswith(_EARLIER) else "_"
        for length in _YEAR, _MONTH, _DAY:
            found = _grouped(self.papers, length)
            if len(found) > 1:
                return tuple(Section(day, f"{prefix}{day}", found[day]) for day in found)
        return (self,)


def sections_of(library: Library, earlier: EarlierYears | None) -> tuple[Section, ...]:
    """Split the list by year; what lies before `earlier.before` makes one last section."""
    limit = earlier.before if earlier else None
    late = [paper for paper in library.papers if limit is None or paper.date >= limit]
    early = tuple(library.papers[len(late) :])
    years = _grouped(late, _YEAR)
    sections = [Section(year, f"_{year}", papers) for year, papers in years.items()]
    if earlier and early:
        sections.append(Section(earlier.title, _EARLIER, early))
    return tuple(sections)


def _grouped(papers: Iterable[Paper], length: int) -> dict[str, tuple[Paper, ...]]:
    """Papers by so many signs of their dates, in their order."""
    found: dict[str, list[Paper]] = {}
    for paper in papers:
        found.setdefault(paper.date.isoformat()[:length], []).append(paper)
    return {key: tuple(several) for key, several in found.items()}
