"""The pages of vocabularies and of their terms."""

from awesome_heads.model import Vocabulary
from awesome_heads.views.contexts import Fact, TermPage, VocabularyPage
from awesome_heads.views.page import Crumb
from awesome_heads.views.scene import Scene
from awesome_heads.views.terms import TOGETHER, vocabulary_pages
from tests.builders import a_config, a_library, a_paper, a_vocabulary

TAGS = a_vocabulary(
    terms=(
        {
            "name": "Quick",
            "group": ["Up", "Fast"],
            "aliases": ["Rapid"],
            "description": "Runs.",
            "properties": {"makes": "haste", "eats": "time"},
        },
        {"name": "Swift", "group": ["Up", "Fast"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Loose"},
        {"name": "Stray"},
    ),
    groups=[{"name": "Up", "groups": [{"name": "Fast"}]}],
    properties={
        "eats": {"label": "Eats", "description": "What it takes."},
        "makes": {"label": "Makes", "description": "What it gives."},
        "sells": {"label": "Sells", "description": "What it parts with."},
    },
)
PAPERS = (
    a_paper(id="a", date="2024-01-01", tags=["Rapid", "Top", "Loose"]),
    a_paper(id="b", date="2024-02-01", tags=["Quick", "Loose"]),
    a_paper(id="c", date="2024-03-01", tags=["Top"]),
)


def _scene(*more: Vocabulary, tags: Vocabulary = TAGS) -> Scene:
    settings = a_config(vocabularies=["tags"])
    return Scene(settings, a_library(*PAPERS, vocabularies=[tags, *more]))


def _term(path: str) -> TermPage:
    context = {page.path: page.context for page in vocabulary_pages(_scene())}[path]
    assert isinstance(context, TermPage)
    return context


def test_each_vocabulary_is_followed_by_its_terms() -> None:
    """Pages stand in the settings' order of vocabularies and the file's order of terms."""
    assert [page.path for page in vocabulary_pages(_scene())] == [
        "tags/index.html",
        "tags/quick/index.html",
        "tags/swift/index.html",
        "tags/top/index.html",
        "tags/loose/index.html",
        "tags/stray/index.html",
        "venues/index.html",
        "venues/arxiv/index.html",
    ]


def test_a_vocabulary_that_records_do_not_name_is_one_page() -> None:
    """A glossary's terms are explained in place."""
    glossary = a_vocabulary("glossary", ["Word"], on_records=False)
    paths = [page.path for page in vocabulary_pages(_scene(glossary))]
    assert [path for path in paths if path.startswith("glossary/")] == ["glossary/index.html"]


def test_a_vocabularys_page_shows_its_tree() -> None:
    """Title, description and branches are the vocabulary's own."""
    context = next(iter(vocabulary_pages(_scene()))).context
    assert isinstance(context, VocabularyPage)
    assert (context.title, context.description) == ("Tags", "All tags.")
    assert [branch.label for branch in context.branches] == ["Up", "Others"]
    assert context.frame.title == "Tags \u00b7 Made-Up Heads"


def test_a_term_shows_its_papers_newest_first() -> None:
    """Papers that name it by an alias are among them."""
    assert [row.id for row in _term("tags/quick/index.html").rows] == ["b", "a"]
    assert _term("tags/stray/index.html").rows == ()


def test_a_term_is_reached_through_its_groups() -> None:
    """Each step leads to the group's part of the vocabulary's page."""
    assert _term("tags/quick/index.html").frame.crumbs == (
        Crumb("Tags", "tags/index.html"),
        Crumb("Up", "tags/index.html#group-up"),
        Crumb("Fast", "tags/index.html#group-up-fast"),
    )
    assert _term("tags/loose/index.html").frame.crumbs == (Crumb("Tags", "tags/index.html"),)


def test_a_terms_facts_are_those_declared() -> None:
    """Facts stand in the order of declaration; what a term does not state is left out."""
    context = _term("tags/quick/index.html")
    assert context.facts == (Fact("Eats", "time", ""), Fact("Makes", "haste", ""))
    assert (context.name, context.aliases, context.stage) == ("Quick", ("Rapid",), "up")
    assert _term("tags/top/index.html").facts == ()


def test_a_term_is_described_by_its_meaning_or_its_number() -> None:
    """Search engines are told the meaning, and where there is none, how many papers there are."""
    assert _term("tags/quick/index.html").frame.description == "Runs."
    assert _term("tags/top/index.html").frame.description == "2 papers with Top in Made-Up Heads."
    assert _term("tags/top/index.html").description == ""


def test_companions_are_ranked_by_papers_in_common() -> None:
    """Terms of the same papers are counted by those papers, by name where equal."""
    assert [(line.label, line.papers) for line in _term("tags/quick/index.html").together] == [
        ("Loose", 2),
        ("Top", 1),
    ]
    assert [line.label for line in _term("tags/top/index.html").together] == ["Loose", "Quick"]
    assert _term("tags/swift/index.html").together == ()


def test_only_so_many_companions_are_named() -> None:
    """A term that appears with everything does not list everything."""
    names = [f"Tag {number}" for number in range(TOGETHER + 3)]
    library = a_library(a_paper(tags=names))
    pages = {page.path: page.context for page in vocabulary_pages(Scene(a_config(), library))}
    context = pages["tags/tag-0/index.html"]
    assert isinstance(context, TermPage)
    assert len(context.together) == TOGETHER


def test_siblings_are_the_others_of_the_same_group() -> None:
    """Neither those of an outer group, nor anything for terms without a group."""
    assert [line.label for line in _term("tags/quick/index.html").siblings] == ["Swift"]
    assert _term("tags/top/index.html").siblings == ()
    assert _term("tags/loose/index.html").siblings == ()
