"""RIS records, whatever their line ends, indents and gaps."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies.dates import read_date
from awesome_heads.importing.bibliographies.decoding import decode, one_line
from awesome_heads.importing.bibliographies.entry import Entry, found_paper
from awesome_heads.importing.bibliographies.people import turned
from awesome_heads.importing.found import Found, FoundPaper, LeftRow
from awesome_heads.model import Vocabulary

_TAG = re.compile(r"\s{0,3}([A-Z][A-Z0-9])(?: {1,2}| ?\t ?)-(?:[ \t](.*))?$", re.ASCII)
_TITLES = ("TI", "T1", "CT", "BT")
_PEOPLE = ("AU", "A1")
# A journal's name in full before its abbreviation; what else may name a volume or a server last.
_CONTAINERS = ("C3", "JF", "T2", "JO", "JA", "J2", "BT", "PB")
_ADDRESSES = ("UR", "LK")
_OTHERS = ("L1", "L2", "L3", "L4", "M3", "N1", "C1", "C2", "VL", "AN", "ID", "U1", "U2", "M1")


@dataclass
class _Record:
    """Lines of one record by their tags."""

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    ended: bool = False

    def first(self, names: Sequence[str]) -> str:
        found = (text for name in names for text in self.values.get(name, ()) if text)
        return next(found, "")

    def every(self, names: Sequence[str]) -> list[str]:
        return [text for name in names for text in self.values.get(name, ()) if text]


def parse(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:  # noqa: ARG001 -- every parser takes them
    """Read every record that has a title."""
    text, sure = decode(data)
    papers: list[FoundPaper] = []
    left: list[LeftRow] = []
    for record in _records(text):
        raw = "\n".join(record.text).strip()
        if isinstance(record.values.get("TY"), list):
            entry = _read(record, raw)
            entry.left += [] if record.ended else ["its end, which no `ER` marks"]
            entry.left += [] if sure else ["letters that may be wrong: it is not UTF-8"]
            if entry.title:
                papers.append(found_paper(entry))
            else:
                left.append(LeftRow(record.line, raw, "it has no title"))
        elif raw:
            left.append(LeftRow(record.line, raw, "it stands outside of a record, TY to ER"))
    return Found(tuple(papers), tuple(left))


def _records(text: str) -> Iterator[_Record]:
    """Records, and lines between them; a new `TY` ends a record as `ER` does."""
    record = _Record(1)
    last: list[str] | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TAG.match(line)
        name = found[1] if found else ""
        if name == "TY" or (not record.text and not line.strip()):
            yield record
            record, last = _Record(number), None
        if not line.strip():
            continue
        if not record.text:
            record.line = number
        record.text.append(line)
        if name == "ER":
            record.ended = True
            yield record
            record, last = _Record(number + 1), None
        elif found is not None:
            last = record.values.setdefault(name, [])
            last.append((found[2] or "").strip())
        elif last:
            last[-1] = f"{last[-1]} {line.strip()}".strip()
    yield record


def _read(record: _Record, raw: str) -> Entry:
    numbers = record.every(("AN", "M3", "C1", "VL", "JO", "T2"))
    named = record.first(("DB", "DP")).lower() == "arxiv"
    number = record.first(("AN",)) if named else ""
    return Entry(
        line=record.line,
        raw=raw,
        key=record.first(("ID",)),
        title=one_line(record.first(_TITLES)),
        authors=tuple(turned(name) for name in record.every(_PEOPLE)),
        date=_date(record),
        container=one_line(record.first(_CONTAINERS)),
        pages="-".join(filter(None, (record.first(("SP",)), record.first(("EP",))))),
        number=number or next((each for each in numbers if "arxiv:" in each.lower()), ""),
        doi=record.first(("DO",)),
        urls=tuple(record.every(_ADDRESSES)),
        others=tuple(record.every(_OTHERS)),
        words=tuple(word for each in record.every(("KW",)) for word in _words(each)),
    )


def _date(record: _Record) -> PartialDate | None:
    """The most exact of the dates; some programs give the year alone in one of them."""
    dates = [date for text in record.every(("DA", "PY", "Y1")) if (date := read_date(text))]
    return max(dates, key=lambda date: sum(part is not None for part in date), default=None)


def _words(text: str) -> Iterator[str]:
    yield from filter(None, map(str.strip, re.split(r"[,;\n]", text)))
