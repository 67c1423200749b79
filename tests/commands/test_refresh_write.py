"""`refresh --write`: edits that touch only what drifted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads.commands.refresh import refresh
from awesome_heads.disk import CACHE
from tests.bodies import arxiv_entry, arxiv_extra, crossref_work, openreview_notes
from tests.services import Services, running_services
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


def test_a_new_title_keeps_the_old_one(root: Path, services: Services) -> None:
    """--write changes the title in its own quotes and notes the former one, nothing else."""
    drifted(services, title="Lantern Heads: Don't Carry")
    assert ask(root, services, write=True) == 0
    former = "   # as printed\nformer_titles: [Lantern Heads Carry Dates]\n"
    expected = RECORD.replace("Carry Dates'   # as printed\n", f": Don''t Carry'{former}")
    expected = expected.replace("Heads : Don", "Heads: Don")
    assert records(root) == {PATH: expected}
    assert ask(root, services, write=True) == 0
    assert records(root) == {PATH: expected}


def test_a_publication_is_inserted(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the DOI tells is put below the venue's line, comment and all; once."""
    drifted(services, extra=arxiv_extra(doi="10.5555/lantern.1"))
    services.known["crossref", "10.5555/lantern.1"] = crossref_work()
    assert ask(root, services, write=True) == 0
    lines = (
        "published:\n  venue: CRM\n  date: 2024-08-11\n  doi: 10.5555/lantern.1\n  pages: 12-34\n"
    )
    line = "venue: arXiv  # where it is read\n"
    assert records(root) == {PATH: RECORD.replace(line, line + lines)}
    said = f"Edited {PATH}\n1 record compared, 0 differences left, 1 record edited.\n"
    assert capsys.readouterr().out == said
    assert ask(root, services, write=True) == 0
    assert records(root) == {PATH: RECORD.replace(line, line + lines)}


def test_line_ends_and_mark_stay(root: Path, services: Services) -> None:
    """A record with CRLF and a byte-order mark keeps both, in the new lines too."""
    write(root, PATH, "\ufeff" + RECORD.replace("\n", "\r\n"))
    drifted(services, extra=arxiv_extra("Accepted to CRM 2025"))
    assert ask(root, services, write=True) == 0
    line = "venue: arXiv  # where it is read\n"
    expected = RECORD.replace(line, f"{line}published:\n  venue: CRM\n  date: 2025\n")
    assert records(root) == {PATH: "\ufeff" + expected.replace("\n", "\r\n")}


def test_an_unknown_venue_is_only_reported(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """A venue that the vocabulary lacks cannot be written, so a person is told to add it."""
    drifted(services, extra=arxiv_extra(journal="Annals of Heads 3 (2024)"))
    assert ask(root, services, write=True) == 1
    assert "warning[published] it appeared in `Annals of Heads 3 (2024)`" in capsys.readouterr().out
    assert records(root) == {PATH: RECORD}


def test_authors_are_replaced_one_by_one(root: Path, services: Services) -> None:
    """One changed name changes one line; initials and middle names are no change."""
    drifted(services, authors=["A. B. Example", "Cy Probe"])
    assert ask(root, services, write=True) == 0
    assert records(root) == {PATH: RECORD.replace("Bo Sample", "Cy Probe")}


def test_authors_who_joined_are_added(root: Path, services: Services) -> None:
    """A longer list is written in the shape of the old one."""
    drifted(services, authors=["Ada Example", "Bo Sample", "Cy #1 Probe"])
    assert ask(root, services, write=True) == 0
    added = "  - Bo Sample\n  - 'Cy #1 Probe'\n"
    assert records(root) == {PATH: RECORD.replace("  - Bo Sample\n", added)}


def test_authors_in_brackets_stay_in_brackets(root: Path, services: Services) -> None:
    """A list written in one line stays in one line."""
    block = "authors:\n  - Ada Example\n  - Bo Sample\n"
    write(root, PATH, RECORD.replace(block, "authors: [ Ada Example ]  # all?\n"))
    assert ask(root, services, write=True) == 0
    expected = RECORD.replace(block, "authors: [ Ada Example, Bo Sample ]  # all?\n")
    assert records(root) == {PATH: expected}


def test_a_list_with_remarks_is_left_to_a_person(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where rewriting the list would lose a comment, it is only reported."""
    remark = RECORD.replace("  - Bo Sample", "  # the second one\n  - Bo Sample")
    write(root, PATH, remark)
    drifted(services, authors=["Ada Example"])
    assert ask(root, services, write=True) == 1
    assert "warning[authors-changed] arXiv leaves out Bo Sample" in capsys.readouterr().out
    assert records(root) == {PATH: remark}


def test_unknown_authors_become_known(root: Path, services: Services) -> None:
    """A record without authors gets them, below its date."""
    block = "authors:\n  - Ada Example\n  - Bo Sample\n"
    write(root, PATH, RECORD.replace(block, ""))
    assert ask(root, services, write=True) == 0
    assert records(root) == {PATH: RECORD}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("venue: arXiv  #", "venue: >-\n  arXiv\n#"),
        ("  - Ada Example\n  - Bo Sample", "  - Ada Example\n  - >-\n    Cy Probe"),
    ],
)
def test_around_several_lines_no_edit_is_made(
    root: Path, services: Services, old: str, new: str
) -> None:
    """Next to a text in a block of its own no edit is sure, so the record stays as it is."""
    record = RECORD.replace(old, new)
    write(root, PATH, record)
    people = ["Ada Example"] if "Ada" in old else ["Ada Example", "Bo Sample"]
    drifted(services, extra=arxiv_extra("Accepted to CRM 2025"), authors=people)
    assert ask(root, services, write=True) == 1
    text = records(root)[PATH]
    published = "published:\n  venue: CRM\n  date: 2025\n"
    assert text.replace(published, "") == record


def test_a_pinned_link_is_set_free(root: Path, services: Services) -> None:
    """A link to an old version is replaced by the one that always shows the newest."""
    write(root, PATH, RECORD.replace("2401.00001", "2401.00001v1"))
    drifted(services, version=2)
    assert ask(root, services, write=True) == 0
    assert records(root) == {PATH: RECORD}


def test_a_paper_of_openreview_is_compared(root: Path, services: Services) -> None:
    """A record whose link is an OpenReview forum is asked for there."""
    link = "https://openreview.net/forum?id=Lan-Tern_01"
    write(root, PATH, RECORD.replace("https://arxiv.org/abs/2401.00001", link))
    services.known["older", "Lan-Tern_01"] = openreview_notes(wrapped=False)
    assert ask(root, services, write=True) == 0
    assert "  venue: CRM\n  date: 2024-01-16\n" in records(root)[PATH]
