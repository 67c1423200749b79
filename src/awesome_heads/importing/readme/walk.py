"""The rows of a README: which items and tables are papers, and under which headings."""

import re
from collections.abc import Callable, Sequence

from awesome_heads.importing.found import FoundPaper, LeftRow
from awesome_heads.importing.readme.bullets import (
    inner_lists,
    looks_like_paper,
    own_pieces,
    read_item,
    text_of,
)
from awesome_heads.importing.readme.facts import Terms
from awesome_heads.importing.readme.kinds import is_paper_like
from awesome_heads.importing.readme.pieces import lines_of
from awesome_heads.importing.readme.tables import Table
from awesome_heads.importing.readme.tree import HEADINGS, Element
from awesome_heads.text import fold

# Sections that hold no rows: a word anywhere in the heading, or the first one.
_ASIDE = frozenset(
    re.findall(
        r"\w+",
        """acknowledgement acknowledgements acknowledgment acknowledgments bibtex changelog citation
        cite citing contact contents contribute contributing contribution contributions contributors
        licence license news toc trends update updates""",
    )
)
_ASIDE_FIRST = frozenset({"about", "background", "star", "stars"})
_STRONG_LEVEL, _SUMMARY_LEVEL, _ITEM_LEVEL = 7, 8, 9
_LONGEST_HEADING = 80


class Walk:
    """Goes through a document once, in order."""

    def __init__(self, terms: Terms, tag_words: Sequence[str]) -> None:
        """Begin with nothing found."""
        self.papers: list[FoundPaper] = []
        self.aside: list[LeftRow] = []
        self._terms, self._tag_words = terms, tag_words
        self._headings: list[tuple[int, str]] = []
        self._quoted = 0
        self._takers: dict[str, Callable[[Element], None]] = {
            "table": self._table,
            "ul": self._list,
            "ol": self._list,
            "details": self._details,
            "blockquote": self._quote,
            "pre": lambda _: None,
        }

    def visit(self, element: Element) -> None:
        """Go through what is inside an element."""
        for child in element.elements():
            if child.tag in HEADINGS:
                self._head(int(child.tag[1]), child)
            elif child.tag == "summary":
                self._head(_SUMMARY_LEVEL, child)
            elif child.tag in self._takers:
                self._takers[child.tag](child)
            else:
                if child.tag in {"strong", "b"} or _is_strong_alone(child):
                    self._head(_STRONG_LEVEL, child)
                self.visit(child)

    def _head(self, level: int, element: Element) -> None:
        text = " ".join(element.text.split()).strip(" :*")
        if text and len(text) <= _LONGEST_HEADING:
            self._headings = [each for each in self._headings if each[0] < level]
            self._headings.append((level, text))

    def _details(self, element: Element) -> None:
        before = list(self._headings)
        self.visit(element)
        self._headings = before

    def _quote(self, element: Element) -> None:
        self._quoted += 1
        self.visit(element)
        self._quoted -= 1

    @property
    def _above(self) -> list[str]:
        """Headings above, the nearest first."""
        return [text for _, text in reversed(self._headings)]

    @property
    def _beside(self) -> str:
        """Why nothing here can be a row; empty where it can."""
        if self._quoted:
            return "it stands in a quotation"
        for text in self._above:
            words = fold(text).split()
            if _ASIDE & set(words) or (words and words[0] in _ASIDE_FIRST):
                return f"it stands under `{text}`"
        return ""

    def _pass(self, element: Element, why: str) -> None:
        self.aside.append(LeftRow(element.line, text_of(element), why))

    def _table(self, element: Element) -> None:
        table = Table(element, self._terms, self._tag_words)
        if table.is_of_papers and not self._beside:
            self.papers += table.papers(self._above)
            return
        inner = [each for each in element.descendants() if each.tag in {"table", "ul", "ol"}]
        if inner:
            for cell in (each for each in element.descendants() if each.tag in {"td", "th"}):
                self.visit(cell)
            return
        why = self._beside or "its table has no column of titles"
        for row in table.loose_rows():
            self._pass(row, why)

    def _list(self, element: Element) -> None:
        items = [each for each in element.elements() if each.tag == "li"]
        of_papers = any(looks_like_paper(item, self._terms) for item in items) and not self._beside
        for item in items:
            if self._beside and any(is_paper_like(each) for each in own_pieces(item)):
                self._pass(item, self._beside)
            if of_papers and not self._is_heading(item):
                self._item(item)
            else:
                self._inside(item)

    def _is_heading(self, item: Element) -> bool:
        """Whether an item only stands above a list of papers."""
        return bool(inner_lists(item)) and not looks_like_paper(item, self._terms)

    def _item(self, item: Element) -> None:
        below = [each for inner in inner_lists(item) for each in inner.elements()]
        mine = _addresses(item)
        # A list inside belongs to the item, unless its items lead to papers of their own.
        others = bool(mine) and any(_addresses(each) - mine for each in below)
        self.papers.append(read_item(item, self._above, self._terms, whole=not others))
        if others:
            self._inside(item)
        for each in item.elements():
            if each.tag == "table":
                self._table(each)

    def _inside(self, item: Element) -> None:
        before = list(self._headings)
        words = lines_of(own_pieces(item))
        if words and inner_lists(item) and len(words[0]) <= _LONGEST_HEADING:
            level = max(_ITEM_LEVEL, 1 + max((each for each, _ in before), default=0))
            self._headings.append((level, words[0].strip(" :")))
        self.visit(item)
        self._headings = before


def _addresses(item: Element) -> set[str]:
    return {each.url for each in own_pieces(item) if is_paper_like(each)}


def _is_strong_alone(element: Element) -> bool:
    """Whether a paragraph is one strong text and nothing else: a heading in all but name."""
    if element.tag not in {"p", "div", "center"}:
        return False
    children = [each for each in element.children if not isinstance(each, str) or each.strip()]
    return (
        len(children) == 1
        and isinstance(children[0], Element)
        and children[0].tag in {"strong", "b"}
    )
