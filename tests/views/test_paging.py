"""Lists that are too long for one page."""

from collections.abc import Sequence

import pytest

from awesome_heads.model import Paper
from awesome_heads.render import Renderer, Theme
from awesome_heads.views import File, Page, build_site, paging
from awesome_heads.views.authors import AuthorPage
from awesome_heads.views.groups import GroupPage
from awesome_heads.views.page import Crumb
from awesome_heads.views.paging import FurtherPage, Leaf, Listing, further_pages, pager_of
from awesome_heads.views.scene import Scene
from awesome_heads.views.terms import TermPage
from awesome_heads.views.years import YearPage
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages

Listed = AuthorPage | GroupPage | TermPage | YearPage

OWN = "tags/copy-head/index.html"
WAY = (Crumb("Tags", "tags/index.html"), Crumb("Copy Head", OWN))
TAGS = a_vocabulary(terms=[{"name": "Copy Head", "group": ["Up"]}], groups=[{"name": "Up"}])


def _papers(number: int, years: int = 1) -> list[Paper]:
    """So many papers, a day one after the other, over so many years; not in a list's order."""
    return [
        a_paper(
            id=f"no-{place}",
            title=f"No. {place}",
            date=f"{2020 + place % years}-{1 + place % 12:02}-{1 + place % 28:02}",
            authors=["Ada Example"],
        )
        for place in range(number)
    ]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that hold three rows each."""
    monkeypatch.setattr(paging, "ROWS", 3)


def _scene(papers: Sequence[Paper]) -> Scene:
    return Scene(a_config(), a_library(*papers, vocabularies=[TAGS]))


def _further(scene: Scene) -> list[Page]:
    return list(further_pages(scene, Listing(OWN, "Copy Head", WAY, scene.library.papers)))


def _contexts(pages: Sequence[Page]) -> list[FurtherPage]:
    return [page.context for page in pages if isinstance(page.context, FurtherPage)]


def test_a_list_of_two_hundred_has_one_page() -> None:
    """One paper more, and there is a second page with that paper alone."""
    scene = _scene(_papers(200))
    assert _further(scene) == []
    assert pager_of(OWN, scene.library.papers) is None
    (page,) = _further(_scene(_papers(201)))
    assert page.path == "tags/copy-head/page-2/index.html"
    assert len(_contexts([page])[0].rows) == 1


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("number", range(3, 13))
def test_every_row_stands_on_one_page(number: int) -> None:
    """The own page's rows and those of the pages that follow are the list, in its order."""
    scene = _scene(_papers(number))
    shown = [row.id for row in paging.first_rows(scene, scene.library.papers)]
    for context in _contexts(_further(scene)):
        assert (context.first, context.papers) == (len(shown) + 1, number)
        shown += [row.id for row in context.rows]
        assert context.last == len(shown)
    assert shown == [paper.id for paper in scene.library.papers]


@pytest.mark.usefixtures("short")
def test_each_page_leads_to_all_and_to_its_neighbours() -> None:
    """Newer before, older after; the ends lead one way only."""
    scene = _scene(_papers(8))
    first = pager_of(OWN, scene.library.papers)
    assert first is not None
    pagers = [first, *(context.pager for context in _contexts(_further(scene)))]
    every = first.every
    assert [leaf.page for leaf in every] == [
        OWN,
        "tags/copy-head/page-2/index.html",
        "tags/copy-head/page-3/index.html",
    ]
    assert {pager.every for pager in pagers} == {every}
    assert [pager.here for pager in pagers] == list(every)
    assert [pager.newer for pager in pagers] == [None, *every[:-1]]
    assert [pager.older for pager in pagers] == [*every[1:], None]


