"""A file of `papers/` as a paper, and a paper as such a file."""

import datetime as dt
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath

import yaml

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.fields import PartialDate
from awesome_heads.model import Paper
from awesome_heads.records.source import LARGEST_RECORD, Loc, Source
from awesome_heads.records.validation import unknown_field, validate

_LEFT_OUT = {"id", "terms"}
_LINE_END = re.compile("[\n\r\x85\u2028\u2029]")
# Each is compared with every field that there is.
_MOST_UNKNOWN = 100
_FIRST_PLAIN_YEAR = 1000


def parse_paper(
    source: Source, vocabularies: Collection[str] = ()
) -> tuple[Paper | None, list[Diagnostic]]:
    """Read a record; the paper's id is the file's name.

    Args:
        source: The record's file.
        vocabularies: Names of the further fields that hold terms, such as `methods`.

    Returns:
        The paper, or None and every reason why the file is none.
    """
    data, diagnostics = source.read(LARGEST_RECORD)
    if diagnostics or not isinstance(data, dict):
        return None, diagnostics
    known = (set(Paper.model_fields) - _LEFT_OUT) | set(vocabularies)
    unknown = [name for name in data if name not in known][:_MOST_UNKNOWN]
    strange = [unknown_field(source, (name,), known) for name in unknown]
    record = {name: value for name, value in data.items() if name in known}
    terms = {name: record.pop(name) for name in vocabularies if name in record}
    name = PurePosixPath(source.path).stem.encode(errors="replace").decode()
    shaped = record | {"id": name, "terms": terms}
    paper, found = validate(Paper, shaped, source, _in_file)
    problems = sorted(strange + found, key=lambda diagnostic: diagnostic.order)
    return (None, problems) if problems else (paper, [])


def parse_papers(
    sources: Sequence[Source], vocabularies: Collection[str] = ()
) -> list[tuple[Paper | None, list[Diagnostic]]]:
    """Read records, each as `parse_paper` does."""
    return [parse_paper(source, vocabularies) for source in sources]


def _in_file(loc: Loc) -> Loc:
    if loc == ("id",):
        return ()
    return loc[1:] if loc[:1] == ("terms",) else loc


def format_paper(paper: Paper) -> str:
    """Write a paper as the text of its record, fields in the order the documentation has them."""
    data = paper.model_dump(exclude=_LEFT_OUT, exclude_defaults=True)
    data |= {name: terms for name, terms in sorted(paper.terms.items()) if terms}
    data |= {name: _InLine(data[name]) for name in ("tags", *paper.terms) if name in data}
    data["links"] = {kind: _one_or_several(urls) for kind, urls in data["links"].items()}
    if paper.published is not None:
        data["published"]["date"] = _shortest(paper.published.date)
    last = {name: data.pop(name) for name in ("links", "summary")}
    return yaml.dump(
        _plain(data | last),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=1 << 16,
        default_flow_style=False,
    )


class _InLine(list[str]):
    """A list written in brackets."""


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their field, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- PyYAML's own signature
        """Indent a list under the field that holds it."""
        super().increase_indent(flow, indentless=False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if _LINE_END.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    _InLine,
    lambda dumper, names: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", list(names), flow_style=True
    ),
)


def _one_or_several(urls: tuple[str, ...]) -> object:
    return urls[0] if len(urls) == 1 else urls


def _shortest(date: PartialDate) -> object:
    """What PyYAML writes without quotes: a whole day as a date, a lone year as a number."""
    if date.day is not None:
        return dt.date.fromisoformat(str(date))
    return date.year if date.month is None and date.year >= _FIRST_PLAIN_YEAR else str(date)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple) and not isinstance(value, _InLine):
        return [_plain(inner) for inner in value]
    return value
