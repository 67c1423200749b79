"""What papers are narrowed down and sorted by: terms, years, links and orders."""

from collections.abc import Iterator

from awesome_heads.library import Library
from awesome_heads.model import Group, Paper, Vocabulary
from awesome_heads.text import slugify
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.packing import pack, pack_rising
from awesome_heads.views.search.words import words_of

HAS = ("code", "data", "demo")


def index_of(scene: Scene) -> dict[str, object]:
    """Number of papers, runs of years, lengths of titles, links and every vocabulary's terms."""
    papers = scene.library.papers
    number_of = {paper.id: number for number, paper in enumerate(papers)}
    has = {
        kind: pack_rising(n for n, paper in enumerate(papers) if getattr(paper.links, kind))
        for kind in HAS
    }
    return {
        "size": len(papers),
        "years": [[year, len(found)] for year, found in scene.library.by_year.items()],
        "titles": pack(min(len(words_of(paper.title)), 40) for paper in papers),
        "has": {kind: packed for kind, packed in has.items() if packed},
        "facets": [
            _facet(scene, vocabulary, number_of)
            for vocabulary in scene.vocabularies
            if vocabulary.on_records
        ],
    }


def _facet(scene: Scene, vocabulary: Vocabulary, number_of: dict[str, int]) -> dict[str, object]:
    """A vocabulary's groups, its terms that papers name, and the papers of each."""
    groups = list(_paths(vocabulary.groups, ()))
    terms, packed = [], []
    for term in vocabulary.terms:
        papers = scene.library.papers_with(vocabulary.id, term.name)
        if papers:
            group = groups.index(term.group) if term.group else -1
            terms.append([term.name, term.slug, group, *term.aliases])
            packed.append(pack_rising(number_of[paper.id] for paper in papers))
    return {
        "id": vocabulary.id,
        "groups": ["/".join(map(slugify, path)) for path in groups],
        "terms": terms,
        "papers": " ".join(packed),
    }


def _paths(groups: tuple[Group, ...], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path of each group, those that hold others before them."""
    for group in groups:
        path = (*above, group.name)
        yield path
        yield from _paths(group.groups, path)


def orders_of(library: Library) -> dict[str, str]:
    """The papers' numbers in the orders other than by date, newest first within equals."""

    def ordered(keys: list[tuple[int, str]]) -> str:
        return pack(sorted(range(len(keys)), key=keys.__getitem__))

    papers = library.papers
    return {
        "added": ordered([(-(paper.added or paper.date).toordinal(), "") for paper in papers]),
        "title": ordered([(0, " ".join(words_of(paper.title))) for paper in papers]),
        "venue": ordered([(0, _last_venue(paper, library).casefold()) for paper in papers]),
    }


def _last_venue(paper: Paper, library: Library) -> str:
    return library.terms_of(paper, "venues")[-1].name
