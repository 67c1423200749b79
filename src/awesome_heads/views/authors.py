"""A page for each author, after those that list them all."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from awesome_heads.digests import digest_of
from awesome_heads.model import Paper
from awesome_heads.text import slugify
from awesome_heads.views.author_index import Author, authors_of, crumbs_of, index_pages
from awesome_heads.views.metadata import list_head
from awesome_heads.views.page import (
    Alternate,
    Context,
    Crumb,
    File,
    Frame,
    Page,
    author_page,
)
from awesome_heads.views.paging import Listing, Pager, first_rows, further_pages, pager_of
from awesome_heads.views.rows import Person, Row
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import citations_of, download_files, downloads_of
from awesome_heads.views.tree import TermLine

COMPANIONS = 24


class Companion(NamedTuple):
    """Somebody who wrote papers with an author, and how many."""

    person: Person
    papers: int


@dataclass(frozen=True)
class AuthorPage(Context):
    """An author: the papers, the first as rows, what they are about, and who else wrote them."""

    frame: Frame
    name: str
    years: str
    papers: int
    rows: tuple[Row, ...]
    pager: Pager | None
    terms_title: str
    terms: tuple[TermLine, ...]
    companions: tuple[Companion, ...]
    more_companions: int
    downloads: tuple[Alternate, ...]


def author_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the index, its letters where they have pages, and every author."""
    authors = authors_of(scene.library)
    yield from index_pages(scene, tuple(authors.values()))
    spelt = digest_of([(each.slug, each.name) for each in authors.values() if each.varies])
    for author in authors.values():
        page = author_page(author.slug)
        context = partial(_context, scene, author, authors)
        yield Page(page, "author.html", context, scene.inputs(author.papers, author.name, spelt))
        if len(author.papers) > 1:
            way = (*crumbs_of(scene), Crumb(author.name, page))
            yield from further_pages(scene, Listing(page, author.name, way, author.papers))
            yield from download_files(scene, page, author.papers)


def _context(scene: Scene, author: Author, authors: dict[str, Author]) -> AuthorPage:
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
        frame=scene.frame(page, author.name, description, crumbs_of(scene), head=head),
        name=author.name,
        years=scene.language.listed(sorted({str(paper.date.year) for paper in papers})),
        papers=len(papers),
        rows=first_rows(scene, papers),
        pager=pager_of(page, papers),
        terms_title=scene.library.vocabularies[scene.config.tree].title,
        terms=_terms(scene, papers),
        companions=companions[:COMPANIONS],
        more_companions=len(companions[COMPANIONS:]),
        downloads=downloads_of(scene.language, page, len(papers))
        if several
        else citations_of(papers[0]),
    )


def _companions(author: Author, authors: dict[str, Author]) -> tuple[Companion, ...]:
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
