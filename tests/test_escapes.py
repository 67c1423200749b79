"""Text made safe, whatever it holds, as GitHub's own Markdown judges it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.escapes import (
    escape_attribute,
    escape_markdown,
    escape_words,
    link_target,
    one_line,
)
from tests.judges import elements, folded, github_markdown, parse, text_of

PIECES = (
    *"|`\\<>&*_[]()!~$:#@\"'{}%/=+-. \t\n",
    *("www.", "http://", "a@b.example", ":tada:", "&amp;", "<br>", "<!--", "-->", "``", "x", "é"),
)
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).filter(folded)


@pytest.mark.parametrize(
    ("text", "line"),
    [("", ""), (" a ", "a"), ("a\r\n\tb", "a b"), ("a\u2028b\x0bc\u00a0d", "a b c d"), ("\n", "")],
)
def test_one_line(text: str, line: str) -> None:
    """Every run of white space is one blank, and none stands at an end."""
    assert one_line(text) == line


@pytest.mark.parametrize("text", [" a", "a ", "a  b", "a\nb", " "])
def test_a_piece_of_a_line_keeps_its_blanks(text: str) -> None:
    """Pieces are joined to lines later, so their white space counts."""
    assert escape_words(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", "a&#124;b"),
        ("a<b>&c", "a&#60;b&#62;&#38;c"),
        ("*a* _b_ `c` ~d~ $e$ #f [g] \\", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$ \#f \[g\] \\"),
        ("@team", "<!-- -->@team"),
        ("https://a.example", "https&#58;//a.example"),
        (":tada:", "&#58;tada:"),
        (":+1:", "&#58;+1:"),
        (":TADA:", "&#58;TADA:"),
        ("a: b: c", "a: b: c"),
        ("12:30", "12:30"),
        ("www.a.example", "www&#46;a.example"),
        ("Www.a", "Www&#46;a"),
        ("a.b", "a.b"),
    ],
)
def test_signs_get_a_backslash_or_a_reference(text: str, escaped: str) -> None:
    """Only what GitHub acts on is escaped, and prose stays readable."""
    assert escape_markdown(text) == escape_words(text) == escaped


@settings(deadline=None, max_examples=200)
@given(WORDS)
def test_any_text_is_shown_as_typed(text: str) -> None:
    """In a table's cell and in a heading it makes no element, and no sign is lost."""
    escaped = escape_markdown(text)
    assert "\n" not in escaped
    cell = github_markdown(f"| a |\n| - |\n| x{escaped}x |\n")
    page = parse(cell)
    (shown,) = page.iter("td")
    assert [each.tag for each in elements(shown)] == ["td"]
    assert text_of(shown) == folded(f"x{one_line(text)}x")
    (heading,) = parse(github_markdown(f"### x {escaped} x\n")).iter("h3")
    assert [each.tag for each in elements(heading)] == ["h3"]
    assert text_of(heading) == folded(f"x {one_line(text)} x")


@settings(deadline=None, max_examples=200)
@given(WORDS)
def test_any_text_stays_in_its_attribute(text: str) -> None:
    """In HTML inside a cell the attribute holds the text, and the cell goes on behind it."""
    html = github_markdown(f'| a |\n| - |\n| <b title="{escape_attribute(text)}">x</b> |\n')
    (bold,) = parse(html).iter("b")
    assert bold.attrib == {"title": one_line(text)}
    assert text_of(bold) == "x"


def test_an_attribute_takes_a_number() -> None:
    """Whatever is not a text is written as one."""
    assert escape_attribute(7) == "7"


@settings(deadline=None, max_examples=200)
@given(WORDS)
def test_any_address_stays_one_target(text: str) -> None:
    """A target ends neither the link nor the cell, and titles cannot be smuggled in."""
    target = link_target(f"https://a.example/{text}")
    html = github_markdown(f"| a |\n| - |\n| [x]({target}) |\n")
    (link,) = parse(html).iter("a")
    assert set(link.attrib) == {"href"}
    assert (link.get("href") or "").startswith("https://a.example/")
    assert text_of(link) == "x"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.example/?b=1&c=2", "https://a.example/?b=1&amp;c=2"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/%20", "https://a.example/%20"),
        (7, "7"),
    ],
)
def test_a_target_is_written_for_markdown(address: object, target: str) -> None:
    """Ampersands are references, and what is encoded already is not encoded again."""
    assert link_target(address) == target
