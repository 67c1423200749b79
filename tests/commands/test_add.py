"""`add` against services on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads import checks, disk, project
from awesome_heads.cli import run
from awesome_heads.commands.add import add
from awesome_heads.disk import CACHE
from tests.bodies import (
    ABSTRACT,
    BIBTEX,
    arxiv_entry,
    arxiv_extra,
    crossref_work,
    openreview_notes,
)
from tests.services import Services, running_services
from tests.shelf import PATH, RECORD, a_shelf, records, write

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


def test_a_record_holds_all_that_is_known(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything but the three lines of the summary is filled in, and the command says where."""
    assert ask(root, services, "https://arxiv.org/pdf/2401.00001v2") == 0
    assert records(root) == {PATH: DRAFT.format(today=disk.today())}
    said, noted = capsys.readouterr()
    assert said == f"Wrote {PATH}: 4 lines marked TODO.\n"
    assert noted == "Write what is marked TODO, then run `awesome-heads check`.\n"


def test_the_abstract_is_never_written(root: Path, services: Services) -> None:
    """Nothing of the abstract but the names of terms gets into the record."""
    ask(root, services, "2401.00001")
    assert ABSTRACT not in records(root)[PATH]
    assert "made-up" not in records(root)[PATH]


def test_a_draft_needs_only_its_summary(root: Path, services: Services) -> None:
    """The new record breaks no rule but that of the empty lines; filled in, none."""
    ask(root, services, "2401.00001")
    found = checks.run(project.read(root, disk.today()), blocking_only=True)
    assert [each.rule for each in found] == ["empty-value"] * 3
    draft = records(root)[PATH]
    for field in ("innovation", "tasks", "result"):
        draft = draft.replace(f"{field}: #", f"{field}: Said. #")
    write(root, PATH, draft)
    assert checks.run(project.read(root, disk.today()), blocking_only=True) == []


def test_a_mix_of_ids_is_batched(root: Path, services: Services) -> None:
    """ArXiv ids share one request; each other service is asked once a paper."""
    services.arxiv["hep-th/9901001"] = arxiv_entry("hep-th/9901001", title="Old Heads")
    services.known["crossref", "10.5555/lantern.1"] = crossref_work(title=["Works of Heads"])
    services.known["openreview", "Lan-Tern_01"] = openreview_notes(title="Reviewed Heads")
    services.known["acl", "2024.crm-long.7"] = BIBTEX
    wanted = ["2401.00001", "doi:10.5555/lantern.1", "arXiv:2401.00001v3", "hep-th/9901001"]
    wanted += ["https://openreview.net/forum?id=Lan-Tern_01", "2024.crm-long.7"]
    assert ask(root, services, *wanted) == 0
    assert services.services_asked() == ["arxiv", "crossref", "openreview", "acl"]
    assert list(records(root)) == [
        "papers/2023/reviewed-heads.yaml",
        "papers/2024/lantern-heads-carry-50-of-dates.yaml",
        PATH,
        "papers/2024/old-heads.yaml",
        "papers/2024/works-of-heads.yaml",
    ]


def test_a_doi_is_dated_and_placed(root: Path, services: Services) -> None:
    """A published work gets the vocabulary's venue, and a reminder of an earlier preprint."""
    services.known["crossref", "10.5555/lantern.1"] = crossref_work()
    assert ask(root, services, "10.5555/lantern.1") == 0
    record = records(root)[PATH]
    assert "venue: CRM\n" in record
    assert "date: 2024-08-11 # TODO: if a preprint came earlier, write its day\n" in record
    assert "  paper: https://doi.org/10.5555/lantern.1\n" in record


def test_an_unknown_venue_is_left_to_a_person(root: Path, services: Services) -> None:
    """Where no term fits, the venue is empty and the TODO quotes the service."""
    places = {"container-title": ["Annals of: Heads # 3"], "event": None}
    work = crossref_work("10.5555/lantern.1", **places)
    services.known["crossref", "10.5555/lantern.1"] = work
    assert ask(root, services, "10.5555/lantern.1") == 0
    named = 'venue: # TODO: no name in taxonomy/venues.yaml fits "Annals of: Heads # 3"; '
    assert named in records(root)[PATH]


def test_a_preprint_brings_its_publication(root: Path, services: Services) -> None:
    """The DOI that arXiv names is asked for, and fills `published`."""
    extra = arxiv_extra(doi="10.5555/lantern.1")
    services.arxiv["2401.00001"] = arxiv_entry(extra=extra)
    services.known["crossref", "10.5555/lantern.1"] = crossref_work(title=["Other: Title"])
    assert ask(root, services, "2401.00001") == 0
    assert """
venue: arXiv
published:
  venue: CRM
  date: 2024-08-11
  doi: 10.5555/lantern.1
  pages: 12-34
  title: 'Other: Title'
""" in records(root)[PATH]


