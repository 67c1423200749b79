"""Titles, names and addresses as TeX, and the entries that BibTeX and biblatex read."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from awesome_heads.formats.names import Name

_ACTIVE = re.compile(r"[&%$#_{}~^\\]")
_WRITTEN = {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
# A word with a capital that is not its first letter, or with a capital and a digit.
_ACRONYM = re.compile(r"\b(?:\w+[A-Z]|[A-Z]\w*\d)\w*\b")
# What BibTeX reads in a list of names, and words of nothing but signs to escape, which bibtexparser
# loses in front of an `and`; both look outside of braces alone.
_READ_IN_NAMES = re.compile(r",|(?:^|\s)(?:and|others|[&%$#_{}~^\\]+)(?=\s|$)", re.IGNORECASE)
_LOWER_CASE_WORD = re.compile(r"(?:^|\s)[^\W\d_A-Z]\w*\s")
# Letters outside ASCII; nothing but addresses holds them where no macro can stand.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def format_fields(kind: str, key: str, fields: Mapping[str, str], bare: str = "") -> str:
    """Write an entry, a field a line, with a line end.

    Args:
        kind: The type of entry.
        key: What it is cited by.
        fields: The fields as TeX; empty ones are left out.
        bare: The field whose value is a macro, and stands without braces.
    """
    width = max(len(name) for name, value in fields.items() if value)
    lines = [
        f"  {name:<{width}} = {value if name == bare else f'{{{value}}}'}"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def tex_names(names: Iterable[Name]) -> str:
    """A list of names."""
    return " and ".join(map(_name, names))


def tex_pages(pages: str) -> str:
    """Pages with the dash that TeX sets between two numbers."""
    return tex_text(pages.replace("-", "--"))


def tex_address(text: str) -> str:
    """A DOI or address; braces would end the field, and letters beyond ASCII are no address yet."""
    coded = _BEYOND_ASCII.sub(lambda letters: quote(letters[0]), text)
    return coded.replace("{", "%7B").replace("}", "%7D")


def tex_title(title: str) -> str:
    """A title, its acronyms and names in mixed case kept from being lower-cased."""
    pieces, done = [], 0
    for found in _ACRONYM.finditer(title):
        pieces += [tex_text(title[done : found.start()]), f"{{{tex_text(found[0])}}}"]
        done = found.end()
    return "".join(pieces) + tex_text(title[done:])


def tex_text(text: str) -> str:
    """Text as BibTeX sets it; braces that do not match would close the field too early."""
    written = _WRITTEN if _is_balanced(text) else _WRITTEN | _LONE_BRACES
    return _ACTIVE.sub(lambda sign: written.get(sign[0], f"\\{sign[0]}"), text)


def _name(name: Name) -> str:
    """A name as BibTeX reads it without guessing: family, suffix, given."""
    if name.literal:
        whole = " " in name.literal or _READ_IN_NAMES.search(name.literal)
        return _whole(name.literal) if whole else tex_text(name.literal)
    if not name.given:
        return _whole(f"{name.surname} {name.suffix}".strip())
    # A small letter further on would make a particle of all that stands before it.
    inside = _LOWER_CASE_WORD.search(name.family)
    family = _whole(name.family) if inside else _part(name.family)
    led = f"{tex_text(name.particle)} {family}".strip()
    return ", ".join(part for part in (led, _part(name.suffix), _part(name.given)) if part)


def _part(text: str) -> str:
    return _whole(text) if _READ_IN_NAMES.search(text) else tex_text(text)


def _whole(text: str) -> str:
    return f"{{{tex_text(text)}}}"


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
