"""Whether records and vocabularies name only what exists."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Group, Paper, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import nearest


def unknown_terms(case: Case) -> Iterator[Diagnostic]:
    """A record names only terms, or aliases of terms, of its vocabularies."""
    known = {vocabulary.id: vocabulary for _, vocabulary in case.vocabularies}
    for source, paper in case.papers:
        for name, loc, text in _uses(paper):
            if name in case.unread or (name in known and text in known[name].by_name):
                continue
            names = known[name].by_name if name in known else {}
            close = nearest(text, names)
            meant = f"did you mean `{names[close].name}`? " if close else ""
            yield finding(
                source,
                loc,
                "unknown-term",
                f"`{text}` is no term of taxonomy/{name}.yaml",
                f"{meant}{'otherwise add' if close else 'add'} it there in the same pull request",
            )


def _uses(paper: Paper) -> Iterator[tuple[str, Loc, str]]:
    yield "venues", ("venue",), paper.venue
    if paper.published:
        yield "venues", ("published", "venue"), paper.published.venue
    for name, terms in (("tags", paper.tags), *paper.terms.items()):
        for place, term in enumerate(terms):
            yield name, (name, place), term


def unknown_groups(case: Case) -> Iterator[Diagnostic]:
    """A term's group, and both ends of a flow, stand in the vocabulary's tree."""
    for source, vocabulary in case.vocabularies:
        paths = set(_paths(vocabulary.groups))
        for place, term in enumerate(vocabulary.terms):
            if term.group and term.group not in paths:
                yield _unknown_group(source, ("terms", place, "group"), term.group, paths)
        first_level: set[tuple[str, ...]] = {(group.name,) for group in vocabulary.groups}
        for place, flow in enumerate(vocabulary.flows):
            for end in ("start", "end"):
                path = (getattr(flow, end),)
                if path not in first_level:
                    yield _unknown_group(source, ("flows", place, end), path, first_level)


def _paths(groups: tuple[Group, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for group in groups:
        path = (*above, group.name)
        yield path
        yield from _paths(group.groups, path)


def _unknown_group(
    source: Source, loc: Loc, path: tuple[str, ...], known: set[tuple[str, ...]]
) -> Diagnostic:
    names = {" / ".join(name): name for name in sorted(known)}
    close = nearest(" / ".join(path), names)
    hint = f"did you mean `[{', '.join(names[close])}]`?" if close else "add it under `groups`"
    message = f"there is no group `{' / '.join(path)}`"
    return finding(source, loc, "unknown-group", message, hint)


def term_pages(case: Case) -> Iterator[Diagnostic]:
    """Terms of a vocabulary have names of their own, which give pages of their own."""
    for source, vocabulary in case.vocabularies:
        yield from _shared_pages(source, vocabulary)


def _shared_pages(source: Source, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for place, term in enumerate(vocabulary.terms):
        loc: Loc = ("terms", place, "name")
        if not term.slug:
            message = f"`{term.name}` has no Latin letter or digit to name its page by"
            yield finding(source, loc, "term-page", message, "add a transcription to the name")
        elif term.slug in owners:
            message = f"`{term.name}` and `{owners[term.slug]}` would share a page"
            yield finding(source, loc, "term-page", message, "merge them, one as an alias")
        else:
            owners[term.slug] = term.name
