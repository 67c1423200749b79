"""Edits that put new lines into a record, or other items into a list, and touch nothing else."""

from collections.abc import Sequence

from awesome_heads.diagnostics import Edit
from awesome_heads.records import Source
from awesome_heads.records.editing import in_brackets, node_at, replace_text
from awesome_heads.records.nodes import Node
from awesome_heads.records.source import Loc
from awesome_heads.upkeep.publication import in_yaml


def insert_after(source: Source, field: str, lines: Sequence[str]) -> Edit | None:
    """An edit that puts lines below a field of one line; None where there is no such place."""
    root, text = source.root, source.text
    node = node_at(root, (field,))
    if root is None or node is None or not isinstance(node.value, str):
        return None
    if text[root.start.offset] == "{" or node.style in {"|", ">"}:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.find("\n", node.end.offset)
    place = len(text) if end < 0 else end - (text[end - 1] == "\r")
    indent = " " * (root.keys[field].start.column - 1)
    return Edit(place, place, "".join(f"{newline}{indent}{line}" for line in lines))


def replace_list(source: Source, loc: Loc, new: Sequence[str]) -> tuple[Edit, ...] | None:
    """Edits that give a list of texts other items.

    As many items as before are replaced one by one. Otherwise the list is written anew, unless a
    comment in it would be lost: then None.
    """
    node = node_at(source.root, loc)
    if node is None or not isinstance(node.value, list) or not node.value or not new:
        return None
    if len(new) == len(node.value):
        return _replace_each(source, loc, node.value, new)
    first, last = node.value[0], node.value[-1]
    start, end = first.start.offset, last.end.offset
    if "#" in source.text[start:end]:
        return None
    if source.text[node.start.offset] == "[":
        return (Edit(start, end, ", ".join(in_brackets(text) for text in new)),)
    line = source.text.rfind("\n", 0, start) + 1
    newline = "\r\n" if "\r\n" in source.text else "\n"
    lead = source.text[line:start]
    if lead.strip() != "-" or last.style in {"|", ">"}:
        return None
    return (Edit(start, end, f"{newline}{lead}".join(in_yaml(text) for text in new)),)


def _replace_each(
    source: Source, loc: Loc, old: Sequence[Node], new: Sequence[str]
) -> tuple[Edit, ...] | None:
    """An edit for each item that changes.

    One item's edit is tried on the file as it is, so each stands for itself.
    """
    changed = [place for place, node in enumerate(old) if node.value != new[place]]
    edits = [replace_text(source, (*loc, place), new[place]) for place in changed]
    made = tuple(edit for edit in edits if edit is not None)
    return made if len(made) == len(edits) else None
