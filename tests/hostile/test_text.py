"""Payloads come back as the text that was typed, from every format and on GitHub's pages."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import feedparser
import pytest
from defusedxml.ElementTree import fromstring

from awesome_heads import disk, project
from awesome_heads.changes import compare
from awesome_heads.importing import parse_issue
from awesome_heads.importing.comment import Outcome, format_comment
from awesome_heads.importing.draft import make_draft
from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.reporters.changes import format_changes
from tests.formats.parsers import read_bibtex, read_csl, read_ris, read_with_pybtex
from tests.formats.test_anything import LIGATURES
from tests.hostile.planted import harmless, payloads, plant, texts
from tests.hostile.running import run
from tests.judges import elements, folded, on_github, parse, text_of

# What no page of GitHub makes of a text: it would be a script, or lead to one.
_ACTIVE = ("script", "iframe", "style", "object", "embed", "form", "svg", "img", "base", "meta")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list whose every plain text is a payload."""
    return plant(tmp_path_factory.mktemp("planted") / "list", str, str)


@pytest.fixture(scope="module")
def planted(root: Path) -> Project:
    """The same, loaded."""
    loaded, found = project.load(root)
    assert loaded is not None, found
    return loaded


@pytest.fixture(scope="module")
def site(planted: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    folder = tmp_path_factory.mktemp("site")
    disk.write_folder(folder, planted.site())
    return folder


def _titles() -> list[str]:
    return sorted(folded(text) for text in texts())


def test_there_are_enough() -> None:
    """There are at least 120 payloads, each once."""
    assert len(set(payloads())) == len(payloads()) >= 120


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("papers.json", lambda text: [each["title"] for each in json.loads(text)]),
        ("papers.csl.json", lambda text: [each.title for each in read_csl(text)]),
        ("papers.ris", lambda text: [each.title for each in read_ris(text)]),
        ("feed.json", lambda text: [each["title"] for each in json.loads(text)["items"]]),
    ],
)
def test_titles_come_back(site: Path, name: str, read: Callable[[str], list[str]]) -> None:
    """A parser of others finds every title as it was typed, white space folded."""
    found = sorted(folded(title) for title in read((site / name).read_text("utf-8")))
    assert found == _titles()


def test_csv_comes_back(site: Path) -> None:
    """Every title is found as it was typed, and no cell is a formula."""
    text = (site / "papers.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert not any(cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row.values())
    # A quotation mark keeps a spreadsheet from taking a text for a formula.
    assert sorted(folded(row["title"].removeprefix("'")) for row in rows) == _titles()


def test_bibtex_comes_back(site: Path) -> None:
    """TeX sets every title as it was typed, but for what it joins; a second parser agrees."""
    text = (site / "papers.bib").read_text("utf-8")
    found = {folded(each.title) for each in read_bibtex(text)}
    assert len(found) == len(read_with_pybtex(text).entries) == len(texts())
    typed = {folded(text) for text in texts() if not LIGATURES.search(text)}
    assert {_without_odd_signs(each) for each in typed} <= {_without_odd_signs(e) for e in found}
    assert "forged" not in {entry.key for entry in read_bibtex(text)}


def _without_odd_signs(text: str) -> str:
    return re.sub(r"[^ -~]", "", text)


def test_feeds_are_well_formed(site: Path) -> None:
    """Atom, the site map and the search description are XML, and the feed's titles are whole."""
    for name in ("feed.xml", "sitemap.xml", "opensearch.xml"):
        fromstring((site / name).read_bytes(), forbid_dtd=True)
    feed = fromstring((site / "feed.xml").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [each.findtext(f"{atom}title") or "" for each in feed.iter(f"{atom}entry")]
    assert sorted(map(folded, titles)) == _titles()
    read = feedparser.parse((site / "feed.xml").read_bytes())
    assert (read.bozo, len(read.entries)) == (False, len(texts()))


def test_every_data_file_is_json(site: Path) -> None:
    """The API, the search index and linked data are JSON, and hold the title as typed."""
    for path in site.rglob("*.json"):
        json.loads(path.read_bytes())
    title = folded(texts()[0])
    page = parse((site / "papers/paper-00/index.html").read_text("utf-8"))
    linked = [
        json.loads(each.text or "")
        for each in page.iter("script")
        if each.get("type") == "application/ld+json"
    ]
    assert title in {folded(each) for each in _strings(linked)}


def _strings(value: object) -> Iterator[str]:
    """Every text in a value read from JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _inert(page: Element) -> None:
    for each in elements(page):
        assert not [name for name in each.attrib if name.startswith("on")]
        href = (each.get("href") or "").strip().lower()
        assert not href.startswith(("javascript", "data", "vbscript", "file"))


def test_the_readme_on_github(planted: Project, tmp_path: Path) -> None:
    """GitHub shows as many rows, headings and sections as of the harmless twin."""
    twin, _ = project.load(plant(tmp_path / "twin", harmless, harmless))
    assert twin is not None
    made, wanted = (
        parse(on_github(each.readme()["README.md"].data.decode())) for each in (planted, twin)
    )
    _inert(made)
    for tag in ("table", "tr", "td", "h1", "h2", "h3", "details", "summary", "ul", "li", "img"):
        assert len(list(made.iter(tag))) == len(list(wanted.iter(tag))), tag
    shown = text_of(made)
    for text in texts():
        # GitHub turns names of pictures between colons into pictures; here they stay apart.
        assert folded(text)[:40] in shown


def test_annotations_and_the_step_summary(root: Path, tmp_path: Path) -> None:
    """A line is one command, whatever a message quotes; the table has five cells a row."""
    summary = tmp_path / "summary.md"
    done = run(root, "check", "--format", "github", "--summary", str(summary))
    lines = [line for line in done.said.splitlines() if line]
    assert lines
    assert all(re.match(r"::(error|warning|notice) file=[^:]*::", line) for line in lines)
    page = parse(on_github(summary.read_text("utf-8")))
    _inert(page)
    rows = list(page.iter("tr"))
    assert len(rows) > 1
    assert {len(list(row)) for row in rows} == {5}
    assert not [each.tag for each in elements(page) if each.tag in _ACTIVE]


def test_the_comment_on_a_pull_request(planted: Project) -> None:
    """Titles, names, tags and terms of new papers are shown as typed, and make no element."""
    changes = compare(Library.of((), {}), planted.library)
    text = format_changes(changes, planted.library)
    page = parse(on_github(text))
    _inert(page)
    assert not [each.tag for each in elements(page) if each.tag in _ACTIVE]
    titles = [text_of(each) for each in page.iter("h3")]
    for typed in texts():
        assert f"Added: {folded(typed)}" in titles


def test_the_comment_on_an_issue(planted: Project) -> None:
    """What a stranger's issue says is quoted as code, and no command or mention takes effect."""
    vocabularies = planted.library.vocabularies
    for payload in payloads():
        body = f"### Title\n\n{payload}\n\n### Tags\n\n{payload}\n\n### Date\n\n{payload}\n"
        papers, remarks = parse_issue(body)
        today = planted.library.papers[0].date
        drafts = [make_draft(each, vocabularies, today) for each in papers]
        page = parse(on_github(format_comment([Outcome(each) for each in drafts], remarks)))
        _inert(page)
        allowed = {"html", "head", "body", "p", "ol", "ul", "li", "code", "strong"}
        assert {each.tag for each in elements(page)} <= allowed, payload
