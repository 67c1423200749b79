"""Earlier states of a list, read from real repositories."""

import os
from pathlib import Path

import pytest

from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.history import changed_paths, read_files
from awesome_heads.records import Source
from tests.lists import write
from tests.repositories import begin, commit, git, isolate


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose repository holds three files in one commit."""
    isolate(monkeypatch, tmp_path)
    folder = tmp_path / "list"
    for name in ("a", "b", "c"):
        write(folder, f"papers/2024/{name}.yaml", f"title: {name}\n")
    begin(folder)
    return folder


# Which paths changed


def test_nothing_changed(root: Path) -> None:
    """Right after a commit no file differs from it."""
    assert changed_paths(root, "HEAD") == set()


def test_every_kind_of_change_counts(root: Path) -> None:
    """Files committed since, staged, unsaved, new, deleted and moved are all there."""
    first = git(root, "rev-parse", "HEAD")
    write(root, "papers/2024/committed.yaml", "x")
    commit(root)
    write(root, "papers/2024/a.yaml", "unsaved\n")
    (root / "papers/2024/b.yaml").unlink()
    (root / "papers/2024/c.yaml").rename(root / "papers/2024/d.yaml")
    write(root, "papers/2024/staged.yaml", "y")
    git(root, "add", "papers/2024/staged.yaml")
    write(root, "papers/2023/new.yaml", "z")
    names = ["2024/committed", "2024/a", "2024/b", "2024/c", "2024/d", "2024/staged", "2023/new"]
    assert changed_paths(root, first) == {f"papers/{name}.yaml" for name in names}
    assert changed_paths(root, "HEAD") == {f"papers/{name}.yaml" for name in names[1:]}


def test_ignored_files_do_not_count(root: Path) -> None:
    """What git is told to overlook is nobody's change."""
    write(root, ".gitignore", "*.tmp\n")
    write(root, "a.tmp", "x")
    assert changed_paths(root, "HEAD") == {".gitignore"}


def test_what_the_other_branch_did_does_not_count(root: Path) -> None:
    """A pull request is compared with where it branched off, as GitHub does."""
    git(root, "checkout", "--quiet", "-b", "mine")
    write(root, "papers/2024/mine.yaml", "x")
    commit(root)
    git(root, "checkout", "--quiet", "main")
    write(root, "papers/2024/theirs.yaml", "x")
    commit(root)
    git(root, "checkout", "--quiet", "mine")
    assert changed_paths(root, "main") == {"papers/2024/mine.yaml"}


@pytest.mark.parametrize("name", ["a b.yaml", "ä面包.yaml", 'a"b.yaml', "a\nb.yaml", "-x.yaml"])
def test_any_name_is_told_as_it_is(root: Path, name: str) -> None:
    """Blanks, quotes, line ends and other scripts in names are not quoted."""
    write(root, f"papers/2024/{name}", "x")
    assert changed_paths(root, "HEAD") == {f"papers/2024/{name}"}
    commit(root)
    assert changed_paths(root, "HEAD~1") == {f"papers/2024/{name}"}


def test_a_name_that_is_no_utf_8_is_told_too(root: Path) -> None:
    """A strange file somewhere in the folder does not end in a traceback."""
    strange = os.fsdecode(b"caf\xe9.txt")
    (root / strange).write_text("x")
    assert changed_paths(root, "HEAD") == {strange}


def test_a_list_may_be_a_part_of_a_repository(root: Path) -> None:
    """Paths are relative to the list, and files beside it do not count."""
    write(root, "papers/2024/a.yaml", "changed\n")
    write(root, "papers/2024/new.yaml", "new\n")
    write(root, "beside.yaml", "new\n")
    assert changed_paths(root / "papers", "HEAD") == {"2024/a.yaml", "2024/new.yaml"}


def test_settings_of_the_user_change_nothing(root: Path) -> None:
    """Colours, quoting and prefixes that someone likes do not reach the result."""
    for name, value in (
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("diff.noprefix", "true"),
        ("diff.renames", "copies"),
    ):
        git(root, "config", name, value)
    write(root, "papers/2024/ä.yaml", "new\n")
    write(root, "papers/2024/a.yaml", "changed\n")
    expected = {"papers/2024/ä.yaml", "papers/2024/a.yaml"}
    assert changed_paths(root, "HEAD") == expected
    commit(root)
    assert changed_paths(root, "HEAD~1") == expected


# Which revisions there are


