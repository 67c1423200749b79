"""Whether a record lies where its content says."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from awesome_heads.checks.case import Case, finding
from awesome_heads.diagnostics import Diagnostic


def wrong_folder(case: Case) -> Iterator[Diagnostic]:
    """A record lies in the folder of its date's year."""
    for source, paper in case.papers:
        path = PurePosixPath(source.path)
        if path.parent.name != str(paper.date.year):
            yield finding(
                source,
                ("date",),
                "wrong-folder",
                f"a paper of {paper.date.year} lies in `{path.parent}/`",
                f"move it to `papers/{paper.date.year}/{path.name}`, or correct the date",
            )
