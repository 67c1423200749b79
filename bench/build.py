"""How long builds take beside Hugo's, on the same made-up records and the same kinds of output.

Usage: python bench/build.py [SIZE...] [--rounds N] [--folder DIR] [--once]

Both build in turns, and every ratio is that of one round: what else the machine does weighs on both
alike. Medians are printed, kept in `bench/figures.json` and told in `docs/performance.md`.

With `--once`, for sizes at which Hugo takes long and fills the memory, Hugo builds a single time.
It has one command for every situation, so that time stands for all of them; what both need of
memory is seen in the timed builds, at longer intervals; and only the situations that have a target
are measured.
"""

import argparse
import datetime as dt
import os
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import performance
import waiting
from measuring import Run, timed
from output_kinds import counted
from sides import PROGRAM, Pair, hugo_program

# Seconds between two looks at the memory: in a run of its own, and in one that is timed as well.
_OFTEN, _SELDOM = 0.02, 1.0
# In memory, so that no disk is measured.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 -- each run makes a folder of its own there
_ROUNDS = {100: 9, 1_000: 5, 10_000: 3}
_STARTS = 15
_WAITS = 5


def main() -> None:
    """Measure each size, and write down what was found as soon as it is."""
    asked = _asked()
    # Set in many containers; whoever installed the program has its bytecode.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(performance.machine())
    hugo = hugo_program()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
            pair = Pair(Path(folder), size, hugo)
            rounds = 1 if asked.once else asked.rounds or _ROUNDS.get(size, 1)
            print(f"\n{size:,} papers, {rounds} rounds", flush=True)
            figures: dict[str, object] = {
                "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
                "rounds": rounds,
                "machine": performance.machine(),
                "hugo": _version(hugo),
            }
            for measured in _measured(pair, rounds, once=asked.once):
                figures |= measured
                performance.keep(size, figures)


def _measured(pair: Pair, rounds: int, *, once: bool) -> Iterator[dict[str, object]]:
    """All that is measured of one size, piece by piece, so that nothing found is lost."""
    found = _once(pair) if once else _often(pair, rounds)
    yield {**found, "files": [counted(side.out, side.files_beside()) for side in pair.sides]}
    yield {**_alone(pair, rounds)}
    yield _waits(pair)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(_ROUNDS), metavar="SIZE")
    parser.add_argument("--rounds", type=int, help="how often each is measured")
    parser.add_argument("--once", action="store_true", help="have Hugo build a single time")
    in_memory = str(_IN_MEMORY) if _IN_MEMORY.is_dir() else None
    parser.add_argument("--folder", default=in_memory, help="where to; in memory, where it can be")
    return parser.parse_args()


def _once(pair: Pair) -> dict[str, object]:
    """A cold build of both with their memory, and what each situation costs ours afterwards."""
    cold = [timed(side.build, _SELDOM) for side in pair.sides]
    builds = {"cold": _compared(*([run] for run in cold))}
    print(performance.line("cold", builds["cold"]), flush=True)
    for name, edit in _edits(pair).items():
        edit(0)
        builds[name] = _compared([timed(pair.ours.build)], [cold[1]])
        print(performance.line(name, builds[name]), flush=True)
    return {"builds": builds, "memory": _told([run.memory for run in cold])}


def _often(pair: Pair, rounds: int) -> dict[str, object]:
    """Every situation by medians, and then the memory of a cold build of each."""
    builds = dict(_builds(pair, rounds))
    memory = []
    for side in pair.sides:
        side.clear()
        memory.append(timed(side.build, _OFTEN).memory)
    return {"builds": builds, "memory": _told(memory)}


def _told(memory: list[int | None]) -> list[int | None]:
    print("memory", *(f"{(each or 0) >> 20} MiB" for each in memory), flush=True)
    return memory


def _builds(pair: Pair, rounds: int) -> Iterator[tuple[str, dict[str, float]]]:
    """Each situation in which people build, and what it costs both sides."""
    situations: dict[str, Callable[[int], None]] = {"cold": lambda _: None, **_edits(pair)}
    for name, edit in situations.items():
        runs: tuple[list[Run], list[Run]] = ([], [])
        for turn in range(rounds):
            edit(turn)
            for side, found in zip(pair.sides, runs, strict=True):
                if name == "cold":
                    side.clear()
                found.append(timed(side.build))
        told = _compared(*runs)
        print(performance.line(name, told), flush=True)
        yield name, told


def _edits(pair: Pair) -> dict[str, Callable[[int], None]]:
    """What is done before a build, by what the situation is called."""
    return {
        "nothing": pair.edit_nothing,
        "record": pair.edit_record,
        "tag": pair.rename_tag,
        "template": pair.edit_template,
    }


def _compared(ours: list[Run], hugo: list[Run]) -> dict[str, float]:
    """Medians of both, and of the ratios of each round."""
    both = list(zip(ours, hugo, strict=True))
    ratios = [one.wall / other.wall for one, other in both]
    return {
        "ours": statistics.median(run.wall for run in ours),
        "hugo": statistics.median(run.wall for run in hugo),
        "ratio": statistics.median(ratios),
        "lowest": min(ratios),
        "highest": max(ratios),
        "cpu": statistics.median(one.cpu / other.cpu for one, other in both),
    }


def _alone(pair: Pair, rounds: int) -> dict[str, float]:
    """What Hugo has no command for: every rule on every record, and whether the site is stale."""
    root, out = str(pair.ours.source), str(pair.ours.out)
    commands = {
        "check": (PROGRAM, "check", "--root", root),
        "compare": (PROGRAM, "build", "--check", "--root", root, "--out", out),
    }
    found = {
        name: statistics.median(timed(command).wall for _ in range(rounds))
        for name, command in commands.items()
    }
    print(f"check {found['check']:.2f} s, build --check {found['compare']:.2f} s", flush=True)
    return found


def _waits(pair: Pair) -> dict[str, object]:
    ours, bare = waiting.start(_STARTS)
    found = {
        "start": [ours, bare],
        "check one": waiting.check_one(pair, _WAITS),
        "reload": waiting.reload(pair, _WAITS),
    }
    print(
        f"--version {ours * 1000:.0f} ms, bare Python {bare * 1000:.0f} ms; one record checked "
        f"{found['check one']:.2f} s; saved to reloaded {found['reload']:.2f} s",
        flush=True,
    )
    return found


def _version(hugo: str) -> str:
    said = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True)  # noqa: S603 -- our own words
    return said.stdout.split("-")[0].removeprefix("hugo v")


if __name__ == "__main__":
    main()
