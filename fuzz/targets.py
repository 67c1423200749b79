"""What is fed with inputs: a target takes any bytes, and raises only where the program is wrong."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from awesome_heads import checks, project
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.importing import Outcome, format_comment, make_draft, parse_issue
from awesome_heads.importing.bibliographies import PARSERS
from awesome_heads.importing.readme import parse_readme
from awesome_heads.mending import mend
from awesome_heads.model import Vocabulary
from awesome_heads.records import (
    Source,
    format_paper,
    parse_paper,
    parse_settings,
    parse_vocabulary,
)
from awesome_heads.records.files import ListFiles, sort_files

Target = Callable[[bytes], None]

RECORD = "papers/2024/fuzzed.yaml"
TODAY = dt.date(2026, 1, 15)
LIST = Path(__file__).parents[1] / "tests/data/base"
MOST_ROUNDS = 10


def read_record(data: bytes) -> None:
    """A record is read or refused at a place, and what was read is written and read again alike."""
    paper, found = parse_paper(Source(RECORD, data), ("methods",))
    assert (paper is None) == bool(found)
    _check_places(found)
    if paper is not None:
        again, _ = parse_paper(Source(RECORD, format_paper(paper).encode()), ("methods",))
        assert again == paper


def read_vocabulary(data: bytes) -> None:
    """A vocabulary is read or refused at a place."""
    vocabulary, found = parse_vocabulary(Source("taxonomy/fuzzed.yaml", data))
    assert (vocabulary is None) == bool(found)
    _check_places(found)


def read_settings(data: bytes) -> None:
    """Settings are read or refused at a place."""
    settings, found = parse_settings(Source("list.yaml", data))
    assert (settings is None) == bool(found)
    _check_places(found)


def _check_places(found: list[Diagnostic]) -> None:
    for each in found:
        _, line, column, end = each.location
        assert each.message
        assert line >= 1
        assert end >= column >= 1


def fix(data: bytes) -> None:
    """Edits end, and a record that could be read can be read after them."""
    files = _list().with_files([Source(RECORD, data)])
    readable = parse_paper(Source(RECORD, data))[0] is not None
    for _ in range(MOST_ROUNDS):
        case = project.assemble(files, TODAY)
        outputs = mend(checks.run(case), case.files, lambda path: path == RECORD).outputs
        if not outputs:
            return
        files = files.with_files(Source(each.path, each.data) for each in outputs)
        assert not readable or parse_paper(Source(RECORD, outputs[0].data))[0] is not None
    # Each round makes so many edits of a file at most, so a long one may need more rounds.


def _list() -> ListFiles:
    paths = (path for path in sorted(LIST.rglob("*")) if path.is_file())
    return sort_files(
        Source(path.relative_to(LIST).as_posix(), path.read_bytes()) for path in paths
    )


def _vocabularies() -> Mapping[str, Vocabulary]:
    read = (parse_vocabulary(source)[0] for source in _list().vocabularies)
    return {each.id: each for each in read if each is not None}


VOCABULARIES = _vocabularies()


def issue(data: bytes) -> None:
    """An issue's text gives papers or a remark, and a comment."""
    papers, remarks = parse_issue(data.decode(errors="replace"))
    assert papers or remarks
    drafts = [make_draft(paper, VOCABULARIES, TODAY) for paper in papers]
    assert format_comment([Outcome(each) for each in drafts], remarks)


def readme(data: bytes) -> None:
    """A README's rows have places in it."""
    for paper in parse_readme(data, VOCABULARIES).papers:
        assert paper.line >= 1


def bibliography(form: str) -> Target:
    """A target for files of one form: papers have titles, and what is left says why."""

    def read(data: bytes) -> None:
        found = PARSERS[form](data, VOCABULARIES)
        assert all(paper.title and paper.line > 0 for paper in found.papers)
        assert all(row.why and row.line > 0 for row in found.left)

    return read


TARGETS: Mapping[str, Target] = {
    "record": read_record,
    "vocabulary": read_vocabulary,
    "settings": read_settings,
    "fix": fix,
    "issue": issue,
    "readme": readme,
    **{form: bibliography(form) for form in PARSERS},
}
