"""Commands run, killed, and judged by what is left of their list.

A run is a process of its own, forked from one that has imported the program already, so that a
kill at a random moment meets the command's own work.
"""

import math
import os
import random
import shutil
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from awesome_heads import cli
from tests.faults.cases import CASES, FORKING, Case
from tests.lists import SITE, tree

HANG = 60
# What Python tells of before it does it, as far as it changes what is on the disk.
_WRITING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
SAID, _COUNT = "said", "steps"
_PARTS = (".awesome-heads-part", ".part")


class Bench(NamedTuple):
    """A case made ready.

    Attributes:
        case: The command.
        before: A list to copy and run it in.
        old: Its files that matter.
        new: The same files after the command.
        seconds: How long it took.
        steps: How often it changed the disk.
    """

    case: Case
    before: Path
    old: dict[str, bytes]
    new: dict[str, bytes]
    seconds: float
    steps: int


class Seen(NamedTuple):
    """What a kill left, and what the next command made of it: `old`, `new` or `mixed`."""

    killed: str
    recovered: str
    staged: bool
    completed: bool


def files(root: Path) -> dict[str, bytes]:
    """Every file of a list but caches, and the manifest, which may name more than is there."""
    return {
        path: data
        for path, data in tree(root).items()
        if not path.startswith(".cache/") and path != f"{SITE}/.awesome-heads.json"
    }


def leftovers(root: Path) -> list[str]:
    """What is staged in a list, its cache included."""
    return [path for path in tree(root) if path.endswith(_PARTS)]


def said_once(said: str, reason: str) -> bool:
    """Whether a failure is told in one line, with a path and why."""
    told = [line for line in said.splitlines() if line.startswith("error: ")]
    return len(told) == 1 and reason in told[0] and "/" in told[0] and "Traceback" not in said


def fork(
    root: Path,
    arguments: tuple[str, ...],
    most: float = math.inf,
    sign: signal.Signals = signal.SIGKILL,
) -> int:
    """Run a command in a process of its own, and give its id; what it says goes beside the list.

    Args:
        root: The list's folder, which is the working directory too.
        arguments: The command line.
        most: After how many changes of the disk it gets a signal.
        sign: Which one.
    """
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        process = os.fork()  # threads of the test's process touch nothing that is used there
    if process:
        return process
    try:
        os.setpgrp()
        os.chdir(root)
        with (root.parent / SAID).open("w") as said:
            sys.stdout = sys.stderr = said
            sys.argv[1:] = arguments
            steps = _Steps(most, sign)
            sys.addaudithook(steps)
            try:
                cli.main()
            except SystemExit as ended:
                (root.parent / _COUNT).write_text(str(steps.done))
                said.flush()
                os._exit(int(ended.code or 0))
    finally:
        os._exit(99)


class _Steps:
    """Counts changes of the disk, and sends this process a signal before one too many."""

    def __init__(self, most: float, sign: signal.Signals) -> None:
        self.done = 0
        self._most = most
        self._sign = sign

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _WRITING or (event == "open" and _writes(arguments)):
            self.done += 1
            if self.done == self._most + 1:
                os.kill(os.getpid(), self._sign)


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


def wait(process: int) -> int:
    """Let a process end, and give its exit code, or minus the signal that ended it.

    Raises:
        TimeoutError: It does not end; it is killed.
    """
    latest = time.monotonic() + HANG
    while time.monotonic() < latest:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    raise TimeoutError(process)


def run(root: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in a process of its own to its end: its exit code, and what it said."""
    code = wait(fork(root, arguments))
    return code, (root.parent / SAID).read_text()


def make_ready(name: str, folder: Path) -> Bench:
    """Prepare a case, and run it once to its end."""
    case, before = (CASES | FORKING)[name], folder / "before"
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        case.prepare(before)
    after = Path(shutil.copytree(before, folder / "after"))
    started = time.monotonic()
    assert wait(fork(after, case.arguments)) == case.code
    seconds = time.monotonic() - started
    steps = int((folder / _COUNT).read_text())
    return Bench(case, before, files(before), files(after), seconds, steps)


def kill_often(bench: Bench, folder: Path, times: int, chance: random.Random) -> Iterator[Seen]:
    """Kill the command again and again: now at a random time, now before a random change."""
    for number in range(times):
        root = folder / "killed"
        shutil.copytree(bench.before, root)
        try:
            yield _kill(bench, root, chance, by_time=number % 2 == 0)
        finally:
            shutil.rmtree(root)


def _kill(bench: Bench, root: Path, chance: random.Random, *, by_time: bool) -> Seen:
    if by_time:
        process = fork(root, bench.case.arguments)
        time.sleep(chance.uniform(0, bench.seconds))
        os.kill(process, signal.SIGKILL)
    else:
        process = fork(root, bench.case.arguments, chance.randrange(bench.steps))
    wait(process)
    _wait_for_group(process)
    staged = _is_staged(root)
    killed = _state(bench, root)
    # A command that reads alone makes good what was cut off, before the same one runs again.
    wait(fork(root, ("schema", "paper")))
    recovered = "staged" if _is_staged(root) else _state(bench, root)
    wait(fork(root, bench.case.arguments))
    completed = _state(bench, root) == "new" and not leftovers(root)
    return Seen(killed, recovered, staged, completed)


def _wait_for_group(group: int) -> None:
    """Let what a killed process has forked end: it does as soon as it sees that it is alone."""
    latest = time.monotonic() + HANG
    with suppress(ProcessLookupError):
        while time.monotonic() < latest:
            os.killpg(group, 0)
            time.sleep(0.01)


def _is_staged(root: Path) -> bool:
    """Whether anything is staged but what the next writer to the cache sweeps away."""
    return any(not path.startswith(".cache/") for path in leftovers(root))


def _state(bench: Bench, root: Path) -> str:
    found = {path: data for path, data in files(root).items() if not path.endswith(_PARTS)}
    return {True: "old" if found == bench.old else "new"}.get(
        found in (bench.old, bench.new), "mixed"
    )
