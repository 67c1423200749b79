"""What readers take and keep: stars, citations, addresses, dates as they say them, what is new."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

YEAR = "years/2024/index.html"
PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"


def test_stars_survive(page: Page, served: str) -> None:
    """A star set on a row is there after a reload, on the paper's page and for other scripts."""
    page.goto(served + YEAR)
    title = page.locator("li.paper .title").first.inner_text()
    star = page.get_by_role("button", name=f"Star: {title}")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(page.get_by_role("status")).to_have_text("Starred")
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "true")
    identity = page.locator("li.paper").first.get_attribute("id")
    assert identity is not None
    assert page.evaluate("awesomeHeads.stars.all()") == [identity.removeprefix("paper-")]
    page.locator("li.paper .title a").first.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    star.click()
    page.go_back()
    page.reload()
    expect(star).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("awesomeHeads.stars.all()") == []


def test_scripts_are_told_of_stars(page: Page, served: str) -> None:
    """Who listens is given all ids after each change; what is not a list of ids counts as none."""
    page.goto(served)
    told = page.evaluate(
        """() => {
          const { stars, memory } = awesomeHeads, told = [];
          stars.onchange(ids => told.push(ids));
          stars.toggle('a'); stars.toggle('b'); stars.toggle('a');
          memory.set('stars', '{"a": 1}');
          return [...told, stars.all(), stars.has('b')];
        }"""
    )
    assert told == [["a"], ["a", "b"], ["b"], [], False]


@pytest.fixture
def clipboard(browser: Browser, served: str) -> Iterator[tuple[Page, Callable[[], str]]]:
    """A tab that may use the clipboard, and what the clipboard holds."""
    with browser.new_context() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served)
        page = context.new_page()
        yield page, lambda: str(page.evaluate("navigator.clipboard.readText()"))


def test_every_citation_is_copied(clipboard: tuple[Page, Callable[[], str]], served: str) -> None:
    """The button under each format copies the very text shown, and screen readers hear of it."""
    page, held = clipboard
    page.goto(served + PAPER)
    blocks = page.locator(".cite details")
    assert blocks.count() > 0
    for block in blocks.all():
        block.evaluate("each => { each.open = true }")
        label = block.locator("summary").inner_text()
        block.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("status")).to_have_text(f"{label} copied")
        assert held() == block.locator("pre").evaluate("each => each.textContent")
    assert page.evaluate("document.activeElement.className").split()[0] == "copy"


def test_a_row_gives_its_bibtex(clipboard: tuple[Page, Callable[[], str]], served: str) -> None:
    """From a list, too, BibTeX is one click: the same text as on the paper's page."""
    page, held = clipboard
    page.goto(served + YEAR)
    row = page.locator("#paper-" + PAPER.split("/")[1])
    row.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("status")).to_have_text("BibTeX copied")
    page.goto(served + PAPER)
    assert held() == page.locator(".cite pre").first.evaluate("each => each.textContent")


def test_a_row_leads_to_citations_where_they_cannot_be_read(page: Page, site: Path) -> None:
    """From a folder, whose files no page may read, a row offers the way to its citations."""
    page.goto((site / YEAR).as_uri())
    row = page.locator("#paper-" + PAPER.split("/")[1])
    row.get_by_role("link", name="Cite").click()
    page.wait_for_url(f"**/{PAPER}#cite")
    expect(page.locator(".cite")).to_be_visible()


def test_a_failed_fetch_leads_to_the_citations(page: Page, served: str) -> None:
    """When the file cannot be had, the reader arrives where the text can be copied by hand."""
    page.goto(served + YEAR)
    page.route("**/paper.bib", lambda route: route.abort())
    page.locator("li.paper").first.get_by_role("button", name="Copy BibTeX").click()
    page.wait_for_url("**/index.html#cite")


def test_permalinks_are_copied(clipboard: tuple[Page, Callable[[], str]], served: str) -> None:
    """A heading's link and a row's date give addresses that lead to that very place."""
    page, held = clipboard
    page.goto(served + PAPER)
    page.get_by_role("link", name="Link to this section: Cite").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert held() == f"{served}{PAPER}#cite"
    page.goto(served + YEAR)
    row = page.locator("li.paper").nth(3)
    row.locator(".when a").click()
    expect(page.get_by_role("status")).to_have_text("Link copied")
    assert held() == f"{served}{YEAR}#{row.get_attribute('id')}"


