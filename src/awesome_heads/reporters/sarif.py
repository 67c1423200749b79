"""Diagnostics as SARIF 2.1.0, which code scanning reads.

The format is that of https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; addresses
are relative to the repository.
"""

import json
from collections.abc import Sequence
from urllib.parse import quote

from awesome_heads import __version__
from awesome_heads.checks import RULES, Rule
from awesome_heads.diagnostics import Diagnostic, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def format_sarif(
    diagnostics: Sequence[Diagnostic], documentation: str, rules: Sequence[Rule] = RULES
) -> str:
    """Write diagnostics as one SARIF log.

    Args:
        diagnostics: What was found.
        documentation: Address of the page that describes the rules.
        rules: Those that were applied.
    """
    places = {rule.name: place for place, rule in enumerate(rules)}
    driver = {
        "name": "awesome-heads",
        "version": __version__,
        "informationUri": documentation,
        "rules": [_rule(rule, documentation) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The list's folder."}}},
        "results": [_result(each, places[each.rule]) for each in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, documentation: str) -> dict[str, object]:
    sections = rule.sections
    return {
        "id": rule.name,
        "shortDescription": {"text": sections["What"]},
        "fullDescription": {"text": sections["Why"]},
        "help": {"text": sections["Fix"]},
        "helpUri": f"{documentation}#{rule.name}",
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(each: Diagnostic, place: int) -> dict[str, object]:
    path, line, column, end = each.location
    region = {"startLine": line, "startColumn": column, "endColumn": max(end, column)}
    hint = f" ({each.hint})" if each.hint else ""
    return {
        "ruleId": each.rule,
        "ruleIndex": place,
        "level": _LEVELS[each.severity],
        "message": {"text": each.message + hint},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(path.encode(errors="surrogateescape")),
                        "uriBaseId": "ROOT",
                    },
                    "region": region,
                }
            }
        ],
    }
