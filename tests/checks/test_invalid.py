"""Every rule has a broken list of its own, and says exactly what is expected there."""

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads import checks, project
from awesome_heads.commands.check import find
from awesome_heads.diagnostics import Diagnostic, Edit
from awesome_heads.mending import mend

DATA = Path(__file__).parents[1] / "data"
BASE = DATA / "base"
FOLDERS = sorted(path for path in (DATA / "invalid").iterdir() if path.is_dir())
TODAY = dt.date(2026, 1, 15)
MOST_PASSES = 5

each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
mended_folder = pytest.mark.parametrize(
    "folder", [each for each in FOLDERS if (each / "fixed").is_dir()], ids=lambda each: each.name
)
each_rule = pytest.mark.parametrize("rule", checks.RULES, ids=lambda rule: rule.name)


def lay_out(folder: Path, root: Path) -> Path:
    """Make a list of the valid one, less what `remove.txt` names, under the folder's own files.

    Of a file whose name has `{number}`, there are as many as `copies.txt` says.
    """
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    removals = folder / "remove.txt"
    for line in removals.read_text("utf-8").splitlines() if removals.is_file() else ():
        (root / line).unlink()
    copies = folder / "copies.txt"
    number = int(copies.read_text("utf-8")) if copies.is_file() else 1
    for path, data in overlay(folder).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        for place in range(number if "{number}" in path else 1):
            each = str(place).encode()
            target = root / path.replace("{number}", str(place))
            target.write_bytes(data.replace(b"{number}", each) if number > 1 else data)
    return root


def overlay(folder: Path) -> dict[str, bytes]:
    """The folder's files as a list has them, without what tells the test about them."""
    told = {"copies.txt", "expected.txt", "remove.txt"}
    return {
        path: data
        for path, data in files(folder).items()
        if path not in told and not path.startswith("fixed/")
    }


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def check(root: Path) -> list[Diagnostic]:
    """What `awesome-heads check` says of a list on a fixed day."""
    return find(root, project.read(root, TODAY))


def report(found: list[Diagnostic]) -> str:
    """The diagnostics as `expected.txt` writes them."""
    return "".join(line for each in found for line in _lines(each))


def _lines(each: Diagnostic) -> Iterator[str]:
    path, line, column, end = each.location
    place = f"{path}:{line}:{column}-{end}"
    yield f"{place}: {each.severity.label}[{each.rule}] {each.message}\n"
    if each.hint:
        yield f"  hint: {each.hint}\n"


def mend_once(root: Path) -> dict[str, list[Edit]]:
    """Apply one round of edits to a list; those of each file that was changed."""
    found = check(root)
    outputs = mend(found, project.read(root, TODAY).files, lambda _: True).outputs
    for output in outputs:
        (root / output.path).write_bytes(output.data)
    return {
        output.path: [
            each.edit for each in found if each.edit and each.location.path == output.path
        ]
        for output in outputs
    }


def test_the_base_list_has_no_finding() -> None:
    """No rule finds anything in the list that all others are made from."""
    assert report(check(BASE)) == ""


@each_folder
def test_findings(folder: Path, tmp_path: Path) -> None:
    """A broken list gets just the diagnostics written down for it."""
    found = check(lay_out(folder, tmp_path))
    assert report(found) == (folder / "expected.txt").read_text("utf-8")


@each_folder
def test_the_rule_speaks(folder: Path, tmp_path: Path) -> None:
    """The rule that a folder is named after finds something there."""
    assert folder.name in {each.rule for each in check(lay_out(folder, tmp_path))}


@each_folder
def test_places(folder: Path, tmp_path: Path) -> None:
    """Every diagnostic points at a stretch of one line, counted from 1."""
    for each in check(lay_out(folder, tmp_path)):
        _, line, column, end = each.location
        assert line >= 1
        assert end >= column >= 1


@mended_folder
def test_edits(folder: Path, tmp_path: Path) -> None:
    """Edits, repeated until none is left, give the files in `fixed/`, and change no others."""
    before = files(lay_out(folder, tmp_path))
    for _ in range(MOST_PASSES):
        if not mend_once(tmp_path):
            break
    mended = {path: data for path, data in files(tmp_path).items() if before[path] != data}
    assert mended == files(folder / "fixed")
    assert not mend_once(tmp_path)


@mended_folder
def test_edits_leave_other_lines_alone(folder: Path, tmp_path: Path) -> None:
    """Lines that no edit touches stay as they are, in the same order."""
    before = files(lay_out(folder, tmp_path))
    for path, edits in mend_once(tmp_path).items():
        left = Counter((tmp_path / path).read_bytes().decode("utf-8-sig").split("\n"))
        assert Counter(_untouched(before[path].decode("utf-8-sig"), edits)) <= left


def _untouched(text: str, edits: list[Edit]) -> Iterator[str]:
    """The lines of a text that overlap none of the edits."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if all(edit.end < start or end < edit.start for edit in edits):
            yield line
        start = end + 1


@pytest.mark.parametrize(
    "folder",
    [each for each in FOLDERS if not (each / "copies.txt").is_file()],
    ids=lambda each: each.name,
)
def test_a_file_alone_is_told_what_it_is_told_among_all(folder: Path, tmp_path: Path) -> None:
    """A rule that does not say it compares files finds the same in each of them by itself."""
    case = project.read(lay_out(folder, tmp_path), TODAY)
    paths = [source.path for source in case.files]
    for rule in checks.RULES:
        if not rule.across:
            everything = list(rule.check(case))
            alone = [
                each
                for path in paths
                for each in rule.check(case.narrowed(path.__eq__))
                if each.location.path == path
            ]
            of_files = [each for each in everything if each.location.path in paths]
            assert sorted(map(repr, alone)) == sorted(map(repr, of_files)), rule.name


@each_rule
def test_every_rule_has_a_folder(rule: checks.Rule) -> None:
    """There is a broken list for every rule, so that each is seen at work."""
    assert (DATA / "invalid" / rule.name / "expected.txt").is_file()


@each_rule
def test_fixable_rules_have_mended_files(rule: checks.Rule) -> None:
    """A rule that says it can mend has a `fixed/` that shows it."""
    assert not rule.fixable or (DATA / "invalid" / rule.name / "fixed").is_dir()


@each_rule
def test_every_rule_is_documented(rule: checks.Rule) -> None:
    """A rule's docstring says what it refuses, why, with an example, and what to do."""
    assert list(rule.sections) == ["What", "Why", "Example", "Fix"]
    assert all(rule.sections.values())


def test_folders_and_rules_match() -> None:
    """Every folder is named after a rule, and no two rules share a name."""
    names = Counter(rule.name for rule in checks.RULES)
    assert {folder.name for folder in FOLDERS} <= names.keys()
    assert set(names.values()) == {1}
