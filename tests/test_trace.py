"""A build that would change nothing does nothing, and every other one is done."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_heads import disk, project
from awesome_heads.cli import run
from awesome_heads.disk import memory
from awesome_heads.disk.trace import trace_name
from tests.lists import record, record_path, tree, write, write_list

TRACE = disk.Memory(Path()).path(trace_name(Path(), Path("site"))).as_posix()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list that was built."""
    folder = write_list(tmp_path_factory.mktemp("built") / "list")
    assert run(["build", "--root", str(folder)]) == 0
    return folder


@pytest.fixture
def root(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, sizes and times as they were, with the working directory in it."""
    folder = tmp_path / "list"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def loads(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every list that is read from now on."""
    seen: list[Path] = []
    load = project.load

    def told(folder: Path, *others: object) -> object:
        seen.append(folder)
        return load(folder, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(project, "load", told)
    assert root.is_dir()
    return seen


def built_anew(root: Path) -> dict[str, bytes]:
    """What a first build into an empty folder makes, the tool's own files left out."""
    shutil.rmtree(root / "cold", ignore_errors=True)
    assert run(["build", "--out", "cold", "--only", "site"]) == 0
    found = tree(root / "cold")
    shutil.rmtree(root / "cold")
    return found


def test_nothing_is_read_where_nothing_changed(
    loads: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The second build tells the same of the list as the first, and takes up no record."""
    assert run(["build"]) == 0
    said = capsys.readouterr().out
    assert re.match(r"Built README\.md and site/: 3 papers, \d+ pages; 0 files changed; ", said)
    assert loads == []


def test_a_file_saved_as_it_was_changes_nothing(root: Path, loads: list[Path]) -> None:
    """A record whose time alone is new, as in a fresh checkout, is the same record."""
    os.utime(root / record_path(1), ns=(1, 1))
    assert run(["build"]) == 0
    assert loads == []


def test_a_site_that_was_moved_with_its_list_is_still_the_same(
    root: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trace knows files by their paths within the list."""
    moved = root.rename(root.parent / "moved")
    monkeypatch.chdir(moved)
    assert run(["build"]) == 0
    assert loads == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: write(root, record_path(1), record(1, "2023-03-02")), id="edit"),
        pytest.param(lambda root: (root / record_path(1)).unlink(), id="delete"),
        pytest.param(lambda root: write(root, "papers/2024/new.yaml", record(9)), id="add"),
        pytest.param(
            lambda root: write(root, "templates/site/404.html", "x</body>"), id="template"
        ),
        pytest.param(lambda root: write(root, "templates/static/site.css", "p {}"), id="style"),
        pytest.param(lambda root: write(root, "CITATION.bib", "@misc{other}"), id="citation"),
        pytest.param(lambda root: write(root, "site/index.html", "spoilt"), id="output spoilt"),
        pytest.param(lambda root: (root / "site/index.html").unlink(), id="output lost"),
        pytest.param(lambda root: shutil.rmtree(root / "site"), id="site lost"),
        pytest.param(lambda root: (root / "README.md").unlink(), id="README lost"),
        pytest.param(lambda root: write(root, TRACE, ""), id="trace empty"),
        pytest.param(lambda root: write(root, TRACE, '{"site": 5}'), id="trace of another version"),
        pytest.param(lambda root: write(root, TRACE, "[" * 100_000), id="trace absurd"),
        pytest.param(lambda root: write(root, TRACE, '["a", "b"]'), id="trace of another shape"),
        pytest.param(lambda root: (root / TRACE).unlink(), id="trace lost"),
    ],
)
def test_whatever_changed_is_built(
    root: Path, loads: list[Path], change: Callable[[Path], object]
) -> None:
    """After any change the build is done, and leaves what a first build makes."""
    change(root)
    assert run(["build"]) == 0
    assert loads == [root]
    assert (root / "README.md").is_file()
    assert tree(root / "site") == built_anew(root)
    loads.clear()
    assert run(["build"]) == 0
    assert loads == []


def test_another_program_builds_anew(
    root: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version left is not trusted."""
    monkeypatch.setattr(memory, "program", lambda: "another version")
    assert run(["build"]) == 0
    assert loads == [root]


def test_a_list_that_became_invalid_is_told_every_time(root: Path) -> None:
    """A failed build leaves no trace of its own."""
    write(root, record_path(1), "title: [")
    assert [run(["build"]), run(["build"])] == [1, 1]


def test_a_file_that_no_build_made_is_noticed(root: Path) -> None:
    """Even where nothing else changed, a foreign file in the site is refused."""
    write(root, "site/mine.html", "mine")
    assert run(["build"]) == 2


def test_the_program_is_its_sources_and_its_templates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shipped template that is edited makes another program; what Python compiles does not."""
    shipped = tmp_path / "shipped"
    template = write(shipped, "site/home.html", "one")
    monkeypatch.setattr(memory, "SHIPPED", shipped)
    before = memory.program()
    write(shipped, "__pycache__/module.pyc", "compiled")
    os.utime(template, ns=(1, 1))
    assert memory.program() == before
    template.write_text("another")
    assert memory.program() != before
