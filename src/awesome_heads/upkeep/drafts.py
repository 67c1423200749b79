"""New records from metadata: everything known filled in, and a TODO where a person must write."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import yaml

from awesome_heads.fields import PartialDate
from awesome_heads.model import Vocabulary
from awesome_heads.providers import Metadata, first_day
from awesome_heads.text import slugify
from awesome_heads.upkeep.matching import find_terms, match_venue
from awesome_heads.upkeep.publication import find_publication, in_yaml, said_venue

_CODE = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co)/[\w.\-]+/[\w.\-]+(?<![.\-])",
    re.ASCII,
)
SUMMARY_HINTS = {
    "innovation": "what is new",
    "tasks": "what it was tested on",
    "result": "what was found",
}


@dataclass(frozen=True)
class Draft:
    """The text of a new record, and where it belongs.

    Attributes:
        path: Path relative to the list's root.
        text: The record.
    """

    path: str
    text: str

    @property
    def todo(self) -> int:
        """How many lines a person must fill in or look at."""
        return self.text.count("# TODO")


def draft_record(
    paper: Metadata,
    publication: Metadata | None,
    vocabularies: tuple[Vocabulary, Vocabulary],
    ids: Collection[str],
    today: dt.date,
) -> Draft | None:
    """Write a new record; None where the paper has no date, and so no year to lie in.

    Args:
        paper: What is known of the paper.
        publication: What is known of its published version, for a preprint.
        vocabularies: Tags and venues.
        ids: Ids that are taken.
        today: The day it joins the list.
    """
    if paper.date is None:
        return None
    tags, venues = vocabularies
    lines = [
        f"title: {in_yaml(paper.title)}",
        _date_line(paper, paper.date),
        *_author_lines(paper.authors),
        *_venue_lines(paper, publication, venues),
        f"added: {today}",
        _tag_line(paper, tags),
        *_link_lines(paper),
        "summary: # sixty words in all",
        *(f"  {name}: # TODO: {what}" for name, what in SUMMARY_HINTS.items()),
    ]
    slug = free_id(slugify(paper.title) or slugify(paper.identifier.label), ids)
    return Draft(f"papers/{paper.date.year:04}/{slug}.yaml", "\n".join(lines) + "\n")


def _date_line(paper: Metadata, date: PartialDate) -> str:
    line = f"date: {first_day(date)}"
    if paper.identifier.scheme in {"arxiv", "openreview"} and date.day is not None:
        return line
    known = f"{paper.source} says {date}; " if date.day is None else ""
    return f"{line} # TODO: {known}if a preprint came earlier, write its day"


def _author_lines(authors: Sequence[str]) -> Iterator[str]:
    if authors:
        yield "authors:"
        yield from (f"  - {in_yaml(author)}" for author in authors)
    else:
        yield "# TODO: the authors are not known; add `authors:` or delete this line"


def _venue_lines(
    paper: Metadata, publication: Metadata | None, venues: Vocabulary
) -> Iterator[str]:
    if paper.identifier.scheme != "arxiv":
        yield _term_line(paper.venue, venues)
        return
    yield _term_line("arXiv", venues)
    appeared = find_publication(paper, publication, venues)
    said = said_venue(paper, publication)
    if appeared is not None:
        yield from appeared.lines()
    elif said:
        message = f"it appeared in {in_comment(said)}; add that venue to taxonomy/venues.yaml"
        yield f"# TODO: {message} and name it under `published:`"


def _term_line(said: str, venues: Vocabulary) -> str:
    term = match_venue(said, venues)
    if term is not None:
        return f"venue: {in_yaml(term.name)}"
    named = f"no name in taxonomy/venues.yaml fits {in_comment(said)}" if said else "not known"
    return f"venue: # TODO: {named}; write one, or add a term"


def _tag_line(paper: Metadata, tags: Vocabulary) -> str:
    found = find_terms(f"{paper.title}\n{paper.abstract}", tags)
    if not found:
        return "tags: [] # TODO: one or more names from taxonomy/tags.yaml"
    names = yaml.dump(
        [term.name for term in found], default_flow_style=True, allow_unicode=True, width=1 << 20
    )
    return f"tags: {names.strip()} # TODO: found in title and abstract; keep those that fit"


def _link_lines(paper: Metadata) -> Iterator[str]:
    yield "links:"
    yield f"  paper: {in_yaml(paper.url)}"
    code = _CODE.search(f"{paper.abstract}\n{paper.comment}")
    if code:
        yield f"  code: {in_yaml(code[0])} # TODO: found in the abstract; is it theirs?"


def free_id(slug: str, ids: Collection[str]) -> str:
    """An id that no record has, as like a slug as can be."""
    number, free = 2, slug
    while free in ids:
        free = f"{slug}-{number}"
        number += 1
    return free


def in_comment(text: str) -> str:
    """A foreign text in quotes, short enough for a comment."""
    words = " ".join(text.split())
    return f'"{words if len(words) <= 100 else words[:99] + "…"}"'  # noqa: PLR2004 -- a line's width
