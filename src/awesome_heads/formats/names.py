"""Personal names taken apart, as citation formats need them."""

import re
from functools import lru_cache
from typing import NamedTuple

_PARTICLES = frozenset(
    {
        *("af", "al", "ap", "ben", "bin", "d", "da", "dal", "dalla", "das", "de", "dei", "del"),
        *("della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten"),
        *("ter", "van", "vom", "von", "zu", "zum", "zur"),
    }
)
_BETWEEN = frozenset({"y", "e", "i"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Words that end the name of a body, or stand in it before `of`, and that no person is called.
_BODY = (
    "association|authors|center|centre|collaboration|committee|community|consortium|contributors|"
    "corporation|council|department|foundation|group|inc|initiative|institute|laboratory|labs|"
    "network|organisation|organization|project|research|society|team|university|workshop"
)
_COLLECTIVE = re.compile(
    rf".*\s(?:(?i:{_BODY})\.?|AI)$|(?:.*\s)?(?i:{_BODY})\s(?:at|for|of)\s|.*\s(?i:and|&)\s"
)
# Letters of Chinese, Japanese and Korean, in which the family name stands first.
_FAMILY_FIRST = re.compile(
    r"[\s\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_FULL_NAME = 2


class Name(NamedTuple):
    """A name: either `literal` alone, or a family name and what goes with it.

    Attributes:
        family: Family name without its particle.
        given: Given names and initials.
        suffix: What follows the name, such as `Jr.`.
        particle: What leads the family name, such as `van der`.
        literal: The name of a body, or one that cannot be taken apart.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    particle: str = ""
    literal: str = ""

    @property
    def surname(self) -> str:
        """What the name is sorted by: the family name with its particle, or all there is."""
        return self.literal or f"{self.particle} {self.family}".strip()


@lru_cache(maxsize=1 << 16)
def parse_name(text: str) -> Name:
    """Take a name apart.

    The given name stands first, unless a comma follows the family name or the name is written in
    Chinese, Japanese or Korean letters. Lower-case particles such as `van der` lead the family
    name, and so does all that follows them. Bodies, and names of one word, stay whole.
    """
    plain = " ".join(text.split())
    parts = [part for each in plain.split(",") if (part := each.strip())]
    last = parts.pop() if len(parts) > 1 and parts[-1].lower() in _SUFFIXES else ""
    if not parts or _COLLECTIVE.match(plain) or len(parts) > _FULL_NAME:
        return Name(literal=plain)
    if len(parts) == _FULL_NAME:
        return _led(parts[0].split(), parts[1], last)
    words = parts[0].split()
    if len(words) > 1 and not last and words[-1].lower() in _SUFFIXES:
        last = words.pop()
    if len(words) + bool(last) < _FULL_NAME:
        return Name(literal=" ".join(words))
    if len(words) > 1 and _FAMILY_FIRST.fullmatch(plain):
        return Name(words[0], " ".join(words[1:]))
    start = _family_starts(words)
    return _led(words[start:], " ".join(words[:start]), last)


def _family_starts(words: list[str]) -> int:
    """Where among words the family name begins, given names before it."""
    last = len(words) - 1
    for place in range(1, last):
        if words[place] in _PARTICLES:
            return place
        if words[place] in _BETWEEN and place > 1:
            return place - 1
    return last


def _led(words: list[str], given: str, suffix: str) -> Name:
    """A name whose family name, with its particle, is these words."""
    start = 0
    while start < len(words) - 1 and words[start] in _PARTICLES:
        start += 1
    return Name(" ".join(words[start:]), given, suffix, " ".join(words[:start]))
