"""A list of several pages, as readers go through it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from awesome_heads import disk
from awesome_heads.render import Renderer, Theme
from awesome_heads.views import build_site, takeaway
from awesome_heads.views.paging import ROWS
from tests.browser.test_axe import WIDTHS, judged
from tests.builders import a_config, a_library, a_paper

pytestmark = pytest.mark.browser

TAG = "tags/copy-head/"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a list with one tag, whose papers fill two pages and begin a third.

    Its downloads come in two parts.
    """
    papers = [
        a_paper(
            id=f"no-{number:03}",
            title=f"No. {number:03}",
            date=f"{2024 - number // 250}-01-01",
            added="2025-01-01",
        )
        for number in range(2 * ROWS + 1)
    ]
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(takeaway, "PAPERS_A_FILE", 2 * ROWS)
        site = build_site(a_config(), a_library(*papers))
        disk.write_folder(folder, Renderer(Theme()).render_site(site))
    return folder


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    """A tab that runs no script."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_every_paper_is_reached_without_a_script(unscripted: Page, long_site: Path) -> None:
    """From page to page, newest first, by one link each."""
    unscripted.goto((long_site / f"{TAG}index.html").as_uri())
    titles = unscripted.locator(".title").all_inner_texts()
    while (older := unscripted.locator('.pager [rel="next"]')).count():
        older.click()
        titles += unscripted.locator(".title").all_inner_texts()
    assert titles == [f"No. {number:03}" for number in range(2 * ROWS + 1)]


def test_a_page_is_chosen_by_keyboard(page: Page, long_site: Path) -> None:
    """The pager's links are named by number and period, and one is the page that is shown."""
    page.goto((long_site / f"{TAG}index.html").as_uri())
    pager = page.get_by_role("navigation", name="Pages of this list")
    expect(pager.get_by_role("link", name="Page 1 2024")).to_have_attribute("aria-current", "page")
    pager.get_by_role("link", name="Page 3 2023").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Copy Head, page 3 of 3")
    page.get_by_role("navigation", name="You are here").get_by_role(
        "link", name="Copy Head"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Copy Head")


def test_rows_of_further_pages_have_all_that_scripts_give(page: Page, long_site: Path) -> None:
    """Stars, dates as the reader writes them, and what is new since the last visit."""
    page.goto((long_site / "index.html").as_uri())
    page.evaluate("localStorage.setItem('awesome-heads.visit.before', '2024-12-31')")
    page.goto((long_site / f"{TAG}page-3/index.html").as_uri())
    row = page.locator("#paper-no-400")
    expect(row.locator("time")).to_have_text("Jan 1, 2023")
    expect(row.locator(".fresh")).to_have_count(1)
    row.get_by_role("button", name="Star: No. 400").click()
    page.reload()
    expect(row.locator(".star")).to_have_attribute("aria-pressed", "true")


def test_a_link_to_a_row_that_has_moved_on_leads_to_its_paper(page: Page, long_site: Path) -> None:
    """One to a row that is still there stays."""
    page.goto((long_site / f"{TAG}index.html").as_uri() + "#paper-no-300")
    expect(page.get_by_role("heading", level=1)).to_have_text("No. 300")
    page.goto((long_site / f"{TAG}index.html").as_uri() + "#paper-no-007")
    expect(page.get_by_role("heading", level=1)).to_have_text("Copy Head")


def test_what_was_found_is_offered_in_one_piece(page: Page, long_site: Path) -> None:
    """The whole list comes in parts, each by its name, and comes back when the search is undone."""
    page.goto((long_site / "papers/index.html").as_uri())
    offered = page.locator("#take a:visible")
    parts = offered.all_inner_texts()
    assert parts[:2] == ["BibTeX, part 1 of 2", "BibTeX, part 2 of 2"]
    assert len(parts) == 10
    page.locator("#find").fill("007")
    expect(offered).to_have_text(["BibTeX", "CSL-JSON", "RIS", "CSV", "JSON"])
    with page.expect_download() as waiting:
        offered.last.click()
    assert [each["id"] for each in json.loads(waiting.value.path().read_bytes())] == ["no-007"]
    page.locator("#find").fill("")
    expect(offered).to_have_text(parts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pager_shuts_nobody_out(browser: Browser, long_site: Path, scheme: str) -> None:
    """axe-core has nothing to say against the last page, whose list is short, at any width."""
    found = []
    with browser.new_context(
        bypass_csp=True, color_scheme="dark" if scheme == "dark" else "light"
    ) as context:
        page = context.new_page()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto((long_site / f"{TAG}page-3/index.html").as_uri())
            found += judged(page)
    assert found == []
