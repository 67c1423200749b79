"""JSON Schemas, judged by a validator and held against the list that this repository keeps."""

import copy
import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from awesome_heads.commands.schema import make_schema
from awesome_heads.project import read
from awesome_heads.schemas import Schema, list_schema, paper_schema, vocabulary_schema
from tests.builders import a_vocabulary, record_text, settings_text

ROOT = Path(__file__).parents[1]
VOCABULARIES = [
    a_vocabulary("tags", [{"name": "Copy Head", "aliases": ["Copier"]}, "Own Head"]),
    a_vocabulary("venues", ["arXiv", {"name": "CRM", "aliases": ["ReadMach"]}]),
    a_vocabulary("methods", ["Ablation"]),
    a_vocabulary("glossary", ["Word"], on_records=False),
]
PAPER = paper_schema(VOCABULARIES)
LIST = list_schema()
VOCABULARY = vocabulary_schema()
each_schema = pytest.mark.parametrize(
    "schema", [PAPER, LIST, VOCABULARY], ids=["paper", "list", "vocabulary"]
)
# https://json-schema.org/draft-07/draft-handrews-json-schema-validation-01
KEYWORDS = {
    *("$schema", "$ref", "$id", "$comment", "definitions", "title", "description", "default"),
    *("examples", "type", "enum", "const", "format", "pattern", "minLength", "maxLength"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("items", "additionalItems", "minItems", "maxItems", "uniqueItems", "contains"),
    *("properties", "patternProperties", "additionalProperties", "propertyNames", "required"),
    *("minProperties", "maxProperties", "dependencies", "allOf", "anyOf", "oneOf", "not"),
    *("if", "then", "else"),
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: whole numbers and truth values are told, days are texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), list(_first)
    )


def load(text: str) -> Any:  # noqa: ANN401 -- whatever the file holds
    """A file's data as an editor has it."""
    return yaml.load(text, CoreLoader)  # noqa: S506 -- a subclass of the safe one


def faults(schema: Schema, data: object) -> list[str]:
    """What a schema objects to."""
    return [
        f"{'/'.join(str(step) for step in error.absolute_path)}: {error.message}"
        for error in Draft7Validator(schema).iter_errors(data)
    ]


def parts(schema: object) -> Iterator[Mapping[str, Any]]:
    """Every schema inside a schema, itself first."""
    if isinstance(schema, Mapping):
        yield schema
        for name in ("properties", "definitions", "patternProperties"):
            for inner in schema.get(name, {}).values():
                yield from parts(inner)
        for name in ("items", "additionalProperties", "not"):
            yield from parts(schema.get(name))
        for name in ("anyOf", "allOf", "oneOf"):
            for inner in schema.get(name, ()):
                yield from parts(inner)


@each_schema
def test_a_schema_is_draft_07(schema: Schema) -> None:
    """It names the dialect, is valid there, and uses no keyword that is newer."""
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)
    assert {name for part in parts(schema) for name in part} <= KEYWORDS
    assert "$defs" not in json.dumps(schema)
    assert json.loads(json.dumps(schema)) == schema


@each_schema
def test_references_lead_somewhere(schema: Schema) -> None:
    """Every reference is to a definition of the same schema, and every definition is used."""
    found = set(re.findall(r'"\$ref": "([^"]+)"', json.dumps(schema)))
    assert found == {f"#/definitions/{name}" for name in schema.get("definitions", {})}


@each_schema
def test_every_field_is_explained(schema: Schema) -> None:
    """An editor shows a title, and what a field is for, at every field."""
    assert schema["title"]
    for part in parts(schema):
        for name, field in part.get("properties", {}).items():
            assert field.get("description"), name


def test_fields_of_a_record_have_examples() -> None:
    """Examples are valid themselves."""
    paper = load(record_text())
    shown = {
        name: field["examples"]
        for name, field in PAPER["properties"].items()
        if "examples" in field
    }
    assert {"title", "date", "authors", "venue", "added", "bibtex_key"} <= set(shown)
    for name, examples in shown.items():
        for example in examples:
            assert faults(PAPER, {**paper, name: example}) == []


@each_schema
def test_objects_are_closed(schema: Schema) -> None:
    """A misspelt field is underlined while it is typed."""
    for part in parts(schema):
        if "properties" in part:
            assert part.get("additionalProperties") is False or "Term" in str(part.get("title"))


def test_what_is_no_field_of_a_file_is_left_out() -> None:
    """A record's id is its file's name, and its further terms are fields of their own."""
    assert not {"id", "terms"} & set(PAPER["properties"])
    assert "id" not in VOCABULARY["properties"]
    assert not {"id", "terms"} & set(PAPER["required"])
    assert "properties" not in VOCABULARY["definitions"]["Term"]["properties"]


# Records


def with_value(path: str, value: object) -> dict[str, Any]:
    """A record with another value at a path of fields."""
    data: dict[str, Any] = copy.deepcopy(load(record_text()))
    *above, last = path.split(".")
    inner = data
    for name in above:
        inner = inner.setdefault(name, {})
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "Another"),
        ("tags", ["Copier", "Own Head"]),
        ("venue", "ReadMach"),
        ("methods", ["Ablation"]),
        ("published", {"venue": "CRM", "date": 2024}),
        ("published", {"venue": "CRM", "date": "2024-05"}),
        ("published", {"venue": "CRM", "date": "2024-05-06", "doi": "10.1/2", "pages": "1-2"}),
        ("links.code", ["https://a.example/1", "https://a.example/2"]),
        ("former_ids", ["old-name", "older"]),
        ("ignore", {"link-kind": "why"}),
    ],
)
def test_what_a_record_may_say(path: str, value: object) -> None:
    """Names and aliases of every vocabulary, one address or several, dates in part."""
    assert faults(PAPER, with_value(path, value)) == []


