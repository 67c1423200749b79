"""Files that bibliography programs and other lists keep, as papers; one format a file."""

from collections.abc import Mapping

from awesome_heads.importing.bibliographies import bibtex, csl_json, jsonl, ris, yaml_list
from awesome_heads.importing.found import Parser

PARSERS: Mapping[str, Parser] = {
    "bibtex": bibtex.parse,
    "csl-json": csl_json.parse,
    "ris": ris.parse,
    "yaml": yaml_list.parse,
    "jsonl": jsonl.parse,
}

__all__ = ["PARSERS"]
