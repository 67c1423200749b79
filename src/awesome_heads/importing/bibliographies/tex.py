"""TeX in a bibliography's values, as Unicode; what is no TeX, or cannot be set in it, stays."""

import re

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import LatexMacroNode

from awesome_heads.importing.bibliographies.decoding import one_line

_SPEAKS_TEX = re.compile(r"[\\{}$~]|``|''|---?")
# TeX reads a lone % as the start of a comment and a lone & as the edge of a table's cell; in a
# title they are always meant as they stand.
_LONE = re.compile(r"(?<!\\)((?:\\\\)*)([%&#])")
_HREF = re.compile(r"\\href\s*\{[^{}]*\}")
# A command whose argument is a text: where nobody knows the command, the text is kept.
_WITH_TEXT = re.compile(r"\\([A-Za-z]+)\s*(?=\{[^{}])")
_ADDRESS = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{([^{}]*)\}")
_SIGNS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textasciicircum": "^",
    "textquotesingle": "'",
    "textquotedbl": '"',
}


def _kept(node: LatexMacroNode) -> str:
    """A command that nobody knows, as it was typed."""
    return f"\\{node.macroname}{node.macro_post_space}"


def _converter() -> LatexNodes2Text:
    known = get_default_latex_context_db()
    signs = [MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    signs += [MacroTextSpec("url", "")]
    known.add_context_category("bibliographies", prepend=True, macros=signs)
    known.set_unknown_macro_spec(MacroTextSpec("", _kept))
    return LatexNodes2Text(known, math_mode="verbatim", keep_comments=True)


_TO_TEXT = _converter()


def decode_tex(text: str) -> str:
    """Turn accents and signs of TeX into the letters they stand for; formulas stay as they are.

    A command that is not known stays as it is, and so does a text that is no sound TeX.
    """
    if not _SPEAKS_TEX.search(text):
        return one_line(text)
    try:
        plain = _WITH_TEXT.sub(_without_unknown, _HREF.sub("", text))
        return one_line(_TO_TEXT.latex_to_text(_LONE.sub(r"\1\\\2", plain)))
    except Exception:  # noqa: BLE001 -- the library raises whatever its tables raise
        return one_line(text)


def _without_unknown(found: re.Match[str]) -> str:
    spec = _TO_TEXT.latex_context.get_macro_spec(found[1])
    return found[0] if spec.macroname else ""


def addresses_in(text: str) -> str:
    """A value in which commands for links have become the bare addresses, parted by blanks."""
    shown = _ADDRESS.sub(lambda found: f" {found[1]} ", text)
    return re.sub(r"\\([%&#_~$])(?:\{\})?", r"\1", shown)
