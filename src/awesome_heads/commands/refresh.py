"""`refresh`: what the services say of the list's papers by now, as a report or as edits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes, report, report_failure, results
from awesome_heads.commands.results import say
from awesome_heads.commands.services import note_failures, tell_asking
from awesome_heads.diagnostics import Severity
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.identifiers import Identifier
from awesome_heads.model import Paper
from awesome_heads.records import Source
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.render import Output
from awesome_heads.reporters.text import format_text
from awesome_heads.resolving import Resolved, Resolver, open_client
from awesome_heads.text import count
from awesome_heads.upkeep import Drift, best_identifier, find_drift, mend
from awesome_heads.web import Client

HOUR = 60 * 60.0


@dataclass(frozen=True)
class _Compared:
    """A record with what no longer fits."""

    source: Source
    paper: Paper
    drifts: tuple[Drift, ...]


def refresh(root: Path, client: Client | None = None, *, write: bool = False) -> int:
    """Compare every record with the services; 1 where one differs still or was not compared."""
    case = project.read(root, disk.today())
    if case.settings is None or case.unread & set(NEEDED):
        report(checks.run(case, blocking_only=True), "nothing was compared")
        return 1
    named = [(source, paper, best_identifier(paper)) for source, paper in case.papers]
    client = client or open_client(root, case.settings[1].repository_url, fresh=HOUR)
    try:
        wanted = [identifier for _, _, identifier in named if identifier is not None]
        resolved = Resolver(client, tell_asking).resolve(wanted)
    finally:
        client.close()
    compared, failed = _compare(case, named, resolved)
    edited = _write(root, compared) if write else set[str]()
    left = [
        drift.diagnostic
        for each in compared
        for drift in each.drifts
        if not (drift.edits and each.source.path in edited)
    ]
    results().print(format_text(left), end="")
    _say_total(case, compared, left=len(left), edited=edited)
    return int(failed or any(each.severity is not Severity.NOTE for each in left))


def _compare(
    case: Case,
    named: Sequence[tuple[Source, Paper, Identifier | None]],
    resolved: Mapping[Identifier, Resolved],
) -> tuple[list[_Compared], bool]:
    """What differs, and whether a paper could not be compared though a service should know it."""
    venues = next(each for _, each in case.vocabularies if each.id == "venues")
    compared: list[_Compared] = []
    failed = False
    for source, paper, identifier in named:
        answer = resolved[identifier] if identifier is not None else Resolved()
        if answer.failures and identifier is not None:
            failed |= answer.metadata is None
            _report_failures(source, identifier, answer)
        if answer.metadata is not None:
            drifts = find_drift(source, paper, answer.metadata, answer.publication, venues)
            compared.append(_Compared(source, paper, tuple(drifts)))
    return compared, failed


def _report_failures(source: Source, identifier: Identifier, answer: Resolved) -> None:
    if answer.metadata is not None:
        note_failures(identifier, answer)
        return
    said = f"{identifier.label}: {'; '.join(answer.failures)}"
    hint = "try again later" if answer.passing else f"check the links in {source.path}"
    report_failure(AwesomeHeadsError(f"{source.path} was not compared: {said}", hint))


def _write(root: Path, compared: Sequence[_Compared]) -> set[str]:
    """Make every edit that can be made, and give the paths of the records that were edited."""
    outputs = []
    for each in compared:
        data = mend(each.source, each.paper, each.drifts)
        if data is not None and data != each.source.data:
            outputs.append(Output(each.source.path, data))
    for path in disk.write_files(root, outputs).written:
        say(f"Edited {path}")
    return {output.path for output in outputs}


def _say_total(case: Case, compared: Sequence[_Compared], *, left: int, edited: set[str]) -> None:
    parts = [f"{count(len(compared), 'record')} compared", f"{count(left, 'difference')} left"]
    parts += [f"{count(len(edited), 'record')} edited"] if edited else []
    fixable = sum(bool(drift.edits) for each in compared for drift in each.drifts)
    advice = ""
    if fixable and not edited:
        advice = f"; `awesome-heads refresh --write` makes {count(fixable, 'edit')}"
    say(f"{', '.join(parts)}{advice}.")
    unnamed = sum(best_identifier(paper) is None for _, paper in case.papers)
    if unnamed:
        held = "has a link" if unnamed == 1 else "have links"
        notes().print(f"{count(unnamed, 'record')} {held} that no service knows by id.")
    records = sum(each.path.startswith("papers/") for each in case.files)
    if records > len(case.papers):
        invalid = count(records - len(case.papers), "record")
        notes().print(f"{invalid} left out as not valid: run `awesome-heads check`.")
