"""A README, Markdown with HTML in it, as one tree of elements that know their lines.

Markdown is read by markdown-it, HTML by the standard library's parser: it tells the line of every
tag and leaves alone what is no tag, such as the sign in `< 5%`. A parser that mends HTML as
browsers do would be a further dependency and tells no lines. Both write into one tree, so that a
list in Markdown inside of `<details>`, or a row whose tags do not match, is found all the same.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from awesome_heads.escapes import escape_sections
from awesome_heads.importing.readme.tree import VOID, Builder, Element

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BYTE_ORDER_MARK = "\ufeff"
# An address in HTML may hold `&note=` as it is; only what ends with a semicolon is a reference.
_BARE_AMPERSAND = re.compile(r"&(?!#?\w+;)")


def read_document(text: str) -> Element:
    """The root of a README's tree."""
    reading = _Reading()
    reading.take(_MARKDOWN.parse(text.removeprefix(_BYTE_ORDER_MARK)), 1)
    return reading.builder.root


class _Reading:
    """Feeds the tokens of Markdown to a builder."""

    def __init__(self) -> None:
        self.builder = Builder()
        self._in_comment = False

    def take(self, tokens: Sequence[Token], line: int) -> None:
        """Take blocks, or the pieces of a line that begins at `line`."""
        for token in tokens:
            at = token.map[0] + 1 if token.map else line
            if self._in_comment:
                self._leave_comment(token, at)
            elif token.children is not None and token.type == "inline":
                self.take(token.children, at)
            else:
                self._one(token, at)
            line += token.type in {"softbreak", "hardbreak"}

    def _one(self, token: Token, line: int) -> None:
        builder = self.builder
        # What is indented far enough to be code is a row all the same inside of a table.
        indented = token.type == "code_block" and builder.is_open("table")
        if indented or token.type in {"html_block", "html_inline"}:
            self._html(token.content, line)
        elif token.type == "image":
            source = {"src": str(token.attrGet("src") or ""), "alt": _alt(token)}
            builder.start("img", source, line)
        elif token.type in {"code_inline", "fence", "code_block"}:
            builder.start("code" if token.type == "code_inline" else "pre", {}, line)
            builder.text(token.content)
            builder.end("code" if token.type == "code_inline" else "pre")
        elif token.type == "softbreak":
            builder.text("\n")
        elif token.nesting < 0:
            builder.end(token.tag)
        elif token.tag:
            names = {name: str(value) for name, value in token.attrs.items()}
            builder.start(token.tag, names, line)
            if token.nesting == 0 and token.tag not in VOID:
                builder.end(token.tag)
        else:
            builder.text(token.content)

    def _html(self, text: str, line: int) -> None:
        parser = _Html(self.builder, line)
        parser.feed(escape_sections(_BARE_AMPERSAND.sub("&amp;", text)))
        # What is left over is a comment that a blank line has cut off from its end.
        self._in_comment = parser.rawdata.startswith("<!--")
        if not self._in_comment:
            parser.close()

    def _leave_comment(self, token: Token, line: int) -> None:
        before, end, after = token.content.partition("-->")
        if end:
            self._in_comment = False
            if token.type in {"html_block", "code_block"}:
                self._html(after, line + before.count("\n"))


def _alt(image: Token) -> str:
    return "".join(each.content for each in image.children or [])


class _Html(HTMLParser):
    """Hands the tags and texts of a piece of HTML on."""

    def __init__(self, builder: Builder, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._builder, self._first_line = builder, first_line

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self._first_line + self.getpos()[0] - 1
        self._builder.start(tag, {name: value or "" for name, value in attrs}, line)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._builder.end(tag)

    def handle_data(self, data: str) -> None:
        self._builder.text(data)
