"""`diff`: what changed between two states of a list."""

from pathlib import Path

from awesome_heads import checks, disk, history, project
from awesome_heads.changes import compare
from awesome_heads.commands.console import report
from awesome_heads.commands.results import say
from awesome_heads.library import Library
from awesome_heads.records.files import ListFiles, sort_files
from awesome_heads.records.places import RECORDS, SETTINGS, VOCABULARIES
from awesome_heads.reporters.changes import format_changes


def diff(root: Path, revision: str, later: str | None) -> int:
    """Print the changes since a revision as Markdown; 1 where a state is not valid."""
    before = _library(_at(root, revision), revision)
    after = _library(_at(root, later) if later else disk.read_list(root), later or "now")
    if before is None or after is None:
        return 1
    say(format_changes(compare(before, after), after).rstrip("\n"))
    return 0


def _at(root: Path, revision: str) -> ListFiles:
    names = [SETTINGS, RECORDS, VOCABULARIES]
    return sort_files(history.read_files(root, revision, names))


def _library(files: ListFiles, state: str) -> Library | None:
    case = project.assemble(files, disk.today())
    problems = [
        each
        for each in checks.run(case, blocking_only=True)
        if each.location.path.startswith((RECORDS, VOCABULARIES))
    ]
    if problems:
        report(problems, f"the list cannot be read as of {state}")
        return None
    return project.library_of(case)
