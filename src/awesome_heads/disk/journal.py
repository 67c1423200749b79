"""Lines that are kept as they come, for the next run to go on where one was cut off."""

from contextlib import suppress
from pathlib import Path

from awesome_heads.disk.memory import CACHE


class Journal:
    """A file of lines in the list's `.cache/`; where it cannot be kept, nothing else is lost."""

    def __init__(self, root: Path, name: str) -> None:
        """Take the list's folder, and what the lines are about."""
        self.path = root / CACHE / f"{name}.jsonl"

    def read(self) -> str:
        """All that was kept; the last line may be half a one."""
        with suppress(OSError):
            return self.path.read_text(encoding="utf-8", errors="replace")
        return ""

    def add(self, line: str) -> None:
        """Keep a line, which the system has before this returns: killing us loses nothing of it.

        It begins with a line end, in case the line before was cut off.
        """
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"\n{line}")

    def end(self) -> None:
        """Forget it all: the run was completed."""
        with suppress(OSError):
            self.path.unlink()
