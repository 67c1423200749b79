"""A vocabulary's terms, found in texts that others wrote."""

import re
from collections.abc import Iterator

from awesome_heads.model import Term, Vocabulary
from awesome_heads.text import fold

FULL_NAME = "full_name"

_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_NUMBER = re.compile(
    r"\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|\w+teenth|(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth)"
)
_FILLER = frozenset(
    re.findall(
        r"\w+",
        """a accepted an and annual appear appeared as at by camera conf conference for in inc
        international long main of on oral paper papers poster presented proc proceedings
        published ready short spotlight the to track version vol volume""",
    )
)
# Where one of these stands, the paper appeared beside the event whose name stands there too.
_BESIDE = frozenset(
    re.findall(r"\w+", "companion demonstrations findings student tutorial workshop workshops")
)
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_LONG_NAME = 3


def find_terms(text: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Terms whose name or alias, in the singular or the plural, stands in a text.

    In the order in which the text has them; of names inside each other the longest counts.
    """
    rest = fold(text)
    found: dict[str, tuple[int, Term]] = {}
    names = ((fold(name), term) for name, term in vocabulary.by_name.items())
    for name, term in sorted(names, key=lambda pair: (-len(pair[0]), pair[0])):
        if not name:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)")
        for place in pattern.finditer(rest):
            first = min(place.start(), found.get(term.name, (place.start(), term))[0])
            found[term.name] = (first, term)
        rest = pattern.sub(lambda place: "\0" * len(place[0]), rest)
    return tuple(term for _, term in sorted(found.values(), key=lambda pair: pair[0]))


def match_venue(text: str, venues: Vocabulary) -> Term | None:
    """The venue that a service or an author means; None where that is not sure.

    Sure is a text that is a name, alias or full name but for the year and words such as
    "Proceedings of the"; one that has a full name in it; and one with a name in parentheses. A
    workshop at a conference is not that conference.
    """
    words = _words(text)
    if not words:
        return None
    folded = f" {' '.join(_split(text))} "
    bracketed = [_words(inner) for inner in _PARENTHESES.findall(text)]
    best: tuple[int, Term] | None = None
    for name, term in _names(venues):
        spelled, own = _split(name), _words(name)
        inside = len(spelled) >= _LONG_NAME and f" {' '.join(spelled)} " in folded
        sure = bool(own) and (own == words or inside or own in bracketed)
        if sure and _is_beside(folded.split()) <= _is_beside(spelled):
            best = max(best or (0, term), (len(spelled), term), key=lambda pair: pair[0])
    return best[1] if best else None


def find_venue(comment: str, venues: Vocabulary) -> tuple[Term, str] | None:
    """The venue and the year that authors say took their paper, in a remark such as arXiv's.

    Only a clause that says nothing else counts: `Accepted to EMNLP 2024 main`.
    """
    for clause in re.split(r"[;,]|\.(?!\w)|\n", comment):
        year = _YEAR.search(clause)
        term = match_venue(clause, venues) if year else None
        if year and term:
            return term, year[0]
    return None


def _names(venues: Vocabulary) -> Iterator[tuple[str, Term]]:
    for term in venues.terms:
        full = term.properties.get(FULL_NAME)
        for name in (term.name, *term.aliases, *([full] if full else [])):
            yield name, term


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", fold(_YEAR.sub(" ", text)))


def _words(text: str) -> frozenset[str]:
    """The words that tell one venue from another."""
    told = (word for word in _split(text) if not _NUMBER.fullmatch(word))
    return frozenset(told) - _FILLER


def _is_beside(words: list[str]) -> frozenset[str]:
    return frozenset(words) & _BESIDE
