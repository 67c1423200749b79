"""Items of lists that are papers."""

from collections.abc import Sequence

from awesome_heads.importing.found import FoundPaper
from awesome_heads.importing.readme.facts import Terms
from awesome_heads.importing.readme.kinds import is_paper_like, word_kind
from awesome_heads.importing.readme.pieces import Piece, lines_of, pieces_of
from awesome_heads.importing.readme.rows import Row
from awesome_heads.importing.readme.summaries import read_labelled
from awesome_heads.importing.readme.tree import Element

_LISTS = frozenset({"ul", "ol"})
_INNER = frozenset({"ul", "ol", "table"})


def own_pieces(item: Element) -> list[Piece]:
    """The pieces of an item without those of lists inside it."""
    return pieces_of(item, _INNER)


def looks_like_paper(item: Element, terms: Terms) -> bool:
    """Whether an item itself, lists inside it aside, tells of a paper."""
    pieces = own_pieces(item)
    linked = any(is_paper_like(each) or _names_kind(each) for each in pieces)
    badged = any(each.badges and not each.url for each in pieces)
    return linked or badged or _is_cited(pieces, terms)


def _is_cited(pieces: Sequence[Piece], terms: Terms) -> bool:
    """Whether an item begins with a linked title, and says where and when that appeared."""
    first = next((each for each in pieces if each.url or each.text.strip()), Piece())
    if not first.url.startswith(("http://", "https://")):
        return False
    row = Row(terms)
    row.take_title(pieces)
    told = row.facts.venue or row.facts.authors
    return row.title == first.text and bool(told and row.facts.date)


def _names_kind(piece: Piece) -> bool:
    if not piece.url or piece.url.startswith("#"):
        return False
    said = [piece.text, *(each.message for each in piece.badges)]
    return any(word_kind(each) for each in said)


def inner_lists(item: Element) -> list[Element]:
    """The lists right inside an item."""
    return [each for each in item.elements() if each.tag in _LISTS]


def read_item(item: Element, headings: Sequence[str], terms: Terms, *, whole: bool) -> FoundPaper:
    """Read an item, with the lists inside it where they belong to the same paper."""
    row = Row(terms, item)
    row.take_title(own_pieces(item))
    inside = [each for inner in inner_lists(item) for each in inner.descendants()] if whole else []
    for detail in (each for each in inside if each.tag == "li"):
        field, line = read_labelled(detail)
        if field and field not in row.facts.summary:
            row.facts.summary[field] = line
        else:
            row.take_rest(own_pieces(detail))
    return row.finish(item.line, headings, text_of(item))


def text_of(element: Element) -> str:
    """What an element says, on one line, with what its badges say in brackets."""
    pieces = pieces_of(element)
    badges = [f"[{badge.name}]" for piece in pieces for badge in piece.badges]
    return " ".join([*badges, *lines_of(pieces)])
