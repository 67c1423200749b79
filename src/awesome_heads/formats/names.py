"""Personal names taken apart, as citation formats need them."""

from typing import NamedTuple

_PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "ben",
        "bin",
        "d",
        "da",
        "dal",
        "dalla",
        "das",
        "de",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
    ]
)
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


class Name(NamedTuple):
    """A name; `given` and `suffix` may be empty."""

    family: str
    given: str
    suffix: str


def parse_name(text: str) -> Name:
    """Take a name apart that is written given name first.

    Particles such as `van der` belong to the family name; a name of one word is a family name.
    """
    words = text.replace(",", " ").split()
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in _SUFFIXES else ""
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)
