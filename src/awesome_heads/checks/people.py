"""Whether authors are named, each once, and everywhere alike."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding, within
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import sentence_list

_OTHERS = re.compile(
    r"\bet\.?\s+al\b\.?|\b(?:and|&)\s+others\b|^others$|\.\.\.|\u2026", re.IGNORECASE
)
# Footnote marks: numbers and signs at the end of a word, or all there is.
_MARK = r"[\d\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021\u00a7]+"
_MARKS = re.compile(rf"(?<=\D){_MARK}(?:,{_MARK})*(?!\w)|^{_MARK}$")
_EMAIL = re.compile(r"<?\S+@\S+>?")
_JOINED = re.compile(r"\s(?:and|&)\s|;\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?\s?d|m\.?d|[ivx]+|inc|ltd|llc)\.?", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"[\u0300-\u036f.'\u2019]")
_HYPHEN = re.compile(r"[-\u2010\u2011]")
_SHORTEST_SHOUT = 3
_FULL_NAME = 2


@rule()
def not_a_name(case: Case) -> Iterator[Finding]:
    """An author is "et al.", "others", or carries the number of a footnote.

    Why: Citations would count it as a person, or print the mark of a footnote.
    Example: `- et al.`, `- Ada Example et al.`, `- Bo Sample 2`.
    Fix: Write every author in full, or leave `authors` out where they are not all known.
    """
    for source, loc, name in _authors(case):
        if found := _OTHERS.search(name):
            message = f"`{found[0]}` is not a person"
            hint = "write every author, or leave `authors` out where they are not all known"
            yield Finding(within(source, loc, name, found.span()), message, hint)
        elif (found := _MARKS.search(name)) and not _EMAIL.search(name):
            rest = " ".join(_MARKS.sub("", name).split())
            hint = f"write `{rest}`" if rest else "write the author's name"
            message = f"`{found[0]}` is no part of a name"
            yield Finding(within(source, loc, name, found.span()), message, hint)


@rule(Severity.WARNING)
def author_name(case: Case) -> Iterator[Finding]:
    """An author is not written as given name and family name, in upper and lower case.

    Why: Citations take a name apart at its blanks; anything else comes out wrong.
    Example: `- Example, Ada`, `- Ada Example and Bo Sample`, `- ADA EXAMPLE`,
    `- Ada Example <ada@example.org>`.
    Fix: Write one author a line, as `Ada Example`.
    """
    for source, loc, name in _authors(case):
        if _OTHERS.search(name):
            continue
        for message, hint in _oddities(name):
            yield finding(source, loc, message, hint)


def _oddities(name: str) -> Iterator[tuple[str, str]]:
    """What is odd about a name, and what to write instead; the first thing is enough."""
    people = _JOINED.split(name)
    family, *given = _COMMA.split(name)
    words = name.split()
    if found := _EMAIL.search(name):
        rest = " ".join(name.replace(found[0], " ").split()).rstrip(" ,(<")
        hint = f"write `{rest}`" if rest else "write the author's name"
        yield f"`{found[0]}` is an e-mail address", hint
    elif len(people) > 1 and all(len(each.split()) >= _FULL_NAME for each in people):
        yield "more than one person is named here", f"write a line each: {_lines(people)}"
    elif len(given) == 1 and not _SUFFIX.fullmatch(given[0]) and given[0]:
        if len(family.split()) >= _FULL_NAME and len(given[0].split()) >= _FULL_NAME:
            hint = f"write {_lines([family, *given])} a line each, or the given name first"
            yield "a comma stands inside a name", hint
        else:
            yield "the family name stands first", f"write `{given[0]} {family}`"
    elif len(given) > 1 and all(len(each.split()) >= _FULL_NAME for each in (family, *given)):
        yield "more than one person is named here", f"write a line each: {_lines([family, *given])}"
    elif len(words) >= _FULL_NAME and (name.islower() or _shouts(name)):
        how = "lower" if name.islower() else "upper"
        hint = f"write it as the paper has it, such as `{name.title()}`"
        yield f"the name is all in {how} case", hint


def _shouts(name: str) -> bool:
    """Whether a name is all in capitals and more than initials."""
    longest = max(len(word) for word in re.split(r"[\s.\-]+", name))
    return name.isupper() and longest >= _SHORTEST_SHOUT


def _lines(people: list[str]) -> str:
    return sentence_list([f"`{each}`" for each in people if each])


@rule(Severity.WARNING)
def author_twice(case: Case) -> Iterator[Finding]:
    """A record names one author twice.

    Why: It is most likely a slip of copying, and every citation repeats it.
    Example: `Ada Example` and, further down, `Ada  example`.
    Fix: Delete one of the two. Where two people do share a name, say so in the record:
    `ignore: {author-twice: "two people"}`.
    """
    for source, paper in case.papers:
        first: dict[str, int] = {}
        for place, name in enumerate(paper.authors):
            earlier = first.setdefault(min(_keys(name)), place)
            if earlier != place:
                line = source.locate(("authors", earlier)).line
                message = f"`{name}` is an author already, in line {line}"
                yield finding(source, ("authors", place), message, "delete one of the two")


@rule(Severity.NOTE, across=True)
def author_spelling(case: Case) -> Iterator[Finding]:
    """An author's name differs from one in another record by accents, dots or hyphens alone.

    Why: It is probably one person, whose papers are found under two names.
    Example: `Zoe M Example` in one record, `Zoë M. Example` in another.
    Fix: Write the name the same way in both, unless the papers themselves differ, or the people
    do.
    """
    used: defaultdict[str, list[tuple[Source, Loc]]] = defaultdict(list)
    for source, loc, name in _authors(case):
        used[name].append((source, loc))
    same: defaultdict[str, list[str]] = defaultdict(list)
    for name in used:
        for key in _keys(name):
            same[key].append(name)
    usual: dict[str, str] = {}
    for names in same.values():
        # Of two that are used alike, the one with accents, since these are often left away.
        best = max(names, key=lambda name: (len(used[name]), not name.isascii()))
        usual |= {name: best for name in names if name != best}
    for name, other in usual.items():
        elsewhere = used[other][0][0]
        for source, loc in used[name]:
            if source is not elsewhere:
                message = f"`{name}` is probably `{other}` of {elsewhere.path}"
                yield finding(source, loc, message, f"if so, write `{other}` in both")


def _keys(name: str) -> set[str]:
    """What spellings of one name share: a hyphen may stand for a blank, or for nothing."""
    plain = _NOT_COUNTED.sub("", unicodedata.normalize("NFKD", name.casefold()))
    return {" ".join(_HYPHEN.sub(mark, plain).split()) for mark in ("", " ")}


def _authors(case: Case) -> Iterator[tuple[Source, Loc, str]]:
    for source, paper in case.papers:
        for place, name in enumerate(paper.authors):
            yield source, ("authors", place), name


RULES = (not_a_name, author_name, author_twice, author_spelling)
