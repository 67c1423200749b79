"""One writer at a time: whoever writes into a list holds a lock, which ends with its process.

The lock is the system's own, on an open file below `.cache/`. Processes that a build forks hold it
with it, so that one which outlives the build is waited for as well. The file itself means nothing,
and goes when the lock does.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import lock_descriptor

from awesome_heads.disk.memory import CACHE
from awesome_heads.disk.opening import is_inside
from awesome_heads.disk.unfinished import Log, recover

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def lock(root: Path, wait: Callable[[], object] = bool) -> Iterator[None]:
    """Be the only process that writes into a list; what another was writing is made good first.

    Where no lock can be had there is none: in a list that is read-only nobody writes, and a system
    without locks is no reason to do nothing.

    Args:
        root: The list's folder.
        wait: Is called if another process has the lock, before it is waited for.

    Raises:
        AwesomeHeadsError: What a command was writing when it was cut off cannot be finished.
    """
    path = root / CACHE / "lock"
    handle = _take(path, wait) if is_inside(root, path.parent) else None
    try:
        recover(root)
        yield
    finally:
        if handle is not None:
            _give_back(path, handle)


def make_good(root: Path, wait: Callable[[], object] = bool) -> None:
    """Finish or undo what a command was writing when it was cut off, before the list is read.

    A command that is still at it is waited for only while it moves files to their places.

    Args:
        root: The list's folder.
        wait: Is called before a command is waited for.

    Raises:
        AwesomeHeadsError: It cannot be finished.
    """
    found = Log(root).read()
    if found is None or (found[0] == "staging" and _is_held(root / CACHE / "lock")):
        return
    with lock(root, wait):
        return


def _is_held(path: Path) -> bool:
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not lock_descriptor(handle, blocking=False)
    except OSError:
        return False
    finally:
        os.close(handle)


def _take(path: Path, wait: Callable[[], object]) -> int | None:
    """Have the lock on the file of this path; None where that is not possible."""
    while True:
        handle = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, _FLAGS, 0o666)
            if not lock_descriptor(handle, blocking=False):
                wait()
                wait = bool
                lock_descriptor(handle)
            # Whoever had it has removed the file, and a third process may have made it anew.
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
            os.close(handle)
        except FileNotFoundError:
            _close(handle)
        except OSError:
            _close(handle)
            return None


def _close(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)


def _give_back(path: Path, handle: int) -> None:
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()
        path.parent.parent.rmdir()
    os.close(handle)
