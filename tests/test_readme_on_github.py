"""The list's README as GitHub shows it: its Markdown, then its sanitiser."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import pytest

from awesome_heads.project import Project
from awesome_heads.text import count
from awesome_heads.views.sections import sections_of
from tests.judges import PREFIX, elements, folded, on_github, parse, text_of

ROOT = Path(__file__).parents[1]
LARGEST = 512_000
MARKUP = ("<br", "](", "**", "&nbsp;", "&amp;", "&#", "{{", "{%", "</", "<a ", "\\|", "\\_", "`")
HEAD = ["Date", "Paper & Summary", "Tags", "Links"]


@pytest.fixture(scope="session")
def written(real: Project) -> bytes:
    """The README as the records make it; that the file is this one, the build's check says."""
    return real.readme()["README.md"].data


@pytest.fixture(scope="session")
def page(written: bytes) -> Element:
    """The README as a reader's browser gets it from GitHub."""
    return parse(on_github(written.decode()))


@pytest.fixture(scope="session")
def tables(page: Element) -> list[Element]:
    """The tables of papers."""
    return [
        table
        for table in page.iter("table")
        if [text_of(cell) for cell in table.iter("th")] == HEAD
    ]


def _rows(table: Element) -> list[Element]:
    return [row for body in table.iter("tbody") for row in body.iter("tr")]


def _lines(cell: Element) -> list[str]:
    """A cell's text, a line for each that a reader sees."""
    return [folded(line) for line in "".join(_flat(cell)).split("\n")]


def _flat(element: Element) -> Iterator[str]:
    yield _in_line(element.text)
    for child in element:
        if child.tag == "br":
            yield "\n"
        yield from _flat(child)
        yield _in_line(child.tail)


def _in_line(text: str | None) -> str:
    """White space as a browser folds it inside a line."""
    return re.sub(r"\s+", " ", text or "")


def _outside_code(element: Element) -> Iterator[str]:
    if element.tag in {"pre", "code"}:
        return
    yield element.text or ""
    for child in element:
        yield from _outside_code(child)
        yield child.tail or ""


def test_github_shows_the_whole_file(written: bytes) -> None:
    """GitHub cuts a README at 512,000 bytes; far above it nobody would see the end."""
    assert len(written) < LARGEST
    assert b"\r" not in written


def test_every_paper_has_its_row(tables: list[Element], real: Project) -> None:
    """A table for each section, a row for each paper, four cells in each row."""
    sections = sections_of(real.library, real.config.earlier)
    assert [len(_rows(table)) for table in tables] == [len(each.papers) for each in sections]
    assert sum(len(_rows(table)) for table in tables) == len(real.library.papers)
    for table in tables:
        assert {tuple(cell.tag for cell in row) for row in _rows(table)} == {("td",) * 4}


def test_every_paper_stands_in_the_order_of_the_list(tables: list[Element], real: Project) -> None:
    """Dates go down from the newest, and each row is the paper that is due."""
    rows = [row for table in tables for row in _rows(table)]
    for paper, row in zip(real.library.papers, rows, strict=True):
        assert text_of(row[0]) == paper.date.isoformat()
        assert _lines(row[1])[0] == folded(paper.title)


def test_a_title_is_followed_by_its_three_lines(tables: list[Element], real: Project) -> None:
    """Title, who and where, what is new, what it was tested on, what was found."""
    rows = [row for table in tables for row in _rows(table)]
    for paper, row in zip(real.library.papers, rows, strict=True):
        title, byline, *summary = _lines(row[1])
        assert title == folded(paper.title)
        assert byline
        assert [line.partition(": ")[0] for line in summary] == ["• New", "• Tested on", "• Found"]
        assert all(len(line.partition(": ")[2].split()) > 2 for line in summary)


def test_a_row_links_the_paper_and_its_tags(tables: list[Element], real: Project) -> None:
    """The title leads to the paper's page, each tag to its own, each link to its address."""
    base = real.config.base_url
    rows = [row for table in tables for row in _rows(table)]
    for paper, row in zip(real.library.papers, rows, strict=True):
        title = next(link.get("href") for link in row[1].iter("a") if link.get("href"))
        assert title == f"{base}papers/{paper.id}/"
        slugs = [term.slug for term in real.library.terms_of(paper, "tags")]
        assert [link.get("href") for link in row[2].iter("a")] == [
            f"{base}tags/{slug}/" for slug in slugs
        ]
        shown = {unquote(link.get("href") or "") for link in row[3].iter("a")}
        assert shown == {unquote(url) for _, url in paper.links.pairs()}


def test_no_markup_is_left_to_read(page: Element) -> None:
    """Outside of code, a reader sees words and no signs of Markdown or HTML."""
    text = "".join(_outside_code(page))
    assert [mark for mark in MARKUP if mark in text] == []


def test_nothing_of_it_is_stripped(written: bytes, page: Element) -> None:
    """It uses only what GitHub lets through."""
    source = written.decode()
    assert not re.search(r"<(style|script|svg|iframe|form|input|video)\b", source)
    assert not re.search(r"<[a-z]+\b[^<>\n]*\s(style|class|on[a-z]+)=", source)
    assert not [each for each in elements(page) if "class" in each.attrib or "style" in each.attrib]


