"""Terms linked to the glossary within inline Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.render.markdown import InlineMarkdown
from awesome_heads.views.glossary import Glossary
from tests.builders import a_vocabulary
from tests.judges import elements, parse, text_of

MARKDOWN = InlineMarkdown()
WORDS = a_vocabulary(
    "glossary",
    (
        {"name": "Circuit"},
        {"name": "IOI", "aliases": ["Indirect object identification"]},
        {"name": "[END]"},
        {"name": "R&D"},
    ),
    on_records=False,
)
GLOSSARY = Glossary.of([(WORDS, "glossary/index.html")])
IOI = (
    '<a class="gloss" href="glossary/index.html#term-ioi">'
    '<abbr title="Indirect object identification">IOI</abbr></a>'
)
CIRCUIT = '<a class="gloss" href="glossary/index.html#term-circuit">circuit</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A circuit.", f"A {CIRCUIT}."),
        ("*the circuit* on IOI", f"<em>the {CIRCUIT}</em> on {IOI}"),
        ("`circuit` and circuit", f"<code>circuit</code> and {CIRCUIT}"),
        (
            "[a circuit](https://a.example) and a circuit",
            f'<a href="https://a.example">a circuit</a> and a {CIRCUIT}',
        ),
        ("[circuit](javascript:x)", f"[{CIRCUIT}](javascript:x)"),
        ("[*circuit*]() here", f"<em>{CIRCUIT}</em> here"),
        ("<b>circuit", f"&lt;b&gt;{CIRCUIT}"),
        ("at [END]", 'at <a class="gloss" href="glossary/index.html#term-end">[END]</a>'),
        ("R&D", '<a class="gloss" href="glossary/index.html#term-r-d">R&amp;D</a>'),
        ("a circuit, a circuit", f"a {CIRCUIT}, a circuit"),
    ],
)
def test_first_mentions_become_links(text: str, html: str) -> None:
    """In running text and emphasis, never within links or code, and once."""
    assert MARKDOWN.explained(text, GLOSSARY.reader("")) == html


def test_without_a_reader_it_is_plain_inline_markdown() -> None:
    """Lists of papers explain nothing."""
    assert MARKDOWN.explained("an *IOI* circuit", None) == MARKDOWN.html("an *IOI* circuit")


PIECES = st.sampled_from(
    [
        "circuit",
        "IOI",
        "[END]",
        "R&D",
        "`",
        "*",
        "**",
        "[",
        "](https://a.example)",
        "_",
        " ",
        "<b>",
        "\\",
        "s",
        "&amp;",
        "x",
    ]
)


@given(st.lists(PIECES).map("".join) | st.text())
def test_explaining_changes_no_word(text: str) -> None:
    """With the tags stripped, the text reads as before; nothing but links and `abbr` is added."""
    plain, explained = MARKDOWN.html(text), MARKDOWN.explained(text, GLOSSARY.reader(""))
    before, after = (parse(str(each)).find("body") for each in (plain, explained))
    assert before is not None
    assert after is not None
    assert text_of(after) == text_of(before)
    kept = [each.tag for each in elements(after) if each.get("class") != "gloss"]
    assert [tag for tag in kept if tag != "abbr"] == [each.tag for each in elements(before)]
    for link in after.iter("a"):
        assert len(list(link.iter("a"))) == 1
