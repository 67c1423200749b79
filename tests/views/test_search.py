"""What the search loads: words taken apart, numbers packed, terms in columns."""

import json
from collections.abc import Mapping
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.views.scene import Scene
from awesome_heads.views.search import search_files
from awesome_heads.views.search.lexicon import AUTHOR, PLACES, SUMMARY, TAG, TITLE, VENUE, Lexicon
from awesome_heads.views.search.packing import SIGNS, pack, pack_rising
from awesome_heads.views.search.words import words_of, words_of_markdown
from tests.builders import a_config, a_library, a_paper, a_vocabulary


def unpack(text: str) -> list[int]:
    """Numbers as the browser reads them."""
    numbers, number = [], 0
    for sign in text:
        digit = SIGNS.index(sign)
        if digit < 46:
            numbers.append(number * 46 + digit)
            number = 0
        else:
            number = number * 45 + digit - 45
    return numbers


def made(library: Library) -> Mapping[str, object]:
    """Every file's value, by its path."""
    values = {}
    for file in search_files(Scene(a_config(), library)):
        text = file.data.decode()
        assert text.startswith("awesomeHeads.give(")
        path, value = json.loads("[" + text[len("awesomeHeads.give(") : -len(");\n")] + "]")
        assert path == file.path
        values[path] = value
    return values


def lexicon_of(values: Mapping[str, object]) -> dict[str, list[tuple[int, int]]]:
    """Each word with its papers and the places in them, as the browser reads it."""
    words: list[str] = []
    for sign in str(values["search/lexicon.js"]):
        if "A" <= sign <= "Z":
            words.append(words[-1][: ord(sign) - 65] if words else "")
        else:
            words[-1] += sign
    blocks = [str(text) for path, text in values.items() if "/postings/" in path]
    numbers = [list(accumulate(unpack(each))) for each in " ".join(filter(None, blocks)).split(" ")]
    return {
        word: [divmod(number, PLACES) for number in found]
        for word, found in zip(words, numbers, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("S_Inhibition Head", ["s", "inhibition", "head"]),
        ("GPT-2's na\u00efve R\u00f4le", ["gpt", "2", "s", "naive", "role"]),
        ("Stra\u00dfe STRASSE", ["strasse", "strasse"]),
        ("\u039f\u0394\u039f\u03a3 \u03bf\u03b4\u03bf\u03c2", ["\u03bf\u03b4\u03bf\u03c3"] * 2),
        ("\u6ce8\u610f\u529b", ["\u6ce8\u610f", "\u610f\u529b", "\u529b"]),
        ("GPT\u6ce8", ["gpt", "\u6ce8"]),
        ("...", []),
    ],
)
def test_text_is_taken_apart(text: str, words: list[str]) -> None:
    """Case, accents and signs between letters are gone; scripts without blanks go by pairs."""
    assert words_of(text) == words


def test_targets_of_links_are_not_words() -> None:
    """Only what a reader sees of inline Markdown is searched."""
    assert words_of_markdown("*New* [here](https://example.org/x) `code`") == [
        "new",
        "here",
        "code",
    ]


