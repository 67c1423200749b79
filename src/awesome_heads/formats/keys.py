"""Citation keys: short, unique within a list, and the same for as long as the list lives."""

import re
from collections.abc import Iterable, Mapping

from awesome_heads.formats.names import parse_name
from awesome_heads.model import Paper
from awesome_heads.text import slugify

_NOT_IN_KEY = re.compile(r"[^A-Za-z0-9:._+/-]")
_SKIPPED = frozenset({"a", "an", "the", "on", "of", "in", "for", "to", "how", "what", "do", "does"})


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
    name = parse_name(paper.authors[0]) if paper.authors else None
    who = "anonymous" if name is None else slugify(name.surname)
    if name is not None and name.literal:
        who = _telling(who)
    return f"{who.replace('-', '')}{paper.date.year}{_telling(slugify(paper.title))}"


def _telling(slug: str) -> str:
    """The first word that is not one of those that titles begin with."""
    return next((word for word in slug.split("-") if word not in _SKIPPED), "")
