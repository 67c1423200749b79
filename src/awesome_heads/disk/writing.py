"""Files and folders of outputs written as a whole.

A folder of outputs holds a manifest of what was made there; only those files are ever removed or
replaced. Whatever fails or interrupts a build before its last file is rendered leaves the old
files as they were.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from awesome_heads.disk.opening import is_inside
from awesome_heads.disk.sharing import share
from awesome_heads.disk.staging import discard, files_below, settle, stage
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.render import Output

MANIFEST = ".awesome-heads.json"
_FEW = 5

Track = Callable[[Sequence[str]], Iterable[str]]


class Changes(NamedTuple):
    """What writing did: paths of files made or replaced, and of files removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]

    def and_of(self, other: "Changes") -> "Changes":
        """These and those of another place."""
        return Changes(self.written + other.written, self.removed + other.removed)


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

    Raises:
        AwesomeHeadsError: A link would lead one of them out of the folder, or writing fails.
    """
    made = {output.path: output for output in outputs}
    _require_inside(root, made)
    with _staged(root, made, tuple(made), 1, iter) as written:
        for path in written:
            settle(root, path)
    left = sorted(path for path in known if path not in made)
    return Changes(written, tuple(path for path in left if _remove(root, path)))


def _require_inside(root: Path, paths: Iterable[str]) -> None:
    for folder in {(root / path).parent for path in paths}:
        if not is_inside(root, folder):
            raise AwesomeHeadsError(f"{folder} leads out of {root}", "put a folder in its place")


def write_folder(
    folder: Path,
    outputs: Mapping[str, Output],
    jobs: int = 1,
    track: Track = iter,
    fresh: Collection[str] = (),
) -> Changes:
    """Make a folder hold exactly these outputs.

    Files already right are left alone, and those of an earlier build that are no longer made are
    removed. The manifest names old and new files while they are written, so that a build that was
    cut off can be taken up by the next one.

    Args:
        folder: Where they go.
        outputs: What to write; each is looked up once, and may be made then.
        jobs: How many processes may look them up and write them.
        track: Hands the paths of this process through, so that progress can be shown.
        fresh: Paths of outputs that are there already, and need not be looked up.

    Raises:
        UsageError: The folder holds files that no build made.
    """
    known = _manifest(folder)
    _refuse_foreign(folder, known)
    for path in _in_the_way(known, outputs.keys()):
        _remove(folder, path)
    stale = tuple(path for path in outputs if path not in fresh)
    with _staged(folder, outputs, stale, jobs, track) as written:
        _write_manifest(folder, known | outputs.keys())
        for path in written:
            settle(folder, path)
    removed = tuple(sorted(path for path in known - outputs.keys() if _remove(folder, path)))
    _write_manifest(folder, outputs.keys())
    return Changes(written, removed)


@contextmanager
def _staged(
    root: Path, outputs: Mapping[str, Output], asked: Sequence[str], jobs: int, track: Track
) -> Iterator[tuple[str, ...]]:
    """Those of the paths asked that differ, staged, in order; failing leaves nothing staged."""

    def stage_some(paths: Iterable[str]) -> list[str]:
        return [path for path in paths if stage(root, outputs[path])]

    try:
        staged = set(share(stage_some, asked, jobs, track))
        yield tuple(path for path in asked if path in staged)
    except BaseException:
        discard(root, asked)
        raise


def _in_the_way(known: set[str], wanted: Collection[str]) -> Iterator[str]:
    """Old files that stand where a folder must, or below what is a file from now on."""
    names = set(wanted)
    folders = {above for path in names for above in _above(path)}
    for path in known - names:
        if path in folders or not names.isdisjoint(_above(path)):
            yield path


def _above(path: str) -> Iterator[str]:
    """The folders that a path leads through."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def made_files(folder: Path) -> set[str]:
    """Paths that earlier builds made in a folder, by its manifest."""
    return _manifest(folder) & files_below(folder)


def _manifest(folder: Path) -> set[str]:
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        paths = content["files"]
        return {path for path in paths if isinstance(path, str) and _is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()


def _is_inside(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return all(parts) and ":" not in parts[0] and not {"..", "\0"} & {*parts, *path}


def _write_manifest(folder: Path, paths: Iterable[str]) -> None:
    content = json.dumps({"version": 1, "files": sorted(paths)}, indent=0)
    write_files(folder, [Output(MANIFEST, f"{content}\n".encode())])


def _refuse_foreign(folder: Path, known: set[str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", "name another one with --out DIR")
    foreign = sorted(files_below(folder) - known - {MANIFEST})
    if foreign:
        shown = ", ".join(foreign[:_FEW]) + (", ..." if len(foreign) > _FEW else "")
        raise UsageError(
            f"{folder} holds files that no build made: {shown}",
            "name an empty folder with --out DIR, or move those files away",
        )


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
