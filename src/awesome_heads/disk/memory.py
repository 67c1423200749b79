"""What one command leaves for the next, in the list's `.cache/`.

Every file begins with a digest of this program and of all that follows, so that one that was cut
off, damaged, or left by another version is as good as none: losing it costs time and nothing else.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from awesome_heads.digests import digest
from awesome_heads.disk.opening import is_inside, read_within
from awesome_heads.disk.walking import walk
from awesome_heads.render.theme import SHIPPED

CACHE = ".cache/awesome-heads"
_PACKAGE = Path(__file__).parents[1]
# More bytes than any file of a cache has.
_LARGEST = 1 << 40


class Memory:
    """Values by name, as JSON has them.

    Attributes:
        root: The list's folder.
    """

    def __init__(self, root: Path, *, is_trusted: bool = True) -> None:
        """Take the list's folder; what lies there is believed if whoever put it there is trusted.

        The digest tells damage, not malice: anyone who has this program can make one.
        """
        self.root = root
        self._folder = root / CACHE
        self._is_trusted = is_trusted and is_inside(root, self._folder)

    def path(self, name: str) -> Path:
        """The file that keeps a value."""
        return self._folder / f"{name}.json"

    def read(self, name: str) -> object:
        """A value as it was written; None where this program left none."""
        if not self._is_trusted:
            return None
        with suppress(OSError, ValueError, RecursionError):
            head, _, body = read_within(self.root, self.path(name), _LARGEST).partition(b"\n")
            if head == self._head(body):
                return json.loads(body)
        return None

    def strings(self, name: str) -> dict[str, str]:
        """A value that is strings by their names; empty where there is none."""
        found = self.read(name)
        return found if isinstance(found, dict) else {}

    def write(self, name: str, value: object) -> None:
        """Keep a value; the next command is slow where it cannot be kept."""
        if not self._is_trusted:
            return
        path = self.path(name)
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
            errors="surrogatepass"
        )
        part = path.with_suffix(".part")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._head(body) + b"\n" + body)
            part.replace(path)
        with suppress(OSError):
            part.unlink()

    def forget(self, pattern: str) -> None:
        """Forget all values whose names meet a pattern, such as `build-*`."""
        for path in self._folder.glob(f"{pattern}.json"):
            with suppress(OSError):
                path.unlink()

    def _head(self, body: bytes) -> bytes:
        return digest(self.program.encode() + body).encode()

    @cached_property
    def program(self) -> str:
        """Tells one state of this program and the libraries beside it from another."""
        return program()


def program() -> str:
    """A digest of what this program's files hold, and of the names of installed libraries.

    Those names tell their versions. Times do not count, so that a copy of the program is the same.
    """
    sign = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_sources()):
        sign.update(path.name.encode())
        sign.update(path.read_bytes())
    for place in sys.path:
        sign.update(repr(sorted(path.name for path in Path(place).glob("*-info"))).encode())
    return sign.hexdigest()


def _sources() -> Iterator[Path]:
    """The program's modules and templates; Python compiles into a folder of its own."""
    for folder in (_PACKAGE, SHIPPED):
        for path, _ in walk(folder, lambda name: not name.endswith("__pycache__")):
            yield folder / path
