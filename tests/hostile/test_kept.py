"""What commands keep between runs stays in the list's folder, whatever stands in its place."""

import os
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.links import LEDGER
from awesome_heads.providers import Request, Service
from awesome_heads.resolving import open_client
from tests.lists import tree, write

_QUESTION = Request(Service("Shelves", "https://shelves.example", 0.0), "/a")
_WORDS = "words of another folder"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder for a list, beside one that is none of its business."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "list").mkdir()
    return tmp_path / "list"


@pytest.fixture
def outside(root: Path) -> Path:
    """The folder beside it."""
    return root.parent / "outside"


def _link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("linked", [".cache", disk.CACHE])
def test_answers_are_not_kept_along_a_link(root: Path, outside: Path, linked: str) -> None:
    """Where the folder of answers leads out of the list, none is written and none is read."""
    _link(root / linked, outside)
    open_client(root, "https://code.example/a/b").keep(_QUESTION, b"an answer")
    assert tree(outside) == {}


def test_answers_of_another_folder_are_not_believed(root: Path, outside: Path) -> None:
    """An answer that was kept elsewhere is none, although it is whole."""
    elsewhere = root.parent / "elsewhere"
    open_client(elsewhere, "https://code.example/a/b").keep(_QUESTION, b"an answer")
    (elsewhere / ".cache").rename(outside / "kept")
    (root / ".cache").symlink_to(outside / "kept")
    assert open_client(root, "https://code.example/a/b").kept(_QUESTION) is None


@pytest.mark.parametrize("linked", [".cache", disk.CACHE, f"{disk.CACHE}/links.jsonl"])
def test_a_journal_is_not_kept_along_a_link(root: Path, outside: Path, linked: str) -> None:
    """Lines go to no file outside the list, and those of one are not read."""
    target = outside
    if linked.endswith(".jsonl"):
        target = write(outside, "links.jsonl", _WORDS)
    _link(root / linked, target)
    before = tree(outside)
    journal = disk.Journal(root, "links")
    journal.add("a line")
    assert (journal.read(), tree(outside)) == ("", before)
    journal.end()
    assert tree(outside) == before


def test_a_journal_waits_for_no_pipe(root: Path) -> None:
    """A pipe where the journal should be is passed over, and goes at the end."""
    journal = disk.Journal(root, "links")
    journal.path.parent.mkdir(parents=True)
    os.mkfifo(journal.path)
    journal.add("a line")
    assert journal.read() == ""
    journal.end()
    assert not journal.path.exists()


def test_a_kept_answer_waits_for_no_pipe(root: Path) -> None:
    """A pipe in the place of an answer is none."""
    client = open_client(root, "https://code.example/a/b")
    client.keep(_QUESTION, b"an answer")
    (kept,) = (root / disk.CACHE).iterdir()
    kept.unlink()
    os.mkfifo(kept)
    assert client.kept(_QUESTION) is None


@pytest.mark.parametrize("linked", ["links", LEDGER])
def test_the_ledger_is_not_read_along_a_link(root: Path, outside: Path, linked: str) -> None:
    """A ledger outside the list is refused by its path, and its words are not shown."""
    secret = write(outside, "failing.yaml", _WORDS)
    _link(root / linked, outside if linked == "links" else secret)
    with pytest.raises(AwesomeHeadsError, match=r"failing\.yaml cannot be read") as told:
        disk.read_ledger(root)
    assert _WORDS not in f"{told.value} {told.value.hint}"


def test_a_memory_waits_for_no_pipe(root: Path) -> None:
    """A pipe in the place of what a command kept is as good as nothing."""
    memory = disk.Memory(root)
    memory.write("papers", {"a": "b"})
    memory.path("papers").unlink()
    os.mkfifo(memory.path("papers"))
    assert memory.read("papers") is None


def test_a_memory_is_not_read_along_a_link(root: Path, outside: Path) -> None:
    """What stands outside of the list is not believed, although this program wrote it."""
    memory = disk.Memory(root)
    memory.write("papers", {"a": "b"})
    assert memory.read("papers") == {"a": "b"}
    elsewhere = memory.path("papers").rename(outside / "papers.json")
    memory.path("papers").symlink_to(elsewhere)
    assert memory.read("papers") is None
