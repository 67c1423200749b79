"""DataCite's REST interface: arXiv's DOIs and others that Crossref does not have.

https://support.datacite.org/docs/api
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from awesome_heads.identifiers import Identifier
from awesome_heads.providers.bodies import at, items, load_json
from awesome_heads.providers.metadata import (
    MISSING,
    Metadata,
    Problem,
    iso_date,
    partial_date,
    plain_text,
)
from awesome_heads.providers.source import Request, Service, Source

if TYPE_CHECKING:
    from awesome_heads.fields import PartialDate

SERVICE = Service("DataCite", "https://api.datacite.org", 0.2)
_FIRST = ("Submitted", "Created", "Available", "Issued")


def request(identifiers: Sequence[Identifier]) -> Request:
    """Ask for one DOI; an arXiv paper's is made of its id."""
    identifier = identifiers[0]
    doi = f"10.48550/arxiv.{identifier.value}" if identifier.scheme == "arxiv" else identifier.value
    return Request(SERVICE, f"/dois/{quote(doi, safe='')}", accept="application/vnd.api+json")


def parse(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read the document about one DOI."""
    return {identifier: _parse(body, identifier) for identifier in identifiers}


def _parse(body: bytes, identifier: Identifier) -> Metadata | Problem:
    facts = at(load_json(body), "data", "attributes")
    if not isinstance(facts, dict):
        return Problem("sent something that is no answer of its own", passing=True)
    title = next((text for text in _titles(facts) if text), "")
    if not title:
        return MISSING
    is_arxiv = identifier.scheme == "arxiv"
    date = _date(facts)
    return Metadata(
        identifier=identifier,
        source=SERVICE.name,
        title=title,
        date=date,
        authors=tuple(_authors(facts)),
        venue="" if is_arxiv else _venue(facts),
        published=None if is_arxiv else date,
        doi="" if is_arxiv else identifier.value,
        url=identifier.url,
        abstract=_abstract(facts),
        version=max(_versions(facts), default=None),
    )


def _titles(facts: object) -> Iterator[str]:
    for title in items(at(facts, "titles")):
        if at(title, "titleType") is None:
            yield plain_text(at(title, "title"))


def _authors(facts: object) -> Iterator[str]:
    for creator in items(at(facts, "creators")):
        given, family = (plain_text(at(creator, part)) for part in ("givenName", "familyName"))
        name = plain_text(at(creator, "name"))
        if not family and at(creator, "nameType") != "Organizational" and name.count(",") == 1:
            family, given = (part.strip() for part in name.split(","))
        full = f"{given} {family}".strip() if family else name
        if full:
            yield full


def _venue(facts: object) -> str:
    publisher = at(facts, "publisher")
    named = (at(facts, "container", "title"), at(publisher, "name"), publisher)
    return next((text for text in map(plain_text, named) if text), "")


def _date(facts: object) -> "PartialDate | None":
    dates = {
        plain_text(at(date, "dateType")): iso_date(at(date, "date"))
        for date in reversed(items(at(facts, "dates")))
    }
    known = (dates.get(kind) for kind in _FIRST)
    return next((date for date in known if date), partial_date(at(facts, "publicationYear")))


def _abstract(facts: object) -> str:
    for each in items(at(facts, "descriptions")):
        if at(each, "descriptionType") == "Abstract":
            return plain_text(at(each, "description"))
    return ""


def _versions(facts: object) -> Iterator[int]:
    stated = [at(facts, "version")]
    stated += [at(date, "dateInformation") for date in items(at(facts, "dates"))]
    for text in stated:
        number = re.fullmatch(r"v?(\d{1,4})", plain_text(text))
        if number:
            yield int(number[1])


SOURCE = Source(SERVICE, request, parse)
