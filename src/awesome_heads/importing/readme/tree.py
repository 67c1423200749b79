"""A tree of elements with their lines, forgiving about tags that are missing or stray."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CELLS = ("td", "th")
_LISTS = frozenset({"ul", "ol"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "li", "table", "details", "blockquote", *HEADINGS})
# What a tag closes when it opens, and the elements beyond which it closes nothing.
_CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset(CELLS), frozenset({"table", "tr"})),
    "th": (frozenset(CELLS), frozenset({"table", "tr"})),
    "tbody": (frozenset({"thead", "tbody"}), frozenset({"table"})),
    "thead": (frozenset({"thead", "tbody"}), frozenset({"table"})),
    "li": (frozenset({"li"}), _LISTS),
    "a": (frozenset({"a"}), frozenset({*CELLS, "li", "p"})),
    **{
        tag: (frozenset({"p"}), frozenset({*CELLS, "li", "blockquote"})) for tag in _BLOCKS - {"li"}
    },
}
# Elements deeper than any list has them stand beside each other.
_DEEPEST = 100
# What a closing tag does not reach out of, unless it closes that very thing.
_WALLS = frozenset({"table", "li", "blockquote", "details", *CELLS})


@dataclass(eq=False)
class Element:
    """An element with the line at which it begins."""

    tag: str
    line: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def elements(self) -> Iterator["Element"]:
        """The elements right inside this one."""
        return (each for each in self.children if isinstance(each, Element))

    def descendants(self) -> Iterator["Element"]:
        """Every element inside this one, in the order of the document."""
        for each in self.elements():
            yield each
            yield from each.descendants()

    @property
    def text(self) -> str:
        """All text inside, a break as a line's end."""
        if self.tag == "br":
            return "\n"
        return "".join(each if isinstance(each, str) else each.text for each in self.children)


class Builder:
    """Puts tags and text together as they come."""

    def __init__(self) -> None:
        """Begin with nothing but the root."""
        self.root = Element("root", 1)
        self._open = [self.root]

    def is_open(self, tag: str) -> bool:
        """Whether such an element is open."""
        return any(each.tag == tag for each in self._open)

    def start(self, tag: str, attributes: Mapping[str, str], line: int) -> None:
        """Open an element; what cannot hold it is closed first."""
        closes, walls = _CLOSES.get(tag, (frozenset(), frozenset()))
        self._close(closes, walls)
        if tag in CELLS and self._open[-1].tag in {"table", "tbody", "thead"}:
            self.start("tr", {}, line)
        made = Element(tag, line, attributes)
        self._open[-1].children.append(made)
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(made)

    def end(self, tag: str) -> None:
        """Close an element; a tag that closes nothing is passed over."""
        self._close(frozenset({tag}), _WALLS - {tag})

    def text(self, text: str) -> None:
        """Add text."""
        self._open[-1].children.append(text)

    def _close(self, tags: frozenset[str], walls: frozenset[str]) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            tag = self._open[place].tag
            if tag in tags:
                del self._open[place:]
                return
            if tag in walls:
                return
