"""Which papers a list has already, drafts that are not valid yet among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Self

from awesome_heads.identifiers import Identifier
from awesome_heads.model import Paper
from awesome_heads.records import Source
from awesome_heads.references import other_names, parse_reference
from awesome_heads.upkeep.publication import letters

_BEST = ("arxiv", "openreview", "acl", "doi")


@dataclass
class Known:
    """Records by what identifies their papers.

    Attributes:
        ids: Every id that is or was a record's.
    """

    ids: set[str] = field(default_factory=set)
    _owners: dict[Identifier | str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, sources: tuple[Source, ...]) -> Self:
        """Learn records, as far as their YAML can be read."""
        known = cls()
        for source in sources:
            known.learn(source)
        return known

    def learn(self, source: Source) -> None:
        """Learn one record."""
        self.ids.add(PurePosixPath(source.path).stem)
        data, _ = source.read()
        if not isinstance(data, dict):
            return
        self.ids.update(_texts(data.get("former_ids")))
        for identifier in _identifiers(data):
            for name in other_names(identifier):
                self._owners.setdefault(name, source.path)
        published = data.get("published")
        later = published.get("title") if isinstance(published, dict) else None
        titles = (data.get("title"), data.get("former_titles"), later)
        for title in (text for each in titles for text in _texts(each)):
            if letters(title):
                self._owners.setdefault(letters(title), source.path)

    def owner(self, identifier: Identifier) -> str | None:
        """Path of the record of a paper, by its identity."""
        names = (self._owners.get(name) for name in other_names(identifier))
        return next((path for path in names if path), None)

    def namesake(self, title: str) -> str | None:
        """Path of the record of a paper with the same title."""
        return self._owners.get(letters(title))


def best_identifier(paper: Paper) -> Identifier | None:
    """The identifier by which most can be learnt of a paper."""
    found = [each for each in map(parse_reference, paper.links.paper) if each is not None]
    if paper.published is not None and paper.published.doi:
        doi = parse_reference(paper.published.doi)
        found += [doi] if doi else []
    return min(found, key=lambda each: _BEST.index(each.scheme), default=None)


def _identifiers(data: dict[str, object]) -> Iterator[Identifier]:
    links, published = data.get("links"), data.get("published")
    texts = list(_texts(links.get("paper"))) if isinstance(links, dict) else []
    if isinstance(published, dict):
        texts += [*_texts(published.get("doi")), *_texts(published.get("url"))]
    for text in texts:
        identifier = parse_reference(text)
        if identifier is not None:
            yield identifier


def _texts(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield each
