"""Text in ASCII alone: letters with accents as macros of TeX, or as escapes of JSON."""

import json
import re
import unicodedata
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexencode import UnicodeToLatexEncoder

# A letter with marks that Unicode has no single letter for, or any sign beyond ASCII.
_SIGN = re.compile("[^\\W\\d_][\u0300-\u036f]+|[^\x00-\x7f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_MARKS = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0328": "k",
    "\u0331": "b",
}
_ENCODER = UnicodeToLatexEncoder(
    non_ascii_only=True,
    replacement_latex_protection="braces-all",
    unknown_char_policy="keep",
    unknown_char_warning=False,
)
_DECODER = LatexNodes2Text(keep_comments=True)


def tex_ascii(text: str) -> str:
    r"""Write what stands beyond ASCII in a text of TeX as macros, such as `{\"o}`.

    A sign without a macro from which it could be read back stays as it is.
    """
    return _SIGN.sub(lambda sign: _macro(sign[0]), unicodedata.normalize("NFC", text))


def json_ascii(text: str) -> str:
    r"""Write what stands beyond ASCII in a text of JSON as escapes, such as `\u00f6`."""
    return _BEYOND_ASCII.sub(lambda sign: json.dumps(sign[0])[1:-1], text)


@lru_cache(maxsize=1 << 12)
def _macro(sign: str) -> str:
    """The first spelling from which the very sign comes back, or the sign itself."""
    spellings = (_accented(sign), _ENCODER.unicode_to_latex(sign))
    return next((each for each in spellings if each and _decoded(each) == sign), sign)


def _accented(sign: str) -> str:
    """A letter under its accents, the innermost first; empty where TeX lacks one of them."""
    letter, *marks = list(unicodedata.normalize("NFD", sign))
    written = letter if letter.isascii() else _ENCODER.unicode_to_latex(letter)
    if not marks or not written.isascii() or any(mark not in _MARKS for mark in marks):
        return ""
    for mark in marks:
        accent = _MARKS[mark]
        tight = len(written) == 1 and not accent.isalpha()
        written = f"\\{accent}{written}" if tight else f"\\{accent}{{{written}}}"
    return f"{{{written}}}"


def _decoded(tex: str) -> str:
    return unicodedata.normalize("NFC", _DECODER.latex_to_text(tex))
