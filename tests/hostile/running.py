"""The real command in a process of its own: bounded in memory, and measured."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.lists import command, unmeasured

MOST_MEMORY = 300  # MiB that the issue allows a run on hostile input
HANG = 60
# What a stuck or greedy process may take at all; address space is far more than what is used.
ADDRESS_SPACE = 2 << 30
# A child's peak begins with that of the process which started it, so a small one stands between.
_LAUNCHER = """
import ctypes, json, os, resource, sys
limit, command = int(sys.argv[1]), sys.argv[2:]
child = os.fork()
if not child:
    # Even root finds closed what is closed: it gives up reading and writing whatever it likes.
    # It ends with the process that started it, should that be stopped for waiting too long.
    system = ctypes.CDLL(None)
    system.prctl(1, 9, 0, 0, 0)
    for right in (1, 2):
        system.prctl(24, right, 0, 0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.execv(command[0], command)
_, status, used = os.wait4(child, 0)
busy = used.ru_utime + used.ru_stime
told = [os.waitstatus_to_exitcode(status), busy, used.ru_maxrss / 1024]
os.write(3, json.dumps(told).encode())
"""


class Run(NamedTuple):
    """What a command did: exit code, all that it said, processor's seconds, MiB at its peak."""

    code: int
    said: str
    seconds: float
    peak: float


def run(root: Path, *arguments: str) -> Run:
    """Run `awesome-heads` on a list; a run that hangs raises subprocess.TimeoutExpired.

    Args:
        root: The list's folder.
        arguments: The command and its options.
    """
    program = [*command(*arguments), "--root", str(root)]
    told = root.parent / "told.json"
    with told.open("wb") as file:
        ended = subprocess.run(
            [
                "/bin/sh",
                "-c",
                'exec "$@" 3>"$0"',
                str(told),
                sys.executable,
                "-S",
                "-c",
                _LAUNCHER,
                str(ADDRESS_SPACE),
                *program,
            ],
            capture_output=True,
            check=False,
            timeout=HANG,
            env=unmeasured(),
        )
        del file
    code, seconds, peak = json.loads(told.read_bytes())
    return Run(code, (ended.stdout + ended.stderr).decode(errors="backslashreplace"), seconds, peak)
