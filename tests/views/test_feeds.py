"""Feeds, read by the parsers that feed readers use."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import jsonschema
import pytest
from defusedxml.ElementTree import fromstring

from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.views import build_site
from awesome_heads.views.feeds import ENTRIES
from tests.builders import a_config, a_library, a_paper, a_vocabulary

ATOM = "{http://www.w3.org/2005/Atom}"
_URL = {"type": "string", "pattern": "^https?://"}
_TEXT = {"type": "string", "minLength": 1}
_AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"name": _TEXT, "url": _URL, "avatar": _URL},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
# What https://www.jsonfeed.org/version/1.1/ says of the members that are written here.
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "description": {"type": "string"},
        "home_page_url": _URL,
        "feed_url": _URL,
        "language": _TEXT,
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    "id": _TEXT,
                    "url": _URL,
                    "external_url": _URL,
                    "title": _TEXT,
                    "content_html": _TEXT,
                    "date_published": {
                        "type": "string",
                        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$",
                    },
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}


def _built(library: Library, **settings: object) -> dict[str, bytes]:
    pages = build_site(a_config(**settings), library)
    made = Renderer(Theme()).render_site(pages)
    return {path: output.data for path, output in made.items()}


def _both(site: Mapping[str, bytes], folder: str = "") -> tuple[Any, Any]:
    """A feed as feedparser reads the one format, and as JSON the other."""
    return feedparser.parse(site[f"{folder}feed.xml"]), json.loads(site[f"{folder}feed.json"])


def _feeds(site: Mapping[str, Output], kind: str) -> dict[str, bytes]:
    return {path: each.data for path, each in site.items() if path.rpartition("/")[2] == kind}


def _texts(element: Element, name: str) -> Iterator[str]:
    return (each.text or "" for each in element.iter(ATOM + name))


@pytest.fixture(params=["small_site", "real_site"])
def site(request: pytest.FixtureRequest) -> Mapping[str, Output]:
    """The made-up list's site and the repository's own."""
    found: Mapping[str, Output] = request.getfixturevalue(request.param)
    return found


def test_the_list_and_each_of_its_terms_has_feeds(
    small: Project, small_site: Mapping[str, Output]
) -> None:
    """Terms that no paper names have none, nor do terms of other vocabularies."""
    terms = small.library.vocabularies["tags"].terms
    folders = [
        f"tags/{each.slug}/" for each in terms if small.library.papers_with("tags", each.name)
    ]
    assert 0 < len(folders) < len(terms)
    for kind in ("feed.xml", "feed.json"):
        assert set(_feeds(small_site, kind)) == {kind, *(folder + kind for folder in folders)}


def test_atom_is_sound(site: Mapping[str, Output]) -> None:
    """A lenient parser objects to nothing, and every entry has what RFC 4287 requires."""
    for path, data in _feeds(site, "feed.xml").items():
        read = feedparser.parse(data)
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.feed.link + "feed.xml" == next(
            each.href for each in read.feed.links if each.rel == "self"
        )
        assert read.feed.updated == max(entry.updated for entry in read.entries)
        for entry in read.entries:
            assert entry.id.startswith("tag:")
            assert entry.title
            assert entry.content[0].type == "text/html"
            assert entry.link.startswith(read.feed.link.split("/tags/")[0])
        element = fromstring(data.decode())
        for name in ("id", "title", "updated"):
            assert len(list(_texts(element, name))) == 1 + len(read.entries)


def test_json_feeds_are_sound(site: Mapping[str, Output]) -> None:
    """Each fits the format's description."""
    for data in _feeds(site, "feed.json").values():
        jsonschema.validate(json.loads(data), JSON_FEED)


def test_both_formats_say_the_same(site: Mapping[str, Output]) -> None:
    """Titles, ids, days and contents are equal, entry by entry."""
    for path, data in _feeds(site, "feed.xml").items():
        told = json.loads(site[path.replace(".xml", ".json")].data)
        element = fromstring(data.decode())
        entries = list(element.iter(f"{ATOM}entry"))
        assert len(entries) == len(told["items"])
        for entry, item in zip(entries, told["items"], strict=True):
            plain = {name: next(_texts(entry, name)) for name in ("id", "title", "published")}
            assert plain == {
                "id": item["id"],
                "title": item["title"],
                "published": item["date_published"],
            }
            assert next(_texts(entry, "content")) == item["content_html"]


def test_entries_stand_by_the_day_they_joined() -> None:
    """What joined last stands first, whenever it was published; without that day, by its date."""
    papers = [
        a_paper(id="old", date="2020-01-01", added="2024-06-01"),
        a_paper(id="undated", date="2024-05-01"),
        a_paper(id="new", date="2024-04-01", added="2024-04-02"),
    ]
    atom, told = _both(_built(a_library(*papers)))
    assert [entry.link.split("/")[-2] for entry in atom.entries] == ["old", "undated", "new"]
    assert [item["date_published"][:10] for item in told["items"]] == [
        "2024-06-01",
        "2024-05-01",
        "2024-04-02",
    ]
    assert atom.feed.updated == "2024-06-01T00:00:00Z"


