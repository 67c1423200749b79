"""The ACL Anthology's BibTeX, read."""

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.providers import MISSING, Metadata, Problem
from awesome_heads.providers.anthology import parse, request
from tests.bodies import BIBTEX

ACL = Identifier("acl", "2024.crm-long.7")


def read(body: bytes) -> Metadata:
    """The metadata of a BibTeX file."""
    found = parse(body, [ACL])[ACL]
    assert isinstance(found, Metadata)
    return found


def test_the_file_of_a_paper_is_asked_for() -> None:
    """The paper's id with `.bib` is the path."""
    assert request([ACL]).path == "/2024.crm-long.7.bib"


def test_an_entry_gives_everything_in_unicode() -> None:
    """TeX accents, braces, name parts and a month that is an expression are understood."""
    assert read(BIBTEX) == Metadata(
        identifier=ACL,
        source="ACL Anthology",
        title="Lantern Heads Carry 50% of “Dates”",
        date=PartialDate(2024, 8),
        authors=(
            "Élise Müster",
            "Øyvind van der Probe",
            "Mãu Nguyễn Văn",
            "The Lantern Collective",
        ),
        venue="Proceedings of the 3rd Conference on Reading Machines (Volume 1: Long Papers)",
        published=PartialDate(2024, 8),
        doi="10.18653/v1/2024.crm-long.7",
        url="https://aclanthology.org/2024.crm-long.7/",
        pages="12-34",
        abstract="We study lantern heads and reading heads in made-up models.",
    )


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (b"jul", PartialDate(2024, 7)),
        (b'"July"', PartialDate(2024, 7)),
        (b'"31 " # oct # "--" # "4 " # nov', PartialDate(2024, 10)),
        (b'"11"', PartialDate(2024, 11)),
        (b'"summer"', PartialDate(2024)),
    ],
)
def test_months_come_in_many_shapes(month: bytes, expected: PartialDate) -> None:
    """A word, an expression, a number; what is none of them leaves the year."""
    assert read(BIBTEX.replace(b'aug # "--" # sep', month)).date == expected


@pytest.mark.parametrize(
    "body", [b"", b"<html><title>404</title></html>", BIBTEX[:300], b"\xff\xfe", b"@comment{x}"]
)
def test_what_is_no_bibtex_is_a_passing_problem(
    body: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages and pieces give a problem that may pass, and the parser keeps its complaints."""
    found = parse(body, [ACL])[ACL]
    assert isinstance(found, Problem)
    assert found.passing
    assert capsys.readouterr() == ("", "")


def test_an_entry_without_a_title_is_missing() -> None:
    """An entry that names no title is as good as none."""
    assert parse(b"@inproceedings{a, year = 2024}", [ACL])[ACL] == MISSING
