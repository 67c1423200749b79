"""Try whether the tests notice mutants of the program: `run.py COUNT SEED PYTHON`.

PYTHON is the one that has mutmut. All happens in copies of what git knows of the project. Prints
the mutants that no test noticed, and a table.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from pathlib import Path

import judging
from reach import Reach, measure

ROOT = Path(__file__).parents[1]
SOURCE = Path("src/awesome_heads")
PARTS = ("records", "checks", "formats", "identifiers.py", "escapes.py")
PROCESSES = 2


def copy_to(folder: Path) -> None:
    """Copy what git knows of the project, as it stands now."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE)  # noqa: S607
    for name in listed.stdout.decode().split("\0"):
        if name and ((ROOT / name).is_symlink() or (ROOT / name).is_file()):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)


def sample(folder: Path, count: str, seed: str, python: str) -> list[judging.Mutant]:
    """Have mutants made of what stands in a copy."""
    files = [
        str(path.relative_to(folder))
        for part in PARTS
        for path in sorted((folder / SOURCE).glob(part if part.endswith(".py") else f"{part}/*.py"))
    ]
    command = [python, str(ROOT / "mutation/mutants.py"), count, seed, *files]
    made = json.loads(
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE).stdout
    )
    print(f"{len(made['sample'])} of {made['all']:,} mutants, seed {seed}\n", flush=True)
    return [judging.Mutant(**each) for each in made["sample"]]


def part_of(path: str) -> str:
    """The part of the program to which a file belongs."""
    return Path(path).relative_to(SOURCE).parts[0]


def print_survivor(mutant: judging.Mutant) -> None:
    """Print one that no test noticed."""
    print(f"{mutant.path}:{mutant.line}: survived")
    print("\n".join(f"    {line}" for line in mutant.diff) + "\n", flush=True)


def print_table(counts: Counter[tuple[str, str]]) -> None:
    """Print what came of the mutants of each part, and of all."""
    print("| part | mutants | killed | survived | timed out | score |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, parts in (*((part, (part,)) for part in PARTS), ("all", PARTS)):
        killed, survived, timed_out = (
            sum(counts[part, outcome] for part in parts)
            for outcome in (judging.KILLED, judging.SURVIVED, judging.TIMED_OUT)
        )
        mutants = killed + survived + timed_out
        score = f"{(killed + timed_out) / mutants:.1%}" if mutants else ""
        print(f"| {name} | {mutants} | {killed} | {survived} | {timed_out} | {score} |")


def unchanged(folder: Path, mutants: list[judging.Mutant]) -> list[judging.Mutant]:
    """A mutant of each part that changes nothing, and that tests therefore must not notice."""
    of = {part_of(each.path): each for each in mutants}.values()
    texts = [(folder / each.path).read_text(encoding="utf-8") for each in of]
    return [replace(each, text=text) for each, text in zip(of, texts, strict=True)]


def main() -> int:
    """Judge a sample and tell of it."""
    count, seed, python = sys.argv[1:]
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / "measured"
        copy_to(folder)
        mutants = sample(folder, count, seed, str(Path(python).absolute()))
        measure(folder)
        reach = Reach(folder)
        controls = unchanged(folder, mutants)
        with ProcessPoolExecutor(PROCESSES, initializer=judging.enter, initargs=(folder,)) as pool:
            waiting = {
                pool.submit(judging.judge, each, reach.tests_of(each.path, each.line)): each
                for each in (*controls, *mutants)
            }
            for done in as_completed(waiting):
                mutant, outcome = waiting[done], done.result()
                if mutant in controls:
                    assert outcome == judging.SURVIVED, f"tests fail unchanged: {mutant.path}"
                    continue
                counts[part_of(mutant.path), outcome] += 1
                if outcome == judging.SURVIVED:
                    print_survivor(mutant)
    print_table(counts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
