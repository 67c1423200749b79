"""One rule applied to a few made-up records, for tests that are tables of values."""

import datetime as dt
from collections.abc import Iterable

from awesome_heads.checks import Case, Rule
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Finding
from awesome_heads.records import Source, parse_paper
from awesome_heads.records.editing import apply_edits

TODAY = dt.date(2026, 1, 15)
MOST_PASSES = 9

SUMMARY = {
    "innovation": "Names a head that copies.",
    "tasks": "Made-up strings.",
    "result": "The head copies.",
}


def quoted(text: str) -> str:
    """A text in YAML's single quotes, where only these quotes are written otherwise."""
    return "'" + text.replace("'", "''") + "'"


def record(
    *,
    title: str = "Copying Heads in a Made-Up Model",
    date: str = "2024-01-20",
    links: Iterable[str] = ("paper: https://arxiv.org/abs/2401.00000",),
    extra: Iterable[str] = (),
    **summary: str,
) -> str:
    """The text of a record; `links` and `extra` are lines of YAML, the rest is text."""
    lines = [f"title: {quoted(title)}", f"date: {date}", "venue: arXiv", "tags: [Copy Head]"]
    lines += [*extra, "links:", *(f"  {line}" for line in links), "summary:"]
    lines += [f"  {name}: {quoted(text)}" for name, text in (SUMMARY | summary).items()]
    return "\n".join(lines) + "\n"


def case_of(*records: str, settings: tuple[Source, ListConfig] | None = None) -> Case:
    """A list of these records, the first of them called `paper-1`."""
    sources = [
        Source(f"papers/2024/paper-{place}.yaml", text.encode())
        for place, text in enumerate(records, 1)
    ]
    papers = []
    for source in sources:
        paper, problems = parse_paper(source)
        assert paper is not None, problems
        papers.append((source, paper))
    return Case(TODAY, tuple(sources), tuple(papers), (), settings)


def findings(rule: Rule, *records: str) -> list[Finding]:
    """What a rule finds in records."""
    return list(rule.check(case_of(*records)))


def marked(rule: Rule, *records: str) -> list[str]:
    """The characters that a rule points at, as the files have them."""
    texts = {f"papers/2024/paper-{place}.yaml": text for place, text in enumerate(records, 1)}
    return [
        texts[place.path].split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]
        for place in (found.location for found in findings(rule, *records))
    ]


def mended(rules: Iterable[Rule], text: str) -> str:
    """A record after all edits of some rules, repeated until none is left."""
    for _ in range(MOST_PASSES):
        edits = [found.edit for rule in rules for found in findings(rule, text) if found.edit]
        if not edits:
            return text
        text = apply_edits(text, edits)
    raise AssertionError(text)
