"""Diagnostics as lines of text, for a terminal or a log."""

from collections.abc import Iterable

from rich.text import Text

from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.text import count

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}


def format_text(diagnostics: Iterable[Diagnostic]) -> Text:
    """Write `path:line:col: error[rule] message` for each, its hint indented below."""
    text = Text()
    for each in diagnostics:
        path, line, column, _ = each.location
        text.append(f"{path}:{line}:{column}: ", "bold")
        text.append(f"{each.severity.label}[{each.rule}]", _COLOURS[each.severity])
        text.append(f" {each.message}\n")
        if each.hint:
            text.append("  hint: ", "cyan")
            text.append(f"{each.hint}\n")
    return text


def format_total(diagnostics: list[Diagnostic]) -> str:
    """Say how many problems stand in how many files."""
    files = len({each.location.path for each in diagnostics})
    return f"{count(len(diagnostics), 'problem')} in {count(files, 'file')}"
