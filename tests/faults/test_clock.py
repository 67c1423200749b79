"""Clocks that jump: what is there is never believed to be what it was by its time alone."""

import os
from pathlib import Path

import pytest

from tests.faults.cases import build
from tests.lists import SITE, record, record_path, tree, write, write_list

LONG_AGO, FAR_AHEAD = 1, 4_000_000_000 * 10**9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A list that was built."""
    root = write_list(tmp_path / "list")
    assert build(root) == 0
    return root


def built_anew(root: Path) -> dict[str, bytes]:
    """What a build makes of the list that remembers nothing."""
    copy = root.parent / "anew"
    for path, data in tree(root).items():
        if not path.startswith((".cache/", f"{SITE}/")):
            write(copy, path, data.decode())
    assert build(copy) == 0
    return tree(copy / SITE)


def set_time(path: Path, nanoseconds: int) -> None:
    """Let a file seem to have been written then."""
    os.utime(path, ns=(nanoseconds, nanoseconds))


@pytest.mark.parametrize("when", [LONG_AGO, FAR_AHEAD])
def test_an_edit_counts_whatever_the_time(root: Path, when: int) -> None:
    """A record that was edited long before it was built, as its time has it, is built."""
    set_time(write(root, record_path(1), record(1, "2023-03-02")), when)
    assert build(root) == 0
    assert tree(root / SITE) == built_anew(root)


def test_an_edit_counts_at_the_very_same_time(root: Path) -> None:
    """Neither size nor time of this record differ: a program that keeps times has edited it."""
    path = root / record_path(1)
    before = path.stat()
    set_time(write(root, record_path(1), path.read_text().replace("-03-01", "-03-09")), 1)
    set_time(path, before.st_mtime_ns)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert build(root) == 0
    assert tree(root / SITE) == built_anew(root)


@pytest.mark.parametrize("when", [LONG_AGO, FAR_AHEAD])
def test_a_page_counts_whatever_the_time(root: Path, when: int) -> None:
    """A page that something else wrote is made anew, be it older or newer than the build."""
    page = root / SITE / "index.html"
    page.write_bytes(bytes(page.stat().st_size))
    set_time(page, when)
    assert build(root) == 0
    assert tree(root / SITE) == built_anew(root)


def test_a_clock_far_ahead_is_no_reason_to_build(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files of the future are looked at once, and known afterwards like any others."""
    for path in tree(root):
        set_time(root / path, FAR_AHEAD)
    assert build(root) == 0
    capsys.readouterr()
    assert build(root) == 0
    assert "; 0 files changed;" in capsys.readouterr().out
