"""Whole lists in every format, read back by parsers that this project did not write."""

import json
import re

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft7Validator
from pybtex.plugin import find_plugin

from awesome_heads.formats import EXPORTS, Bibliography, Format
from awesome_heads.formats.bibliography import BIBLATEX, BIBTEX, CSL_JSON, MARKDOWN, RIS
from awesome_heads.formats.names import parse_name
from awesome_heads.model import Paper
from awesome_heads.project import Project
from tests.formats.parsers import Found, read_file, read_with_pybtex

# A bullet of Markdown is for people: tests of its own say what it holds.
each_format = pytest.mark.parametrize(
    "style", [each for each in EXPORTS if each is not MARKDOWN], ids=lambda style: style.name
)
each_list = pytest.mark.parametrize("name", ["small", "real"])

_NAME = {
    "type": "object",
    "properties": {
        part: {"type": "string", "minLength": 1}
        for part in ("family", "given", "non-dropping-particle", "suffix", "literal")
    },
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
    "additionalProperties": False,
}
_WORDS = ("title", "container-title", "genre", "publisher", "number", "page", "DOI", "URL")
# What the published schema of CSL-JSON says of the variables that are written here.
CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {
                "enum": [
                    *("paper-conference", "article-journal", "article", "post-weblog", "document")
                ]
            },
            "author": {"type": "array", "items": _NAME, "minItems": 1},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                        "minItems": 1,
                        "maxItems": 1,
                    }
                },
                "required": ["date-parts"],
                "additionalProperties": False,
            },
            **{name: {"type": "string", "minLength": 1} for name in _WORDS},
        },
        "required": ["id", "type", "title", "issued"],
        "additionalProperties": False,
    },
}


@pytest.fixture
def listed(name: str, request: pytest.FixtureRequest) -> Project:
    """The list of that name."""
    project = request.getfixturevalue(name)
    assert isinstance(project, Project)
    return project


def bibliography(project: Project) -> Bibliography:
    """The list's papers in every format."""
    return Bibliography(project.library, project.config.base_url)


def written(project: Project, style: Format) -> str:
    """The whole list in a format."""
    return bibliography(project).file(project.library.papers, style)


def cited_title(paper: Paper) -> str:
    """The title of the version to cite."""
    return (paper.published.title if paper.published else None) or paper.title


def folded(text: str) -> str:
    """A text in which differences between quotes, which TeX does not keep, are none."""
    return " ".join(text.replace("``", '"').replace("''", '"').split())


@each_list
@each_format
def test_every_paper_is_read(listed: Project, style: Format) -> None:
    """A parser finds each paper once and in order, with its title, authors, year and DOI."""
    papers = listed.library.papers
    kept = bibliography(listed)
    found = read_file(f"papers{style.suffix}", kept.file(papers, style).encode())
    assert [each.key for each in found] == [kept.keys[paper.id] for paper in papers]
    assert len({each.key for each in found}) == len(papers)
    for paper, each in zip(papers, found, strict=True):
        date = paper.published.date if paper.published else paper.date
        assert each.year == date.year
        stated = paper.published.doi if paper.published else None
        assert each.doi == (stated or each.doi)
        title = cited_title(paper) if isinstance(each, Found) else paper.title
        assert folded(each.title) == folded(title)
        if isinstance(each, Found):
            names = [parse_name(author) for author in paper.authors]
            assert list(each.authors) == [(name.surname, name.given, name.suffix) for name in names]
        else:
            assert each.authors == paper.authors


@each_list
@each_format
def test_a_file_is_the_sum_of_its_pieces(listed: Project, style: Format) -> None:
    """Any choice of papers can be put together from pieces, as the finder does."""
    kept = bibliography(listed)
    chosen = listed.library.papers[1::3]
    pieces = style.between.join(kept.piece(paper, style) for paper in chosen)
    assert kept.file(chosen, style) == kept.opening(style) + pieces + style.closing
    assert len(read_file(f"papers{style.suffix}", kept.file(chosen, style).encode())) == len(chosen)


@each_format
def test_no_papers_make_a_valid_file(small: Project, style: Format) -> None:
    """A list of nothing is an empty list to every parser."""
    nothing = bibliography(small).file([], style)
    assert read_file(f"papers{style.suffix}", nothing.encode()) == []


@each_format
def test_files_end_their_last_line_and_hold_no_other_line_ends(
    real: Project, style: Format
) -> None:
    """Lines end as the format says: CSV by RFC 4180 in CR LF, all else in LF."""
    text = written(real, style)
    if style.name == "csv":
        assert text.endswith("\r\n")
        assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    else:
        assert text.endswith("\n")
        assert "\r" not in text


@each_list
@pytest.mark.parametrize("in_ascii", [False, True])
def test_pybtex_sets_every_entry(listed: Project, *, in_ascii: bool) -> None:
    """A second parser reads the file, and a style of its own sets each entry without a fault."""
    kept = Bibliography(listed.library, listed.config.base_url, in_ascii=in_ascii)
    data = read_with_pybtex(kept.file(listed.library.papers, BIBTEX))
    assert len(data.entries) == len(listed.library.papers)
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    backend = find_plugin("pybtex.backends", "plaintext")()
    entries = list(style.format_bibliography(data))
    assert len(entries) == len(data.entries)
    assert all(entry.text.render(backend).strip() for entry in entries)


@each_list
def test_pybtex_reads_every_biblatex_entry(listed: Project) -> None:
    """The second parser finds each paper with as many authors as it has."""
    data = read_with_pybtex(written(listed, BIBLATEX))
    kept = bibliography(listed)
    people = {key: len(entry.persons.get("author", [])) for key, entry in data.entries.items()}
    assert people == {kept.keys[each.id]: len(each.authors) for each in listed.library.papers}


@each_list
def test_csl_items_follow_the_schema(listed: Project) -> None:
    """Nothing but known variables, each of its type."""
    items = json.loads(written(listed, CSL_JSON))
    assert list(Draft7Validator(CSL_SCHEMA).iter_errors(items)) == []


@each_list
def test_a_citation_processor_sets_every_item(listed: Project) -> None:
    """citeproc-py sets each item in a style with author, year, title and place."""
    items = json.loads(written(listed, CSL_JSON))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in made.bibliography()]
    assert len(lines) == len(items)
    for item, line in zip(items, lines, strict=True):
        assert str(item["issued"]["date-parts"][0][0]) in line
        assert folded(item["title"])[:20].casefold() in folded(line).casefold()


@each_list
def test_ris_records_begin_and_end(listed: Project) -> None:
    """Every line is a tag, two blanks, a hyphen, a blank; records run from TY to ER."""
    text = written(listed, RIS)
    for record in text.removesuffix("\n").split("\n\n"):
        lines = record.split("\n")
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
        assert [line[:2] for line in lines if line[:2] in {"TY", "ER"}] == ["TY", "ER"]
        assert lines[0].startswith("TY")
        assert lines[-1] == "ER  - "
