"""The typed context of each page kind: a template's variables are the fields of its class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.config import ListConfig
from awesome_heads.language import Plural
from awesome_heads.views.page import Alternate, Context, Frame
from awesome_heads.views.rows import Chip, Person, Row
from awesome_heads.views.tree import Branch, StageCount


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
class YearPage(Context):
    """The papers of a year."""

    frame: Frame
    year: str
    stages: tuple[StageCount, ...]
    rows: tuple[Row, ...]
    downloads: tuple[Alternate, ...]
    newer: Neighbour | None
    older: Neighbour | None


@dataclass(frozen=True)
class YearsPage(Context):
    """Every year with its number of papers."""

    frame: Frame
    years: tuple[YearBar, ...]


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


@dataclass(frozen=True)
class SiteMap(Context):
    """Every page a search engine should know."""

    addresses: tuple[str, ...]


@dataclass(frozen=True)
class Robots(Context):
    """What crawlers may read."""

    sitemap: str


@dataclass(frozen=True)
class ReadmePage(Context):
    """The README as a whole; its parts are templates of their own."""

    config: ListConfig
    parts: tuple[str, ...]
    repository: str
    stages: tuple[Branch, ...]
    term_count: str
    group_title: str
    term_noun: Plural
    papers: int
    newest: tuple[Row, ...]
    sections: tuple[RowSection, ...]
    years: tuple[tuple[str, int], ...]
    bibtex: str
