"""`refresh` against services on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads.cli import run
from awesome_heads.commands.refresh import refresh
from awesome_heads.disk import CACHE
from tests.bodies import arxiv_entry, arxiv_extra, crossref_work
from tests.services import Fault, Services, running_services
from tests.shelf import PATH, RECORD, a_shelf, records, write


@pytest.fixture
def services() -> Iterator[Services]:
    """A server on which arXiv knows the list's paper as the record has it."""
    with running_services() as running:
        running.arxiv["2401.00001"] = arxiv_entry()
        yield running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A list of one record, written by a person with tastes of their own."""
    return a_shelf(tmp_path / "list", lantern_heads_carry_dates=RECORD)


def ask(root: Path, services: Services, *, write: bool = False) -> int:
    """Run the command with the server on this machine."""
    return refresh(root, services.client(root / CACHE), write=write)


def drifted(services: Services, **changes: object) -> None:
    """Let arXiv have another state of the paper."""
    services.arxiv["2401.00001"] = arxiv_entry(**changes)  # type: ignore[arg-type]


def test_nothing_drifted(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record that still fits is passed over in silence, but for the total."""
    assert ask(root, services, write=True) == 0
    assert capsys.readouterr() == ("1 record compared, 0 differences left.\n", "")
    assert records(root) == {PATH: RECORD}


def test_every_paper_is_asked_for_at_once(root: Path, services: Services) -> None:
    """All arXiv ids of the list go into one question."""
    for number in range(2, 30):
        other = RECORD.replace("2401.00001", f"2401.000{number:02}").replace("Carry", f"{number}")
        write(root, f"papers/2024/paper-{number}.yaml", other)
        entry = arxiv_entry(f"2401.000{number:02}", title=f"Lantern Heads {number} Dates")
        services.arxiv[f"2401.000{number:02}"] = entry
    assert ask(root, services) == 0
    assert services.services_asked() == ["arxiv"]


def test_a_report_names_the_line(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --write nothing is edited; what differs is told with place and remedy."""
    drifted(services, title="Lantern Heads Carry Months")
    assert ask(root, services) == 1
    assert capsys.readouterr().out == (
        f"{PATH}:2:10: warning[retitled] arXiv has the title `Lantern Heads Carry Months`\n"
        "  hint: write `title: Lantern Heads Carry Months`, and the old title under "
        "`former_titles`\n"
        "1 record compared, 1 difference left; `awesome-heads refresh --write` makes 1 edit.\n"
    )
    assert records(root) == {PATH: RECORD}


def test_capitals_and_points_are_no_new_title(root: Path, services: Services) -> None:
    """A title that differs only in case and punctuation did not drift."""
    drifted(services, title="lantern heads: carry dates.")
    assert ask(root, services) == 0


def test_a_known_publication_is_no_news(root: Path, services: Services) -> None:
    """A record that names its publication, or whose venue it is, did not drift."""
    drifted(services, extra=arxiv_extra("Accepted to CRM 2025"))
    write(root, PATH, RECORD.replace("venue: arXiv ", "venue: CRM "))
    assert ask(root, services) == 0
    there = RECORD.replace("added:", "published: {venue: CRM, date: 2025}\nadded:")
    write(root, PATH, there)
    assert ask(root, services) == 0


def test_a_withdrawal_is_for_a_person(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was taken back is reported; no edit could decide what to do."""
    drifted(services, extra=arxiv_extra("This paper has been withdrawn"), title="Other")
    assert ask(root, services, write=True) == 1
    said = capsys.readouterr().out
    assert "warning[withdrawn] arXiv says that the paper was taken back" in said
    assert "retitled" not in said
    assert records(root) == {PATH: RECORD}


def test_a_later_version_is_a_note(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """A version newer than the record is worth a look, and fails nothing."""
    drifted(services, version=4, updated="2025-02-03T00:00:00Z")
    assert ask(root, services) == 0
    assert "note[newer-version] version 4 of 2025-02-03 is newer" in capsys.readouterr().out


def test_a_dead_service_fails_the_run_and_nothing_else(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be compared is named; the other records are."""
    other = RECORD.replace("https://arxiv.org/abs/2401.00001", "https://doi.org/10.5555/lantern.1")
    write(root, "papers/2024/other.yaml", other)
    services.break_for_good("arxiv", Fault(500))
    services.known["crossref", "10.5555/lantern.1"] = crossref_work()
    assert ask(root, services) == 1
    said, noted = capsys.readouterr()
    assert f"error: {PATH} was not compared: arXiv:2401.00001: arXiv is out of order" in noted
    assert "1 record compared" in said


def test_what_cannot_be_compared_is_counted(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Records without an id, and those that are not valid, are told of."""
    write(root, "papers/2024/post.yaml", RECORD.replace("arxiv.org/abs", "posts.example"))
    write(root, "papers/2024/bad.yaml", "title: x\n")
    assert ask(root, services) == 0
    assert capsys.readouterr().err == (
        "1 record has a link that no service knows by id.\n"
        "1 record left out as not valid: run `awesome-heads check`.\n"
    )


def test_the_command_line_knows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`awesome-heads refresh` reaches the command; a list without papers asks nobody."""
    empty = a_shelf(tmp_path / "empty")
    assert run(["refresh", "--root", str(empty), "--write"]) == 0
    assert "0 records compared" in capsys.readouterr().out
    (empty / "taxonomy/tags.yaml").unlink()
    assert run(["refresh", "--root", str(empty)]) == 1
