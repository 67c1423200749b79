"""The texts of a record that people wrote, each with its path."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case
from awesome_heads.checks.terms import uses_of
from awesome_heads.model import Paper, Summary
from awesome_heads.records import Source
from awesome_heads.records.editing import node_at
from awesome_heads.records.source import Loc


def passages_of(case: Case) -> list[tuple[Source, Loc, str, bool]]:
    """Titles, names and summary lines as they were typed, and whether they are plain text."""
    return case.once(_list_passages)


def _list_passages(case: Case) -> list[tuple[Source, Loc, str, bool]]:
    return list(_each_passage(case))


def _each_passage(case: Case) -> Iterator[tuple[Source, Loc, str, bool]]:
    for source, paper in case.papers:
        for loc, _ in texts_of(paper):
            node = node_at(source.root, loc)
            in_summary = loc[0] == "summary"
            plain = loc[0] in {"authors", "former_titles"} or loc[-1] == "title"
            if node is not None and (in_summary or plain):
                yield source, loc, str(node.value), plain


def texts_of(paper: Paper) -> Iterator[tuple[Loc, str]]:
    """Every text of a record that people wrote, addresses apart, as (path, text)."""
    yield from titles_of(paper)
    yield from ((("authors", place), name) for place, name in enumerate(paper.authors))
    yield from ((loc, name) for _, loc, name in uses_of(paper))
    for field in ("doi", "pages"):
        if paper.published and (text := getattr(paper.published, field)):
            yield ("published", field), text
    yield from summary_of(paper)
    if paper.bibtex_key:
        yield ("bibtex_key",), paper.bibtex_key
    yield from ((("ignore", name), reason) for name, reason in paper.ignore.items())


def titles_of(paper: Paper) -> Iterator[tuple[Loc, str]]:
    """A paper's titles, of today and of before, as (path, text)."""
    yield ("title",), paper.title
    if paper.published and paper.published.title:
        yield ("published", "title"), paper.published.title
    yield from ((("former_titles", place), text) for place, text in enumerate(paper.former_titles))


def summary_of(paper: Paper) -> Iterator[tuple[Loc, str]]:
    """The three lines of a summary, as (path, text)."""
    for field in Summary.model_fields:
        yield ("summary", field), getattr(paper.summary, field)
