"""What a badge of shields.io says, out of its address."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from awesome_heads.text import fold

_HOSTS = ("shields.io",)
_PATH = "/badge/"
_ENDING = re.compile(r"\.(?:svg|png|json)$", re.IGNORECASE)
_OF_BADGE = re.compile(r"\s+badge\s*$", re.IGNORECASE)
_HYPHEN, _UNDERSCORE = "\0", "\1"


class Badge(NamedTuple):
    """A badge's words.

    Attributes:
        label: What stands on its left, if anything.
        message: What stands on its right, or its only words.
        name: All of its words; as the picture's alternative text has them where that is the same.
    """

    label: str
    message: str
    name: str


def read_badge(address: str, alt: str) -> Badge | None:
    """Read a badge; None where the picture is another one, or counts something."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = parts.hostname or ""
    if not any(host == known or host.endswith(f".{known}") for known in _HOSTS):
        return None
    if parts.path.startswith("/static/"):
        asked = parse_qs(parts.query)
        words = [asked.get(name, [""])[0] for name in ("label", "message")]
    elif parts.path.startswith(_PATH):
        path = _ENDING.sub("", unquote(parts.path.removeprefix(_PATH)))
        # The last part is the colour.
        words = [_plain(part) for part in path.replace("--", _HYPHEN).split("-")[:-1]]
    else:
        return None
    return _badge([" ".join(word.split()) for word in words], alt)


def _plain(part: str) -> str:
    spaced = part.replace("__", _UNDERSCORE).replace("_", " ")
    return spaced.replace(_HYPHEN, "-").replace(_UNDERSCORE, "_")


def _badge(words: list[str], alt: str) -> Badge | None:
    if not any(words):
        return None
    name = "-".join(word for word in words if word)
    told = " ".join(_OF_BADGE.sub("", alt).split())
    # Many paths have `_` where a hyphen belongs, and the alternative text has the hyphen.
    if told and fold(told) == fold(name):
        name = told
    return Badge("-".join(words[:-1]), words[-1], name)
