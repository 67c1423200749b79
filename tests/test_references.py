"""Ids and addresses as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.identifiers import Identifier
from awesome_heads.references import other_names, parse_reference

ARXIV = Identifier("arxiv", "2404.15574")
OLD = Identifier("arxiv", "hep-th/9901001")
DOI = Identifier("doi", "10.5555/lantern.1")
FORUM = Identifier("openreview", "Lan-Tern_01")
ACL = Identifier("acl", "2024.crm-long.7")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2404.15574", ARXIV),
        (" 2404.15574v2\n", ARXIV),
        ("arXiv:2404.15574v12", ARXIV),
        ("arxiv: 2404.15574", ARXIV),
        ("https://arxiv.org/abs/2404.15574v2", ARXIV),
        ("http://www.arxiv.org/pdf/2404.15574.pdf", ARXIV),
        ("https://arxiv.org/html/2404.15574v1", ARXIV),
        ("arxiv.org/abs/2404.15574", ARXIV),
        ("export.arxiv.org/abs/2404.15574", ARXIV),
        ("10.48550/arXiv.2404.15574", ARXIV),
        ("https://doi.org/10.48550/arXiv.2404.15574", ARXIV),
        ("hep-th/9901001", OLD),
        ("arXiv:hep-th/9901001v3", OLD),
        ("https://arxiv.org/abs/hep-th/9901001", OLD),
        ("math.GT/0309136", Identifier("arxiv", "math/0309136")),
        ("10.5555/Lantern.1", DOI),
        ("doi:10.5555/lantern.1", DOI),
        ("https://doi.org/10.5555/lantern.1", DOI),
        ("dx.doi.org/10.5555/lantern.1", DOI),
        ("https://openreview.net/forum?id=Lan-Tern_01&noteId=x", FORUM),
        ("openreview.net/pdf?id=Lan-Tern_01", FORUM),
        ("openreview:Lan-Tern_01", FORUM),
        ("2024.crm-long.7", ACL),
        ("https://aclanthology.org/2024.crm-long.7.pdf", ACL),
        ("aclanthology.org/2024.crm-long.7/", ACL),
        ("p19-1001", Identifier("acl", "P19-1001")),
    ],
)
def test_every_spelling_gives_the_identifier(text: str, expected: Identifier) -> None:
    """Versions, prefixes, files and missing schemes make no difference."""
    assert parse_reference(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lantern",
        "Lan-Tern_01",
        "24.1",
        "10.5555",
        "https://papers.example/1",
        "http://[",
        "a b",
    ],
)
def test_what_names_no_paper_gives_nothing(text: str) -> None:
    """A word, a stray number and an unknown host are no identifiers."""
    assert parse_reference(text) is None


digits = st.text("0123456789", min_size=1, max_size=5)
identifiers = st.one_of(
    st.builds("{:04}.{:05}".format, st.integers(0, 9999), st.integers(0, 99999)).map(
        lambda text: Identifier("arxiv", text)
    ),
    st.builds(
        "{}/{:07}".format, st.sampled_from(["hep-th", "cs", "math"]), st.integers(0, 9999999)
    ).map(lambda text: Identifier("arxiv", text)),
    st.builds(
        "10.{}/{}".format,
        st.integers(1000, 999999999),
        st.from_regex(r"[a-z0-9][a-z0-9._()-]*[a-z0-9]", fullmatch=True),
    ).map(lambda text: Identifier("doi", text)),
    st.from_regex(r"[A-Za-z0-9_-]+", fullmatch=True).map(
        lambda text: Identifier("openreview", text)
    ),
    st.builds(
        "{:04}.{}-{}.{}".format,
        st.integers(1900, 2999),
        st.sampled_from(["acl", "crm_1"]),
        st.sampled_from(["long", "main"]),
        st.integers(1, 999),
    ).map(lambda text: Identifier("acl", text)),
    st.builds(
        "{}{:02}-{:04}".format, st.sampled_from("PWE"), st.integers(0, 99), st.integers(0, 9999)
    ).map(lambda text: Identifier("acl", text)),
)


@given(identifiers)
def test_label_and_address_read_back(identifier: Identifier) -> None:
    """An identifier, written for readers or as an address, is read as itself."""
    assert parse_reference(identifier.label) == identifier
    assert parse_reference(identifier.url) == identifier


@given(st.text(max_size=60))
def test_any_text_is_read_without_complaint(text: str) -> None:
    """Whatever is typed gives an identifier that reads back, or nothing."""
    found = parse_reference(text)
    assert found is None or parse_reference(found.label) == found


def test_anthology_and_its_doi_know_each_other() -> None:
    """An ACL paper is the same by its id and by the DOI made of it."""
    doi = Identifier("doi", "10.18653/v1/2024.crm-long.7")
    assert set(other_names(ACL)) == set(other_names(doi)) == {ACL, doi}
    assert other_names(DOI) == (DOI,)
