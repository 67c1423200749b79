"""Identifiers of papers: recognised in URLs, normalised, and turned back into URLs.

The forms are those that the services publish: arXiv (https://info.arxiv.org/help/arxiv_identifier.html),
DOI (https://www.doi.org/the-identifier/resources/handbook), OpenReview forum ids and ACL Anthology
ids (https://aclanthology.org/info/ids/).
"""

import ipaddress
import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

_ARXIV = r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z.\-]+/\d{7})(?:v(?P<version>\d+))?"
_ARXIV_PATH = re.compile(rf"/(?:abs|pdf|html|format)/{_ARXIV}(?:\.pdf)?/?", re.IGNORECASE)
_ARXIV_DOI = re.compile(rf"10\.48550/arxiv\.{_ARXIV}", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ACL_PATH = re.compile(
    r"/(?P<id>[A-Z]\d{2}-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9]+\.\d+)(?:\.pdf|\.bib)?/?",
    re.IGNORECASE,
)
# What an address of a version, or of a file, must hold somewhere.
_VERSION = re.compile(r"v\d", re.IGNORECASE)
_FILE = re.compile(r"pdf|/html/", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id", re.IGNORECASE)
_REVIEW_TRACKING = re.compile(rf"{_TRACKING.pattern}|noteId|referrer", re.IGNORECASE)
_PORT = re.compile(r":\d+$")
_MIRROR = re.compile(r"(?:(?<=^)|(?<=@))(?:www|export)\.(?=arxiv\.org)", re.IGNORECASE)
_ARXIV_HOSTS = {"arxiv.org", "www.arxiv.org", "export.arxiv.org"}
# Names without a dot, names set aside for private use, and numbers that are no whole address.
_PRIVATE_HOST = re.compile(r"[^.]*|.*\.(?:localhost|local|internal|home\.arpa|\d+)", re.IGNORECASE)
# What is made of a record asks for its few addresses again and again.
_ADDRESSES_KEPT = 1_000
# These and what lies below them answer by https alone.
_HTTPS_HOSTS = (
    "aclanthology.org",
    "alignmentforum.org",
    "anthropic.com",
    "arxiv.org",
    "doi.org",
    "dl.acm.org",
    "github.com",
    "github.io",
    "gitlab.com",
    "huggingface.co",
    "ieeexplore.ieee.org",
    "jmlr.org",
    "kaggle.com",
    "lesswrong.com",
    "link.springer.com",
    "medium.com",
    "nature.com",
    "openai.com",
    "openreview.net",
    "papers.neurips.cc",
    "papers.nips.cc",
    "proceedings.iclr.cc",
    "proceedings.mlr.press",
    "proceedings.neurips.cc",
    "transformer-circuits.pub",
    "youtu.be",
    "youtube.com",
    "zenodo.org",
)


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

    @property
    def pdf_url(self) -> str:
        """The address of the paper itself as PDF; empty where the service has no such scheme."""
        return {
            "arxiv": "https://arxiv.org/pdf/{}",
            "doi": "",
            "openreview": "https://openreview.net/pdf?id={}",
            "acl": "https://aclanthology.org/{}.pdf",
        }[self.scheme].format(self.value)


def parse_doi(text: str) -> Identifier | None:
    """Read a DOI, bare or as a doi.org URL; arXiv's own DOIs give the arXiv identifier."""
    found = _DOI.search(text)
    if found is None:
        return None
    doi = found[0].rstrip(".,;").lower()
    arxiv = _ARXIV_DOI.fullmatch(doi)
    return Identifier("arxiv", arxiv["id"]) if arxiv else Identifier("doi", doi)


@lru_cache(_ADDRESSES_KEPT)
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

    arXiv addresses become `https://arxiv.org/abs/ID`, and files of a paper the page that offers
    them; everything else stays as it is, since a changed address may be a dead one.
    """
    identifier = parse_url(url)
    if identifier is not None and identifier.scheme == "arxiv":
        return identifier.url
    return with_https(landing_page(without_tracking(url)))


def without_tracking(url: str) -> str:
    """An address without parameters that only tell the host who came from where."""
    if "?" not in url:
        return url
    parts = urlsplit(url)
    tracking = _REVIEW_TRACKING if _host(url) == "openreview.net" else _TRACKING
    given = parts.query.split("&")
    kept = [each for each in given if not tracking.fullmatch(each.split("=")[0])]
    return url if kept == given else urlunsplit(parts._replace(query="&".join(kept)))


def with_https(url: str) -> str:
    """An address with https where its host is known to answer there."""
    if url[:5].lower() != "http:":
        return url
    parts = urlsplit(url)
    host = _host(url)
    sure = any(host == known or host.endswith(f".{known}") for known in _HTTPS_HOSTS)
    netloc = parts.netloc.removesuffix(":80")
    if parts.scheme == "https" or _PORT.search(netloc) or not sure:
        return url
    return urlunsplit(parts._replace(scheme="https", netloc=netloc))


def with_main_host(url: str) -> str:
    """An address of a paper on a mirror of arXiv, as arXiv's main host has it."""
    if "arxiv.org" not in url.lower():
        return url
    parts = urlsplit(url)
    netloc = _MIRROR.sub("", parts.netloc)
    if netloc == parts.netloc or parse_url(url) is None:
        return url
    return urlunsplit(parts._replace(netloc=netloc))


def without_version(url: str) -> str:
    """An address of a paper on arXiv without the version that it is pinned to."""
    if not _VERSION.search(url):
        return url
    parts = urlsplit(url)
    found = _ARXIV_PATH.fullmatch(parts.path) if parts.hostname in _ARXIV_HOSTS else None
    if found is None or found["version"] is None:
        return url
    start, end = found.span("version")
    return urlunsplit(parts._replace(path=parts.path[: start - 1] + parts.path[end:]))


def landing_page(url: str) -> str:
    """The page that offers a file of a paper on arXiv, OpenReview or the ACL Anthology."""
    if not _FILE.search(url):
        return url
    parts = urlsplit(url)
    identifier = parse_url(url)
    path = None
    if parts.hostname in _ARXIV_HOSTS and identifier is not None:
        path = re.sub(r"^/(?:pdf|html)/(.*?)(?:\.pdf)?/?$", r"/abs/\1", parts.path)
    elif identifier is not None and identifier.scheme == "openreview":
        path = "/forum" if parts.path == "/pdf" else None
    elif identifier is not None and identifier.scheme == "acl":
        path = re.sub(r"\.pdf/?$", "/", parts.path)
    return url if path in {None, parts.path} else urlunsplit(parts._replace(path=path))


def address_key(url: str) -> str:
    """What two ways of writing one address have in common; no address itself."""
    parts = urlsplit(canonical_url(url))
    path = parts.path.rstrip("/")
    host = _host(url)
    if host in {"github.com", "gitlab.com"}:
        path = path.removesuffix(".git").lower()
    return urlunsplit(("", host, path, parts.query, parts.fragment))


def is_public_host(host: str) -> bool:
    """Whether a host's name or number can mean anything outside of its own network."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return not _PRIVATE_HOST.fullmatch(host.rstrip("."))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
