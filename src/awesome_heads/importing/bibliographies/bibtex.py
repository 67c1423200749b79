"""BibTeX and biblatex files, however worn; `bibtexparser` finds the entries and their fields."""

import logging
import re
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as Block

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies.bibtex_values import (
    MONTHS,
    read_fields,
    read_value,
    split_commas,
    split_names,
)
from awesome_heads.importing.bibliographies.dates import read_date, read_parts
from awesome_heads.importing.bibliographies.decoding import decode
from awesome_heads.importing.bibliographies.entry import Entry, found_paper
from awesome_heads.importing.bibliographies.people import whole_name
from awesome_heads.importing.bibliographies.tex import addresses_in, decode_tex
from awesome_heads.importing.found import Found, FoundPaper, LeftRow
from awesome_heads.model import Vocabulary

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())

_CONTAINERS = ("booktitle", "journal", "journaltitle", "howpublished", "school", "institution")
_ADDRESSES = ("url", "ee", "link", "paper")
# Fields that are read by name, that speak of other works, or that no list keeps.
_SILENT = {
    *("title", "author", "year", "month", "day", "date", "pages", "doi", "eprint", "keywords"),
    *("abstract", "file", "archiveprefix", "eprinttype", "primaryclass", "eprintclass"),
    *("bibsource", "timestamp", "crossref", "references", "subtitle", *_CONTAINERS, *_ADDRESSES),
}
_ADDRESS_ONLY = re.compile(r"\\(?:url|href)\b|https?://", re.IGNORECASE)


def parse(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:  # noqa: ARG001 -- every parser takes them
    """Read every entry that can be read, and say of the others where they stand and why."""
    text, sure = decode(data)
    papers: list[FoundPaper] = []
    left: list[LeftRow] = []
    strings: dict[str, str] = dict(zip(MONTHS, MONTHS, strict=True))
    for block in parse_string(text, parse_stack=()).blocks:
        line, raw = (block.start_line or 0) + 1, (block.raw or "").strip()
        if isinstance(block, String):
            value = read_value(block.value, strings)
            # What grows without end, or is not explained itself, explains nothing.
            if not (value.is_cut or value.strange):
                strings[block.key.lower()] = value.text
            continue
        entry, notes = _entry_of(block)
        if entry is None:
            if isinstance(block, ParsingFailedBlock):
                left.append(LeftRow(line, raw, _why(raw)))
            continue
        read = _read(entry, line, raw, strings)
        read.key = "" if isinstance(block, DuplicateBlockKeyBlock) else read.key
        read.left += notes if sure else [*notes, "letters that may be wrong: it is not UTF-8"]
        if read.title:
            papers.append(found_paper(read))
        else:
            left.append(LeftRow(line, raw, "it has no title"))
    return Found(tuple(papers), tuple(left))


def _entry_of(block: object) -> tuple[Block | None, list[str]]:
    """The entry that a block is or holds; a key or a field that stands twice is worth a note."""
    notes: list[str] = []
    if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        if isinstance(block, DuplicateBlockKeyBlock):
            notes.append(f"the key `{block.key}`, which stands twice")
        else:
            twice = ", ".join(f"`{name}`" for name in sorted(block.duplicate_keys))
            notes.append(f"the second {twice}")
        block = block.ignore_error_block
    return (block if isinstance(block, Block) else None), notes


def _why(raw: str) -> str:
    if raw.count("{") > raw.count("}") and not raw.endswith("="):
        return "a brace is never closed"
    return "it is no entry of the form @type{key, field = {value}, ...}"


def _read(block: Block, line: int, raw: str, strings: Mapping[str, str]) -> Entry:
    fields: dict[str, str] = {}
    notes: list[str] = []
    for field in block.fields:
        found, said = read_fields(field.key.lower(), str(field.value), strings)
        fields = found | fields
        # The month may be written as a bare word in any language.
        notes += said if field.key.lower() != "month" else []
    containers = [_container(fields[name]) for name in _CONTAINERS if fields.get(name)]
    title, subtitle = decode_tex(fields.get("title", "")), decode_tex(fields.get("subtitle", ""))
    others = [fields[name] for name in fields if name not in _SILENT]
    others += [fields[name] for name in _CONTAINERS if _ADDRESS_ONLY.search(fields.get(name, ""))]
    return Entry(
        line=line,
        raw=raw,
        key=block.key,
        title=f"{title}: {subtitle}" if subtitle else title,
        authors=_authors(fields.get("author", ""), notes),
        date=_date(fields),
        container=next(filter(None, containers), ""),
        pages=decode_tex(fields.get("pages", "")),
        number=addresses_in(fields.get("eprint", "")).strip() if _on_arxiv(fields) else "",
        doi=addresses_in(fields.get("doi", "")),
        urls=tuple(addresses_in(fields[name]) for name in _ADDRESSES if fields.get(name)),
        others=tuple(addresses_in(text) for text in others),
        words=tuple(_words(fields.get("keywords", ""))),
        left=notes,
    )


def _on_arxiv(fields: Mapping[str, str]) -> bool:
    named = fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv"
    return named.strip("{} ").lower() == "arxiv"


def _container(text: str) -> str:
    return "" if _ADDRESS_ONLY.search(text) else decode_tex(text)


def _date(fields: Mapping[str, str]) -> PartialDate | None:
    if fields.get("date"):
        return read_date(decode_tex(fields["date"]))
    parts = (decode_tex(fields.get(name, "")) for name in ("year", "month", "day"))
    return read_parts(*parts)


def _authors(text: str, notes: list[str]) -> tuple[str, ...]:
    """Full names; a list that says that it leaves some out is none."""
    names = [_name(each) for each in split_names(" ".join(text.split()))]
    if names and names[-1].lower() in {"others", "et al", "et al."}:
        notes.append(f"the authors, since some are left out: {', '.join(names)}")
        return ()
    return tuple(name for name in names if name)


def _name(text: str) -> str:
    parts = [decode_tex(part) for part in split_commas(text)]
    if len(parts) == 2:  # noqa: PLR2004 -- family name and given name
        return whole_name(parts[0], parts[1])
    if len(parts) == 3:  # noqa: PLR2004 -- family name, what follows it, and given name
        return whole_name(parts[0], parts[2], parts[1])
    return " ".join(filter(None, parts))


def _words(text: str) -> Iterator[str]:
    for word in re.split(r"[,;]", decode_tex(text)):
        if word.strip():
            yield word.strip()
