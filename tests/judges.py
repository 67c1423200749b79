"""Independent judges of what is rendered: GitHub's Markdown and sanitiser, and an HTML parser."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import cmarkgfm
import html5lib
import nh3

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "blockquote", "pre", "hr", "br", "wbr"),
    *("ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("a", "img", "picture", "source", "code", "kbd", "samp", "var", "tt", "q", "cite", "abbr"),
    *("b", "strong", "i", "em", "s", "strike", "del", "ins", "sub", "sup", "mark", "small"),
    *("dfn", "span", "time", "ruby", "rt", "rp"),
}
_ANYWHERE = {
    *("id", "name", "title", "alt", "abbr", "lang", "dir", "align", "valign", "width", "height"),
    *("border", "hspace", "vspace", "colspan", "rowspan", "start", "type", "open"),
}
_ATTRIBUTES = {
    "*": _ANYWHERE,
    "a": {"href"},
    "blockquote": {"cite"},
    "del": {"cite"},
    "img": {"src", "longdesc", "loading"},
    "ins": {"cite"},
    "q": {"cite"},
    "source": {"srcset", "media"},
}
PREFIX = "user-content-"


def github_markdown(text: str) -> str:
    """Text as GitHub-flavoured Markdown makes HTML of it, before anything is stripped."""
    unsafe = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    return str(cmarkgfm.github_flavored_markdown_to_html(text, unsafe))


def on_github(text: str) -> str:
    """A README as GitHub shows it: sanitised, with its anchors prefixed."""
    return nh3.clean(
        github_markdown(text),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        attribute_filter=lambda _, name, value: (
            f"{PREFIX}{value}" if name in {"id", "name"} else value
        ),
    )


def parse(html: str) -> Element:
    """A page or a part of one, as a browser understands it."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def folded(text: str) -> str:
    """Text with its white space folded, as a browser shows it."""
    return " ".join(text.split())


def text_of(element: Element) -> str:
    """All text of an element, folded; comments are none."""
    return folded("".join(_texts(element)))


def _texts(element: Element) -> Iterator[str]:
    if isinstance(element.tag, str):
        yield element.text or ""
        for inner in element:
            yield from _texts(inner)
            yield inner.tail or ""


def elements(root: Element) -> Iterator[Element]:
    """Every element; comments are none."""
    return (each for each in root.iter() if isinstance(each.tag, str))
