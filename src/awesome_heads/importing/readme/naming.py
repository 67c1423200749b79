"""Whether words are people's names."""

import re

_BY = re.compile(r"^(?:by|authors?:)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r",| and | & ")
_AROUND = ' \t\n,.;:|*_"-'
_MOST_WORDS = 6
# Words of praise and of kind that lists put beside a title.
_NO_NAME = frozenset(
    {"award", "best", "blog", "highlight", "must", "new", "oral", "outstanding", "page", "paper"}
    | {"poster", "project", "read", "spotlight", "survey", "tutorial", "video", "workshop"}
)


def without_by(text: str) -> str:
    """A text without the word that says that authors follow."""
    return _BY.sub("", text)


def are_names(text: str) -> bool:
    """Whether every item of a list may be a person's name."""
    return all(map(may_be_name, _BETWEEN.split(text)))


def may_be_name(text: str) -> bool:
    """Whether a text may be a person's name; `et al.` counts, being told as names that lack."""
    words = without_by(text.strip(_AROUND)).split()
    if (
        not words
        or len(words) > _MOST_WORDS
        or any(sign.isdigit() or sign in ":?!=<>" for sign in text)
    ):
        return False
    if any(word.casefold() in _NO_NAME for word in words):
        return False
    # Particles are small, but neither the first nor the last word of a name is.
    cut_short = words[-1].strip(".") in {"al", "others"}
    return not words[0][0].islower() and (cut_short or not words[-1][0].islower())


def are_full_names(text: str) -> bool:
    """Whether a text is a list of at least two names of two words or more each."""
    names = [each.split() for each in _BETWEEN.split(text) if each.strip()]
    several = len(names) > 1 and all(1 < len(name) <= 4 for name in names)  # noqa: PLR2004 -- words
    capital = all(word[0].isupper() for name in names for word in name)
    return several and capital and are_names(text)
