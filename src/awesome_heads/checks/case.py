"""What a rule looks at."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TypeVar, cast

from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic, Edit, Finding, Location
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.editing import node_at, replace_text
from awesome_heads.records.places import README, is_volume
from awesome_heads.records.source import Loc

# What stands for one character of a value, by the sign that quotes the value.
_UNITS = {
    "'": re.compile(r"''|.", re.DOTALL),
    '"': re.compile(r"\\x..|\\u.{4}|\\U.{8}|\\?.", re.DOTALL),
}
_PLAIN_UNIT = re.compile(r".", re.DOTALL)


# Each edit is tried on the whole file before it is offered. `--fix` comes back for the rest.
MOST_EDITS = 20

Made = TypeVar("Made")


@dataclass(frozen=True)
class Case:
    """Everything that could be read, each value beside the file it came from.

    Attributes:
        today: The day of the check.
        files: Every file that was read, in the order of their paths.
        papers: Valid papers with their files; a file that is no paper is not among them.
        vocabularies: Valid vocabularies with their files.
        settings: The list's settings with their file; None where that cannot be read.
        unread: Names of vocabularies that are missing, or whose file is none.
        reported: What reading the files found.
        others: Further files, such as `README.md` and its volumes, by path.
        covers: Whether a file, by its path, is asked about. Rules that compare files may leave out
            what they would say of others.
    """

    today: dt.date
    files: tuple[Source, ...]
    papers: tuple[tuple[Source, Paper], ...]
    vocabularies: tuple[tuple[Source, Vocabulary], ...]
    settings: tuple[Source, ListConfig] | None
    unread: frozenset[str] = frozenset()
    reported: tuple[Diagnostic, ...] = ()
    others: Mapping[str, bytes] = field(default_factory=dict)
    covers: Callable[[str], bool] = field(default=bool, compare=False)
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)
    _edits: Counter[str] = field(default_factory=Counter, repr=False, compare=False)

    def once(self, make: Callable[["Case"], Made]) -> Made:
        """What a function makes of the case, made the first time that any rule asks for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("Made", self._made[make])

    def narrowed(self, covers: Callable[[str], bool]) -> "Case":
        """The same list with only those of its files that are asked about, by their paths."""
        papers = tuple(pair for pair in self.papers if covers(pair[0].path))
        files = tuple(source for source in self.files if covers(source.path))
        return replace(self, papers=papers, files=files, covers=covers, _made={})

    def edit(self, source: Source, loc: Loc, new: str) -> Edit | None:
        """An edit that gives a text value another content.

        None where no way of writing it gives back just that, or the file has so many already.
        """
        if self._edits[source.path] >= MOST_EDITS:
            return None
        self._edits[source.path] += 1
        return replace_text(source, loc, new)

    @property
    def readmes(self) -> Mapping[str, bytes]:
        """Bytes of the README on disk and of its volumes, by path."""
        return {
            path: data for path, data in self.others.items() if path == README or is_volume(path)
        }

    def reported_as(self, name: str) -> Iterator[Finding]:
        """What reading found and named after a rule."""
        for each in self.reported:
            if each.rule == name:
                yield Finding(each.location, each.message, each.hint, each.edit)


def finding(source: Source, loc: Loc, message: str, hint: str, edit: Edit | None = None) -> Finding:
    """A finding at the value that `loc` leads to."""
    return Finding(source.locate(loc), message, hint, edit)


def within(source: Source, loc: Loc, text: str, span: tuple[int, int]) -> Location:
    """Where some characters of a value stand, or the whole value where it fills several lines.

    Args:
        source: The file.
        loc: The path of the value.
        text: The value, or what of it a field kept.
        span: Start and end of the characters in `text`.
    """
    node = node_at(source.root, loc)
    whole = source.locate(loc)
    if node is None or not isinstance(node.value, str) or node.start.line != node.end.line:
        return whole
    quote = 1 if node.style in _UNITS else 0
    raw = source.text[node.start.offset + quote : node.end.offset - quote]
    units = [unit.span() for unit in _UNITS.get(node.style, _PLAIN_UNIT).finditer(raw)]
    start = node.value.find(text) + span[0]
    end = start + span[1] - span[0]
    if text not in node.value or len(units) != len(node.value) or not start < end <= len(units):
        return whole
    first = node.start.column + quote + units[start][0]
    last = node.start.column + quote + units[end - 1][1]
    return Location(source.path, node.start.line, first, last)


def difference(old: str, new: str) -> tuple[int, int]:
    """Start and end of what only `old` has; where it lacks something, of all up to there."""
    start = _shared(old, new)
    end = len(old) - _shared(old[start:][::-1], new[start:][::-1])
    return (start, end) if start < end else (0, end)


def _shared(first: str, second: str) -> int:
    """How many characters two texts have in common at their beginnings."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
