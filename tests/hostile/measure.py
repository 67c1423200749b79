"""What hostile records and places cost `check` and `build`: processor time, and memory at most.

Run from the repository: `PYTHONPATH=. .venv/bin/python tests/hostile/measure.py`.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tests.hostile.places import PLACES, laid
from tests.hostile.records import built, refused
from tests.hostile.running import Run, run
from tests.lists import write_list

COMMANDS = ("check", "build")


class Measured(NamedTuple):
    """A run on one hostile list."""

    kind: str
    name: str
    command: str
    ended: Run


def measured() -> Iterator[Measured]:
    """Each hostile list by itself, with each command."""
    records = [(bad.name, bad.data) for bad in refused()]
    for kind, given in (("refused", records), ("built", [(n, t.encode()) for n, t in built()])):
        for name, data in given:
            with tempfile.TemporaryDirectory() as folder:
                root = write_list(Path(folder) / "list", 2)
                (root / f"papers/2024/{name}.yaml").write_bytes(data)
                for command in COMMANDS:
                    yield Measured(f"record, {kind}", name, command, run(root, command))
    for place in PLACES:
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            root = stack.enter_context(laid(place, Path(folder)))
            for command in COMMANDS:
                kind = f"place, {'refused' if place.said else 'built'}"
                yield Measured(kind, place.name, command, run(root, command))


def main() -> None:
    """Print the dearest of each kind."""
    every = list(measured())
    sys.stdout.write(
        "| what | inputs | runs | dearest | processor's seconds | most MiB | tracebacks |\n"
    )
    sys.stdout.write("| --- | ---: | ---: | --- | ---: | ---: | ---: |\n")
    for kind in dict.fromkeys(each.kind for each in every):
        of_kind = [each for each in every if each.kind == kind]
        slowest = max(of_kind, key=lambda each: each.ended.seconds)
        most = max(each.ended.peak for each in of_kind)
        lost = sum("Traceback" in each.ended.said for each in of_kind)
        names = len({each.name for each in of_kind})
        sys.stdout.write(
            f"| {kind} | {names} | {len(of_kind)} | `{slowest.command}` of {slowest.name} "
            f"| {slowest.ended.seconds:.1f} | {most:.0f} | {lost} |\n"
        )


if __name__ == "__main__":
    main()
