"""A disk that is full or read-only, and folders that may not be written."""

from pathlib import Path

import pytest

from tests.faults.cases import CASES
from tests.faults.killing import files, leftovers, run, said_once
from tests.faults.mounts import fill, make_read_only, small_disk
from tests.lists import SITE, tree, write_list

DISK = 4 * 1024 * 1024
# Pages that are left, so that something can be staged before there is no more room.
FREE = 3


@pytest.mark.parametrize("name", CASES)
def test_a_full_disk_leaves_the_old(tmp_path: Path, name: str) -> None:
    """Wherever space runs out, all is as it was; with space, the command does what it should."""
    case = CASES[name]
    with small_disk(tmp_path / "disk", DISK) as root:
        case.prepare(root)
        old = files(root)
        filler = fill(root, FREE)
        code, said = run(root, *case.arguments)
        filler.unlink()
        assert code == 1
        assert said_once(said, "No space left on device")
        assert files(root) == old
        assert leftovers(root) == []
        assert run(root, *case.arguments)[0] == case.code
        assert files(root) != old


@pytest.mark.parametrize("name", CASES)
def test_a_read_only_list_is_told(tmp_path: Path, name: str) -> None:
    """Nothing can be written, which is said in one line with a path."""
    case = CASES[name]
    with small_disk(tmp_path / "disk", DISK) as root:
        case.prepare(root)
        make_read_only(root)
        code, said = run(root, *case.arguments)
        assert code == 1
        assert said_once(said, "Read-only file system")


def test_a_read_only_list_is_checked_and_built_elsewhere(tmp_path: Path) -> None:
    """Commands that do not write into the list need no lock and no cache there."""
    with small_disk(tmp_path / "disk", DISK) as root:
        write_list(root)
        assert run(root, "build")[0] == 0
        make_read_only(root)
        assert run(root, "check")[0] == 0
        assert run(root, "build", "--check")[0] == 0
        elsewhere = tmp_path / "elsewhere"
        assert run(root, "build", "--only", "site", "--out", str(elsewhere))[0] == 0
        assert tree(elsewhere) == tree(root / SITE)
