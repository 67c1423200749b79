"""Other lists' YAML: papers as mappings, under the names that such lists give their fields."""

import re
from collections.abc import Iterator, Mapping

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies.dates import read_date, read_parts
from awesome_heads.importing.bibliographies.decoding import decode, one_line
from awesome_heads.importing.bibliographies.entry import Entry, found_paper
from awesome_heads.importing.bibliographies.json_items import list_of
from awesome_heads.importing.bibliographies.people import turned, whole_name
from awesome_heads.importing.bibliographies.yaml_items import Item, read_items
from awesome_heads.importing.found import Found, FoundPaper, LeftRow
from awesome_heads.importing.links import find_links, read_links
from awesome_heads.model import LINK_KINDS, Summary, Vocabulary

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "name"),
    "authors": ("authors", "author"),
    "date": ("date", "published_date", "publication_date", "released", "submitted"),
    "year": ("year", "publication_year"),
    "month": ("month",),
    "venue": ("venue", "conference", "journal", "booktitle", "publication", "published_in"),
    "paper": ("paper", "url", "link", "pdf", "paper_url", "paper_link", "page", "html"),
    "doi": ("doi",),
    "number": ("arxiv", "arxiv_id", "arxivid", "eprint"),
    "pages": ("pages",),
    "tags": ("tags", "keywords", "categories", "category", "topics", "tag"),
    "key": ("key", "id", "bibkey", "cite_key", "bibtex_key"),
}
# Further names of the kinds of links.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "code": ("github", "repo", "repository", "code_url", "source", "implementation"),
    "data": ("dataset", "datasets", "data_url"),
    "demo": ("demo_url", "playground"),
    "project": ("project_page", "website", "project_url", "homepage", "site"),
    "video": ("youtube", "talk", "video_url"),
    "slides": ("presentation",),
    "blog": ("blog_post", "blogpost", "post"),
}
_OTHERS = re.compile(r"\bet\.? ?al\.?$|\bothers$|\.\.\.$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|,?\s+(?:and|&)\s+")


def parse(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:  # noqa: ARG001 -- every parser takes them
    """Read every mapping that has a title."""
    text, sure = decode(data)
    papers: list[FoundPaper] = []
    left: list[LeftRow] = []
    for item in read_items(text):
        if isinstance(item, LeftRow):
            left.append(item)
        elif not _text(item.data, "title"):
            left.append(LeftRow(item.line, item.text, "it has no title"))
        else:
            papers.append(_read(item, sure=sure))
    return Found(tuple(papers), tuple(left))


def _read(item: Item, *, sure: bool) -> FoundPaper:
    data, notes = item.data, [] if sure else ["letters that may be wrong: it is not UTF-8"]
    links = _links(data, notes)
    found = found_paper(
        Entry(
            line=item.line,
            raw=item.text,
            key=_text(data, "key") or item.name,
            title=one_line(_text(data, "title")),
            authors=_authors(data, notes),
            date=_date(data),
            container=one_line(_text(data, "venue")),
            pages=_text(data, "pages"),
            number=_text(data, "number"),
            doi=_text(data, "doi"),
            urls=tuple(links.pop("paper", ())),
            words=tuple(_tags(data)),
            left=notes + [f"the field `{name}`" for name in data if name not in _KNOWN],
        )
    )
    every = {kind: (*found.links.get(kind, ()), *urls) for kind, urls in links.items()}
    summary = _mapping(data, "summary")
    lines = {name: one_line(summary.get(name) or data.get(name)) for name in Summary.model_fields}
    return FoundPaper(
        **{
            **vars(found),
            "links": {**found.links, **{kind: tuple(dict.fromkeys(every[kind])) for kind in every}},
            "summary": {name: line for name, line in lines.items() if line},
        }
    )


_KNOWN = {
    *(name for names in (*_NAMES.values(), *_KINDS.values()) for name in names),
    *(*LINK_KINDS, *Summary.model_fields, "links", "summary", "abstract", "bibtex"),
}


def _text(data: Mapping[str, object], field: str) -> str:
    """The first of a field's names that holds a text."""
    values = (each for name in _NAMES[field] for each in list_of(data.get(name))[:1])
    return next((value.strip() for value in values if isinstance(value, str)), "")


def _mapping(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _date(data: Mapping[str, object]) -> PartialDate | None:
    whole, year = _text(data, "date"), _text(data, "year")
    date = read_date(whole) if whole else None
    return date or read_parts(year, _text(data, "month"), "") or read_date(year)


def _authors(data: Mapping[str, object], notes: list[str]) -> tuple[str, ...]:
    """Names, listed or in one text; a list that leaves some out is none."""
    value = next((data[name] for name in _NAMES["authors"] if name in data), None)
    names = [name for each in list_of(value) for name in _names(each, alone=value is each)]
    if names and _OTHERS.search(names[-1]):
        notes.append(f"the authors, since some are left out: {', '.join(names)}")
        return ()
    return tuple(name for name in names if name)


def _names(value: object, *, alone: bool) -> Iterator[str]:
    if isinstance(value, Mapping):
        given, family = (one_line(value.get(name)) for name in ("given", "family"))
        yield one_line(value.get("name")) or whole_name(family, given)
    elif isinstance(value, str) and alone:
        yield from _split(one_line(value))
    elif isinstance(value, str):
        yield turned(one_line(value))


def _split(text: str) -> Iterator[str]:
    """Names in one text: between semicolons or `and`, else between commas."""
    parts = [part.strip(" ,") for part in _BETWEEN.split(text)]
    several = ";" in text or (len(parts) > 1 and all(part.count(",") == 1 for part in parts))
    for part in parts:
        if several:
            yield turned(part)
        else:
            yield from filter(None, (each.strip() for each in part.split(",")))


def _tags(data: Mapping[str, object]) -> Iterator[str]:
    for name in _NAMES["tags"]:
        value = data.get(name)
        for each in list_of(value):
            parts = re.split(r"[,;]", each) if isinstance(each, str) and value is each else [each]
            yield from (part.strip() for part in parts if isinstance(part, str) and part.strip())


def _links(data: Mapping[str, object], notes: list[str]) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {}
    named = {**_mapping(data, "links"), **data}
    for kind in LINK_KINDS:
        names = _NAMES["paper"] if kind == "paper" else (kind, *_KINDS.get(kind, ()))
        for text in (each for name in names for each in list_of(named.get(name))):
            if not isinstance(text, str):
                continue
            found, rest = read_links(text) if kind == "paper" else find_links(text)
            links.setdefault(kind, []).extend(link.url for link in found)
            if rest.strip() and not found:
                notes.append(f"`{one_line(text)}` under `{kind}`, which is no address")
    return {kind: list(dict.fromkeys(urls)) for kind, urls in links.items() if urls}
