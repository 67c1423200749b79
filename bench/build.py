"""How long builds take beside Hugo's, on the same made-up records and the same kinds of output.

Usage: python bench/build.py [SIZE...] [--rounds N] [--folder DIR]

Both build in turns, and every ratio is that of one round: what else the machine does weighs on both
alike. Medians are printed, kept in `bench/figures.json` and told in `docs/performance.md`.
"""

import argparse
import datetime as dt
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import performance
import waiting
from measuring import Run, peak_memory, timed
from output_kinds import counted
from sides import PROGRAM, Pair, hugo_program

# In memory, so that no disk is measured.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 -- each run makes a folder of its own there
_ROUNDS = {100: 9, 1_000: 5, 10_000: 3}
_STARTS = 15
_WAITS = 5


def main() -> None:
    """Measure each size, and write down what was found as soon as it is."""
    asked = _asked()
    print(performance.machine())
    hugo = hugo_program()
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
            pair = Pair(Path(folder), size, hugo)
            rounds = asked.rounds or _ROUNDS.get(size, 1)
            print(f"\n{size:,} papers, {rounds} rounds", flush=True)
            figures = {
                "date": dt.datetime.now(tz=dt.UTC).date().isoformat(),
                "rounds": rounds,
                "machine": performance.machine(),
                "hugo": _version(hugo),
                "builds": dict(_builds(pair, rounds)),
                **_alone(pair, rounds),
                "memory": _memories(pair),
                "files": [counted(side.out, side.files_beside()) for side in pair.sides],
                **_waits(pair),
            }
        performance.keep(size, figures)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(_ROUNDS), metavar="SIZE")
    parser.add_argument("--rounds", type=int, help="how often each is measured")
    in_memory = str(_IN_MEMORY) if _IN_MEMORY.is_dir() else None
    parser.add_argument("--folder", default=in_memory, help="where to; in memory, where it can be")
    return parser.parse_args()


def _builds(pair: Pair, rounds: int) -> Iterator[tuple[str, dict[str, float]]]:
    """Each situation in which people build, and what it costs both sides."""
    situations: tuple[tuple[str, Callable[[int], None]], ...] = (
        ("cold", lambda _: None),
        ("nothing", pair.edit_nothing),
        ("record", pair.edit_record),
        ("tag", pair.rename_tag),
        ("template", pair.edit_template),
    )
    for name, edit in situations:
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


def _memories(pair: Pair) -> list[int | None]:
    """The most bytes that each side holds in a cold build."""
    found = []
    for side in pair.sides:
        side.clear()
        found.append(peak_memory(side.build))
    print("memory", *(f"{(each or 0) >> 20} MiB" for each in found), flush=True)
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
