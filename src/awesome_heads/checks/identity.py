"""Whether one paper stands in the list twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TypeVar

from awesome_heads.checks.addresses import addresses_of
from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.checks.similarity import Title, alike, comparable_title
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.identifiers import Identifier, address_key, parse_doi, parse_url
from awesome_heads.model import Paper
from awesome_heads.records.source import Loc
from awesome_heads.references import other_names

Value = TypeVar("Value")


@rule(across=True)
def same_paper(case: Case) -> Iterator[Finding]:
    """Two records lead to one paper.

    Why: A preprint and its published version are one paper; in two records it is counted twice
    and cited in two ways.
    Example: `https://arxiv.org/abs/2404.15574v2` in one record, and the DOI
    `10.48550/arXiv.2404.15574` in another.
    Fix: Keep one record, with what came later under `published`, and list the other's file name
    under `former_ids`, so that its address still works.
    """
    claims: defaultdict[str, dict[int, tuple[str, Loc]]] = defaultdict(dict)
    for owner, (_, paper) in enumerate(case.papers):
        for key, label, loc in _identities(paper):
            claims[key].setdefault(owner, (label, loc))
    for (owner, other), (label, loc) in _shared(case, claims, "same-paper"):
        path = case.papers[other][0].path
        former = f"`former_ids: [{PurePosixPath(path).stem}]`"
        hint = f"keep one of the two records; if it is this one, add {former}"
        yield finding(case.papers[owner][0], loc, f"{label} is the paper of {path} too", hint)


def _identities(paper: Paper) -> Iterator[tuple[str, str, Loc]]:
    """What tells a paper from all others, as (key, words for a reader, path in the record)."""
    for kind, loc, url in addresses_of(paper):
        if kind == "paper" or loc == ("published", "url"):
            identifier = parse_url(url)
            if identifier is not None:
                yield _key(identifier), identifier.label, loc
            elif kind == "paper":
                yield address_key(url), f"`{url}`", loc
    if paper.published and paper.published.doi:
        identifier = parse_doi(paper.published.doi)
        if identifier is not None:
            yield _key(identifier), identifier.label, ("published", "doi")


def _key(identifier: Identifier) -> str:
    """One key for all names that are bound to mean the same paper."""
    return min(f"{each.scheme}:{each.value}" for each in other_names(identifier))


@rule(across=True)
def same_title(case: Case) -> Iterator[Finding]:
    """Two records have one title, apart from case, accents and punctuation.

    Why: It is most likely one paper, once as a preprint and once as published.
    Example: `Kites that Climb: A Study` and `Kites That Climb - a study`.
    Fix: Keep one record. Where two papers do share a title, say so in one of them:
    `ignore: {same-title: "another paper of the same name"}`.
    """
    claims: defaultdict[str, dict[int, Loc]] = defaultdict(dict)
    for title in _titles_of(case):
        claims[title.key].setdefault(title.owner, title.loc)
    for (owner, other), loc in _shared(case, claims, "same-title"):
        if not _shares_identity(case, owner, other):
            message = f"the title is that of {case.papers[other][0].path} too"
            hint = "if both are one paper, keep one record; otherwise ignore `same-title` here"
            yield finding(case.papers[owner][0], loc, message, hint)


def _shared(
    case: Case, claims: Mapping[str, Mapping[int, Value]], name: str
) -> Iterator[tuple[tuple[int, int], Value]]:
    """Every two papers that claim one thing, in both orders, with what the first says of it."""
    told: set[tuple[int, int]] = set()
    for group in claims.values():
        for owner, value in group.items() if len(group) > 1 else ():
            other = next(each for each in group if each != owner)
            if (owner, other) not in told and _speaks(case, name, owner, other):
                told.add((owner, other))
                yield (owner, other), value


def _speaks(case: Case, name: str, owner: int, other: int) -> bool:
    """Whether a rule speaks of a paper: no longer, where the other one alone ignores it."""
    return name in case.papers[owner][1].ignore or name not in case.papers[other][1].ignore


@rule(Severity.WARNING, across=True)
def similar_title(case: Case) -> Iterator[Finding]:
    """Two records have titles that differ by a few letters, or by a subtitle.

    Why: Titles change between a preprint and its published version, so this may be one paper.
    Example: `Kites That Climb at Dawn` and `Kites that Climb at Dawn: A Closer Look`.
    Fix: Keep one record, with the other title under `published` or `former_titles`. Where the
    papers are two, say so in one of them: `ignore: {similar-title: "a follow-up"}`.
    """
    titles = list(_titles_of(case))
    keys: defaultdict[int, set[str]] = defaultdict(set)
    for title in titles:
        keys[title.owner].add(title.key)
    told: set[tuple[int, int]] = set()
    for pair in alike(titles):
        for title, other in (pair, pair[::-1]):
            owners = (title.owner, other.owner)
            if owners in told or keys[title.owner] & keys[other.owner]:
                continue
            if _speaks(case, "similar-title", *owners) and not _shares_identity(case, *owners):
                told.add(owners)
                message = (
                    f"{case.papers[other.owner][0].path} is titled almost alike, `{other.text}`"
                )
                hint = (
                    "if both are one paper, keep one record; otherwise ignore `similar-title` here"
                )
                yield finding(case.papers[title.owner][0], title.loc, message, hint)


def _shares_identity(case: Case, first: int, second: int) -> bool:
    """Whether `same_paper` reports the two papers already."""
    keys = [{key for key, _, _ in _identities(case.papers[each][1])} for each in (first, second)]
    return bool(keys[0] & keys[1])


def _titles_of(case: Case) -> list[Title]:
    return case.once(_list_titles)


def _list_titles(case: Case) -> list[Title]:
    return list(_titles(case))


def _titles(case: Case) -> Iterator[Title]:
    for owner, (_, paper) in enumerate(case.papers):
        yield comparable_title(owner, ("title",), paper.title)
        for place, former in enumerate(paper.former_titles):
            yield comparable_title(owner, ("former_titles", place), former)
        if paper.published and paper.published.title:
            yield comparable_title(owner, ("published", "title"), paper.published.title)


RULES = (same_paper, same_title, similar_title)
