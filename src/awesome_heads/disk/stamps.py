"""Sizes and times of files, which tell that they were not written since.

Times are compared for being the same and never for which is later: a clock may jump.
"""

import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from awesome_heads.disk.walking import walk

# Each file's size in bytes and time in nanoseconds since 1970, by its path.
Stamps = dict[str, list[int]]


def stamps(root: Path, paths: Iterable[str]) -> Stamps:
    """Size and time of each of these files."""
    return {path: _stamp(root / path) for path in paths}


def stamps_below(top: Path) -> Stamps:
    """Size and time of every file below a folder."""
    return {path: _stamp(entry) for path, entry in walk(top)}


def full_stamps_below(top: Path, enter: Callable[[str], bool]) -> Stamps:
    """Size and time of every file of a folder, and when anything about it was changed.

    No program can set that back, as some do with the time of what they write. In a copy it is
    another one, so it does not suit what should be known again there.

    Args:
        top: The folder.
        enter: Whether to look into a folder below it, by its path.
    """
    return {path: _stamp(entry, is_full=True) for path, entry in walk(top, enter)}


def stamp_of_file(path: str) -> list[int]:
    """All that tells that a file is as it was; nothing of a link, which may lead elsewhere."""
    with suppress(OSError):
        status = os.lstat(path)
        if not stat.S_ISLNK(status.st_mode):
            return [status.st_size, status.st_mtime_ns, status.st_ctime_ns]
    return []


def _stamp(file: Path | os.DirEntry[str], *, is_full: bool = False) -> list[int]:
    """Nothing of a link that leads nowhere."""
    with suppress(OSError):
        status = file.stat()
        times = [status.st_mtime_ns, status.st_ctime_ns] if is_full else [status.st_mtime_ns]
        return [status.st_size, *times]
    return []
