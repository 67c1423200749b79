"""The JSON and JSON Lines that a list itself exports: every fact of a record comes back."""

from collections.abc import Mapping

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies.decoding import decode
from awesome_heads.importing.bibliographies.json_items import Item, list_of, read_items, text_of
from awesome_heads.importing.found import Found, FoundPaper, FoundPublication, LeftRow
from awesome_heads.model import LINK_KINDS, Summary, Vocabulary

_FURTHER = ("added", "abstract_url")
_LISTED = ("former_ids", "former_titles")
# What the export works out anew from the rest of a record.
_MADE = {"id", "url", "arxiv", "version"}
_READ = {
    *("title", "date", "authors", "venue", "published", "doi", "key", "terms", "links", "summary"),
    *_FURTHER,
    *_LISTED,
    *_MADE,
}


def parse(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:  # noqa: ARG001 -- every parser takes them
    """Read every object of the array, or of every line."""
    text, sure = decode(data)
    papers: list[FoundPaper] = []
    left: list[LeftRow] = []
    for item in read_items(text):
        if isinstance(item, LeftRow):
            left.append(item)
        elif text_of(item.data, "title"):
            notes = [] if sure else ["letters that may be wrong: it is not UTF-8"]
            papers.append(_read(item, notes))
        else:
            left.append(LeftRow(item.line, item.text, "it has no title"))
    return Found(tuple(papers), tuple(left))


def _read(item: Item, notes: list[str]) -> FoundPaper:
    data = item.data
    terms = {name: _texts(names) for name, names in _members(data, "terms").items()}
    links, summary = _members(data, "links"), _members(data, "summary")
    notes += [f"the field `{name}`" for name in data if name not in _READ]
    notes += [f"links of the kind `{kind}`" for kind in links if kind not in LINK_KINDS]
    facts: dict[str, object] = {name: data[name] for name in _FURTHER if text_of(data, name)}
    facts |= {name: names for name in _LISTED if (names := _texts(data.get(name)))}
    facts |= {name: names for name, names in terms.items() if names and name != "tags"}
    if text_of(data, "id"):
        facts["id"] = text_of(data, "id")
    return FoundPaper(
        line=item.line,
        title=text_of(data, "title"),
        date=_date(data, notes),
        authors=_texts(data.get("authors")),
        venue=text_of(data, "venue"),
        published=_published(_members(data, "published"), notes),
        doi=text_of(data, "doi"),
        tags=terms.get("tags", ()),
        links={kind: urls for kind in LINK_KINDS if (urls := _texts(links.get(kind)))},
        summary={name: text for name in Summary.model_fields if (text := text_of(summary, name))},
        key=text_of(data, "key"),
        left=tuple(notes),
        raw=item.text,
        facts=facts,
    )


def _members(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = data.get(name)
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(each for each in list_of(value) if isinstance(each, str) and each.strip())


def _date(data: Mapping[str, object], notes: list[str]) -> PartialDate | None:
    text = text_of(data, "date")
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        notes.append(f"the date `{text}`")
        return None


def _published(data: Mapping[str, object], notes: list[str]) -> FoundPublication | None:
    if not data:
        return None
    named = {name: text_of(data, name) for name in ("venue", "doi", "url", "pages", "title")}
    return FoundPublication(date=_date(data, notes), **named)
