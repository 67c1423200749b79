"""Small file systems of their own, for disks that are full or cannot be written."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PAGE = 4096


def _mount(*arguments: str) -> bool:
    try:
        ended = subprocess.run(["mount", *arguments], capture_output=True, check=False)  # noqa: S607 -- where it is differs
    except FileNotFoundError:
        return False
    return ended.returncode == 0


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes in a folder; the test is skipped where none can be had."""
    place.mkdir()
    if not _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)):
        pytest.skip("a file system of its own can be mounted by root on Linux alone")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)  # noqa: S607 -- as above


def make_read_only(place: Path) -> None:
    """Let nothing be written into such a file system any longer."""
    assert _mount("-o", "remount,ro", str(place))


def fill(place: Path, free: int) -> Path:
    """Fill it with a file that leaves so many pages free; gives the file."""
    filler = place / ".filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * PAGE)
        except OSError:
            file.truncate(file.tell() - free * PAGE)
    return filler
