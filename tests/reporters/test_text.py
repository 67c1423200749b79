"""Diagnostics as lines of text."""

from rich.console import Console

from awesome_heads.diagnostics import Diagnostic, Location, Severity
from awesome_heads.reporters.text import format_text, format_total

FOUND = (
    Diagnostic(Location("papers/2024/a.yaml", 3, 7, 12), "bad-date", "`x` is no day", "write one"),
    Diagnostic(
        Location("taxonomy/tags.yaml"), "odd [name]", "a [bold] word", severity=Severity.WARNING
    ),
    Diagnostic(Location("list.yaml", 1, 1, 2), "note", "look", "", Severity.NOTE),
)


def test_each_is_a_line_with_its_hint_below() -> None:
    """Place, severity, rule and message stand in one line that editors can follow."""
    assert format_text(FOUND).plain == (
        "papers/2024/a.yaml:3:7: error[bad-date] `x` is no day\n"
        "  hint: write one\n"
        "taxonomy/tags.yaml:1:1: warning[odd [name]] a [bold] word\n"
        "list.yaml:1:1: note[note] look\n"
    )


def test_nothing_to_say() -> None:
    """Without diagnostics there is no text."""
    assert format_text(()).plain == ""


def test_colours_tell_how_bad_it_is() -> None:
    """The severity has its colour, and the place stands out."""
    spans = {str(span.style) for span in format_text(FOUND).spans}
    assert spans == {"bold", "bold red", "bold yellow", "bold blue", "cyan"}


def test_brackets_are_no_markup() -> None:
    """A terminal shows a message in brackets as it is."""
    console = Console(width=200, color_system=None)
    with console.capture() as captured:
        console.print(format_text(FOUND[1:2]), end="")
    assert captured.get() == "taxonomy/tags.yaml:1:1: warning[odd [name]] a [bold] word\n"


def test_the_total_counts_problems_and_files() -> None:
    """Several problems in one file are one file."""
    assert format_total([*FOUND, FOUND[0]]) == "2 errors, 1 warning and 1 note in 3 files"
    assert format_total([FOUND[0]]) == "1 error in 1 file"
    assert format_total([]) == "no problems"
