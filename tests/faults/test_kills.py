"""Commands that are killed while they write: their files are all old or all new in the end."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.cases import CASES
from tests.faults.killing import kill_often, make_ready

# `make faults` kills more often, and writes a table of what it saw.
KILLS = 6


@pytest.mark.parametrize("name", CASES)
def test_a_kill_leaves_the_old_or_the_new(tmp_path: Path, name: str) -> None:
    """The next command finds or makes one of the two, and the same command then completes."""
    bench = make_ready(name, tmp_path)
    assert bench.old != bench.new
    seen = list(kill_often(bench, tmp_path, KILLS, random.Random(7)))  # noqa: S311 -- no secret
    assert {each.recovered for each in seen} <= {"old", "new"}, Counter(seen)
    assert all(each.completed for each in seen), Counter(seen)
