"""TeX in titles and names, as Unicode."""

import re

from pylatexenc.latex2text import LatexNodes2Text

from awesome_heads.providers.metadata import one_line

_SPEAKS_TEX = re.compile(r"[\\{}$~]|``|''|---?")
# TeX reads a lone % as the start of a comment and a lone & as the edge of a table's cell; in a
# title they are always meant as they stand.
_LONE = re.compile(r"(?<!\\)([%&#])")
_TO_TEXT = LatexNodes2Text(math_mode="verbatim", keep_comments=True)


def decode_tex(text: str) -> str:
    """Turn accents and signs of TeX into the letters they stand for; formulas stay as they are.

    Text without TeX is left alone, and of an unknown command what it holds is kept.
    """
    if not _SPEAKS_TEX.search(text):
        return one_line(text)
    return one_line(_TO_TEXT.latex_to_text(_LONE.sub(r"\\\1", text)))
