"""Inline Markdown to HTML, for pages and for cells of Markdown tables."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from awesome_heads.escapes import escape_words, one_line

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


def _parser(renderer: type[RendererHTML]) -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=renderer)
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


class InlineMarkdown:
    """Renders one line of Markdown: emphasis, code and links to the web or a mailbox."""

    def __init__(self) -> None:
        """Set up one parser for pages and one for table cells."""
        self._page = _parser(RendererHTML)
        self._cell = _parser(_CellRenderer)

    def html(self, text: str) -> Markup:
        """HTML for a page; HTML in the text is shown as text."""
        return Markup(self._page.renderInline(one_line(text)))  # noqa: S704 -- made with HTML off

    def cell(self, text: str) -> str:
        """The same for a cell of a Markdown table, or for running text around it."""
        html = str(self._cell.renderInline(one_line(text)))
        return _BLOCK_START.sub(r"\1\\\2", html.replace("|", "&#124;"))

    def plain(self, text: str) -> str:
        """The words alone, for a page's description."""
        tokens = self._page.parseInline(one_line(text))[0].children or []
        return "".join(token.content for token in tokens)
