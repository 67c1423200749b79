"""A log of what a command is writing, by which the next one finishes or undoes what was cut off.

New files are staged beside their places first, and moved there once all are staged. The log names
them from before the first is staged until the last is moved, and tells which of the two it is: what
was being staged is undone, what was being moved is finished. Either can be done again and again.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from awesome_heads.disk.manifest import is_path, read_manifest, write_manifest
from awesome_heads.disk.memory import CACHE, Memory
from awesome_heads.disk.opening import is_inside
from awesome_heads.disk.staging import discard, failure, is_staged, remove, settle

State = Literal["staging", "moving"]
_NAME = "unfinished.json"


class Step(NamedTuple):
    """What becomes of a folder.

    Attributes:
        folder: The folder.
        moved: Paths in it of files that are staged.
        removed: Paths of files that go.
        is_whole: Whether it has a manifest, and holds nothing else.
    """

    folder: Path
    moved: Sequence[str] = ()
    removed: Sequence[str] = ()
    is_whole: bool = False


class Log:
    """The log of a list; where it cannot be kept from the beginning, there is none."""

    def __init__(self, root: Path | None) -> None:
        """Take the list's folder; None keeps no log."""
        self._root = root
        self._path = root / CACHE / _NAME if root else None
        if root and not is_inside(root, root / CACHE):
            self._path = None
        self._is_begun = False

    def note(self, state: State, steps: Sequence[Step]) -> None:
        """Write what is being done now, in place of what was before.

        Raises:
            AwesomeHeadsError: It could be written at first, and cannot any longer.
        """
        if self._path is None or self._root is None:
            return
        told = [(_way(self._root, each.folder), *each[1:]) for each in steps]
        part = self._path.with_suffix(".part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"version": 1, "state": state, "steps": told}))
            part.replace(self._path)
        except OSError as error:
            if self._is_begun:
                raise failure(self._path, "written", error) from error
            self._path = None
        finally:
            with suppress(OSError):
                part.unlink()
        self._is_begun = True

    def end(self) -> None:
        """Forget it: all is done, or undone."""
        if self._path is not None and self._root is not None:
            with suppress(OSError):
                self._path.unlink()
                self._path.parent.rmdir()
                self._path.parent.parent.rmdir()

    def read(self) -> tuple[State, list[Step]] | None:
        """What was being done when a command was cut off; None where nothing was."""
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            found = json.loads(self._path.read_bytes()) if self._path else {}
            if found["version"] == 1 and found["state"] in {"staging", "moving"}:
                return found["state"], [self._step(*each) for each in found["steps"]]
        return None

    def _step(self, folder: str, moved: list[str], removed: list[str], whole: object) -> Step:
        if self._root is None or not all(map(is_path, (*moved, *removed))):
            raise ValueError(folder)
        place = Path(os.path.normpath(self._root / folder))
        folders = {(place / path).parent for path in (*moved, *removed)}
        if not all(is_inside(place, each) for each in folders):
            raise ValueError(folder)
        return Step(place, moved, removed, is_whole=bool(whole))


def _way(root: Path, folder: Path) -> str:
    """How a folder is found from the list's, so that both may be elsewhere by the next command."""
    with suppress(ValueError):  # from one drive of Windows to another there is no way
        return os.path.relpath(folder, root)
    return str(folder)


def carry_out(steps: Sequence[Step]) -> Iterator[str]:
    """Move and remove what is to be; yields each path as it is done.

    Raises:
        AwesomeHeadsError: A file cannot be moved or removed.
    """
    for step in steps:
        for path in step.moved:
            settle(step.folder, path)
            yield path
        for path in step.removed:
            if remove(step.folder, path):
                yield path
        if step.is_whole and step.removed:
            write_manifest(step.folder, read_manifest(step.folder) - set(step.removed))


def left_of(steps: Sequence[Step]) -> list[Step]:
    """The same steps, without the files that have been moved already."""
    return [
        each._replace(moved=[path for path in each.moved if is_staged(each.folder, path)])
        for each in steps
    ]


def undo(steps: Sequence[Step]) -> None:
    """Remove all that is staged."""
    for step in steps:
        discard(step.folder, step.moved)


def is_unfinished(root: Path) -> bool:
    """Whether a command was cut off while it wrote into a list, or is writing now."""
    return (root / CACHE / _NAME).exists()


def recover(root: Path) -> None:
    """Finish or undo what a command was doing when it was cut off; nobody may be writing.

    Raises:
        AwesomeHeadsError: It cannot be finished, because a file cannot be moved or removed.
    """
    if not is_inside(root, root / CACHE):
        return
    for part in (root / CACHE).glob("*.part"):
        with suppress(OSError):
            part.unlink()
    log = Log(root)
    found = log.read()
    if found is not None:
        state, steps = found
        if state == "moving":
            for _ in carry_out(left_of(steps)):
                pass
            Memory(root).forget("build-*")  # what that build kept is of the one before
        else:
            undo(steps)
    log.end()
