"""`import` of bibliographies: drafts of what is new, and records that are completed."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from awesome_heads import cli, disk, project
from awesome_heads.formats.bibliography import FORMATS
from awesome_heads.importing.bibliographies import PARSERS
from tests.shelf import records

DATA = Path(__file__).parents[1] / "data"
BASE = DATA / "base"
FIRST = "papers/2024/a-first-paper.yaml"
WORN = {"bibtex": "worn.bib", "ris": "worn.ris", "csl-json": "worn.csl.json", "yaml": "worn.yaml"}
ENTRY = """\
@inproceedings{first, title = {Lantern Heads Carry Dates Across Long Tables},
  author = {Example, Ada and Sample, Bo and Specimen, Cleo}, eprint = {2401.00000},
  booktitle = {Clearwater}, year = 2024, month = aug, pages = {3--9}, doi = {10.5555/lantern}}
"""


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day in every test."""
    monkeypatch.setattr(disk, "today", lambda: dt.date(2026, 1, 15))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The list that holds no mistake, to write into."""
    return Path(shutil.copytree(BASE, tmp_path / "list"))


def run(root: Path, text: str | bytes, form: str, *options: str) -> int:
    """Import a file of a text."""
    file = root.parent / "file"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return cli.run(["import", str(file), "--from", form, "--root", str(root), *options])


@pytest.mark.parametrize("form", WORN)
def test_worn_files(form: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is taken and what is left add up to what is in the file, and drafts can be read."""
    data = (DATA / "import" / WORN[form]).read_bytes()
    found = PARSERS[form](data, {})
    assert run(root, data, form) == 1
    out = capsys.readouterr().out
    rows = len(found.papers) + len(found.left)
    assert out.startswith(f"{rows} rows: ")
    assert f"; {len(found.left)} left." in out
    written = set(records(root)) - set(records(BASE))
    assert len(written) == len(found.papers)
    rules = {each.rule for each in project.load(root)[1]}
    assert not rules & {"yaml-syntax", "duplicate-key", "unknown-field"}


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would be written and changed is shown, and nothing is."""
    before = records(root)
    new = "@misc{new, title={A New One}, url={https://papers.example/new}}"
    assert run(root, ENTRY + new, "bibtex", "--dry-run") == 0
    assert records(root) == before
    out = capsys.readouterr().out
    assert "would be written:\n  line 4: papers/2026/a-new-one.yaml" in out
    assert f"would be changed:\n  line 1: {FIRST}\n    + published.doi: 10.5555/lantern\n" in out


def test_only_what_is_missing_is_filled_in(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record gets the lines that it lacks; what differs is shown and left."""
    before = records(root)
    assert run(root, ENTRY, "bibtex") == 0
    after = records(root)
    assert set(after) == set(before)
    added = set(after[FIRST].splitlines()) - set(before[FIRST].splitlines())
    assert {line.strip() for line in added} == {"doi: 10.5555/lantern", "pages: 3-9"}
    out = capsys.readouterr().out
    told = "--update replaces these:\n  line 1: papers/2024/a-first-paper.yaml\n"
    told += "    - authors: Ada Example; Bo Sample\n"
    told += "    + authors: Ada Example; Bo Sample; Cleo Specimen"
    assert told in out
    assert "    - published.date: 2024-07\n    + published.date: 2024-08" in out


def test_update(root: Path) -> None:
    """With --update what differs is replaced, and the list is as valid as before."""
    assert run(root, ENTRY, "bibtex", "--update") == 0
    text = records(root)[FIRST]
    assert "date: 2024-08" in text
    assert "- Cleo Specimen" in text
    assert project.load(root)[1] == project.load(BASE)[1]


def test_a_paper_twice_in_one_file(root: Path) -> None:
    """A second entry of a new paper completes the draft that the first one made."""
    twice = (
        "@misc{a, title={A New One}, eprint={2405.00001}, archivePrefix={arXiv}, year=2024}\n"
        "@misc{b, title={A New One}, url={https://arxiv.org/abs/2405.00001}, author={Doe, Jane}}\n"
    )
    assert run(root, twice, "bibtex") == 0
    (new,) = set(records(root)) - set(records(BASE))
    assert "authors:\n  - Jane Doe\n" in records(root)[new]


@pytest.mark.parametrize("form", ["bibtex", "csl-json", "ris", "jsonl"])
def test_what_the_list_writes_changes_nothing(
    form: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every format that is written of a list and imported into it leaves each byte as it is."""
    loaded, _ = project.load(BASE)
    assert loaded is not None
    style = next(
        each for each in FORMATS if each.name == form.removesuffix("l") or each.name == form
    )
    site = loaded.site()
    path = next(path for path in site if path.endswith(f"{style.suffix}") and "/" not in path)
    assert run(root, site[path].data, form, "--update") == 0
    assert records(root) == records(BASE)
    assert "already on the list; 0 left." in capsys.readouterr().out


def test_own_json_gives_the_records_back(root: Path) -> None:
    """Records that are gone come back out of the list's own JSON, each a valid one."""
    loaded, _ = project.load(BASE)
    assert loaded is not None
    for path in records(root):
        (root / path).unlink()
    site = loaded.site()
    (path,) = (path for path in site if path.endswith("papers.json") and path.count("/") == 0)
    assert run(root, site[path].data, "jsonl") == 0
    again, found = project.load(root)
    assert again is not None, found
    papers = {paper.id: paper for paper in again.library.papers}
    assert set(papers) == {paper.id for paper in loaded.library.papers}
    for paper in loaded.library.papers:
        same = paper.model_copy(update={"bibtex_key": papers[paper.id].bibtex_key})
        assert papers[paper.id] == same


def test_options_that_make_no_sense(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--update is refused where nothing is merged."""
    assert run(root, "text", "issue", "--update") == 2
    assert "--update is not for issue" in capsys.readouterr().err
