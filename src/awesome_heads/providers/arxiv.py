"""arXiv's query interface: Atom feeds, many papers a request.

https://info.arxiv.org/help/api/user-manual.html. It answers some mistakes with status 200: a
malformed id with one entry called Error, too many requests with a line of plain text.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from awesome_heads.identifiers import Identifier, parse_doi
from awesome_heads.providers.metadata import MISSING, Metadata, Problem, iso_date, one_line
from awesome_heads.providers.source import Request, Service, Source
from awesome_heads.providers.tex import decode_tex
from awesome_heads.references import parse_reference

if TYPE_CHECKING:
    from awesome_heads.fields import PartialDate

SERVICE = Service("arXiv", "https://export.arxiv.org", 3.0)
LARGEST_BATCH = 100

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_VERSION = re.compile(r"v(\d+)$")
_WITHDRAWN = re.compile(
    r"\b(?:this|the)\s+(?:\w+\s+)?(?:paper|article|manuscript|submission|version|work|preprint)\s+"
    r"(?:has\s+been|is|was)\s+(?:being\s+)?(?:temporarily\s+)?withdrawn\b|^\W*withdrawn\b",
    re.IGNORECASE,
)


def request(identifiers: Sequence[Identifier]) -> Request:
    """Ask for the newest version of each paper.

    The number of results is stated, since ten is all that comes otherwise.
    """
    ids = ",".join(identifier.value for identifier in identifiers)
    query = (("id_list", ids), ("max_results", str(len(identifiers))))
    return Request(SERVICE, "/api/query", query, accept="application/atom+xml")


def parse(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read a feed; a paper that it leaves out is one that arXiv does not know."""
    feed = _feed(body)
    if isinstance(feed, Problem):
        return dict.fromkeys(identifiers, feed)
    found: dict[Identifier, Metadata | Problem] = {}
    for entry in feed.iterfind(f"{_ATOM}entry"):
        complaint = _complaint(entry)
        if complaint is not None:
            return dict.fromkeys(identifiers, complaint)
        identifier = _identifier(entry)
        title = decode_tex(_text(entry, f"{_ATOM}title"))
        if identifier is not None and title:
            found[identifier] = _metadata(entry, identifier, title)
    return {identifier: found.get(identifier, MISSING) for identifier in identifiers}


def split(body: bytes) -> Mapping[Identifier, bytes]:
    """Cut a feed into feeds of one entry each, so that each paper can be kept by itself."""
    feed = _feed(body)
    if isinstance(feed, Problem):
        return {}
    single: dict[Identifier, bytes] = {}
    for entry in feed.iterfind(f"{_ATOM}entry"):
        identifier = _identifier(entry)
        if identifier is not None:
            alone = Element(f"{_ATOM}feed")
            alone.append(entry)
            single[identifier] = tostring(alone, encoding="utf-8")
    return single


def _feed(body: bytes) -> Element | Problem:
    if body.strip().lower().startswith(b"rate exceeded"):
        return Problem("has had too many questions for now", passing=True)
    try:
        feed = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError):
        return Problem("sent something that is no Atom feed", passing=True)
    if feed.tag != f"{_ATOM}feed":
        return Problem("sent something that is no Atom feed", passing=True)
    return feed


def _complaint(entry: Element) -> Problem | None:
    address = _text(entry, f"{_ATOM}id")
    if "/api/errors" not in address and _text(entry, f"{_ATOM}title") != "Error":
        return None
    reason = _text(entry, f"{_ATOM}summary") or "it gave no reason"
    return Problem(f"refused the question: {reason}")


def _identifier(entry: Element) -> Identifier | None:
    return parse_reference(_text(entry, f"{_ATOM}id"))


def _metadata(entry: Element, identifier: Identifier, title: str) -> Metadata:
    version = _VERSION.search(_text(entry, f"{_ATOM}id"))
    doi = parse_doi(_text(entry, f"{_ARXIV}doi"))
    comment = _text(entry, f"{_ARXIV}comment")
    abstract = _text(entry, f"{_ATOM}summary")
    venue = decode_tex(_text(entry, f"{_ARXIV}journal_ref"))
    return Metadata(
        identifier=identifier,
        source=SERVICE.name,
        title=title,
        date=iso_date(_text(entry, f"{_ATOM}published")),
        authors=tuple(_authors(entry)),
        venue=venue,
        published=_year_in(venue),
        doi=doi.value if doi is not None and doi.scheme == "doi" else "",
        url=identifier.url,
        abstract=abstract,
        comment=comment,
        version=int(version[1]) if version else None,
        updated=_day(_text(entry, f"{_ATOM}updated")),
        withdrawn=bool(_WITHDRAWN.search(comment) or _WITHDRAWN.match(abstract)),
    )


def _authors(entry: Element) -> Iterator[str]:
    for author in entry.iterfind(f"{_ATOM}author"):
        name = decode_tex(_text(author, f"{_ATOM}name"))
        # A collaboration is followed by a colon where its members are named after it.
        if name and name != ":":
            yield name


def _day(text: str) -> dt.date | None:
    date = iso_date(text)
    return dt.date(date.year, date.month, date.day) if date and date.month and date.day else None


def _year_in(text: str) -> "PartialDate | None":
    years: list[str] = re.findall(r"\b(?:19|20)\d{2}\b", text)
    return iso_date(years[-1]) if years else None


def _text(element: Element, path: str) -> str:
    return one_line(element.findtext(path))


SOURCE = Source(SERVICE, request, parse, LARGEST_BATCH, split)