def test_what_nobody_knows_is_marked(root: Path, services: Services) -> None:
    """A paper without authors, in a journal that the vocabulary lacks, says so in comments."""
    extra = arxiv_extra(journal="Annals of Heads 3 (2024)")
    services.arxiv["2401.00001"] = arxiv_entry(authors=[], extra=extra)
    assert ask(root, services, "2401.00001") == 0
    record = records(root)[PATH]
    assert "\n# TODO: the authors are not known; " in record
    assert '\n# TODO: it appeared in "Annals of Heads 3 (2024)"; add that venue to ' in record


def test_a_remark_of_the_authors_counts(root: Path, services: Services) -> None:
    """A comment that says where it was accepted fills `published`, and code is found."""
    said = "9 pages. Accepted at ReadMach 2024. Code: https://github.com/example/lantern."
    services.arxiv["2401.00001"] = arxiv_entry(extra=arxiv_extra(said))
    assert ask(root, services, "2401.00001") == 0
    record = records(root)[PATH]
    assert "published:\n  venue: CRM\n  date: 2024\n" in record
    assert "  code: https://github.com/example/lantern # TODO" in record


def test_no_tag_found_is_a_todo(root: Path, services: Services) -> None:
    """Where the text names no term, the tags are empty and marked."""
    services.arxiv["2401.00001"] = arxiv_entry(title="Nothing: Yes", abstract="Nothing.")
    assert ask(root, services, "2401.00001") == 0
    record = records(root)["papers/2024/nothing-yes.yaml"]
    assert "tags: [] # TODO: one or more names from taxonomy/tags.yaml\n" in record
    assert "title: 'Nothing: Yes'\n" in record


@pytest.mark.parametrize(
    "reference", ["2401.00001", "10.48550/arXiv.2401.00001", "arxiv.org/abs/2401.00001v7"]
)
def test_a_duplicate_is_refused_by_name(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str], reference: str
) -> None:
    """A paper on the list is not asked for, and the record that has it is named."""
    write(root, PATH, RECORD)
    assert ask(root, services, reference) == 1
    assert f"arXiv:2401.00001 is on the list already, in {PATH}" in capsys.readouterr().err
    assert services.asked == []
    assert records(root) == {PATH: RECORD}


def test_a_draft_counts_as_there(root: Path, services: Services) -> None:
    """A record whose summary is still empty is a duplicate's original all the same."""
    assert ask(root, services, "2401.00001") == 0
    assert ask(root, services, "2401.00001") == 1
    assert len(records(root)) == 1


def test_the_same_title_is_the_same_paper(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """By whatever id it comes, a paper of a title that is there is refused; also in one call."""
    services.known["crossref", "10.5555/lantern.1"] = crossref_work(
        title=["Lantern heads carry dates."]
    )
    assert ask(root, services, "2401.00001", "10.5555/lantern.1") == 1
    assert f"doi:10.5555/lantern.1 is on the list already, in {PATH}" in capsys.readouterr().err
    assert len(records(root)) == 1


def test_an_id_that_is_taken_gets_a_number(root: Path, services: Services) -> None:
    """Another paper of the same file name stays as it is."""
    write(root, PATH, RECORD.replace("Lantern Heads", "Other").replace("2401.00001", "2401.00009"))
    assert ask(root, services, "2401.00001") == 0
    assert "papers/2024/lantern-heads-carry-dates-2.yaml" in records(root)


def test_what_is_no_id_costs_only_itself(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown text is named, with what to give instead; the others are written."""
    assert ask(root, services, "lantern", "2401.00001") == 1
    noted = capsys.readouterr().err
    assert "error: `lantern` is no arXiv id, DOI, OpenReview forum or ACL Anthology id\n" in noted
    assert "  hint: give the address of the paper's page" in noted
    assert list(records(root)) == [PATH]


def test_a_list_that_cannot_be_read_is_reported(
    root: Path, services: Services, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without tags and venues nothing can be suggested, so nothing is asked."""
    (root / "taxonomy/venues.yaml").unlink()
    assert ask(root, services, "2401.00001") == 1
    assert "taxonomy/venues.yaml" in capsys.readouterr().err
    assert services.asked == []


def test_the_command_line_knows_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`awesome-heads add` reaches the command, and without a paper is wrong usage."""
    assert run(["add", "--root", str(root), "--offline", "2401.00001"]) == 1
    assert "no answer about it is kept" in capsys.readouterr().err
    assert run(["add", "--root", str(root)]) == 2
