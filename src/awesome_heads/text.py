"""Small conversions of plain text, free of any format."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from difflib import get_close_matches

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
# Scripts that set no blanks between words: Han and Kana.
_SIGNS = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_THEIR_STOPS = "\u3001\u3002\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20"
UNSPACED = re.compile(f"([{_SIGNS}]+)")
_BLANK_BETWEEN = re.compile(f"(?<=[{_SIGNS}{_THEIR_STOPS}]) (?=[{_SIGNS}{_THEIR_STOPS}])")


def slugify(text: str, longest: int = 80) -> str:
    """Turn a title or name into a lower-case kebab slug of ASCII letters and digits.

    Other scripts are transliterated, everything else becomes a hyphen, and the result is cut
    between words so that it is at most `longest` characters. Text without any letter or digit
    gives an empty slug.
    """
    plain = text if text.isascii() else _transliterated(text)
    words = _NOT_IN_SLUG.sub("-", plain.lower().replace("'", "")).strip("-")
    if len(words) <= longest:
        return words
    cut = words[: longest + 1].rpartition("-")[0]
    return cut or words[:longest]


def _transliterated(text: str) -> str:
    # Imported only where a text needs it: most commands never come here.
    from anyascii import anyascii  # noqa: PLC0415

    return anyascii(text)


def fold(text: str) -> str:
    """Fold case, accents, hyphens, underscores and white space, for comparing names."""
    kept = text.casefold()
    if not kept.isascii():
        plain = unicodedata.normalize("NFKD", kept)
        kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\s_\-\u2010-\u2015\u2212]+", " ", kept).split())


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word`, or None where none is close."""
    by_fold: dict[str, str] = {}
    for name in known:
        by_fold.setdefault(fold(name), name)
    close = get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: `1 paper`, `1,204 papers`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def sentence_list(words: Collection[str]) -> str:
    """Join words as a sentence does: `a`, `a and b`, `a, b and c`."""
    *head, last = words
    return f"{', '.join(head)} and {last}" if head else last


def printable(text: str) -> str:
    """The text on one line, what cannot be printed written as an escape."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def close_up(text: str) -> str:
    """The text without the blanks that stand between signs of a script which sets none."""
    return _BLANK_BETWEEN.sub("", text)


def words_in(text: str) -> int:
    """Count the words of a text, white space between them."""
    return len(text.split())
