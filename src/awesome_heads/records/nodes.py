"""Strict YAML: text to a tree of text, lists and mappings that knows where each part stands.

Everything that YAML guesses is left out: a scalar is the text that was typed, and keys that stand
twice, anchors, aliases, type tags, several documents and deep nesting are refused. The tree is
composed from libyaml's events in one loop, so that nesting cannot exhaust the stack.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, cast

import yaml

from awesome_heads.records.faults import Fault, Mark
from awesome_heads.records.syntax import syntax_fault

DEEPEST = 12


class Limits(NamedTuple):
    """How much a text may hold, so that reading and checking it takes no more than a moment.

    Attributes:
        values: Texts, names of fields among them, lists and mappings.
        length: Characters of one text.
    """

    values: int
    length: int


NO_LIMITS = Limits(1 << 62, 1 << 62)


class Node:
    """A value with its place. `value` is text, a list of nodes, or keys with their nodes.

    From `start` to `end` is what a diagnostic marks: of a list or mapping, where it begins.
    `close` is where all of it ends.
    """

    __slots__ = ("close", "end", "keys", "start", "style", "value")

    def __init__(
        self, value: "str | list[Node] | dict[str, Node]", start: Mark, end: Mark, style: str = ""
    ) -> None:
        """Start without keys; a mapping's keys are noted as they come."""
        self.value = value
        self.start = start
        self.end = end
        self.close = end
        self.style = style
        self.keys: dict[str, Node] = {}

    def plain(self) -> object:
        """The value without places, as pydantic takes it."""
        if isinstance(self.value, str):
            return self.value
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return {key: node.plain() for key, node in self.value.items()}


class _YamlMark(Protocol):
    index: int
    line: int
    column: int


class _Event(Protocol):
    start_mark: _YamlMark
    end_mark: _YamlMark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


def compose(text: str, limits: Limits = NO_LIMITS) -> Node | None:
    """Compose a YAML text; None where it holds no document.

    Raises:
        Fault: The text is not YAML, is YAML of a kind that is refused, or passes the limits.
    """
    root: Node | None = None
    open_nodes: list[Node] = []
    keys: list[Node | None] = []
    number = 0
    for event, start, end in _events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            _close(open_nodes.pop(), start, end)
            keys.pop()
            continue
        node = _node(event, start, end)
        if node is None:
            continue
        number += 1
        _require_within(limits, number, len(open_nodes), node)
        if open_nodes:
            keys[-1] = _put(open_nodes[-1], keys[-1], node)
        elif root is None:
            root = node
        else:
            raise _second_document(node)
        if not isinstance(node.value, str):
            open_nodes.append(node)
            keys.append(None)
    return root


def _put(collection: Node, key: Node | None, node: Node) -> Node | None:
    """Put a node into a collection, behind the key that waits for its value; gives the next key."""
    if isinstance(collection.value, list):
        collection.value.append(node)
    elif key is None:
        return _key(collection, node)
    else:
        cast("dict[str, Node]", collection.value)[str(key.value)] = node
    return None


def _second_document(node: Node) -> Fault:
    return Fault(
        "several-documents",
        "a second document begins here",
        "keep one document a file, and no line of `---` inside it",
        node.start,
        node.end,
    )


def _require_within(limits: Limits, number: int, depth: int, node: Node) -> None:
    if depth >= DEEPEST and not isinstance(node.value, str):
        message = f"nested more than {DEEPEST} levels deep"
        raise Fault("too-deep", message, "a record needs no more than three", node.start, node.end)
    if number > limits.values:
        message = f"the file holds more than the {limits.values:,} values that it may hold"
        raise Fault("too-large", message, "shorten it", node.start, node.start)
    if isinstance(node.value, str) and len(node.value) > limits.length:
        message = f"{len(node.value):,} characters are more than the {limits.length:,} of a text"
        raise Fault("too-large", message, "shorten it", node.start, node.end)


def _close(node: Node, start: Mark, end: Mark) -> None:
    """Note where a collection is closed: behind its bracket, or behind its last value."""
    if end.offset > start.offset:
        node.close = end
        return
    inner = node.value.values() if isinstance(node.value, dict) else node.value
    node.close = max((each.close for each in inner if isinstance(each, Node)), default=end)


def _events(text: str) -> Iterator[tuple[yaml.Event, Mark, Mark]]:
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            first, last = cast("_Event", event).start_mark, cast("_Event", event).end_mark
            yield (
                event,
                Mark(first.line + 1, first.column + 1, first.index),
                Mark(last.line + 1, last.column + 1, last.index),
            )
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode(errors="ignore")
        place = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"), len(before))
        raise Fault(
            "yaml-syntax",
            f"the character U+{error.character:04X} cannot stand in YAML",
            "delete it",
            place,
            place,
        ) from error
    except yaml.MarkedYAMLError as error:
        raise syntax_fault(error, text) from error


def _node(event: yaml.Event, start: Mark, end: Mark) -> Node | None:
    if isinstance(event, yaml.AliasEvent):
        raise _anchor_fault(f"*{event.anchor}", start, end)
    if not isinstance(event, yaml.NodeEvent):
        return None
    details = cast("_Event", event)
    if details.anchor is not None:
        raise _anchor_fault(f"&{details.anchor}", start, end)
    if details.tag is not None:
        raise Fault(
            "yaml-tag",
            f"the type tag `{details.tag}` means nothing here",
            "delete it, or put the text in double quotes",
            start,
            end,
        )
    if isinstance(event, yaml.ScalarEvent):
        return Node(details.value, start, end, details.style or "")
    return Node([] if isinstance(event, yaml.SequenceStartEvent) else {}, start, end)


def _key(mapping: Node, node: Node) -> Node:
    if not isinstance(node.value, str):
        raise Fault(
            "yaml-syntax",
            "a field's name must be text",
            "put the value in double quotes if it begins with a bracket",
            node.start,
            node.end,
        )
    if node.value in mapping.keys:
        first = mapping.keys[node.value]
        raise Fault(
            "duplicate-key",
            f"`{node.value}` stands twice",
            f"keep one of them (the first is in line {first.start.line})",
            node.start,
            node.end,
        )
    mapping.keys[node.value] = node
    return node


def _anchor_fault(sign: str, start: Mark, end: Mark) -> Fault:
    return Fault(
        "yaml-anchor",
        f"`{sign}` is read by YAML as an anchor or an alias",
        "put text that begins with & or * in double quotes",
        start,
        end,
    )
