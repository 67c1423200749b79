"""What the last build left of a list, and which outputs it need not make again.

This alone decides what is made anew. Outputs say what they are made of (`Inputs`), a key is a
digest of that (`Keys`), and a file of the same key that is as it was left is not rendered.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from awesome_heads.disk.memory import Memory
from awesome_heads.disk.stamps import stamps
from awesome_heads.disk.trace import look, look_again, read_trace, trace_name, write_trace


class Past:
    """The last build of a list into a folder, beside what is there now.

    Attributes:
        root: The list's folder.
        out: The site's.
        is_trusted: Whether what lies there is believed.
        memory: Where the last build is kept.
        note: What the last build told of the list.
    """

    def __init__(self, root: Path, out: Path, *, is_trusted: bool = True) -> None:
        """Look at the list's files and at the site's; none is read that is as it was.

        Args:
            root: The list's folder.
            out: The site's.
            is_trusted: Whether to believe what lies there, and to leave something.
        """
        self.memory = Memory(root, is_trusted=is_trusted)
        self.root, self.out, self.is_trusted = root, out, is_trusted
        self._name = trace_name(root, out)
        self._last = read_trace(self.memory, self._name)
        self._now = look(root, out, self._last)
        self.note = self._last.note

    @property
    def is_present(self) -> bool:
        """Whether a build would read what the last one read, and write what is there."""
        return self._now.is_same(self._last)

    def fresh(self, keys: Mapping[str, str]) -> set[str]:
        """Which of the site's files hold already what would be written.

        Args:
            keys: The key of each output, by its path.
        """
        known = self.memory.strings(self._keys)
        there = self._now.unchanged(self._last)
        return {path for path in there if path in keys and known.get(path) == keys[path]}

    def leave(
        self,
        keys: Mapping[str, str],
        written: Iterable[str],
        readme: Iterable[str],
        note: str,
    ) -> None:
        """Keep what a build made for the next one.

        Args:
            keys: The key of each of the site's outputs, by its path.
            written: Paths of those that were written.
            readme: The README and what belongs to it, by path.
            note: What to tell where nothing is to be done.
        """
        left = look_again(self._now, self.out, keys.keys(), written)
        self.memory.write(self._keys, keys)
        trace = left._replace(readme=stamps(self.root, readme), note=note)
        write_trace(self.memory, self._name, trace)

    @property
    def _keys(self) -> str:
        return f"{self._name}-keys"
