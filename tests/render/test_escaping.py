"""Whatever a record holds stays text: in the README's table as on the site's pages."""

import json
import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_heads.library import Library
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.render.markdown import InlineMarkdown
from awesome_heads.views import build_readme, build_site
from tests.builders import a_config, a_library, a_paper, a_vocabulary
from tests.judges import elements, folded, github_markdown, parse, text_of

SIGNS = "|`\\<>&*_[]()!~$:#@\"'{}%/=+-. \t\n\x0b\x85\u2028\u00a0"
PIECES = (
    "www.",
    "http://",
    "https://a.example",
    "a@b.example",
    "mailto:",
    ":tada:",
    "&amp;",
    "&#124;",
    "&lt",
    "<br>",
    "</td>",
    "<script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "</title>",
    "onclick=",
    "[x](",
    "](https://a.example)",
    "**",
    "``",
    "\\|",
    "{{",
    "word",
    "面包",
    "é",
)
WORDS = (
    st.lists(
        st.one_of(st.sampled_from(SIGNS), st.sampled_from(PIECES), st.sampled_from("abz019")),
        min_size=1,
        max_size=12,
    )
    .map("".join)
    .map(str.strip)
    .filter(folded)
)
NAME = "List"
CONFIG = a_config(name=NAME, readme={"sections": ["papers"]})
LINKS = {"paper": "https://papers.example/p", "code": "https://code.example/c"}
TITLE_CELL = ["a", "strong", "a", "br", *["br", "em"] * 3]
often = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(often, max_examples=30)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The shipped templates, compiled once."""
    return Renderer(Theme())


def _library(
    title: str, author: str, venue: str, tag: str, summary: Mapping[str, str] | None = None
) -> Library:
    """One paper; names begin with a letter, so that their pages have names too."""
    further = {} if summary is None else {"summary": summary}
    paper = a_paper(
        title=title, authors=[author], venue=f"V{venue}", tags=[f"T{tag}"], links=LINKS, **further
    )
    vocabularies = [
        a_vocabulary("venues", [f"V{venue}"]),
        a_vocabulary(terms=[{"name": f"T{tag}", "aliases": [f"A{tag}"], "description": tag}]),
    ]
    return a_library(paper, vocabularies=vocabularies)


def _cells(renderer: Renderer, library: Library) -> list[Element]:
    """The cells of the README's one row, as GitHub makes them."""
    readme = next(renderer.render_readme(build_readme(CONFIG, library, ""))).data.decode()
    page = parse(github_markdown(readme))
    rows = list(page.iter("tr"))
    assert len(rows) == 2
    assert [cell.tag for cell in rows[1]] == ["td"] * 4
    assert [each.tag for each in page.iter("table")] == ["table"]
    return list(rows[1])


def _inside(cell: Element) -> list[str]:
    """Tags of the elements in a cell, in their order."""
    return [each.tag for each in elements(cell)][1:]


@often
@given(title=WORDS, author=WORDS, venue=WORDS, tag=WORDS)
def test_a_row_of_the_readme_is_one_row(
    renderer: Renderer, title: str, author: str, venue: str, tag: str
) -> None:
    """Four cells hold the texts as typed and no element that the template did not make."""
    date, paper, tags, links = _cells(renderer, _library(title, author, venue, tag))
    assert text_of(date) == "2024-05-28"
    lines = "• New: Names a head that copies.• Tested on: Made-up strings.• Found: The head copies."
    byline = f"{folded(author)} · {folded(f'V{venue}')}"
    assert text_of(paper) == folded(f"{folded(title)}{byline}{lines}")
    assert _inside(paper) == TITLE_CELL
    assert text_of(tags) == folded(f"T{tag}")
    assert (_inside(tags), _inside(links)) == (["a"], ["a", "br", "a"])
    assert [link.get("href") for link in links.iter("a")] == list(LINKS.values())


@often
@given(innovation=WORDS, tasks=WORDS, result=WORDS)
def test_a_summary_is_the_same_in_the_readme_and_on_a_page(
    renderer: Renderer, innovation: str, tasks: str, result: str
) -> None:
    """Its inline Markdown gives the same text and the same elements in both places."""
    summary = {"innovation": innovation, "tasks": tasks, "result": result}
    paper = _cells(renderer, _library("t", "a", "v", "t", summary))[1]
    markdown = InlineMarkdown()
    pages = [parse(str(markdown.html(text))) for text in summary.values()]
    shown = "".join(
        f"• {label}: {text_of(page)}"
        for label, page in zip(("New", "Tested on", "Found"), pages, strict=True)
    )
    assert text_of(paper).replace(" ", "") == f"ta·Vv{shown}".replace(" ", "")
    made = [each.tag for page in pages for each in list(elements(page))[3:]]
    assert sorted(_inside(paper)) == sorted([*TITLE_CELL, *made])


def _site(renderer: Renderer, library: Library) -> Mapping[str, Output]:
    return renderer.render_site(build_site(CONFIG, library))


def _is_ours(script: Element) -> bool:
    """A file of the site, or data that is well-formed JSON."""
    if script.get("type") == "application/ld+json":
        return isinstance(json.loads(script.text or ""), dict)
    return re.fullmatch(r"(\.\./)*static/\w+\.js", script.get("src") or "") is not None


@seldom
@given(title=WORDS, name=WORDS, tag=WORDS, innovation=WORDS)
def test_a_page_of_the_site_shows_the_texts_as_typed(
    renderer: Renderer, title: str, name: str, tag: str, innovation: str
) -> None:
    """Headings and titles are the texts, and nothing typed becomes a script or an attribute."""
    summary = {"innovation": innovation, "tasks": "On strings.", "result": "It copies."}
    site = _site(renderer, _library(title, name, name, tag, summary))
    (term,) = [path for path in site if re.fullmatch("tags/(?!group/)[^/]+/index.html", path)]
    headings = {"papers/a-paper/index.html": title, term: f"T{tag}", "index.html": ""}
    for path, heading in headings.items():
        page = parse(site[path].data.decode())
        shown = folded(heading)
        assert text_of(next(page.iter("title"))) == (f"{shown} · {NAME}" if shown else NAME)
        assert text_of(next(page.iter("h1"))) == shown or path == "index.html"
        for each in elements(page):
            assert each.tag not in {"iframe", "object", "embed", "style"}
            assert each.tag != "form" or each.get("id") == "search"
            assert each.tag != "script" or _is_ours(each)
            assert not [name for name in each.attrib if name.startswith("on")]
            assert not (each.get("href") or "").lower().startswith(("javascript", "data", "vb"))


@seldom
@given(tag=WORDS, venue=WORDS)
def test_every_page_of_the_site_is_whole(renderer: Renderer, tag: str, venue: str) -> None:
    """Whatever terms are called, each page has one heading, one main part and one foot."""
    for path, output in _site(renderer, _library("T", "A", venue, tag)).items():
        if path.endswith(".html"):
            page = parse(output.data.decode())
            tags = [each.tag for each in elements(page)]
            assert [tags.count(name) for name in ("h1", "main", "footer", "title")] == [1] * 4
