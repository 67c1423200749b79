"""The authors of a list from A to Z, on one page or on a page for each letter."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from awesome_heads.formats.names import parse_name
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.text import slugify
from awesome_heads.views.page import AUTHORS, Context, Crumb, Frame, Page, author_page
from awesome_heads.views.scene import Scene

ON_ONE_PAGE = 2000
OTHER_SIGNS = "0\u20139"


class Author(NamedTuple):
    """A page of the site: everybody whose name gives the same slug is one author.

    Attributes:
        order: Family name and given name in Latin letters, then the slug.
        varies: Whether papers spell the name in several ways, so that others decide how.
    """

    slug: str
    name: str
    papers: tuple[Paper, ...]
    order: tuple[str, str, str]
    varies: bool

    @property
    def letter(self) -> str:
        """What the family name begins with."""
        first = (self.order[0] or self.slug)[0]
        return first.upper() if first.isalpha() else OTHER_SIGNS


class AuthorLine(NamedTuple):
    """An author in an index; the name in three parts, the middle one the family name."""

    before: str
    family: str
    after: str
    page: str
    papers: int


class Letter(NamedTuple):
    """The authors whose family names begin with a letter; `target` leads to them."""

    label: str
    anchor: str
    target: str
    number: int
    authors: tuple[AuthorLine, ...]


@dataclass(frozen=True)
class AuthorsPage(Context):
    """Authors from A to Z: all of them, or one letter's where they are many.

    Attributes:
        jumps: Every letter; its `authors` are not for showing here.
        letters: What this page shows, empty where each letter has a page of its own.
        here: The letter whose page this is, empty on the first page.
    """

    frame: Frame
    number: int
    jumps: tuple[Letter, ...]
    letters: tuple[Letter, ...]
    here: str


def authors_of(library: Library) -> dict[str, Author]:
    """Everybody by slug, in the order of the index; a name is spelt as most papers spell it."""
    papers: dict[str, dict[str, Paper]] = {}
    names: dict[str, Counter[str]] = {}
    for paper in library.papers:
        for name in paper.authors:
            if slug := slugify(name):
                papers.setdefault(slug, {})[paper.id] = paper
                names.setdefault(slug, Counter())[name] += 1
    found = []
    for slug, written in papers.items():
        spelt = names[slug].most_common(1)[0][0]
        parts = parse_name(spelt)
        order = (slugify(parts.surname), slugify(parts.given), slug)
        found.append(Author(slug, spelt, tuple(written.values()), order, len(names[slug]) > 1))
    return {author.slug: author for author in sorted(found, key=lambda each: each.order)}


def index_pages(scene: Scene, authors: Sequence[Author]) -> Iterator[Page]:
    """Yield the index, then its letters where each has a page."""
    split = len(authors) > ON_ONE_PAGE
    by_letter = groupby(sorted(authors, key=lambda each: each.letter), lambda each: each.letter)
    letters = tuple(_letter(label, tuple(among), split=split) for label, among in by_letter)
    language = scene.language
    description = language.ngettext(
        "%(number)s author of papers in %(list)s, from A to Z.",
        "%(number)s authors of papers in %(list)s, from A to Z.",
        len(authors),
        list=scene.config.name,
    )
    frame = scene.frame(AUTHORS, language.gettext("Authors"), description)
    shown = () if split else letters
    index = AuthorsPage(frame, len(authors), letters, shown, "")
    yield Page(AUTHORS, "authors.html", index, scene.but_summaries)
    for letter in letters if split else ():
        context = AuthorsPage(
            _frame_of(scene, letter), letter.number, letters, (letter,), letter.label
        )
        yield Page(letter.target, "authors.html", context, scene.but_summaries)


def _frame_of(scene: Scene, letter: Letter) -> Frame:
    """The frame of a letter's own page."""
    language = scene.language
    description = language.ngettext(
        "%(number)s author under %(letter)s.",
        "%(number)s authors under %(letter)s.",
        letter.number,
        letter=letter.label,
    )
    title = language.gettext("Authors: %(letter)s", letter=letter.label)
    return scene.frame(letter.target, title, description, crumbs_of(scene))


def crumbs_of(scene: Scene) -> tuple[Crumb, ...]:
    """The way to an author's page."""
    return (Crumb(scene.language.gettext("Authors"), AUTHORS),)


def _letter(label: str, authors: Sequence[Author], *, split: bool) -> Letter:
    slug = slugify(label)
    anchor = f"letter-{slug}"
    # Below a folder that no author's slug can name, since slugs hold no slash.
    target = author_page(f"letter/{slug}") if split else f"{AUTHORS}#{anchor}"
    return Letter(label, anchor, target, len(authors), tuple(_line(each) for each in authors))


def _line(author: Author) -> AuthorLine:
    family = parse_name(author.name).surname
    before, _, after = author.name.rpartition(family)
    return AuthorLine(before, family, after, author_page(author.slug), len(author.papers))
