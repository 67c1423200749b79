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
        folder: Where the files are; it is made when the first one is.
    """

    folder: Path

    def get(self, key: str, oldest: float) -> bytes | None:
        """The body kept under a key, unless it was kept before `oldest` (seconds of the epoch)."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            head, _, body = self._path(key).read_bytes().partition(b"\n")
            facts = json.loads(head)
            sound = facts["sha256"] == sha256(body).hexdigest()
            if facts["key"] == key and facts["kept"] >= oldest and sound:
                return body
        return None

    def put(self, key: str, body: bytes, now: float) -> None:
        """Keep a body; its file appears whole or not at all."""
        facts = {"key": key, "kept": now, "sha256": sha256(body).hexdigest()}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as part:
                    part.write(json.dumps(facts).encode() + b"\n" + body)
                Path(name).replace(self._path(key))
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise

    def _path(self, key: str) -> Path:
        return self.folder / sha256(key.encode()).hexdigest()
