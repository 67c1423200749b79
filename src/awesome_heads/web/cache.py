"""Bodies that were fetched before, one file each."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


@dataclass(frozen=True)
class Cache:
    """A folder of bodies, named by what was asked.

    It only saves questions: a file that cannot be read counts as missing, one that cannot be
    written is not written, and deleting the folder loses nothing.

    Attributes:
        folder: Where the files are; it is made when the first one is. None keeps nothing.
    """

    folder: Path | None

    def get(self, key: str, oldest: float) -> bytes | None:
        """The body kept under a key, unless it was kept before `oldest` (seconds of the epoch)."""
        if self.folder is None:
            return None
        with suppress(OSError, ValueError, KeyError, TypeError):
            head, _, body = _read(self.folder / _name(key)).partition(b"\n")
            facts = json.loads(head)
            sound = facts["sha256"] == sha256(body).hexdigest()
            if facts["key"] == key and facts["kept"] >= oldest and sound:
                return body
        return None

    def put(self, key: str, body: bytes, now: float) -> None:
        """Keep a body; its file appears whole or not at all."""
        if self.folder is None:
            return
        facts = {"key": key, "kept": now, "sha256": sha256(body).hexdigest()}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, part_name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as part:
                    part.write(json.dumps(facts).encode() + b"\n" + body)
                Path(part_name).replace(self.folder / _name(key))
            except BaseException:
                with suppress(OSError):
                    Path(part_name).unlink()
                raise


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _read(path: Path) -> bytes:
    """The bytes of a regular file; a pipe would be waited for without end."""
    return path.read_bytes() if path.is_file() else b""
