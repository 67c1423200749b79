"""`import` of a whole list: a file's rows in, records and a report out."""

import sys
from collections.abc import Mapping
from pathlib import Path

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.import_files import Merging
from awesome_heads.commands.results import say
from awesome_heads.errors import UsageError
from awesome_heads.importing.found import FoundPaper, Parser
from awesome_heads.importing.readme import parse_readme
from awesome_heads.importing.report import RowOutcome, format_rows
from awesome_heads.records import Source
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.render import Output
from awesome_heads.upkeep import Known
from awesome_heads.upkeep.found import draft_found, identifiers_of

PARSERS: Mapping[str, Parser] = {"readme": parse_readme}

# More than any list holds; what is longer was given by mistake.
_LARGEST = 32 * 1024 * 1024


def import_rows(
    root: Path, file: str, parser: Parser, *, dry_run: bool = False, update: bool | None = None
) -> int:
    """Write a record for each row of a file that is new; 1 where any row was left.

    Args:
        root: The list's folder.
        file: The file, or `-`.
        parser: What reads it.
        dry_run: Whether only to tell what would be written.
        update: Whether rows that are listed replace what their records say, or only fill in what
            these lack; None leaves the records alone.
    """
    data = _read(file)
    case = project.read(root, disk.today())
    if case.settings is None or case.unread & set(NEEDED):
        report(checks.run(case, blocking_only=True), "nothing was imported")
        return 1
    vocabularies = {each.id: each for _, each in case.vocabularies}
    found = parser(data, vocabularies)
    known = Known.of(tuple(each for each in case.files if each.path.startswith("papers/")))
    outputs: list[Output] = []
    merging = None if update is None else Merging(case, update=update)
    outcomes = [_take(case, known, paper, outputs, merging) for paper in found.papers]
    told = [format_rows(outcomes, found.left, found.aside, dry=dry_run)]
    if merging is not None:
        outputs = list({each.path: each for each in (*outputs, *merging.outputs())}.values())
        told.append(merging.report(dry=dry_run))
    if not dry_run:
        disk.write_files(root, outputs)
    say("\n\n".join(filter(None, told)))
    if any(each.todo or each.unknown for each in outcomes) and not dry_run:
        notes().print("Write what is marked TODO, then run `awesome-heads check`.")
    failed = merging is not None and merging.failed
    return int(failed or bool(found.left) or any(each.why for each in outcomes))


def _read(file: str) -> bytes:
    if file == "-":
        data: bytes | None = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        data = disk.read_optional(Path(file))
    if data is None:
        raise UsageError(f"there is no file {file}", "name one, or - for standard input")
    if len(data) > _LARGEST:
        raise UsageError(f"{file} is too large for a list", "name the file that holds the papers")
    return data


def _take(
    case: Case, known: Known, paper: FoundPaper, outputs: list[Output], merging: Merging | None
) -> RowOutcome:
    listed = _owner(known, paper)
    if listed is not None:
        if merging is not None:
            merging.merge(listed, paper)
        return RowOutcome(paper, listed=listed)
    vocabularies = {each.id: each for _, each in case.vocabularies}
    linkless = merging is not None
    made = draft_found(paper, vocabularies, known.ids, case.today, linkless=linkless)
    if isinstance(made, str):
        return RowOutcome(paper, why=made)
    draft, data = made.draft, made.draft.text.encode()
    source = Source(draft.path, data)
    known.learn(source)
    if merging is not None:
        merging.learn(source)
    outputs.append(Output(draft.path, data))
    return RowOutcome(paper, written=draft.path, todo=draft.todo, unknown=made.unknown)


def _owner(known: Known, paper: FoundPaper) -> str | None:
    """Path of the record of the same work, if there is one."""
    owners = [known.owner(each) for each in identifiers_of(paper)]
    owners += [known.namesake(paper.title)] if paper.title else []
    return next((owner for owner in owners if owner), None)
