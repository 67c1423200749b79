"""Inline Markdown, and text that must not be taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.escapes import escape_attribute, escape_markdown, link_target, one_line
from awesome_heads.render.markdown import InlineMarkdown
from tests.judges import elements, github_markdown, parse, text_of

MARKDOWN = InlineMarkdown()


def _on_github(cell: str) -> str:
    """The HTML that GitHub makes of a table's cell."""
    html = github_markdown(f"| a | b |\n| - | - |\n| {cell} | end |\n")
    return html.split("<tbody>")[1].split("<td>")[1].split("</td>")[0]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("*new* and **bold**", "<em>new</em> and <strong>bold</strong>"),
        ("_new_ but snake_case_name", "<em>new</em> but snake_case_name"),
        ("`a < b`", "<code>a &lt; b</code>"),
        ("[here](https://a.example/x_y?b=1&c=2)", None),
        ("<https://a.example>", '<a href="https://a.example">https://a.example</a>'),
        ("[write](mailto:a@b.example)", '<a href="mailto:a@b.example">write</a>'),
        (r"\*typed\*", "*typed*"),
        ("R&D &amp; more", "R&amp;D &amp; more"),
        ("two\n  lines\there", "two lines here"),
    ],
)
def test_a_page_shows_inline_markdown(text: str, html: str | None) -> None:
    """Emphasis, code and links to the web or a mailbox are made; lines are folded."""
    link = '<a href="https://a.example/x_y?b=1&amp;c=2">here</a>'
    assert MARKDOWN.html(text) == (link if html is None else html)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "<!-- hidden -->",
        "<?php ?>",
        "<![CDATA[x]]>",
        "a < b > c",
    ],
)
def test_html_is_shown_as_text(text: str) -> None:
    """No tag of the author's becomes an element, on a page or in a cell."""
    for html in (str(MARKDOWN.html(text)), _on_github(MARKDOWN.cell(text))):
        body = parse(html).find("body")
        assert body is not None
        assert list(elements(body)) == [body]
        assert text_of(body) == text


def test_pictures_are_not_shown() -> None:
    """A picture would load from somewhere; its address becomes a link at most."""
    text = "![alt](https://a.example/p.png)"
    assert MARKDOWN.html(text) == '!<a href="https://a.example/p.png">alt</a>'
    assert "<img" not in _on_github(MARKDOWN.cell(text))


@pytest.mark.parametrize("text", ["# Heading", "- item", "1. item", "> quote", "    code", "---"])
def test_blocks_are_text(text: str) -> None:
    """One line of inline Markdown has no headings, lists, quotes or code blocks."""
    assert "<" not in MARKDOWN.html(text)


UNSAFE = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "jAvAsCrIpT:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#10;script:alert(1)",
    "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    r"java\script:alert(1)",
    "%6Aavascript:alert(1)",
    "vbscript:msgbox(1)",
    "VBScript:msgbox(1)",
    "data:text/html,x",
    "DATA:text/html;base64,eA==",
    "data:image/png;base64,eA==",
    "file:///etc/passwd",
    "ftp://a.example/x",
    "//a.example/x",
    "/path",
    "page.html",
    "#anchor",
    "https&#58//[x",
    "http://[x",
)


@pytest.mark.parametrize("address", UNSAFE)
@pytest.mark.parametrize("pattern", ["[x]({})", "[x](<{}>)", "<{}>", '[x]({} "title")'])
def test_only_the_web_and_mailboxes_are_linked(address: str, pattern: str) -> None:
    """No disguise makes a link of another scheme, and relative addresses are none."""
    text = pattern.format(address)
    for html in (str(MARKDOWN.html(text)), _on_github(MARKDOWN.cell(text))):
        for link in parse(html).iter("a"):
            assert (link.get("href") or "").startswith(("http://", "https://"))
            assert "script" not in (link.get("href") or "").lower()


def test_an_address_that_is_none_is_not_linked() -> None:
    """What looks like an address but cannot be read as one stays text."""
    assert "<a" not in MARKDOWN.html("[x](http://[::1.])")


def test_a_link_to_nowhere_is_none() -> None:
    """Without an address there is nothing to link."""
    assert "<a" not in MARKDOWN.html("[x]()")
    assert "<a" not in _on_github(MARKDOWN.cell("[x]()"))


@pytest.mark.parametrize("definition", ["[x]: javascript:alert(1)", "[x]: https://a.example"])
def test_a_reference_has_nothing_to_refer_to(definition: str) -> None:
    """Links by reference need a definition, and one line has no room for it."""
    assert "<a" not in MARKDOWN.html(f"[x]\n\n{definition}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        ("*new*, `code` and [a link](https://a.example)", "new, code and a link"),
        (r"R&amp;D \* 2", "R&D * 2"),
        ("a\nb", "a b"),
        ("<b>", "<b>"),
        ("", ""),
    ],
)
def test_plain_words_lose_only_the_markup(text: str, words: str) -> None:
    """A description is read by search engines, without signs."""
    assert MARKDOWN.plain(text) == words