@pytest.mark.parametrize(
    "path",
    [
        *("title", "date", "venue", "tags", "links", "links.paper", "summary"),
        *("summary.innovation", "summary.tasks", "summary.result"),
    ],
)
def test_a_required_field_must_be_there(path: str) -> None:
    """Each of them is missed."""
    assert [text for text in faults(PAPER, with_value(path, None)) if "required property" in text]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "a"),
        ("terms", {}),
        ("tag", ["Copy Head"]),
        ("glossary", ["Word"]),
        ("links.codes", "https://a.example"),
        ("summary.new", "x"),
        ("published", {"venue": "CRM", "date": 2024, "year": 2024}),
        ("published", {"venue": "CRM"}),
        ("published", {"date": 2024}),
        ("title", ""),
        ("title", ["a"]),
        ("date", "24 April 2024"),
        ("date", "2024-04"),
        ("published", {"venue": "CRM", "date": "2024-4"}),
        ("published", {"venue": "CRM", "date": 24}),
        ("tags", []),
        ("tags", "Copy Head"),
        ("tags", ["Copy Haed"]),
        ("tags", ["Ablation"]),
        ("venue", "NIPS"),
        ("published", {"venue": "NIPS", "date": 2024}),
        ("methods", ["Guessing"]),
        ("methods", ["Ablation", "Ablation"]),
        ("links.paper", "arxiv.org/abs/2401.00001"),
        ("links.paper", []),
        ("links.paper", ["ftp://a.example"]),
        ("authors", "Ada Example"),
        ("former_ids", ["Old Name"]),
        ("ignore", ["link-kind"]),
        ("ignore", {"link-kind": ""}),
    ],
)
def test_what_a_record_may_not_say(path: str, value: object) -> None:
    """Unknown fields, unknown terms and values of the wrong kind are refused."""
    assert faults(PAPER, with_value(path, value))


def test_a_list_without_vocabularies_has_a_schema() -> None:
    """Terms are not listed then, and any text will do."""
    schema = paper_schema([])
    Draft7Validator.check_schema(schema)
    assert faults(schema, with_value("venue", "Anywhere")) == []
    assert faults(schema, with_value("tags", []))


# Settings and vocabularies


def test_settings_are_held_against_their_model() -> None:
    """Settings that are right pass; a missing or unknown one does not."""
    data = load(settings_text())
    assert faults(LIST, data) == []
    for name in data:
        assert faults(LIST, {key: value for key, value in data.items() if key != name})
    assert faults(LIST, {**data, "nmae": "x"})
    assert faults(LIST, {**data, "site_url": "example.org"})
    assert faults(LIST, {**data, "readme": {"tags": "picture"}})
    assert faults(LIST, {**data, "site": {"related": -1}})


def test_a_vocabulary_is_held_against_its_model() -> None:
    """Terms may state what the vocabulary declares; everything else is closed."""
    data: dict[str, Any] = {
        "title": "Things",
        "singular": "Thing",
        "description": "All.",
        "groups": [{"name": "A", "groups": [{"name": "B"}]}],
        "properties": {"kind": {"label": "Kind", "description": "Which."}},
        "terms": [
            {"name": "One", "aliases": ["Uno"], "group": ["A", "B"], "kind": "x", "year": 2024}
        ],
    }
    assert faults(VOCABULARY, data) == []
    for name in ("title", "singular", "description", "terms"):
        assert faults(VOCABULARY, {key: value for key, value in data.items() if key != name})
    assert faults(VOCABULARY, {**data, "id": "things"})
    assert faults(VOCABULARY, {**data, "terms": [{"aliases": []}]})
    assert faults(VOCABULARY, {**data, "terms": [{"name": "One", "aliases": "Uno"}]})
    assert faults(VOCABULARY, {**data, "groups": [{"name": "A", "term": "One"}]})
    assert faults(
        VOCABULARY, {**data, "groups": [{"name": "A", "colour": {"light": "red", "dark": "red"}}]}
    )


# The repository's own list


@pytest.fixture(scope="module")
def own() -> Schema:
    """The schema of a record of this repository's list."""
    return make_schema(read(ROOT, dt.date(2026, 1, 15)), "paper")


def own_files(folder: str) -> list[Path]:
    """Files of the list that this repository keeps."""
    found = sorted((ROOT / folder).rglob("*.yaml"))
    assert found
    return found


def test_every_record_of_the_list_passes(own: Schema) -> None:
    """No editor underlines what the list already holds."""
    Draft7Validator.check_schema(own)
    told = {path.name: faults(own, load(path.read_text("utf-8"))) for path in own_files("papers")}
    assert {name: found for name, found in told.items() if found} == {}


def test_every_other_file_of_the_list_passes() -> None:
    """Settings and vocabularies pass as well."""
    assert faults(LIST, load((ROOT / "list.yaml").read_text("utf-8"))) == []
    told = {
        path.name: faults(VOCABULARY, load(path.read_text("utf-8")))
        for path in own_files("taxonomy")
    }
    assert {name: found for name, found in told.items() if found} == {}
