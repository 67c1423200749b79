"""A paper as a list shows it."""

from collections import Counter
from typing import NamedTuple

from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.views.page import paper_page, term_page
from awesome_heads.views.tree import Tree

AUTHORS_SHOWN = 3
SUMMARY_LABELS = (("innovation", "New"), ("tasks", "Tested on"), ("result", "Found"))


class Chip(NamedTuple):
    """A term of a paper; `stage` is empty outside the list's own tree."""

    label: str
    page: str
    stage: str
    description: str


class Link(NamedTuple):
    """A link by the word for its kind."""

    kind: str
    label: str
    url: str


class Venue(NamedTuple):
    """Where a version appeared: the venue, the year if it is not the record's own, its page."""

    label: str
    page: str
    year: str


class Row(NamedTuple):
    """A paper in a list."""

    id: str
    former_ids: tuple[str, ...]
    page: str
    title: str
    date: str
    authors: tuple[str, ...]
    more_authors: tuple[str, ...]
    chips: tuple[Chip, ...]
    venues: tuple[Venue, ...]
    links: tuple[Link, ...]
    summary: tuple[tuple[str, str], ...]


def row_of(paper: Paper, library: Library, tree: Tree) -> Row:
    """What a list shows of a paper."""
    shown = paper.authors if len(paper.authors) <= AUTHORS_SHOWN + 1 else paper.authors[:3]
    return Row(
        id=paper.id,
        former_ids=paper.former_ids,
        page=paper_page(paper.id),
        title=paper.title,
        date=paper.date.isoformat(),
        authors=shown,
        more_authors=paper.authors[len(shown) :],
        chips=chips_of(paper, "tags", library, tree),
        venues=_venues(paper, library),
        links=links_of(paper),
        summary=tuple((label, getattr(paper.summary, name)) for name, label in SUMMARY_LABELS),
    )


def chips_of(paper: Paper, vocabulary: str, library: Library, tree: Tree) -> tuple[Chip, ...]:
    """A paper's terms in a vocabulary, linked and with their stage."""
    return tuple(
        Chip(
            term.name,
            term_page(vocabulary, term.slug),
            tree.stage_of(vocabulary, term),
            term.description or "",
        )
        for term in library.terms_of(paper, vocabulary)
    )


def links_of(paper: Paper) -> tuple[Link, ...]:
    """A paper's links in the order of their kinds, each address once.

    Where two kinds share an address, the more telling one names it: a post that is itself the
    work stands under both `paper` and `blog`, and is shown as a blog post. Further links of one
    kind are numbered.
    """
    kinds = {url: kind for kind, url in paper.links.pairs()}
    seen: Counter[str] = Counter()
    links = []
    for url, kind in kinds.items():
        seen[kind] += 1
        nth = f" {seen[kind]}" if seen[kind] > 1 else ""
        links.append(Link(kind, f"{kind.capitalize()}{nth}", url))
    return tuple(links)


def _venues(paper: Paper, library: Library) -> tuple[Venue, ...]:
    venues = library.vocabularies["venues"].by_name
    first = venues[paper.venue]
    shown = [Venue(first.name, term_page("venues", first.slug), "")]
    if paper.published:
        later = venues[paper.published.venue]
        year = str(paper.published.date.year)
        place = Venue(later.name, term_page("venues", later.slug), year)
        if later is first:
            return (place,)
        shown.append(place)
    return tuple(shown)
