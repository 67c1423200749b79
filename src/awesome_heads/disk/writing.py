"""Outputs written so that nobody ever sees half a file.

A file is written beside its place and then renamed over it. A folder of outputs holds a manifest
of what was made there; only those files are ever removed or replaced.
"""

import json
import os
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.render import Output

MANIFEST = ".awesome-heads.json"
_PART = ".awesome-heads-part"
_FEW = 5


class Changes(NamedTuple):
    """What writing did: paths of files made or replaced, and of files removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def append(path: Path, text: str) -> None:
    """Add text at the end of a file that another program reads."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise AwesomeHeadsError(f"{path} cannot be written: {error.strerror}") from error


def write_files(root: Path, outputs: Iterable[Output], known: Collection[str] = ()) -> Changes:
    """Write files into a folder that also holds others; files already right are left alone.

    Of the files that an earlier build made, the `known` ones, those no longer made are removed.
    """
    made = {output.path: output for output in outputs}
    written = tuple(path for path, output in made.items() if _write(root, output))
    left = sorted(path for path in known if path not in made)
    return Changes(written, tuple(path for path in left if _remove(root, path)))


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
    _clear_way(folder, known, outputs.keys())
    written = tuple(output.path for output in outputs.values() if _write(folder, output))
    removed = tuple(sorted(path for path in known - outputs.keys() if _remove(folder, path)))
    _write_manifest(folder, set(outputs))
    return Changes(written, removed)


def _clear_way(folder: Path, known: set[str], wanted: Iterable[str]) -> None:
    """Remove what a killed build left half-written, and files that stand where a folder must."""
    for part in folder.rglob(f"*{_PART}"):
        part.unlink()
    names = set(wanted)
    folders = {parent.as_posix() for name in names for parent in PurePosixPath(name).parents}
    for path in known - names:
        above = {parent.as_posix() for parent in PurePosixPath(path).parents}
        if path in folders or above & names:
            _remove(folder, path)


def made_files(folder: Path) -> set[str]:
    """Paths that earlier builds made in a folder, by its manifest."""
    return {path for path in _manifest(folder) if (folder / path).is_file()}


def _manifest(folder: Path) -> set[str]:
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        paths = content["files"]
        return {path for path in paths if isinstance(path, str) and _is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()


def _is_inside(path: str) -> bool:
    parts = Path(path).parts
    return bool(parts) and not Path(path).is_absolute() and not {"..", "\0"} & {*parts, *path}


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
