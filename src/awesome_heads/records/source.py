"""A file's text, and the places of its parts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.digests import digest
from awesome_heads.records.faults import Fault, Mark
from awesome_heads.records.nodes import Limits, Node, compose

LARGEST_RECORD = 64 * 1024
LARGEST_FILE = 4 * 1024 * 1024
MOST = Limits(values=20_000, length=5_000)

# What a text may not hold besides tabs and line ends.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

Loc = tuple[int | str, ...]


@dataclass(frozen=True)
class Source:
    """A YAML file as it was read.

    Attributes:
        path: Where it stands, relative to the list's root, with forward slashes.
        data: Its bytes.
        fault: Why the bytes cannot be had; empty where they can.
    """

    path: str
    data: bytes
    fault: str = ""

    @cached_property
    def text(self) -> str:
        """The bytes as text; raises UnicodeDecodeError where they are not UTF-8."""
        return self.data.decode("utf-8-sig")

    @cached_property
    def digest(self) -> str:
        """A digest of the bytes."""
        return digest(self.data)

    @cached_property
    def root(self) -> Node | None:
        """The composed tree; raises Fault where there is none to compose."""
        return compose(self.text, MOST)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return lines_of(self.text)

    def read(self, largest: int = LARGEST_FILE) -> tuple[object, list[Diagnostic]]:
        """The file's plain data, or None and what keeps it from being read.

        Args:
            largest: How many bytes the file may have.
        """
        faults = [*self._size_faults(largest)] or self._encoding_faults()
        if faults:
            return None, faults
        try:
            root = self.root
        except Fault as fault:
            place = self._location(fault.start, fault.end)
            return None, [Diagnostic(place, fault.rule, fault.message, fault.hint)]
        if root is None:
            return None, [self._finding("empty-file", "the file is empty", "write a record")]
        if not isinstance(root.value, dict):
            message = "a file must consist of fields"
            return None, [self._finding("wrong-type", message, "write lines of `field: value`")]
        return root.plain(), []

    def locate(self, loc: Loc, *, key: bool = False) -> Location:
        """Where a value stands, or with `key` the name of its field.

        A path that leads further than the file goes ends at the deepest part that is there, for
        a missing field the name of the mapping that lacks it.
        """
        node, name, complete = self.root, None, True
        for step in loc:
            inner = _child(node, step)
            if inner is None:
                complete = _is_sole_item(node, step)
                break
            name = node.keys.get(str(step)) if node is not None else None
            node = inner
        target = name if name is not None and (key or not complete) else node
        if target is None or (target is self.root and not complete):
            return Location(self.path)
        return self._location(target.start, target.end)

    def _size_faults(self, largest: int) -> Iterator[Diagnostic]:
        if len(self.data) > largest:
            size = f"the file has more than the {largest:,} bytes that it may have"
            yield self._finding("too-large", size, "shorten it")

    def text_faults(self) -> list[Diagnostic]:
        """Why a file that is no YAML is not shown: it is too large, or no text."""
        faults = [*self._size_faults(LARGEST_RECORD)] or self._encoding_faults()
        control = _CONTROL.search(self.data)
        if faults or control is None:
            return faults
        message = f"byte 0x{control[0][0]:02X} is a control character"
        hint = "save the file as text in the encoding UTF-8"
        return [Diagnostic(self._place_of_byte(control.start()), "not-utf-8", message, hint)]

    def _place_of_byte(self, number: int) -> Location:
        lines = lines_of(self.data[:number].decode().removeprefix("\ufeff"))
        column = len(lines[-1]) + 1
        return Location(self.path, len(lines), column, column + 1)

    def _encoding_faults(self) -> list[Diagnostic]:
        """Why the file is no text: it cannot be read, or somewhere stops being UTF-8."""
        if self.fault:
            hint = "put a readable file in its place, or remove it"
            return [self._finding("unreadable-file", self.fault, hint)]
        try:
            self.data.decode()
        except UnicodeDecodeError as error:
            place = self._place_of_byte(error.start)
            message = f"byte 0x{self.data[error.start]:02X} is not UTF-8"
            hint = "save the file in the encoding UTF-8"
            return [Diagnostic(place, "not-utf-8", message, hint)]
        return []

    def _location(self, start: Mark, end: Mark) -> Location:
        if start.line > len(self.lines):  # libyaml may end a text without a line end one line on
            start = end = Mark(len(self.lines), len(self.lines[-1]) + 1)
        line = self.lines[start.line - 1]
        last = end.column if end.line == start.line else len(line) + 1
        return Location(self.path, start.line, start.column, max(last, start.column))

    def _finding(self, rule: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(Location(self.path), rule, message, hint)


Sources = Mapping[str, Source]


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML 1.1 ends them."""
    return _LINE_END.split(text)


def _is_sole_item(node: Node | None, step: int | str) -> bool:
    """Whether a single value stands where a list may stand, and its only item is meant."""
    return node is not None and isinstance(node.value, str) and step == 0


def _child(node: Node | None, step: int | str) -> Node | None:
    if node is None:
        return None
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None
