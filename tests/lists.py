"""A complete list as small as one can be, and the program as tests start it."""

import json
import os
import sys
from pathlib import Path

import awesome_heads

SOURCES = Path(awesome_heads.__file__).parents[1]
REPOSITORY = Path(__file__).parents[1]
SITE = "site"
BASE = "/readers/"
HOST = "https://lists.example"

_SETTINGS: dict[str, object] = {
    "name": "Awesome Readers",
    "title": "Awesome Readers",
    "description": "Papers about readers, made up for tests.",
    "lead": "A *reader* reads. This list gathers those who do.",
    "introduction": ["A list of papers about readers."],
    "site_url": f"{HOST}{BASE}",
    "repository_url": "https://code.example/readers/list",
    "started": "2020-01-01",
    "citation": {"title": "Readers: A Survey", "url": "https://papers.example/survey"},
    "licence": {
        "data": "CC0 1.0",
        "code": "MIT",
        "data_url": "https://licences.example/cc0",
    },
}

_TAGS = """\
title: Kinds
singular: Kind
description: What a reader reads.
groups:
  - name: Near
    description: Readers of what lies at hand.
    colour: {light: '#8a6e00', dark: '#d7bc66'}
terms:
  - name: Early Reader
    group: [Near]
    description: Reads before breakfast.
  - name: Late Reader
    aliases: [Night Reader]
"""

_VENUES = """\
title: Venues
singular: Venue
description: Where papers about readers appear.
terms:
  - name: arXiv
  - name: Reading Letters
"""

_METHODS = """\
title: Methods
singular: Method
description: How readers are studied.
terms:
  - name: Watching
"""

_RECORD = """\
title: "Reading № {number}: A Study"
date: {date}
authors: [Ada Äpfel, Bo Li]
venue: arXiv
tags: [{tag}]
methods: [Watching]
links:
  paper: https://papers.example/{number}
summary:
  innovation: Reads page {number}.
  tasks: Books.
  result: They were read → and shelved.
"""


def record(number: int = 1, date: str = "2024-01-01", tag: str = "Early Reader") -> str:
    """The text of a valid record."""
    return _RECORD.format(number=number, date=date, tag=tag)


def record_path(number: int = 1) -> str:
    """Where `write_list` puts its record of this number, odd and even ones in two years."""
    return f"papers/{2024 - number % 2}/reading-{number}.yaml"


def write_list(folder: Path, papers: int = 3, **changes: object) -> Path:
    """Write a valid list and give its root; `changes` replace settings of `list.yaml`.

    A change to None leaves the setting out.
    """
    settings = {name: value for name, value in (_SETTINGS | changes).items() if value is not None}
    write(folder, "list.yaml", json.dumps(settings, ensure_ascii=False, indent=2))
    write(folder, "CITATION.bib", "@misc{survey,\n  title = {Readers: A Survey},\n}\n")
    write(folder, "taxonomy/tags.yaml", _TAGS)
    write(folder, "taxonomy/venues.yaml", _VENUES)
    write(folder, "taxonomy/methods.yaml", _METHODS)
    for number in range(1, papers + 1):
        path = record_path(number)
        date = f"{path.split('/')[1]}-03-{number:02}"
        tag = "Late Reader" if number % 2 else "Early Reader"
        write(folder, path, record(number, date, tag))
    return folder


def write(folder: Path, path: str, text: str) -> Path:
    """Write one file of a list, and the folders above it."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="")
    return target


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path with forward slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def command(*arguments: str) -> list[str]:
    """The command line that starts the installed program, or the module where there is none."""
    program = Path(sys.executable).with_name("awesome-heads")
    start = [str(program)] if program.exists() else [sys.executable, "-m", "awesome_heads"]
    return [*start, *arguments]


def environment(**changes: str) -> dict[str, str]:
    """This process's environment for `command`, with the same sources and without colours."""
    return {**os.environ, "PYTHONPATH": str(SOURCES), "NO_COLOR": "1", **changes}


def unmeasured() -> dict[str, str]:
    """The same, for programs whose code other tests reach: coverage is not measured in them."""
    return {name: value for name, value in environment().items() if not name.startswith("COVERAGE")}
