"""Runs the tests of a mutant, in a process forked from one that has imported all but ours."""

import os
import shutil
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
from choosing import Chosen
from reach import QUIET, TESTS

KILLED, SURVIVED, TIMED_OUT = "killed", "survived", "timed out"
# Seconds before a mutant counts as one that never ends. Its tests take ten where nobody else works.
PATIENCE = 60
# pytest runs again where its plugins are imported already; it need not rewrite what they assert.
AGAIN = (*QUIET, "-W", "ignore::pytest.PytestAssertRewriteWarning")
PASSED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


@dataclass(frozen=True)
class Mutant:
    """One change of the program: where, what differs, and the whole text of the changed file."""

    path: str
    line: int
    diff: list[str]
    text: str


def enter(measured: Path) -> None:
    """Make this process ready to judge: in a copy of its own, with everything imported but ours."""
    folder = measured.with_name(str(os.getpid()))
    shutil.copytree(measured, folder, symlinks=True)
    os.chdir(folder)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(folder / "src"), str(folder)]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    # A mutant has failed with the first example that shows it, and may be slow.
    hypothesis.settings.register_profile(
        "mutants",
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    )
    hypothesis.settings.load_profile("mutants")
    run_quietly([*AGAIN, "--collect-only", *(f"tests/{each}" for each in TESTS)])
    for name, module in list(sys.modules.items()):
        if str(getattr(module, "__file__", None)).startswith(f"{folder}{os.sep}"):
            del sys.modules[name]


def run_quietly(arguments: list[str], *plugins: object) -> int:
    """Run pytest in this process without a word."""
    kept, nowhere = [os.dup(1), os.dup(2)], os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    code = pytest.main(arguments, plugins=plugins)
    for stream, old in zip((1, 2), kept, strict=True):
        os.dup2(old, stream)
        os.close(old)
    os.close(nowhere)
    return code


def judge(mutant: Mutant, tests: list[str]) -> str:
    """Put a mutant into this process's copy, run its tests, and put back what was there."""
    path = Path(mutant.path)
    text, times = path.read_bytes(), path.stat()
    path.write_text(mutant.text, encoding="utf-8")
    try:
        return outcome_of(tests)
    finally:
        path.write_bytes(text)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def outcome_of(tests: list[str]) -> str:
    """Run tests until one fails, in a process of their own that may take some time only."""
    if not tests:
        return SURVIVED
    files = sorted({test.partition("::")[0] for test in tests})
    child = os.fork()
    if not child:
        os.setsid()
        os._exit(run_quietly([*AGAIN, "-x", *files], Chosen(tests)))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return SURVIVED if os.waitstatus_to_exitcode(status) in PASSED else KILLED
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return TIMED_OUT
