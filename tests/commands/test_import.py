"""`import`: an issue's text in, records and a comment out."""

import datetime as dt
import io
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_heads import checks, cli, disk, project
from awesome_heads.commands import import_
from tests.bodies import arxiv_entry, arxiv_extra
from tests.services import Fault, running_services
from tests.shelf import a_shelf, records

DATA = Path(__file__).parents[1] / "data"
BASE = DATA / "base"
ISSUES = DATA / "issues"
TODAY = dt.date(2026, 1, 15)
CASES = sorted(path for path in ISSUES.glob("*.md") if not path.stem.endswith(".expected"))

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day in every test."""
    monkeypatch.setattr(disk, "today", lambda: TODAY)


def a_copy(folder: Path) -> Path:
    """The list that holds no mistake, to write into."""
    return Path(shutil.copytree(BASE, folder / "list"))


def run(root: Path, file: Path | str) -> int:
    """Run the command without asking anybody."""
    return cli.run(["import", str(file), "--root", str(root), "--offline"])


def new_records(root: Path) -> dict[str, str]:
    """Records that the list had not before, by path."""
    return {path: text for path, text in records(root).items() if not (BASE / path).exists()}


def told(comment: str, written: dict[str, str]) -> str:
    """The comment and the records as the expected files hold them."""
    blocks = [f"`{path}`:\n\n```yaml\n{text}```\n" for path, text in written.items()]
    return "\n".join([comment, *blocks])


@each_case
def test_cases(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An issue gets the comment and the records written down for it."""
    root = a_copy(tmp_path)
    run(root, case)
    expected = case.with_suffix(".expected.md").read_text("utf-8")
    assert told(capsys.readouterr().out, new_records(root)) == expected


