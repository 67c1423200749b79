"""Where a preprint appeared, out of what registries, references and authors say."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from awesome_heads.fields import PartialDate
from awesome_heads.model import Term, Vocabulary
from awesome_heads.providers import Metadata
from awesome_heads.text import slugify
from awesome_heads.upkeep.matching import find_venue, match_venue

_SERVER = "arXiv"


@dataclass(frozen=True)
class Publication:
    """The published version of a preprint.

    Attributes:
        venue: The vocabulary's name of the venue.
        date: When it appeared.
        doi: DOI, where known.
        pages: Pages in the volume, where known.
        title: Title, where it is another than the preprint's.
    """

    venue: str
    date: PartialDate
    doi: str = ""
    pages: str = ""
    title: str = ""

    def lines(self) -> Iterator[str]:
        """The field `published` of a record."""
        yield "published:"
        yield f"  venue: {in_yaml(self.venue)}"
        yield f"  date: {self.date}"
        for name in ("doi", "pages", "title"):
            value = getattr(self, name)
            if value:
                yield f"  {name}: {in_yaml(value)}"


def find_publication(
    paper: Metadata, published: Metadata | None, venues: Vocabulary
) -> Publication | None:
    """Where a preprint appeared, if the vocabulary has a name for that venue.

    The registry of its DOI knows best, then its reference, then what the authors remark.
    """
    for said in (published, paper):
        term = match_venue(said.venue, venues) if said else None
        if said and term and said.published and term != server(venues):
            title = _other_title(paper, published)
            return Publication(term.name, said.published, paper.doi, said.pages, title)
    remark = find_venue(paper.comment, venues)
    if remark and remark[0] != server(venues):
        return Publication(remark[0].name, PartialDate.parse(remark[1]), paper.doi)
    return None


def said_venue(paper: Metadata, published: Metadata | None) -> str:
    """The venue as the services word it; empty where they name none but the preprint server."""
    named = (published.venue if published else "", paper.venue)
    return next((text for text in named if text and letters(text) != letters(_SERVER)), "")


def server(venues: Vocabulary) -> Term | None:
    """The preprint server, where the vocabulary has it."""
    return venues.by_name.get(_SERVER)


def _other_title(paper: Metadata, published: Metadata | None) -> str:
    if published is None or letters(published.title) == letters(paper.title):
        return ""
    return published.title


def letters(text: str) -> str:
    """What of a title counts: its letters and digits, in lower case and plain."""
    return slugify(text, longest=1 << 16).replace("-", "")


def in_yaml(text: str) -> str:
    """A text as a value that may stand after `field: `, quoted only where YAML needs it."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=1 << 20)
    return written.removesuffix("\n").removesuffix("\n...")
