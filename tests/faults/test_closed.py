"""Folders of a list that may not be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.cases import CASES, build
from tests.faults.killing import files, leftovers, said_once
from tests.hostile.warm import run
from tests.lists import SITE, record_path, tree


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """Let a folder be read only for a while."""
    before = folder.stat().st_mode
    folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(before)


CLOSED = {
    "build": ".",
    "check --fix": "papers/2024",
    "tags merge": "taxonomy",
    "import": "papers/2024",
    "add": "papers/2024",
}


@pytest.mark.parametrize("name", CASES)
def test_a_folder_that_may_not_be_written_leaves_the_old(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of other folders, which could be written, are as they were too."""
    case, root = CASES[name], tmp_path / "list"
    case.prepare(root)
    old = files(root)
    monkeypatch.chdir(root)
    with closed(root / CLOSED[name]):
        ended = run(root, *case.arguments)
    assert ended.code == 1
    assert said_once(ended.said, "Permission denied")
    assert files(root) == old
    assert leftovers(root) == []
    assert run(root, *case.arguments).code == case.code


def test_a_page_that_cannot_be_removed_stops_the_build(tmp_path: Path) -> None:
    """A file that has to go and may not is told before anything is written."""
    root = tmp_path / "list"
    CASES["build"].prepare(root)
    gone = Path(SITE, "papers", Path(record_path(2)).stem)
    old = files(root)
    with closed(root / gone):
        ended = run(root, "build")
    assert ended.code == 1
    assert "cannot be removed" in ended.said
    assert files(root) == old
    assert run(root, "build").code == 0
    assert not (root / gone).exists()


def test_a_cache_that_may_not_be_written_stops_nothing(tmp_path: Path) -> None:
    """Without lock, log and memory the same is built."""
    root = tmp_path / "list"
    CASES["build"].prepare(root)
    with closed(root / ".cache"), closed(root / ".cache/awesome-heads"):
        assert run(root, "build").code == 0
    built = tree(root / SITE)
    assert leftovers(root) == []
    assert build(root) == 0
    assert tree(root / SITE) == built
