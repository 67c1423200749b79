"""One value of a record set to another, by edits of its own lines."""

import re
from collections.abc import Iterator, Mapping

from awesome_heads.diagnostics import Edit
from awesome_heads.records import Source
from awesome_heads.records.editing import (
    add_field,
    add_item,
    apply_edits,
    in_brackets,
    node_at,
    replace_text,
)
from awesome_heads.records.source import Loc
from awesome_heads.upkeep.inserting import insert_after, replace_list
from awesome_heads.upkeep.publication import in_yaml

_BOM = b"\xef\xbb\xbf"
# Below which line a field that is missing belongs: the first of these that can bear it.
_ABOVE = ("venue", "date", "title")
# What a draft says in place of a value.
_TODO = re.compile(r"[ \t]*(?:# TODO[^\n\r]*)?")
_NESTED = 2
# Fields that hold one text; the others hold several.
_TEXTS = {"title", "date", "venue", "added", "abstract_url", "bibtex_key"}


def set_value(source: Source, loc: Loc, new: object) -> Source | None:
    """The record with a value set; None where no edit of single lines can do that.

    A text joins the list that stands at its place, and replaces any other text; several texts
    replace those that are there. A title that is replaced goes to `former_titles`. The record
    then says what it said before but for that one value.

    Args:
        source: The record.
        loc: The value's place.
        new: A text, several texts, or the fields of a mapping that is not there yet.
    """
    before, _ = source.read()
    for edits in _ways(source, loc, new):
        text = apply_edits(source.text, [edit for edit in edits if edit is not None])
        data = (_BOM if source.data.startswith(_BOM) else b"") + text.encode()
        edited = Source(source.path, data)
        after, faults = edited.read()
        same = without(before, loc) == without(after, loc)
        if None not in edits and not faults and same and _says(inside(after, loc), new):
            return edited if loc != ("title",) else _with_former(edited, inside(before, loc))
    return None


def _with_former(source: Source, old: object) -> Source | None:
    """The record with a title among its former ones."""
    return set_value(source, ("former_titles",), old) if old else source


def _ways(source: Source, loc: Loc, new: object) -> Iterator[tuple[Edit | None, ...]]:
    """Edits to try, one way after the other."""
    node = node_at(source.root, loc)
    name = str(loc[-1])
    if isinstance(new, list | tuple):
        several = [str(each) for each in new]
        if node is not None:
            yield replace_list(source, loc, several) or (None,)
        lines = [f"{name}:", *(f"  - {in_yaml(each)}" for each in several)]
        yield from _inserted(source, lines)
    elif isinstance(new, Mapping):
        lines = [f"{name}:", *(f"  {each}: {_plain(each, text)}" for each, text in new.items())]
        yield from _inserted(source, lines)
    elif node is not None and isinstance(node.value, list):
        yield (add_item(source, loc[:-1], name, str(new)),)
    elif node is not None and node.value == "" and not node.style:
        end = _TODO.match(source.text, node.end.offset)
        stop = end.end() if end else node.end.offset
        yield (Edit(node.end.offset, stop, f" {in_yaml(str(new))}"),)
    elif node is not None and loc[0] == "links":
        both = ", ".join(in_brackets(each) for each in (str(node.value), str(new)))
        yield (Edit(node.start.offset, node.end.offset, f"[{both}]"),)
    elif node is not None:
        yield (replace_text(source, loc, str(new)),)
    else:
        yield from _added(source, loc, str(new))


def _added(source: Source, loc: Loc, new: str) -> Iterator[tuple[Edit | None, ...]]:
    """Ways to write a field that is not there."""
    name = str(loc[-1])
    if len(loc) == _NESTED and node_at(source.root, loc[:-1]) is not None:
        yield (add_field(source, loc[:-1], name, new),)
    elif len(loc) == _NESTED:
        yield from _inserted(source, [f"{loc[0]}:", f"  {name}: {in_yaml(new)}"])
    else:
        alone = name in _TEXTS
        value = _plain(name, new) if alone else f"[{in_brackets(new)}]"
        yield from _inserted(source, [f"{name}: {value}"])


def _inserted(source: Source, lines: list[str]) -> Iterator[tuple[Edit | None, ...]]:
    for field in _ABOVE:
        yield (insert_after(source, field, lines),)


def _plain(name: str, text: object) -> str:
    """A value of a line; dates need no quotes, since every value is the text that was typed."""
    return str(text) if name in {"date", "added"} else in_yaml(str(text))


def _says(value: object, new: object) -> bool:
    if isinstance(new, Mapping):
        return value == dict(new)
    if isinstance(new, list | tuple):
        return list(texts(value)) == [str(each) for each in new]
    return new in texts(value)


def without(data: object, loc: Loc) -> object:
    """The data without a value, and without the mapping that held it alone."""
    if not isinstance(data, dict):
        return data
    first, *rest = loc
    kept = {name: value for name, value in data.items() if name != first}
    inner = without(data.get(str(first)), tuple(rest)) if rest else None
    return {**kept, first: inner} if inner else kept


def inside(data: object, loc: Loc) -> object:
    """The value at a place; None where there is none."""
    for step in loc:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def texts(value: object) -> tuple[str, ...]:
    """The texts that a value is or holds."""
    values = value if isinstance(value, list) else [value]
    return tuple(each for each in values if isinstance(each, str) and each)
