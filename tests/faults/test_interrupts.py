"""Commands that are asked to end while they write: Ctrl+C, and what ends services."""

import random
import shutil
import signal
from pathlib import Path

import pytest

from tests.faults.cases import CASES
from tests.faults.killing import SAID, files, fork, leftovers, make_ready, wait

TIMES = 3


@pytest.mark.parametrize("name", CASES)
def test_an_interrupt_leaves_the_old_or_the_new(tmp_path: Path, name: str) -> None:
    """It is told in one line and by the exit code, and nothing is left for anyone to make good."""
    bench, chance = make_ready(name, tmp_path), random.Random(11)  # noqa: S311 -- no secret
    for sign, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        for step in chance.sample(range(bench.steps), TIMES):
            root = Path(shutil.copytree(bench.before, tmp_path / f"{sign.name}-{step}"))
            ended = wait(fork(root, bench.case.arguments, step, sign))
            told = (tmp_path / SAID).read_text().splitlines()
            assert (ended, told[-1:], step) == (code, ["Interrupted."], step)
            assert not [line for line in told if "Traceback" in line]
            assert files(root) in (bench.old, bench.new), step
            assert leftovers(root) == [], step
            assert not (root / ".cache/awesome-heads/unfinished.json").exists()
