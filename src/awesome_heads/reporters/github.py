"""Diagnostics as annotations of a pull request, and as a table for the run's summary.

The form of annotations is that of workflow commands:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from collections.abc import Iterable, Sequence

from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.escapes import escape_markdown
from awesome_heads.text import count

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_LONGEST_TABLE = 500
_TABLE_HEAD = (
    "| Where | Weight | Rule | What is wrong | What to do |\n| --- | --- | --- | --- | --- |\n"
)


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Write an annotation a line, the weightiest first, one rule's together.

    GitHub shows ten of each weight a step, so what matters most must come first.
    """
    ranked = sorted(diagnostics, key=lambda each: (-each.severity, each.rule, each.order))
    return "".join(f"{_annotation(each)}\n" for each in ranked)


def _annotation(each: Diagnostic) -> str:
    path, line, column, end = each.location
    properties = {
        "file": path,
        "line": line,
        "col": column,
        "endLine": line,
        "endColumn": max(end, column),
        "title": each.rule,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    message = f"{each.message}\nHint: {each.hint}" if each.hint else each.message
    return f"::{_COMMANDS[each.severity]} {listed}::{_escape_message(message)}"


def _escape_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(value: object) -> str:
    return _escape_message(str(value)).replace(":", "%3A").replace(",", "%2C")


def format_summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Write a Markdown table of the diagnostics, for the summary of a workflow's run."""
    if not diagnostics:
        return "Every record is in order.\n"
    rows = [
        f"| {escape_markdown(each.location.path)}:{each.location.line} | {each.severity.label} | "
        f"{each.rule} | {escape_markdown(each.message)} | {escape_markdown(each.hint)} |\n"
        for each in diagnostics[:_LONGEST_TABLE]
    ]
    more = len(diagnostics) - len(rows)
    rest = f"\n{count(more, 'more finding')} not shown.\n" if more else ""
    head = (
        "| Where | Weight | Rule | What is wrong | What to do |\n| --- | --- | --- | --- | --- |\n"
    )
    return head + "".join(rows) + rest
