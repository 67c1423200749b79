"""A page for each author, and pages that list them all from A to Z."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from awesome_heads.digests import digest_of
from awesome_heads.formats.names import parse_name
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.text import slugify
from awesome_heads.views.metadata import list_head
from awesome_heads.views.page import (
    AUTHORS,
    Alternate,
    Context,
    Crumb,
    File,
    Frame,
    Page,
    author_page,
)
from awesome_heads.views.rows import Person, Row
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import citations_of, download_files, downloads_of
from awesome_heads.views.tree import TermLine

ON_ONE_PAGE = 2000
COMPANIONS = 24
OTHER_SIGNS = "0\u20139"


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


class Companion(NamedTuple):
    """Somebody who wrote papers with an author, and how many."""

    person: Person
    papers: int


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


@dataclass(frozen=True)
class AuthorPage(Context):
    """An author: the papers, what they are about, and who else wrote them."""

    frame: Frame
    name: str
    years: str
    rows: tuple[Row, ...]
    terms_title: str
    terms: tuple[TermLine, ...]
    companions: tuple[Companion, ...]
    more_companions: int
    downloads: tuple[Alternate, ...]


class _Author(NamedTuple):
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


def author_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the index, its letters where they have pages, and every author."""
    authors = _authors(scene.library)
    yield from _index(scene, tuple(authors.values()))
    spelt = digest_of([(each.slug, each.name) for each in authors.values() if each.varies])
    for author in authors.values():
        page = author_page(author.slug)
        context = partial(_context, scene, author, authors)
        yield Page(page, "author.html", context, scene.inputs(author.papers, author.name, spelt))
        if len(author.papers) > 1:
            yield from download_files(scene, page, author.papers)


def _authors(library: Library) -> dict[str, _Author]:
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
        found.append(_Author(slug, spelt, tuple(written.values()), order, len(names[slug]) > 1))
    return {author.slug: author for author in sorted(found, key=lambda each: each.order)}


def _index(scene: Scene, authors: Sequence[_Author]) -> Iterator[Page]:
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
    yield Page(AUTHORS, "authors.html", AuthorsPage(frame, len(authors), letters, shown, ""))
    for letter in letters if split else ():
        context = AuthorsPage(
            _frame_of(scene, letter), letter.number, letters, (letter,), letter.label
        )
        yield Page(letter.target, "authors.html", context)


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
    return scene.frame(letter.target, title, description, _crumbs(scene))


def _crumbs(scene: Scene) -> tuple[Crumb, ...]:
    return (Crumb(scene.language.gettext("Authors"), AUTHORS),)


def _letter(label: str, authors: Sequence[_Author], *, split: bool) -> Letter:
    slug = slugify(label)
    anchor = f"letter-{slug}"
    # Below a folder that no author's slug can name, since slugs hold no slash.
    target = author_page(f"letter/{slug}") if split else f"{AUTHORS}#{anchor}"
    return Letter(label, anchor, target, len(authors), tuple(_line(each) for each in authors))


def _line(author: _Author) -> AuthorLine:
    family = parse_name(author.name).surname
    before, _, after = author.name.rpartition(family)
    return AuthorLine(before, family, after, author_page(author.slug), len(author.papers))


def _context(scene: Scene, author: _Author, authors: dict[str, _Author]) -> AuthorPage:
    page, papers = author_page(author.slug), author.papers
    description = scene.language.ngettext(
        "%(number)s paper by %(author)s in %(list)s.",
        "%(number)s papers by %(author)s in %(list)s.",
        len(papers),
        author=author.name,
        list=scene.config.name,
    )
    companions = _companions(author, authors)
    several = len(papers) > 1
    head = list_head(scene, page, author.name, papers)
    if not several:
        head = head._replace(alternates=citations_of(papers[0]))
    return AuthorPage(
        frame=scene.frame(page, author.name, description, _crumbs(scene), head=head),
        name=author.name,
        years=scene.language.listed(sorted({str(paper.date.year) for paper in papers})),
        rows=scene.rows(papers),
        terms_title=scene.library.vocabularies[scene.config.tree].title,
        terms=_terms(scene, papers),
        companions=companions[:COMPANIONS],
        more_companions=len(companions[COMPANIONS:]),
        downloads=downloads_of(page) if several else citations_of(papers[0]),
    )


def _companions(author: _Author, authors: dict[str, _Author]) -> tuple[Companion, ...]:
    """Whom the papers were written with, the most frequent first."""
    together = Counter(
        slug
        for paper in author.papers
        for slug in {slugify(name) for name in paper.authors}
        if slug and slug != author.slug
    )
    ranked = sorted(together, key=lambda slug: (-together[slug], authors[slug].order))
    return tuple(
        Companion(Person(authors[slug].name, author_page(slug)), together[slug]) for slug in ranked
    )


def _terms(scene: Scene, papers: Iterable[Paper]) -> tuple[TermLine, ...]:
    """Terms of the list's own tree that the papers name, with how many of them do."""
    vocabulary = scene.library.vocabularies[scene.config.tree]
    named = Counter(
        term.name for paper in papers for term in scene.library.terms_of(paper, vocabulary.id)
    )
    by_name = vocabulary.by_name
    return tuple(
        scene.tree.line(vocabulary, by_name[name])._replace(papers=number)
        for name, number in sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
    )
