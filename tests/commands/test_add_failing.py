"""`add` when services fail, know nothing, or are not asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads.commands.add import add
from awesome_heads.disk import CACHE
from tests.bodies import (
    arxiv_entry,
    arxiv_extra,
    datacite_doi,
    openreview_page,
)
from tests.services import Fault, Services, running_services
from tests.shelf import PATH, a_shelf, records

DRAFT = """\
title: Lantern Heads Carry Dates
date: 2024-01-03
authors:
  - Ada Example
  - Bo Sample
venue: arXiv
added: {today}
tags: [Lantern Head, Reading Head] # TODO: found in title and abstract; keep those that fit
links:
  paper: https://arxiv.org/abs/2401.00001
summary: # sixty words in all
  innovation: # TODO: what is new
  tasks: # TODO: what it was tested on
  result: # TODO: what was found
"""


@pytest.fixture
def services() -> Iterator[Services]:
    """A server on which arXiv knows one paper."""
    with running_services() as running:
        running.arxiv["2401.00001"] = arxiv_entry()
        yield running


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty list."""
    return a_shelf(tmp_path / "list")


def ask(root: Path, services: Services, *references: str, offline: bool = False) -> int:
    """Run the command with the server on this machine."""
    client = services.client(root / CACHE, offline=offline)
    return add(root, references, client, offline=offline)


FAULTS = {
    "refused": Fault(403),
    "broken": Fault(500),
    "page": Fault(body=b"<html>Hello</html>"),
    "half": Fault(body=b"<?xml", missing=10),
    "gone": Fault(hangs_up=True),
    "circles": Fault(302, {"Location": "/arxiv/api/query"}),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_the_next_source_is_tried(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str], fault: Fault
) -> None:
    """Whatever arXiv does, DataCite tells the same paper, and a note says so."""
    services.break_for_good("arxiv", fault)
    services.known["datacite", "10.48550/arxiv.2401.00001"] = datacite_doi()
    assert ask(root, services, "2401.00001") == 0
    noted = capsys.readouterr().err
    assert noted.startswith("note: arXiv:2401.00001: arXiv ")
    assert "What is used here comes from DataCite." in noted
    assert list(records(root)) == [PATH]


def test_a_refusal_of_openreview_is_said_and_survived(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where both interfaces answer 403, the page is read, and the note says why."""
    services.break_for_good("openreview", Fault(403))
    services.break_for_good("older", Fault(403))
    services.known["page", "Lan-Tern_01"] = openreview_page()
    assert ask(root, services, "openreview:Lan-Tern_01") == 0
    assert "OpenReview refuses those who are not signed in (status 403)" in capsys.readouterr().err
    assert "papers/2023/lantern-heads-carry-dates.yaml" in records(root)


def test_a_dead_service_costs_only_its_papers(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody can tell is named with every reason; the rest is written; the exit code is 1."""
    for service in ("crossref", "datacite"):
        services.break_for_good(service, Fault(503))
    assert ask(root, services, "10.5555/lantern.1", "2401.00001") == 1
    noted = capsys.readouterr().err
    assert (
        "error: doi:10.5555/lantern.1 was not added: Crossref is out of order (status 503); "
        "DataCite is out of order (status 503)\n" in noted
    )
    assert "hint: try again later, or give another of the paper's ids" in noted
    assert list(records(root)) == [PATH]


def test_one_bad_id_does_not_spoil_a_batch(root: Path, services: Services) -> None:
    """Where arXiv refuses a whole question, halves of it are asked until the rest is found."""
    services.arxiv["2401.00002"] = arxiv_entry("2401.00002", title="Second Heads")
    services.poison.add("2499.99999")
    assert ask(root, services, "2401.00001", "2499.99999", "2401.00002") == 1
    assert len(records(root)) == 2


def test_an_unknown_paper_is_asked_for_once(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """A feed without the paper is an answer, not a fault: no halving, no retry."""
    assert ask(root, services, "2401.00008", "2401.00009") == 1
    assert services.services_asked() == ["arxiv", "datacite", "datacite"]
    noted = capsys.readouterr().err
    assert "arXiv:2401.00008 was not added: arXiv knows no such paper; DataCite knows no" in noted
    assert "hint: check the id, or write the record by hand" in noted


def test_a_withdrawn_paper_is_not_added(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """What its authors took back is refused, with the reason."""
    extra = arxiv_extra("This paper has been withdrawn by the authors")
    services.arxiv["2401.00001"] = arxiv_entry(extra=extra)
    assert ask(root, services, "2401.00001") == 1
    assert "was not added: arXiv says that it was taken back" in capsys.readouterr().err
    assert records(root) == {}


def test_a_second_run_comes_from_the_cache(root: Path, services: Services) -> None:
    """Each paper of a batch is kept by itself, so that asking for one needs no network."""
    services.arxiv["2401.00002"] = arxiv_entry("2401.00002", title="Second Heads")
    assert ask(root, services, "2401.00001", "2401.00002") == 0
    kept = [path.read_bytes() for path in (root / CACHE).iterdir()]
    assert sorted(b"Second Heads" in body for body in kept) == [False, True]
    first = records(root)
    (root / PATH).unlink()
    assert ask(root, services, "2401.00001", offline=True) == 0
    assert records(root) == first
    assert services.services_asked() == ["arxiv"]


def test_offline_says_what_is_not_kept(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """A paper that was never fetched is named, and the way out."""
    assert ask(root, services, "2401.00001", offline=True) == 1
    noted = capsys.readouterr().err
    assert "arXiv:2401.00001 was not added: no answer about it is kept" in noted
    assert "hint: run this again without --offline" in noted
    assert services.asked == []
