"""Crossref and DataCite, read."""

import json

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.providers import MISSING, Metadata, Problem, crossref, datacite
from tests.bodies import ABSTRACT, crossref_work, datacite_doi

DOI = Identifier("doi", "10.5555/lantern.1")
ARXIV = Identifier("arxiv", "2401.00001")
ACL = Identifier("acl", "2024.crm-long.7")


def work(**changes: object) -> Metadata:
    """A work of Crossref, with these fields changed."""
    found = crossref.parse(crossref_work(DOI.value, **changes), [DOI])[DOI]
    assert isinstance(found, Metadata)
    return found


def test_a_doi_is_one_step_of_the_path() -> None:
    """Slashes and brackets of a DOI are encoded, and Crossref is told who asks."""
    asked = crossref.request([Identifier("doi", "10.5555/a<b>/c")])
    assert asked.path == "/works/10.5555%2Fa%3Cb%3E%2Fc"
    assert asked.contact == "mailto"
    assert crossref.request([ACL]).path == "/works/10.18653%2Fv1%2F2024.crm-long.7"
    assert datacite.request([ARXIV]).path == "/dois/10.48550%2Farxiv.2401.00001"


def test_a_work_gives_everything() -> None:
    """Title, authors, volume, pages and the earliest whole day."""
    assert work() == Metadata(
        identifier=DOI,
        source="Crossref",
        title="Lantern Heads Carry Dates",
        date=PartialDate(2024, 8, 11),
        authors=("Ada Example", "Bo Sample"),
        venue="Proceedings of the 3rd Conference on Reading Machines",
        published=PartialDate(2024, 8, 11),
        doi="10.5555/lantern.1",
        url="https://doi.org/10.5555/lantern.1",
        pages="12-34",
        abstract=f"Abstract {ABSTRACT}",
    )


@pytest.mark.parametrize(
    ("field", "value", "name", "expected"),
    [
        ("title", ["A &lt;b&gt; &amp; <i>C</i>\n  D"], "title", "A <b> & C D"),
        ("subtitle", ["A Study"], "title", "Lantern Heads Carry Dates: A Study"),
        ("title", ["RETRACTED: Lantern Heads"], "title", "Lantern Heads"),
        ("title", ["RETRACTED: Lantern Heads"], "withdrawn", True),
        ("updated-by", [{"type": "retraction", "DOI": "10.5555/x"}], "withdrawn", True),
        ("updated-by", [{"type": "erratum", "DOI": "10.5555/x"}], "withdrawn", False),
        ("container-title", [], "venue", "Conference on Reading Machines"),
        ("author", [{"name": "The Lantern Collective"}], "authors", ("The Lantern Collective",)),
        ("author", None, "authors", ()),
        ("author", "nobody", "authors", ()),
        ("published-online", None, "date", PartialDate(2024, 8)),
        ("published-online", {"date-parts": [[2024, 13, 45]]}, "date", PartialDate(2024)),
    ],
)
def test_works_come_in_many_shapes(field: str, value: object, name: str, expected: object) -> None:
    """Markup, missing fields, collectives and retractions are understood."""
    assert getattr(work(**{field: value}), name) == expected


def test_an_arxiv_doi_gives_the_preprint() -> None:
    """DataCite's arXiv record gives names upright, the first day and the newest version."""
    assert datacite.parse(datacite_doi(), [ARXIV])[ARXIV] == Metadata(
        identifier=ARXIV,
        source="DataCite",
        title="Lantern Heads Carry Dates",
        date=PartialDate(2024, 1, 3),
        authors=("Ada Example", "Bo Sample", "Reading Collaboration"),
        url="https://arxiv.org/abs/2401.00001",
        abstract=ABSTRACT,
        version=2,
    )


def test_another_doi_names_its_publisher() -> None:
    """A DOI that is not arXiv's is dated and placed by DataCite."""
    body = datacite_doi(
        "10.5555/lantern.1", publisher={"name": "Archive of Examples"}, dates=[], version=None
    )
    found = datacite.parse(body, [DOI])[DOI]
    assert isinstance(found, Metadata)
    assert (found.venue, found.date, found.doi) == (
        "Archive of Examples",
        PartialDate(2024),
        "10.5555/lantern.1",
    )


@pytest.mark.parametrize("service", [crossref, datacite])
@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"null", b'{"message": 3}', b"[" * 100_000, b'{"data": {}}']
)
def test_what_is_no_answer_is_a_passing_problem(service: object, body: bytes) -> None:
    """Whatever is sent instead of an answer gives a problem that may pass."""
    parse = crossref.parse if service is crossref else datacite.parse
    found = parse(body, [DOI])[DOI]
    assert isinstance(found, Problem)
    assert found.passing


def test_a_work_without_a_title_is_missing() -> None:
    """An answer that names no title is as good as none."""
    assert crossref.parse(crossref_work(title=[]), [DOI])[DOI] == MISSING
    empty = json.dumps({"data": {"attributes": {"titles": []}}}).encode()
    assert datacite.parse(empty, [DOI])[DOI] == MISSING
