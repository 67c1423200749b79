"""The inside of an item or a cell as a row of pieces: words, links, pictures and breaks."""

from collections.abc import Iterator
from typing import NamedTuple

from awesome_heads.importing.links import split_bare
from awesome_heads.importing.readme.badges import Badge, read_badge
from awesome_heads.importing.readme.tree import Element

_STYLES = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "code": "code"}
_BREAKS = frozenset({"br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "pre", "summary"})
_PASSED = frozenset({"script", "style", "del", "s", "strike"})


class Piece(NamedTuple):
    """Words in one style, a link, or a picture.

    Attributes:
        text: The words; those of a link, or what a picture without badge says.
        style: `bold`, `italic` or `code`, outermost first.
        url: Where a link leads.
        badges: The badges that a link, or the picture, shows.
        is_break: Whether a line ends here, and there is nothing else.
    """

    text: str = ""
    style: str = ""
    url: str = ""
    badges: tuple[Badge, ...] = ()
    is_break: bool = False


def pieces_of(element: Element, without: frozenset[str] = frozenset()) -> list[Piece]:
    """The pieces of an element in order, brackets around a link taken away.

    Args:
        element: Where to look.
        without: Tags of elements to leave out, such as lists inside of an item.
    """
    return _without_brackets(_joined(_pieces(element, "", without)))


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """Words in one style that follow each other, as one piece."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        plain = last is not None and not (last.url or last.badges or last.is_break)
        if last and plain and last.style == piece.style and piece == Piece(piece.text, piece.style):
            made[-1] = last._replace(text=last.text + piece.text)
        else:
            made.append(piece)
    return made


def _pieces(element: Element, style: str, without: frozenset[str]) -> Iterator[Piece]:
    for child in element.children:
        if isinstance(child, str):
            yield from _words(child, style)
        elif child.tag in without or child.tag in _PASSED:
            continue
        elif child.tag == "a" and child.attributes.get("href"):
            yield _link(child, style)
        elif child.tag == "img":
            badge = _badge(child)
            yield from [Piece("", style, "", (badge,))] if badge else []
        else:
            around = [Piece(is_break=True)] if child.tag in _BREAKS else []
            yield from around
            yield from _pieces(child, style or _STYLES.get(child.tag, ""), without)
            yield from around if child.tag != "br" else []


def _words(text: str, style: str) -> Iterator[Piece]:
    for words, address in split_bare(text):
        yield Piece(words, style)
        if address:
            yield Piece(address, style, address)


def _link(element: Element, style: str) -> Piece:
    inside = list(element.descendants())
    inner = next((_STYLES[each.tag] for each in inside if each.tag in _STYLES), "")
    badges = tuple(badge for each in inside if (badge := _badge(each)))
    shown = " ".join(element.text.split())
    return Piece(shown, style or inner, element.attributes["href"].strip(), badges)


def _badge(element: Element) -> Badge | None:
    if element.tag != "img":
        return None
    given = element.attributes
    return read_badge(given.get("src", ""), given.get("alt", ""))


def _without_brackets(pieces: list[Piece]) -> list[Piece]:
    """Pieces with `[` and `]`, or `(` and `)`, taken off what they enclose alone: a link."""
    made = list(pieces)
    for place in range(1, len(made) - 1):
        before, link, after = made[place - 1 : place + 2]
        if not link.url or before.url or after.url:
            continue
        left, right = before.text.rstrip(), after.text.lstrip()
        if left[-1:] + right[:1] in {"[]", "()"}:
            made[place - 1] = before._replace(text=left[:-1] + " ")
            made[place + 1] = after._replace(text=" " + right[1:])
    return made


def lines_of(pieces: list[Piece]) -> list[str]:
    """The words of pieces, a line for each break."""
    lines = [""]
    for piece in pieces:
        if piece.is_break:
            lines.append("")
        else:
            lines[-1] += piece.text
    return [line for each in lines if (line := " ".join(each.split()))]
