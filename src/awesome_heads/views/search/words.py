"""Text taken apart into the words that are searched; static/words.js does the same to a query."""

import re
from unicodedata import category, normalize

from awesome_heads.text import UNSPACED

_WORDS = re.compile(r"[^\W_]+")
_PLAIN_WORDS = re.compile(r"[a-z0-9]+")
# Lower-cased alone or within a word, the same letter comes out in two forms.
_FINAL_SIGMA = ("\u03c2", "\u03c3")
# The target of a link in inline Markdown is nothing that a reader sees.
_TARGETS = re.compile(r"\]\([^)]*\)")


def words_of(text: str) -> list[str]:
    """The words of a text in order, without case, accents, hyphens and other signs.

    Of a run in a script without blanks there is every pair of signs, and the last sign, so that
    any part of the run is found.
    """
    if text.isascii():
        return _PLAIN_WORDS.findall(text.lower())
    plain = "".join(sign for sign in normalize("NFKD", text) if category(sign)[0] != "M")
    # Both ways, because some letters have an equal only among capitals, as the German ß has.
    words = _WORDS.findall(plain.upper().lower().replace(*_FINAL_SIGMA))
    return [part for word in words for part in _parts(word)]


def words_of_markdown(text: str) -> list[str]:
    """The words of inline Markdown that are shown."""
    return words_of(_TARGETS.sub("]", text) if "](" in text else text)


def _parts(word: str) -> list[str]:
    if word.isascii() or not UNSPACED.search(word):
        return [word]
    parts = []
    for piece in UNSPACED.split(word):
        unspaced = UNSPACED.fullmatch(piece)
        parts += [piece[at : at + 2] for at in range(len(piece))] if unspaced else [piece]
    return [part for part in parts if part]


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script without blanks."""
    return UNSPACED.match(word) is not None
