"""Edits of a file's values that leave every other character alone."""

import re
from typing import cast

import yaml

from awesome_heads.diagnostics import Edit
from awesome_heads.records.faults import Fault
from awesome_heads.records.nodes import Node, compose
from awesome_heads.records.source import Loc, Source

_BLANK_LINE = re.compile(r"[ \t]*\r?\n")
_PLAIN, _SINGLE, _DOUBLE = "", "'", '"'


def replace_text(source: Source, loc: Loc, new: str) -> Edit | None:
    """An edit that gives a text value another content, in its own quotes where these allow it.

    None where the value is no text, or where no way of writing it gives back just `new`.
    """
    node = node_at(source.root, loc)
    if node is None or not isinstance(node.value, str):
        return None
    text = source.text
    first = node.style if node.style in {_SINGLE, _DOUBLE} else _PLAIN
    tail = text[node.start.offset : node.end.offset]
    ending = tail[len(tail.rstrip()) :] if node.style in {"|", ">"} else ""
    for style in dict.fromkeys((first, _PLAIN, _DOUBLE)):
        edit = Edit(node.start.offset, node.end.offset, _scalar(new, style) + ending)
        if _reads_back(apply_edits(text, [edit]), loc, new, source):
            return edit
    return None


def add_item(source: Source, owner: Loc, field: str, item: str) -> Edit | None:
    """An edit that puts a text at the end of a mapping's list, which is begun where missing.

    None where the mapping is not there, has no field yet, or the field is no list.
    """
    mapping = node_at(source.root, owner)
    if mapping is None or not isinstance(mapping.value, dict) or not mapping.keys:
        return None
    listed = mapping.value.get(field)
    if listed is None:
        return _begin_list(source.text, mapping, field, item)
    if not isinstance(listed.value, list):
        return None
    text = source.text
    if _is_flow(text, listed):
        place = listed.close.offset - 1
        before = text[listed.start.offset : place].rstrip()
        comma = "" if before == "[" else " " if before.endswith(",") else ", "
        return Edit(place, place, comma + in_brackets(item))
    last = listed.value[-1]
    return _new_line(text, last, f"{_indent(text, last)}- {in_brackets(item)}")


def add_field(source: Source, owner: Loc, field: str, value: str) -> Edit | None:
    """An edit that puts a field with a text at the end of a mapping.

    None where the mapping is not there, or has that field already.
    """
    mapping = node_at(source.root, owner)
    if mapping is None or not isinstance(mapping.value, dict) or not mapping.value:
        return None
    if field in mapping.value:
        return None
    name, last = list(mapping.value.items())[-1]
    if _is_flow(source.text, mapping):
        return Edit(last.close.offset, last.close.offset, f", {field}: {in_brackets(value)}")
    indent = " " * (mapping.keys[name].start.column - 1)
    return _new_line(source.text, last, f"{indent}{field}: {in_brackets(value)}")


def _begin_list(text: str, mapping: Node, field: str, item: str) -> Edit:
    name = next(iter(mapping.keys))
    first = cast("dict[str, Node]", mapping.value)[name]
    if _is_flow(text, mapping):
        place = first.close.offset
        return Edit(place, place, f", {field}: [{in_brackets(item)}]")
    indent = " " * (mapping.keys[name].start.column - 1)
    return _new_line(text, first, f"{indent}{field}: [{in_brackets(item)}]")


def _new_line(text: str, above: Node, line: str) -> Edit:
    """An edit that puts a line below the last line of a value, ended as that one is."""
    place = _block_end(text, above)
    ending = "\r\n" if "\r\n" in text else "\n"
    if place and text[place - 1] not in "\r\n":
        return Edit(place, place, f"{ending}{line}")
    return Edit(place, place, f"{line}{ending}")


def remove_item(source: Source, loc: Loc) -> Edit | None:
    """An edit that takes an item out of a list, its lines with it where it stands on its own.

    None where there is no such item, or it is the list's only one.
    """
    listed, place = node_at(source.root, loc[:-1]), loc[-1]
    if listed is None or not isinstance(listed.value, list) or not isinstance(place, int):
        return None
    items = listed.value
    if place >= len(items) or len(items) == 1:
        return None
    text = source.text
    if _is_flow(text, listed):
        if place:
            return Edit(items[place - 1].close.offset, items[place].close.offset, "")
        return Edit(items[0].start.offset, items[1].start.offset, "")
    start = text.rfind("\n", 0, _dash(text, items[place])) + 1
    end = _block_end(text, items[place])
    blank = _BLANK_LINE.match(text, end)
    if blank is not None and (text[:start].endswith(("\n\n", "\n\r\n")) or place == 0):
        end = blank.end()
    return Edit(start, end, "")


def _dash(text: str, item: Node) -> int:
    """Where the hyphen of a block list's item stands."""
    return text.rfind("-", 0, item.start.offset)


def _block_end(text: str, node: Node) -> int:
    """The end of the last line that a value takes, its line end included."""
    content = text[: node.close.offset].rstrip()
    line_end = text.find("\n", max(len(content), node.start.offset))
    return len(text) if line_end < 0 else line_end + 1


def _indent(text: str, item: Node) -> str:
    dash = _dash(text, item)
    return text[text.rfind("\n", 0, dash) + 1 : dash]


def _is_flow(text: str, node: Node) -> bool:
    return text[node.start.offset : node.start.offset + 1] in {"[", "{"}


def in_brackets(text: str) -> str:
    """Write a text as an item of a list, quoted only where YAML needs it."""
    written: str = yaml.dump([text], default_flow_style=True, allow_unicode=True, width=1 << 20)
    return written.strip()[1:-1]


def apply_edits(text: str, edits: list[Edit]) -> str:
    """Apply edits to a text; of edits that touch each other only the first is applied."""
    pieces, done = [], 0
    for edit in sorted(set(edits)):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.new]
            done = edit.end
    return "".join(pieces) + text[done:]


def _scalar(text: str, style: str) -> str:
    if style == _PLAIN:
        return text
    if style == _SINGLE:
        return "'" + text.replace("'", "''") + "'"
    written: str = yaml.dump(text, default_style='"', allow_unicode=True, width=1 << 20)
    return written.rstrip("\n")


def _reads_back(text: str, loc: Loc, new: str, source: Source) -> bool:
    try:
        root = compose(text)
    except (Fault, UnicodeError):
        return False
    node = node_at(root, loc)
    if root is None or node is None or source.root is None or node.value != new:
        return False
    return _without(root.plain(), loc) == _without(source.root.plain(), loc)


def _without(data: object, loc: Loc) -> object:
    """The data with None at `loc`."""
    if not loc:
        return None
    step, *rest = loc
    if isinstance(data, str):
        return None
    if isinstance(data, dict):
        return {**data, step: _without(data[step], tuple(rest))}
    if isinstance(data, list) and isinstance(step, int):
        return [*data[:step], _without(data[step], tuple(rest)), *data[step + 1 :]]
    return data


def node_at(node: Node | None, loc: Loc) -> Node | None:
    """The node that a path leads to; None where it leads nowhere.

    A single text where a list may stand is its own first item.
    """
    for step in loc:
        if node is None:
            return None
        if isinstance(node.value, dict):
            node = node.value.get(str(step))
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif not (isinstance(node.value, str) and step == 0):
            return None
    return node
