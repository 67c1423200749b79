"""`schema` as a user calls it."""

import json
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from awesome_heads.cli import run
from awesome_heads.commands.schema import format_schema
from awesome_heads.issue_form import PATH as FORM
from awesome_heads.schemas import list_schema, vocabulary_schema
from tests.lists import command, environment, tree, write, write_list


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small list, which is the working directory."""
    folder = write_list(tmp_path / "list")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("arguments", [[], ["paper"]])
def test_the_schema_of_a_record(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """It is what is printed unless another is asked for, with the terms of this list."""
    before = tree(root)
    assert run(["schema", *arguments]) == 0
    said, noted = capsys.readouterr()
    made = json.loads(said)
    Draft7Validator.check_schema(made)
    assert made["properties"]["tags"]["items"]["enum"] == [
        *("Early Reader", "Late Reader", "Night Reader")
    ]
    assert made["properties"]["venue"]["enum"] == ["Reading Letters", "arXiv"]
    assert made["properties"]["methods"]["items"]["enum"] == ["Watching"]
    assert noted == ""
    assert tree(root) == before


def test_the_other_schemas(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings and vocabularies have the same schema in every list."""
    assert run(["schema", "list", "--root", str(root)]) == 0
    assert json.loads(capsys.readouterr().out) == list_schema()
    assert run(["schema", "taxonomy"]) == 0
    said = capsys.readouterr().out
    assert json.loads(said) == vocabulary_schema()
    assert said == format_schema(vocabulary_schema()) + "\n"


def test_a_broken_list_has_schemas_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor helps most while something is wrong."""
    write(root, "taxonomy/tags.yaml", "")
    write(root, "list.yaml", "name: [\n")
    assert run(["schema"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert "enum" not in made["properties"]["tags"]["items"]
    assert made["properties"]["venue"]["enum"] == ["Reading Letters", "arXiv"]


def test_an_unknown_schema_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message lists those that there are."""
    assert root.is_dir()
    assert run(["schema", "papers"]) == 2
    assert "paper" in capsys.readouterr().err


def test_the_program_prints_json_alone(root: Path) -> None:
    """Standard output can be written to a file as it is, in any encoding."""
    text = (root / "taxonomy/tags.yaml").read_text()
    write(root, "taxonomy/tags.yaml", text.replace("Near", "Näh"))
    done = subprocess.run(
        command("schema"),
        cwd=root,
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["title"]


def test_all_that_follows_from_the_vocabularies_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--write`, schemas and form are in the list's folder, and a second run changes nothing.

    The schemas are those that are printed, and the form offers this list's venues.
    """
    before = tree(root)
    assert run(["schema", "--write"]) == 0
    said = capsys.readouterr().out
    new = {path: data for path, data in tree(root).items() if path not in before}
    assert [*new] == [FORM, "schema/list.json", "schema/paper.json", "schema/taxonomy.json"]
    assert all(f"Wrote {path}.\n" in said for path in new)
    assert run(["schema", "paper"]) == 0
    assert capsys.readouterr().out.encode() == new["schema/paper.json"]
    assert b"Reading Letters" in new[FORM]
    assert run(["schema", "--write"]) == 0
    assert capsys.readouterr().out == "Everything is up to date.\n"


def test_nothing_is_written_where_terms_would_be_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A vocabulary that cannot be read stops `--write`, which says what to do."""
    write(root, "taxonomy/tags.yaml", "terms: [")
    before = tree(root)
    assert run(["schema", "--write"]) == 1
    assert "hint: run `awesome-heads check`" in capsys.readouterr().err
    assert tree(root) == before
