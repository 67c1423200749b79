"""What browsers and programs find the list by: opensearch.xml and llms.txt."""

import re
from collections.abc import Mapping

import pytest
from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt

from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.views import build_site
from awesome_heads.views.discovery import short_name
from tests.builders import a_config, a_library, a_paper
from tests.judges import parse

OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def _rendered(path: str, **settings: object) -> str:
    pages = build_site(a_config(**settings), a_library(a_paper()))
    made = Renderer(Theme()).render_site(pages)
    outputs = {path: output.data for path, output in made.items()}
    return outputs[path].decode()


def _texts(text: str) -> dict[str, str]:
    return {each.tag.removeprefix(OPEN_SEARCH): each.text or "" for each in fromstring(text)}


@pytest.mark.parametrize("name", ["small", "real"])
def test_a_browser_can_search_the_list(name: str, request: pytest.FixtureRequest) -> None:
    """The description keeps to OpenSearch's lengths and names the finder's address."""
    config = request.getfixturevalue(name).config
    site = request.getfixturevalue(f"{name}_site")
    element = fromstring(site["opensearch.xml"].data.decode())
    assert element.tag == f"{OPEN_SEARCH}OpenSearchDescription"
    search, self_ = element.iter(f"{OPEN_SEARCH}Url")
    assert search.get("template") == f"{config.base_url}papers/?q={{searchTerms}}"
    assert search.get("type") == "text/html"
    assert self_.get("template") == f"{config.base_url}opensearch.xml"
    texts = _texts(site["opensearch.xml"].data.decode())
    assert 0 < len(texts["ShortName"]) <= 16
    assert 0 < len(texts["LongName"]) <= 48
    assert 0 < len(texts["Description"]) <= 1024


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Heads", "Heads"),
        ("Awesome Attention Heads", "Attention Heads"),
        ("A List of Very Long-Windedness", "Long-Windedness"),
        ("Incomprehensibilities", "Incomprehensibil"),
    ],
)
def test_a_short_name_keeps_the_subject(name: str, short: str) -> None:
    """The last words that fit whole; a single word that does not fit is cut."""
    assert short_name(name) == short


def test_long_settings_are_cut_where_the_format_ends() -> None:
    """Marks and signs of markup do not survive as markup."""
    texts = _texts(_rendered("opensearch.xml", name="<&> " * 20, description="*Long* & " * 200))
    assert len(texts["LongName"]) <= 48
    assert len(texts["Description"]) <= 1024
    assert texts["Description"].startswith("Long & Long")


def test_every_page_names_the_search(small_site: Mapping[str, Output]) -> None:
    """Each head leads to the description, relative to the page."""
    for path, output in small_site.items():
        if path.endswith(".html"):
            head = next(parse(output.data.decode()).iter("head"))
            (found,) = [each for each in head.iter("link") if each.get("rel") == "search"]
            top = "/sourdough/" if path == "404.html" else "../" * path.count("/")
            assert found.get("href") == f"{top}opensearch.xml"


@pytest.mark.parametrize("name", ["small", "real"])
def test_the_text_for_programs_leads_to_what_is_there(
    name: str, request: pytest.FixtureRequest
) -> None:
    """One heading, one quote, lists of links; every link into the site has a file behind it."""
    config = request.getfixturevalue(name).config
    site = request.getfixturevalue(f"{name}_site")
    text = site["llms.txt"].data.decode()
    tokens = MarkdownIt("commonmark").parse(text)
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", *["h2"] * 3]
    assert [token.type for token in tokens].count("blockquote_open") == 1
    assert tokens[1].children is not None
    assert "".join(each.content for each in tokens[1].children) == config.name
    links = [
        str(each.attrGet("href"))
        for token in tokens
        for each in token.children or ()
        if each.type == "link_open"
    ]
    base = config.base_url
    inside = [link.removeprefix(base) for link in links if link.startswith(base)]
    assert len(inside) > 10
    for target in inside:
        assert re.sub("(^|/)$", r"\1index.html", target) in site
    assert {"papers.bib", "feed.xml", "feed.json", "api/", "tags/"} <= set(inside)


def test_the_text_for_programs_is_markdown_not_html() -> None:
    """Signs are written for Markdown: none is turned into a reference of HTML, none is lost."""
    text = _rendered("llms.txt", name="Tom's *Heads*", description='What *they* say, "and" why.')
    assert text.startswith('# Tom\'s \\*Heads\\*\n\n> What they say, "and" why.\n')
