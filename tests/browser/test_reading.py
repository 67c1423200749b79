"""What readers do: follow links, walk by keyboard, do without scripts, use old addresses."""

import os
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from awesome_heads.project import Project

pytestmark = pytest.mark.browser

TITLE = "Retrieval Head Mechanistically Explains Long-Context Factuality"
PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/"


@pytest.mark.parametrize("way", ["file", "served"])
def test_links_lead_from_home_to_tag_paper_author_year_and_back(
    page: Page, site: Path, served: str, way: str
) -> None:
    """Opened from a folder or under a base path, every step of a visit is one click."""
    start = (site / "index.html").as_uri() if way == "file" else served
    page.goto(start)
    page.locator("main .strip").get_by_role("link", name="Retrieval Head").click()
    assert "/tags/retrieval-head/" in page.url
    page.get_by_role("link", name=TITLE, exact=True).click()
    assert PAPER in page.url
    assert page.locator("h1").inner_text() == TITLE
    page.locator("main").get_by_role("link", name="Yao Fu", exact=True).click()
    assert "/authors/yao-fu/" in page.url
    expect(page.get_by_role("link", name=TITLE, exact=True)).to_have_count(1)
    page.locator("footer").get_by_role("link", name="Years").click()
    assert "/years/" in page.url
    page.locator("main").get_by_role("link", name="2024", exact=True).click()
    assert "/years/2024/" in page.url
    expect(page.get_by_role("link", name=TITLE, exact=True)).to_have_count(1)
    page.locator("a.wordmark").click()
    assert page.url.removesuffix("index.html") == start.removesuffix("index.html")
    steps = ("/years/2024/", "/years/", "/authors/yao-fu/", PAPER, "/tags/retrieval-head/")
    for part in steps:
        page.go_back()
        assert part in page.url
    page.go_back()
    assert page.url == start


def test_the_missing_page_leads_home_from_any_depth(page: Page, served: str) -> None:
    """An address that is no page answers 404 with styles and links that work."""
    answer = page.goto(f"{served}papers/nothing/of/that/name/")
    assert answer is not None
    assert answer.status == 404
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.locator("main").get_by_role("link", name="home page").click()
    assert page.url == f"{served}index.html"
    page.locator("li.paper").first.wait_for()


def test_a_former_address_leads_to_the_paper(page: Page, served: str, listed: Project) -> None:
    """A paper's former id redirects to its page of today, from a folder and from a server."""
    renamed = [paper for paper in listed.library.papers if paper.former_ids]
    assert renamed
    for paper in renamed:
        for former in paper.former_ids:
            page.goto(f"{served}papers/{former}/")
            page.wait_for_url(f"{served}papers/{paper.id}/index.html")
            assert page.locator("h1").inner_text() == paper.title


def test_without_scripts_nothing_is_missing(browser: Browser, site: Path, listed: Project) -> None:
    """With JavaScript off, the years link every paper, say all of it, and summaries still open."""
    targets = set()
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for year, papers in listed.library.by_year.items():
            address = (site / f"years/{year}/index.html").as_uri()
            page.goto(address)
            text = page.locator("main").inner_text()
            for paper in papers:
                assert paper.title in text
                assert paper.date.isoformat() in text
            links = page.locator("li.paper .title a").all()
            targets |= {urljoin(address, str(link.get_attribute("href"))) for link in links}
            row = page.locator("li.paper").first
            row.locator("summary").click()
            assert row.locator(".summary").is_visible()
    assert targets == {
        (site / "papers" / paper.id / "index.html").as_uri() for paper in listed.library.papers
    }


def test_without_scripts_the_search_box_says_so(browser: Browser, site: Path) -> None:
    """The sentence that stands in its place leads to pages that need no script."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "years/2024/index.html").as_uri())
        said = page.locator(".unable")
        assert "JavaScript" in said.inner_text()
        said.locator("a[href$='authors/index.html']").click()
        assert page.locator("h1").inner_text() == "Authors"


def test_every_page_can_be_reached_by_links(site: Path, tab: Page) -> None:
    """Following links from home, with JavaScript off, arrives at every page that is published."""
    pages = {path for path in site.rglob("*.html") if path.name != "404.html"}
    redirects = {path for path in pages if 'http-equiv="refresh"' in path.read_text("utf-8")}
    reached: set[Path] = set()
    waiting = [site / "index.html"]
    broken: set[str] = set()
    tab.goto("about:blank")
    while waiting:
        current = waiting.pop()
        if current in reached:
            continue
        reached.add(current)
        # As one text: hundreds of values take longer on their way than to find.
        links: str = tab.evaluate(
            """text => [...new DOMParser().parseFromString(text, 'text/html')
               .querySelectorAll('a[href]')].map(each => each.getAttribute('href')).join('\\n')""",
            current.read_text("utf-8"),
        )
        for link in set(links.splitlines()):
            if link.startswith(("http:", "https:", "#")):
                continue
            target = Path(os.path.normpath(current.parent / link.partition("#")[0]))
            if target in reached or target.is_file():
                waiting.append(target)
            else:
                broken.add(link)
    assert broken == set()
    assert pages - reached - redirects == set()


def test_the_first_tab_offers_to_skip_to_the_content(page: Page, site: Path) -> None:
    """The first stop of the keyboard is a link that shows itself and moves the focus to main."""
    page.goto((site / "index.html").as_uri())
    skip = page.locator("a.skip")
    assert not is_on_screen(page)
    page.keyboard.press("Tab")
    assert skip.evaluate("each => each === document.activeElement")
    assert is_on_screen(page)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def is_on_screen(page: Page) -> bool:
    """Whether the skip link can be seen."""
    box = page.locator("a.skip").bounding_box()
    return box is not None and box["x"] >= 0 and box["y"] >= 0


OUTLINE = """
() => {
  const each = document.activeElement;
  const style = getComputedStyle(each);
  const box = each.getBoundingClientRect();
  return {
    label: each.tagName + ' ' + each.textContent.trim().slice(0, 40),
    stops: each !== document.body,
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      || [...each.querySelectorAll('.ground')].some(
        ground => parseFloat(getComputedStyle(ground).strokeWidth) >= 2),
    seen: box.width > 1 && box.height > 1,
  };
}
"""


@pytest.mark.parametrize("path", [f"{PAPER}index.html", "tags/index.html", "years/2023/index.html"])
def test_every_stop_of_the_keyboard_is_outlined(page: Page, site: Path, path: str) -> None:
    """Walking a page with Tab meets every link and disclosure, each with a visible outline."""
    page.goto((site / path).as_uri())
    number = page.locator("a[href]:visible, summary:visible, button:visible").count()
    stops = []
    for _ in range(number):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(OUTLINE))
    assert [stop["label"] for stop in stops if not stop["stops"]] == []
    assert [stop["label"] for stop in stops if not stop["outlined"]] == []
    assert [stop["label"] for stop in stops if not stop["seen"]] == []


def test_summaries_open_by_keyboard(page: Page, site: Path) -> None:
    """Enter opens a paper's three lines, and closes them again."""
    page.goto((site / "years/2024/index.html").as_uri())
    row = page.locator("li.paper").first
    summary = row.locator("summary")
    summary.focus()
    assert not row.locator(".summary").is_visible()
    page.keyboard.press("Enter")
    assert row.locator(".summary").is_visible()
    assert row.locator(".summary dt").all_inner_texts() == ["New", "Tested on", "Found"]
    page.keyboard.press("Enter")
    assert not row.locator(".summary").is_visible()
