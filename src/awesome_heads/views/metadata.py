"""What the head of each kind of page tells reference managers, search engines and feed readers."""

from collections.abc import Sequence

from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.views import linked_data
from awesome_heads.views.feeds import feeds_of, has_feed
from awesome_heads.views.highwire import citation_tags
from awesome_heads.views.page import HOME, Alternate, Head, term_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import citations_of, downloads_of, parts_of


def paper_head(scene: Scene, paper: Paper) -> Head:
    """The head of a paper's page: how to cite it, and what it is about."""
    config, library = scene.config, scene.library
    cited = scene.bibliography.citation(paper)
    terms = [
        (vocabulary, term)
        for vocabulary in sorted(scene.vocabularies, key=lambda each: each.id != config.tree)
        if vocabulary.on_records and vocabulary.id != "venues"
        for term in library.terms_of(paper, vocabulary.id)
    ]
    return Head(
        alternates=citations_of(paper),
        citation=citation_tags(paper, cited, [term.name for _, term in terms]),
        linked_data=(linked_data.article(config, paper, cited, terms),),
        kind="article",
    )


def list_head(
    scene: Scene, page: str, name: str, papers: Sequence[Paper], *, files: str = ""
) -> Head:
    """The head of a page that lists papers.

    Args:
        scene: The list.
        page: The page's own path.
        name: What the papers have in common.
        papers: What the page lists, in its order.
        files: The page beside which the files with these papers stand, where it is another.
    """
    return Head(
        alternates=_citing(scene, files or page, papers) if papers else (),
        linked_data=(linked_data.collection(scene.config, page, name, papers),),
    )


def term_head(scene: Scene, vocabulary: Vocabulary, term: Term) -> Head:
    """The head of a term's page: its papers, its meaning, and its feeds where it has any."""
    page = term_page(vocabulary.id, term.slug)
    papers = scene.library.papers_with(vocabulary.id, term.name)
    head = list_head(scene, page, term.name, papers)
    feeds = feeds_of(page, term.name) if has_feed(scene, vocabulary.id, papers) else ()
    meaning = linked_data.defined_term(scene.config, vocabulary, term)
    return head._replace(
        alternates=(*head.alternates, *feeds), linked_data=(*head.linked_data, meaning)
    )


def vocabulary_head(scene: Scene, vocabulary: Vocabulary) -> Head:
    """The head of a vocabulary's page: the set of its terms."""
    return Head(linked_data=(linked_data.defined_term_set(scene.config, vocabulary),))


def home_head(scene: Scene) -> Head:
    """The head of the home page: the site, and the whole list as data."""
    config, papers = scene.config, scene.library.papers
    files = downloads_of(scene.language, HOME, len(papers))
    return Head(
        alternates=(*_citing(scene, HOME, papers), *feeds_of(HOME, config.name)),
        linked_data=(
            linked_data.website(config),
            linked_data.dataset(config, papers, files),
        ),
    )


def _citing(scene: Scene, page: str, papers: Sequence[Paper]) -> tuple[Alternate, ...]:
    """The citation files beside a page, best first: of all its files, what Zotero can take."""
    every = parts_of(scene.language, page, len(papers))
    return tuple(file for style, files in every if style.cites for file in files)
