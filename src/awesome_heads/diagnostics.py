"""What is wrong with an input file, where, what to type instead, and how to mend it."""

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a diagnostic matters; the higher, the worse."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word that a report shows."""
        return self.name.lower()


class Location(NamedTuple):
    """A stretch of one line. Line and columns count from 1; `end_column` is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_column: int = 1


class Edit(NamedTuple):
    """A stretch of a file's text, from `start` up to `end`, to be replaced by `new`.

    Places count characters from 0, a byte-order mark left out.
    """

    start: int
    end: int
    new: str


class Finding(NamedTuple):
    """What one rule found at one place, before it is known how much that matters."""

    location: Location
    message: str
    hint: str = ""
    edit: Edit | None = None


class Diagnostic(NamedTuple):
    """One finding of one rule."""

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    edit: Edit | None = None

    @property
    def order(self) -> tuple[Location, str, str]:
        """The key by which diagnostics are sorted: place, then rule."""
        return self.location, self.rule, self.message