@pytest.mark.usefixtures("short")
def test_pages_are_told_apart_by_years_or_within_one_by_months() -> None:
    """A period of one year or month is named once."""
    scene = _scene(_papers(8, years=3))
    pager = pager_of(OWN, scene.library.papers)
    assert pager is not None
    assert [(leaf.first, leaf.last) for leaf in pager.every] == [
        ("2021", "2022"),
        ("2020", "2021"),
        ("2020", "2020"),
    ]
    months = pager_of(OWN, [a_paper(id=str(n)) for n in range(4)])
    assert months is not None
    assert months.every[0] == Leaf(1, "2024-05", "2024-05", OWN)


@pytest.mark.usefixtures("short")
def test_a_further_page_has_a_title_and_an_address_of_its_own() -> None:
    """Its crumbs lead back to the list's own page."""
    frame = _contexts(_further(_scene(_papers(4))))[0].frame
    assert frame.name == "Copy Head, page 2 of 2"
    assert frame.canonical == "https://example.org/heads/tags/copy-head/page-2/"
    assert frame.crumbs == WAY
    assert frame.indexed


@pytest.mark.usefixtures("short")
def test_years_terms_groups_and_authors_all_go_on() -> None:
    """What is said of the list on its own page is said of all of it."""
    papers = _papers(7)
    library = a_library(*papers, vocabularies=[TAGS])
    made = list(build_site(a_config(), library))
    pages = {page.path: page for page in only_pages(made)}
    for own in (
        "years/2020/",
        OWN.removesuffix("index.html"),
        "tags/group/up/",
        "authors/ada-example/",
        "venues/arxiv/",
    ):
        context = pages[f"{own}index.html"].context
        assert isinstance(context, Listed)
        assert (context.papers, len(context.rows)) == (7, 3)
        assert context.pager is not None
        assert [f"{own}page-{number}/index.html" in pages for number in (2, 3, 4)] == [1, 1, 0]
    (bib,) = (each for each in made if each.path == "years/2020/papers.bib")
    assert isinstance(bib, File)
    assert bib.data.count(b"@misc") == 7


@pytest.mark.usefixtures("short")
def test_no_two_pages_have_one_title() -> None:
    """A group and a term of one name, both long, keep apart."""
    tags = a_vocabulary(terms=[{"name": "Copy Head", "group": ["Copy Head"]}])
    tags = tags.model_copy(update={"groups": a_vocabulary(groups=[{"name": "Copy Head"}]).groups})
    pages = only_pages(build_site(a_config(), a_library(*_papers(7), vocabularies=[tags])))
    titles = [page.context.frame.title for page in pages if page.template == "further.html"]  # type: ignore[attr-defined]
    assert len(titles) == len(set(titles)) == 2 * 5


@pytest.mark.usefixtures("short")
def test_a_page_is_made_anew_only_for_its_own_papers() -> None:
    """An edit of a paper on another page, of no date, leaves its inputs as they were."""
    papers = _papers(7)
    before = _further(_scene(papers))
    edited = before[0].inputs
    assert edited is not None
    target = edited.papers[0].id
    changed = [
        paper.model_copy(update={"title": "Other"}) if paper.id == target else paper
        for paper in papers
    ]
    after = _further(_scene(changed))
    assert after[0].inputs != before[0].inputs
    assert after[1].inputs == before[1].inputs


@pytest.mark.usefixtures("short")
def test_the_pager_needs_no_script() -> None:
    """Links with `rel`, one of them marked as the page that is shown."""
    scene = _scene(_papers(8))
    output = Renderer(Theme()).render_site(_further(scene))["tags/copy-head/page-2/index.html"]
    html = output.data.decode()
    assert '<a rel="prev" href="../../../tags/copy-head/index.html">Newer: page 1</a>' in html
    assert (
        '<a rel="next" href="../../../tags/copy-head/page-3/index.html">Older: page 3</a>' in html
    )
    assert html.count('aria-current="page"') == 1
    assert "<h1>Copy Head, page 2 of 3</h1>" in html
    assert "Papers 4 to 6 of 8" in html
