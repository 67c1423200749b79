"""Commands that write are killed again and again, and what that leaves is counted.

    PYTHONPATH=. .venv/bin/python bench/faults.py [KILLS [COMMAND...]]

Every second kill comes at a random time, the others just before a random change of the disk, so
that the short while in which files are moved is met often enough. What is found at once may be
mixed; after the next command, one that only reads, all files are to be old or all new, and the
same command run again is to complete.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.faults.cases import CASES, FORKING
from tests.faults.killing import Seen, kill_often, make_ready

KILLS = 300
STATES = ("old", "mixed", "new")
HEAD = """\
| command | kills | found old, mixed, new | with files staged | then old, new | completed |
| --- | ---: | ---: | ---: | ---: | ---: |"""


def kill(name: str, times: int) -> list[Seen]:
    """Kill one command so many times, the same ones for the same number."""
    with tempfile.TemporaryDirectory() as folder:
        bench = make_ready(name, Path(folder))
        return list(kill_often(bench, Path(folder), times, random.Random(times)))  # noqa: S311


def line(name: str, seen: Sequence[Seen]) -> str:
    """A row of the table."""
    killed = Counter(each.killed for each in seen)
    recovered = Counter(each.recovered for each in seen)
    cells = (
        f"`{name}`",
        len(seen),
        ", ".join(str(killed[state]) for state in STATES),
        sum(each.staged for each in seen),
        f"{recovered['old']}, {recovered['new']}",
        sum(each.completed for each in seen),
    )
    return f"| {' | '.join(map(str, cells))} |"


def is_sound(each: Seen) -> bool:
    """Whether a kill did no harm."""
    return each.recovered in {"old", "new"} and each.completed


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where a kill left anything but the old or the new."""
    times = int(arguments[0]) if arguments else KILLS
    print(HEAD)
    sound = True
    for name in arguments[1:] or CASES | FORKING:
        seen = kill(name, times)
        print(line(name, seen), flush=True)
        sound = sound and all(map(is_sound, seen))
    return int(not sound)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
