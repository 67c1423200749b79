"""`add`: new records from what arXiv, DOI registries, OpenReview and the ACL Anthology know."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes, report, report_failure
from awesome_heads.commands.results import say
from awesome_heads.commands.services import note_failures, tell_asking
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.identifiers import Identifier
from awesome_heads.records import Source
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.references import parse_reference
from awesome_heads.render import Output
from awesome_heads.resolving import Resolved, Resolver, open_client
from awesome_heads.text import count
from awesome_heads.upkeep import Draft, Known, draft_record
from awesome_heads.web import Client

_BY_HAND = "check the id, or write the record by hand as CONTRIBUTING.md shows"


def add(
    root: Path, references: Sequence[str], client: Client | None = None, *, offline: bool = False
) -> int:
    """Write a record for each paper that is new and known; 1 where any was not written."""
    case = project.read(root, disk.today())
    if case.settings is None or case.unread & set(NEEDED):
        report(checks.run(case, blocking_only=True), "nothing was added")
        return 1
    known = Known.of(tuple(each for each in case.files if each.path.startswith("papers/")))
    wanted, failures = _wanted(references, known)
    client = client or open_client(root, case.settings[1].repository_url, offline=offline)
    try:
        resolved = Resolver(client, tell_asking).resolve(wanted)
    finally:
        client.close()
    outputs, failed = _draft_all(case, known, resolved)
    failures += failed
    written = disk.write_files(root, [Output(each.path, each.text.encode()) for each in outputs])
    for failure in failures:
        report_failure(failure)
    for draft in outputs:
        say(f"Wrote {draft.path}: {count(draft.todo, 'line')} marked TODO.")
    if written.written:
        notes().print("Write what is marked TODO, then run `awesome-heads check`.")
    return int(bool(failures))


def _wanted(
    references: Sequence[str], known: Known
) -> tuple[list[Identifier], list[AwesomeHeadsError]]:
    """Papers to ask for, each once, and what is wrong with the rest."""
    wanted: list[Identifier] = []
    failures: list[AwesomeHeadsError] = []
    for reference in references:
        identifier = parse_reference(reference)
        if identifier is None:
            message = f"`{reference}` is no arXiv id, DOI, OpenReview forum or ACL Anthology id"
            hint = "give the address of the paper's page, such as https://arxiv.org/abs/2404.15574"
            failures.append(AwesomeHeadsError(message, hint))
        elif owner := known.owner(identifier):
            failures.append(_duplicate(identifier, owner))
        elif identifier not in wanted:
            wanted.append(identifier)
    return wanted, failures


def _draft_all(
    case: Case, known: Known, resolved: Mapping[Identifier, Resolved]
) -> tuple[list[Draft], list[AwesomeHeadsError]]:
    drafts: list[Draft] = []
    failures: list[AwesomeHeadsError] = []
    for identifier, answer in resolved.items():
        made = _draft(case, known, identifier, answer)
        if isinstance(made, AwesomeHeadsError):
            failures.append(made)
            continue
        if answer.failures:
            note_failures(identifier, answer)
        known.learn(Source(made.path, made.text.encode()))
        drafts.append(made)
    return drafts, failures


def _draft(
    case: Case, known: Known, identifier: Identifier, answer: Resolved
) -> Draft | AwesomeHeadsError:
    paper, publication = answer.metadata, answer.publication
    if paper is None:
        reason = "no answer about it is kept" if answer.offline else "; ".join(answer.failures)
        message = f"{identifier.label} was not added: {reason}"
        return AwesomeHeadsError(message, _advice(answer))
    same = [identifier, *([Identifier("doi", paper.doi)] if paper.doi else [])]
    owners = [known.owner(each) for each in same] + [known.namesake(paper.title)]
    owner = next((each for each in owners if each), None)
    if owner:
        return _duplicate(identifier, owner)
    if paper.withdrawn:
        message = f"{identifier.label} was not added: {paper.source} says that it was taken back"
        return AwesomeHeadsError(message, "write the record by hand if the list wants it anyway")
    by_id = {each.id: each for _, each in case.vocabularies}
    vocabularies = (by_id["tags"], by_id["venues"])
    draft = draft_record(paper, publication, vocabularies, known.ids, case.today)
    if draft is None:
        message = f"{identifier.label} was not added: {paper.source} does not tell its date"
        return AwesomeHeadsError(message, _BY_HAND)
    return draft


def _advice(answer: Resolved) -> str:
    if answer.offline:
        return "run this again without --offline"
    return "try again later, or give another of the paper's ids" if answer.passing else _BY_HAND


def _duplicate(identifier: Identifier, owner: str) -> AwesomeHeadsError:
    message = f"{identifier.label} is on the list already, in {owner}"
    return AwesomeHeadsError(message, "edit that record instead")
