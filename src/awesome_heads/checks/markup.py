"""Signs in a text that readers should not see: where they stand, and what to type instead."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt


class Sign(NamedTuple):
    """Characters of a text that are wrong, with what is said of them."""

    start: int
    end: int
    message: str
    hint: str


_ELEMENTS = (
    "a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|"
    "ins|kbd|li|ol|p|pre|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|"
    "tr|tt|u|ul"
)
_HTML = re.compile(
    rf"</?(?:{_ELEMENTS})(?:\s[^<>]*)?/?>|<!--|&(?:[a-z]+\d*|#\d+|#x[0-9a-f]+);", re.IGNORECASE
)
_CODE = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "text_join"])
# Stands for what Markdown understood: marks of emphasis, code, links, signs after a backslash.
_DONE = "\ufffc"
# `A*` and `a * b` are signs of their own; so are marks between letters, as in `2*3` and `a_b`.
_STRAY = re.compile(
    rf"""
      (?<![^\s("']) \*+ (?=[\w{_DONE}])
    | (?<=[^\s*]) \*\*+ (?=[\s.,;:!?)]|$)
    | (?<={_DONE}) \*+
    | (?<!\*) \*+ (?={_DONE})
    | (?<![^\s("'{_DONE}]) _+ (?=[\w{_DONE}])
    | (?<=[^\W_]|{_DONE}) _+ (?=[\s.,;:!?)]|$)
    | `+
    """,
    re.VERBOSE,
)
# What certainly is code or emphasis; without one of the marks in the rest, nothing is stray.
_SIMPLE = re.compile(
    r"(?<![`\\])`[^`\n\\]+`(?!`)"
    r"|(?<![*\w\\])(\*\*?)[a-z0-9]+(?: [a-z0-9]+)*\1(?![*\w])"
)
_MARKS = re.compile(r"[*_`\[\]]")
_BROKEN_LINK = re.compile(r"\[[^\[\]]*(?:\]\s?)?\((?=https?:)|\w\]\((?=https?:)|\]\(")

_TEX_QUOTES = re.compile(r"``(?!`)[^`']+''")
_TEX = re.compile(
    rf"""
      {_TEX_QUOTES.pattern}
    | (?<![\\\w]) \$ (?=[^\s$]) (?= \S{{1,20}}?\$ | [^$]*[\\^_{{}}]) [^$]+ (?<!\s) \$ (?!\d)
    | \{{? \\["'`^~=.cuvHk] \s? \{{ \w+ \}} \}}?
    | \{{ \\["'`^~=.] \w+ \}}
    | \\ ["'^~=] [a-zA-Z]
    | \\ [a-zA-Z]{{2,}} (?: \{{[^{{}}]*\}} )?
    | (?<=\w) ~ (?=\w)
    """,
    re.VERBOSE,
)
# Every pattern of TeX holds one of these.
_TEX_SIGNS = re.compile(r"[`$\\{~]")
_TEX_BRACES = re.compile(r"\{[A-Z][\w-]*\}")

_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b", "'") | dict.fromkeys(
    "\u201c\u201d\u201e\u201f", '"'
)
_CURLY = re.compile(f"[{''.join(_QUOTES)}]")
_BLANKS = re.compile(r"\A[^\S\n]+|[^\S\n]+\Z|[^\S\n]{2,}|[^\S\n ]")

_VISIBLE_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2]")
_EMPTY_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
_JOINERS = "\u200c\u200d"


def html_in(text: str) -> Iterator[Sign]:
    """Tags, comments and character references of HTML, outside of code."""
    if "<" not in text and "&" not in text:
        return
    for found in _HTML.finditer(_without_code(text)):
        meant = html.unescape(found[0])
        if found[0][0] == "<":
            hint = "delete it; in a summary `**bold**`, `*italic*` and backticks set text off"
            yield Sign(*found.span(), f"`{found[0]}` is HTML", hint)
        elif meant != found[0]:
            shown = f"`{meant}`" if meant.isprintable() and meant.strip() else "a blank"
            yield Sign(*found.span(), f"`{found[0]}` is HTML", f"write {shown}")


