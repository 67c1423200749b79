"""The page of each paper, and those that lead to it."""

from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.views.contexts import Fact, Neighbour, PaperPage, RedirectPage
from awesome_heads.views.page import Crumb
from awesome_heads.views.papers import paper_pages, redirect_pages
from awesome_heads.views.rows import Person
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages


def _contexts(library: Library, **settings: object) -> dict[str, PaperPage]:
    """Paper pages by the paper's id."""
    found = {}
    for page in only_pages(paper_pages(Scene(a_config(**settings), library))):
        assert isinstance(page.context, PaperPage)
        found[page.path.split("/")[1]] = page.context
    return found


def _context(paper: Paper) -> PaperPage:
    return _contexts(a_library(paper))[paper.id]


def _facts(**changes: object) -> tuple[Fact, ...]:
    return _context(a_paper(**changes)).facts


def test_pages_stand_newest_first_with_their_neighbours() -> None:
    """Each page leads to the papers just before and after it, the ends to one only."""
    dates = {"a": "2024-03-01", "b": "2023-02-01", "c": "2022-01-01"}
    papers = [a_paper(id=name, title=name.upper(), date=date) for name, date in dates.items()]
    found = _contexts(a_library(*papers))
    assert list(found) == ["a", "b", "c"]
    assert (found["a"].newer, found["c"].older) == (None, None)
    assert found["b"].newer == Neighbour("A", "papers/a/index.html", "", "2024-03-01")
    assert found["b"].older == Neighbour("C", "papers/c/index.html", "", "2022-01-01")


def test_a_paper_is_reached_by_its_year() -> None:
    """The way from the home page leads through the years."""
    assert _context(a_paper(date="2023-02-01")).frame.crumbs == (
        Crumb("Years", "years/index.html"),
        Crumb("2023", "years/2023/index.html"),
    )


def test_a_paper_is_described_by_what_is_new() -> None:
    """Search engines are given the first line of the summary."""
    summary = {"innovation": "Says *much*.", "tasks": "Little.", "result": "Nothing."}
    assert _context(a_paper(summary=summary)).frame.description == "Says *much*."


def test_a_bare_record_has_no_titles_but_its_own() -> None:
    """Nothing is shown of what the record does not say."""
    context = _context(a_paper(links={"paper": "https://example.org/p"}))
    assert (context.facts, context.former_titles, context.published_title) == ((), (), "")
    assert (context.further, context.related) == ((), ())


def test_titles_of_other_times_are_shown() -> None:
    """A changed title and every earlier one stand on the page."""
    published = {"venue": "arXiv", "date": "2024", "title": "Grown Up"}
    context = _context(a_paper(published=published, former_titles=["Born", "Young"]))
    assert context.published_title == "Grown Up"
    assert context.former_titles == ("Born", "Young")


def test_a_title_that_did_not_change_is_not_repeated() -> None:
    """A published version without a title of its own adds none."""
    context = _context(a_paper(published={"venue": "arXiv", "date": "2024"}))
    assert context.published_title == ""


def test_identifiers_are_told_apart() -> None:
    """Each known service gives a fact with its own name for the paper."""
    papers = [
        "https://arxiv.org/abs/2401.99999",
        "https://openreview.net/forum?id=MadeUp",
        "https://aclanthology.org/2024.made-up.1/",
        "https://doi.org/10.5555/MADE.UP",
        "https://example.org/none",
    ]
    assert _facts(links={"paper": papers}) == (
        Fact("arXiv", "2401.99999", "https://arxiv.org/abs/2401.99999"),
        Fact("OpenReview", "MadeUp", "https://openreview.net/forum?id=MadeUp"),
        Fact("ACL", "2024.made-up.1", "https://aclanthology.org/2024.made-up.1/"),
        Fact("DOI", "10.5555/made.up", "https://doi.org/10.5555/made.up"),
    )


def test_an_identifier_is_said_once() -> None:
    """The same paper under two addresses, or as link and as DOI, is one fact."""
    published = {
        "venue": "arXiv",
        "date": "2024",
        "doi": "10.5555/made.up",
        "url": "https://doi.org/10.5555/MADE.UP",
    }
    links = {"paper": ["https://arxiv.org/abs/2401.99999v2", "https://arxiv.org/pdf/2401.99999"]}
    assert [fact.text for fact in _facts(links=links, published=published)] == [
        "2401.99999",
        "10.5555/made.up",
    ]


def test_a_landing_page_is_named_by_its_host() -> None:
    """An address that no service is known for stands under its host's name."""
    published = {
        "venue": "arXiv",
        "date": "2024-05",
        "url": "https://journal.example/v/1?x=2",
        "pages": "12-34",
    }
    links = {"paper": "https://example.org/p"}
    assert _facts(links=links, published=published) == (
        Fact("Published", "journal.example", "https://journal.example/v/1?x=2"),
        Fact("Pages", "12-34", ""),
    )


def test_an_abbreviated_venue_is_said_in_full() -> None:
    """Its full name stands first among the particulars; other venues add nothing."""
    properties = {"full_name": {"label": "Full name", "description": "In full."}}
    terms = [
        {"name": "arXiv"},
        {"name": "AVIW", "properties": {"full_name": "Assembly of Invented Work"}},
    ]
    venues = a_vocabulary("venues", terms, properties=properties)
    paper = a_paper(published={"venue": "AVIW", "date": "2025"})
    facts = _contexts(a_library(paper, vocabularies=[venues]))[paper.id].facts
    assert facts[0] == Fact("AVIW", "Assembly of Invented Work", "")
    assert [fact.label for fact in facts] == ["AVIW", "arXiv"]


def test_every_author_is_named() -> None:
    """A paper's own page leaves no author out, and leads to each."""
    names = [f"Ann {letter}" for letter in "ABCDEFG"]
    assert _context(a_paper(authors=names)).authors == tuple(
        Person(name, f"authors/{name.lower().replace(' ', '-')}/index.html") for name in names
    )


def test_further_vocabularies_stand_in_the_settings_order() -> None:
    """Tags and venues have places of their own; a vocabulary without terms is left out."""
    paper = a_paper(id="a", terms={"models": ["M"], "methods": ["Second", "First"]})
    library = a_library(paper, vocabularies=[a_vocabulary("benchmarks", ["B"])])
    context = _contexts(library, vocabularies=["tags", "venues", "models"])["a"]
    assert [(each.title, [chip.label for chip in each.chips]) for each in context.further] == [
        ("Models", ["M"]),
        ("Methods", ["Second", "First"]),
    ]
    assert (context.heads.title, context.heads.chips) == ("Tags", context.row.chips)


def test_every_former_id_leads_to_the_paper() -> None:
    """A page at the old place names the new one, and is no page of its own to search engines."""
    library = a_library(a_paper(id="new", former_ids=["old", "older"]), a_paper(id="still"))
    pages = list(redirect_pages(Scene(a_config(), library)))
    assert [page.path for page in pages] == ["papers/old/index.html", "papers/older/index.html"]
    page = pages[0]
    assert isinstance(page.context, RedirectPage)
    assert (page.template, page.context.target) == ("redirect.html", "../new/index.html")
    assert page.context.frame.root == "../../"
    assert not page.context.frame.indexed
