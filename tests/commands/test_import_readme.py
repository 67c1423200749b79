"""`import --from readme`: a list's README in, records and a report out."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from awesome_heads import cli, disk
from tests.shelf import records

DATA = Path(__file__).parents[1] / "data"
READMES = DATA / "readmes"
BASE = DATA / "base"

each_form = pytest.mark.parametrize("form", ["tables", "bullets", "pipes", "links", "variants"])


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day in every test."""
    monkeypatch.setattr(disk, "today", lambda: dt.date(2026, 1, 15))


def a_copy(folder: Path) -> Path:
    """The list that holds no mistake, to write into."""
    return Path(shutil.copytree(BASE, folder / "list"))


def run(root: Path, file: Path | str, *options: str) -> int:
    """Run the command."""
    return cli.run(["import", str(file), "--from", "readme", "--root", str(root), *options])


def new_records(root: Path) -> dict[str, str]:
    """Records that the list had not before, by path."""
    return {path: text for path, text in records(root).items() if not (BASE / path).exists()}


@each_form
def test_forms(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A made-up README of each form, with every irregularity, gives what is written down."""
    root = a_copy(tmp_path)
    run(root, READMES / f"{form}.md")
    blocks = [f"{path}:\n{text}" for path, text in new_records(root).items()]
    told = "\n".join([capsys.readouterr().out, *blocks])
    assert told == (READMES / f"{form}.expected.txt").read_text("utf-8")


@each_form
def test_again(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run takes nothing and changes nothing."""
    root = a_copy(tmp_path)
    run(root, READMES / f"{form}.md")
    before = records(root)
    capsys.readouterr()
    run(root, READMES / f"{form}.md")
    assert records(root) == before
    assert " 0 taken; " in capsys.readouterr().out


@each_form
def test_dry_run(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run writes nothing and tells the same paths."""
    root = a_copy(tmp_path)
    code = run(root, READMES / f"{form}.md", "--dry-run")
    told = capsys.readouterr().out
    assert records(root) == records(BASE)
    assert run(root, READMES / f"{form}.md") == code
    assert capsys.readouterr().out == told.replace("would be written", "written")


def test_exit_code(tmp_path: Path) -> None:
    """The exit code is 1 where a row was left, and 0 where none was."""
    assert run(a_copy(tmp_path / "one"), READMES / "tables.md") == 1
    assert run(a_copy(tmp_path / "two"), READMES / "links.md") == 0


def test_what_is_listed_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row whose title or address a record has is told by that record, which stays as it is."""
    root = a_copy(tmp_path)
    title = next(
        line.removeprefix("title: ").strip("'")
        for line in records(root)["papers/2024/a-first-paper.yaml"].splitlines()
        if line.startswith("title: ")
    )
    file = tmp_path / "list.md"
    file.write_text(f"- **{title}**. [[paper](https://else.example/paper.pdf)]\n", "utf-8")
    assert run(root, file) == 0
    assert records(root) == records(BASE)
    assert "as papers/2024/a-first-paper.yaml" in capsys.readouterr().out


def test_twice_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A paper that the file names twice gets one record."""
    file = tmp_path / "list.md"
    item = "- [A Lamp](https://arxiv.org/abs/2401.12345)"
    file.write_text(f"{item}\n{item}v2\n".replace(")v2", "v2)"), "utf-8")
    root = a_copy(tmp_path)
    run(root, file)
    assert len(new_records(root)) == 1
    assert "2 rows: 1 taken" in capsys.readouterr().out


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is wrong use; so is a dry run of an issue."""
    root = a_copy(tmp_path)
    assert run(root, tmp_path / "none.md") == 2
    call = ["import", str(READMES / "links.md"), "--root", str(root), "--dry-run"]
    assert cli.run(call) == 2


def test_a_broken_list(tmp_path: Path) -> None:
    """Nothing is imported into a list whose vocabularies cannot be read."""
    root = a_copy(tmp_path)
    (root / "taxonomy" / "tags.yaml").write_text("terms: [", "utf-8")
    assert run(root, READMES / "links.md") == 1
    assert not new_records(root)
