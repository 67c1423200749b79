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


def below(
    top: Path, enter: Callable[[str], bool] = bool, above: str = ""
) -> Iterator[tuple[str, list[int]]]:
    """Every file below a folder with size and time, but for folders that are not to be entered."""
    with suppress(NotADirectoryError, FileNotFoundError), os.scandir(top / above) as entries:
        for entry in entries:
            path = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if enter(path):
                    yield from below(top, enter, f"{path}/")
            else:
                yield path, _stamp(entry)


def _stamp(file: Path | os.DirEntry[str]) -> list[int]:
    """Nothing of a link that leads nowhere."""
    with suppress(OSError):
        status = file.stat()
        return [status.st_size, status.st_mtime_ns]
    return []
