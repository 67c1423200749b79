"""A small list for the commands that add and refresh records."""

from pathlib import Path

_FILES = {
    "list.yaml": """\
name: Reading Heads
title: Reading Heads
description: Made up for tests.
lead: Heads that read.
introduction: [Papers that nobody wrote.]
site_url: https://lists.example/heads/
repository_url: https://code.example/readers/list
started: 2020-01-01
citation: {title: A Survey, url: https://papers.example/survey}
licence: {data: CC0 1.0, code: MIT, data_url: https://licences.example/cc0}
""",
    "CITATION.bib": "@misc{survey,\n  title = {A Survey},\n}\n",
    "taxonomy/tags.yaml": """\
title: Heads
singular: Head
description: What heads do.
terms:
  - name: Lantern Head
  - name: Reading Head
    aliases: [Reader]
""",
    "taxonomy/venues.yaml": """\
title: Venues
singular: Venue
description: Where papers appear.
properties:
  full_name: {label: Full name, description: In full.}
terms:
  - name: arXiv
  - name: CRM
    aliases: [ReadMach]
    full_name: Conference on Reading Machines
  - name: CRM Workshop
""",
}

RECORD = """\
# kept: a comment at the top
title:   'Lantern Heads Carry Dates'   # as printed
date: 2024-01-03
authors:
  - Ada Example
  - Bo Sample
venue: arXiv  # where it is read
added: 2024-02-01
tags: [ Lantern Head ]

links: { paper: https://arxiv.org/abs/2401.00001 }
summary:
  innovation: Names heads.
  tasks: Dates.
  result: They carry them.
"""
PATH = "papers/2024/lantern-heads-carry-dates.yaml"


def a_shelf(folder: Path, **records: str) -> Path:
    """Write a list whose records have these texts, by id."""
    for path, text in _FILES.items():
        write(folder, path, text)
    for name, text in records.items():
        write(folder, f"papers/2024/{name.replace('_', '-')}.yaml", text)
    return folder


def write(folder: Path, path: str, text: str) -> None:
    """Write one file, line ends as they are."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())


def records(folder: Path) -> dict[str, str]:
    """Every record's text, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted((folder / "papers").rglob("*.yaml"))
    }