def test_every_link_within_has_its_target(page: Element) -> None:
    """Anchors are explicit and unique, and each link to one finds it."""
    names = [each.get("id") for each in elements(page) if each.get("id")]
    assert len(names) == len(set(names))
    wanted = {
        (link.get("href") or "")[1:]
        for link in page.iter("a")
        if (link.get("href") or "").startswith("#")
    }
    assert {f"{PREFIX}{name}" for name in wanted} <= set(names)
    assert {"_papers", "_taxonomy", "_citation"} <= wanted


def test_every_paper_has_an_anchor(page: Element, real: Project) -> None:
    """A paper's row can be linked by its id."""
    names = {each.get("id") for each in elements(page)}
    assert {f"{PREFIX}{paper.id}" for paper in real.library.papers} <= names


def _addresses(page: Element) -> Iterator[str]:
    for each in elements(page):
        for name in ("href", "src", "srcset"):
            if each.get(name):
                yield each.get(name) or ""


def test_every_relative_link_leads_to_a_file(page: Element) -> None:
    """What is linked or shown from the repository is there."""
    relative = {
        address
        for address in _addresses(page)
        if not urlsplit(address).scheme and address[0] != "#"
    }
    assert [path for path in sorted(relative) if not (ROOT / path).is_file()] == []
    assert "CONTRIBUTING.md" in relative


def test_every_other_link_is_secure(page: Element) -> None:
    """Links elsewhere are written whole, and nothing leads to a local machine."""
    for address in _addresses(page):
        parts = urlsplit(address)
        assert parts.scheme in {"https", "http", ""}
        assert "localhost" not in address
        assert " " not in address


def test_pictures_are_linked_or_have_two_themes_and_words(page: Element) -> None:
    """Each stands in a `picture` or a link, and says what it shows."""
    inside = {
        id(image)
        for parent in elements(page)
        if parent.tag in {"picture", "a"}
        for image in parent.iter("img")
    }
    images = list(page.iter("img"))
    assert images
    for image in images:
        assert id(image) in inside
        assert len((image.get("alt") or "").split()) > 1
    for picture in page.iter("picture"):
        assert [each.tag for each in picture] == ["source", "img"]
        assert picture[0].get("media") == "(prefers-color-scheme: dark)"


def test_sections_come_in_order(page: Element, real: Project) -> None:
    """One heading for the list, then a passage for each part, none skipping a level."""
    levels = [int(each.tag[1]) for each in elements(page) if re.fullmatch("h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    parts = [text_of(each) for each in page.iter("h2")]
    assert real.config.highlights is not None
    assert parts == [
        "Stages",
        real.config.highlights.title,
        "News",
        "Contents",
        "How to use, add to and build this list",
        "The newest papers",
        "All papers",
        "The list in numbers",
        "Star history",
        "Citation",
        "Licence",
    ]


def test_the_text_reads_in_order(page: Element, real: Project) -> None:
    """Flattened to words, sections and papers follow one another as they do on the page."""
    text = text_of(page)
    place = text.index("All papers", text.index("The newest papers"))
    for section in sections_of(real.library, real.config.earlier):
        place = text.index(section.title, place)
        for paper in section.papers:
            place = text.index(folded(paper.title), place)
            for label in ("• New:", "• Tested on:", "• Found:"):
                place = text.index(label, place)
    assert text.index("The list in numbers", place) < text.index("Citation", place)


def test_the_counts_are_those_of_the_records(page: Element, real: Project) -> None:
    """The total, the contents, the folded years and the table of numbers agree."""
    text = text_of(page)
    library = real.library
    total = count(len(library.papers), "paper")
    assert f"{total} · {count(len(library.vocabularies['tags'].terms), 'head')} ·" in text
    sections = sections_of(library, real.config.earlier)
    for section in sections:
        assert f"{section.title} ({len(section.papers)})" in text
    summaries = [text_of(each) for each in page.iter("summary")]
    open_years = real.config.readme.open_years
    assert summaries == [
        f"{each.title} · {count(len(each.papers), 'paper')}" for each in sections[open_years:]
    ]
    (numbers,) = [
        table for table in page.iter("table") if text_of(next(table.iter("th"))) == "Year"
    ]
    shown = {
        text_of(head): text_of(cell)
        for head, cell in zip(numbers.iter("th"), numbers.iter("td"), strict=True)
    }
    assert shown == {"Year": "Papers"} | {each.title: str(len(each.papers)) for each in sections}


def test_folded_years_are_closed_and_whole(page: Element, tables: list[Element]) -> None:
    """Each folded section holds its table, and only the newest year stands open."""
    folds = list(page.iter("details"))
    assert all("open" not in fold.attrib for fold in folds)
    assert [fold[0].tag for fold in folds] == ["summary"] * len(folds)
    folded_tables = [table for fold in folds for table in fold.iter("table")]
    assert folded_tables == tables[len(tables) - len(folds) :]


def test_the_citation_is_code(page: Element, real: Project) -> None:
    """The entry to copy stands as it is, line for line."""
    assert real.bibtex.strip() in ["".join(each.itertext()).strip() for each in page.iter("pre")]
