"""What differs between two states of a list."""

from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.library import Library
from awesome_heads.model import Paper


class FieldChange(NamedTuple):
    """A field's text before and after; empty where the field was or is not there."""

    name: str
    before: str
    after: str


class PaperChange(NamedTuple):
    """A paper that stayed, with the fields that did not; `former_id` where it was renamed."""

    paper: Paper
    former_id: str
    fields: tuple[FieldChange, ...]


class TermChange(NamedTuple):
    """A term of a vocabulary that came or went."""

    vocabulary: str
    name: str


class Changes(NamedTuple):
    """All that differs, each part in the order of the list."""

    added: tuple[Paper, ...]
    changed: tuple[PaperChange, ...]
    removed: tuple[Paper, ...]
    terms_added: tuple[TermChange, ...]
    terms_removed: tuple[TermChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(self)


def compare(before: Library, after: Library) -> Changes:
    """Compare two states; a record that moved or was renamed by `former_ids` counts as one."""
    old = {paper.id: paper for paper in before.papers}
    changed, added, kept = [], [], set()
    for paper in after.papers:
        match = _match(paper, old)
        if match is None:
            added.append(paper)
            continue
        kept.add(match.id)
        fields = _differences(match, paper)
        if fields or match.id != paper.id:
            former = match.id if match.id != paper.id else ""
            changed.append(PaperChange(paper, former, fields))
    removed = tuple(paper for paper in before.papers if paper.id not in kept)
    return Changes(
        tuple(added),
        tuple(changed),
        removed,
        _terms_without(after, before),
        _terms_without(before, after),
    )


def _match(paper: Paper, old: Mapping[str, Paper]) -> Paper | None:
    return next((old[name] for name in (paper.id, *paper.former_ids) if name in old), None)


def _differences(before: Paper, after: Paper) -> tuple[FieldChange, ...]:
    old, new = _flat(before), _flat(after)
    return tuple(
        FieldChange(name, old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys([*old, *new])
        if old.get(name, "") != new.get(name, "")
    )


def _flat(paper: Paper) -> dict[str, str]:
    """The record's fields as texts; those of mappings by their full name."""
    flat: dict[str, str] = {}
    data = paper.model_dump(mode="json", exclude={"id", "terms"}, exclude_defaults=True)
    for name, value in {**data, **paper.terms}.items():
        inner = value if isinstance(value, dict) else {"": value}
        for part, held in inner.items():
            key = f"{name}.{part}" if part else name
            flat[key] = ", ".join(held) if isinstance(held, list | tuple) else str(held)
    return flat


def _terms_without(library: Library, other: Library) -> tuple[TermChange, ...]:
    """Terms that `library` has and `other` has not, by name or alias."""
    found = []
    for name, vocabulary in library.vocabularies.items():
        known = other.vocabularies[name].by_name if name in other.vocabularies else {}
        found += [
            TermChange(name, term.name) for term in vocabulary.terms if term.name not in known
        ]
    return tuple(found)
