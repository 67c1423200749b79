"""Papers counted by year, month, stage, term, venue and kind of link."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.views.tree import Branch

Counts = dict[str, int]


def by_year(papers: Iterable[Paper]) -> Counts:
    """Papers by year, oldest first, years without any between them included."""
    found = Counter(paper.date.year for paper in papers)
    return {str(year): found[year] for year in range(min(found), max(found) + 1)} if found else {}


def by_month(papers: Iterable[Paper]) -> dict[dt.date, int]:
    """Papers by the first day of their month, oldest first, empty months included."""
    found = Counter(paper.date.replace(day=1) for paper in papers)
    return {month: found[month] for month in _months(min(found), max(found))} if found else {}


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first
    while month <= last:
        yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)


def stages_by_year(
    library: Library, vocabulary: str, stages: Sequence[Branch]
) -> dict[str, dict[str, int]]:
    """For each stage, by its name, its papers by year; a paper counts once in each stage."""
    years = by_year(library.papers)
    found: dict[str, Counter[str]] = {}
    for stage in stages:
        papers = {
            paper.id: paper
            for term in stage.every_term
            for paper in library.papers_with(vocabulary, term.label)
        }
        found[stage.label] = Counter(str(paper.date.year) for paper in papers.values())
    return {name: {year: tally[year] for year in years} for name, tally in found.items()}


def by_term(library: Library, vocabulary: str) -> Counts:
    """Papers by term, the most named first, then by name; terms without any left out."""
    names = (term.name for term in library.vocabularies[vocabulary].terms)
    found = {name: len(library.papers_with(vocabulary, name)) for name in names}
    ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    return {name: number for name, number in ranked if number}


def pairs(library: Library, one: str, other: str) -> Mapping[tuple[str, str], int]:
    """How many papers name both a term of one vocabulary and a term of another."""
    return Counter(
        (first.name, second.name)
        for paper in library.papers
        for second in library.terms_of(paper, other)
        for first in library.terms_of(paper, one)
    )


def links_by_year(papers: Iterable[Paper], kinds: Iterable[str]) -> dict[str, Counts]:
    """For each kind of link, the papers by year that have one."""
    every = tuple(papers)
    years = by_year(every)
    found = {
        kind: Counter(str(p.date.year) for p in every if getattr(p.links, kind)) for kind in kinds
    }
    return {kind: {year: tally[year] for year in years} for kind, tally in found.items()}
