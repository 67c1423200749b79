"""Finding papers: words, facets, what the address keeps, and what can be carried off."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, BrowserContext, Page, expect

from awesome_heads import disk, project
from awesome_heads.formats import FORMATS, Bibliography
from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.views.finder import ALL_ROWS, NEWEST_ROWS
from bench.fabricate import write_list
from tests.browser.finding import (
    expect_number,
    matching,
    named,
    nothing_wrong,
    open_finder,
    option,
    start,
    titles,
)

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("way", ["file", "served"])
RETRIEVAL = "Retrieval Head Mechanistically Explains Long-Context Factuality"


@pytest.fixture
def library(listed: Project) -> Library:
    """The papers of this repository's list."""
    return listed.library


@both_ways
def test_words_are_found_and_marked(page: Page, site: Path, served: str, way: str) -> None:
    """Typing shows the best papers first, words marked; address and title follow."""
    with nothing_wrong(page):
        open_finder(page, start(site, served, way))
        page.locator("#find").press_sequentially("retrieval head factuality")
        expect(page.locator("#results .title a").first).to_have_text(RETRIEVAL)
        marks = page.locator("#results .paper").first.locator(".title mark").all_inner_texts()
        assert [mark.lower() for mark in marks] == ["retrieval", "head", "factuality"]
        assert page.url.endswith("?q=retrieval+head+factuality")
        assert page.title().startswith("retrieval head factuality · Papers · ")
        assert not page.locator("#all").count()


def test_a_slip_of_the_hand_is_forgiven(page: Page, served: str) -> None:
    """A transposed letter finds what was meant."""
    open_finder(page, served, "?q=retreival+factualty")
    expect(page.locator("#results .title a").first).to_have_text(RETRIEVAL)


@both_ways
def test_facets_combine(page: Page, library: Library, site: Path, served: str, way: str) -> None:
    """Terms of one vocabulary widen, all else narrows, and the counts are those of counting."""
    size = len(library.papers)
    retrieval = named(library, "tags", "Retrieval Head")
    either = named(library, "tags", "Retrieval Head", "Induction Head")
    with nothing_wrong(page):
        open_finder(page, start(site, served, way))
        page.get_by_label("Retrieval Head", exact=False).first.check()
        expect_number(page, len(matching(library, retrieval)), size)
        page.get_by_label("Induction Head", exact=False).first.check()
        expect_number(page, len(matching(library, either)), size)
        page.get_by_label("From").select_option("2024")
        since = matching(library, either, lambda paper: paper.date.year >= 2024)
        expect_number(page, len(since), size)
        assert titles(page) == [paper.title for paper in since][:20]
        with_code = [paper for paper in since if paper.links.code]
        expect(page.locator('input[value="code"]')).to_be_enabled()
        assert option(page, "has", "code") == str(len(with_code))
        page.get_by_label("Code").check()
        expect_number(page, len(with_code), size)
    slugs = "/papers/index.html?years=2024-&has=code&tags=induction-head,retrieval-head"
    assert sorted(page.url.partition("&tags=")[2].split(",")) == [
        "induction-head",
        "retrieval-head",
    ]
    assert slugs.partition("&tags=")[0] in page.url


def test_counts_say_what_a_choice_would_leave(page: Page, library: Library, served: str) -> None:
    """Every option of every vocabulary, with a choice made, counts as brute force does."""
    open_finder(page, served, "?has=code&years=2023-2024&tags=induction-head")
    chosen = [
        lambda paper: bool(paper.links.code),
        lambda paper: 2023 <= paper.date.year <= 2024,
    ]
    induction = named(library, "tags", "Induction Head")
    expect_number(page, len(matching(library, *chosen, induction)), len(library.papers))
    expect(page.locator('input[name="has"][value="demo"]')).to_be_disabled()
    wrong = {}
    for vocabulary in ("tags", "venues", "methods", "benchmarks", "models"):
        for term in library.vocabularies[vocabulary].terms:
            if not library.papers_with(vocabulary, term.name):
                continue
            others = chosen if vocabulary == "tags" else [*chosen, induction]
            expected = len(matching(library, *others, named(library, vocabulary, term.name)))
            if (told := option(page, vocabulary, term.slug)) != str(expected):
                wrong[term.name] = (told, expected)
    assert wrong == {}


