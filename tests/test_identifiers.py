"""Identifiers of papers."""

import pytest

from awesome_heads.identifiers import Identifier, canonical_url, parse_doi, parse_url


@pytest.mark.parametrize(
    ("identifier", "label", "url"),
    [
        (
            Identifier("arxiv", "2401.00001"),
            "arXiv:2401.00001",
            "https://arxiv.org/abs/2401.00001",
        ),
        (Identifier("doi", "10.1000/x1"), "doi:10.1000/x1", "https://doi.org/10.1000/x1"),
        (Identifier("openreview", "Xx1"), "OpenReview Xx1", "https://openreview.net/forum?id=Xx1"),
        (Identifier("acl", "P99-1001"), "ACL P99-1001", "https://aclanthology.org/P99-1001/"),
    ],
)
def test_identifier_is_shown(identifier: Identifier, label: str, url: str) -> None:
    """An identifier has a label for readers and the service's permanent address."""
    assert identifier.label == label
    assert identifier.url == url


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1000/ABC.1", Identifier("doi", "10.1000/abc.1")),
        ("https://doi.org/10.1000/abc", Identifier("doi", "10.1000/abc")),
        ("see 10.1000/abc., and more", Identifier("doi", "10.1000/abc")),
        ("10.48550/arXiv.2401.00001", Identifier("arxiv", "2401.00001")),
        ("10.48550/ARXIV.2401.00001v2", Identifier("arxiv", "2401.00001")),
        ("10.48550/arXiv.cs/0001001", Identifier("arxiv", "cs/0001001")),
        ("10.48550/other", Identifier("doi", "10.48550/other")),
        ("10.1/abc", None),
        ("10.1000", None),
        ("", None),
    ],
)
def test_doi_is_read(text: str, expected: Identifier | None) -> None:
    """A DOI is read bare or in an address, and arXiv's own DOIs as arXiv's identifiers."""
    assert parse_doi(text) == expected


def test_arxiv_doi_may_end_a_sentence() -> None:
    """A full stop after arXiv's DOI does not hide the arXiv identifier."""
    assert parse_doi("see 10.48550/arXiv.2401.00001.") == Identifier("arxiv", "2401.00001")


def test_doi_may_be_percent_encoded() -> None:
    """A DOI is recognised in an address that encodes its signs."""
    assert parse_url("https://doi.org/10.1000%2Fx%281%29") == Identifier("doi", "10.1000/x(1)")


def test_acl_ids_differ_not_by_case() -> None:
    """One paper of the ACL Anthology has one identifier, in whatever case its address stands."""
    assert parse_url("https://aclanthology.org/p99-1001/") == Identifier("acl", "P99-1001")


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2401.00001",
        "http://arxiv.org/abs/2401.00001v3",
        "https://www.arxiv.org/pdf/2401.00001",
        "https://export.arxiv.org/pdf/2401.00001v1.pdf",
        "https://arxiv.org/html/2401.00001v2/",
        "https://arxiv.org/format/2401.00001?x=1#y",
        "https://ARXIV.org/ABS/2401.00001",
        "https://doi.org/10.48550/arXiv.2401.00001",
    ],
)
def test_arxiv_is_recognised(url: str) -> None:
    """Every page of arXiv about a paper leads to the same identifier."""
    assert parse_url(url) == Identifier("arxiv", "2401.00001")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/abs/cs/0001001v1", Identifier("arxiv", "cs/0001001")),
        ("https://arxiv.org/pdf/cond-mat/0001001.pdf", Identifier("arxiv", "cond-mat/0001001")),
        ("https://arxiv.org/pdf/0801.0001", Identifier("arxiv", "0801.0001")),
        ("https://arxiv.org/list/cs.CL/new", None),
        ("https://arxiv.org/abs/2401.001", None),
        ("https://dx.doi.org/10.1000/x", Identifier("doi", "10.1000/x")),
        ("https://www.doi.org/10.1000/x", Identifier("doi", "10.1000/x")),
        ("https://dl.acm.org/doi/pdf/10.1000/x", Identifier("doi", "10.1000/x")),
        ("https://doi.org/", None),
        ("https://openreview.net/forum?id=Xx1&noteId=Yy2", Identifier("openreview", "Xx1")),
        ("https://openreview.net/pdf?id=Xx1", Identifier("openreview", "Xx1")),
        ("https://openreview.net/group", None),
        ("https://aclanthology.org/P99-1001", Identifier("acl", "P99-1001")),
        ("https://aclanthology.org/P99-1001.pdf", Identifier("acl", "P99-1001")),
        ("https://www.aclanthology.org/2099.acl-long.1/", Identifier("acl", "2099.acl-long.1")),
        ("https://aclanthology.org/2099.acl-long.1.bib", Identifier("acl", "2099.acl-long.1")),
        ("https://aclanthology.org/events/acl-2099/", None),
        ("https://example.org/abs/2401.00001", None),
        ("not an address", None),
        ("", None),
    ],
)
def test_other_addresses(url: str, expected: Identifier | None) -> None:
    """An address names an identifier where its host and its path are those of a paper."""
    assert parse_url(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://arxiv.org/pdf/2401.00001v2.pdf", "https://arxiv.org/abs/2401.00001"),
        ("https://doi.org/10.48550/arXiv.2401.00001", "https://arxiv.org/abs/2401.00001"),
        ("http://doi.org/10.1000/X", "https://doi.org/10.1000/X"),
        (
            "https://openreview.net/forum?id=Xx1&noteId=Yy2",
            "https://openreview.net/forum?id=Xx1",
        ),
        (
            "https://example.org/a?utm_source=x&b=1%202&c=&fbclid=y#z",
            "https://example.org/a?b=1%202&c=#z",
        ),
        ("https://example.org/a?gclid=1", "https://example.org/a"),
        ("https://example.org/a?b=1%202&c", "https://example.org/a?b=1%202&c"),
        ("http://example.org/a", "http://example.org/a"),
        ("https://example.org/A/#b", "https://example.org/A/#b"),
    ],
)
def test_canonical_url(url: str, expected: str) -> None:
    """Versions and tracking go; what is not known to be needless stays as it was typed."""
    assert canonical_url(url) == expected
    assert canonical_url(expected) == expected


@pytest.mark.parametrize(
    ("identifier", "url"),
    [
        (Identifier("arxiv", "2404.15574"), "https://arxiv.org/pdf/2404.15574"),
        (Identifier("openreview", "Xx1"), "https://openreview.net/pdf?id=Xx1"),
        (Identifier("acl", "P99-1001"), "https://aclanthology.org/P99-1001.pdf"),
        (Identifier("doi", "10.5555/x"), ""),
    ],
)
def test_where_a_service_keeps_the_file(identifier: Identifier, url: str) -> None:
    """Every service but DOI has one address a paper for its PDF, and reading it gives the paper."""
    assert identifier.pdf_url == url
    assert not url or parse_url(url) == identifier
