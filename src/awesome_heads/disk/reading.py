"""Files of a list read, and the day told."""

import datetime as dt
import os
from pathlib import Path

from awesome_heads.disk.opening import LARGEST_READ, Entry, read_within, walk
from awesome_heads.disk.stamps import stamp_of_file
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.records import Source
from awesome_heads.records.files import ListFiles, sort_files
from awesome_heads.records.places import RECORDS, VOCABULARIES, VOLUMES
from awesome_heads.records.source import LARGEST_FILE
from awesome_heads.render import Theme
from awesome_heads.seal import is_intact

# Files at the top of a list: what to cite, the README, settings.
_BESIDE = {".bib", ".md", ".yaml"}
_READ = (*_BESIDE, ".yml")


def read_list(root: Path) -> ListFiles:
    """Read every file that a list is made of; templates are read by `read_theme`.

    A file that cannot be read is there all the same, with the reason: it hides no other.
    """
    return Reader()(root)


class Reader:
    """Reads a list as `read_list` does, and a file that it has read only when that has changed.

    A file has changed if its size or times have. Links are followed anew each time.
    """

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._known: dict[str, tuple[list[int], Source]] = {}

    def __call__(self, root: Path) -> ListFiles:
        """Read the list in a folder."""
        beside = [path for path in root.glob("[!.]*") if path.suffix in _BESIDE]
        entries = [Entry(str(path)) for path in (*beside, *root.glob(VOLUMES))]
        for folder in (RECORDS, VOCABULARIES):
            entries += walk(root / folder)
        return sort_files(self._source(root, *entry) for entry in entries if _is_read(entry))

    def _source(self, root: Path, path: str, fault: str) -> Source:
        name = path.replace(os.sep, "/").removeprefix(root.as_posix()).removeprefix("/")
        if fault:
            return Source(name, b"", fault)
        stamp = stamp_of_file(path)
        known = self._known.get(path)
        if stamp and known is not None and known[0] == stamp:
            return known[1]
        try:
            source = Source(name, read_within(root, Path(path), LARGEST_FILE))
        except OSError as error:
            return Source(name, b"", error.strerror or str(error))
        self._known[path] = stamp, source
        return source


def _is_read(entry: Entry) -> bool:
    return bool(entry.fault) or entry.path.endswith(_READ)


def read_volumes(root: Path) -> set[str]:
    """Paths of the files beside the records that earlier builds made for the README.

    One that bears no seal is somebody's own.
    """
    return {
        path.relative_to(root).as_posix()
        for path in root.glob(VOLUMES)
        if is_intact(_read(root, path).decode(errors="replace")) is not None
    }


def today() -> dt.date:
    """The day it is, in UTC, so that all machines agree."""
    return dt.datetime.now(dt.UTC).date()


def read_theme(root: Path) -> Theme:
    """Read the list's own templates and static files."""
    folder = root / "templates"
    if folder.is_symlink():
        raise AwesomeHeadsError(f"{folder} is a link", "put a folder in its place")
    return Theme(
        {
            path.relative_to(folder).as_posix(): _read(root, path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }
    )


def read_optional(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is no file."""
    return _read(path.parent, path) if path.is_file() else None


def _read(root: Path, path: Path) -> bytes:
    try:
        data = read_within(root, path, LARGEST_READ)
    except OSError as error:
        raise AwesomeHeadsError(f"{path} cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_READ:
        raise AwesomeHeadsError(f"{path} has more than {LARGEST_READ:,} bytes", "shorten it")
    return data
