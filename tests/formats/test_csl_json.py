"""Papers as CSL-JSON items."""

import json

import pytest

from awesome_heads.formats.csl_json import format_item
from tests.formats.test_citation import cited


def item(**changes: object) -> dict[str, object]:
    """The item of a paper with these fields."""
    found = json.loads(format_item(cited(**changes)))
    assert isinstance(found, dict)
    return found


def test_an_item_is_written_out() -> None:
    """A fact a line, in the order that people expect."""
    published = {"venue": "CRM", "date": "2024-07", "doi": "10.1000/182", "pages": "12-34"}
    assert format_item(cited(published=published)) == (
        "{\n"
        '  "id": "key",\n'
        '  "type": "paper-conference",\n'
        '  "title": "Copying Heads in a Made-Up Model",\n'
        '  "author": [{"family": "Example", "given": "Ada"}, '
        '{"family": "Sample", "given": "Ben"}],\n'
        '  "issued": {"date-parts": [[2024, 7]]},\n'
        '  "container-title": "Reading Conference",\n'
        '  "page": "12-34",\n'
        '  "DOI": "10.1000/182",\n'
        '  "URL": "https://arxiv.org/abs/2401.00001"\n'
        "}"
    )


@pytest.mark.parametrize(
    ("venue", "kind", "container"),
    [
        ("CRM", "paper-conference", "Reading Conference"),
        ("CRM Workshop", "paper-conference", "CRM Workshop"),
        ("Letters", "article-journal", "Letters"),
        ("Notebook", "post-weblog", "Notebook"),
        ("Nowhere", "document", "Nowhere"),
        ("arXiv", "article", None),
    ],
)
def test_the_form_makes_the_type(venue: str, kind: str, container: str | None) -> None:
    """A work stands in its venue; a preprint stands in nothing."""
    found = item(venue=venue)
    assert (found["type"], found.get("container-title")) == (kind, container)


def test_a_preprint_names_its_server() -> None:
    """As publisher, with its number there; the published version no longer does."""
    found = item()
    assert (found["publisher"], found["number"], found["genre"]) == (
        *("arXiv", "arXiv:2401.00001", "Preprint"),
    )
    assert not {"publisher", "number", "genre"} & set(
        item(published={"venue": "CRM", "date": "2025"})
    )


@pytest.mark.parametrize(
    ("date", "parts"), [("2025", [2025]), ("2025-02", [2025, 2]), ("2025-02-03", [2025, 2, 3])]
)
def test_a_date_is_as_long_as_it_is_known(date: str, parts: list[int]) -> None:
    """Nothing is made up for a month or a day."""
    assert item(published={"venue": "CRM", "date": date})["issued"] == {"date-parts": [parts]}


def test_names_are_in_parts() -> None:
    """Particle and suffix have their own; names of bodies are literal."""
    authors = ["Ada van der Example Jr.", "Example Team", "Plato"]
    assert item(authors=authors)["author"] == [
        {
            "family": "Example",
            "given": "Ada",
            "non-dropping-particle": "van der",
            "suffix": "Jr.",
        },
        {"literal": "Example Team"},
        {"literal": "Plato"},
    ]


def test_unknown_authors_are_left_out() -> None:
    """A record without authors gives an item without that variable."""
    assert "author" not in item(authors=None)


def test_letters_are_not_escaped() -> None:
    """The file can be read by people of any language."""
    assert "面包 und Brötchen" in format_item(cited(title="面包 und Brötchen"))
