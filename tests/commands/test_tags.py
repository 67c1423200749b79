"""`tags` as a user calls it: terms listed, renamed and merged in every file at once."""

import re
import subprocess
from pathlib import Path

import pytest

from awesome_heads.cli import run
from tests.lists import command, environment, record_path, tree, write, write_list

TAGS = "taxonomy/tags.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small list, which is the working directory; two papers name `Late Reader`."""
    folder = write_list(tmp_path / "list")
    text = (folder / TAGS).read_text().replace("[Night Reader]", "\n      - Night Reader")
    write(folder, TAGS, text + "  - name: Slow Reader\n")
    monkeypatch.chdir(folder)
    return folder


def changed(root: Path, before: dict[str, bytes]) -> set[str]:
    """Paths of the files that differ from before."""
    return {path for path, data in tree(root).items() if before.get(path) != data}


def rows(text: str) -> list[list[str]]:
    """Cells of a table's rows, from its second on."""
    return [re.split(r"\s{2,}", line.strip()) for line in text.splitlines()[1:-1]]


def test_list_shows_terms_by_group(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Groups and terms stand with how many papers name each; the last line adds them up."""
    before = tree(root)
    assert run(["tags", "list"]) == 0
    said, noted = capsys.readouterr()
    assert noted == ""
    assert rows(said) == [
        ["Near", "1"],
        ["Early Reader", "1", "used once"],
        ["Others", "2"],
        ["Late Reader", "2"],
        ["Slow Reader", "0", "unused"],
    ]
    assert said.splitlines()[-1] == "3 terms: 1 used once, 1 unused."
    assert tree(root) == before


def test_list_shows_groups_inside_groups(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What lies deeper is indented further."""
    text = (root / TAGS).read_text()
    text = text.replace("terms:\n", "    groups:\n      - name: Inner\nterms:\n", 1)
    write(root, TAGS, text.replace("group: [Near]", "group: [Near, Inner]"))
    assert run(["tags", "list"]) == 0
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert [re.sub(r"\s+\d.*", "", line) for line in lines[1:4]] == [
        *("Near", "  Inner", "    Early Reader")
    ]


def test_list_of_another_vocabulary(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any vocabulary can be listed; venues count a paper once."""
    text = (root / record_path(1)).read_text()
    write(root, record_path(1), text + "published: {venue: arXiv, date: 2024}\n")
    assert run(["tags", "list", "--vocabulary", "venues"]) == 0
    assert rows(capsys.readouterr().out) == [
        ["Venues", "3"],
        ["arXiv", "3"],
        ["Reading Letters", "0", "unused"],
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["rename", "Late Reader", "New Reader"],
        ["merge", "Late Reader", "--into", "Early Reader"],
    ],
)
def test_an_unknown_vocabulary_is_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """The hint lists those that there are; nothing is written."""
    before = tree(root)
    assert run(["tags", arguments[0], "--vocabulary", "tag", *arguments[1:]]) == 2
    assert capsys.readouterr() == (
        "",
        "error: there is no vocabulary `tag`\n  hint: those of taxonomy/: methods, tags, venues\n",
    )
    assert tree(root) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["rename", "Late Reader", "New Reader"],
        ["merge", "Slow Reader", "--into", "Early Reader"],
    ],
)
def test_a_list_that_is_not_valid_is_left_alone(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """The problems are told, nothing is changed, and the code is 1."""
    write(root, record_path(2), "title: x\n")
    before = tree(root)
    assert run(["tags", *arguments]) == 1
    said, noted = capsys.readouterr()
    assert said == ""
    assert "error[missing-field]" in noted
    assert noted.endswith(": mend these first, nothing was changed\n")
    assert tree(root) == before


def test_rename(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Vocabulary and records are written, told on standard error, and counted."""
    before = tree(root)
    assert run(["tags", "rename", "Late Reader", "Owl Reader"]) == 0
    said, noted = capsys.readouterr()
    paths = {record_path(1), record_path(3), TAGS}
    assert changed(root, before) == paths
    assert said == "`Late Reader` is now `Owl Reader`: 3 files changed.\n"
    assert noted == "".join(f"  {path}\n" for path in sorted(paths))
    for path in paths:
        old = before[path].decode().replace("Late Reader", "Owl Reader")
        if path == TAGS:
            old = old.replace("- Night Reader\n", "- Night Reader\n      - Late Reader\n")
        assert (root / path).read_text() == old
    assert run(["check", "papers"]) == 0


def test_rename_in_another_vocabulary(root: Path) -> None:
    """`--vocabulary` says whose term it is."""
    before = tree(root)
    assert run(["tags", "rename", "--vocabulary", "methods", "Watching", "Looking"]) == 0
    assert changed(root, before) == {
        "taxonomy/methods.yaml",
        *(record_path(number) for number in (1, 2, 3)),
    }
    assert "methods: [Looking]\n" in (root / record_path(2)).read_text()


def test_rename_of_a_venue(root: Path) -> None:
    """Where a paper was published names a venue as well."""
    text = (root / record_path(1)).read_text()
    write(root, record_path(1), text + "published: {venue: arXiv, date: 2024}\n")
    assert run(["tags", "rename", "--vocabulary", "venues", "arXiv", "xRiv"]) == 0
    text = (root / record_path(1)).read_text()
    assert "venue: xRiv\n" in text
    assert "published: {venue: xRiv, date: 2024}\n" in text


def test_merge(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What goes is an alias of what stays, and records name what stays."""
    before = tree(root)
    assert run(["tags", "merge", "Early Reader", "Slow Reader", "--into", "Late Reader"]) == 0
    said, _ = capsys.readouterr()
    assert said == "`Early Reader`, `Slow Reader` merged into `Late Reader`: 2 files changed.\n"
    assert changed(root, before) == {record_path(2), TAGS}
    assert "tags: [Late Reader]\n" in (root / record_path(2)).read_text()
    assert (
        (root / TAGS)
        .read_text()
        .endswith(
            "terms:\n  - name: Late Reader\n    aliases: \n      - Night Reader\n"
            "      - Early Reader\n      - Slow Reader\n"
        )
    )


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ["rename", "Late Raeder", "New"],
            "`Late Raeder` is no term of taxonomy/tags.yaml",
            "did you mean `Late Reader`?",
        ),
        (
            ["rename", "Late Reader", "Early Reader"],
            "`Early Reader` already names `Early Reader`",
            "merge them: awesome-heads tags merge 'Late Reader' --into 'Early Reader'",
        ),
        (
            ["merge", "Night Reader", "--into", "Early Reader"],
            "`Night Reader` is no term of taxonomy/tags.yaml",
            "did you mean `Late Reader`?",
        ),
        (
            ["merge", "Late Reader", "--into", "Late Reader"],
            "there is nothing to merge",
            "name the terms that should go",
        ),
    ],
)
def test_what_cannot_be_done_is_explained(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
    hint: str,
) -> None:
    """The message says why, the hint what to type; nothing is written, and the code is 2."""
    before = tree(root)
    assert run(["tags", *arguments]) == 2
    assert capsys.readouterr() == ("", f"error: {message}\n  hint: {hint}\n")
    assert tree(root) == before


@pytest.mark.parametrize("new", ["", " ", "!!!", "early-reader", "EARLY READER"])
def test_a_result_that_is_not_valid_is_not_written(
    root: Path, capsys: pytest.CaptureFixture[str], new: str
) -> None:
    """A name that is empty, has no page, or shares another's page changes nothing."""
    before = tree(root)
    assert run(["tags", "rename", "Late Reader", new]) == 1
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.endswith(": the result would not be valid, nothing was changed\n")
    assert tree(root) == before


def test_merge_needs_names(root: Path) -> None:
    """Without a name, or without what they become, the command cannot work."""
    before = tree(root)
    assert run(["tags", "merge", "--into", "Late Reader"]) == 2
    assert run(["tags", "merge", "Late Reader"]) == 2
    assert tree(root) == before


def test_the_program_breaks_no_name_for_another_program(root: Path) -> None:
    """A table that nobody looks at is not wrapped to a terminal's width."""
    name = "Réader " * 30
    write(root, TAGS, (root / TAGS).read_text().replace("Slow Reader", name.strip()))
    done = subprocess.run(
        command("tags", "list"),
        cwd=root,
        env=environment(PYTHONIOENCODING="utf-8", COLUMNS="40"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert name.strip() in done.stdout.decode()
