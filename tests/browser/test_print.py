"""What comes out of the printer: a reading list."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"


@pytest.fixture
def paper(page: Page) -> Page:
    """A tab as the printer sees it, on a screen that is dark."""
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize("path", ["years/2024/index.html", "tags/retrieval-head/index.html"])
def test_a_list_prints_as_a_reading_list(paper: Page, site: Path, path: str) -> None:
    """Titles, authors and the three lines of every paper; no navigation and no controls."""
    paper.goto((site / path).as_uri())
    for gone in ("header.top", "footer.foot", ".crumbs", "#comfort", ".tools", ".downloads"):
        assert not any(each.is_visible() for each in paper.locator(gone).all()), gone
    rows = paper.locator("li.paper")
    assert rows.count() > 5
    for row in rows.all():
        for kept in (".title", ".summary", ".venue"):
            assert row.locator(kept).is_visible(), kept
        assert row.locator(".summary").evaluate("each => each.offsetHeight") > 30
    shown = rows.first.locator(".summary").evaluate(
        "each => each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })"
    )
    assert shown


def test_links_say_where_they_lead(paper: Page, site: Path) -> None:
    """On paper a link is an address, written out after its word."""
    paper.goto((site / "years/2024/index.html").as_uri())
    link = paper.locator(".links a").first
    address = link.get_attribute("href")
    written = link.evaluate("each => getComputedStyle(each, '::after').content")
    assert address is not None
    assert address in written


def test_ink_is_black_on_white(paper: Page, site: Path) -> None:
    """The theme of the screen does not reach the printer."""
    paper.goto((site / PAPER).as_uri())
    paper.evaluate("document.documentElement.dataset.theme = 'dark'")
    ink = paper.evaluate("getComputedStyle(document.querySelector('h1')).color")
    ground = paper.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ink == "rgb(0, 0, 0)"
    assert ground in {"rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


def test_a_paper_prints_with_its_citation(paper: Page, site: Path) -> None:
    """The open citation stays, the folded ones and every button do not."""
    paper.goto((site / PAPER).as_uri())
    assert paper.locator(".cite pre").first.is_visible()
    assert [each for each in paper.locator(".cite pre").all()[1:] if each.is_visible()] == []
    assert [each for each in paper.locator("button").all() if each.is_visible()] == []


def test_no_page_ends_inside_a_row(paper: Page, site: Path) -> None:
    """A paper is kept together; the year makes a document of more than one page."""
    paper.goto((site / "years/2024/index.html").as_uri())
    rules = paper.locator("li.paper").evaluate_all(
        "all => [...new Set(all.map(each => getComputedStyle(each).breakInside))]"
    )
    assert rules == ["avoid"]
    assert paper.pdf(format="A4").count(b"/Type /Page\n") > 3
