"""Whether records name only terms that exist, and by their own names."""

from collections import Counter
from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.checks.walkthroughs import steps_of
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.model import Paper
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import fold, nearest

# Unknown terms of one file that are compared with every known one, to tell which is meant.
_MOST_COMPARED = 20


@rule(fixable=True, blocking=True)
def unknown_term(case: Case) -> Iterator[Finding]:
    """A record, or a step of a walk-through, names a term that its vocabulary does not have.

    Why: A new spelling of an old name splits its papers over two pages.
    Example: `tags: [Diamnod Kite]`.
    Fix: Use the name that the hint gives, or add the new term to the vocabulary. `--fix` does it
    where only case, accents, hyphens, underscores or blanks differ.
    """
    known = {each.id: each for _, each in case.vocabularies}
    compared: Counter[str] = Counter()
    for source, name, loc, text in _named(case):
        vocabulary = known.get(name)
        if name in case.unread or (vocabulary and text in vocabulary.by_name):
            continue
        compared[source.path] += 1
        may_be_meant = vocabulary is not None and compared[source.path] <= _MOST_COMPARED
        close = nearest(text, vocabulary.by_name) if vocabulary and may_be_meant else None
        meant = vocabulary.by_name[close].name if vocabulary and close else ""
        ask = f"did you mean `{meant}`? otherwise add" if meant else "add"
        sure = close is not None and fold(close) == fold(text)
        yield finding(
            source,
            loc,
            f"`{text}` is no term of taxonomy/{name}.yaml",
            f"{ask} it there in the same pull request",
            case.edit(source, loc, meant) if sure else None,
        )


def _named(case: Case) -> Iterator[tuple[Source, str, Loc, str]]:
    """Every use of a term, as (file, vocabulary, path in the file, text)."""
    for source, paper in case.papers:
        yield from ((source, *use) for use in uses_of(paper))
    for source, vocabulary in case.vocabularies:
        for loc, step in steps_of(vocabulary):
            for place, term in enumerate(step.terms):
                yield source, vocabulary.id, (*loc, "terms", place), term


@rule(Severity.WARNING, fixable=True)
def alias_used(case: Case) -> Iterator[Finding]:
    """A record names a term by an alias.

    Why: One name a thing keeps diffs and searches simple; the alias is there to be understood.
    Example: `venue: NIPS`, where the vocabulary calls it NeurIPS.
    Fix: Write the term's own name; `--fix` does it.
    """
    known = {each.id: each for _, each in case.vocabularies}
    for source, paper in case.papers:
        for name, loc, text in uses_of(paper):
            term = known[name].by_name.get(text) if name in known else None
            if term is not None and term.name != text:
                edit = case.edit(source, loc, term.name)
                message = f"`{text}` is another name of `{term.name}`"
                yield finding(source, loc, message, f"write `{term.name}`", edit)


def uses_of(paper: Paper) -> Iterator[tuple[str, Loc, str]]:
    """Every term that a record names, as (vocabulary, path in the record, text)."""
    yield "venues", ("venue",), paper.venue
    if paper.published:
        yield "venues", ("published", "venue"), paper.published.venue
    for name, terms in (("tags", paper.tags), *paper.terms.items()):
        for place, term in enumerate(terms):
            yield name, (name, place), term


RULES = (unknown_term, alias_used)
