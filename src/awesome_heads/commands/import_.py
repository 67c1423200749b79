"""`import`: records out of what people wrote elsewhere."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.results import say
from awesome_heads.commands.services import tell_asking
from awesome_heads.errors import UsageError
from awesome_heads.identifiers import Identifier
from awesome_heads.importing import (
    Draft,
    IssuePaper,
    Outcome,
    format_comment,
    make_draft,
    parse_issue,
)
from awesome_heads.model import Vocabulary
from awesome_heads.providers import Metadata
from awesome_heads.records import Source
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.references import parse_reference
from awesome_heads.render import Output
from awesome_heads.resolving import Resolver, open_client
from awesome_heads.upkeep import Known
from awesome_heads.upkeep.matching import match_venue
from awesome_heads.web import Client

Format = Literal["issue"]

# More than any issue holds, so that a huge file is told from one that is merely long.
_LARGEST = 1024 * 1024
_LOOKED_UP = ("title", "date", "authors")


def import_list(
    root: Path, file: str, form: Format, client: Client | None = None, *, offline: bool = False
) -> int:
    """Write a record for each complete paper, and say what the others lack; 1 where one does."""
    body = _read(file)
    case = project.read(root, disk.today())
    if case.settings is None or case.unread & set(NEEDED):
        report(checks.run(case, blocking_only=True), "nothing was imported")
        return 1
    papers, remarks = _PARSERS[form](body)
    known = Known.of(tuple(each for each in case.files if each.path.startswith("papers/")))
    wanted = dict(_wanted(papers, known))
    if wanted:
        client = client or open_client(root, case.settings[1].repository_url, offline=offline)
        try:
            papers = _look_up(papers, wanted, Resolver(client, tell_asking), case)
        finally:
            client.close()
    outcomes = [_take(case, known, paper) for paper in papers]
    outputs = [
        Output(each.written, (each.draft.text or "").encode()) for each in outcomes if each.written
    ]
    for path in disk.write_files(root, outputs).written:
        notes().print(f"Wrote {path}.")
    say(format_comment(outcomes, remarks).rstrip("\n"))
    return int(bool(remarks) or not all(outcome.taken for outcome in outcomes))


_PARSERS = {"issue": parse_issue}


def _read(file: str) -> str:
    if file == "-":
        data: bytes | None = sys.stdin.buffer.read(_LARGEST + 1)
    else:
        data = disk.read_optional(Path(file))
    if data is None:
        raise UsageError(f"there is no file {file}", "name one, or - for standard input")
    return data[: _LARGEST + 1].decode("utf-8-sig", errors="replace")


def _wanted(papers: Sequence[IssuePaper], known: Known) -> Iterator[tuple[int, Identifier]]:
    """Papers that lack what a service can tell, by their place, with what to ask for."""
    for place, paper in enumerate(papers):
        identifier = _identifier(paper)
        lacks = any(field not in paper.answers for field in _LOOKED_UP)
        if identifier is not None and lacks and not known.owner(identifier):
            yield place, identifier


def _identifier(paper: IssuePaper) -> Identifier | None:
    found = (parse_reference(url) for url in paper.links.get("paper", ()))
    return next((each for each in found if each is not None), None)


def _look_up(
    papers: Sequence[IssuePaper], wanted: dict[int, Identifier], resolver: Resolver, case: Case
) -> list[IssuePaper]:
    resolved = resolver.resolve(wanted.values())
    venues = next(each for _, each in case.vocabularies if each.id == "venues")
    completed = list(papers)
    for place, identifier in wanted.items():
        answer = resolved[identifier]
        if answer.metadata is None:
            said = "; ".join(answer.failures)
            notes().print(f"note: {identifier.label} could not be looked up: {said}")
        elif answer.metadata.withdrawn:
            source = answer.metadata.source
            notes().print(f"note: {identifier.label} was taken back, says {source}")
        else:
            completed[place] = papers[place].completed(_answers(answer.metadata, venues))
    return completed


def _answers(found: Metadata, venues: Vocabulary) -> dict[str, str]:
    """What a service says, as the answers of an issue."""
    venue = match_venue("arXiv" if found.identifier.scheme == "arxiv" else found.venue, venues)
    whole_day = found.date is not None and found.date.day is not None
    return {
        "title": found.title,
        "date": str(found.date) if whole_day else "",
        "authors": "\n".join(found.authors),
        "venue": venue.name if venue else "",
    }


def _take(case: Case, known: Known, paper: IssuePaper) -> Outcome:
    vocabularies = {each.id: each for _, each in case.vocabularies}
    draft = make_draft(paper, vocabularies, case.today, known.ids)
    owner = _owner(known, draft)
    if owner is not None:
        return Outcome(draft, duplicate=owner)
    if draft.text is None:
        return Outcome(draft)
    known.learn(Source(draft.path, draft.text.encode()))
    return Outcome(draft, written=draft.path)


def _owner(known: Known, draft: Draft) -> str | None:
    """Path of the record of the same work, if there is one."""
    identifiers = [each for each in map(parse_reference, draft.urls) if each is not None]
    owners = [known.owner(each) for each in identifiers]
    owners += [known.namesake(draft.title)] if draft.title else []
    return next((owner for owner in owners if owner), None)