@given(st.lists(st.integers(0, 10**7)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    """Numbers of any size survive, and rising ones by their differences."""
    assert unpack(pack(numbers)) == numbers
    rising = sorted(numbers)
    assert list(accumulate(unpack(pack_rising(rising)))) == rising


@given(st.sets(st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1)))
def test_front_coded_words_come_back(words: set[str]) -> None:
    """Words of any script survive being written by what they share, in the browser's order."""
    lexicon = Lexicon({word: [0] for word in words})
    values = {"search/lexicon.js": lexicon.front_coded(), "search/postings/0.js": ""}
    ordered = sorted(words, key=lambda word: word.encode("utf-16-be"))
    values["search/postings/0.js"] = " ".join("#" for _ in words)
    if words:
        assert list(lexicon_of(values)) == ordered == lexicon.words


def test_a_word_stands_at_its_weightiest_place() -> None:
    """Title, tag with its other names, author, venue with its full name and years, summary."""
    tags = a_vocabulary("tags", [{"name": "Copy Head", "aliases": ["Echo_Head"]}])
    venues = a_vocabulary(
        "venues",
        [{"name": "arXiv"}, {"name": "ACME", "properties": {"full_name": "Annual Congress"}}],
        properties={"full_name": {"label": "Full name", "description": "In full."}},
    )
    paper = a_paper(
        title="Copying by Name",
        authors=["Zo\u00eb Name"],
        published={"venue": "ACME", "date": "2026", "title": "Renamed"},
        former_titles=["Working Title"],
        terms={"methods": ["Probing"]},
    )
    words = lexicon_of(made(a_library(paper, vocabularies=[tags, venues])))
    places = {word: place for word, [(_, place)] in words.items()}
    assert {word for word, place in places.items() if place == TITLE and "*" not in word} == {
        *("copying", "by", "name", "renamed", "working", "title")
    }
    assert [places[word] for word in ("copy", "head", "echo")] == [TAG] * 3
    assert places["zoe"] == AUTHOR
    assert [places[word] for word in ("arxiv", "annual", "2024", "2026")] == [VENUE] * 4
    assert [places[word] for word in ("strings", "probing")] == [SUMMARY] * 2
    assert (places["z*"], places["c*"]) == (AUTHOR, TITLE)
    assert "s*" not in places


def test_papers_are_numbered_newest_first(small: Project) -> None:
    """The index, the ids and the postings number papers alike, and each order holds them all."""
    papers = small.library.papers
    values = made(small.library)
    assert str(values["search/ids.js"]).split(" ") == [paper.id for paper in papers]
    for number, paper in enumerate(papers):
        for word in words_of(paper.title):
            assert (number, TITLE) in lexicon_of(values)[word]
    orders = values["search/orders.js"]
    assert isinstance(orders, dict)
    for order in orders.values():
        assert sorted(unpack(order)) == list(range(len(papers)))


def test_facets_hold_the_terms_that_papers_name() -> None:
    """A term of no paper is left out; groups are told by their slugs, outer ones first."""
    tags = a_vocabulary(
        "tags",
        [
            {"name": "Copy Head", "group": ["First Stage", "Inner"], "aliases": ["Echo"]},
            {"name": "Idle Head", "group": ["First Stage"]},
            {"name": "Lone Head"},
        ],
        groups=[{"name": "First Stage", "groups": [{"name": "Inner"}]}],
    )
    one = a_paper(id="one", tags=["Lone Head", "Echo"])
    two = a_paper(id="two", date="2020-01-01", tags=["Lone Head"])
    index = made(a_library(one, two, vocabularies=[tags]))["search/index.js"]
    assert isinstance(index, dict)
    facet = index["facets"][0]
    assert facet["groups"] == ["first-stage", "first-stage/inner"]
    assert facet["terms"] == [["Copy Head", "copy-head", 1, "Echo"], ["Lone Head", "lone-head", -1]]
    assert [unpack(each) for each in facet["papers"].split(" ")] == [[0], [0, 1]]
    assert index["years"] == [[2024, 1], [2020, 1]]


def test_vocabularies_that_records_cannot_name_are_no_facets(small: Project) -> None:
    """A glossary is not offered for narrowing down."""
    index = made(small.library)["search/index.js"]
    assert isinstance(index, dict)
    on_records = {each.id for each in small.library.vocabularies.values() if each.on_records}
    assert {facet["id"] for facet in index["facets"]} == on_records


def test_an_empty_list_has_an_index() -> None:
    """A list that has only begun is searched without a fault."""
    values = made(a_library())
    assert values["search/lexicon.js"] == ""
    assert values["search/ids.js"] == ""


def test_postings_come_in_blocks() -> None:
    """A long list's postings lie in several files, and the index knows where each begins."""
    papers = [
        a_paper(id=f"paper-{number}", title=f"Word{number} of a Title {number * 7919}")
        for number in range(3000)
    ]
    values = made(a_library(*papers))
    index = values["search/index.js"]
    assert isinstance(index, dict)
    blocks = [str(text) for path, text in values.items() if "/postings/" in path]
    assert len(blocks) > 2
    sizes = [len(block.split(" ")) if block else 0 for block in blocks]
    assert index["blocks"] == [0, *accumulate(sizes[:-1])]
    assert len(lexicon_of(values)) == sum(sizes)