def test_a_whole_stage_can_be_chosen(page: Page, library: Library, served: str) -> None:
    """A group of the tree stands for its terms, each paper counted once."""
    tags = library.vocabularies["tags"]
    stage = tags.groups[2]
    of_stage = [term.name for term in tags.terms if term.group[:1] == (stage.name,)]
    expected = matching(library, named(library, "tags", *of_stage))
    open_finder(page, served)
    page.get_by_label(stage.name, exact=False).first.check()
    expect_number(page, len(expected), len(library.papers))
    assert "tags-in=latent-reasoning" in page.url
    group = stage.groups[0]
    inner = [t.name for t in tags.terms if t.group == (stage.name, group.name)]
    value = f"latent-reasoning/{'-'.join(group.name.lower().replace('-', ' ').split())}"
    assert option(page, "tags-in", value) == str(
        len(matching(library, named(library, "tags", *inner)))
    )


VIEWS = (
    "?q=heads&years=2023-2024&has=code&sort=title",
    "?tags=retrieval-head,induction-head&sort=added",
    "?tags-in=latent-reasoning&venues=arxiv",
    "?years=2024",
)


@both_ways
@pytest.mark.parametrize("view", VIEWS)
def test_a_link_restores_its_view(page: Page, site: Path, served: str, way: str, view: str) -> None:
    """Box, facets, order and results are those of whoever shared the link."""
    top = start(site, served, way)
    with nothing_wrong(page):
        open_finder(page, top, view)
        expect(page.locator("#results .paper").first).to_be_visible()
        first = titles(page)
        asked = parse_qs(view[1:])
        assert page.locator("#find").input_value() == asked.get("q", [""])[0]
        if "sort" in asked:
            assert page.locator("#sort").input_value() == asked["sort"][0]
        # Leaving the box writes the address anew: nothing is lost or added.
        page.locator("#find").press("Enter")
        assert {name: set(value.split(",")) for name, (value,) in address(page).items()} == {
            name: set(value.split(",")) for name, (value,) in asked.items()
        }
        page.reload()
        expect(page.locator("#results .paper").first).to_be_visible()
        assert titles(page) == first


def address(page: Page) -> dict[str, list[str]]:
    """What the page's address says."""
    return parse_qs(urlsplit(page.url).query)


def test_unknown_parts_of_a_link_are_passed_over(page: Page, library: Library, served: str) -> None:
    """A renamed tag or a mistyped year does not leave the page empty."""
    with nothing_wrong(page):
        open_finder(page, served, "?tags=no-such-head&years=abc-2099&sort=size&other=1")
        expect_number(page, len(library.papers), len(library.papers))
        assert page.locator("#all").is_visible()


@both_ways
def test_back_undoes_a_choice(
    page: Page, library: Library, site: Path, served: str, way: str
) -> None:
    """Choosing is a step of the history, each typed letter is not."""
    size = len(library.papers)
    open_finder(page, start(site, served, way))
    page.locator("#find").press_sequentially("induction")
    expect(page.locator("#results mark").first).to_be_visible()
    typed = page.locator("#tally").inner_text()
    page.get_by_label("Code").check()
    expect(page.locator("#tally")).not_to_have_text(typed)
    page.go_back()
    expect(page.locator("#tally")).to_have_text(typed)
    assert page.locator("#find").input_value() == "induction"
    assert not page.get_by_label("Code").is_checked()
    page.go_forward()
    expect(page.get_by_label("Code")).to_be_checked()
    expect(page.locator("#tally")).not_to_have_text(typed)
    page.locator("#results .title a").first.click()
    page.wait_for_url("**/papers/*/index.html")
    page.go_back()
    expect(page.get_by_label("Code")).to_be_checked()
    page.get_by_role("button", name="Clear all").click()
    expect_number(page, size, size)
    assert "?" not in page.url
    assert page.locator("#all .paper").count() == size


def test_active_filters_can_be_dropped_one_by_one(
    page: Page, library: Library, served: str
) -> None:
    """Each is a button above the results, and dropping it keeps the others."""
    open_finder(page, served, "?years=2024&has=code&tags=retrieval-head")
    active = page.locator("#active")
    expect(active.get_by_role("button")).to_have_count(4)
    active.get_by_role("button", name="Remove With code").click()
    wanted = matching(
        library, named(library, "tags", "Retrieval Head"), lambda paper: paper.date.year == 2024
    )
    expect_number(page, len(wanted), len(library.papers))
    assert active.locator(".drop").all_text_contents() == [
        "Remove 2024\u00d7",
        "Remove Retrieval Head\u00d7",
    ]


ORDERS = {
    "title": lambda paper: paper.title.casefold(),
    "date": lambda paper: (-paper.date.toordinal(), paper.title.casefold()),
}


