"""Files for editors and for GitHub that follow from the models and from a list's vocabularies."""

from pathlib import Path
from typing import get_args

from awesome_heads import checks, disk, project
from awesome_heads.commands.schema import What, format_schema, make_schema
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.issue_form import PATH, issue_form
from awesome_heads.records.vocabularies import NEEDED


def files_of(root: Path) -> dict[str, str]:
    """The schemas and the issue form of a list, by path relative to its folder.

    Raises:
        AwesomeHeadsError: A vocabulary is not valid, so that its terms would be missing.
    """
    case = project.read(root, disk.today())
    vocabularies = {each.id: each for _, each in case.vocabularies}
    faults = [
        each
        for each in checks.run(case, blocking_only=True)
        if each.location.path.startswith("taxonomy/")
    ]
    if faults or not vocabularies.keys() >= set(NEEDED):
        hint = "run `awesome-heads check` and mend what it names there"
        raise AwesomeHeadsError(f"the vocabularies in {root / 'taxonomy'} are not valid", hint)
    made = {
        f"schema/{what}.json": f"{format_schema(make_schema(case, what))}\n"
        for what in get_args(What)
    }
    return {**made, PATH: issue_form(vocabularies)}
