"""Plain text made safe for Markdown, for HTML inside Markdown, and for link targets."""

import re
from html import escape

_ACTIVE = re.compile(r"[\\`*_\[\]<>|~$&@#]|:(?=//|[a-z0-9_+-]+:)|(?<=www)\.", re.IGNORECASE)

# A sign of mail and names, apart from what stands before it.
_APART = "<!-- -->@"


def one_line(text: str) -> str:
    """Fold every run of white space into one blank."""
    return " ".join(text.split())


def escape_sections(html: str) -> str:
    """HTML whose marked sections, such as `<![CDATA[`, are text: Python's parser fails on some."""
    return html.replace("<![", "&lt;![")


def escape_markdown(text: object) -> str:
    """Escape text so that GitHub shows it as it is, on one line and in one table cell."""
    return escape_words(one_line(str(text)))


def escape_link_text(text: object) -> str:
    """The same for the text of a link, in which GitHub looks for nobody's name."""
    return escape_markdown(text).replace(_APART, "@")


def escape_words(text: str) -> str:
    """The same for a piece of a line, its white space left as it is."""
    return _ACTIVE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """A backslash where Markdown takes one; a reference where GitHub looks past backslashes."""
    sign = found[0]
    if sign == "@":
        return _APART
    return f"&#{ord(sign)};" if sign in "<>&|:." else f"\\{sign}"


def escape_attribute(text: object) -> str:
    """Escape text for a quoted attribute of HTML that stands in Markdown."""
    return escape(one_line(str(text))).replace("|", "&#124;")


def link_target(url: object) -> str:
    """Write an address as the target of a Markdown link, whatever brackets it holds."""
    plain = re.sub(r"[<>()\s|\\]", lambda sign: f"%{ord(sign[0]):02X}", str(url))
    return plain.replace("&", "&amp;")