@pytest.mark.parametrize("revision", ["HEAD", "main", "v1", "HEAD^0", "@"])
def test_revisions_may_be_named_in_every_way(root: Path, revision: str) -> None:
    """Branches, tags and expressions all name a commit."""
    git(root, "tag", "--annotate", "v1", "--message", "One")
    assert changed_paths(root, revision) == set()
    assert len(read_files(root, revision, ["papers"])) == 3


@pytest.mark.parametrize(
    "revision", ["nowhere", "", "--help", "-n", "HEAD:papers", "a b", "HEAD..main", "0" * 40]
)
def test_an_unknown_revision_is_refused(root: Path, revision: str) -> None:
    """What names no commit is wrong usage, and is never taken for an option."""
    for ask in (lambda: changed_paths(root, revision), lambda: read_files(root, revision, ["."])):
        with pytest.raises(UsageError, match="git knows no revision") as raised:
            ask()
        assert "fetch it" in raised.value.hint


def test_a_folder_without_a_repository_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are no earlier states to compare with."""
    isolate(monkeypatch, tmp_path.parent)
    with pytest.raises(UsageError, match="git knows no revision `main` here"):
        changed_paths(tmp_path, "main")


def test_a_shallow_clone_lacks_earlier_states(root: Path, tmp_path: Path) -> None:
    """The hint says to fetch what a shallow clone left out."""
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    with pytest.raises(UsageError, match="HEAD~1") as raised:
        changed_paths(tmp_path / "shallow", "HEAD~1")
    assert "shallow" in raised.value.hint
    assert changed_paths(tmp_path / "shallow", "HEAD") == set()


def test_histories_without_a_common_beginning(root: Path) -> None:
    """Where git finds no common ancestor the command ends in a message, not in a traceback."""
    git(root, "checkout", "--quiet", "--orphan", "other")
    write(root, "papers/2024/other.yaml", "x")
    commit(root)
    with pytest.raises(AwesomeHeadsError, match="have no common past"):
        changed_paths(root, "main")


def test_histories_without_a_common_beginning_are_explained(root: Path) -> None:
    """The message, or its hint, says what is missing and what to do."""
    git(root, "checkout", "--quiet", "--orphan", "other")
    write(root, "papers/2024/other.yaml", "x")
    commit(root)
    with pytest.raises(AwesomeHeadsError) as raised:
        changed_paths(root, "main")
    assert raised.value.hint


def test_without_git_the_message_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git is told what to install."""
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(UsageError, match="git is not installed"):
        changed_paths(root, "HEAD")


# What files held


def test_files_are_read_as_they_were(root: Path) -> None:
    """Bytes of the revision, in the order of their paths, whatever stands there now."""
    write(root, "list.yaml", "name: x\n")
    (root / "papers/2024/a.yaml").write_bytes(b"\xef\xbb\xbfa: \xff\r\n\n\0")
    write(root, "papers/2024/b.yaml", "")
    then = commit(root)
    (root / "papers/2024/a.yaml").unlink()
    write(root, "papers/2024/new.yaml", "x")
    assert read_files(root, then, ["list.yaml", "papers"]) == [
        Source("list.yaml", b"name: x\n"),
        Source("papers/2024/a.yaml", b"\xef\xbb\xbfa: \xff\r\n\n\0"),
        Source("papers/2024/b.yaml", b""),
        Source("papers/2024/c.yaml", b"title: c\n"),
    ]


def test_folders_that_were_not_there_hold_nothing(root: Path) -> None:
    """An earlier state may lack what the list has now."""
    assert read_files(root, "HEAD", ["taxonomy", "list.yaml"]) == []


def test_a_part_of_a_repository_is_read_from_there(root: Path) -> None:
    """Paths are relative to the list's own folder."""
    paths = [source.path for source in read_files(root / "papers", "HEAD", ["2024"])]
    assert paths == ["2024/a.yaml", "2024/b.yaml", "2024/c.yaml"]


def test_another_repository_inside_is_left_out(root: Path) -> None:
    """A submodule is no file."""
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},papers/module")
    git(root, "commit", "--quiet", "--message", "Module")
    assert len(read_files(root, "HEAD", ["papers"])) == 3


def test_a_lot_of_files_is_read_at_once(root: Path) -> None:
    """A long list needs no more calls of git than a short one."""
    texts = {f"papers/2020/n{number:03}.yaml": f"{number}\n" * number for number in range(300)}
    for path, text in texts.items():
        write(root, path, text)
    commit(root)
    found = {each.path: each.data.decode() for each in read_files(root, "HEAD", ["papers/2020"])}
    assert found == texts
