"""What a citation says, before any format."""

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.formats.citation import Citation, citation_of
from awesome_heads.formats.names import Name
from tests.builders import a_library, a_paper, a_vocabulary

VENUES = a_vocabulary(
    "venues",
    [
        {"name": "arXiv", "properties": {"kind": "preprint"}},
        {"name": "CRM", "properties": {"kind": "conference", "full_name": "Reading Conference"}},
        {"name": "CRM Workshop", "properties": {"kind": "workshop"}},
        {"name": "Letters", "properties": {"kind": "journal"}},
        {"name": "Notebook", "properties": {"kind": "post"}},
        {"name": "Elsewhere", "properties": {"kind": "pamphlet"}},
        "Nowhere",
    ],
)


def cited(**changes: object) -> Citation:
    """The citation of a paper with these fields."""
    paper = a_paper(**changes)
    return citation_of(paper, "key", a_library(paper, vocabularies=[VENUES]))


@pytest.mark.parametrize(
    ("venue", "form"),
    [
        ("arXiv", "preprint"),
        ("CRM", "proceedings"),
        ("CRM Workshop", "proceedings"),
        ("Letters", "journal"),
        ("Notebook", "post"),
        ("Elsewhere", ""),
        ("Nowhere", ""),
    ],
)
def test_the_kind_of_venue_makes_the_form(venue: str, form: str) -> None:
    """A kind that nobody knows is none."""
    assert cited(venue=venue).form == form


def test_a_preprint_is_cited_as_the_record_has_it() -> None:
    """Title, venue, day and address are the record's own."""
    found = cited()
    assert found.title == "Copying Heads in a Made-Up Model"
    assert found.names == (Name("Example", "Ada"), Name("Sample", "Ben"))
    assert (found.venue, found.container) == ("arXiv", "arXiv")
    assert found.date == PartialDate(2024, 5, 28)
    assert found.url == "https://arxiv.org/abs/2401.00001"
    assert found.keywords == ("Copy Head",)


def test_the_published_version_is_cited() -> None:
    """All that it says is followed, and the arXiv id stays."""
    found = cited(
        published={
            "venue": "CRM",
            "date": "2025-02",
            "title": "A Later Title",
            "url": "https://crm.example/1",
            "doi": "10.1000/1",
            "pages": "1-9",
        }
    )
    assert (found.form, found.venue, found.container) == (
        *("proceedings", "CRM", "Reading Conference"),
    )
    assert (found.title, found.date) == ("A Later Title", PartialDate(2025, 2))
    assert (found.url, found.doi, found.pages) == ("https://crm.example/1", "10.1000/1", "1-9")
    assert found.arxiv == "2401.00001"


@pytest.mark.parametrize(
    ("changes", "doi"),
    [
        ({"links": {"paper": "https://doi.org/10.1000/ABC"}}, "10.1000/abc"),
        ({"links": {"paper": "https://dl.acm.org/doi/10.1145/1.2"}}, "10.1145/1.2"),
        ({"published": {"venue": "CRM", "date": "2025", "doi": "10.1000/ABC"}}, "10.1000/ABC"),
        (
            {"published": {"venue": "CRM", "date": "2025", "doi": "https://doi.org/10.1000/1"}},
            "10.1000/1",
        ),
        (
            {
                "published": {
                    "venue": "CRM",
                    "date": "2025",
                    "url": "https://doi.org/10.1000/2",
                }
            },
            "10.1000/2",
        ),
        (
            {
                "links": {"paper": "https://doi.org/10.1101/1"},
                "published": {"venue": "CRM", "date": "2025"},
            },
            "",
        ),
        ({}, ""),
    ],
)
def test_the_doi_is_that_of_the_cited_version(changes: dict[str, object], doi: str) -> None:
    """Stated, or read off that version's address; a preprint's is not its successor's."""
    assert cited(**changes).doi == doi


@pytest.mark.parametrize(
    ("url", "arxiv", "category"),
    [
        ("https://arxiv.org/abs/2401.00001v3", "2401.00001", ""),
        ("https://arxiv.org/abs/cs/0101001", "cs/0101001", "cs"),
        ("https://arxiv.org/abs/math.GT/0309136", "math.gt/0309136", "math.GT"),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001", "hep-th"),
        ("https://papers.example/1", "", ""),
    ],
)
def test_old_arxiv_ids_name_their_field(url: str, arxiv: str, category: str) -> None:
    """New ones do not, so nothing is said."""
    found = cited(links={"paper": url})
    assert (found.arxiv, found.category) == (arxiv, category)


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        ("12-34", "12-34"),
        ("12--34", "12-34"),
        ("12 \u2013 34", "12-34"),
        ("12", "12"),
        ("e7", "e7"),
    ],
)
def test_pages_are_written_alike(pages: str, written: str) -> None:
    """Whatever dash the record has."""
    assert cited(published={"venue": "CRM", "date": "2025", "pages": pages}).pages == written


@pytest.mark.parametrize(
    ("links", "pdf"),
    [
        (["https://papers.example/1", "https://papers.example/1.PDF?x=1"], 1),
        (["https://openreview.net/pdf?id=x"], 0),
        (["https://arxiv.org/pdf/2401.00001"], 0),
        (["https://papers.example/pdfs"], None),
    ],
)
def test_a_pdf_is_told(links: list[str], pdf: int | None) -> None:
    """Where one of the paper's addresses is one."""
    assert cited(links={"paper": links}).pdf == ("" if pdf is None else links[pdf])
