"""The typed context of each page kind: a template's variables are the fields of its class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.config import ListConfig
from awesome_heads.language import Plural
from awesome_heads.views.page import Alternate, Context, Frame
from awesome_heads.views.rows import Chip, Person, Row
from awesome_heads.views.tree import Branch


class RowSection(NamedTuple):
    """A titled run of rows."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


class YearBar(NamedTuple):
    """A year with its number of papers, and that number as a share of the busiest year's."""

    year: str
    page: str
    papers: int
    share: int


class Fact(NamedTuple):
    """A labelled fact; `url` is empty where it leads nowhere."""

    label: str
    text: str
    url: str


class Neighbour(NamedTuple):
    """Another page worth a visit, and why; `date` where its day is the reason."""

    label: str
    page: str
    reason: str
    date: str = ""


class ChipList(NamedTuple):
    """A paper's terms in one vocabulary."""

    title: str
    chips: tuple[Chip, ...]


class Citation(NamedTuple):
    """A paper's citation in one format, and the file that holds it."""

    label: str
    page: str
    text: str


@dataclass(frozen=True)
class HomePage(Context):
    """The way in: what the list is, its stages, its newest papers, its years."""

    frame: Frame
    papers: int
    term_count: str
    group_title: str
    term_noun: Plural
    stages: tuple[Branch, ...]
    studied: int
    period: str
    years: tuple[YearBar, ...]
    newest: tuple[Row, ...]
    feed: str
    downloads: tuple[Alternate, ...]


@dataclass(frozen=True)
class PaperPage(Context):
    """One paper."""

    frame: Frame
    row: Row
    authors: tuple[Person, ...]
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...]
    former_titles: tuple[str, ...]
    published_title: str
    heads: ChipList
    further: tuple[ChipList, ...]
    related: tuple[Neighbour, ...]
    newer: Neighbour | None
    older: Neighbour | None


@dataclass(frozen=True)
class RedirectPage(Context):
    """Where a paper's page went."""

    frame: Frame
    target: str
    title: str


@dataclass(frozen=True)
class MissingPage(Context):
    """What stands where no page is."""

    frame: Frame


@dataclass(frozen=True)
class StageStyles(Context):
    """The stages' colours as a style sheet."""

    stages: tuple[Branch, ...]


@dataclass(frozen=True)
class ScriptTexts(Context):
    """What scripts say in another language than English."""

    plural: str
    texts: Mapping[str, Sequence[str]]


class Volume(NamedTuple):
    """A file of papers that the README has no room for."""

    title: str
    path: str
    papers: int


class ReadmeSection(NamedTuple):
    """A section of the README.

    Attributes:
        address: Where its papers are: its anchor, or their file where they have one.
        text: What is said of its papers; empty where they are in other files.
        volumes: Those files.
    """

    title: str
    anchor: str
    rows: tuple[Row, ...]
    address: str
    text: str
    volumes: tuple[Volume, ...] = ()


class Way(NamedTuple):
    """A place to go on to from a file of papers."""

    title: str
    address: str


@dataclass(frozen=True)
class ReadmeRows(Context):
    """What the README says of the papers of a section."""

    config: ListConfig
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class VolumePage(Context):
    """A file of papers that the README has no room for.

    Attributes:
        readme: Address of the README.
        newer: Where the next newer papers are, if there are any.
        older: Where the next older ones are.
    """

    config: ListConfig
    title: str
    papers: int
    text: str
    readme: str
    newer: Way | None
    older: Way | None


@dataclass(frozen=True)
class ReadmePage(Context):
    """The README as a whole; its parts are templates of their own.

    Attributes:
        places: The file of each paper that is not in the README, by the paper's id.
    """

    config: ListConfig
    parts: tuple[str, ...]
    repository: str
    stages: tuple[Branch, ...]
    term_count: str
    group_title: str
    term_noun: Plural
    arrows: bool
    papers: int
    newest: tuple[Row, ...]
    sections: tuple[ReadmeSection, ...]
    places: Mapping[str, str]
    years: tuple[tuple[str, int], ...]
    bibtex: str
