"""Diagnostics as JSON."""

import json

from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.diagnostics import Diagnostic, Edit, Location, Severity
from awesome_heads.reporters.json import VERSION, format_json
from tests.builders import a_diagnostic


def test_the_shape() -> None:
    """Programs rely on these names, so that a change needs another version."""
    found = [
        a_diagnostic("é 🎈", edit=Edit(1, 2, "x")),
        Diagnostic(Location("list.yaml"), "b", "look", severity=Severity.NOTE),
        Diagnostic(Location("list.yaml"), "b", "watch", severity=Severity.WARNING),
        Diagnostic(Location("list.yaml"), "b", "watch out", severity=Severity.WARNING),
    ]
    content = json.loads(format_json(found))
    assert content == {
        "version": 1,
        "summary": {"errors": 1, "warnings": 2, "notes": 1},
        "diagnostics": [
            {
                "path": "papers/2024/a-paper.yaml",
                "line": 2,
                "column": 3,
                "end_column": 8,
                "rule": "made-up-rule",
                "severity": "error",
                "message": "é 🎈",
                "hint": "type this instead",
                "fixable": True,
            },
            *(
                {
                    "path": "list.yaml",
                    "line": 1,
                    "column": 1,
                    "end_column": 1,
                    "rule": "b",
                    "severity": severity,
                    "message": message,
                    "hint": "",
                    "fixable": False,
                }
                for severity, message in (
                    ("note", "look"),
                    ("warning", "watch"),
                    ("warning", "watch out"),
                )
            ),
        ],
    }
    assert list(content) == ["version", "summary", "diagnostics"]
    assert content["version"] == VERSION


def test_nothing_found_has_the_same_shape() -> None:
    """Numbers are 0 and the list is empty; nothing is left out."""
    assert json.loads(format_json([])) == {
        "version": 1,
        "summary": {"errors": 0, "warnings": 0, "notes": 0},
        "diagnostics": [],
    }


def test_the_text_is_for_people_too() -> None:
    """It is indented, in plain letters, and ends in one line end."""
    text = format_json([a_diagnostic("é")])
    assert '\n      "message": "é",\n' in text
    assert text.endswith("\n}\n")


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_read_back(text: str) -> None:
    """Quotes, control characters and all else come back as they were."""
    (each,) = json.loads(format_json([a_diagnostic(text, hint=text)]))["diagnostics"]
    assert (each["message"], each["hint"]) == (text, text)
