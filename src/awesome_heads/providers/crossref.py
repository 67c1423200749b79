"""Crossref's REST interface: the works of most DOIs. https://api.crossref.org/swagger-ui."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from awesome_heads.identifiers import Identifier
from awesome_heads.providers.bodies import at, items, load_json
from awesome_heads.providers.metadata import (
    MISSING,
    Metadata,
    Problem,
    partial_date,
    plain_text,
)
from awesome_heads.providers.source import Request, Service, Source
from awesome_heads.references import other_names

if TYPE_CHECKING:
    from awesome_heads.fields import PartialDate

SERVICE = Service("Crossref", "https://api.crossref.org", 0.2)
_TAKEN_BACK = {"retraction", "withdrawal", "removal"}
_MARKS = ("RETRACTED:", "WITHDRAWN:", "RETRACTED ARTICLE:", "REMOVED:")


def doi_of(identifier: Identifier) -> str:
    """The DOI under which a registry knows a paper."""
    names = other_names(identifier)
    return next((name.value for name in names if name.scheme == "doi"), identifier.value)


def request(identifiers: Sequence[Identifier]) -> Request:
    """Ask for one work, and say who asks, which Crossref thanks with a faster line."""
    path = f"/works/{quote(doi_of(identifiers[0]), safe='')}"
    return Request(SERVICE, path, contact="mailto", accept="application/json")


def parse(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read the message about one work."""
    return {identifier: _parse(body, identifier) for identifier in identifiers}


def _parse(body: bytes, identifier: Identifier) -> Metadata | Problem:
    data = load_json(body)
    work = at(data, "message")
    if not isinstance(work, dict):
        return Problem("sent something that is no answer of its own", passing=True)
    title = plain_text(at(work, "title", 0))
    if not title:
        return MISSING
    subtitle = plain_text(at(work, "subtitle", 0))
    if subtitle and subtitle.casefold() not in title.casefold():
        title = f"{title}: {subtitle}"
    mark = next((mark for mark in _MARKS if title.upper().startswith(mark)), "")
    date = _date(work)
    return Metadata(
        identifier=identifier,
        source=SERVICE.name,
        title=title[len(mark) :].strip(),
        date=date,
        authors=tuple(_authors(work)),
        venue=_venue(work),
        published=date,
        doi=doi_of(identifier),
        url=identifier.url,
        pages=plain_text(work.get("page")),
        abstract=plain_text(work.get("abstract")),
        withdrawn=bool(mark) or any(kind in _TAKEN_BACK for kind in _updates(work)),
    )


def _authors(work: object) -> Iterator[str]:
    for author in items(at(work, "author")):
        parts = [plain_text(at(author, part)) for part in ("given", "family", "suffix")]
        name = " ".join(part for part in parts if part) or plain_text(at(author, "name"))
        if name:
            yield name


def _venue(work: object) -> str:
    """The volume, or else the event or the preprint server."""
    places = (("container-title", 0), ("event", "name"), ("institution", 0, "name"))
    named = (plain_text(at(work, *place)) for place in places)
    return next((name for name in named if name), "")


def _date(work: object) -> "PartialDate | None":
    """The earliest of the dates that say most; `issued` is what the others are summed up as."""
    named = ("published-online", "published-print", "published", "issued", "posted")
    dates = [partial_date(*items(at(work, name, "date-parts", 0))) for name in named]
    known = [date for date in dates if date is not None]
    whole = [date for date in known if date.day is not None]
    return min(whole or known, key=str, default=None)


def _updates(work: object) -> Iterator[str]:
    for update in items(at(work, "updated-by")):
        yield plain_text(at(update, "type")).casefold()


SOURCE = Source(SERVICE, request, parse)
