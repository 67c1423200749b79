"""Papers as RIS records."""

import pytest
import rispy

from awesome_heads.formats.ris import format_record
from tests.formats.test_citation import cited


def record(**changes: object) -> dict[str, object]:
    """The record of a paper with these fields, as a parser finds it."""
    (found,) = rispy.loads(format_record(cited(**changes)))
    assert isinstance(found, dict)
    return found


def test_a_record_is_written_out() -> None:
    """A tag a line, from its type to its end."""
    published = {
        "venue": "CRM",
        "date": "2024-07",
        "doi": "10.1000/182",
        "pages": "12--34",
        "url": "https://crm.example/1.pdf",
    }
    assert format_record(cited(published=published)) == (
        "TY  - CONF\n"
        "ID  - key\n"
        "TI  - Copying Heads in a Made-Up Model\n"
        "AU  - Example, Ada\n"
        "AU  - Sample, Ben\n"
        "PY  - 2024\n"
        "DA  - 2024/07//\n"
        "T2  - Reading Conference\n"
        "C3  - Reading Conference\n"
        "SP  - 12\n"
        "EP  - 34\n"
        "DO  - 10.1000/182\n"
        "DB  - arXiv\n"
        "AN  - arXiv:2401.00001\n"
        "UR  - https://crm.example/1.pdf\n"
        "L1  - https://crm.example/1.pdf\n"
        "KW  - Copy Head\n"
        "ER  - \n"
    )


@pytest.mark.parametrize(
    ("venue", "kind", "container"),
    [
        ("CRM", "CONF", "Reading Conference"),
        ("CRM Workshop", "CONF", "CRM Workshop"),
        ("Letters", "JOUR", "Letters"),
        ("arXiv", "UNPB", "arXiv"),
        ("Notebook", "BLOG", "Notebook"),
        ("Nowhere", "GEN", "Nowhere"),
    ],
)
def test_the_form_makes_the_type(venue: str, kind: str, container: str) -> None:
    """Each is a type that the parser knows too."""
    found = record(venue=venue)
    assert (found["type_of_reference"], found["secondary_title"]) == (kind, container)
    assert kind in rispy.config.TYPE_OF_REFERENCE_MAPPING


@pytest.mark.parametrize(
    ("date", "written"),
    [("2025", "2025///"), ("2025-02", "2025/02//"), ("2025-02-03", "2025/02/03/")],
)
def test_a_date_has_four_parts(date: str, written: str) -> None:
    """Those that nobody knows are empty."""
    assert record(published={"venue": "CRM", "date": date})["date"] == written


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Ada Example", "Example, Ada"),
        ("Ada van der Example Jr.", "van der Example, Ada, Jr."),
        ("Ada Jr.", "Ada, , Jr."),
        ("Plato", "Plato"),
        ("王 伟", "王, 伟"),
        ("Apples, Pears, and Sons", "Apples Pears and Sons"),
    ],
)
def test_names_stand_family_first(author: str, written: str) -> None:
    """Family name, given name, suffix; a body has neither comma nor parts."""
    assert record(authors=[author])["authors"] == [written]


def test_a_single_page_has_no_end() -> None:
    """Nor has an article number."""
    found = record(published={"venue": "CRM", "date": "2025", "pages": "e7"})
    assert found["start_page"] == "e7"
    assert "end_page" not in found


def test_unknown_authors_are_left_out() -> None:
    """A record without authors gives one without that tag."""
    assert "authors" not in record(authors=None)


@pytest.mark.parametrize(("number", "database"), [("2404.15574", "arXiv"), ("", None)])
def test_arxiv_is_named_for_its_own_papers(number: str, database: str | None) -> None:
    """No other paper is said to be in that database."""
    url = f"https://arxiv.org/abs/{number}" if number else "https://papers.example/a"
    assert record(links={"paper": [url]}).get("name_of_database") == database
