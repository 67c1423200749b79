"""What joined the list last, as feeds: one of the list, one of each term that orders it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import nlargest
from typing import NamedTuple

from awesome_heads.model import Paper
from awesome_heads.views.page import (
    HOME,
    Alternate,
    Context,
    Inputs,
    Page,
    address,
    paper_page,
    tag_uri,
    term_page,
    vocabulary_page,
)
from awesome_heads.views.rows import Row
from awesome_heads.views.scene import Scene

ENTRIES = 50
ATOM, JSON = "feed.xml", "feed.json"
KINDS = {ATOM: ("application/atom+xml", "Atom"), JSON: ("application/feed+json", "JSON Feed")}


class Entry(NamedTuple):
    """A paper in a feed.

    Attributes:
        id: A name for it that never changes.
        address: Its page.
        joined: When it joined the list.
        categories: Names of the terms that order the list.
    """

    id: str
    address: str
    joined: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    row: Row


class Feed(NamedTuple):
    """A feed, newest entry first.

    Attributes:
        id: A name for it that never changes.
        home: The page that shows the same papers, with a closing slash; the feed is beside it.
        scheme: The page of the vocabulary that entries take their categories from.
        author: Who answers for the feed, where an entry names no authors.
    """

    id: str
    title: str
    description: str
    language: str
    home: str
    updated: str
    scheme: str
    author: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class FeedPage(Context):
    """A feed; each template writes it in one format."""

    feed: Feed


def feed_pages(scene: Scene) -> Iterator[Page]:
    """Yield every feed in both formats."""
    config, library = scene.config, scene.library
    yield from _pages(scene, HOME, config.name, config.description, library.papers)
    for term in library.vocabularies[config.tree].terms:
        papers = library.papers_with(config.tree, term.name)
        if has_feed(scene, config.tree, papers):
            page = term_page(config.tree, term.slug)
            title = f"{term.name} \u00b7 {config.name}"
            yield from _pages(scene, page, title, term.description or "", papers)


def has_feed(scene: Scene, vocabulary: str, papers: Sequence[Paper]) -> bool:
    """Whether the page of a term with these papers has feeds."""
    return vocabulary == scene.config.tree and bool(papers)


def feeds_of(page: str, title: str) -> tuple[Alternate, ...]:
    """The feeds of what a page lists."""
    folder = page.removesuffix("index.html")
    return tuple(
        Alternate(kind, f"{title} ({label})", folder + name)
        for name, (kind, label) in KINDS.items()
    )


def _pages(
    scene: Scene, page: str, title: str, description: str, papers: Iterable[Paper]
) -> Iterator[Page]:
    newest = nlargest(ENTRIES, papers, key=_joined)
    context = partial(_context, scene, page, title, description, newest)
    for alternate in feeds_of(page, ""):
        template = alternate.page.rpartition("/")[2]
        yield Page(alternate.page, template, context, Inputs(tuple(newest)))


def _context(
    scene: Scene, page: str, title: str, description: str, newest: Iterable[Paper]
) -> FeedPage:
    """Fill a feed with the papers that joined last."""
    config = scene.config
    entries = tuple(_entry(scene, paper) for paper in newest)
    feed = Feed(
        id=tag_uri(config, page),
        title=title,
        description=description,
        language=config.language,
        home=address(config, page),
        updated=entries[0].joined if entries else _midnight(config.started),
        scheme=address(config, vocabulary_page(config.tree)),
        author=config.name,
        entries=entries,
    )
    return FeedPage(feed)


def _entry(scene: Scene, paper: Paper) -> Entry:
    page = paper_page(paper.id)
    terms = scene.library.terms_of(paper, scene.config.tree)
    return Entry(
        id=tag_uri(scene.config, page),
        address=address(scene.config, page),
        joined=_midnight(_joined(paper)),
        authors=paper.authors,
        categories=tuple(term.name for term in terms),
        row=scene.row(paper),
    )


def _joined(paper: Paper) -> dt.date:
    return paper.added or paper.date


def _midnight(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
