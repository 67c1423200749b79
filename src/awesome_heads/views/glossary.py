"""Terms that pages explain where they first use them: of vocabularies that no record names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from awesome_heads.model import Term, Vocabulary

_LEFT, _RIGHT = r"(?<!\w)", r"(?!\w)"


class Entry(NamedTuple):
    """A term with where it is explained.

    Attributes:
        name: The term's own name.
        target: Its page and fragment, from the top of the site.
        names: Every name by which a text may call it.
        short: Those of the names that abbreviate.
        long: What they stand for; empty where the term is no abbreviation.
    """

    name: str
    target: str
    names: tuple[str, ...]
    short: frozenset[str]
    long: str


class Mention(NamedTuple):
    """A stretch of a text that names a term; `title` says what an abbreviation stands for."""

    start: int
    end: int
    href: str
    title: str


@dataclass(frozen=True)
class Glossary:
    """Every explained term, found in a text by one expression."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, vocabularies: Iterable[tuple[Vocabulary, str]]) -> "Glossary":
        """Take the terms of vocabularies that records do not name, each with its page."""
        return cls(
            tuple(
                _entry(term, page)
                for vocabulary, page in vocabularies
                if not vocabulary.on_records
                for term in vocabulary.terms
            )
        )

    def reader(self, root: str) -> "Reader":
        """Somebody who reads one page from its top and wants each term explained once."""
        return Reader(self, root)

    @cached_property
    def by_name(self) -> Mapping[str, Entry]:
        """Entries by name, words in lower case; the first one wins."""
        found: dict[str, Entry] = {}
        for entry in self.entries:
            for name in entry.names:
                found.setdefault(_key(name) if _is_exact(name) else _key(name).casefold(), entry)
        return found

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What finds any name as whole words, the longest first; None where there is none."""
        names = sorted({name for entry in self.entries for name in entry.names}, key=_longest_first)
        exact = "|".join(_as_written(name) for name in names if _is_exact(name))
        words = "|".join(_as_words(name) for name in names if not _is_exact(name))
        parts = [part for part in (words and f"(?ai:{words})", exact) if part]
        return re.compile(f"{_LEFT}(?:{'|'.join(parts)}){_RIGHT}") if parts else None

    def entry_for(self, text: str) -> Entry:
        """The entry that a match of the pattern names."""
        said = _key(text)
        for form in (said, said.removesuffix("s"), re.sub(r"(?i)ies$", "y", said)):
            entry = self.by_name.get(form) or self.by_name.get(form.casefold())
            if entry:
                return entry
        raise KeyError(text)


@dataclass
class Reader:
    """What a page has explained so far.

    One is made for each rendering of a page and handed to everything that the page explains.
    """

    glossary: Glossary
    root: str
    seen: set[str] = field(default_factory=set)

    def mentions(self, text: str, own: str = "") -> Iterator[Mention]:
        """First mentions of terms in a text, in order; the entry called `own` is passed over."""
        pattern = self.glossary.pattern
        for match in pattern.finditer(text) if pattern else ():
            entry = self.glossary.entry_for(match[0])
            if entry.name == own or entry.name in self.seen:
                continue
            self.seen.add(entry.name)
            is_short = {match[0], match[0].removesuffix("s")} & entry.short
            title = entry.long if is_short else ""
            yield Mention(match.start(), match.end(), self.root + entry.target, title)


def _entry(term: Term, page: str) -> Entry:
    names = (term.name, *term.aliases)
    short = tuple(name for name in names if _is_acronym(name))
    return Entry(
        name=term.name,
        target=f"{page}#term-{term.slug}",
        names=names,
        short=frozenset(short),
        long=_expansion(short[0], names) if short else "",
    )


def _is_acronym(name: str) -> bool:
    """Whether a name is capitals alone, perhaps with digits and hyphens."""
    return bool(re.fullmatch(r"[A-Z0-9-]*[A-Z][A-Z0-9-]*[A-Z0-9]", name))


def _is_exact(name: str) -> bool:
    """Whether case matters: acronyms, signs in brackets, a single letter."""
    return name.upper() == name


def _expansion(short: str, names: Iterable[str]) -> str:
    """What an acronym stands for: the name with its initials, else any that is no acronym."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    long = [name for name in names if not _is_acronym(name) and f"({short})" not in name]
    fitting = [name for name in long if _initials(name) == letters]
    return (fitting or long or [""])[0]


def _initials(name: str) -> list[str]:
    return [word[0] for word in re.findall(r"\w+", name.casefold())]


def _key(name: str) -> str:
    return " ".join(name.split())


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _as_written(name: str) -> str:
    plural = "s?" if name[-1].isalnum() else ""
    return r"\s+".join(map(re.escape, name.split())) + plural


def _as_words(name: str) -> str:
    words = r"\s+".join(map(re.escape, name.split()))
    if re.search(r"(?i)[^aeiou\W]y$", name):
        return f"{words[:-1]}(?:y|ies)"
    return words + ("s?" if name[-1].isalnum() else "")
