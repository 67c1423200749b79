"""Inline Markdown to HTML, and plain text to Markdown that says just that text."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

_SCHEMES = {"http", "https", "mailto"}
_ACTIVE = re.compile(r"[\\`*_\[\]<>|~$&@#]|:(?=//|[a-z0-9_+-]+:)|(?<=www)\.", re.IGNORECASE)


_BLOCK_START = re.compile(r"^(\d*)([.)+=-])(?=\s|$|[=-])")


def _permitted(url: str) -> bool:
    try:
        return urlsplit(url).scheme.lower() in _SCHEMES
    except ValueError:
        return False


class _CellRenderer(RendererHTML):
    """Writes HTML whose text Markdown leaves alone, so that it can stand in a table's cell."""

    def text(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        return _escape(tokens[idx].content)

    def code_inline(
        self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType
    ) -> str:
        return f"<code>{_escape(tokens[idx].content)}</code>"


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
        return Markup(self._page.renderInline(_one_line(text)))  # noqa: S704 -- made with HTML off

    def cell(self, text: str) -> str:
        """The same for a cell of a Markdown table, or for running text around it."""
        html = str(self._cell.renderInline(_one_line(text)))
        return _BLOCK_START.sub(r"\1\\\2", html.replace("|", "&#124;"))

    def plain(self, text: str) -> str:
        """The words alone, for a page's description."""
        tokens = self._page.parseInline(_one_line(text))[0].children or []
        return "".join(token.content for token in tokens)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def escape_markdown(text: object) -> str:
    """Escape text so that GitHub shows it as it is, on one line and in one table cell."""
    return _escape(_one_line(str(text)))


def _escape(text: str) -> str:
    return _ACTIVE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """A backslash where Markdown takes one; a reference where GitHub looks past backslashes."""
    sign = found[0]
    if sign == "@":
        return "<!-- -->@"
    return f"&#{ord(sign)};" if sign in "<>&|:." else f"\\{sign}"


def escape_attribute(text: object) -> str:
    """Escape text for a quoted attribute of HTML that stands in Markdown."""
    return str(escape(_one_line(str(text)))).replace("|", "&#124;")


def link_target(url: object) -> str:
    """Write an address as the target of a Markdown link, whatever brackets it holds."""
    return re.sub(r"[<>()\s|\\]", lambda sign: f"%{ord(sign[0]):02X}", str(url)).replace(
        "&", "&amp;"
    )
