"""The ways that every page offers to the others, which depend only on the part it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Vocabulary
from awesome_heads.views.page import (
    API,
    AUTHORS,
    CONTRIBUTE,
    PAPERS,
    STATISTICS,
    YEARS,
    NavItem,
    vocabulary_page,
)


class Ways(NamedTuple):
    """What a page of one part of the site leads to.

    Attributes:
        sections: At the top: what the list is about.
        further: At the foot: other ways of going through the papers.
        every: Pages that lead to every paper, whatever else fails.
    """

    sections: tuple[NavItem, ...]
    further: tuple[NavItem, ...]
    every: tuple[NavItem, ...]


class Navigation:
    """The ways of each part of the site, made when its first page asks for them."""

    def __init__(self, vocabularies: Sequence[Vocabulary], language: Language) -> None:
        """Take the list's vocabularies in the order in which readers meet them."""
        self._vocabularies = vocabularies
        self._language = language
        self._made: dict[str, Ways] = {}

    def of(self, page: str) -> Ways:
        """The ways from a page, those to its own part marked."""
        part = page.partition("/")[0]
        if part not in self._made:
            targets = (self._sections(), self._further(), self._every())
            self._made[part] = Ways(*(_items(each, part) for each in targets))
        return self._made[part]

    def _sections(self) -> Iterator[tuple[str, str]]:
        _ = self._language.gettext
        yield _("Papers"), PAPERS
        for each in self._vocabularies:
            if each.id != "venues":
                yield each.title, vocabulary_page(each.id)
        yield _("Statistics"), STATISTICS
        yield _("Add a paper"), CONTRIBUTE

    def _further(self) -> Iterator[tuple[str, str]]:
        _ = self._language.gettext
        yield _("Years"), YEARS
        for each in self._vocabularies:
            if each.id == "venues":
                yield each.title, vocabulary_page(each.id)
        yield _("Authors"), AUTHORS
        yield _("Data and feeds"), API

    def _every(self) -> Iterator[tuple[str, str]]:
        _ = self._language.gettext
        yield _("Years"), YEARS
        yield _("Authors"), AUTHORS
        for each in self._vocabularies:
            if each.on_records:
                yield each.title, vocabulary_page(each.id)


def _items(targets: Iterable[tuple[str, str]], part: str) -> tuple[NavItem, ...]:
    return tuple(
        NavItem(label, page, current=page.partition("/")[0] == part) for label, page in targets
    )