def test_headings_keep_their_names(page: Page, site: Path) -> None:
    """A permalink stands beside its heading: the heading is called what it says."""
    page.goto((site / PAPER).as_uri())
    page.get_by_role("heading", name="Cite", exact=True).wait_for()
    headings = page.locator("h2[id], h3[id]")
    links = page.locator("a.anchor")
    assert headings.count() == links.count() > 2
    ids = [f"#{each.get_attribute('id')}" for each in headings.all()]
    assert [each.get_attribute("href") for each in links.all()] == ids


@pytest.mark.parametrize(
    ("locale", "day"),
    [("de-DE", "24. Apr. 2024"), ("en-US", "Apr 24, 2024"), ("ja-JP", "2024年4月24日")],
)
def test_dates_are_said_as_the_reader_says_them(
    browser: Browser, site: Path, locale: str, day: str
) -> None:
    """The text follows the reader's language, which is noted on it; the ISO date stays below."""
    with browser.new_context(locale=locale) as context:
        page = context.new_page()
        page.goto((site / PAPER).as_uri())
        date = page.locator(".particulars time")
        assert date.inner_text() == day
        assert date.get_attribute("datetime") == "2024-04-24"
        assert date.get_attribute("lang") == locale
        page.goto((site / YEAR).as_uri())
        rows = page.locator(".when time")
        assert {len(str(each.get_attribute("datetime"))) for each in rows.all()} == {10}


def test_a_month_and_a_year_stay_what_they_are(page: Page, site: Path) -> None:
    """A date without a day gets none, a bare year and what is no date are left alone."""
    page.goto((site / "index.html").as_uri())
    texts = page.evaluate(
        """() => {
          const box = document.createElement('div');
          for (const each of ['2024-04', '2024', 'soon']) {
            const time = document.createElement('time');
            time.setAttribute('datetime', each);
            time.textContent = each;
            box.append(time);
          }
          awesomeHeads.decorate(box);
          awesomeHeads.decorate(box);
          return [...box.children].map(each => each.textContent);
        }"""
    )
    assert texts == ["Apr 2024", "2024", "soon"]


def test_rows_are_furnished_once(page: Page, site: Path) -> None:
    """Decorating a list again adds nothing to the rows that have it all."""
    page.goto((site / YEAR).as_uri())
    page.evaluate("awesomeHeads.decorate(document); awesomeHeads.decorate(document.body)")
    rows = page.locator("li.paper").count()
    assert page.locator(".tools").count() == page.locator("button.star").count() == rows


def test_what_came_since_the_last_visit_is_marked(page: Page, served: str) -> None:
    """Nothing is new at first; after a pause, what was added since the visit before it is."""
    page.clock.install(time="2024-07-01T10:00:00Z")
    page.goto(served + YEAR)
    assert page.locator(".fresh").count() == 0
    page.clock.set_fixed_time("2024-07-01T10:20:00Z")
    page.reload()
    assert page.locator(".fresh").count() == 0, "twenty minutes are no pause"
    page.clock.set_fixed_time("2024-10-01T10:00:00Z")
    page.reload()
    marked = page.locator("li.paper:has(.fresh)")
    assert marked.count() > 0
    added = [str(each.get_attribute("data-added")) for each in marked.all()]
    assert min(added) >= "2024-07-01"
    listed = [str(each.get_attribute("data-added")) for each in page.locator("li.paper").all()]
    assert len(added) == sum(day >= "2024-07-01" for day in listed)
    expect(marked.first.locator(".fresh")).to_have_text("New since your last visit")
    page.clock.set_fixed_time("2024-10-01T10:20:00Z")
    page.reload()
    assert marked.count() == len(added), "the same visit keeps its marks"
    page.clock.set_fixed_time("2030-01-01T00:00:00Z")
    page.reload()
    page.clock.set_fixed_time("2030-01-02T00:00:00Z")
    page.reload()
    assert marked.count() == 0
