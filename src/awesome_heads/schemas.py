"""JSON Schema of records, settings and vocabularies, for editors.

The dialect is draft-07 (https://json-schema.org/draft-07), the newest that the editors' YAML
support reads throughout.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from awesome_heads.config import ListConfig
from awesome_heads.model import Paper, Vocabulary

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_EXAMPLES = {
    "title": "A Made-Up Paper on Kites",
    "date": "2024-04-24",
    "authors": ["Ada Example", "Ben Example"],
    "venue": "arXiv",
    "added": "2024-05-01",
    "abstract_url": "https://example.org/abstract",
    "bibtex_key": "example2024kites",
    "former_ids": ["an-earlier-file-name"],
    "former_titles": ["An Earlier Title"],
    "ignore": {"link-kind": "the journal is hosted there"},
}


def paper_schema(vocabularies: Iterable[Vocabulary]) -> Schema:
    """The schema of `papers/<year>/<id>.yaml`, with the terms that each field takes."""
    schema = _schema(Paper, "A paper", without={"id", "terms"})
    properties = schema["properties"]
    for name, example in _EXAMPLES.items():
        properties[name]["examples"] = [example]
    for each in vocabularies:
        names = sorted(each.by_name)
        if each.id == "venues":
            properties["venue"]["enum"] = names
            schema["definitions"]["Published"]["properties"]["venue"]["enum"] = names
        elif each.on_records:
            properties[each.id] = {
                "title": each.title,
                "description": each.description,
                "type": "array",
                "items": {"type": "string", "enum": names},
                "uniqueItems": True,
            }
    properties["tags"]["minItems"] = 1
    return schema


def list_schema() -> Schema:
    """The schema of `list.yaml`."""
    return _schema(ListConfig, "A paper list")


def vocabulary_schema() -> Schema:
    """The schema of `taxonomy/<name>.yaml`; a term may hold the properties that it declares."""
    schema = _schema(Vocabulary, "A vocabulary", without={"id"})
    term = schema["definitions"]["Term"]
    del term["properties"]["properties"]
    term["additionalProperties"] = {"type": ["string", "number", "boolean"]}
    return schema


def _schema(model: type[BaseModel], title: str, without: Collection[str] = ()) -> Schema:
    schema = _draft_07(model.model_json_schema())
    schema["properties"] = {
        name: each for name, each in schema["properties"].items() if name not in without
    }
    schema["required"] = [name for name in schema["required"] if name not in without]
    return {"$schema": _DIALECT} | schema | {"title": title}


def _draft_07(schema: Mapping[str, Any]) -> Schema:
    """Rename what newer drafts call otherwise, and drop defaults that are no plain values."""
    renamed = {"$defs": "definitions"}
    return {
        renamed.get(name, name): _inner(name, value)
        for name, value in schema.items()
        if name != "default" or not isinstance(value, dict | list)
    }


def _inner(name: str, value: object) -> object:
    if isinstance(value, Mapping):
        return _draft_07(value)
    if isinstance(value, list):
        return [_inner("", each) for each in value]
    if name == "$ref" and isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    return value
