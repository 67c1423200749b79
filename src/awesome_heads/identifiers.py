"""Identifiers of papers: recognised in URLs, normalised, and turned back into URLs.

The forms are those that the services publish: arXiv (https://info.arxiv.org/help/arxiv_identifier.html),
DOI (https://www.doi.org/the-identifier/resources/handbook), OpenReview forum ids and ACL Anthology
ids (https://aclanthology.org/info/ids/).
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_ARXIV = r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z.\-]+/\d{7})(?:v(?P<version>\d+))?"
_ARXIV_PATH = re.compile(rf"/(?:abs|pdf|html|format)/{_ARXIV}(?:\.pdf)?/?", re.IGNORECASE)
_ARXIV_DOI = re.compile(rf"10\.48550/arxiv\.{_ARXIV}", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ACL_PATH = re.compile(
    r"/(?P<id>[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)(?:\.pdf|\.bib)?/?",
    re.IGNORECASE,
)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|noteId|referrer", re.IGNORECASE)
_ARXIV_HOSTS = {"arxiv.org", "www.arxiv.org", "export.arxiv.org"}


class Identifier(NamedTuple):
    """A paper's identity with one service: scheme `arxiv`, `doi`, `openreview` or `acl`."""

    scheme: str
    value: str

    @property
    def label(self) -> str:
        """The identifier as a reader writes it, such as `arXiv:2404.15574`."""
        names = {"arxiv": "arXiv:", "doi": "doi:", "openreview": "OpenReview ", "acl": "ACL "}
        return f"{names[self.scheme]}{self.value}"

    @property
    def url(self) -> str:
        """The address that the service itself calls permanent."""
        return {
            "arxiv": "https://arxiv.org/abs/{}",
            "doi": "https://doi.org/{}",
            "openreview": "https://openreview.net/forum?id={}",
            "acl": "https://aclanthology.org/{}/",
        }[self.scheme].format(self.value)


def parse_doi(text: str) -> Identifier | None:
    """Read a DOI, bare or as a doi.org URL; arXiv's own DOIs give the arXiv identifier."""
    found = _DOI.search(text)
    if found is None:
        return None
    doi = found[0].rstrip(".,;").lower()
    arxiv = _ARXIV_DOI.fullmatch(doi)
    return Identifier("arxiv", arxiv["id"]) if arxiv else Identifier("doi", doi)


def parse_url(url: str) -> Identifier | None:
    """Recognise the paper behind a URL; None where the host names no identifier we know."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if host in _ARXIV_HOSTS:
        found = _ARXIV_PATH.fullmatch(parts.path)
        return Identifier("arxiv", found["id"].lower()) if found else None
    if host in {"doi.org", "dx.doi.org", "dl.acm.org"}:
        return parse_doi(unquote(parts.path))
    if host == "openreview.net":
        forum = parse_qs(parts.query).get("id")
        return Identifier("openreview", forum[0]) if forum else None
    if host == "aclanthology.org":
        paper = _ACL_PATH.fullmatch(parts.path)
        return Identifier("acl", _acl_case(paper["id"])) if paper else None
    return None


def _acl_case(text: str) -> str:
    """The Anthology's own spelling: a capital letter first in old ids, small letters in new."""
    return text.upper() if text[0].isalpha() else text.lower()


def canonical_url(url: str) -> str:
    """Return the form in which a link is kept: https where sure, no version, no stray parameter.

    arXiv addresses become `https://arxiv.org/abs/ID`; tracking parameters and OpenReview's
    `noteId` go; everything else stays as it is, since a changed address may be a dead one.
    """
    parts = urlsplit(url)
    identifier = parse_url(url)
    if identifier is not None and identifier.scheme == "arxiv":
        return identifier.url
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    stripped = len(kept) != len(parse_qsl(parts.query, keep_blank_values=True))
    query = urlencode(kept) if stripped else parts.query
    scheme = "https" if identifier is not None else parts.scheme
    return urlunsplit((scheme, parts.netloc, parts.path, query, parts.fragment))
