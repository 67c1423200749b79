"""`check` as a user calls it: what it reports, in which form, and what it mends."""

import json
import os
import pty
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from awesome_heads import HOME
from awesome_heads.cli import run
from tests.lists import command, environment, tree, write
from tests.repositories import begin, commit, git, isolate

BASE = Path(__file__).parents[1] / "data" / "base"
FIRST = "papers/2024/a-first-paper.yaml"
SECOND = "papers/2023/a-second-paper.yaml"
ANSI = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list that no rule objects to, which is the working directory."""
    isolate(monkeypatch, tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    folder = tmp_path / "list"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    return folder


def change(root: Path, path: str, old: str, new: str) -> None:
    """Change a passage of a file, line ends as they are."""
    data = (root / path).read_bytes()
    assert old.encode() in data
    (root / path).write_bytes(data.replace(old.encode(), new.encode()))


def unknown_tag(root: Path, path: str = FIRST) -> None:
    """Make an error of a record."""
    change(root, path, "Harbour Head]", "Harbor Head]")


def alias(root: Path, path: str = FIRST) -> None:
    """Make a warning of a record that can be mended."""
    change(root, path, "venue: arXiv", "venue: CoRR  # kept")


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the diagnostics of a check."""
    capsys.readouterr()
    code = run(["check", "--format", "json", *arguments])
    said, _ = capsys.readouterr()
    return code, json.loads(said)["diagnostics"]


def paths(found: list[dict[str, Any]]) -> set[str]:
    """The files that diagnostics are about."""
    return {each["path"] for each in found}


# Forms and exit codes