@pytest.mark.parametrize("order", ORDERS)
def test_papers_can_be_sorted(page: Page, library: Library, served: str, order: str) -> None:
    """By title or date, all of what was found."""
    open_finder(page, served, "?has=code")
    page.locator("#sort").select_option("title")
    page.locator("#sort").select_option(order)
    coded = matching(library, lambda paper: bool(paper.links.code))
    expected = [paper.title for paper in sorted(coded, key=ORDERS[order])]
    if page.locator("#next").is_visible():
        page.locator("#next").click()
    expect(page.locator("#results .title")).to_have_count(len(expected))
    assert titles(page) == expected


def test_more_results_come_when_asked_for(page: Page, library: Library, served: str) -> None:
    """Twenty at first, then the next ones, with the focus on the first of them."""
    open_finder(page, served, "?sort=title")
    expect(page.locator("#results .paper")).to_have_count(20)
    page.locator("#next").click()
    expect(page.locator("#results .paper")).to_have_count(40)
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == page.locator("#results .title").nth(20).inner_text()
    for _ in range(3):
        page.locator("#next").click()
    expect(page.locator("#results .paper")).to_have_count(len(library.papers))
    assert page.locator("#next").is_hidden()


def test_an_empty_result_says_what_to_drop(page: Page, library: Library, served: str) -> None:
    """The number that each part's absence would leave is told, and one press drops it."""
    open_finder(page, served, "?q=zzzzqqqq&tags=retrieval-head")
    retrieval = matching(library, named(library, "tags", "Retrieval Head"))
    way = page.locator("#empty").get_by_role("button")
    expect(way).to_have_text(f"Without “zzzzqqqq”: {len(retrieval)} papers")
    expect(page.locator("#take")).to_be_hidden()
    way.click()
    expect_number(page, len(retrieval), len(library.papers))
    assert page.locator("#empty").is_hidden()
    assert page.locator("#find").input_value() == ""


def test_one_result_is_told_in_the_singular(page: Page, library: Library, served: str) -> None:
    """A single paper is a paper, and can be carried off."""
    open_finder(
        page, served, "?q=retrieval+mechanistically+factuality+explains+long-context&years=2024"
    )
    expect(page.locator("#results .paper")).to_have_count(1)
    expect_number(page, 1, len(library.papers))
    expect(page.locator("#_take")).to_have_text("Download this paper")


@both_ways
@pytest.mark.parametrize("style", FORMATS, ids=lambda style: style.name)
def test_what_is_found_downloads_as_the_static_files_are_written(  # noqa: PLR0913, PLR0917 -- fixtures
    page: Page, listed: Project, site: Path, served: str, way: str, style: object
) -> None:
    """The file holds the pieces of the papers shown, joined as those of a tag's page are."""
    library = listed.library
    with nothing_wrong(page):
        open_finder(page, start(site, served, way), "?tags=retrieval-head")
        wanted = matching(library, named(library, "tags", "Retrieval Head"))
        expect_number(page, len(wanted), len(library.papers))
        with page.expect_download() as waiting:
            page.locator(f'#take a[data-format="{style.name}"]').click()  # type: ignore[attr-defined]
    expected = Bibliography(library, listed.config.base_url).file(wanted, style)  # type: ignore[arg-type]
    text = waiting.value.path().read_bytes().decode()
    assert text == expected
    suffix = style.suffix  # type: ignore[attr-defined]
    assert text == (site / f"tags/retrieval-head/papers{suffix}").read_bytes().decode()
    assert waiting.value.suggested_filename == f"retrieval-head{suffix}"
    if suffix == ".bib":
        assert len(parse_string(text).entries) == len(wanted)


def test_without_a_choice_the_links_lead_to_the_whole_list(page: Page, served: str) -> None:
    """The static file is what is downloaded."""
    open_finder(page, served)
    with page.expect_download() as waiting:
        page.locator('#take a[data-format="bibtex"]').click()
    assert waiting.value.url == f"{served}papers.bib"