def stray_marks_in(text: str) -> Iterator[Sign]:
    """The first mark of Markdown that lacks its partner."""
    if not _MARKS.search(_SIMPLE.sub("", text)):
        return
    tokens = _MARKDOWN.parseInline(text)[0].children or []
    rest = "".join(each.content if each.type == "text" else _DONE for each in tokens)
    rest = _TEX_QUOTES.sub(lambda quoted: "\0" * len(quoted[0]), rest)
    mark, link = _STRAY.search(rest), _BROKEN_LINK.search(rest)
    if mark is not None and "`" in mark[0]:
        hint = "add its partner, or delete it"
        yield Sign(*_place(text, rest, mark), "a backtick has no partner", hint)
    elif mark is not None:
        hint = f"add its partner, or write `{''.join(chr(92) + sign for sign in mark[0])}`"
        yield Sign(*_place(text, rest, mark), f"`{mark[0]}` has no partner", hint)
    elif link is not None:
        message = "the brackets of a link do not match"
        yield Sign(*_place(text, rest, link), message, "write `[text](address)`")


def _place(text: str, rest: str, found: re.Match[str]) -> tuple[int, int]:
    """Where a mark found in the text's remains stands in the text; all of it where unsure."""
    before = re.split(f"[{_DONE}\0]", rest[: found.start()])[-1]
    after = re.split(f"[{_DONE}\0]", rest[found.end() :])[0]
    start = text.find(before + found[0] + after)
    if start < 0:
        return 0, len(text)
    start += len(before)
    return start, start + len(found[0])


def tex_in(text: str, *, plain: bool) -> Iterator[Sign]:
    """Commands, formulas, accents and quotes of TeX, outside of code."""
    if not _TEX_SIGNS.search(text if plain else _SIMPLE.sub("", text)):
        return
    prose = text if plain else _without_code(text)
    places = {found.span(): found[0] for found in _TEX.finditer(prose)}
    if plain:
        places |= {found.span(): found[0] for found in _TEX_BRACES.finditer(prose)}
    for (start, end), sign in sorted(places.items()):
        shown = f'"{sign}"' if "`" in sign else f"`{sign}`"
        yield Sign(start, end, f"{shown} is TeX", "write it as readers should see it")


def _without_code(text: str) -> str:
    """The text with its code blanked out."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def typography_in(text: str, *, plain: bool) -> Iterator[Sign]:
    """Curly quotes, where the text is Markdown, and blanks that are doubled, odd or outermost."""
    if text.isascii() and text.isprintable() and "  " not in text and text == text.strip():
        return
    for found in _CURLY.finditer("" if plain else text):
        hint = f"write the straight `{_QUOTES[found[0]]}`"
        yield Sign(*found.span(), f"`{found[0]}` is a curly quotation mark", hint)
    for found in _BLANKS.finditer(text):
        if found.start() == 0 or found.end() == len(text):
            said = "the text begins with a blank", "the text ends with a blank"
            yield Sign(*found.span(), said[found.start() > 0], "delete it")
        elif len(found[0]) > 1:
            yield Sign(*found.span(), f"{len(found[0])} blanks in a row", "write one")
        else:
            name = unicodedata.name(found[0], "tab").lower()
            yield Sign(*found.span(), f"a {name} between words", "write a plain blank")


def with_plain_signs(text: str, *, plain: bool) -> str:
    """The text as `typography_in` wants it."""
    if not plain:
        text = "".join(_QUOTES.get(sign, sign) for sign in text)
    return re.sub(r"[^\S\n]+", " ", text).strip()


def invisible_in(text: str) -> Iterator[Sign]:
    """Characters that nobody sees, apart from blanks."""
    if text.isascii() and text.isprintable():
        return
    for place, sign in enumerate(text):
        if _is_invisible(text, place):
            name = unicodedata.name(sign, "control character").lower()
            message = f"the invisible character U+{ord(sign):04X} ({name})"
            yield Sign(place, place + 1, message, "delete it")


def without_invisible(text: str) -> str:
    """The text as `invisible_in` wants it."""
    return "".join(sign for place, sign in enumerate(text) if not _is_invisible(text, place))


def _is_invisible(text: str, place: int) -> bool:
    sign = text[place]
    if sign in _JOINERS and 0 < place < len(text) - 1:
        # Persian and Indic words, and emoji made of several, need their joiners.
        neighbours = text[place - 1] + text[place + 1]
        return any(
            unicodedata.category(each) not in {"Lo", "Mc", "Mn", "So"} for each in neighbours
        )
    if sign.isspace() or _VISIBLE_FORMATS.match(sign):
        return False
    return unicodedata.category(sign) in {"Cc", "Cf"} or bool(_EMPTY_LETTERS.match(sign))