def test_a_list_in_order(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard output says so; the code is 0, and nothing is written."""
    before = tree(root)
    assert run(["check"]) == 0
    assert capsys.readouterr() == ("2 records checked: no problems.\n", "")
    assert tree(root) == before


def test_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Diagnostics go to standard error with their hints, the total to standard output."""
    unknown_tag(root)
    alias(root)
    assert run(["check"]) == 1
    said, noted = capsys.readouterr()
    assert noted.splitlines()[:4] == [
        f"{FIRST}:6:8: warning[alias-used] `CoRR` is another name of `arXiv`",
        "  hint: write `arXiv`",
        f"{FIRST}:12:36: error[unknown-term] `Harbor Head` is no term of taxonomy/tags.yaml",
        "  hint: did you mean `Harbour Head`? otherwise add it there in the same pull request",
    ]
    assert said.startswith("2 records checked: 1 error")
    assert said.endswith("; `awesome-heads check --fix` mends 1 of them.\n")
    assert " | " not in noted
    assert "^" not in noted


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_only_an_error_fails(root: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Warnings and notes give 0 in every form, an error gives 1."""
    assert run(["check", "--format", form]) == 0
    alias(root)
    assert run(["check", "--format", form]) == 0
    unknown_tag(root)
    assert run(["check", "--format", form]) == 1
    assert "unknown-term" in "".join(capsys.readouterr())


def test_a_list_decides_what_matters(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `list.yaml` makes an error fails the check, and what it ignores is not told."""
    alias(root)
    with (root / "list.yaml").open("a") as settings:
        settings.write("rules:\n  error: [alias-used]\n")
    assert run(["check"]) == 1
    change(root, "list.yaml", "  error:", "  ignore:")
    capsys.readouterr()
    assert run(["check"]) == 0
    assert capsys.readouterr().err == ""


def test_github(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Annotations go to standard output, errors first, and nothing else does."""
    alias(root)
    unknown_tag(root)
    assert run(["check", "--format", "github"]) == 1
    said, noted = capsys.readouterr()
    lines = said.splitlines()
    assert lines[0].startswith(f"::error file={FIRST},line=12,col=36,endLine=12,endColumn=47,")
    assert any(line.startswith(f"::warning file={FIRST},line=6,") for line in lines)
    assert all(line.startswith("::") for line in lines)
    assert noted == ""


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_a_table_is_appended_to_the_summary(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str
) -> None:
    """What other steps wrote there stays, in every form; a list in order is a sentence."""
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run(["check", "--format", form]) == 0
    unknown_tag(root)
    assert run(["check", "--format", form]) == 1
    lines = summary.read_text().splitlines()
    assert lines[:3] == [
        "# Before",
        "Every record is in order.",
        "| Where | Weight | Rule | What is wrong | What to do |",
    ]
    assert any(line.startswith(f"| {FIRST}:12 | error | unknown-term | ") for line in lines)


def test_a_summary_that_cannot_be_written_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command ends in a message, not in a traceback."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / "nowhere" / "summary.md"))
    assert run(["check", "--format", "github"]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_json(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The object is all that standard output holds."""
    alias(root)
    code, found = report(capsys)
    assert code == 0
    (each,) = [each for each in found if each["rule"] == "alias-used"]
    assert each == {
        "path": FIRST,
        "line": 6,
        "column": 8,
        "end_column": 12,
        "rule": "alias-used",
        "severity": "warning",
        "message": "`CoRR` is another name of `arXiv`",
        "hint": "write `arXiv`",
        "fixable": True,
    }


def test_sarif(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Results name the page of rules, which is the program's and not the list's."""
    unknown_tag(root)
    assert run(["check", "--format", "sarif"]) == 1
    said, noted = capsys.readouterr()
    (only,) = json.loads(said)["runs"]
    driver = only["tool"]["driver"]
    assert driver["informationUri"] == f"{HOME}/blob/main/docs/rules.md"
    errors = [each for each in only["results"] if each["level"] == "error"]
    assert [each["ruleId"] for each in errors] == ["unknown-term"]
    assert noted == ""


def test_sarif_without_settings_has_whole_addresses(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The standard wants absolute addresses, also where `list.yaml` cannot be read."""
    write(root, "list.yaml", "name: x\n")
    assert run(["check", "--format", "sarif"]) == 1
    driver = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]
    addresses = [driver.get("informationUri"), *(rule.get("helpUri") for rule in driver["rules"])]
    assert all(each is None or each.startswith("https://") for each in addresses)


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_everything_is_told_at_once(
    root: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """No broken file hides another one, whatever is broken."""
    write(root, "list.yaml", "name: [\n")
    write(root, "taxonomy/venues.yaml", "")
    (root / FIRST).write_bytes(b"title: \xff\n")
    write(root, SECOND, "title: x\ntitle: y\n")
    write(root, "papers/stray.yaml", "")
    assert run(["check", "--format", form]) == 1
    told = "".join(capsys.readouterr())
    for name in ("list.yaml", "venues.yaml", "a-first-paper", "a-second-paper", "stray"):
        assert name in told


# Terminals


def on_terminal(root: Path, *arguments: str, **changes: str) -> str:
    """What the program writes to standard error when that is a terminal."""
    leader, follower = pty.openpty()
    variables = {**environment(TERM="xterm-256color"), **changes}
    variables = {name: value for name, value in variables.items() if value}
    with subprocess.Popen(
        command("check", *arguments),
        cwd=root,
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=follower,
    ):
        os.close(follower)
        parts = []
        try:
            while part := os.read(leader, 4096):
                parts.append(part)
        except OSError:  # Linux answers so when the other end is closed.
            pass
        finally:
            os.close(leader)
    return b"".join(parts).decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_line_and_marks_the_fault(root: Path) -> None:
    """The line stands below the message with carets under the fault; tabs keep them in place."""
    unknown_tag(root)
    told = ANSI.sub("", on_terminal(root))
    mark = told.index("  hint: ")
    assert told[: mark + 8].endswith(
        "is no term of taxonomy/tags.yaml\n"
        "   12 | tags: [Lantern Head, Compass Head, Harbor Head]\n"
        "      |                                    ^^^^^^^^^^^\n"
        "  hint: "
    )


def test_colours_are_for_terminals_and_no_color_is_honoured(root: Path) -> None:
    """The weight is coloured on a terminal, unless NO_COLOR asks for none."""
    unknown_tag(root)
    colour = re.compile(r"\x1b\[[0-9;]*3[0-9]m")
    coloured = on_terminal(root, NO_COLOR="")
    assert colour.search(coloured)
    assert not colour.search(on_terminal(root, NO_COLOR="1"))
    assert f"{FIRST}:12:36: error[unknown-term]" in ANSI.sub("", coloured)


def test_a_line_that_cannot_be_shown_is_left_out(root: Path) -> None:
    """A diagnostic of an empty or missing file has no line to show, and bytes are shown as can."""
    (root / "taxonomy/tags.yaml").unlink()
    (root / FIRST).write_bytes(b"title: \xff\n")
    write(root, SECOND, "")
    told = ANSI.sub("", on_terminal(root))
    assert "    1 | title: \ufffd\n      |        ^\n" in told
    assert told.count(" | ") == 2


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_the_program_writes_every_form(root: Path, form: str) -> None:
    """As a program: the code tells, results go to standard output, and there is no traceback."""
    unknown_tag(root)
    done = subprocess.run(
        command("check", "--format", form),
        cwd=root.parent,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    done = subprocess.run(
        command("check", "--format", form, "--root", str(root)),
        cwd=root.parent,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"unknown-term" in (done.stderr if form == "text" else done.stdout)


# Which files


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ((), {FIRST, SECOND}),
        ((FIRST,), {FIRST}),
        (("papers/2023",), {SECOND}),
        (("papers/2023/",), {SECOND}),
        (("papers",), {FIRST, SECOND}),
        (("papers/2023", FIRST), {FIRST, SECOND}),
        ((".",), {FIRST, SECOND}),
        ((f"papers/../{FIRST}",), {FIRST}),
        (("taxonomy",), set()),
        (("list.yaml",), set()),
    ],
)
def test_paths_limit_what_is_told(
    root: Path, capsys: pytest.CaptureFixture[str], named: tuple[str, ...], told: set[str]
) -> None:
    """Files and folders may be named, and only their errors count."""
    unknown_tag(root)
    unknown_tag(root, SECOND)
    code, found = report(capsys, *named)
    errors = [each for each in found if each["severity"] == "error"]
    assert paths(errors) == told
    assert code == int(bool(told))


def test_paths_are_those_of_the_working_directory(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path starts where the user stands; a folder's name is no mere beginning."""
    unknown_tag(root)
    unknown_tag(root, SECOND)
    write(root, "papers/2023-notes/x.txt", "")
    monkeypatch.chdir(root / "papers")
    assert paths(report(capsys, "2024")[1]) == {FIRST}
    assert paths(report(capsys, "2023-notes")[1]) == set()
    assert paths(report(capsys, str(root / SECOND))[1]) == {SECOND}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("..", "is not part of the list"),
        ("../other.yaml", "is not part of the list"),
        ("papers/2024/none.yaml", "there is no papers/2024/none.yaml"),
        ("nowhere", "there is no nowhere"),
    ],
)
def test_paths_elsewhere_are_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str], path: str, message: str
) -> None:
    """A file that is not there, or not the list's, is told with code 2; nothing is checked."""
    write(root.parent, "other.yaml", "")
    unknown_tag(root)
    assert run(["check", path]) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert message in noted
    assert "  hint: " in noted


def test_rules_that_compare_see_the_whole_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record is compared with those that are not reported on."""
    change(root, FIRST, "https://arxiv.org/abs/2401.00000", "https://arxiv.org/abs/2304.00000")
    _, whole = report(capsys)
    assert "same-paper" in {each["rule"] for each in whole}
    for path in (FIRST, SECOND):
        _, found = report(capsys, path)
        assert found == [each for each in whole if each["path"] == path]


# Since a revision


def test_since_limits_to_what_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Committed, unsaved and new files count; what was wrong before is not told."""
    unknown_tag(root)
    first = begin(root)
    assert report(capsys, "--since", "HEAD") == (0, [])
    unknown_tag(root, SECOND)
    code, found = report(capsys, "--since", "HEAD")
    assert code == 1
    assert SECOND in paths(found)
    assert FIRST not in paths(found)
    commit(root)
    assert report(capsys, "--since", "HEAD") == (0, [])
    assert paths(report(capsys, "--since", first)[1]) == paths(found)
    write(root, "papers/2024/new.yaml", "title: x\n")
    assert paths(report(capsys, "--since", "main")[1]) == {"papers/2024/new.yaml"}


def test_since_and_paths_are_added_up(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was named is reported on beside what changed."""
    unknown_tag(root)
    begin(root)
    write(root, "papers/2024/new.yaml", "title: x\n")
    found = report(capsys, "--since", "HEAD", FIRST)[1]
    assert paths(found) == {FIRST, "papers/2024/new.yaml"}


def test_since_an_unknown_revision(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No repository, no such revision or a shallow clone is wrong usage, with a hint."""
    assert run(["check", "--since", "main"]) == 2
    assert "git knows no revision `main` here" in capsys.readouterr().err
    begin(root)
    assert run(["check", "--since", "nowhere"]) == 2
    assert "git knows no revision `nowhere` here\n  hint: " in capsys.readouterr().err
    commit(root)
    git(root.parent, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    assert run(["check", "--root", str(root.parent / "shallow"), "--since", "HEAD~1"]) == 2
    assert "in a shallow clone fetch it first" in capsys.readouterr().err


# Mending


def test_fix_mends_and_says_what(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem mended is told on standard error, and then what is left."""
    alias(root)
    before = (root / FIRST).read_text()
    assert run(["check", "--fix"]) == 0
    said, noted = capsys.readouterr()
    assert noted == (
        f"fixed {FIRST}:6 alias-used: `CoRR` is another name of `arXiv`\n1 problem fixed.\n"
    )
    assert said == "2 records checked: no problems.\n"
    assert (root / FIRST).read_text() == before.replace("CoRR", "arXiv")


def test_a_second_fix_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is mended stays mended."""
    alias(root)
    change(root, FIRST, "Lantern Head,", "Date Lantern Head,")
    assert run(["check", "--fix"]) == 0
    stamps = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    capsys.readouterr()
    assert run(["check", "--fix"]) == 0
    assert capsys.readouterr().err == "0 problems fixed.\n"
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == stamps


def test_fix_keeps_all_other_lines(root: Path) -> None:
    """Comments, order, quotes, blanks and the bytes of every line without a fault stay."""
    text = (
        (BASE / FIRST)
        .read_text()
        .replace("title: Lantern Heads", "# kept: 面包\ntitle:   'Lantern Heads")
        .replace("Tables\n", "Tables'   # why\n")
        .replace("venue: arXiv", "\nvenue:  'CoRR'  # kept", 1)
        .replace("[Lantern Head,", "[ Date Lantern Head ,")
    )
    (root / FIRST).write_bytes(text.encode())
    assert run(["check", "--fix"]) == 0
    expected = text.replace("'CoRR'", "'arXiv'").replace("Date Lantern Head ,", "Lantern Head ,")
    assert (root / FIRST).read_bytes().decode() == expected


def test_fix_is_limited_to_the_files_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other files stay as they are, and are not reported on."""
    alias(root)
    alias(root, SECOND)
    before = tree(root)
    assert run(["check", "--fix", "papers/2023"]) == 0
    said, noted = capsys.readouterr()
    assert noted.count("fixed ") == 1
    assert said == "2 records checked: no problems.\n"
    after = tree(root)
    assert {path for path in after if after[path] != before[path]} == {SECOND}


def test_fix_since_a_revision(root: Path) -> None:
    """Only files that changed are mended."""
    alias(root, SECOND)
    begin(root)
    alias(root)
    before = tree(root)
    assert run(["check", "--fix", "--since", "HEAD"]) == 0
    after = tree(root)
    assert {path for path in after if after[path] != before[path]} == {FIRST}


def test_fix_mends_what_it_can_of_a_broken_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be mended is told afterwards, and the code is 1."""
    alias(root)
    unknown_tag(root, SECOND)
    assert run(["check", "--fix", "--format", "json"]) == 1
    said, noted = capsys.readouterr()
    assert noted.endswith("1 problem fixed.\n")
    rules = {each["rule"] for each in json.loads(said)["diagnostics"]}
    assert "unknown-term" in rules
    assert "alias-used" not in rules


def test_fix_comes_to_an_end(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rounds are limited, and what was mended until then is told."""
    monkeypatch.setattr("awesome_heads.commands.check._MOST_ROUNDS", 1)
    alias(root)
    assert run(["check", "--fix"]) == 0
    assert capsys.readouterr().err.endswith("\n1 problem fixed.\n")


# The README


def test_a_stale_readme_is_a_note(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that the README does not show yet fails nothing; there need be no README."""
    assert run(["build", "--only", "readme"]) == 0
    assert report(capsys) == (0, [])
    change(root, FIRST, "Lantern Heads Carry", "Lantern Heads Keep")
    code, found = report(capsys)
    assert code == 0
    assert [(each["rule"], each["severity"], each["path"]) for each in found] == [
        ("readme-stale", "note", "README.md")
    ]


def test_an_edited_readme_is_an_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row added by hand would be lost, which is told once."""
    assert run(["build", "--only", "readme"]) == 0
    change(root, "README.md", "# Awesome", "# My Awesome")
    code, found = report(capsys)
    assert code == 1
    assert [(each["rule"], each["severity"]) for each in found] == [("readme-edited", "error")]


def test_a_readme_is_not_compared_with_a_broken_list(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the records make of it is unknown until they can be read."""
    assert run(["build", "--only", "readme"]) == 0
    write(root, FIRST, "title: x\n")
    _, found = report(capsys)
    assert "readme-stale" not in {each["rule"] for each in found}


@pytest.mark.parametrize("arguments", [["check"], ["build"]])
def test_no_text_forges_a_workflow_command(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """In a workflow's log a line that begins with `::` is a command, so none of a record's does."""
    change(root, FIRST, "date: 2024-01-20", 'date: "x\\n::stop-commands::y"')
    assert run(arguments) == 1
    told = "".join(capsys.readouterr())
    assert [line for line in told.splitlines() if line.lstrip().startswith("::")] == []


@pytest.mark.parametrize(
    "form",
    [
        *("text", "github", "json"),
        "sarif",
    ],
)
def test_a_name_that_is_no_text_ends_in_no_traceback(root: Path, form: str) -> None:
    """A record whose file name is not UTF-8 is told like any other fault."""
    strange = os.fsdecode(b"papers/2024/caf\xe9.yaml")
    shutil.copy(root / FIRST, root / strange)
    done = subprocess.run(
        command("check", "--format", form),
        cwd=root,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1
