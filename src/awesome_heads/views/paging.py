"""Long lists of papers: the first rows stand on the list's own page, the others on further ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from awesome_heads.digests import digest_of
from awesome_heads.model import Paper
from awesome_heads.views.page import Context, Crumb, Frame, Inputs, Page
from awesome_heads.views.rows import Row
from awesome_heads.views.scene import Scene

# So many rows are half a megabyte, and some thirty screens of a laptop.
ROWS = 200


class Listing(NamedTuple):
    """A list of papers that may be too long for one page.

    Attributes:
        page: The list's own page.
        title: What no other page is called.
        way: The crumbs of its further pages, that of its own page last.
        papers: All of them, newest first.
    """

    page: str
    title: str
    way: tuple[Crumb, ...]
    papers: Sequence[Paper]


class Leaf(NamedTuple):
    """One of the pages of a list, and the years or months of its oldest paper and its newest."""

    number: int
    first: str
    last: str
    page: str


class Pager(NamedTuple):
    """The pages of a list, of which the reader sees one."""

    here: Leaf
    newer: Leaf | None
    older: Leaf | None
    every: tuple[Leaf, ...]


@dataclass(frozen=True)
class FurtherPage(Context):
    """Rows of a list for which its own page has no room.

    Attributes:
        first, last: Places in the list of the first row and of the last.
        papers: How many papers the list has.
    """

    frame: Frame
    first: int
    last: int
    papers: int
    rows: tuple[Row, ...]
    pager: Pager


def first_rows(scene: Scene, papers: Sequence[Paper]) -> tuple[Row, ...]:
    """The rows that stand on a list's own page."""
    return scene.rows(papers[:ROWS])


def pager_of(page: str, papers: Sequence[Paper]) -> Pager | None:
    """What leads on from a list's own page, where that does not hold all of its papers."""
    return _pager(_leaves(page, papers), 1) if len(papers) > ROWS else None


def further_pages(scene: Scene, listing: Listing) -> Iterator[Page]:
    """Yield the pages that follow a list's own; none where that holds all of its papers."""
    papers = listing.papers
    if len(papers) <= ROWS:
        return
    leaves = _leaves(listing.page, papers)
    facts = (listing.title, len(papers), digest_of(leaves))
    for leaf in leaves[1:]:
        inputs = Inputs(tuple(_papers_of(leaf.number, papers)), facts)
        yield Page(
            leaf.page, "further.html", partial(_context, scene, listing, leaves, leaf), inputs
        )


def _papers_of(number: int, papers: Sequence[Paper]) -> Sequence[Paper]:
    return papers[(number - 1) * ROWS : number * ROWS]


def _leaves(page: str, papers: Sequence[Paper]) -> tuple[Leaf, ...]:
    """Every page: those of a single year are told apart by months."""
    folder = page.removesuffix("index.html")
    shown = "%Y" if papers[0].date.year != papers[-1].date.year else "%Y-%m"
    found = []
    for number in range(1, -(-len(papers) // ROWS) + 1):
        part = _papers_of(number, papers)
        oldest, newest = (part[end].date.strftime(shown) for end in (-1, 0))
        place = page if number == 1 else f"{folder}page-{number}/index.html"
        found.append(Leaf(number, oldest, newest, place))
    return tuple(found)


def _pager(leaves: tuple[Leaf, ...], number: int) -> Pager:
    return Pager(
        here=leaves[number - 1],
        newer=leaves[number - 2] if number > 1 else None,
        older=leaves[number] if number < len(leaves) else None,
        every=leaves,
    )


def _context(scene: Scene, listing: Listing, leaves: tuple[Leaf, ...], leaf: Leaf) -> FurtherPage:
    language, papers = scene.language, listing.papers
    part = _papers_of(leaf.number, papers)
    title = language.gettext(
        "%(title)s, page %(number)s of %(pages)s",
        title=listing.title,
        number=language.number(leaf.number),
        pages=language.number(len(leaves)),
    )
    about = language.gettext(
        "%(title)s in %(list)s: papers from %(period)s.",
        title=title,
        list=scene.config.name,
        period=language.period(leaf.first, leaf.last),
    )
    first = (leaf.number - 1) * ROWS + 1
    return FurtherPage(
        frame=scene.frame(leaf.page, title, about, listing.way),
        first=first,
        last=first + len(part) - 1,
        papers=len(papers),
        rows=scene.rows(part),
        pager=_pager(leaves, leaf.number),
    )
