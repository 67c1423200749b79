"""The log of what is being written: what is made of a good one, and of any other."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.disk.staging import stage
from awesome_heads.disk.unfinished import Log, Step
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.render import Output
from tests.lists import tree, write

LOG = f"{disk.CACHE}/unfinished.json"


def stage_all(root: Path, paths: Iterable[str]) -> None:
    """Stage a new text for each of these files."""
    for path in paths:
        stage(root, Output(path, b"new"))


def noted(root: Path, state: str, steps: object) -> None:
    """Write a log as another command would have left it."""
    write(root, LOG, json.dumps({"version": 1, "state": state, "steps": steps}))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two old files."""
    for path in ("a.txt", "deep/b.txt"):
        write(tmp_path / "list", path, "old")
    return tmp_path / "list"


@pytest.mark.parametrize("moved", [[], ["a.txt"], ["a.txt", "new/c.txt"]])
def test_what_was_being_moved_is_finished(root: Path, moved: list[str]) -> None:
    """However many files had been moved, the rest follows, and what goes is removed."""
    paths = ["a.txt", "new/c.txt"]
    stage_all(root, paths)
    Log(root).note("moving", [Step(root, paths, ["deep/b.txt"])])
    for path in moved:
        os.replace(root / f"{path}.awesome-heads-part", root / path)  # noqa: PTH105 -- as it is done
    assert disk.is_unfinished(root)
    disk.recover(root)
    assert tree(root) == {"a.txt": b"new", "new/c.txt": b"new"}
    assert sorted(path.name for path in root.iterdir()) == ["a.txt", "new"]


def test_what_was_being_staged_is_undone(root: Path) -> None:
    """Whatever is staged goes, with the folders that were made for it."""
    paths = ["a.txt", "new/deep/c.txt", "never.txt"]
    Log(root).note("staging", [Step(root, paths)])
    stage_all(root, paths[:2])
    disk.recover(root)
    assert tree(root) == {"a.txt": b"old", "deep/b.txt": b"old"}
    assert not (root / "new").exists()


def test_a_list_that_was_moved_is_made_good_where_it_is(root: Path) -> None:
    """The log knows folders by their way from the list."""
    site = root.parent / "site"
    stage_all(site, ["page"])
    Log(root).note("moving", [Step(site, ["page"])])
    moved = root.parent.rename(root.parent.parent / "moved")
    disk.recover(moved / root.name)
    assert tree(moved / "site") == {"page": b"new"}


@pytest.mark.parametrize(
    "content",
    ["", "no JSON", "[" * 100_000, "5", "{}", '{"version": 2, "state": "moving", "steps": []}']
    + [
        json.dumps({"version": 1, "state": state, "steps": steps})
        for state, steps in (
            ("dreaming", []),
            ("moving", 5),
            ("moving", [[".", ["a.txt"]]]),
            ("moving", [[".", [5], [], False]]),
            ("moving", [[".", ["a.txt"], ["../kept.txt"], False]]),
            ("moving", [[".", ["a.txt"], ["/kept.txt"], False]]),
            ("moving", [[".", ["a.txt"], ["way/kept.txt"], False]]),
        )
    ],
)
def test_a_log_that_no_command_wrote_is_removed_in_silence(root: Path, content: str) -> None:
    """What cannot be read, or leads out of its folder, moves and removes nothing."""
    outside = write(root.parent, "outside/kept.txt", "kept")
    write(root.parent, "kept.txt", "kept")
    (root / "way").symlink_to(outside.parent)
    stage_all(root, ["a.txt"])
    write(root, LOG, content)
    disk.recover(root)
    assert (root / "a.txt").read_text() == "old"
    assert outside.read_text() == (root.parent / "kept.txt").read_text() == "kept"
    assert not disk.is_unfinished(root)


def test_what_cannot_be_finished_is_told_and_finished_later(root: Path) -> None:
    """While a folder stands in a file's place, each command says so; then all is made good."""
    stage_all(root, ["a.txt", "c.txt"])
    noted(root, "moving", [[".", ["a.txt", "c.txt"], [], False]])
    (root / "c.txt").mkdir()
    with pytest.raises(AwesomeHeadsError, match=r"c\.txt cannot be written: Is a directory"):
        disk.recover(root)
    assert disk.is_unfinished(root)
    (root / "c.txt").rmdir()
    disk.recover(root)
    assert tree(root) == {"a.txt": b"new", "c.txt": b"new", "deep/b.txt": b"old"}


def test_what_fails_half_way_is_finished_by_the_next(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be moved when others have been leaves the log, and no file is lost."""
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if str(target).endswith("b.txt"):
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    made = [Output("a.txt", b"new"), Output("deep/b.txt", b"new")]
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(AwesomeHeadsError, match=r"b\.txt cannot be written: Perm") as told:
            disk.write_files(root, made)
    assert "any command finishes" in told.value.hint
    assert (root / "deep/b.txt").read_text() == "old"
    with disk.lock(root):
        assert tree(root).keys() - {f"{disk.CACHE}/lock"} == {"a.txt", "deep/b.txt"}
        assert (root / "deep/b.txt").read_text() == "new"


def test_where_no_log_can_be_kept_files_are_written_all_the_same(root: Path) -> None:
    """A file in place of the cache is no reason to write nothing."""
    write(root, ".cache", "mine")
    assert disk.write_files(root, [Output("a.txt", b"new")]).written == ("a.txt",)
    assert tree(root) == {".cache": b"mine", "a.txt": b"new", "deep/b.txt": b"old"}


def test_a_cache_elsewhere_is_left_alone(root: Path) -> None:
    """A link out of the list is followed by neither lock nor log, and nothing is swept there."""
    outside = root.parent / "outside"
    write(outside, "awesome-heads/x.part", "kept")
    (root / ".cache").symlink_to(outside)
    with disk.lock(root):
        disk.write_files(root, [Output("a.txt", b"new")])
        assert tree(outside) == {"awesome-heads/x.part": b"kept"}


def test_what_was_left_staged_is_no_obstacle(root: Path) -> None:
    """Even where the log was lost, files that are staged for a place are replaced."""
    stage_all(root, ["a.txt"])
    assert disk.write_files(root, [Output("a.txt", b"newer")]).written == ("a.txt",)
    assert tree(root) == {"a.txt": b"newer", "deep/b.txt": b"old"}
