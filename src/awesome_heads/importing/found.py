"""Papers as they were found in somebody's file, before anything is checked or filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from awesome_heads.fields import PartialDate
from awesome_heads.model import Vocabulary


@dataclass(frozen=True)
class FoundPublication:
    """Where a preprint appeared, as the file words it."""

    venue: str = ""
    date: PartialDate | None = None
    doi: str = ""
    url: str = ""
    pages: str = ""
    title: str = ""


@dataclass(frozen=True)
class FoundPaper:
    """One paper of a file; whatever the file does not tell is empty.

    Attributes:
        line: The line at which it begins, counted from 1.
        title: Its title as plain text.
        date: When it came out first, as far as that is told.
        authors: Full names, in order.
        venue: Where it appeared, as the file words it or as the vocabulary does.
        published: Where it appeared later, for a preprint.
        doi: Its DOI, without `https://doi.org/`.
        pages: Its pages in the volume, where `venue` is where it was printed.
        tags: Names of tags, as the file words them.
        links: Addresses by the kinds of `model.LINK_KINDS`.
        summary: Lines of its summary by the fields of `model.Summary`, as inline Markdown.
        key: Its citation key.
        left: What the file says of it and a record does not keep, a phrase each.
        raw: The file's own text of it, to quote.
        facts: Further fields of a record, as a list's own export tells them: `added`,
            `abstract_url`, `former_ids`, `former_titles`, names of terms by their vocabulary.
    """

    line: int
    title: str
    date: PartialDate | None = None
    authors: tuple[str, ...] = ()
    venue: str = ""
    published: FoundPublication | None = None
    doi: str = ""
    pages: str = ""
    tags: tuple[str, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    summary: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    left: tuple[str, ...] = ()
    raw: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class LeftRow:
    """A row of a file that cannot become a paper: its line, its text, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Found:
    """Everything in a file that is a row, or might be taken for one.

    Attributes:
        papers: Rows that were read.
        left: Rows that could not be read.
        aside: What names a paper but is no row, such as an item of the news.
    """

    papers: tuple[FoundPaper, ...]
    left: tuple[LeftRow, ...] = ()
    aside: tuple[LeftRow, ...] = ()


# Reads a file's bytes; the vocabularies by name help to tell a venue or a tag from other words.
Parser = Callable[[bytes, Mapping[str, Vocabulary]], Found]
