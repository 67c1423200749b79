"""OpenReview: its newer interface, its older one, and the page that people read.

https://docs.openreview.net/reference/api-v2. Venues before 2023 are only in the older interface,
and both may refuse those who are not signed in; the page names title and authors in its head.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser

from awesome_heads.escapes import escape_sections
from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.providers.bodies import at, items, load_json
from awesome_heads.providers.metadata import (
    MISSING,
    Metadata,
    Problem,
    iso_date,
    one_line,
    partial_date,
)
from awesome_heads.providers.source import Request, Service, Source

SERVICE = Service("OpenReview", "https://api2.openreview.net", 1.0)
OLDER = Service("OpenReview's older interface", "https://api.openreview.net", 1.0)
PAGE = Service("OpenReview's page", "https://openreview.net", 1.0)

_UNDECIDED = ("submitted to ", "withdrawn", "rejected", "under review")


def _request(service: Service, path: str) -> Source:
    accept = "text/html" if service is PAGE else "application/json"
    return Source(
        service,
        lambda ids: Request(service, path, (("id", ids[0].value),), accept=accept),
        parse_page if service is PAGE else parse,
    )


def parse(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read the notes of one id, in the shape of either interface."""
    return {identifier: _parse(body, identifier) for identifier in identifiers}


def _parse(body: bytes, identifier: Identifier) -> Metadata | Problem:
    notes = at(load_json(body), "notes")
    if not isinstance(notes, list):
        return Problem("sent something that is no answer of its own", passing=True)
    note = next((note for note in notes if at(note, "id") == identifier.value), None)
    title = _content(note, "title")
    if not title:
        return MISSING
    venue = _content(note, "venue")
    decided = not venue.casefold().startswith(_UNDECIDED[:1]) and not any(
        word in venue.casefold() for word in _UNDECIDED[1:]
    )
    days = [day for day in (_day(at(note, field)) for field in ("odate", "pdate")) if day]
    days = days or [day for day in (_day(at(note, field)) for field in ("cdate", "tcdate")) if day]
    return Metadata(
        identifier=identifier,
        source=SERVICE.name,
        title=title,
        date=min(days, default=None),
        authors=tuple(_authors(note)),
        venue=venue if decided else "",
        published=(_day(at(note, "pdate")) or max(days, default=None)) if decided else None,
        url=identifier.url,
        abstract=_content(note, "abstract"),
        comment="" if decided else venue,
        withdrawn=_is_withdrawn(note),
    )


def _value(note: object, field: str) -> object:
    """A field of a note; the newer interface wraps it as `{"value": ...}`."""
    value = at(note, "content", field)
    return value.get("value") if isinstance(value, dict) else value


def _content(note: object, field: str) -> str:
    return one_line(_value(note, field))


def _authors(note: object) -> Iterator[str]:
    for author in items(_value(note, "authors")):
        name = one_line(at(author, "fullname") if isinstance(author, dict) else author)
        if name and name.casefold() != "anonymous":
            yield name


def _is_withdrawn(note: object) -> bool:
    if any("withdraw" in _content(note, field).casefold() for field in ("venue", "venueid")):
        return True
    invitations = [*items(at(note, "invitations")), at(note, "invitation")]
    return any("withdrawn" in one_line(name).casefold() for name in invitations)


def _day(milliseconds: object) -> PartialDate | None:
    if not isinstance(milliseconds, int) or isinstance(milliseconds, bool):
        return None
    try:
        day = dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return partial_date(day.year, day.month, day.day)


class _Head(HTMLParser):
    """Gathers the `citation_` lines of a page's head."""

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a `<meta name= content=>`."""
        known = dict(attrs)
        name = known.get("name") or ""
        if tag == "meta" and name.startswith("citation_"):
            self.named.setdefault(name, []).append(one_line(known.get("content")))


def parse_page(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read the head of a forum's page."""
    head = _Head()
    head.feed(escape_sections(body.decode(errors="replace")))
    head.close()
    return {identifier: _from_head(head.named, identifier) for identifier in identifiers}


def _from_head(named: Mapping[str, list[str]], identifier: Identifier) -> Metadata | Problem:
    title = _first(named, "citation_title")
    if not title:
        return Problem("names no title", passing=True)
    published = iso_date(_first(named, "citation_publication_date").replace("/", "-"))
    online = iso_date(_first(named, "citation_online_date").replace("/", "-"))
    return Metadata(
        identifier=identifier,
        source=PAGE.name,
        title=title,
        date=min((day for day in (online, published) if day), key=str, default=None),
        authors=tuple(name for name in map(_upright, named.get("citation_author", ())) if name),
        venue=_first(named, "citation_conference_title") or _first(named, "citation_journal_title"),
        published=published,
        url=identifier.url,
        abstract=_first(named, "citation_abstract"),
    )


def _first(named: Mapping[str, list[str]], name: str) -> str:
    return next((text for text in named.get(name, ()) if text), "")


def _upright(name: str) -> str:
    """`Family, Given` as `Given Family`."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else name


SOURCE = _request(SERVICE, "/notes")
OLDER_SOURCE = _request(OLDER, "/notes")
PAGE_SOURCE = _request(PAGE, "/forum")
