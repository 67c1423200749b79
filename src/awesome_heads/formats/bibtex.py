"""Papers as BibTeX entries, after https://www.bibtex.org/Format/ and arXiv's own fields.

Citations follow the published version of a preprint; the preprint stays named by `eprint`.
"""

import re
from collections.abc import Iterable, Mapping

from awesome_heads.formats.names import parse_name
from awesome_heads.identifiers import parse_url
from awesome_heads.library import Library
from awesome_heads.model import Paper, Term
from awesome_heads.text import slugify

_ACTIVE = re.compile(r"[&%$#_{}~^\\]")
_WRITTEN = {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:._+/-]")
_ACRONYM = re.compile(r"\b\w*(?:[A-Z]\w*[A-Z]|\d\w*[A-Z]|[A-Z]\w*\d)\w*\b")
_SKIPPED = frozenset({"a", "an", "the", "on", "of", "in", "for", "to", "how", "what", "do", "does"})
_ENTRIES = {
    "conference": ("inproceedings", "booktitle"),
    "workshop": ("inproceedings", "booktitle"),
    "journal": ("article", "journal"),
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def format_bibtex(papers: Iterable[Paper], library: Library) -> str:
    """Write entries for papers in their order, a blank line between them."""
    keys = citation_keys(library.papers)
    return "\n".join(_entry(paper, keys[paper.id], library) for paper in papers)


def citation_keys(papers: Iterable[Paper]) -> Mapping[str, str]:
    """A key for every paper, by id: first author, year, first telling word of the title.

    Keys that would be alike get a letter, the paper that joined first none, so that a paper of
    a later day never changes the key of one that is there; of one day, the ids decide.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    oldest_first = sorted(papers, key=lambda paper: (paper.added or paper.date, paper.id))
    for paper in sorted(oldest_first, key=lambda paper: paper.bibtex_key is None):
        key = base = _NOT_IN_KEY.sub("", paper.bibtex_key or "") or _key(paper)
        letters = iter("abcdefghijklmnopqrstuvwxyz")
        while key in taken:
            key = f"{base}{next(letters, paper.id)}"
        taken.add(key)
        keys[paper.id] = key
    return keys


def _key(paper: Paper) -> str:
    family = parse_name(paper.authors[0]).family if paper.authors else "anonymous"
    words = slugify(paper.title).split("-")
    telling = next((word for word in words if word not in _SKIPPED), "")
    return f"{slugify(family).replace('-', '')}{paper.date.year}{telling}"


def _entry(paper: Paper, key: str, library: Library) -> str:
    later = paper.published
    venue = library.vocabularies["venues"].by_name[later.venue if later else paper.venue]
    kind, place = _ENTRIES.get(venue.properties.get("kind", ""), ("misc", "howpublished"))
    fields = {
        "title": _title((later and later.title) or paper.title),
        "author": " and ".join(_name(author) for author in paper.authors),
        place: "" if venue.properties.get("kind") == "preprint" else _text(_full(venue)),
        **_when(paper),
        "pages": _text(re.sub("-+", "--", later.pages or "")) if later else "",
        "doi": _address((later.doi or "") if later else ""),
        "url": (later and later.url) or paper.links.paper[0],
        **_eprint(paper),
    }
    width = max(len(name) for name, value in fields.items() if value)
    lines = [
        f"  {name:<{width}} = {_value(name, value)}" for name, value in fields.items() if value
    ]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _value(name: str, value: str) -> str:
    return value if name == "month" else f"{{{value}}}"


def _full(venue: Term) -> str:
    return venue.properties.get("full_name", venue.name)


def _when(paper: Paper) -> dict[str, str]:
    later = paper.published
    year = later.date.year if later else paper.date.year
    month = later.date.month if later else paper.date.month
    return {"year": str(year), "month": _MONTHS[month - 1] if month else ""}


def _eprint(paper: Paper) -> dict[str, str]:
    found = (parse_url(url) for url in paper.links.paper)
    arxiv = next((each.value for each in found if each and each.scheme == "arxiv"), "")
    return {"eprint": arxiv, "archivePrefix": "arXiv" if arxiv else ""}


def _name(author: str) -> str:
    if " and " in author:
        return f"{{{_text(author)}}}"
    name = parse_name(author)
    parts = [name.family, name.suffix, name.given]
    return ", ".join(_text(part) for part in parts if part)


def _address(text: str) -> str:
    """A DOI or address; braces would end the field."""
    return text.replace("{", "%7B").replace("}", "%7D")


def _title(title: str) -> str:
    """The title, its acronyms and names in mixed case kept from being lower-cased."""
    pieces, done = [], 0
    for found in _ACRONYM.finditer(title):
        pieces += [_text(title[done : found.start()]), f"{{{_text(found[0])}}}"]
        done = found.end()
    return "".join(pieces) + _text(title[done:])


def _text(text: str) -> str:
    """Text as BibTeX sets it; braces that do not match would close the field too early."""
    written = _WRITTEN if _is_balanced(text) else _WRITTEN | _LONE_BRACES
    return _ACTIVE.sub(lambda sign: written.get(sign[0], f"\\{sign[0]}"), text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0
