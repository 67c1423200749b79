"""What of a record is no longer what the services say, and the edits that would mend it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from awesome_heads.diagnostics import Diagnostic, Edit, Severity
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.providers import Metadata
from awesome_heads.records import Source, parse_paper
from awesome_heads.records.editing import add_item, apply_edits, in_brackets, replace_text
from awesome_heads.records.source import Loc
from awesome_heads.text import count, sentence_list, slugify
from awesome_heads.upkeep.inserting import insert_after, replace_list
from awesome_heads.upkeep.publication import (
    find_publication,
    in_yaml,
    letters,
    said_venue,
    server,
)

_PINNED = re.compile(r"arxiv\.org/(?:abs|pdf|html)/[^?#]*?v(\d+)(?:\.pdf)?/?$", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_SHOWN = 3


@dataclass(frozen=True)
class Drift:
    """One difference between a record and what the services say.

    Attributes:
        diagnostic: What differs and where; a note where nothing needs to be done.
        edits: What would mend it; none where a person must decide.
    """

    diagnostic: Diagnostic
    edits: tuple[Edit, ...] = ()


def find_drift(
    source: Source, paper: Paper, now: Metadata, published: Metadata | None, venues: Vocabulary
) -> Iterator[Drift]:
    """Compare a record with a paper as it is now.

    Args:
        source: The record's file.
        paper: What it says.
        now: What the services say.
        published: What they say of its published version.
        venues: Vocabulary of the venues.
    """
    if now.withdrawn or (published is not None and published.withdrawn):
        where = now.source if now.withdrawn or published is None else published.source
        message = f"{where} says that the paper was taken back"
        hint = "delete the record, or say so in its summary"
        yield _drift(source, ("title",), "withdrawn", (message, hint))
        if now.withdrawn:
            return
    yield from _title(source, paper, now)
    yield from _authors(source, paper, now)
    yield from _publication(source, paper, now, published, venues)
    yield from _version(source, paper, now)


def mend(source: Source, paper: Paper, drifts: Sequence[Drift]) -> bytes | None:
    """The record with every edit made; None where it would not be the same paper's record."""
    edits = [edit for drift in drifts for edit in drift.edits]
    text = apply_edits(source.text, edits)
    data = (_BOM if source.data.startswith(_BOM) else b"") + text.encode()
    mended, _ = parse_paper(Source(source.path, data), paper.terms)
    touched = {"title", "former_titles", "authors", "published", "links"}
    if mended is None or mended.model_dump(exclude=touched) != paper.model_dump(exclude=touched):
        return None
    return data


def _title(source: Source, paper: Paper, now: Metadata) -> Iterator[Drift]:
    other = paper.published.title if paper.published else None
    known = {letters(title) for title in (paper.title, other or "", *paper.former_titles)}
    if letters(now.title) in known:
        return
    edits = (replace_text(source, ("title",), now.title), _former_title(source, paper))
    message = f"{now.source} has the title `{now.title}`"
    hint = f"write `title: {in_yaml(now.title)}`, and the old title under `former_titles`"
    yield _drift(source, ("title",), "retitled", (message, hint), edits)


def _former_title(source: Source, paper: Paper) -> Edit | None:
    if paper.former_titles:
        return add_item(source, (), "former_titles", paper.title)
    return insert_after(source, "title", [f"former_titles: [{in_brackets(paper.title)}]"])


def _authors(source: Source, paper: Paper, now: Metadata) -> Iterator[Drift]:
    if not now.authors or same_people(paper.authors, now.authors):
        return
    names = list(now.authors)
    if not paper.authors:
        message = f"{now.source} names {count(len(names), 'author')}: {_some(names)}"
        lines = ["authors:", *(f"  - {in_yaml(name)}" for name in names)]
        edit = insert_after(source, "date", lines)
        yield _drift(source, ("title",), "authors-changed", (message, "add `authors:`"), (edit,))
        return
    gone = [name for name in paper.authors if not any(_same(name, each) for each in names)]
    new = [name for name in names if not any(_same(name, each) for each in paper.authors)]
    parts = [f"adds {_some(new)}"] if new else []
    parts += [f"leaves out {_some(gone)}"] if gone else []
    message = f"{now.source} {' and '.join(parts) or 'has the authors in another order'}"
    if len(names) == len(paper.authors):
        names = [
            old if _same(old, new) else new for old, new in zip(paper.authors, names, strict=True)
        ]
    hint = f"write `authors: [{', '.join(names)}]`"
    edits = replace_list(source, ("authors",), names) or ()
    yield _drift(source, ("authors",), "authors-changed", (message, hint), edits)


def _publication(
    source: Source, paper: Paper, now: Metadata, published: Metadata | None, venues: Vocabulary
) -> Iterator[Drift]:
    listed = venues.by_name.get(paper.venue)
    is_preprint = listed is not None and listed == server(venues)
    if paper.published is not None:
        return
    appeared = find_publication(now, published, venues)
    if appeared is not None:
        if listed is not None and appeared.venue == listed.name:
            return
        message = f"it appeared at {appeared.venue}, {appeared.date}"
        edits = [insert_after(source, "venue", list(appeared.lines()))] if is_preprint else []
        hint = f"add `published: {{venue: {appeared.venue}, date: {appeared.date}}}`"
        yield _drift(source, ("venue",), "published", (message, hint), edits)
    elif is_preprint and (said := said_venue(now, published)):
        message = f"it appeared in `{said}`, for which taxonomy/venues.yaml has no name"
        hint = "add the venue there, then run this again"
        yield _drift(source, ("venue",), "published", (message, hint))


def _version(source: Source, paper: Paper, now: Metadata) -> Iterator[Drift]:
    if now.version is None:
        return
    for place, url in enumerate(paper.links.paper):
        pinned = _PINNED.search(url)
        if pinned and int(pinned[1]) < now.version:
            message = f"the link is pinned to version {pinned[1]}; the newest is {now.version}"
            loc: Loc = ("links", "paper", place)
            edit = replace_text(source, loc, now.url) or replace_text(source, loc[:2], now.url)
            said = (message, f"write `{now.url}`, which never ages")
            yield _drift(source, loc, "newer-version", said, (edit,))
            return
    if now.version > 1 and now.updated and paper.added and now.updated > paper.added:
        message = f"version {now.version} of {now.updated} is newer than the record"
        hint = "see whether the summary still holds"
        place_of = source.locate(("added",))
        yield Drift(Diagnostic(place_of, "newer-version", message, hint, Severity.NOTE))


def _drift(
    source: Source, loc: Loc, name: str, said: tuple[str, str], edits: Sequence[Edit | None] = ()
) -> Drift:
    """A difference to act on, with message and hint; if one of its edits fails, none is made."""
    made = tuple(edit for edit in edits if edit is not None)
    diagnostic = Diagnostic(source.locate(loc), name, *said, severity=Severity.WARNING)
    return Drift(diagnostic, made if len(made) == len(edits) else ())


def same_people(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two lists name the same people in the same order, initials or middle names aside."""
    return len(some) == len(others) and all(map(_same, some, others))


def _same(name: str, other: str) -> bool:
    one, two = (slugify(each).split("-") for each in (name, other))
    if sorted(one) == sorted(two):
        return True
    return one[-1] == two[-1] and (one[0].startswith(two[0]) or two[0].startswith(one[0]))


def _some(names: Sequence[str]) -> str:
    shown = list(names[:_SHOWN])
    more = len(names) - len(shown)
    return sentence_list([*shown, f"{more} more"] if more else shown)
