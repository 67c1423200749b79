"""The declared facts of terms, each linked to the paper of the list that it names."""

from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.library import Library
from awesome_heads.model import Term, Vocabulary
from awesome_heads.text import fold
from awesome_heads.views.page import paper_page

_SHORT = 12


class Statement(NamedTuple):
    """A labelled fact; `page` is empty where it leads nowhere."""

    label: str
    text: str
    page: str

    @property
    def short(self) -> bool:
        """Whether it is one short word, such as a date, that no line should be broken in."""
        return len(self.text) <= _SHORT and len(self.text.split()) == 1


def pages_by_title(library: Library) -> Mapping[str, str]:
    """The papers' pages by every title that a paper has or had, folded."""
    pages: dict[str, str] = {}
    for paper in library.papers:
        later = (paper.published.title,) if paper.published and paper.published.title else ()
        for title in (paper.title, *later, *paper.former_titles):
            pages.setdefault(fold(title), paper_page(paper.id))
    return pages


def statements(
    vocabulary: Vocabulary, term: Term, pages: Mapping[str, str]
) -> tuple[Statement, ...]:
    """One statement for each property declared, with an empty text where the term says nothing."""
    found = []
    for name, declared in vocabulary.properties.items():
        text = term.properties.get(name, "")
        found.append(Statement(declared.label, text, pages.get(fold(text), "")))
    return tuple(found)
