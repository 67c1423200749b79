"""The addresses of a record, each with its kind and path."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case
from awesome_heads.model import LINK_KINDS, Paper
from awesome_heads.records import Source
from awesome_heads.records.source import Loc


def addresses_of(paper: Paper) -> Iterator[tuple[str, Loc, str]]:
    """Every address of a record, as (kind of link or nothing, path in the record, address)."""
    for kind in LINK_KINDS:
        for place, url in enumerate(getattr(paper.links, kind)):
            yield kind, ("links", kind, place), url
    if paper.published and paper.published.url:
        yield "", ("published", "url"), paper.published.url
    if paper.abstract_url:
        yield "", ("abstract_url",), paper.abstract_url


def all_addresses(case: Case) -> list[tuple[Source, str, Loc, str]]:
    """Every address of every record: its file, kind, path and text."""
    return case.once(_list_addresses)


def _list_addresses(case: Case) -> list[tuple[Source, str, Loc, str]]:
    return [
        (source, kind, loc, url)
        for source, paper in case.papers
        for kind, loc, url in addresses_of(paper)
    ]
