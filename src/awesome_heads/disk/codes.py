"""Shipped templates as this program compiled them, kept where Python keeps the program's modules.

Both are run as they are found, and whoever can write the one can write the other. In a list's own
`.cache/` they would be a stranger's to write.
"""

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.util import cache_from_source
from pathlib import Path

from awesome_heads.digests import digest
from awesome_heads.disk.memory import program


@dataclass(frozen=True)
class Codes:
    """Compiled templates by name, as `render.Store` wants them.

    One that was left by another version of the program, or damaged, is as good as none.

    Attributes:
        folder: Where they are; unless it is given, beside this module's own bytecode.
    """

    folder: Path = Path(cache_from_source(__file__)).parent

    def read(self, name: str) -> bytes | None:
        """What was kept under a name."""
        with suppress(OSError):
            head, _, body = self._path(name).read_bytes().partition(b"\n")
            if head == self._head(body):
                return body
        return None

    def write(self, name: str, data: bytes) -> None:
        """Keep something, unless it cannot be or Python is told to write no bytecode."""
        if sys.dont_write_bytecode:
            return
        path = self._path(name)
        part = path.with_suffix(f".{digest(data)}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._head(data) + b"\n" + data)
            part.replace(path)
        with suppress(OSError):
            part.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / f"template-{name}.pyc"

    def _head(self, body: bytes) -> bytes:
        return digest(self._program.encode() + body).encode()

    @cached_property
    def _program(self) -> str:
        return program()
