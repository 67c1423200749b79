"""Lines that are kept as they come, for the next run to go on where one was cut off."""

import os
from contextlib import suppress
from pathlib import Path

from awesome_heads.disk.memory import CACHE
from awesome_heads.disk.opening import LARGEST_READ, is_inside, read_within

_ADDING = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class Journal:
    """A file of lines in the list's `.cache/`; where it cannot be kept, nothing else is lost.

    Attributes:
        path: The file. None is kept where a link leads out of the list.
    """

    def __init__(self, root: Path, name: str) -> None:
        """Take the list's folder, and what the lines are about."""
        self.path = root / CACHE / f"{name}.jsonl"
        self._root = root
        self._is_kept = is_inside(root, self.path.parent)

    def read(self) -> str:
        """All that was kept; the last line may be half a one."""
        if self._is_kept:
            with suppress(OSError):
                return read_within(self._root, self.path, LARGEST_READ).decode(errors="replace")
        return ""

    def add(self, line: str) -> None:
        """Keep a line, which the system has before this returns: killing us loses nothing of it.

        It begins with a line end, in case the line before was cut off.
        """
        if not self._is_kept:
            return
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(self.path, _ADDING, 0o666), "ab") as file:
                file.write(f"\n{line}".encode())

    def end(self) -> None:
        """Forget it all: the run was completed."""
        if self._is_kept:
            with suppress(OSError):
                self.path.unlink()
