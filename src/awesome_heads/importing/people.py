"""Authors' names in the forms in which people list them."""

import re

_OTHERS = re.compile(r"\bet\.? ?al\b\.?$|\bothers\.?$", re.IGNORECASE)
_AND = re.compile(r",? and | ?& ?", re.IGNORECASE)
_LONGEST_NAME = 100


def read_authors(text: str) -> tuple[str, ...] | None:
    """Full names in the order given; None where the text leaves some out or is no list of names.

    Names come one a line, or with commas, semicolons or `and` between them. Between semicolons
    `Family, Given` is turned round; nothing else is guessed.
    """
    lines = [" ".join(line.split()).lstrip("-*+\u2022 ") for line in text.split("\n")]
    names = [name for line in lines for name in _names(line)]
    if any(_OTHERS.search(line) for line in lines) or not all(map(_is_name, names)):
        return None
    return tuple(dict.fromkeys(names))


def _names(line: str) -> list[str]:
    if ";" in line:
        parts = [_turned(part) for part in line.split(";")]
    else:
        parts = [part for piece in _AND.split(line) for part in piece.split(",")]
    names = [name for part in parts if (name := " ".join(part.split()).strip("* "))]
    # A lone word beside a comma is a family name, a given name or a suffix: no telling which.
    return [""] if "," in line and any(" " not in name for name in names) else names


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME


def _turned(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma and "," not in given else name
