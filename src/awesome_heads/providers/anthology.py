"""The ACL Anthology: one BibTeX file a paper. https://aclanthology.org/info/development/."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import NameParts, SeparateCoAuthors, SplitNameParts

from awesome_heads.identifiers import Identifier, parse_doi
from awesome_heads.providers.metadata import MISSING, Metadata, Problem, partial_date
from awesome_heads.providers.source import Request, Service, Source
from awesome_heads.providers.tex import decode_tex

if TYPE_CHECKING:
    from awesome_heads.fields import PartialDate

SERVICE = Service("ACL Anthology", "https://aclanthology.org", 0.5)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Without a handler of its own its complaints about a broken file would go to standard error.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


def request(identifiers: Sequence[Identifier]) -> Request:
    """Ask for one paper's BibTeX."""
    return Request(SERVICE, f"/{quote(identifiers[0].value, safe='')}.bib")


def parse(
    body: bytes, identifiers: Sequence[Identifier]
) -> Mapping[Identifier, Metadata | Problem]:
    """Read a BibTeX file of one entry."""
    return {identifier: _parse(body, identifier) for identifier in identifiers}


def _parse(body: bytes, identifier: Identifier) -> Metadata | Problem:
    library = parse_string(
        body.decode(errors="replace"), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    if not library.entries:
        return Problem("sent something that is no BibTeX", passing=True)
    fields = {field.key.lower(): field.value for field in library.entries[0].fields}
    title = _text(fields, "title")
    if not title:
        return MISSING
    date = _date(_text(fields, "year"), str(fields.get("month") or ""))
    doi = parse_doi(str(fields.get("doi") or ""))
    return Metadata(
        identifier=identifier,
        source=SERVICE.name,
        title=title,
        date=date,
        authors=tuple(_authors(fields.get("author"))),
        venue=_text(fields, "booktitle") or _text(fields, "journal"),
        published=date,
        doi=doi.value if doi is not None and doi.scheme == "doi" else "",
        url=identifier.url,
        pages=re.sub(r"\s*[-\u2013]+\s*", "-", _text(fields, "pages")),
        abstract=_text(fields, "abstract"),
    )


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return decode_tex(value) if isinstance(value, str) else ""


def _authors(names: object) -> Iterator[str]:
    for name in names if isinstance(names, list) else []:
        if isinstance(name, NameParts):
            full = decode_tex(" ".join((*name.first, *name.von, *name.last, *name.jr)))
            if full:
                yield full


def _date(year: str, month: str) -> "PartialDate | None":
    """The month is the first that is named, since meetings run over the end of one."""
    number = re.search(r"\b(?:0?[1-9]|1[0-2])\b", month)
    word = re.search("|".join(_MONTHS), month.lower())
    if word:
        return partial_date(year, _MONTHS.index(word[0]) + 1)
    return partial_date(year, int(number[0])) if number else partial_date(year)


SOURCE = Source(SERVICE, request, parse)
