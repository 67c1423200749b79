"""Diagnostics as JSON, in a shape that only ever grows within a version.

`version` is 1. `summary` counts `errors`, `warnings` and `notes`. Each of `diagnostics` has `path`,
`line`, `column`, `end_column` (all from 1, the last exclusive), `rule`, `severity`, `message`,
`hint` (may be empty) and `fixable`.
"""

import json
from collections import Counter
from collections.abc import Sequence

from awesome_heads.diagnostics import Diagnostic, Severity

VERSION = 1


def format_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write diagnostics as one JSON object, indented, with a final line end."""
    weights = Counter(each.severity for each in diagnostics)
    summary = {f"{weight.label}s": weights[weight] for weight in reversed(Severity)}
    content = {
        "version": VERSION,
        "summary": summary,
        "diagnostics": [_entry(each) for each in diagnostics],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(each: Diagnostic) -> dict[str, object]:
    return {
        **each.location._asdict(),
        "rule": each.rule,
        "severity": each.severity.label,
        "message": each.message,
        "hint": each.hint,
        "fixable": each.edit is not None,
    }
