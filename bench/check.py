"""How long `check` takes, as a multiple of reading and validating the same records.

Usage: python bench/check.py [PAPERS] [ROUNDS]
"""

import datetime as dt
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fabricate import write_list

from awesome_heads import checks, project

TODAY = dt.date(2027, 6, 1)


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Measure in turns, so that what else the machine does weighs on both alike."""
    papers, rounds = (int(each) for each in [*sys.argv[1:], "10000", "5"][:2])
    with tempfile.TemporaryDirectory() as folder:
        root = write_list(Path(folder), papers)
        reading, checking = [], []
        for _ in range(rounds):
            reading.append(seconds(lambda: project.read(root, TODAY)))
            checking.append(seconds(lambda: checks.run(project.read(root, TODAY))))
    ratios = [whole / part for whole, part in zip(checking, reading, strict=True)]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    print(f"{papers:,} records, {rounds} rounds, {python}, {len(checks.RULES)} rules")
    print(f"read and validate  {statistics.median(reading):.2f} s")
    print(f"check, every rule  {statistics.median(checking):.2f} s")
    print(
        f"ratio              {statistics.median(ratios):.2f}  (each round: "
        f"{', '.join(f'{each:.2f}' for each in ratios)})"
    )


if __name__ == "__main__":
    main()
