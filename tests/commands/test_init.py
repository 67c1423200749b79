"""`init` as a user calls it: what it asks, writes and refuses, and that its list works at once."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_heads import project
from awesome_heads.cli import run
from tests.github.test_workflows import calls, find_fault
from tests.lists import command, environment, tree, write

REPOSITORY = "https://github.com/example/kites"
GIVEN = ("--repository", REPOSITORY)
SCHEMAS = {
    "vendor.dependabot": [".github/dependabot.yml"],
    "vendor.github-issue-forms": [".github/ISSUE_TEMPLATE/add-paper.yml"],
    "vendor.github-workflows": [
        f".github/workflows/{name}.yml"
        for name in ("add-paper", "links", "publish", "pull-request")
    ],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a list will be: a folder that is not there yet, in the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "kites"


@pytest.fixture
def begun(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new list, made of the defaults."""
    assert run(["init", "kites", *GIVEN]) == 0
    capsys.readouterr()
    return folder


def test_a_list_checks_and_builds_at_once(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No rule objects to anything, the README is what a build makes, and the site is built."""
    assert run(["check", "--root", "kites"]) == 0
    assert capsys.readouterr().out == "1 record checked: no problems.\n"
    assert run(["build", "--root", "kites", "--check"]) == 0
    assert run(["build", "--root", "kites"]) == 0
    assert run(["schema", "--root", "kites", "--write"]) == 0
    assert "Everything is up to date.\n" in capsys.readouterr().out
    assert (begun / "site" / "papers" / "an-example" / "index.html").is_file()


def test_what_is_said_names_the_next_steps(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The user reads what was made, and calls that exist, on standard output alone."""
    assert run(["init", "kites", *GIVEN]) == 0
    said, noted = capsys.readouterr()
    assert noted == ""
    assert said.startswith(f"Made the list Awesome Kites in kites: {len(tree(folder))} files.\n")
    assert "Settings > Pages" in said
    named = re.findall(r"^  awesome-heads (\w+)", said, re.MULTILINE)
    assert named == ["serve", "add", "check", "build"]


def test_options_fill_in_the_settings(folder: Path) -> None:
    """Each answer is where the settings have it, whatever signs it holds."""
    answers = {
        "--name": 'Kites: a "list" #1 & more',
        "--description": "What *they* do at 100%",
        "--repository": "https://gitlab.example/ada/kites",
        "--site": "https://kites.example/",
        "--language": "zh-Hans",
    }
    assert run(["init", "kites", *(part for pair in answers.items() for part in pair)]) == 0
    loaded, found = project.load(folder)
    assert found == []
    assert loaded is not None
    config = loaded.config
    assert (config.name, config.description) == (answers["--name"], "What *they* do at 100%.")
    assert (config.repository_url, config.site_url) == (
        *(answers["--repository"], answers["--site"]),
    )
    assert config.language == "zh-Hans"


def test_the_example_may_go(begun: Path) -> None:
    """Without its only record, a list still checks and builds, and nothing links to it."""
    (begun / "papers" / "2024" / "an-example.yaml").unlink()
    assert run(["build", "--root", "kites"]) == 0
    assert run(["check", "--root", "kites"]) == 0
    assert b"an-example.yaml" not in (begun / "README.md").read_bytes()
    assert b"an-example.yaml" not in (begun / "CONTRIBUTING.md").read_bytes()


# What is asked


def test_a_terminal_is_asked(folder: Path) -> None:
    """On a terminal, three things are asked, and one of them again where it cannot be."""
    leader, follower = pty.openpty()
    child = subprocess.Popen(
        command("init", "kites"),
        cwd=folder.parent,
        env=environment(),
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.write(leader, b"\nPapers on kites\nnowhere\nhttps://github.com/example/kites\n")
    _, asked = child.communicate(timeout=60)
    os.close(leader)
    os.close(follower)
    assert child.returncode == 0, asked
    assert asked.count("Name of the list [Awesome Kites]: ") == 1
    assert asked.count("Address of its repository: ") == 2
    assert "`nowhere` is not a web address" in asked
    assert "site" not in asked
    settings_text = (folder / "list.yaml").read_text(encoding="utf-8")
    assert "\nname: Awesome Kites\n" in settings_text
    assert "\ndescription: Papers on kites.\n" in settings_text
    assert f"\nrepository_url: {REPOSITORY}\n" in settings_text


def test_without_a_terminal_the_missing_option_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody can be asked and nothing be guessed: the error says which option answers it."""
    assert run(["init", "kites", "--yes"]) == 2
    assert "--repository" in capsys.readouterr().err
    assert run(["init", "kites", "--repository", "https://gitlab.example/ada/kites"]) == 2
    assert "--site" in capsys.readouterr().err
    assert not folder.exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [("--repository", "kites"), ("--site", "kites.example"), ("--name", " "), ("--language", "")],
)
def test_a_wrong_answer_is_told_with_its_option(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    """An answer that cannot be is refused by the name of its option, and nothing is made."""
    assert run(["init", "kites", *GIVEN, option, value]) == 2
    assert f"error: {option}: " in capsys.readouterr().err
    assert not folder.exists()


# What is refused


def test_no_file_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that are in the way are named, all of them, and nothing is written."""
    write(folder, "README.md", "My own.\n")
    write(folder, "taxonomy/tags.yaml", "mine\n")
    write(folder, "LICENSE", "Mine.\n")
    before = tree(folder)
    assert run(["init", "kites", *GIVEN]) == 2
    noted = capsys.readouterr().err
    assert "kites already has README.md and taxonomy/tags.yaml" in noted
    assert tree(folder) == before


def test_made_files_are_not_overwritten_either(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture that the build would make anew is in the way as well."""
    write(folder, "assets/taxonomy-dark.svg", "<svg/>")
    assert run(["init", "kites", *GIVEN]) == 2
    assert "assets/taxonomy-dark.svg" in capsys.readouterr().err
    assert [*tree(folder)] == ["assets/taxonomy-dark.svg"]


def test_other_files_stay(folder: Path) -> None:
    """A clone of an empty repository, with a licence in it, takes a list."""
    write(folder, "LICENSE", "Mine.\n")
    assert run(["init", "kites", *GIVEN]) == 0
    assert (folder / "LICENSE").read_text() == "Mine.\n"
    assert run(["check", "--root", "kites"]) == 0


def test_a_file_is_no_place_for_a_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is a file is refused as such, and so is one below it."""
    folder.write_text("")
    for path in ("kites", "kites/below"):
        assert run(["init", path, *GIVEN]) in {1, 2}
        assert "Traceback" not in capsys.readouterr().err
    assert folder.read_text() == ""


@given(
    name=st.text(st.characters(codec="utf-8"), max_size=30),
    description=st.text(st.characters(codec="utf-8"), max_size=60),
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_answer_makes_a_list_that_is_valid_or_none(name: str, description: str) -> None:
    """Whatever is typed, either there is a list that checks, or there is nothing at all."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "list"
        answers = (f"--name={name}", f"--description={description}")
        if run(["init", str(root), *GIVEN, *answers]) == 0:
            assert run(["check", "--root", str(root)]) == 0
            assert run(["build", "--root", str(root), "--only", "readme", "--check"]) == 0
        else:
            assert not root.exists()


# What runs on GitHub


def test_workflows_and_forms_fit_their_schemas(begun: Path) -> None:
    """Each file that GitHub reads is held against the schema that is published for it."""
    for schema, paths in SCHEMAS.items():
        program = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
        done = subprocess.run([*program, *paths], cwd=begun, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode()
    assert sorted(path for paths in SCHEMAS.values() for path in paths) == sorted(
        path for path in tree(begun) if path.startswith(".github/") and path.endswith(".yml")
    )


def test_workflows_are_safe(begun: Path) -> None:
    """zizmor, the judge of this repository's workflows, finds nothing in those of a new list."""
    program = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [program, "--offline", "--quiet", "--persona", "auditor", ".github"],
        cwd=begun,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def shell_of(root: Path) -> Iterator[str]:
    """Whatever of a list's files calls the program."""
    for path, data in tree(root).items():
        if path.endswith((".sh", ".yml")):
            yield data.decode()
    yield "\n".join(re.findall(r"`(awesome-heads [^`]+)`", (root / "CONTRIBUTING.md").read_text()))


def test_every_call_is_one_the_program_understands(begun: Path) -> None:
    """Commands and options in workflows, scripts and the guide exist."""
    found = [arguments for text in shell_of(begun) for arguments in calls(text)]
    assert {"add", "build", "check", "import", "schema", "serve"} <= {each[0] for each in found}
    assert [fault for each in found if (fault := find_fault(each))] == []


def test_scripts_that_workflows_run_are_there(begun: Path) -> None:
    """Every script that a workflow names came with the list, and none lies idle."""
    scripts = {path for path in tree(begun) if path.startswith(".github/scripts/")}
    text = "".join(path.read_text() for path in (begun / ".github" / "workflows").iterdir())
    named = set(re.findall(r"bash (\.github/scripts/[\w-]+\.sh)", text))
    assert scripts == named | {".github/scripts/shared.sh"}