SIGNS = (
    "a | b",
    r"a \| b",
    "*not* _emphasis_ __nor__ **bold**",
    "`not code`",
    "``` nor a block",
    "[not](https://a.example)",
    "![not](https://a.example/p.png)",
    "<b>not bold</b>",
    "&amp; &lt; &#124; &copy;",
    "~~not struck~~",
    "$not$ math $$x$$",
    r"back\slash \* \\",
    "www.a.example",
    "WWW.a.example",
    "https://a.example/x",
    "see ftp://a.example",
    ":not_an_emoji:",
    "12:30 and 1:2",
    "\"quoted\" and 'so'",
    "面包 ラーメン Übung",
    "a\nb\tc",
    "{{ braces }} {% too %}",
    "<!-- not hidden -->",
    "<https://a.example>",
)


@pytest.mark.parametrize("text", SIGNS)
def test_escaped_text_is_shown_as_typed(text: str) -> None:
    """GitHub shows the signs themselves, in one cell, and makes no element of them."""
    html = _on_github(escape_markdown(text))
    body = parse(html).find("body")
    assert body is not None
    assert text_of(body) == " ".join(text.split())
    assert list(elements(body)) == [body]


@pytest.mark.parametrize("text", ["a@b.example", "mailto:a@b.example", "xmpp:a@b.example/c"])
def test_an_address_of_a_mailbox_is_not_linked(text: str) -> None:
    """GitHub links whatever looks like a mailbox, unless it is kept from it."""
    for shown in (escape_markdown(text), MARKDOWN.cell(text)):
        cell = parse(_on_github(shown))
        assert next(cell.iter("a"), None) is None
        assert text_of(cell) == text


@pytest.mark.parametrize("text", SIGNS)
def test_a_cell_shows_what_a_page_shows(text: str) -> None:
    """The same Markdown gives the same elements and the same text in both places."""
    page = parse(str(MARKDOWN.html(text)))
    cell = parse(_on_github(MARKDOWN.cell(text)))
    assert text_of(cell) == text_of(page)
    assert [each.tag for each in elements(cell)] == [each.tag for each in elements(page)]


@pytest.mark.parametrize(
    "text",
    [
        "`a|b`",
        r"`a\|b`",
        "`` ` ``",
        "`<b>`",
        "`*x* $y$`",
        "*a | b*",
        "[a|b](https://a.example/x|y)",
        '[a](https://a.example "b | c")',
        "[a](https://a.example '*b* _c_ $d$')",
        "[*a* `b`](https://a.example)",
    ],
)
def test_markup_in_a_cell_keeps_its_bounds(text: str) -> None:
    """Bars, back-ticks and stars inside code and links neither split nor style the row."""
    page = parse(str(MARKDOWN.html(text)))
    cell = parse(_on_github(MARKDOWN.cell(text)))
    assert text_of(cell) == text_of(page)
    assert [(each.tag, each.attrib) for each in elements(cell)] == [
        (each.tag, each.attrib) for each in elements(page)
    ]


def test_anything_can_be_escaped() -> None:
    """A number is written as its digits."""
    assert escape_markdown(2024) == "2024"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain", "plain"),
        ("a \"b\" <c> & 'd'", "a &quot;b&quot; &lt;c&gt; &amp; &#x27;d&#x27;"),
        ("a | b", "a &#124; b"),
        ("two\n\nlines", "two lines"),
    ],
)
def test_an_attribute_stays_inside_its_quotes(text: str, escaped: str) -> None:
    """Quotes, angle brackets and bars are written as references, on one line."""
    assert escape_attribute(text) == escaped


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/S2666-3899(25)00024-8",
        "https://a.example/((",
        "https://a.example/?a=1&copy=2&b=3",
        "https://a.example/?a=1&lt;=2&copy;=3",
        "https://a.example/a_b*c~d$e[f]",
        "https://a.example/面包",
        "https://a.example/#group-a",
        "https://a.example/%7Cx",
    ],
)
def test_a_target_leads_where_the_address_does(address: str) -> None:
    """What GitHub makes of the link is the address, percent signs aside."""
    html = _on_github(f"[x]({link_target(address)})")
    (link,) = parse(html).iter("a")
    typed = address.replace("(", "%28").replace(")", "%29")
    shown = (link.get("href") or "").replace("%5B", "[").replace("%5D", "]")
    assert shown.replace("%E9%9D%A2%E5%8C%85", "面包") == typed


def test_a_target_that_is_no_address_stays_in_its_brackets() -> None:
    """Even what no record may hold cannot end the link or the cell."""
    assert link_target("https://a.example/ <b>|\\(c)") == (
        "https://a.example/%20%3Cb%3E%7C%5C%28c%29"
    )


@given(st.text() | st.text("ab *_`[]()<>&!\\#|~$:.\"'\n\t\x00", max_size=40))
def test_a_line_that_means_no_more_than_itself_is_shown_as_the_parser_shows_it(text: str) -> None:
    """Lines without a sign of Markdown are not parsed, and nobody can tell."""
    fresh = InlineMarkdown()
    blocks = fresh.parser.parseInline(one_line(text))
    words = "".join(token.content for token in blocks[0].children or [])
    assert fresh.html(text) == fresh.parser.renderInline(one_line(text))
    assert fresh.plain(text) == words


@pytest.mark.parametrize("sign", ["&NewLine;", "&Tab;", "&#10;", "&#13;", "&#x2028;"])
def test_a_reference_to_a_line_end_ends_no_line(sign: str) -> None:
    """A cell, and the words alone, stay on one line whatever a character reference stands for."""
    assert MARKDOWN.cell(f"a{sign}b").splitlines() == ["a b"]
    assert MARKDOWN.plain(f"a{sign}b").splitlines() == ["a b"]
