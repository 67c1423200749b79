"""What parsers that this project did not write find in its files, in words common to all."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pybtex.database as pybtex
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.middlewares.names import NameParts
from pylatexenc.latex2text import LatexNodes2Text

# LaTeX's own names for signs that the decoder does not know, or takes for an accent.
_UNKNOWN = {
    r"\textbraceleft{}": r"\{",
    r"\textbraceright{}": r"\}",
    r"\textasciicircum{}": "^",
}


class Found(NamedTuple):
    """A paper as a parser found it; authors as (family, given, suffix), particles with the family.

    `published` and `doi` are empty where a file does not say them.
    """

    key: str
    title: str
    authors: tuple[tuple[str, str, str], ...]
    year: int
    doi: str


def read_bibtex(text: str) -> list[Found]:
    """The entries of a BibTeX or biblatex file, as TeX sets their texts."""
    library = parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries)
    found = []
    for entry in library.entries:
        fields = entry.fields_dict
        people = fields["author"].value if "author" in fields else []
        found.append(
            Found(
                entry.key,
                _plain(str(fields["title"].value)),
                tuple(_parts(each) for each in people),
                int(str(fields["date" if "date" in fields else "year"].value)[:4]),
                str(fields["doi"].value) if "doi" in fields else "",
            )
        )
    return found


def _parts(name: NameParts) -> tuple[str, str, str]:
    family, given, suffix = [*name.von, *name.last], name.first, name.jr
    return (_plain(" ".join(family)), _plain(" ".join(given)), _plain(" ".join(suffix)))


def _plain(tex: str) -> str:
    """TeX as it is set; braces that only keep words together go."""
    for command, sign in _UNKNOWN.items():
        tex = tex.replace(command, sign)
    return str(LatexNodes2Text(keep_comments=True).latex_to_text(tex))


def read_with_pybtex(text: str) -> pybtex.BibliographyData:
    """A BibTeX file as pybtex reads it, which stops at the first fault."""
    return pybtex.parse_string(text, "bibtex")


def read_csl(text: str) -> list[Found]:
    """The items of a CSL-JSON file."""
    return [
        Found(
            item["id"],
            item["title"],
            tuple(
                (
                    f"{name.get('non-dropping-particle', '')} {name['family']}".strip()
                    if "family" in name
                    else name["literal"],
                    name.get("given", ""),
                    name.get("suffix", ""),
                )
                for name in item.get("author", [])
            ),
            item["issued"]["date-parts"][0][0],
            item.get("DOI", ""),
        )
        for item in json.loads(text)
    ]


def read_ris(text: str) -> list[Found]:
    """The records of a RIS file."""
    return [
        Found(
            record["id"],
            record["title"],
            tuple(_ris_name(name) for name in record.get("authors", [])),
            int(record["year"]),
            record.get("doi", ""),
        )
        for record in rispy.loads(text)
    ]


def _ris_name(name: str) -> tuple[str, str, str]:
    family, given, suffix, *_ = [*name.split(", "), "", ""]
    return (family, given, suffix)


class Told(NamedTuple):
    """A paper as CSV and JSON tell it: names as they are written, dates to the day."""

    key: str
    title: str
    authors: tuple[str, ...]
    year: int
    doi: str


def read_csv(text: str) -> list[Told]:
    """The rows of a CSV file, every one as wide as its header."""
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return [
        Told(
            row["key"],
            row["title"],
            tuple(name for name in row["authors"].split("; ") if name),
            int((row["published_date"] or row["date"])[:4]),
            row["doi"],
        )
        for row in rows
    ]


def read_json(text: str) -> list[Told]:
    """The objects of a JSON file."""
    return _told(json.loads(text))


def read_json_lines(text: str) -> list[Told]:
    """The objects of a file with one on each line."""
    return _told(json.loads(line) for line in text.splitlines())


def _told(objects: Iterable[dict[str, Any]]) -> list[Told]:
    return [
        Told(
            each["key"],
            each["title"],
            tuple(each["authors"]),
            int(each.get("published", each)["date"][:4]),
            each.get("doi", ""),
        )
        for each in objects
    ]


# By how the files end, the longer ending before the shorter that it holds.
PARSERS: Mapping[str, Callable[[str], Sequence[Found | Told]]] = {
    ".bib": read_bibtex,
    ".csl.json": read_csl,
    ".ris": read_ris,
    ".csv": read_csv,
    ".json": read_json,
    ".jsonl": read_json_lines,
}


def read_file(path: str, data: bytes) -> Sequence[Found | Told]:
    """A file by the parser for what its name ends in."""
    read = next(read for suffix, read in PARSERS.items() if path.endswith(suffix))
    return read(data.decode())
