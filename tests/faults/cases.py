"""Commands that write, each with a list to write into."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from awesome_heads import cli
from awesome_heads.commands.add import add
from awesome_heads.disk import CACHE
from tests.bodies import arxiv_entry
from tests.lists import record, record_path, write, write_list
from tests.services import running_services

PAPERS = 6
# So many that a build of theirs is shared among processes.
MANY = 24
IDS = ("2401.00001", "2401.00002", "2401.00003")
_ENTRY = "@article{{new{0}, title = {{Tale {0} of Readers}}, author = {{Li, Bo}}, year = 2024}}\n"


class Case(NamedTuple):
    """A command that writes.

    Attributes:
        arguments: Its command line.
        code: How it ends when nobody kills it.
        prepare: Makes the list as it is before.
    """

    arguments: tuple[str, ...]
    code: int
    prepare: Callable[[Path], object]


def _edited(root: Path) -> None:
    """A site that was built, and then edits of every kind, so that files come, change and go."""
    write_list(root, PAPERS)
    build(root)
    write(root, record_path(1), record(1, "2023-03-09"))
    (root / record_path(2)).unlink()
    write(root, record_path(9), record(9, "2023-05-01"))


def _worn(root: Path) -> None:
    """Records with faults that take two rounds to mend."""
    write_list(root, PAPERS)
    for number in range(1, PAPERS + 1):
        text = (root / record_path(number)).read_text().replace("Late Reader", "Night Reader")
        write(root, record_path(number), "\ufeff" + text.replace("\n", "\r\n"))


def _bibliography(root: Path) -> None:
    write_list(root, PAPERS)
    write(root, "new.bib", "".join(map(_ENTRY.format, range(PAPERS))))


def _answered(root: Path) -> None:
    """A list whose cache knows some papers that it does not have."""
    write_list(root, PAPERS)
    with running_services() as services:
        for number in IDS:
            services.arxiv[number] = arxiv_entry(number, title=f"Readers of Page {number[-1]}")
        client = services.client(root / CACHE)
        add(Path(shutil.copytree(root, root.parent / "asked")), IDS, client)
    shutil.rmtree(root.parent / "asked")


CASES = {
    "build": Case(("build", "--jobs", "1"), 0, _edited),
    "check --fix": Case(("check", "--fix"), 0, _worn),
    "tags merge": Case(
        ("tags", "merge", "Early Reader", "--into", "Late Reader"),
        0,
        lambda r: write_list(r, PAPERS),
    ),
    "import": Case(("import", "new.bib", "--from", "bibtex"), 0, _bibliography),
    "add": Case(("add", "--offline", *IDS), 0, _answered),
}

# It takes several seconds, so `make faults` alone kills it: what it has forked outlives it.
FORKING = {
    "build --jobs 2": Case(("build", "--jobs", "2"), 0, lambda root: write_list(root, MANY)),
}


def build(root: Path) -> int:
    """Build a list in this process."""
    return cli.run(["build", "--jobs", "1", "--root", str(root)])
