"""Which tests reach a line, as one run of all of them shows, unchanged and measured."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

from coverage import CoverageData

# What runs in process and soon. Of the rest of the tests, none is asked about a mutant.
TESTS = (
    *("records", "checks", "formats", "importing", "providers", "reporters", "upkeep", "docs"),
    *("test_changes.py", "test_config.py", "test_diagnostics.py", "test_escapes.py"),
    *("test_fields.py", "test_golden.py", "test_identifiers.py", "test_library.py"),
    *("test_mending.py", "test_model.py", "test_records_roundtrip.py", "test_references.py"),
    *("test_renaming.py", "test_selection.py", "test_text.py"),
)
QUIET = (
    "-q",
    "-p",
    "choosing",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "--hypothesis-seed=0",
)
# Seconds that the tests of one mutant may take by what they took unchanged: the nearest first.
BUDGET = 5.0
TIMES = "times.json"


class Reach:
    """The tests in question: what each reaches, and how long it takes."""

    def __init__(self, root: Path) -> None:
        """Read what `measure` left in a copy of the project."""
        self.root = root
        self.seconds: dict[str, float] = json.loads((root / TIMES).read_text(encoding="utf-8"))
        self.data = CoverageData(str(root / ".coverage"))
        self.data.read()

    def tests_of(self, path: str, line: int) -> list[str]:
        """The tests to run for a mutant: those that reach its line first, near ones before others.

        What runs while modules are imported, such as a table, belongs to no test: then all tests
        that reach the innermost function or the module are taken.
        """
        by_line = self.data.contexts_by_lineno(str(self.root / path))
        text = (self.root / path).read_text(encoding="utf-8")
        here = self._named(by_line.get(line, []))
        for first, last in around(text, line):
            here = here or {
                t for n in range(first, last + 1) for t in self._named(by_line.get(n, []))
            }
        anywhere = {test for tests in by_line.values() for test in self._named(tests)}
        ranked = sorted(
            anywhere, key=lambda test: (test not in here, far(test, path), self.seconds[test])
        )
        spent = 0.0
        chosen: list[str] = []
        for test in ranked:
            spent += self.seconds[test]
            if spent <= BUDGET or not chosen:
                chosen.append(test)
        return chosen

    def _named(self, contexts: list[str]) -> set[str]:
        return {name for each in contexts if (name := each.partition("|")[0]) in self.seconds}


def measure(root: Path) -> None:
    """Run the tests in a copy of the project; they have to pass.

    Raises:
        CalledProcessError: where they do not.
    """
    measured = ("--cov=awesome_heads", "--cov-context=test", "--cov-report=", "--cov-fail-under=0")
    command = [sys.executable, "-m", "pytest", *QUIET, "-n", "2", "-m", "not browser", *measured]
    command += [f"--times={TIMES}", *(f"tests/{each}" for each in TESTS)]
    paths = (str(root / "src"), str(Path(__file__).parent))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)


def around(text: str, line: int) -> list[tuple[int, int]]:
    """First and last lines of the functions around a line, from the innermost."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    found = [
        (node.lineno, node.end_lineno or node.lineno)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, kinds)
        and min((each.lineno for each in node.decorator_list), default=node.lineno)
        <= line
        <= (node.end_lineno or 0)
    ]
    return sorted(found, key=lambda lines: lines[1] - lines[0])


def far(test: str, path: str) -> int:
    """How far a test stands from a module: its own file, its own folder, or elsewhere."""
    module, place = Path(path), Path(test.partition("::")[0])
    folder = module.parent.name == place.parent.name
    mine = place.stem == f"test_{module.stem}" and (folder or place.parent.name == "tests")
    return 0 if mine else 1 if folder else 2
