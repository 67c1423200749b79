"""What changed in a list, as Markdown for a pull request's comment."""

import re
from collections.abc import Iterator

from awesome_heads.changes import Changes, PaperChange, TermChange
from awesome_heads.escapes import escape_markdown, link_target
from awesome_heads.formats.bibtex import format_bibtex
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.text import count


def format_changes(changes: Changes, after: Library) -> str:
    """Write Markdown: papers added as cards, changed field by field, removed; terms.

    Args:
        changes: What differs.
        after: The later state, for the citations of what is new.
    """
    if changes.is_empty:
        return "Nothing in the list changes.\n"
    return "".join(f"{line}\n" for line in _lines(changes, after))


def _lines(changes: Changes, after: Library) -> Iterator[str]:
    yield _headline(changes)
    for paper in changes.added:
        yield from _card(paper)
        yield from _citation(format_bibtex([paper], after))
    for change in changes.changed:
        yield from _changed(change)
    for paper in changes.removed:
        yield f"\n### Removed: {escape_markdown(paper.title)}"
    yield from _terms("New terms", changes.terms_added)
    yield from _terms("Terms that go", changes.terms_removed)


def _headline(changes: Changes) -> str:
    parts = [
        f"{count(len(papers), 'paper')} {what}"
        for what, papers in (
            ("added", changes.added),
            ("changed", changes.changed),
            ("removed", changes.removed),
        )
        if papers
    ]
    terms = len(changes.terms_added) + len(changes.terms_removed)
    parts += [f"{count(terms, 'term')} added or removed"] if terms else []
    return f"**{', '.join(parts)}**"


def _card(paper: Paper) -> Iterator[str]:
    yield f"\n### Added: [{escape_markdown(paper.title)}]({link_target(paper.links.paper[0])})"
    people = escape_markdown(", ".join(paper.authors) or "authors not recorded")
    yield f"\nBy {people} · {escape_markdown(paper.venue)} · {paper.date}"
    yield f"\nTags: {escape_markdown(', '.join(paper.tags))}\n"
    summary = paper.summary
    for label, text in (
        ("New", summary.innovation),
        ("Tested on", summary.tasks),
        ("Found", summary.result),
    ):
        yield f"- *{label}:* {escape_markdown(text)}"


def _citation(entry: str) -> Iterator[str]:
    fence = "`" * max(4, 1 + max((len(run) for run in re.findall("`+", entry)), default=0))
    yield f"\n<details><summary>BibTeX</summary>\n\n{fence}bibtex\n{entry.rstrip()}\n{fence}\n"
    yield "</details>"


def _changed(change: PaperChange) -> Iterator[str]:
    renamed = f" (was `{change.former_id}`)" if change.former_id else ""
    yield f"\n### Changed: {escape_markdown(change.paper.title)}{renamed}"
    if change.fields:
        yield "\n| Field | Before | After |\n| --- | --- | --- |"
    for field in change.fields:
        before, after = escape_markdown(field.before), escape_markdown(field.after)
        yield f"| {escape_markdown(field.name)} | {before} | {after} |"


def _terms(title: str, terms: tuple[TermChange, ...]) -> Iterator[str]:
    if terms:
        yield f"\n### {title}\n"
        for term in terms:
            yield f"- {term.vocabulary}: {escape_markdown(term.name)}"
