"""Whether two records claim one name."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.records import Source
from awesome_heads.records.source import Loc


def duplicate_ids(case: Case) -> Iterator[Diagnostic]:
    """An id or former id belongs to one record."""
    owners: dict[str, Source] = {}
    for name, loc, source in _claims(case):
        owner = owners.setdefault(name, source)
        if owner is source:
            continue
        yield finding(
            source,
            loc,
            "duplicate-id",
            f"the id `{name}` is taken by {owner.path}",
            "drop the former id" if loc else "rename this file",
        )


def _claims(case: Case) -> Iterator[tuple[str, Loc, Source]]:
    for source, paper in case.papers:
        yield paper.id, (), source
    for source, paper in case.papers:
        for place, former in enumerate(paper.former_ids):
            yield former, ("former_ids", place), source
