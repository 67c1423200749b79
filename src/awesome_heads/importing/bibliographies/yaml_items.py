"""The mappings of a YAML file, each with its line; a broken one hides no other."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from awesome_heads.importing.found import LeftRow
from awesome_heads.records.faults import Fault
from awesome_heads.records.nodes import Node, compose

_NULLS = {"", "~", "null", "none", "n/a"}
_ITEM = re.compile(r"^( *)- ", re.MULTILINE)


class Item(NamedTuple):
    """One mapping.

    Attributes:
        line: Where it begins.
        text: Its own text.
        name: Name under which it stands, where the file is a mapping of papers.
        data: Its fields; text, lists and mappings, and what is null left out.
    """

    line: int
    text: str
    name: str
    data: Mapping[str, object]


def read_items(text: str) -> Iterator[Item | LeftRow]:
    """Every mapping of the file's list, or of its pieces where the whole is no sound YAML."""
    try:
        root = compose(text)
    except Fault as fault:
        pieces = list(_pieces(text))
        if not pieces:
            yield LeftRow(fault.start.line, _line_of(text, fault.start.line), _why(fault))
        for line, piece in pieces:
            yield from _read_piece(piece, line)
        return
    if root is not None:
        yield from _walk(root, text, 0, "")


def _read_piece(piece: str, line: int) -> Iterator[Item | LeftRow]:
    try:
        root = compose(piece)
    except Fault as fault:
        place = line + fault.start.line - 1
        yield LeftRow(line, piece.strip(), f"{_why(fault)}, in line {place}")
        return
    if root is not None:
        yield from _walk(root, piece, line - 1, "")


def _why(fault: Fault) -> str:
    return f"it cannot be read: {fault}"


def _line_of(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[min(number, len(lines)) - 1].strip()


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The items of the outermost list, as YAML files of their own."""
    first = _ITEM.search(text)
    if first is None:
        return
    starts = [each.start() for each in _ITEM.finditer(text) if each[1] == first[1]]
    line = text.count("\n", 0, starts[0]) + 1
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield line, text[start:end]
        line += text.count("\n", start, end)


def _walk(node: Node, text: str, above: int, name: str) -> Iterator[Item | LeftRow]:
    """Papers at this node or below: in a list, under a name, or in lists under names."""
    if isinstance(node.value, list):
        for each in node.value:
            yield from _walk(each, text, above, "")
    elif isinstance(node.value, dict):
        inner = node.value.values()
        if "title" in {key.lower() for key in node.value} or not _holds_papers(node):
            yield _item(node, text, above, name)
        else:
            for key, each in zip(node.value, inner, strict=True):
                if not isinstance(each.value, str):
                    yield from _walk(each, text, above, key)
    elif node.value.strip():
        line = node.start.line
        yield LeftRow(above + line, _line_of(text, line), "it is no mapping of fields")


def _holds_papers(node: Node) -> bool:
    """Whether a mapping has a mapping, or a list of mappings, in it."""
    values = node.value.values() if isinstance(node.value, dict) else []
    below = [each for value in values for each in _first_inside(value)]
    return any(isinstance(each.value, dict) for each in below)


def _first_inside(node: Node) -> list[Node]:
    return node.value[:1] if isinstance(node.value, list) else [node]


def _item(node: Node, text: str, above: int, name: str) -> Item:
    own = text[node.start.offset : node.close.offset].rstrip()
    return Item(above + node.start.line, own, name, _fields(node))


def _fields(node: Node) -> dict[str, object]:
    values = node.value if isinstance(node.value, dict) else {}
    plain = {key.strip().lower(): _plain(value) for key, value in values.items()}
    return {key: value for key, value in plain.items() if value not in ("", [], {})}


def _plain(node: Node) -> object:
    if isinstance(node.value, str):
        return "" if not node.style and node.value.lower() in _NULLS else node.value
    if isinstance(node.value, list):
        return [plain for each in node.value if (plain := _plain(each)) != ""]
    return _fields(node)