@each_case
def test_line_ends(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends of Windows, as GitHub sends them, change nothing."""
    root = a_copy(tmp_path)
    sent = tmp_path / "sent.md"
    sent.write_bytes(case.read_bytes().replace(b"\n", b"\r\n"))
    run(root, sent)
    expected = case.with_suffix(".expected.md").read_text("utf-8")
    assert told(capsys.readouterr().out, new_records(root)) == expected


@each_case
def test_exit_code(case: Path, tmp_path: Path) -> None:
    """The exit code is 0 where the comment asks for nothing, and 1 where it does."""
    expected = case.with_suffix(".expected.md").read_text("utf-8")
    assert run(a_copy(tmp_path), case) == ("Edit your text" in expected)


@each_case
def test_the_list_stays_sound(case: Path, tmp_path: Path) -> None:
    """No issue makes a list that a build refuses."""
    root = a_copy(tmp_path)
    run(root, case)
    assert checks.run(project.read(root, TODAY), blocking_only=True) == []


def test_a_second_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was taken once is a duplicate the next time, and is named by its path."""
    root = a_copy(tmp_path)
    assert run(root, ISSUES / "form.md") == 0
    (path,) = new_records(root)
    capsys.readouterr()
    assert run(root, ISSUES / "form.md") == 1
    assert f"on the list already, as `{path}`" in capsys.readouterr().out
    assert list(new_records(root)) == [path]


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen stands for standard input."""
    root = a_copy(tmp_path)
    data = io.BytesIO((ISSUES / "form.md").read_bytes())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data, encoding="utf-8"))
    assert run(root, "-") == 0
    assert len(new_records(root)) == 1


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    """A file of arbitrary bytes is told as one without papers."""
    (tmp_path / "sent.md").write_bytes(bytes(range(256)))
    root = a_copy(tmp_path)
    assert run(root, tmp_path / "sent.md") == 1
    assert new_records(root) == {}


def test_a_list_with_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without sound vocabularies nothing is imported, and the fault is told."""
    root = a_copy(tmp_path)
    (root / "taxonomy" / "tags.yaml").write_text("title: [", "utf-8")
    assert run(root, ISSUES / "form.md") == 1
    assert "nothing was imported" in capsys.readouterr().err
    assert new_records(root) == {}


LABELS = st.sampled_from(
    ["### Title\n\n", "Title: ", "Tags: ", "Published: ", "Summary:\n", "- Result: ", "```\n", "\n"]
)
SAID = st.sampled_from(
    ["arXiv", "2024-04-24", "Lantern Head", "../../up", "a.yaml", "https://example.org/a", "CON"]
)


@given(st.lists(st.one_of(LABELS, SAID, st.text(max_size=20), st.just("\n"))).map("".join))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Any text ends with 0 or 1, and nothing but records in `papers/<year>/` is written."""
    folder = tmp_path_factory.mktemp("any")
    root = a_copy(folder)
    (folder / "sent.md").write_bytes(text.encode(errors="surrogatepass"))
    before = {path for path in folder.rglob("*") if path.is_file()}
    assert run(root, folder / "sent.md") in {0, 1}
    for path in {path for path in folder.rglob("*") if path.is_file()} - before:
        place = path.relative_to(root).as_posix()
        assert re.fullmatch(r"papers/\d{4}/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml", place)


LOOKED_UP = """\
Link: https://arxiv.org/abs/2401.00001
Tags: Lantern
Innovation: Names heads.
Tasks: Dates.
Result: They carry them.
"""


def test_looking_up(tmp_path: Path) -> None:
    """Title, date, authors and venue that an issue leaves out come from the service."""
    root = a_shelf(tmp_path)
    (tmp_path / "sent.md").write_text(LOOKED_UP, "utf-8")
    with running_services() as services:
        services.arxiv["2401.00001"] = arxiv_entry()
        client = services.client(tmp_path / "cache")
        assert import_.import_list(root, str(tmp_path / "sent.md"), "issue", client) == 0
    (text,) = records(root).values()
    assert text.startswith(
        "title: Lantern Heads Carry Dates\ndate: 2024-01-03\n"
        "authors:\n  - Ada Example\n  - Bo Sample\nvenue: arXiv\n"
    )


def test_what_is_given_stays(tmp_path: Path) -> None:
    """What an issue says itself is not replaced by what a service says."""
    root = a_shelf(tmp_path)
    (tmp_path / "sent.md").write_text(f"Title: Lanterns\n{LOOKED_UP}", "utf-8")
    with running_services() as services:
        services.arxiv["2401.00001"] = arxiv_entry()
        client = services.client(tmp_path / "cache")
        import_.import_list(root, str(tmp_path / "sent.md"), "issue", client)
    assert list(records(root)) == ["papers/2024/lanterns.yaml"]


def test_a_duplicate_is_not_looked_up(tmp_path: Path) -> None:
    """Nobody is asked about a paper that is on the list."""
    root = a_copy(tmp_path)
    (tmp_path / "sent.md").write_text("Link: https://arxiv.org/abs/2401.00000", "utf-8")
    with running_services() as services:
        client = services.client(tmp_path / "cache")
        assert import_.import_list(root, str(tmp_path / "sent.md"), "issue", client) == 1
        assert services.asked == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (None, "could not be looked up"),
        (arxiv_entry(extra=arxiv_extra(comment="This paper has been withdrawn.")), "taken back"),
    ],
    ids=["unknown", "withdrawn"],
)
def test_not_looked_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entry: str | None, said: str
) -> None:
    """Where the services know no paper that stands, that is told and the title asked for."""
    root = a_shelf(tmp_path)
    (tmp_path / "sent.md").write_text(LOOKED_UP, "utf-8")
    with running_services() as services:
        services.arxiv |= {"2401.00001": entry} if entry else {}
        services.break_for_good("datacite", Fault(404))
        client = services.client(tmp_path / "cache")
        assert import_.import_list(root, str(tmp_path / "sent.md"), "issue", client) == 1
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Please give the title" in captured.out
    assert not (root / "papers").exists()


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is a mistake of usage."""
    assert run(a_copy(tmp_path), tmp_path / "absent.md") == 2
