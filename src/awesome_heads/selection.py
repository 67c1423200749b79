"""A part of a list: papers chosen by term, year, venue, author, words or the day they joined."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from awesome_heads.errors import UsageError
from awesome_heads.fields import PartialDate
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.text import fold, nearest, slugify

_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?", re.ASCII)
_WORD = re.compile(r"\w+")
_WHOLE = 1 << 16


class Wanted(NamedTuple):
    """What somebody asks for, as typed: values of one kind are alternatives, kinds combine.

    Attributes:
        tags: Names or aliases of tags.
        years: Years of the first version, or ranges of them such as `2022-2024`.
        venues: Names or aliases of venues, of the first version or the published one.
        authors: Names of authors, or whole words of them.
        query: Words that all begin a word of title, authors, tags, venues or summary.
        since: The first day of joining the list; a month or a year means its first day.
    """

    tags: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    query: str = ""
    since: str = ""


def select(library: Library, wanted: Wanted) -> tuple[Paper, ...]:
    """The papers asked for, in the library's order.

    Raises:
        UsageError: A tag or venue is none of the list's, a year or day cannot be read, or a name or
            query has no word in it.
    """
    tags = _terms(library, "tags", wanted.tags)
    venues = _terms(library, "venues", wanted.venues)
    years = [_years(text) for text in wanted.years]
    authors = [_asked(name) for name in wanted.authors]
    since = _day(wanted.since) if wanted.since else dt.date.min
    words = _asked(wanted.query) if wanted.query else ()
    return tuple(
        paper
        for paper in library.papers
        if (not tags or tags & _names(library, paper, "tags"))
        and (not venues or venues & _names(library, paper, "venues"))
        and (not years or any(paper.date.year in span for span in years))
        and (not authors or any(_is_by(paper, each) for each in authors))
        and (paper.added or paper.date) >= since
        and (not words or _holds(" ".join(_texts(library, paper)), words))
    )


def missed_authors(library: Library, wanted: Wanted) -> Iterator[tuple[str, str | None]]:
    """Authors asked for of whom the list knows no work, each with the name probably meant."""
    known = dict.fromkeys(name for paper in library.papers for name in paper.authors)
    for asked in wanted.authors:
        if not any(_is_by(paper, _words(asked)) for paper in library.papers):
            yield asked, nearest(asked, known)


def _terms(library: Library, vocabulary: str, asked: Iterable[str]) -> set[str]:
    """A vocabulary's own names for the terms asked for."""
    known = library.vocabularies[vocabulary]
    by_fold = {fold(name): term for name, term in known.by_name.items()}
    found = set()
    for name in asked:
        term = known.by_name.get(name) or by_fold.get(fold(name))
        if term is None:
            close = nearest(name, known.by_name)
            path = f"taxonomy/{vocabulary}.yaml"
            listed = f"`awesome-heads tags list --vocabulary {vocabulary}` lists all"
            hint = f"did you mean `{known.by_name[close].name}`?" if close else listed
            raise UsageError(f"`{name}` is no term of {path}", hint)
        found.add(term.name)
    return found


def _names(library: Library, paper: Paper, vocabulary: str) -> set[str]:
    return {term.name for term in library.terms_of(paper, vocabulary)}


def _years(text: str) -> range:
    found = _YEARS.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"`{text}` is not a year", "write 2024, or 2022-2024 for three years")
    first, last = int(found[1]), int(found[2] or found[1])
    if last < first:
        raise UsageError(f"`{text}` ends before it begins", f"write {last}-{first}")
    return range(first, last + 1)


def _day(text: str) -> dt.date:
    try:
        year, month, day = PartialDate.parse(text.strip())
    except ValueError as error:
        hint = "write 2024, 2024-05 or 2024-05-28"
        raise UsageError(f"`{text}` is not a year, a month or a day", hint) from error
    return dt.date(year, month or 1, day or 1)


def _is_by(paper: Paper, words: set[str]) -> bool:
    """Whether one author's name has all these words, accents written or not."""
    return any(words <= _words(name) | _plain(name) for name in paper.authors)


def _texts(library: Library, paper: Paper) -> Iterator[str]:
    """All that is searched of a paper."""
    later = paper.published
    yield from (paper.title, (later and later.title) or "", *paper.authors)
    yield from _names(library, paper, "tags") | _names(library, paper, "venues")
    yield from (paper.summary.innovation, paper.summary.tasks, paper.summary.result)


def _holds(text: str, words: Iterable[str]) -> bool:
    """Whether each word begins one of the text; scripts without blanks have it anywhere."""
    within = " ".join(["", *_WORD.findall(fold(text)), *sorted(_plain(text))])
    return all((f" {word}" if word.isascii() else word) in within for word in words)


def _asked(text: str) -> set[str]:
    words = _words(text)
    if not words:
        raise UsageError(f"`{text}` holds no word to look for", "write a name or a word")
    return words


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _plain(text: str) -> set[str]:
    """The words in ASCII letters, since not every letter with a stroke folds to the plain one."""
    return set(slugify(text, _WHOLE).split("-"))
