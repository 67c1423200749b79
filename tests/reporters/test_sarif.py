"""Diagnostics as SARIF 2.1.0."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft7Validator

from awesome_heads import __version__
from awesome_heads.checks import RULES
from awesome_heads.diagnostics import Diagnostic, Location, Severity
from awesome_heads.reporters.sarif import format_sarif

DOCUMENTATION = "https://code.example/readers/list/blob/main/docs/rules.md"


def _closed(required: str = "", **properties: object) -> dict[str, object]:
    """An object with just these properties, some of which must be there."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
PLACE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = _closed("text", text=TEXT)
ADDRESS = {"type": "string", "pattern": "^https://[^ ]+$"}
# What of the standard's schema these logs use: names, types and required properties are its own.
# https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json
SARIF = _closed(
    "version runs",
    **{"$schema": ADDRESS},
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "minItems": 1,
        "items": _closed(
            "tool",
            tool=_closed(
                "driver",
                driver=_closed(
                    "name",
                    name=TEXT,
                    version=TEXT,
                    informationUri=ADDRESS,
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": _closed(
                            "id",
                            id=TEXT,
                            shortDescription=MESSAGE,
                            fullDescription=MESSAGE,
                            help=MESSAGE,
                            helpUri=ADDRESS,
                            defaultConfiguration=_closed(level=LEVEL),
                        ),
                    },
                ),
            ),
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            originalUriBaseIds={
                "type": "object",
                "additionalProperties": _closed(uri=ADDRESS, description=MESSAGE),
            },
            results={
                "type": "array",
                "items": _closed(
                    "message",
                    ruleId=TEXT,
                    ruleIndex={"type": "integer", "minimum": 0},
                    level=LEVEL,
                    message=MESSAGE,
                    locations={
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1,
                        "items": _closed(
                            physicalLocation=_closed(
                                "artifactLocation",
                                artifactLocation=_closed("uri", uri=TEXT, uriBaseId=TEXT),
                                region=_closed(
                                    "startLine",
                                    startLine=PLACE,
                                    startColumn=PLACE,
                                    endColumn=PLACE,
                                ),
                            )
                        ),
                    },
                ),
            },
        ),
    },
)

FOUND = [
    Diagnostic(Location("papers/2024/a b.yaml", 3, 7, 12), RULES[0].name, "wrong", "do this"),
    Diagnostic(Location("list.yaml", 1, 5, 1), RULES[-1].name, "look", "", Severity.NOTE),
    Diagnostic(Location("list.yaml"), RULES[5].name, "watch", "", Severity.WARNING),
]


def log(*found: Diagnostic) -> dict[str, Any]:
    """The log of some diagnostics, which fits the standard."""
    content = json.loads(format_sarif(found, DOCUMENTATION))
    Draft7Validator.check_schema(SARIF)
    assert [each.message for each in Draft7Validator(SARIF).iter_errors(content)] == []
    assert isinstance(content, dict)
    return content


def run(*found: Diagnostic) -> Mapping[str, Any]:
    """The log's only run."""
    (only,) = log(*found)["runs"]
    assert isinstance(only, dict)
    return only


def test_the_log_says_what_it_is() -> None:
    """Version and schema are those of the standard, and the tool is named with its version."""
    content = log()
    assert content["version"] == "2.1.0"
    assert content["$schema"].endswith("sarif-2.1.0.json")
    driver = content["runs"][0]["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("awesome-heads", __version__)
    assert content["runs"][0]["results"] == []


def test_every_rule_is_described() -> None:
    """Each rule of the program is there once, with what it refuses, why, and where to read on."""
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in RULES]
    for made, rule in zip(rules, RULES, strict=True):
        assert made["shortDescription"]["text"] == rule.sections["What"]
        assert made["fullDescription"]["text"] == rule.sections["Why"]
        assert made["help"]["text"] == rule.sections["Fix"]
        assert made["helpUri"] == f"{DOCUMENTATION}#{rule.name}"
        assert made["defaultConfiguration"]["level"] == rule.severity.label


def test_a_result_names_its_rule_twice() -> None:
    """Index and id lead to the same rule, and the level is that of the list."""
    made = run(*FOUND)
    rules = made["tool"]["driver"]["rules"]
    results = made["results"]
    assert [rules[each["ruleIndex"]]["id"] for each in results] == [each.rule for each in FOUND]
    assert [each["ruleId"] for each in results] == [each.rule for each in FOUND]
    assert [each["level"] for each in results] == ["error", "note", "warning"]
    assert [each["message"]["text"] for each in results] == ["wrong (do this)", "look", "watch"]


def test_columns_count_characters_and_never_run_backwards() -> None:
    """A region is within one line, its end behind its beginning or there."""
    made = run(*FOUND)
    assert made["columnKind"] == "unicodeCodePoints"
    places = [each["locations"][0]["physicalLocation"]["region"] for each in made["results"]]
    assert places == [
        {"startLine": 3, "startColumn": 7, "endColumn": 12},
        {"startLine": 1, "startColumn": 5, "endColumn": 5},
        {"startLine": 1, "startColumn": 1, "endColumn": 1},
    ]


@pytest.mark.parametrize(
    "path",
    ["papers/2024/a.yaml", "papers/2024/a b.yaml", "papers/2024/ä面.yaml", "a%20b", "a?b#c", "c:d"],
)
def test_addresses_are_relative_to_the_repository(path: str) -> None:
    """A path is percent-encoded, has no scheme, and leads back to the file."""
    made = run(Diagnostic(Location(path), RULES[0].name, "wrong"))
    where = made["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uriBaseId"] in made["originalUriBaseIds"]
    parts = urlsplit(where["uri"])
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert where["uri"].isascii()
    assert not where["uri"].startswith("/")
    assert unquote(parts.path) == path
