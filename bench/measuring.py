"""Commands measured as whole processes: time, and the memory that all of them hold."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

_PROC = Path("/proc")
# How often the memory of a command is looked at.
_PAUSE = 0.02
# Of a line of /proc/PID/stat, after the program's name in parentheses.
_SESSION = 3


class Run(NamedTuple):
    """Seconds of one run: by the clock, and of all its processes on all processors."""

    wall: float
    cpu: float


def timed(command: Sequence[str]) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: It did not end well.
    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = _started(command, said.fileno())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        _look_at_end(process, said)
    return Run(wall, used.ru_utime + used.ru_stime)


def peak_memory(command: Sequence[str]) -> int | None:
    """The most bytes that a command's processes held together, or None where nobody counts them.

    Twenty milliseconds apart, the `Pss` of all processes of the command's session are summed up:
    memory that processes share is counted once, files in memory are not counted. That slows the
    command down, so this run is not timed.
    """
    if not (_PROC / "self/smaps_rollup").exists():
        return None
    with tempfile.TemporaryFile() as said:
        process = _started(command, said.fileno())
        most = 0
        while process.poll() is None:
            most = max(most, sum(_held(each) for each in _session(process.pid)))
            time.sleep(_PAUSE)
        _look_at_end(process, said)
    return most


def _started(command: Sequence[str], said: int) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 -- our own words
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        start_new_session=True,
    )


def _look_at_end(process: "subprocess.Popen[bytes]", said: IO[bytes]) -> None:
    if process.returncode:
        said.seek(0)
        words = said.read().decode(errors="replace")
        raise RuntimeError(f"{process.args!r} ended with {process.returncode}\n{words[-2000:]}")


def _session(leader: int) -> Iterator[int]:
    """The processes that a command started, and itself."""
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            try:
                fields = (folder / "stat").read_text(errors="replace").rpartition(") ")[2].split()
            except OSError:  # it has ended since
                continue
            if int(fields[_SESSION]) == leader:
                yield int(folder.name)


def _held(process: int) -> int:
    """Bytes of a process, its share of what it has in common with others."""
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)
