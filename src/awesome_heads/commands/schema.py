"""`schema`: JSON Schema for editors."""

import json
from pathlib import Path
from typing import Literal

from awesome_heads import disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import say
from awesome_heads.schemas import Schema, list_schema, paper_schema, vocabulary_schema

What = Literal["paper", "list", "taxonomy"]


def schema(root: Path, what: What) -> int:
    """Print one schema."""
    say(format_schema(make_schema(project.read(root, disk.today()), what)))
    return 0


def make_schema(case: Case, what: What) -> Schema:
    """One schema, with the terms of the list's vocabularies."""
    if what == "paper":
        return paper_schema(vocabulary for _, vocabulary in case.vocabularies)
    return list_schema() if what == "list" else vocabulary_schema()


def format_schema(made: Schema) -> str:
    """Write a schema as the files of `schema/` hold it, without the last line end."""
    return json.dumps(made, ensure_ascii=False, indent=2)
