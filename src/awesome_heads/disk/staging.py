"""One file written so that nobody ever sees half of it: beside its place, then moved there.

Paths are joined as text: this is done for every file of a site, and path objects are slow.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from awesome_heads.disk.walking import walk
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.render import Output

_PART = ".awesome-heads-part"


def stage(root: Path, output: Output) -> bool:
    """Write a file's new content beside its place; False where it holds that already.

    Raises:
        AwesomeHeadsError: It cannot be written; nothing of it stays.
    """
    path = f"{root}/{output.path}"
    try:
        mode = _mode(path)
        if mode is not None and _holds(path, output.data):
            return False
        _write_part(path, output.data, mode)
    except OSError as error:
        discard(root, [output.path])
        raise failure(path, "written", error) from error
    return True


def settle(root: Path, path: str) -> None:
    """Move a staged file into its place.

    Raises:
        AwesomeHeadsError: It cannot be moved.
    """
    place = f"{root}/{path}"
    try:
        os.replace(place + _PART, place)  # noqa: PTH105 -- see above
    except OSError as error:
        raise failure(place, "written", error) from error


def is_staged(root: Path, path: str) -> bool:
    """Whether a file waits to be moved into its place."""
    return os.path.lexists(f"{root}/{path}{_PART}")


def discard(root: Path, paths: Iterable[str]) -> None:
    """Remove what is staged for these paths, and folders that hold nothing else."""
    for path in paths:
        with suppress(OSError):
            os.unlink(f"{root}/{path}{_PART}")  # noqa: PTH108 -- see above
        _remove_empty(root, path)


def remove(root: Path, path: str) -> bool:
    """Remove a file and the folders that held nothing else; False where there is a folder.

    Raises:
        AwesomeHeadsError: It cannot be removed.
    """
    place = f"{root}/{path}"
    try:
        os.unlink(place)  # noqa: PTH108 -- see above
    except OSError as error:
        if os.path.isdir(place):  # noqa: PTH112 -- see above
            return False
        if os.path.lexists(place):
            raise failure(place, "removed", error) from error
    _remove_empty(root, path)
    return True


def require_removable(root: Path, paths: Iterable[str]) -> None:
    """Make sure that files can be removed, before anything is.

    Raises:
        AwesomeHeadsError: One of them cannot.
    """
    folders = {os.path.dirname(f"{root}/{path}"): path for path in paths}  # noqa: PTH120 -- see above
    for folder, path in folders.items():
        if os.path.isdir(folder) and not os.access(folder, os.W_OK | os.X_OK):  # noqa: PTH112 -- see above
            message = f"{root}/{path} cannot be removed: its folder may not be written"
            raise AwesomeHeadsError(message)


def _remove_empty(root: Path, path: str) -> None:
    with suppress(OSError):
        while "/" in path:
            path = path.rpartition("/")[0]
            os.rmdir(f"{root}/{path}")  # noqa: PTH106 -- see above


def files_below(folder: Path) -> set[str]:
    """Paths of all files below a folder, without what a killed build left staged: it is removed."""
    every = {path for path, _ in walk(folder)}
    left = {path for path in every if path.endswith(_PART)}
    discard(folder, [path.removesuffix(_PART) for path in left])
    return every - left


def failure(path: str | Path, done: str, error: OSError) -> AwesomeHeadsError:
    """What to tell of a file or folder with which something cannot be done, and why."""
    return AwesomeHeadsError(f"{path} cannot be {done}: {error.strerror or error}")


def _mode(path: str) -> int | None:
    """The permissions of the file that is there, if one is; pipes and devices are none."""
    with suppress(FileNotFoundError):
        mode = os.stat(path).st_mode  # noqa: PTH116 -- see above
        return stat.S_IMODE(mode) & 0o777 if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else None
    return None


def _holds(path: str, data: bytes) -> bool:
    with open(path, "rb") as file:  # noqa: PTH123 -- see above
        return file.read(len(data) + 1) == data


def _write_part(path: str, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    part = path + _PART
    try:
        handle = os.open(part, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 -- see above
        handle = os.open(part, flags, 0o666)
    with os.fdopen(handle, "wb") as file:
        if mode is not None:
            os.chmod(part, mode)  # noqa: PTH101 -- see above
        file.write(data)