def test_bibtex_of_what_is_found_can_be_copied(
    context: BrowserContext, page: Page, listed: Project, served: str
) -> None:
    """One press puts the entries on the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_finder(page, served, "?tags=retrieval-head")
    wanted = matching(listed.library, named(listed.library, "tags", "Retrieval Head"))
    expect_number(page, len(wanted), len(listed.library.papers))
    page.evaluate("navigator.clipboard.writeText('')")
    page.locator("#copy-found").click()
    copied = ""
    while "@" not in copied:
        page.wait_for_timeout(50)
        copied = page.evaluate("navigator.clipboard.readText()")
    whole = Bibliography(listed.library, listed.config.base_url)
    assert copied == whole.file(wanted, FORMATS[0])


def test_without_scripts_every_paper_is_listed(
    browser: Browser, site: Path, listed: Project
) -> None:
    """All papers are there as rows, the facets are not, and the box says what it needs."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        open_finder(page, site.as_uri() + "/")
        assert titles(page) == [paper.title for paper in listed.library.papers]
        for hidden in ("#facets", "#sort", "#narrow", "#copy-found", "#next"):
            assert page.locator(hidden).is_hidden()
        assert "Searching needs JavaScript" in page.locator("#search").inner_text()
        ways = [link.get_attribute("href") for link in page.locator("noscript a").all()]
        assert "../years/index.html" in ways
        assert "../authors/index.html" in ways
        assert "../tags/index.html" in ways


def test_a_phone_gets_the_facets_in_a_sheet(
    browser: Browser, served: str, library: Library
) -> None:
    """A button with the number of active ones opens them; the page stays where it was."""
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        page = context.new_page()
        open_finder(page, served, "?has=code")
        expect(page.locator("#narrow")).to_have_text("Narrow down1")
        page.locator("#narrow").tap()
        sheet = page.locator("#sheet")
        expect(sheet).to_be_visible()
        sheet.get_by_label("Retrieval Head", exact=False).first.tap()
        wanted = matching(
            library,
            named(library, "tags", "Retrieval Head"),
            lambda paper: bool(paper.links.code),
        )
        noun = "paper" if len(wanted) == 1 else "papers"
        expect(page.locator("#shut")).to_have_text(f"Show {len(wanted)} {noun}")
        page.locator("#shut").tap()
        expect(sheet).to_be_hidden()
        expect(page.locator("#narrow")).to_have_text("Narrow down2")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert not page.locator("#facets").is_visible()


def test_a_missing_part_leaves_all_papers(page: Page, served: str, library: Library) -> None:
    """Where the index cannot be loaded, the page says so and shows its own rows."""
    page.route("**/search/index.js", lambda route: route.abort())
    open_finder(page, served, "?q=induction")
    expect(page.locator("#tally")).to_contain_text("cannot be loaded")
    assert page.locator("#all .paper").count() == len(library.papers)


STARS = """
awesomeHeads.stars = (() => {
  const ids = new Set(["%s", "no-such-paper"]);
  const told = [];
  return {
    has: (id) => ids.has(id), all: () => [...ids], onchange: (each) => told.push(each),
    toggle: (id) => { if (!ids.delete(id)) ids.add(id); told.forEach((each) => each()); },
  };
})();
"""


def test_starred_papers_are_a_facet(page: Page, served: str, library: Library, site: Path) -> None:
    """What the reader starred can be narrowed down to, and follows when a star is taken away."""
    size, (first, second) = len(library.papers), library.papers[3:5]
    script = (site / "static/rows.js").read_text("utf-8") + STARS % first.id
    page.route(
        "**/static/rows.js",
        lambda route: route.fulfill(body=script, content_type="text/javascript"),
    )
    open_finder(page, served)
    page.get_by_label("Starred").check()
    expect_number(page, 1, size)
    assert titles(page) == [first.title]
    assert page.url.endswith("?starred=yes")
    page.evaluate(f"awesomeHeads.stars.toggle('{second.id}')")
    expect_number(page, 2, size)
    page.get_by_label("Starred").uncheck()
    expect_number(page, size, size)


def test_a_long_list_shows_its_newest_and_then_more(
    page: Page, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Past a limit the page is bounded, with years as the way in, and scripts show the rest."""
    number = ALL_ROWS + 5
    long, problems = project.load(write_list(tmp_path, number))
    assert long is not None, problems
    folder = tmp_path_factory.mktemp("long")
    disk.write_folder(folder, long.site())
    with nothing_wrong(page):
        open_finder(page, folder.as_uri() + "/")
        expect_number(page, number, number)
        assert page.locator("#all .paper").count() == NEWEST_ROWS
        assert page.locator("#all .jumps a").count() == len(long.library.by_year)
        page.locator("#next").click()
        expect(page.locator("#results .title a").nth(NEWEST_ROWS)).to_be_focused()
        newest = [paper.title for paper in long.library.papers]
        assert titles(page) == newest[: NEWEST_ROWS + 20]
        expect_number(page, number, number)
