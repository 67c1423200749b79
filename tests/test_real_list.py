"""The list of this repository: its records, and what its site says of them."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from awesome_heads import disk
from awesome_heads.identifiers import canonical_url
from awesome_heads.project import Project
from awesome_heads.records import Source, format_paper
from awesome_heads.render import Output
from awesome_heads.text import count, words_in

ROOT = Path(__file__).parents[1]
VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "source", "path", "circle", "wbr"}


@pytest.fixture(scope="session")
def records() -> dict[str, Source]:
    """Every record's file by the id of its paper."""
    return {Path(source.path).stem: source for source in disk.read_list(ROOT).records}


def test_nothing_is_lost(real: Project, records: Mapping[str, Source]) -> None:
    """The 86 papers that the list began with are there; others may have joined them."""
    assert len(real.library.papers) == len(records) >= 86
    assert {paper.id for paper in real.library.papers} == set(records)


def test_every_record_is_written_as_it_would_be(
    real: Project, records: Mapping[str, Source]
) -> None:
    """What is read can be written back byte for byte."""
    for paper in real.library.papers:
        assert format_paper(paper) == records[paper.id].data.decode(), records[paper.id].path


def test_summaries_are_short_and_whole(real: Project) -> None:
    """Sixty words in all, and each line is a sentence to its full stop."""
    for paper in real.library.papers:
        lines = (paper.summary.innovation, paper.summary.tasks, paper.summary.result)
        assert sum(words_in(line) for line in lines) <= 60, paper.id
        assert [line for line in lines if not line.endswith(".")] == [], paper.id


def test_links_are_kept_in_one_form(real: Project) -> None:
    """No version, no second host, no tracking; and no address twice under one kind."""
    for paper in real.library.papers:
        pairs = paper.links.pairs()
        assert len(pairs) == len(set(pairs)), paper.id
        for _, url in pairs:
            assert canonical_url(url) == url
            assert "www.arxiv.org" not in url
            assert not re.search(r"arxiv\.org/.*v\d+$", url)


def test_titles_and_ids_are_told_apart(real: Project) -> None:
    """No paper stands in the list twice."""
    titles = [paper.title.casefold() for paper in real.library.papers]
    assert len(titles) == len(set(titles))
    papers = [url for paper in real.library.papers for url in paper.links.paper]
    assert len(papers) == len(set(papers))


def test_heads_are_explained_and_placed(real: Project) -> None:
    """All 77 heads say what they do; the survey's 41 stand in one of its four stages."""
    tags = real.library.vocabularies["tags"]
    assert len(tags.terms) >= 77
    assert [term.name for term in tags.terms if not term.description] == []
    stages = [group.name for group in tags.groups if group.colour]
    assert len(stages) == 4
    assert len([term for term in tags.terms if term.group and term.group[0] in stages]) == 41


class Element(NamedTuple):
    """A start tag, and what stood above it."""

    tag: str
    attributes: Mapping[str, str]


class Reader(HTMLParser):
    """A page's start tags, and the text of some of its elements."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.elements: list[Element] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[list[str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag, and let text flow to it and to what stands above it."""
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes))
        if tag not in VOID:
            self._open.append([])
            for name in (tag, *(f".{each}" for each in attributes.get("class", "").split())):
                self._open[-1].append(name)
                self.texts.setdefault(name, []).append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself holds no text."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Tags are closed in order."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text belongs to every open element."""
        for name in {name for names in self._open for name in names}:
            self.texts[name][-1] += data

    def text(self, name: str) -> list[str]:
        """The texts of elements by their tag, or by their class with a dot."""
        return [" ".join(text.split()) for text in self.texts.get(name, [])]

    def papers(self) -> list[str]:
        """Ids of the papers that the page lists."""
        return [
            each.attributes["id"].removeprefix("paper-")
            for each in self.elements
            if each.tag == "li" and each.attributes.get("class") == "paper"
        ]

    def all(self, name: str) -> Iterator[tuple[str, str]]:
        """Every value of an attribute, with the element's tag."""
        for tag, attributes in self.elements:
            if name in attributes:
                yield tag, attributes[name]


@pytest.fixture(scope="session")
def pages(real_site: Mapping[str, Output]) -> dict[str, Reader]:
    """Every page of the site."""
    return {
        path: Reader(output.data.decode())
        for path, output in real_site.items()
        if path.endswith(".html")
    }


def test_the_home_page_counts_and_lists_everything(
    pages: Mapping[str, Reader], real: Project
) -> None:
    """The total and each year's bar are those of the records; the newest papers lead the list."""
    home, library = pages["index.html"], real.library
    heads = count(len(library.vocabularies["tags"].terms), "head")
    years = f"{min(library.by_year)} to {max(library.by_year)}"
    assert home.text(".tally")[0] == f"{count(len(library.papers), 'paper')} · {heads} · {years}"
    newest = library.papers[: real.config.site.newest]
    assert home.papers() == [paper.id for paper in newest]
    assert pages["papers/index.html"].papers() == [paper.id for paper in library.papers]
    bars = [f"{year} {count(len(papers), 'paper')}" for year, papers in library.by_year.items()]
    shown = " ".join(home.text(".years"))
    assert all(bar in shown for bar in bars)


def test_every_year_lists_its_papers(pages: Mapping[str, Reader], real: Project) -> None:
    """A year's page holds the papers of its year and says how many they are."""
    for year, papers in real.library.by_year.items():
        page = pages[f"years/{year}/index.html"]
        assert page.papers() == [paper.id for paper in papers]
        assert page.text(".tally") == [count(len(papers), "paper")]
        assert f"{year}{len(papers)}" in pages["years/index.html"].text("tr")


