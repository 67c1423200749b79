"""Every page of the site."""

from awesome_heads.project import Project
from awesome_heads.text import slugify
from awesome_heads.views import File, Page, Picture, build_site
from awesome_heads.views.contexts import HomePage, MissingPage
from awesome_heads.views.page import HOME, PAPERS, paper_page
from awesome_heads.views.site_map import SiteMap
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages


def _by_path(project: Project) -> dict[str, Page]:
    return {page.path: page for page in only_pages(build_site(project.config, project.library))}


def test_no_two_pages_share_a_place(small: Project) -> None:
    """Nothing is written over."""
    paths = [each.path for each in build_site(small.config, small.library)]
    assert len(set(paths)) == len(paths)


def _filled(made: Page | File | Picture) -> object:
    """What an output holds, whenever it is made."""
    if isinstance(made, Picture):
        return made
    return made.context if isinstance(made, Page) else made.data


def test_the_site_is_built_in_one_order(small: Project) -> None:
    """Two builds of one list yield equal pages: what all need, home, the papers, the rest."""
    first, second = (list(build_site(small.config, small.library)) for _ in range(2))
    assert [each.path for each in first] == [each.path for each in second]
    assert [_filled(each) for each in first] == [_filled(each) for each in second]
    order = ["static/stages.css", "index.html", paper_page(small.library.papers[0].id), PAPERS]
    assert [each.path for each in first if each.path in order] == order


def test_everything_of_the_list_has_a_page(small: Project) -> None:
    """Papers, former ids, years, authors, vocabularies, and groups and terms that records name."""
    library = small.library
    terms = {
        f"{vocabulary.id}/{term.slug}"
        for vocabulary in library.vocabularies.values()
        if vocabulary.on_records
        for term in vocabulary.terms
    }
    expected = {
        "years",
        "contribute",
        "authors",
        "statistics",
        "api",
        "papers",
        "tags/together",
        *library.vocabularies,
        *terms,
        "tags/group/rising",
        "tags/group/rising/slow-cold",
        "tags/group/rising/fast",
        "tags/group/souring",
        "tags/group/souring/mild",
        "tags/group/not-yet-placed",
        "venues/group/preprints",
        "venues/group/gatherings",
    }
    expected |= {f"papers/{paper.id}" for paper in library.papers}
    expected |= {f"papers/{former}" for paper in library.papers for former in paper.former_ids}
    expected |= {f"years/{year}" for year in library.by_year}
    expected |= {f"authors/{slugify(name)}" for paper in library.papers for name in paper.authors}
    found = {path for path in _by_path(small) if path.endswith("/index.html")}
    assert found == {f"{path}/index.html" for path in expected}


def test_the_home_page_shows_the_newest_papers(small: Project) -> None:
    """As many as the settings say, newest first, and how many there are in all."""
    home = _by_path(small)["index.html"].context
    assert isinstance(home, HomePage)
    limit = small.config.site.newest
    assert [row.id for row in home.newest] == [each.id for each in small.library.papers[:limit]]
    assert (home.papers, home.term_count, home.studied) == (8, "7 cultures", 2)


def test_same_day_papers_stand_by_title(small: Project) -> None:
    """A small letter does not put a title behind the others."""
    day = [paper.title for paper in small.library.papers if str(paper.date) == "2024-02-29"]
    assert day == ["a loaf on a leap day", "Every Field of a Record"]


def test_one_term_is_counted_in_the_singular() -> None:
    """The list's own word for a term is used, one or many."""
    tags = a_vocabulary(terms=["Lens"], title="Lenses", singular="Lens")
    pages = build_site(a_config(), a_library(a_paper(tags=["Lens"]), vocabularies=[tags]))
    home = next(page.context for page in only_pages(pages) if page.path == HOME)
    assert isinstance(home, HomePage)
    assert home.term_count == "1 lens"


def test_the_site_map_lists_what_search_engines_may_find(small: Project) -> None:
    """Every indexed page once, by its address; neither redirects nor the missing page."""
    pages = _by_path(small)
    site_map = pages["sitemap.xml"].context
    assert isinstance(site_map, SiteMap)
    indexed = {
        page.context.frame.canonical  # type: ignore[attr-defined]
        for path, page in pages.items()
        if path.endswith(".html") and page.context.frame.indexed  # type: ignore[attr-defined]
    }
    assert len(site_map.addresses) == len(indexed)
    assert set(site_map.addresses) == indexed
    assert "https://crumbs.example/sourdough/papers/all-fields/" not in indexed
    assert not any(address.endswith("index.html") for address in site_map.addresses)


def test_the_missing_page_knows_where_the_site_is(small: Project) -> None:
    """It is shown at any address, so its links start at the host's top."""
    missing = _by_path(small)["404.html"].context
    assert isinstance(missing, MissingPage)
    assert (missing.frame.root, missing.frame.indexed) == ("/sourdough/", False)


def test_a_site_at_the_top_of_its_host() -> None:
    """An address without a folder, and without a closing slash, gives the root itself."""
    settings = a_config(site_url="https://heads.example")
    pages = {page.path: page for page in only_pages(build_site(settings, a_library(a_paper())))}
    missing = pages["404.html"].context
    assert isinstance(missing, MissingPage)
    assert missing.frame.root == "/"
    site_map = pages["sitemap.xml"].context
    assert isinstance(site_map, SiteMap)
    assert site_map.addresses[0] == "https://heads.example/"


def test_a_list_without_papers_is_a_site() -> None:
    """An owner who just began sees a home page, the years and the vocabularies."""
    vocabularies = [a_vocabulary(), a_vocabulary("venues", ["arXiv"])]
    pages = {page.path for page in build_site(a_config(), a_library(vocabularies=vocabularies))}
    assert {"index.html", "years/index.html", "tags/copy-head/index.html"} <= pages
