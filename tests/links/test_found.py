"""The links that files of a list hold."""

from urllib.parse import unquote

import pytest

from awesome_heads.links import find_links
from awesome_heads.links.found import is_address
from tests.builders import record_text, source


def found(text: str) -> list[tuple[object, str]]:
    """Places and addresses of the links in a file."""
    return [(each.loc, each.address) for each in find_links([source(text)])]


def test_links_of_a_record() -> None:
    """Every kind of link counts, one or several, and so do the other addresses of a record."""
    text = record_text(
        links={"paper": "https://a.example/p", "code": ["https://a.example/1", "http://b.example"]},
        published={"venue": "V", "date": "2024", "url": "https://a.example/v"},
        abstract_url="https://a.example/abs",
    )
    assert found(text) == [
        (("links", "paper"), "https://a.example/p"),
        (("links", "code", 0), "https://a.example/1"),
        (("links", "code", 1), "http://b.example"),
        (("published", "url"), "https://a.example/v"),
        (("abstract_url",), "https://a.example/abs"),
    ]


def test_a_doi_is_a_link() -> None:
    """The DOI of a published version is followed as the site links it, and cannot be rewritten."""
    (link,) = find_links([source("published:\n  doi: 10.1000/ABC.1\n")])
    assert (link.url, link.written) == ("https://doi.org/10.1000/abc.1", False)


def test_an_old_doi_becomes_an_address() -> None:
    """Signs that a DOI may hold and an address may not are escaped."""
    doi = "10.1002/(sici)1097-0258(19980815)17:15#16<1661::aid-sim968>3.0.co;2-2"
    (link,) = find_links([source(f"published:\n  doi: '{doi}'\n")])
    assert is_address(link.url)
    assert unquote(link.url) == f"https://doi.org/{doi}"


def test_texts_are_no_links() -> None:
    """A text that mentions an address, or a pattern of addresses, is none."""
    text = "a: see https://a.example/\nb: https://img.example/{label}.svg\nc: mailto:a@b.example\n"
    assert found(text) == []


def test_a_fragment_is_kept_where_it_stands() -> None:
    """What is asked for has no fragment; what stands in the file has."""
    (link,) = find_links([source("a: https://a.example/p#part\n")])
    assert (link.address, link.url) == ("https://a.example/p#part", "https://a.example/p")


@pytest.mark.parametrize("text", ["a: [", "a: &x 1\n", "", b"\xff", "- https://a.example\n"])
def test_a_file_that_cannot_be_read_holds_none(text: str | bytes) -> None:
    """Other commands say what is wrong with it."""
    assert find_links([source(text)]) == []


@pytest.mark.parametrize(
    "text",
    ["https://a.example:99999/", "https://[half/", "https://", "https:///p", "ftp://a.example/",
     "https://a.example/a b", "https://a.example/<b>", "https://a.example:0/"],
)  # fmt: skip
def test_no_addresses(text: str) -> None:
    """What no browser could open is no address."""
    assert not is_address(text)