def test_a_feed_is_bounded() -> None:
    """A long list gives only what joined last."""
    papers = [
        a_paper(
            id=f"p{number}",
            date="2023-01-01",
            added=f"2024-{1 + number // 28:02}-{1 + number % 28:02}",
        )
        for number in range(ENTRIES + 9)
    ]
    atom, told = _both(_built(a_library(*papers)), "tags/copy-head/")
    assert len(atom.entries) == len(told["items"]) == ENTRIES
    assert atom.entries[0].link.endswith(f"/p{ENTRIES + 8}/")


def test_ids_never_change() -> None:
    """They are made of the host, the day the list began and the paper's own id alone."""
    before, _ = _both(_built(a_library(a_paper())))
    changed = a_paper(title="Another", date="2023-01-01", added="2025-01-01", authors=["Nobody"])
    after, told = _both(_built(a_library(changed), name="Another List"))
    assert before.entries[0].id == after.entries[0].id == told["items"][0]["id"]
    assert after.entries[0].id == "tag:example.org,2024-01-02:/heads/papers/a-paper/"
    assert after.feed.id == "tag:example.org,2024-01-02:/heads/"


def test_an_entry_holds_the_paper() -> None:
    """Authors, terms, links and the three lines, as HTML."""
    summary = {
        "innovation": "It *copies*.",
        "tasks": "A < B.",
        "result": "[Yes](https://a.example).",
    }
    atom, told = _both(_built(a_library(a_paper(summary=summary))))
    (entry,), (item,) = atom.entries, told["items"]
    assert [author.name for author in entry.authors] == ["Ada Example", "Ben Sample"]
    assert item["authors"] == [{"name": "Ada Example"}, {"name": "Ben Sample"}]
    assert [tag.term for tag in entry.tags] == item["tags"] == ["Copy Head"]
    assert item["external_url"] == "https://arxiv.org/abs/2401.00001"
    content = item["content_html"]
    assert "<p><strong>New:</strong> It <em>copies</em>.</p>" in content
    assert "<p><strong>Tested on:</strong> A &lt; B.</p>" in content
    assert '<a href="https://a.example">Yes</a>' in content
    assert '<a href="https://arxiv.org/abs/2401.00001">Paper</a>' in content


@pytest.mark.parametrize(
    "title",
    [
        "Heads & <b>Tails</b> ]]> \"quoted\" 'so'",
        "&amp; &lt;script&gt; &#0; &nbsp;",
        "面包 \U0001f9e0 \u2028 \u200f",
    ],
)
def test_titles_are_text(title: str) -> None:
    """What looks like markup reaches the reader as it was typed, in both formats."""
    atom, told = _both(_built(a_library(a_paper(title=title, authors=[title]))))
    assert not atom.bozo
    assert told["items"][0]["title"] == title
    element = fromstring(_built(a_library(a_paper(title=title)))["feed.xml"].decode())
    assert next(_texts(next(element.iter(f"{ATOM}entry")), "title")) == title


def test_what_no_xml_may_hold_is_replaced() -> None:
    """A control character in a title breaks neither a feed nor a picture of the site."""
    tags = a_vocabulary(terms=["Copy\x0bHead"])
    paper = a_paper(title="A\x00B\x1b\ufffeC", tags=["Copy\x0bHead"])
    site = _built(a_library(paper, vocabularies=[tags]), name="List\x07")
    for path, data in site.items():
        if path.endswith((".xml", ".svg")):
            fromstring(data.decode())
    atom, told = _both(site)
    assert not atom.bozo
    assert re.sub("\ufffd+", "_", atom.entries[0].title) == "A_B_C"
    jsonschema.validate(told, JSON_FEED)


def test_a_paper_without_authors_is_the_lists() -> None:
    """Atom wants an author: the feed's own stands in, and no one is invented."""
    atom, told = _both(_built(a_library(a_paper(authors=None))))
    assert not atom.bozo
    assert "authors" not in told["items"][0]
    assert atom.feed.author == told["authors"][0]["name"] == "Made-Up Heads"


def test_a_list_without_papers_has_an_empty_feed() -> None:
    """It was last changed the day it began."""
    vocabularies = [a_vocabulary(), a_vocabulary("venues", ["arXiv"])]
    atom, told = _both(_built(a_library(vocabularies=vocabularies)))
    assert not atom.bozo
    assert (atom.entries, told["items"]) == ([], [])
    assert atom.feed.updated == "2024-01-02T00:00:00Z"


def test_the_tree_decides_which_terms_have_feeds() -> None:
    """A list ordered by another vocabulary has its feeds there."""
    library = a_library(a_paper(terms={"methods": ["Probing"]}))
    site = _built(library, tree="methods")
    assert [path for path in site if path.endswith("feed.xml")] == [
        "feed.xml",
        "methods/probing/feed.xml",
    ]
