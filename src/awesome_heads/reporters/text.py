"""Diagnostics as lines of text, for a terminal or a log."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.text import Text

from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.text import count, printable, sentence_list

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}


def format_text(
    diagnostics: Iterable[Diagnostic], lines: Mapping[tuple[str, int], str] | None = None
) -> Text:
    """Write `path:line:col: error[rule] message` for each, its hint indented below.

    Args:
        diagnostics: What to write, in this order.
        lines: Source lines by path and number; where given, each diagnostic shows its line with
            the fault marked below it.
    """
    text = Text()
    for each in diagnostics:
        path, line, column, _ = each.location
        text.append(f"{printable(path)}:{line}:{column}: ", "bold")
        text.append(f"{each.severity.label}[{each.rule}]", _COLOURS[each.severity])
        text.append(f" {printable(each.message)}\n")
        source = (lines or {}).get((path, line), "")
        if source.strip():
            text.append(_marked(each, source))
        if each.hint:
            text.append("  hint: ", "cyan")
            text.append(f"{printable(each.hint)}\n")
    return text


def _marked(each: Diagnostic, source: str) -> Text:
    _, line, column, end = each.location
    margin = f"{line:>5} | "
    blank = "".join(sign if sign == "\t" else " " for sign in source[: column - 1])
    width = max(1, min(end, len(source) + 1) - column)
    marked = Text(f"{margin}{source}\n", "dim")
    marked.append(f"{'':>5} | {blank}")
    marked.append(f"{'^' * width}\n", _COLOURS[each.severity])
    return marked


def format_total(diagnostics: Iterable[Diagnostic]) -> str:
    """Say how many problems of each weight stand in how many files."""
    every = list(diagnostics)
    weights = Counter(each.severity for each in every)
    numbers = [
        count(weights[weight], weight.label) for weight in reversed(Severity) if weights[weight]
    ]
    files = len({each.location.path for each in every})
    return f"{sentence_list(numbers)} in {count(files, 'file')}" if numbers else "no problems"
