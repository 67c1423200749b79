"""Whether the terms of a vocabulary are used, and kept apart."""

import re
from collections import Counter
from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.checks.terms import uses_of
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.model import Term, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.places import RECORDS, VOCABULARIES
from awesome_heads.records.source import Loc
from awesome_heads.text import fold

_NO_PLURAL = re.compile(r".{0,3}|.*(?:[aiu]s|ss)")
_ENOUGH_TERMS = 3


@rule(Severity.WARNING, across=True)
def near_twin_terms(case: Case) -> Iterator[Finding]:
    """Two terms differ only by a plural, a gap between words, or a word that most terms end in.

    Why: They are probably one thing under two names, and its papers are split over two pages.
    Example: `Box Kites` beside `Box Kite`, or `Diamond` beside `Diamond Kite` where most
    terms end in `Kite`.
    Fix: Merge the terms, one as an alias of the other; an alias that is like another term's name
    is deleted, or the two terms are merged.
    """
    for source, vocabulary in case.vocabularies:
        last = _shared_last_word(vocabulary)
        owners: dict[str, tuple[Term, str]] = {}
        for term, loc, text in _spellings(vocabulary):
            owner, twin = owners.setdefault(_key(text, last), (term, text))
            # Names that differ by less than that share a page, which is an error of its own.
            if owner is term or text == twin or term.slug == owner.slug:
                continue
            message = f"`{text}` is almost `{twin}`"
            message += "" if twin == owner.name else f", an alias of `{owner.name}`"
            merge = _merge_command(vocabulary, term, owner)
            hint = f"if both mean the same, type `{merge}`"
            hint = hint if loc[-1] == "name" else f"delete the alias; {hint}"
            yield finding(source, loc, message, hint)


def _spellings(vocabulary: Vocabulary) -> Iterator[tuple[Term, Loc, str]]:
    """Every name, then every alias, with its term and its path in the file."""
    for place, term in enumerate(vocabulary.terms):
        yield term, ("terms", place, "name"), term.name
    for place, term in enumerate(vocabulary.terms):
        for number, alias in enumerate(term.aliases):
            yield term, ("terms", place, "aliases", number), alias


def _shared_last_word(vocabulary: Vocabulary) -> str | None:
    """The word that more than half of the terms end in, None where there is none."""
    words = [_words(term.name) for term in vocabulary.terms]
    common = Counter(each[-1] for each in words if len(each) > 1).most_common(1)
    for word, number in common:
        if number >= _ENOUGH_TERMS and number * 2 > len(words):
            return word
    return None


def _key(text: str, last: str | None) -> str:
    """What a name has in common with those that are only another spelling of it."""
    words = _words(text)
    return "".join(words[:-1] if len(words) > 1 and words[-1] == last else words)


def _words(text: str) -> list[str]:
    return [_singular(word) for word in fold(text).split()]


def _singular(word: str) -> str:
    if _NO_PLURAL.fullmatch(word):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if re.search(r"(?:x|ch|sh|ss)es$", word) else word.removesuffix("s")


def _merge_command(vocabulary: Vocabulary, term: Term, owner: Term) -> str:
    where = "" if vocabulary.id == "tags" else f" --vocabulary {vocabulary.id}"
    return f'awesome-heads tags merge{where} "{term.name}" --into "{owner.name}"'


@rule(Severity.NOTE, across=True)
def unused_term(case: Case) -> Iterator[Finding]:
    """No record names a term.

    Why: Its page is empty. That may be right, where a vocabulary shows what is still missing.
    Example: `Lantern Kite` in `taxonomy/tags.yaml`, and in the tags of no record.
    Fix: Name it in the records that it fits, or leave it for the next one; delete it if it was
    only another name of a term that is used.
    """
    for source, loc, term, paths in _uses(case):
        if not paths:
            yield finding(
                source,
                loc,
                f"no record names `{term.name}`",
                "name it where it fits, or delete it if another term means the same",
            )


@rule(Severity.NOTE, across=True)
def single_use(case: Case) -> Iterator[Finding]:
    """One record alone names a term of the vocabulary that orders the list.

    Why: A term made for one paper is often an older term in other words. Other vocabularies are
    left out: that one paper appeared at a venue says nothing against the venue.
    Example: `Boxed Kite`, in one record, where all others say `Box Kite`.
    Fix: Make it an alias of the older term. If it is a thing of its own, leave it.
    """
    tree = case.settings[1].tree if case.settings else ""
    for source, loc, term, paths in _uses(case):
        if len(paths) == 1 and source.path == f"{VOCABULARIES}/{tree}.yaml":
            yield finding(
                source,
                loc,
                f"`{term.name}` is named by one record alone, {paths[0]}",
                "if an older term means the same, make this one its alias",
            )


def _uses(case: Case) -> Iterator[tuple[Source, Loc, Term, list[str]]]:
    """Every term that records could name and that is asked about, with the files of those that do.

    There are none as long as a record cannot be read, since nobody knows what that one names.
    """
    asked = [pair for pair in case.vocabularies if case.covers(pair[0].path)]
    records = sum(source.path.startswith(f"{RECORDS}/") for source in case.files)
    if not asked or records != len(case.papers):
        return
    used: dict[tuple[str, str], list[str]] = {}
    for source, paper in case.papers:
        for name, text in dict.fromkeys((name, text) for name, _, text in uses_of(paper)):
            used.setdefault((name, text), []).append(source.path)
    for source, vocabulary in asked:
        if vocabulary.on_records:
            for place, term in enumerate(vocabulary.terms):
                spellings = dict.fromkeys((term.name, *term.aliases))
                paths = {
                    path
                    for text in spellings
                    if vocabulary.by_name[text] is term
                    for path in used.get((vocabulary.id, text), ())
                }
                yield source, ("terms", place, "name"), term, sorted(paths)


RULES = (near_twin_terms, unused_term, single_use)
