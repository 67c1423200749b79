"""Every paper of a list in order, with the indexes that pages and checks ask for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from awesome_heads.model import Paper, Term, Vocabulary


@dataclass(frozen=True)
class Library:
    """The papers, newest first and by title within a day, and the vocabularies they use."""

    papers: tuple[Paper, ...]
    vocabularies: Mapping[str, Vocabulary]

    @classmethod
    def of(cls, papers: Iterable[Paper], vocabularies: Mapping[str, Vocabulary]) -> "Library":
        """Order papers, whatever order their files were found in."""
        by_title = sorted(papers, key=lambda paper: (paper.title.casefold(), paper.id))
        newest_first = sorted(by_title, key=lambda paper: paper.date, reverse=True)
        return cls(tuple(newest_first), vocabularies)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Paper, ...]]:
        """Papers by the year of their date, newest year first."""
        years: defaultdict[int, list[Paper]] = defaultdict(list)
        for paper in self.papers:
            years[paper.date.year].append(paper)
        return {year: tuple(papers) for year, papers in years.items()}

    @cached_property
    def _by_term(self) -> Mapping[str, Mapping[str, tuple[Paper, ...]]]:
        return {name: self._index(vocabulary) for name, vocabulary in self.vocabularies.items()}

    def _index(self, vocabulary: Vocabulary) -> Mapping[str, tuple[Paper, ...]]:
        papers: dict[str, list[Paper]] = {term.name: [] for term in vocabulary.terms}
        for paper in self.papers:
            for term in self.terms_of(paper, vocabulary.id):
                papers[term.name].append(paper)
        return {name: tuple(found) for name, found in papers.items()}

    def papers_with(self, vocabulary: str, term: str) -> tuple[Paper, ...]:
        """Papers that name a term, newest first; `term` is the vocabulary's own name for it."""
        return self._by_term[vocabulary][term]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each paper stands among all, by its id."""
        return {paper.id: place for place, paper in enumerate(self.papers)}

    def terms_of(self, paper: Paper, vocabulary: str) -> tuple[Term, ...]:
        """The terms that a paper names, aliases resolved, in the record's order."""
        known = self.vocabularies[vocabulary].by_name
        found = {known[name].name: known[name] for name in paper.terms_of(vocabulary)}
        return tuple(found.values())
