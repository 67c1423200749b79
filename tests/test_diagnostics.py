"""Severities, places and the order of diagnostics."""

import pytest

from awesome_heads.diagnostics import Diagnostic, Location, Severity


@pytest.mark.parametrize(
    ("severity", "label"),
    [(Severity.NOTE, "note"), (Severity.WARNING, "warning"), (Severity.ERROR, "error")],
)
def test_severity_has_a_word(severity: Severity, label: str) -> None:
    """A report calls a severity by its name in lower case."""
    assert severity.label == label


def test_severities_are_ordered() -> None:
    """The worse a diagnostic, the higher its severity."""
    assert Severity.NOTE < Severity.WARNING < Severity.ERROR


def test_location_begins_at_the_start() -> None:
    """A location without a line is the start of its file."""
    assert Location("list.yaml") == ("list.yaml", 1, 1, 1)


def test_diagnostic_is_an_error_by_default() -> None:
    """A diagnostic without a hint and a severity is an error that suggests nothing."""
    found = Diagnostic(Location("list.yaml"), "a-rule", "wrong")
    assert (found.hint, found.severity) == ("", Severity.ERROR)


def test_diagnostics_sort_by_place() -> None:
    """Diagnostics follow path, then line, then column, then rule."""
    ordered = [
        Diagnostic(Location("a.yaml", 9, 9, 9), "z-rule", "z"),
        Diagnostic(Location("b.yaml", 2, 9, 9), "z-rule", "z"),
        Diagnostic(Location("b.yaml", 10, 1, 1), "b-rule", "z"),
        Diagnostic(Location("b.yaml", 10, 2, 2), "a-rule", "z"),
        Diagnostic(Location("b.yaml", 10, 2, 2), "b-rule", "a"),
    ]
    assert sorted(set(ordered)) == ordered
