"""Inline Markdown to HTML, for pages and for cells of Markdown tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from awesome_heads.escapes import escape_words, one_line
from awesome_heads.views.glossary import Mention, Reader

# What inline Markdown takes for more than itself; a line without any is its own text.
_MEANS_MORE = re.compile(r"[\\`*_\[\]<&\x00]")
# References such as `&NewLine;` bring these into one line of text.
_LINE_END = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# So many texts are kept as they were parsed last, and so many as they were rendered.
_PARSED, _RENDERED = 200, 5_000
_SCHEMES = {"http", "https", "mailto"}
_BLOCK_START = re.compile(r"^(\d*)([.)+=-])(?=\s|$|[=-])")


def _permitted(url: str) -> bool:
    try:
        return urlsplit(url).scheme.lower() in _SCHEMES
    except ValueError:
        return False


class _CellRenderer(RendererHTML):
    """Writes HTML whose text Markdown leaves alone, so that it can stand in a table's cell."""

    def text(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        return escape_words(tokens[idx].content)

    def code_inline(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        return f"<code>{escape_words(tokens[idx].content)}</code>"


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["image"])
    markdown.validateLink = _permitted  # type: ignore[method-assign]
    markdown.core.ruler.push("empty_links", _drop_empty_links)
    return markdown


def _drop_empty_links(state: StateCore) -> None:
    """Leave the text of a link that leads nowhere, without the link."""
    for block in state.tokens:
        within_empty: list[bool] = []
        for token in block.children or []:
            if token.type == "link_open":
                within_empty.append(not token.attrGet("href"))
            if token.type in {"link_open", "link_close"} and within_empty[-1]:
                token.hidden = True
            if token.type == "link_close":
                within_empty.pop()


def _with_mentions(tokens: Iterable[Token], reader: Reader, own: str) -> Iterator[Token]:
    """The tokens, with a link around every first mention of a term in running text."""
    links = 0
    for token in tokens:
        links += token.nesting if token.type.startswith("link_") and not token.hidden else 0
        if token.type != "text" or links:
            yield token
            continue
        text, done = token.content, 0
        for mention in reader.mentions(text, own):
            yield _text(text[done : mention.start])
            yield from _link(text[mention.start : mention.end], mention)
            done = mention.end
        yield _text(text[done:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _link(content: str, mention: Mention) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"class": "gloss", "href": mention.href})
    if mention.title:
        yield Token("abbr_open", "abbr", 1, attrs={"title": mention.title})
    yield _text(content)
    if mention.title:
        yield Token("abbr_close", "abbr", -1)
    yield Token("link_close", "a", -1)


class InlineMarkdown:
    """Renders one line of Markdown: emphasis, code and links to the web or a mailbox."""

    def __init__(self) -> None:
        """Set up the parser, with one renderer for pages and one for table cells."""
        self.parser = _parser()
        self._page, self._cell = RendererHTML(self.parser), _CellRenderer(self.parser)
        # A text is shown, spoken of in the head and listed on further pages.
        self._tokens = lru_cache(_PARSED)(self._parse)
        self.html = lru_cache(_RENDERED)(self._html)
        self.plain = lru_cache(_RENDERED)(self._plain)

    def explained(self, text: str, reader: Reader | None, own: str = "") -> Markup:
        """HTML for a page, the terms that its reader has not met yet linked to what they mean.

        Nothing is linked within links and code, nor the term called `own`, nor anything where
        there is no reader.
        """
        if reader is None:
            return self.html(text)
        return self._shown(list(_with_mentions(self._tokens(text), reader, own)))

    def cell(self, text: str) -> str:
        """HTML for a cell of a Markdown table, or for running text around it."""
        html = self._cell.renderInline(self._tokens(text), self.parser.options, {})
        return _BLOCK_START.sub(r"\1\\\2", _LINE_END.sub(" ", html).replace("|", "&#124;"))

    def _html(self, text: str) -> Markup:
        """HTML for a page."""
        return self._shown(self._tokens(text))

    def _plain(self, text: str) -> str:
        """The words alone, for a page's description."""
        return _LINE_END.sub(" ", "".join(token.content for token in self._tokens(text)))

    def _shown(self, tokens: Sequence[Token]) -> Markup:
        html = self._page.renderInline(tokens, self.parser.options, {})
        return Markup(html)  # noqa: S704 -- made with HTML off

    def _parse(self, text: str) -> Sequence[Token]:
        """What a line is made of; that of plain words is not parsed."""
        line = one_line(text)
        if not _MEANS_MORE.search(line):
            return (_text(line),)
        return self.parser.parseInline(line)[0].children or ()
