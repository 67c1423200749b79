"""What builds made in a folder of outputs: only those files are ever removed or replaced."""

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from awesome_heads.disk.staging import files_below, settle, stage
from awesome_heads.errors import UsageError
from awesome_heads.render import Output

MANIFEST = ".awesome-heads.json"
_FEW = 5


def made_files(folder: Path) -> set[str]:
    """Paths that earlier builds made in a folder, by its manifest."""
    return read_manifest(folder) & files_below(folder)


def read_manifest(folder: Path) -> set[str]:
    """Paths of files that builds made or were about to make; empty where none can be read."""
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        return {path for path in content["files"] if is_path(path)}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()


def write_manifest(folder: Path, paths: Iterable[str]) -> None:
    """Name files as made by a build.

    Raises:
        AwesomeHeadsError: The manifest cannot be written.
    """
    content = json.dumps({"version": 1, "files": sorted(paths)}, indent=0)
    if stage(folder, Output(MANIFEST, f"{content}\n".encode())):
        settle(folder, MANIFEST)


def refuse_foreign(folder: Path, known: Collection[str]) -> None:
    """Make sure that a folder holds nothing but what builds made.

    Raises:
        UsageError: It holds something else.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", "name another one with --out DIR")
    foreign = sorted(files_below(folder) - set(known) - {MANIFEST})
    if foreign:
        shown = ", ".join(foreign[:_FEW]) + (", ..." if len(foreign) > _FEW else "")
        raise UsageError(
            f"{folder} holds files that no build made: {shown}",
            "name an empty folder with --out DIR, or move those files away",
        )


def is_path(path: object) -> bool:
    """Whether what a file says is a path that stays in its folder."""
    if not isinstance(path, str):
        return False
    parts = path.replace("\\", "/").split("/")
    return all(parts) and ":" not in parts[0] and not {"..", "\0"} & {*parts, *path}
