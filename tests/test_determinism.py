"""The same list gives the same bytes, whoever builds it, where and when."""

import ast
import subprocess
from pathlib import Path

import pytest

from tests.lists import REPOSITORY, SOURCES, command, environment, tree, write_list

SHELL = {"disk", "web", "project", "preview", "commands", "cli", "__main__"}
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime"}
STARTERS = {"os", "time", "random", "secrets", "uuid", "socket", "locale", "platform", "getpass"}


def copied(source: Path, target: Path, *, backwards: bool) -> Path:
    """Copy a list's inputs file by file, in the order of their paths or against it."""
    inputs = {
        path: data
        for folder in ("papers", "taxonomy")
        for path, data in tree(source / folder).items()
        for path, data in [(f"{folder}/{path}", data)]
    }
    for path in ("list.yaml", "CITATION.bib"):
        inputs[path] = (source / path).read_bytes()
    for path in sorted(inputs, reverse=backwards):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(inputs[path])
    return target


def built(root: Path, cwd: Path, **changes: str) -> dict[str, bytes]:
    """Build in a process of its own; what stands in the list's folder then, the cache left out."""
    subprocess.run(
        command("build", "--root", str(root)),
        cwd=cwd,
        env=environment(**changes),
        check=True,
        capture_output=True,
    )
    return {path: data for path, data in tree(root).items() if not path.startswith(".cache/")}


@pytest.mark.parametrize("source", ["small", "real"])
def test_two_builds_elsewhere_are_the_same_bytes(tmp_path: Path, source: str) -> None:
    """Hash seed, time zone, locale, working directory and the order of files change no byte.

    Nor do the pictures, the README or the site name any place of the machine that made them.
    """
    small = write_list(tmp_path / "small", papers=9)
    original = small if source == "small" else REPOSITORY
    one = copied(original, tmp_path / "one", backwards=False)
    other = copied(original, tmp_path / "deeper" / "other", backwards=True)
    first = built(one, one, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LC_ALL="C")
    second = built(
        other, tmp_path, PYTHONHASHSEED="2", TZ="Etc/GMT+12", LC_ALL="C.UTF-8", LANG="tr_TR.UTF-8"
    )
    assert "site/index.html" in first
    assert [path for path in first if first[path] != second.get(path)] == []
    assert first.keys() == second.keys()
    made = [path for path in first if path.startswith(("README", "assets/", "site/"))]
    assert [path for path in made if str(tmp_path).encode() in first[path]] == []


def pure_modules() -> list[Path]:
    """The modules of the pure core: all but the shell that reads, writes and talks to people."""
    package = SOURCES / "awesome_heads"
    return [
        path
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0].removesuffix(".py") not in SHELL
    ]


def test_the_pure_core_asks_no_clock() -> None:
    """No module below the shell reads the day or the time: a later day changes nothing."""
    modules = pure_modules()
    assert len(modules) > 20
    asked = [
        f"{path.name}:{node.lineno} {node.func.attr}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert asked == []


def test_the_pure_core_imports_nothing_that_differs_between_runs() -> None:
    """No module below the shell imports the environment, clocks, chance or the network."""
    imported = [
        f"{path.name}:{node.lineno} {name}"
        for path in pure_modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
        if name.partition(".")[0] in STARTERS
    ]
    assert imported == []
