"""What every format tells of a paper, put in order: ids, addresses, preprint and publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier, address_key, parse_doi
from awesome_heads.importing.found import FoundPaper, FoundPublication
from awesome_heads.importing.links import Link, find_links, kind_of
from awesome_heads.references import other_names, parse_reference

PREPRINTS = "arXiv"
_ARXIV = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf|html))?[\s.:/]*|^abs/|\(|^)"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_NAMED = re.compile(r"arxiv", re.IGNORECASE)
_ON_SERVER = re.compile(r"\barxiv\b|^corr\b|^(?:[a-z]+ )?e-?prints?$|\babs/\d{4}\.", re.IGNORECASE)
_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}/[^\s\"<>{}]+")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
_THIS_CENTURY = 90


@dataclass
class Entry:
    """One entry of a file, values decoded; what it does not tell is empty.

    Attributes:
        line: Where it begins, counted from 1.
        raw: Its own text.
        container: Name of the proceedings, journal or whatever holds the work.
        number: What the entry calls its id on a preprint server.
        doi: What stands in the field for a DOI.
        urls: What stands in fields for the address of the work, best first.
        others: Further values in which ids and addresses may stand.
        words: Keywords.
        left: Notes on what was not understood.
    """

    line: int
    raw: str = ""
    key: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: PartialDate | None = None
    container: str = ""
    pages: str = ""
    number: str = ""
    doi: str = ""
    urls: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    left: list[str] = field(default_factory=list)


def found_paper(entry: Entry) -> FoundPaper:
    """The paper that an entry tells of.

    An id on arXiv beside the name of a venue means a preprint that appeared there later: the
    date is then that of the publication, and the id tells the month of the first version.
    """
    arxiv, doi = _arxiv(entry), _doi(entry)
    links = _links(entry)
    preprint = Identifier("arxiv", arxiv) if arxiv else None
    on_server = not entry.container or bool(_ON_SERVER.search(entry.container))
    later = None
    date, venue = entry.date, entry.container
    if preprint is not None and not on_server:
        other = [url for url in links["paper"] if not _is(url, preprint)]
        later = FoundPublication(
            venue=entry.container,
            date=entry.date,
            doi=doi,
            url=other[0] if other else "",
            pages=_DASHES.sub("-", entry.pages),
        )
        links["paper"] = [preprint.url, *other[1:]]
        date, venue = _month_of(arxiv), PREPRINTS
    elif preprint is not None:
        date, venue = _first_date(entry.date, _month_of(arxiv)), PREPRINTS
        _add(links, preprint.url)
    if doi and later is None:
        _add(links, Identifier("doi", doi).url)
    return FoundPaper(
        line=entry.line,
        title=entry.title,
        date=date,
        authors=entry.authors,
        venue=venue,
        published=later,
        doi=doi,
        pages="" if later else _DASHES.sub("-", entry.pages),
        tags=tuple(dict.fromkeys(entry.words)),
        links={kind: tuple(urls) for kind, urls in links.items() if urls},
        key=entry.key,
        left=tuple(dict.fromkeys(entry.left)),
        raw=entry.raw,
    )


def _arxiv(entry: Entry) -> str:
    """Id on arXiv: from its own field, from the container's name, or from any other value."""
    number = entry.number.strip()
    named = parse_reference(number) if number else None
    if named is None and number:
        named = _found_arxiv(number)
    for text in () if named else (*entry.urls, entry.doi, entry.container, *entry.others):
        named = _found_arxiv(text) if _NAMED.search(text) or text.startswith("abs/") else None
        if named is not None:
            break
    return named.value if named is not None and named.scheme == "arxiv" else ""


def _found_arxiv(text: str) -> Identifier | None:
    found = _ARXIV.search(text)
    return parse_reference(f"arXiv:{found[1]}") if found else None


def _doi(entry: Entry) -> str:
    """DOI from its own field, from an address, or from any other value; arXiv's own is none."""
    own = parse_doi(entry.doi)
    if own is not None and own.scheme == "doi":
        return own.value
    for text in (*entry.urls, *entry.others):
        for written in _DOI.findall(text):
            found = parse_doi(_trimmed(written))
            if found is not None and found.scheme == "doi":
                return found.value
    return ""


def _trimmed(doi: str) -> str:
    while doi and (doi[-1] in ".,;:'" or (doi[-1] == ")" and doi.count(")") > doi.count("("))):
        doi = doi[:-1]
    return doi


def _links(entry: Entry) -> dict[str, list[str]]:
    """Addresses by kind; one in a field for addresses is the paper's where no other is."""
    links: dict[str, list[str]] = {"paper": []}
    unsure: list[str] = []
    for text, asked in ((text, "paper") for text in entry.urls):
        for url in _addresses(text, entry):
            kind = _kind_of(url, asked)
            if kind == "paper":
                _add(links, url)
            else:
                unsure.append(url)
    if unsure and not links["paper"] and not (entry.number or entry.doi):
        _add(links, unsure.pop(0))
    for text in entry.others:
        unsure += _addresses(text, None)
    for url in dict.fromkeys(unsure):
        kind = _kind_of(url, "")
        if kind is None and url in links["paper"]:
            continue
        if kind is None:
            entry.left.append(f"the address {url}")
        else:
            _add(links, url, kind)
    return links


def _kind_of(url: str, asked: str) -> str | None:
    """The kind of a bare address, as far as its host tells."""
    return kind_of(Link("", url), asked)


def _addresses(text: str, entry: Entry | None) -> Iterator[str]:
    found, _ = find_links(text)
    for link in found:
        yield link.url
    if not found and entry is not None and text.strip():
        identifier = parse_reference(text)
        if identifier is not None:
            yield identifier.url
        elif _lacks_scheme_alone(text.strip()):
            yield from (each.url for each in find_links(f"https://{text.strip()}")[0])
        else:
            entry.left.append(f"`{text}`, which is no address")


def _lacks_scheme_alone(text: str) -> bool:
    """Whether a text is an address once `https://` stands before it."""
    try:
        return bool(urlsplit(f"https://{text}").path.strip("/")) and " " not in text
    except ValueError:
        return False


def _add(links: dict[str, list[str]], url: str, kind: str = "paper") -> None:
    """Add an address, unless one that leads to the same is there."""
    known = links.setdefault(kind, [])
    names = {_name(each) for each in known}
    if _name(url) not in names and not names & set(_other_names(url)):
        known.append(url)


def _name(url: str) -> Identifier | str:
    return parse_reference(url) or address_key(url)


def _other_names(url: str) -> tuple[Identifier, ...]:
    identifier = parse_reference(url)
    return other_names(identifier) if identifier else ()


def _is(url: str, identifier: Identifier) -> bool:
    return parse_reference(url) == identifier


def _month_of(arxiv: str) -> PartialDate | None:
    """The month that an id on arXiv tells."""
    digits = arxiv.rpartition("/")[2]
    year, month = int(digits[:2]), int(digits[2:4])
    try:
        return PartialDate.parse(
            f"{1900 + year if year > _THIS_CENTURY else 2000 + year}-{month:02}"
        )
    except ValueError:
        return None


def _first_date(told: PartialDate | None, month: PartialDate | None) -> PartialDate | None:
    """A told month is kept; where a year alone is told, the id knows better."""
    return told if told is not None and (told.month or month is None) else month
