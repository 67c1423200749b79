"""Commands measured as whole processes: time, and the memory that all of them hold."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

_PROC = Path("/proc")
# Of a line of /proc/PID/stat, after the program's name in parentheses.
_SESSION = 3


class Run(NamedTuple):
    """One run.

    Attributes:
        wall: Seconds by the clock.
        cpu: Seconds of all its processes on all processors.
        memory: The most bytes that its processes held together; None where nobody looked.
    """

    wall: float
    cpu: float
    memory: int | None = None


def timed(command: Sequence[str], pause: float | None = None) -> Run:
    """Run a command to its end.

    Args:
        command: The command.
        pause: Seconds between two looks at its memory; where it is None nobody looks. The `Pss`
            of all processes of the command's session are summed up: memory that processes share is
            counted once, files in memory are not counted. To look often slows the command down.

    Raises:
        RuntimeError: It did not end well.
    """
    looks = pause is not None and (_PROC / "self/smaps_rollup").exists()
    most = 0
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = _started(command, said.fileno())
        while not (ended := os.wait4(process.pid, os.WNOHANG if looks else 0))[0]:
            most = max(most, sum(_held(each) for each in _session(process.pid)))
            time.sleep(pause or 0)
        wall = time.perf_counter() - started
        _, status, used = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        _look_at_end(process, said)
    return Run(wall, used.ru_utime + used.ru_stime, most if looks else None)


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
