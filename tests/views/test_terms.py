"""The pages of vocabularies and of their terms."""

import pytest

from awesome_heads.model import Vocabulary
from awesome_heads.views.page import Crumb
from awesome_heads.views.scene import Scene
from awesome_heads.views.statements import Statement
from awesome_heads.views.terms import TOGETHER, TermPage, term_pages
from awesome_heads.views.vocabularies import VocabularyPage, vocabulary_pages
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages

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
    context = {page.path: page.context for page in only_pages(vocabulary_pages(_scene()))}[path]
    assert isinstance(context, TermPage)
    return context


def test_each_vocabulary_is_followed_by_its_groups_and_terms() -> None:
    """Pages stand in the settings' order of vocabularies and the file's order of the rest."""
    assert [page.path for page in only_pages(vocabulary_pages(_scene()))] == [
        "tags/index.html",
        "tags/group/up/index.html",
        "tags/group/up/fast/index.html",
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
    paths = [page.path for page in only_pages(vocabulary_pages(_scene(glossary)))]
    assert [path for path in paths if path.startswith("glossary/")] == ["glossary/index.html"]


def test_a_vocabularys_page_shows_its_tree() -> None:
    """Title, description and branches are the vocabulary's own."""
    context = only_pages(vocabulary_pages(_scene()))[0].context
    assert isinstance(context, VocabularyPage)
    assert (context.title, context.description) == ("Tags", "All tags.")
    assert [branch.label for branch in context.branches] == ["Up", "Others"]
    assert context.frame.title == "Tags \u00b7 Made-Up Heads"


def test_a_term_shows_its_papers_newest_first() -> None:
    """Papers that name it by an alias are among them."""
    assert [row.id for row in _term("tags/quick/index.html").rows] == ["b", "a"]
    assert _term("tags/stray/index.html").rows == ()


def test_a_term_is_reached_through_its_groups() -> None:
    """Each step leads to the group's own page."""
    assert _term("tags/quick/index.html").frame.crumbs == (
        Crumb("Tags", "tags/index.html"),
        Crumb("Up", "tags/group/up/index.html"),
        Crumb("Fast", "tags/group/up/fast/index.html"),
    )
    assert _term("tags/loose/index.html").frame.crumbs == (Crumb("Tags", "tags/index.html"),)


def test_a_terms_facts_are_those_declared() -> None:
    """Facts stand in the order of declaration; what a term does not state is left out."""
    context = _term("tags/quick/index.html")
    assert context.facts == (Statement("Eats", "time", ""), Statement("Makes", "haste", ""))
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
    pages = {
        page.path: page.context for page in only_pages(vocabulary_pages(Scene(a_config(), library)))
    }
    context = pages["tags/tag-0/index.html"]
    assert isinstance(context, TermPage)
    assert len(context.together) == TOGETHER


def test_siblings_are_the_others_of_the_same_group() -> None:
    """Neither those of an outer group, nor anything for terms without a group."""
    assert [line.label for line in _term("tags/quick/index.html").siblings] == ["Swift"]
    assert _term("tags/top/index.html").siblings == ()
    assert _term("tags/loose/index.html").siblings == ()


def test_the_first_paper_of_a_term_is_the_earliest() -> None:
    """Readers see where in this list a term begins; without papers nothing is said."""
    first = _term("tags/quick/index.html").first
    assert first is not None
    title = "Copying Heads in a Made-Up Model"
    assert first[:3] == (title, "papers/a/index.html", "2024-01-01")
    assert _term("tags/stray/index.html").first is None


@pytest.mark.parametrize(("authors", "shown"), [(0, 0), (7, 7), (8, 6)])
def test_the_first_paper_tells_who_wrote_it(authors: int, shown: int) -> None:
    """With their pages; of a long list the first six, and how many more there are."""
    names = [f"Ada {letter}" for letter in "ABCDEFGH"[:authors]]
    library = a_library(a_paper(tags=["Copy Head"], authors=names or None))
    made = term_pages(Scene(a_config(), library), library.vocabularies["tags"])
    (page,) = only_pages(made)
    assert isinstance(page.context, TermPage)
    first = page.context.first
    assert first is not None
    assert [person.label for person in first.authors] == names[:shown]
    assert all(person.page.startswith("authors/") for person in first.authors)
    assert first.more_authors == authors - shown


def test_a_fact_that_names_a_paper_leads_to_it() -> None:
    """Case and hyphens aside, and by an earlier title too; other facts lead nowhere."""
    loaves = a_vocabulary(
        "loaves",
        [
            {"name": "One", "properties": {"work": "copying heads in a made\u2011up model"}},
            {"name": "Two", "properties": {"work": "The Old Name"}},
            {"name": "Six", "properties": {"work": "A Work From Elsewhere", "day": "2024-05"}},
        ],
        properties={
            "work": {"label": "Introduced in", "description": "Where."},
            "day": {"label": "Day", "description": "When."},
        },
    )
    paper = a_paper(former_titles=["The Old Name"], terms={"loaves": ["One"]})
    scene = Scene(a_config(), a_library(paper, vocabularies=[loaves]))
    pages = {page.path: page.context for page in only_pages(vocabulary_pages(scene))}
    context = pages["loaves/index.html"]
    assert isinstance(context, VocabularyPage)
    assert context.columns == ("Introduced in", "Day")
    leading = {slug: cells[0].page for slug, cells in context.stated.items()}
    target = "papers/a-paper/index.html"
    assert leading == {"one": target, "two": target, "six": ""}
    assert [cell.text for cell in context.stated["one"]][1:] == [""]
    term = pages["loaves/one/index.html"]
    assert isinstance(term, TermPage)
    assert [fact.page for fact in term.facts] == [target]


@pytest.mark.parametrize(
    ("text", "short"),
    [("2024-05", True), ("MIT", True), ("two words", False), ("a-very-long-word", False)],
)
def test_only_one_short_word_is_kept_on_a_line(text: str, *, short: bool) -> None:
    """Dates are not broken in a narrow column; anything longer may be."""
    assert Statement("Date", text, "").short is short


def test_the_lists_own_tree_is_drawn_and_others_are_tables() -> None:
    """The tree keeps its list under the map; where nothing is declared there is no table."""
    pages = [page.context for page in only_pages(vocabulary_pages(_scene()))]
    tree, venues = [page for page in pages if isinstance(page, VocabularyPage)]
    assert (tree.columns, venues.columns, venues.map) == ((), (), None)
    assert tree.map is None  # no group of this list has a colour
