"""Files and folders of a list opened with care: anything may stand where a record should.

A link that leads out of the list would show readers a file of this machine, a pipe is waited for
without end, and a device never ends. So links are followed within the list alone, only regular
files are read, and of those no more than anyone asked for.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
# More than any file of a list that is no record needs, such as a font among its templates.
LARGEST_READ = 64 * 1024 * 1024
_LINKED = "it is a link to a folder, and these are not followed"


class Entry(NamedTuple):
    """What stands in a folder: a file's path, or that of a folder with why it was not entered."""

    path: str
    fault: str = ""


def read_within(root: Path, path: Path, largest: int) -> bytes:
    """The bytes of a regular file, cut off one byte after the largest number wanted.

    Args:
        root: The folder out of which no link may lead.
        path: The file, below that folder.
        largest: How many bytes the file may have.

    Raises:
        OSError: It cannot be read, with `strerror` that says why.
    """
    if path.is_symlink() and not is_inside(root, path):
        raise OSError(errno.EPERM, "it is a link that leads out of the list")
    handle = os.open(path, os.O_RDONLY | _NEVER_WAIT)
    with open(handle, "rb", closefd=True) as file:  # noqa: PTH123 -- a descriptor has no path
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is a pipe, a socket or a device")
        # Python sets aside as many bytes as it is asked for, before it reads any.
        return file.read(min(status.st_size, largest) + 1)


def is_inside(root: Path, path: Path) -> bool:
    """Whether a path, its links followed, is one below a folder; a link in a circle is none."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def walk(folder: Path) -> Iterator[Entry]:
    """Every file below a folder, hidden ones and folders left out; a missing folder has none.

    Folders that cannot be read, and links to folders, are entries with a fault.
    """
    if folder.is_symlink():
        yield Entry(os.fspath(folder), _LINKED)
        return
    waiting = [os.fspath(folder)]
    while waiting:
        above = waiting.pop()
        try:
            entries = sorted(os.scandir(above), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            yield Entry(above, error.strerror or str(error))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".yaml", ".yml")):
                waiting.append(entry.path)
            elif entry.is_symlink() and Path(entry.path).is_dir():
                yield Entry(entry.path, _LINKED)
            else:
                yield Entry(entry.path)
