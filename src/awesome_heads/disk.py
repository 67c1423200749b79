"""The file system: everything that is read, and everything that is written.

A file is written beside its place and then renamed over it, so that whoever reads it sees the old
or the new content. A folder of outputs holds a manifest of what was made there; only those files
are ever removed or replaced.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import NamedTuple

import watchfiles

from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.records import Source
from awesome_heads.render import Output, Theme

SETTINGS = "list.yaml"
MANIFEST = ".awesome-heads.json"
_PART = ".awesome-heads-part"
_FEW = 5


class Changes(NamedTuple):
    """What writing did: paths of files made or replaced, and of files removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds a list.

    Raises:
        UsageError: There is none.
    """
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise UsageError(
        f"no {SETTINGS} in {start} or any folder above it",
        "change into a list's folder, or name one with --root DIR",
    )


def read_source(root: Path, path: str) -> Source:
    """Read one file of the list; `path` is relative to the root, with forward slashes."""
    return Source(path, _read(root / path))


def read_records(root: Path) -> Iterator[Source]:
    """Read every record, in the order of their paths."""
    yield from _read_yaml(root, "papers", "*/*.yaml")


def read_vocabularies(root: Path) -> Iterator[Source]:
    """Read every vocabulary, in the order of their paths."""
    yield from _read_yaml(root, "taxonomy", "*.yaml")


def misplaced_records(root: Path) -> Iterator[str]:
    """Paths below `papers/` that no command would read, though they look like records."""
    for path in sorted((root / "papers").rglob("*")):
        relative = path.relative_to(root)
        is_record = path.suffix == ".yaml" and len(relative.parts) == len(("papers", "year", "id"))
        if path.suffix in {".yaml", ".yml"} and not is_record:
            yield relative.as_posix()


def _read_yaml(root: Path, folder: str, pattern: str) -> Iterator[Source]:
    for path in sorted((root / folder).glob(pattern)):
        yield Source(path.relative_to(root).as_posix(), _read(path))


def read_theme(root: Path) -> Theme:
    """Read the list's own templates and static files."""
    folder = root / "templates"
    return Theme(
        {
            path.relative_to(folder).as_posix(): _read(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }
    )


def watch(root: Path, stop: Event) -> Iterator[None]:
    """Yield whenever something changed that a build reads, until `stop` is set."""
    for _ in watchfiles.watch(root, watch_filter=_Inputs(root), stop_event=stop, debounce=100):
        yield


class _Inputs(watchfiles.DefaultFilter):
    """Lets through what a build reads: records, vocabularies, templates, settings, citation."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root.resolve()

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        if not super().__call__(change, path):
            return False
        parts = Path(path).relative_to(self._root).parts
        return parts[0] in {"papers", "taxonomy", "templates", SETTINGS} or parts[0].endswith(
            ".bib"
        )


def read_optional(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is no file."""
    return _read(path) if path.is_file() else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise AwesomeHeadsError(f"{path} cannot be read: {error.strerror}") from error


def write_files(root: Path, outputs: Iterable[Output]) -> Changes:
    """Write files into a folder that also holds others; files already right are left alone."""
    return Changes(tuple(output.path for output in outputs if _write(root, output)), ())


def write_folder(folder: Path, outputs: Mapping[str, Output]) -> Changes:
    """Make a folder hold exactly these outputs.

    Files already right are left alone, and those of an earlier build that are no longer made are
    removed. The manifest names old and new files while they are written, so that a build that was
    cut off can be taken up by the next one.

    Raises:
        UsageError: The folder holds files that no build made.
    """
    known = _manifest(folder)
    _refuse_foreign(folder, known)
    _write_manifest(folder, known | outputs.keys())
    written = tuple(output.path for output in outputs.values() if _write(folder, output))
    removed = tuple(sorted(path for path in known - outputs.keys() if _remove(folder, path)))
    _write_manifest(folder, set(outputs))
    return Changes(written, removed)


def made_files(folder: Path) -> set[str]:
    """Paths that earlier builds made in a folder, by its manifest."""
    return {path for path in _manifest(folder) if (folder / path).is_file()}


def _manifest(folder: Path) -> set[str]:
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        paths = content["files"]
        return {path for path in paths if isinstance(path, str) and _is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _is_inside(path: str) -> bool:
    parts = Path(path).parts
    return bool(parts) and not Path(path).is_absolute() and ".." not in parts


def _write_manifest(folder: Path, paths: Iterable[str]) -> None:
    content = json.dumps({"version": 1, "files": sorted(paths)}, indent=0)
    _write(folder, Output(MANIFEST, f"{content}\n".encode()))


def _refuse_foreign(folder: Path, known: set[str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", "name another one with --out DIR")
    foreign = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if not path.is_dir()
        and path.relative_to(folder).as_posix() not in known | {MANIFEST}
        and not path.name.endswith(_PART)
    )
    if foreign:
        shown = ", ".join(foreign[:_FEW]) + (", ..." if len(foreign) > _FEW else "")
        raise UsageError(
            f"{folder} holds files that no build made: {shown}",
            "name an empty folder with --out DIR, or move those files away",
        )


def _write(folder: Path, output: Output) -> bool:
    path = folder / output.path
    try:
        if path.is_file() and path.read_bytes() == output.data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, output.data)
    except OSError as error:
        raise AwesomeHeadsError(f"{path} cannot be written: {error.strerror}") from error
    return True


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions a plain new file would have, or those of the file that is there."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _remove(folder: Path, path: str) -> bool:
    target = folder / path
    with suppress(OSError):
        target.unlink()
        for parent in target.parents:
            if parent == folder:
                break
            parent.rmdir()
        return True
    return not target.exists()
