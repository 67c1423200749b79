"""Sizes and times of files, which tell that they were not written since."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from awesome_heads.disk.walking import walk

# Each file's size in bytes and time in nanoseconds since 1970, by its path.
Stamps = dict[str, list[int]]


def stamps(root: Path, paths: Iterable[str]) -> Stamps:
    """Size and time of each of these files."""
    return {path: _stamp(root / path) for path in paths}


def stamps_below(top: Path, enter: Callable[[str], bool] = bool) -> Stamps:
    """Size and time of every file below a folder, but for folders that are not to be entered."""
    return {path: _stamp(entry) for path, entry in walk(top, enter)}


def _stamp(file: Path | os.DirEntry[str]) -> list[int]:
    """Nothing of a link that leads nowhere."""
    with suppress(OSError):
        status = file.stat()
        return [status.st_size, status.st_mtime_ns]
    return []
