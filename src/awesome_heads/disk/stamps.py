"""Sizes and times of files, which tell that they were not written since."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

# Each file's size in bytes and time in nanoseconds since 1970, by its path.
Stamps = dict[str, list[int]]


def stamps(root: Path, paths: Iterable[str]) -> Stamps:
    """Size and time of each of these files."""
    return {path: _stamp(root / path) for path in paths}


def below(top: Path, enter: Callable[[str], bool] = bool) -> Iterator[tuple[str, list[int]]]:
    """Every file below a folder with size and time, but for folders that are not to be entered.

    What cannot be read is left out, as are folders deeper than the system has names for.
    """
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with suppress(OSError), os.scandir(top / above) as entries:
            for entry in entries:
                path = f"{above}{entry.name}"
                if not entry.is_dir(follow_symlinks=False):
                    yield path, _stamp(entry)
                elif enter(path):
                    waiting.append(f"{path}/")


def _stamp(file: Path | os.DirEntry[str]) -> list[int]:
    """Nothing of a link that leads nowhere."""
    with suppress(OSError):
        status = file.stat()
        return [status.st_size, status.st_mtime_ns]
    return []
