"""`schema`: JSON Schema for editors, and the form that names the same terms."""

import json
from pathlib import Path
from typing import Literal, get_args

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.results import say
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.issue_form import PATH, issue_form
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.render import Output
from awesome_heads.schemas import Schema, list_schema, paper_schema, vocabulary_schema

What = Literal["paper", "list", "taxonomy"]


def schema(root: Path, what: What) -> int:
    """Print one schema."""
    say(format_schema(make_schema(project.read(root, disk.today()), what)))
    return 0


def write(root: Path) -> int:
    """Write every schema and the form for a new paper into the list's folder."""
    changes = disk.write_files(root, derive(project.read(root, disk.today())))
    for path in changes.written:
        say(f"Wrote {path}.")
    if not changes.written:
        say("Everything is up to date.")
    return 0


def derive(case: Case) -> tuple[Output, ...]:
    """The schemas and the issue form, which follow from a list's vocabularies.

    Raises:
        AwesomeHeadsError: A vocabulary is not valid, so that its terms would be missing.
    """
    vocabularies = {each.id: each for _, each in case.vocabularies}
    faulty = any(
        each.location.path.startswith("taxonomy/") for each in checks.run(case, blocking_only=True)
    )
    if faulty or not vocabularies.keys() >= set(NEEDED):
        hint = "run `awesome-heads check` and mend what it names there"
        raise AwesomeHeadsError("the vocabularies in taxonomy/ are not valid", hint)
    made = {
        f"schema/{what}.json": f"{format_schema(make_schema(case, what))}\n"
        for what in get_args(What)
    }
    texts = {**made, PATH: issue_form(vocabularies)}
    return tuple(Output(path, text.encode()) for path, text in texts.items())


def make_schema(case: Case, what: What) -> Schema:
    """One schema, with the terms of the list's vocabularies."""
    if what == "paper":
        return paper_schema(vocabulary for _, vocabulary in case.vocabularies)
    return list_schema() if what == "list" else vocabulary_schema()


def format_schema(made: Schema) -> str:
    """Write a schema as the files of `schema/` hold it, without the last line end."""
    return json.dumps(made, ensure_ascii=False, indent=2)
