"""Glossary terms found in running text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.views.glossary import Glossary
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary

WORDS = a_vocabulary(
    "glossary",
    (
        {"name": "Circuit"},
        {"name": "Knowledge circuit"},
        {"name": "IOI", "aliases": ["Indirect object identification"]},
        {"name": "Task Recognition (TR)", "aliases": ["Task Recognition", "TR"]},
        {"name": "Multi-layer perceptron", "aliases": ["Feed-forward layer", "MLP"]},
        {"name": "[END]"},
        {"name": "Ablation study"},
        {"name": "C++"},
    ),
    on_records=False,
)
GLOSSARY = Glossary.of([(WORDS, "glossary/index.html")])


def _found(text: str, own: str = "") -> list[tuple[str, str, str]]:
    reader = GLOSSARY.reader("../")
    return [
        (text[each.start : each.end], each.href.rpartition("#term-")[2], each.title)
        for each in reader.mentions(text, own)
    ]


@pytest.mark.parametrize(
    ("text", "said", "slug"),
    [
        ("a CIRCUIT here", "CIRCUIT", "circuit"),
        ("two circuits.", "circuits", "circuit"),
        ("a knowledge  circuit", "knowledge  circuit", "knowledge-circuit"),
        ("sub-circuit", "circuit", "circuit"),
        ("at [END].", "[END]", "end"),
        ("ablation studies", "ablation studies", "ablation-study"),
        ("in C++ code", "C++", "c"),
    ],
)
def test_words_are_found_in_any_case_and_number(text: str, said: str, slug: str) -> None:
    """Words in any case, in the plural, the longest name first."""
    assert _found(text) == [(said, slug, "")]


@pytest.mark.parametrize(
    "text", ["circuitry", "ioi", "Ioi", "at [end]", "TRy", "xIOI", "circuit_", "", "END"]
)
def test_parts_of_words_and_other_cases_are_none(text: str) -> None:
    """Acronyms and signs in brackets mean something in capitals alone."""
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("IOI", "Indirect object identification"),
        ("IOIs", "Indirect object identification"),
        ("TR", "Task Recognition"),
        ("MLP", "Multi-layer perceptron"),
        ("Indirect Object Identification", ""),
        ("task recognition", ""),
    ],
)
def test_an_abbreviation_says_what_it_stands_for(text: str, title: str) -> None:
    """Whether it is the term's name or an alias; the long form needs no title."""
    ((_, _, found),) = _found(text)
    assert found == title


def test_a_page_explains_a_term_once() -> None:
    """Under any of its names; another page begins anew."""
    reader = GLOSSARY.reader("../../")
    first = [each.href for each in reader.mentions("IOI, then IOI and a circuit")]
    assert first == ["../../glossary/index.html#term-ioi", "../../glossary/index.html#term-circuit"]
    assert not [*reader.mentions("indirect object identification in a circuit")]
    assert [*GLOSSARY.reader("").mentions("IOI")]


def test_an_entry_does_not_explain_itself() -> None:
    """It is passed over in its own text, and still explained further down."""
    assert _found("A circuit on IOI", own="Circuit") == [
        ("IOI", "ioi", "Indirect object identification")
    ]
    reader = GLOSSARY.reader("")
    assert not [*reader.mentions("a circuit", "Circuit")]
    assert [*reader.mentions("a circuit")]


def test_only_vocabularies_that_no_record_names_are_explained() -> None:
    """Terms that records name have chips and pages of their own."""
    library = a_library(a_paper(), vocabularies=[WORDS])
    scene = Scene(a_config(), library)
    assert {entry.target for entry in scene.glossary.entries} == {
        f"glossary/index.html#term-{term.slug}" for term in WORDS.terms
    }
    assert scene.frame("index.html", "", "").glossary is scene.glossary


def test_without_a_glossary_nothing_is_found() -> None:
    """A list need not have one."""
    assert not [*Glossary().reader("").mentions("IOI")]


@given(st.lists(st.text(min_size=1, max_size=12).filter(str.strip), max_size=6), st.text())
def test_any_names_and_any_text_go_together(names: list[str], text: str) -> None:
    """Nothing breaks, and mentions lie in order within the text."""
    terms = [{"name": name.strip()} for name in dict.fromkeys(names)]
    words = a_vocabulary("glossary", terms, on_records=False)
    whole = " ".join([text, *names, *(name.upper() + "s" for name in names)])
    end = 0
    for each in Glossary.of([(words, "g")]).reader("").mentions(whole):
        assert end <= each.start < each.end <= len(whole)
        end = each.end


def test_a_large_glossary_is_quick() -> None:
    """A thousand names, and a text of a hundred thousand letters, in less than two seconds."""
    words = a_vocabulary("glossary", [f"Made-up word {n}" for n in range(1000)], on_records=False)
    glossary = Glossary.of([(words, "g")])
    text = "A sentence that mentions nothing in particular, made-up word 77 apart. " * 1400
    begun = time.perf_counter()
    assert len([*glossary.reader("").mentions(text)]) == 1
    assert time.perf_counter() - begun < 2
