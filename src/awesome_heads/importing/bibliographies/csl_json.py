"""CSL-JSON, as Zotero, Pandoc and the registries of DOIs write it."""

import re
from collections.abc import Iterator, Mapping

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies.dates import read_date
from awesome_heads.importing.bibliographies.decoding import decode, one_line
from awesome_heads.importing.bibliographies.entry import Entry, found_paper
from awesome_heads.importing.bibliographies.json_items import Item, list_of, read_items, text_of
from awesome_heads.importing.bibliographies.people import whole_name
from awesome_heads.importing.found import Found, FoundPaper, LeftRow
from awesome_heads.model import Vocabulary
from awesome_heads.providers.metadata import partial_date

_SILENT = {
    *("title", "author", "issued", "container-title", "page", "DOI", "URL", "number", "abstract"),
    *("id", "type", "keyword", "citation-key", "references", "custom", "license", "link"),
}
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span|em|strong)\b[^<>]*>", re.IGNORECASE)


def parse(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:  # noqa: ARG001 -- every parser takes them
    """Read every item of the array, or every line that is one."""
    text, sure = decode(data)
    papers: list[FoundPaper] = []
    left: list[LeftRow] = []
    for item in read_items(text):
        if isinstance(item, LeftRow):
            left.append(item)
            continue
        entry = _read(item)
        if not entry.title:
            left.append(LeftRow(item.line, item.text, "it has no title"))
            continue
        entry.left += [] if sure else ["letters that may be wrong: it is not UTF-8"]
        papers.append(found_paper(entry))
    return Found(tuple(papers), tuple(left))


def _read(item: Item) -> Entry:
    data = item.data
    containers = [*map(_plain, list_of(data.get("container-title"))), ""]
    notes: list[str] = []
    number = text_of(data, "number")
    return Entry(
        line=item.line,
        raw=item.text,
        key=text_of(data, "citation-key") or text_of(data, "id"),
        title=next(map(_plain, list_of(data.get("title"))), ""),
        authors=tuple(_authors(data.get("author"), notes)),
        date=_date(data.get("issued")),
        container=containers[0] or _publisher(data),
        pages=text_of(data, "page"),
        number=number if "arxiv" in number.lower() else "",
        doi=text_of(data, "DOI"),
        urls=tuple(filter(None, [text_of(data, "URL")])),
        others=tuple(
            value for name, value in data.items() if name not in _SILENT and isinstance(value, str)
        ),
        words=tuple(
            word
            for each in list_of(data.get("keyword"))
            for word in map(str.strip, re.split(r"[,;]", str(each)))
            if word
        ),
        left=notes,
    )


def _publisher(data: Mapping[str, object]) -> str:
    """What holds a work that is in no volume: the series of talks, the server or the house."""
    named = (text_of(data, name) for name in ("event-title", "event", "archive", "publisher"))
    return next(filter(None, map(one_line, named)), "")


def _plain(text: object) -> str:
    """A text without the marks of emphasis that CSL allows; a lone `<` is none."""
    return one_line(_MARKUP.sub("", text)) if isinstance(text, str) else ""


def _authors(names: object, notes: list[str]) -> Iterator[str]:
    for name in list_of(names):
        whole = _name(name) if isinstance(name, Mapping) else one_line(name)
        if whole:
            yield whole
        else:
            notes.append(f"an author: {name}")


def _name(name: Mapping[str, object]) -> str:
    literal = one_line(text_of(name, "literal")) or one_line(text_of(name, "name"))
    if literal:
        return literal
    parts = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(filter(None, (text_of(name, part) for part in parts)))
    return whole_name(family, text_of(name, "given"), text_of(name, "suffix"))


def _date(issued: object) -> PartialDate | None:
    if isinstance(issued, str):
        return read_date(issued)
    if not isinstance(issued, Mapping):
        return None
    spans = list_of(issued.get("date-parts"))
    if spans and isinstance(spans[0], list):
        return partial_date(*(str(part) for part in spans[0] if part))
    named = (text_of(issued, name) for name in ("raw", "literal"))
    return next((date for text in named if (date := read_date(text))), None)