def test_every_term_lists_its_papers(pages: Mapping[str, Reader], real: Project) -> None:
    """The page of a tag, a venue or another term holds whoever names it, and their number."""
    library = real.library
    for name, vocabulary in library.vocabularies.items():
        if not vocabulary.on_records:
            continue
        for term in vocabulary.terms:
            named = {term.name, *term.aliases}
            papers = [each.id for each in library.papers if named & set(each.terms_of(name))]
            page = pages[f"{name}/{term.slug}/index.html"]
            assert page.papers() == papers, term.name
            assert f"Papers {len(papers)}" in page.text("h2")


def test_every_vocabulary_counts_its_terms_papers(
    pages: Mapping[str, Reader], real: Project
) -> None:
    """Beside each term stands its number of papers, in a list or, with its facts, in a table."""
    library = real.library
    for name, vocabulary in library.vocabularies.items():
        page = pages[f"{name}/index.html"]
        entries = [
            value.removeprefix("term-")
            for tag, value in page.all("id")
            if tag in {"div", "tr"} and value.startswith("term-")
        ]
        numbers = {
            term.slug: len(library.papers_with(name, term.name))
            for term in vocabulary.terms
            if vocabulary.on_records
        }
        if vocabulary.properties and name != real.config.tree:
            rows = zip(page.text(".term-name"), page.text(".papers-of"), strict=True)
            shown = [f"{label} {papers}" for label, papers in rows]
            wanted = {slug: str(number) for slug, number in numbers.items()}
        else:
            shown = page.text("dt")
            wanted = {slug: count(number, "paper") for slug, number in numbers.items()}
        assert dict(zip(entries, shown, strict=True)) == {
            term.slug: f"{term.name} {wanted.get(term.slug, '')}".strip()
            for term in vocabulary.terms
        }


def test_every_paper_has_its_page(pages: Mapping[str, Reader], real: Project) -> None:
    """Title, date and the addresses of the record stand on it."""
    for paper in real.library.papers:
        page = pages[f"papers/{paper.id}/index.html"]
        assert page.text("h1") == [" ".join(paper.title.split())]
        assert ("time", paper.date.isoformat()) in list(page.all("datetime"))
        links = {value for tag, value in page.all("href") if tag == "a"}
        assert {url for _, url in paper.links.pairs()} <= links


def test_every_page_says_what_it_is(pages: Mapping[str, Reader], real: Project) -> None:
    """One heading, a title, a language, a description, and an address or none to be found by."""
    seen = set()
    for path, page in pages.items():
        assert len(page.text("h1")) == 1, path
        assert page.text("h1")[0], path
        title = page.text("title")[0]  # the pictures have titles of their own
        assert real.config.name in title, path
        assert ("html", real.config.language) in list(page.all("lang")), path
        metas = {
            each.attributes["name"]: each.attributes["content"]
            for each in page.elements
            if each.tag == "meta" and "name" in each.attributes
        }
        assert metas["description"].strip(), path
        canonical = [
            each.attributes["href"]
            for each in page.elements
            if each.attributes.get("rel") == "canonical"
        ]
        if metas.get("robots") == "noindex":
            assert canonical == [], path
        else:
            assert canonical == [real.config.base_url + path.removesuffix("index.html")], path
            assert title not in seen, f"{path} has the title of another page"
            seen.add(title)


def test_ids_are_unique_on_each_page(pages: Mapping[str, Reader]) -> None:
    """An anchor leads to one place, and what is labelled by another element finds it."""
    for path, page in pages.items():
        ids = [value for _, value in page.all("id")]
        assert sorted(ids) == sorted(set(ids)), path
        labels = {word for _, value in page.all("aria-labelledby") for word in value.split()}
        assert labels <= set(ids), path


def test_the_site_map_lists_the_indexed_pages(
    pages: Mapping[str, Reader], real_site: Mapping[str, Output]
) -> None:
    """Each address stands there once, and in the pages' own words."""
    root = ET.fromstring(real_site["sitemap.xml"].data)  # noqa: S314 -- made by this build
    listed = [each.text for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    canonical = [
        each.attributes["href"]
        for page in pages.values()
        for each in page.elements
        if each.attributes.get("rel") == "canonical"
    ]
    assert sorted(map(str, listed)) == sorted(canonical)


def test_pictures_are_sound(real: Project) -> None:
    """Each is XML with a title and a description, and every text lies inside it."""
    svg = "{http://www.w3.org/2000/svg}"
    for path, output in real.readme().items():
        if not path.endswith(".svg"):
            continue
        picture = ET.fromstring(output.data)  # noqa: S314 -- made by this build
        assert (picture.findtext(f"{svg}title") or "").strip(), path
        assert (picture.findtext(f"{svg}desc") or "").strip(), path
        width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
        for x, y, text in _texts(picture, svg):
            # Six tenths of its size is about what a letter of a sans serif takes.
            reach = 0.6 * float(text.attrib["font-size"]) * len(text.text or "")
            shift = {"middle": reach / 2, "end": reach}.get(text.get("text-anchor", ""), 0)
            assert x - shift >= 0, f"{path}: {text.text}"
            assert x - shift + reach <= width, f"{path}: {text.text}"
            assert 0 < y < height, f"{path}: {text.text}"


def _texts(picture: ET.Element, svg: str) -> Iterator[tuple[float, float, ET.Element]]:
    """Every text with its place in the whole picture."""
    for text in picture.findall(f"{svg}text"):
        yield float(text.attrib["x"]), float(text.attrib["y"]), text
    for group in picture.iter(f"{svg}g"):
        moved = re.findall(r"[\d.]+", group.attrib["transform"])
        for text in group.iter(f"{svg}text"):
            yield (
                float(text.attrib["x"]) + float(moved[0]),
                float(text.attrib["y"]) + float(moved[1]),
                text,
            )
