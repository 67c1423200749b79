"""The page on which papers are found, and what narrows them down."""

from collections.abc import Iterable

from awesome_heads.model import Paper, Vocabulary
from awesome_heads.views import finder
from awesome_heads.views.facets import OPTIONS_SHOWN, Facet, Option, facets_of
from awesome_heads.views.finder import Download, FinderPage, finder_pages
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages

COLOUR = {"light": "#123456", "dark": "#abcdef"}
TAGS = a_vocabulary(
    terms=[
        {"name": "Quick", "group": ["Up", "Fast"]},
        {"name": "Hasty", "group": ["Up", "Fast"]},
        {"name": "Late", "group": ["Up", "Slow"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Never", "group": ["Up"]},
        {"name": "Odd"},
    ],
    groups=[
        {"name": "Up", "colour": COLOUR, "groups": [{"name": "Fast"}, {"name": "Slow"}]},
        {"name": "Empty"},
    ],
)
PAPERS = (
    a_paper(id="a", date="2024-01-02", tags=["Quick", "Top", "Late"]),
    a_paper(id="b", date="2024-12-31", tags=["Quick", "Hasty", "Odd"]),
    a_paper(
        id="c",
        date="2022-06-15",
        tags=["Odd"],
        links={"paper": "https://example.org/c", "code": "https://example.org/code"},
    ),
)


def _page(papers: Iterable[Paper] = PAPERS, *vocabularies: Vocabulary) -> FinderPage:
    scene = Scene(a_config(), a_library(*papers, vocabularies=vocabularies or [TAGS]))
    page = only_pages(finder_pages(scene))[0]
    assert page.path == "papers/index.html"
    assert isinstance(page.context, FinderPage)
    return page.context


def _facets(*vocabularies: Vocabulary, papers: Iterable[Paper] = PAPERS) -> dict[str, Facet]:
    scene = Scene(a_config(), a_library(*papers, vocabularies=vocabularies or [TAGS]))
    return {facet.id: facet for facet in facets_of(scene)}


def test_a_small_lists_papers_are_all_there_by_year() -> None:
    """Without a script nothing is missing, newest first."""
    page = _page()
    assert [(each.title, [row.id for row in each.rows]) for each in page.sections] == [
        ("2024", ["b", "a"]),
        ("2022", ["c"]),
    ]
    assert (page.papers, page.shown) == (3, 3)


def test_a_large_list_shows_its_newest() -> None:
    """The page stays bounded; the years lead to the rest."""
    number = finder.ALL_ROWS + 1
    page = _page([a_paper(id=f"p{place}") for place in range(number)], a_vocabulary())
    assert sum(len(section.rows) for section in page.sections) == finder.NEWEST_ROWS == page.shown
    assert [(bar.year, bar.papers) for bar in page.years] == [("2024", number)]
    full = _page([a_paper(id=f"p{place}") for place in range(number - 1)], a_vocabulary())
    assert full.shown == full.papers == finder.ALL_ROWS


def test_the_whole_list_can_be_downloaded_in_every_format() -> None:
    """Each link names its format, in which scripts write what was found."""
    assert Download("bibtex", "BibTeX", "BibTeX", "papers.bib", 1) in _page().downloads


def test_what_no_paper_comes_with_is_not_offered() -> None:
    """Kinds of links are counted by papers."""
    assert _page().having == (Option("has", "code", "Code", 1),)


def test_the_lists_own_tree_comes_first_by_stage() -> None:
    """A stage stands for its terms; unused terms, and groups of one term, are left out."""
    facets = _facets()
    assert list(facets) == ["tags", "venues"]
    up, others = facets["tags"].lists
    assert up.whole == Option("tags-in", "up", "Up", 2)
    assert up.stage == "up"
    assert up.options == (
        Option("tags", "top", "Top", 1),
        Option("tags-in", "up/fast", "Fast", 2),
        Option("tags", "quick", "Quick", 2),
        Option("tags", "hasty", "Hasty", 1),
        Option("tags", "late", "Late", 1),
    )
    assert (others.whole, others.stage) == (None, "")
    assert others.options == (Option("tags", "odd", "Odd", 2),)
    assert facets["tags"].unfolded
    assert not facets["venues"].unfolded


def test_rarer_terms_wait_until_they_are_asked_for() -> None:
    """Of a long list the most frequent terms are shown; groups wait with the others."""
    names = [f"Term {place}" for place in range(OPTIONS_SHOWN + 2)]
    tags = a_vocabulary(
        terms=[{"name": name, "group": ["Up", "Fast"]} for name in names],
        groups=[{"name": "Up", "groups": [{"name": "Fast"}]}],
    )
    papers = [a_paper(id="all", tags=names), a_paper(id="some", tags=names[2:])]
    scene = Scene(a_config(), a_library(*papers, vocabularies=[tags]))
    (facet, _) = facets_of(scene)
    (only,) = facet.lists
    assert only.folded
    assert only.terms == len(names)
    assert {option.label for option in only.options if option.further} == {"Fast", *names[:2]}


def test_a_vocabulary_that_no_record_names_is_no_facet() -> None:
    """Glossaries and unused vocabularies narrow nothing down."""
    glossary = a_vocabulary("glossary", on_records=False)
    assert list(_facets(TAGS, glossary, a_vocabulary("methods"))) == ["tags", "venues"]


def test_a_further_vocabulary_is_one_list() -> None:
    """Outside the tree, groups are options among the terms."""
    venues = a_vocabulary(
        "venues",
        terms=[{"name": name, "group": ["Free"]} for name in ("arXiv", "Shelf")],
        groups=[{"name": "Free"}],
    )
    shelved = a_paper(id="d", tags=["Top"], venue="Shelf")
    (only,) = _facets(TAGS, venues, papers=(*PAPERS, shelved))["venues"].lists
    assert only.whole is None
    assert only.options == (
        Option("venues-in", "free", "Free", 4),
        Option("venues", "arxiv", "arXiv", 3),
        Option("venues", "shelf", "Shelf", 1),
    )
