"""What a build is asked for, and what came of it."""

from pathlib import Path
from typing import Literal, NamedTuple

Only = Literal["readme", "site"]


class Made(NamedTuple):
    """What a build came to.

    Attributes:
        note: What there is, in words.
        written: How many files were made or replaced.
        removed: How many were removed.
    """

    note: str
    written: int = 0
    removed: int = 0


def short(path: Path) -> str:
    """A path as seen from where the command was called."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
