"""What is wrong with an input file, where, and what to type instead."""

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


class Diagnostic(NamedTuple):
    """One finding of one rule; diagnostics sort by place, then rule."""

    location: Location
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
