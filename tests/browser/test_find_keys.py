"""The search box on every page, by keyboard alone, by mouse and by touch."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from awesome_heads.project import Project
from tests.browser.finding import expect_number, nothing_wrong, open_finder, start, titles

pytestmark = pytest.mark.browser

both_ways = pytest.mark.parametrize("way", ["file", "served"])
TAG = "tags/induction-head/index.html"
RETRIEVAL = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"
FOCUSED = "document.activeElement.textContent"


def search(page: Page, text: str) -> None:
    """Go to the box by its key and type."""
    page.keyboard.press("/")
    page.keyboard.type(text)


@both_ways
@pytest.mark.parametrize("path", ["index.html", TAG, RETRIEVAL])
def test_a_keyboard_goes_from_any_page_to_a_paper(
    page: Page, site: Path, served: str, way: str, path: str
) -> None:
    """A stroke, some letters, arrow, Enter: the first result's page."""
    with nothing_wrong(page):
        page.goto(start(site, served, way) + path)
        search(page, "factuality retrieval")
        expect(page.locator("#find")).to_have_value("factuality retrieval")
        first = page.locator(".popup li a").first
        expect(first).to_contain_text("Retrieval Head Mechanistically Explains")
        expect(first.locator("mark").first).to_have_text("Retrieval")
        expect(page.locator(".popup li p").first).to_contain_text("arXiv")
        page.keyboard.press("ArrowDown")
        assert "Mechanistically" in page.evaluate(FOCUSED)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{RETRIEVAL}")


def test_arrows_walk_the_results_and_come_back(page: Page, served: str) -> None:
    """Down goes through at most eight results to the last entry, up returns to the box."""
    page.goto(served + TAG)
    search(page, "heads")
    expect(page.locator(".popup li a")).to_have_count(8)
    number = page.locator(".popup li a").count()
    for _ in range(number + 3):
        page.keyboard.press("ArrowDown")
    last = page.evaluate(FOCUSED)
    assert last.startswith("All ")
    assert last.endswith(" papers")
    for _ in range(number + 3):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find"


@both_ways
def test_the_last_entry_and_enter_lead_to_all_results(
    page: Page, site: Path, served: str, way: str, listed: Project
) -> None:
    """The page of papers takes the words over, and shows as many as were promised."""
    top = start(site, served, way)
    for press in ("click", "enter"):
        page.goto(top + TAG)
        search(page, "retrieval")
        entry = page.locator(".popup .whole")
        expect(entry).to_be_visible()
        promised = int(entry.inner_text().split()[1])
        entry.click() if press == "click" else page.keyboard.press("Enter")
        page.wait_for_url("**/papers/index.html?q=retrieval")
        expect_number(page, promised, len(listed.library.papers))
        assert page.locator("#find").input_value() == "retrieval"


def test_escape_clears_and_closes(page: Page, served: str) -> None:
    """From the box or from a result, the popup goes, and the focus is in the empty box."""
    page.goto(served + TAG)
    for steps in (0, 2):
        search(page, "retrieval")
        expect(page.locator(".popup li a").first).to_be_visible()
        for _ in range(steps):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        assert page.locator(".popup").is_hidden()
        assert page.locator("#find").input_value() == ""
        assert page.evaluate("document.activeElement.id") == "find"
        page.locator("#find").blur()


def test_leaving_the_box_closes_the_popup(page: Page, served: str) -> None:
    """Tab past its last entry, or a press elsewhere."""
    page.goto(served + TAG)
    search(page, "retrieval")
    expect(page.locator(".popup .whole")).to_be_visible()
    page.locator(".popup .whole").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".popup")).to_be_hidden()
    page.locator("#find").focus()
    expect(page.locator(".popup")).to_be_visible()
    page.mouse.click(5, 500)
    expect(page.locator(".popup")).to_be_hidden()


def test_the_stroke_is_a_letter_where_one_types(page: Page, served: str) -> None:
    """In a field, and with a modifier, it does what it always does."""
    page.goto(served + "contribute/index.html")
    page.locator("#field-title").click()
    page.keyboard.type("a/b")
    assert page.locator("#field-title").input_value() == "a/b"
    page.locator("h1").click()
    page.keyboard.press("Control+/")
    assert page.evaluate("document.activeElement.id") != "find"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    assert page.locator("#find").input_value() == ""


def test_nothing_that_searches_loads_before_it_is_wanted(page: Page, served: str) -> None:
    """A visit without a search loads neither code nor index; the box's first use does, once."""
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url.removeprefix(served)))
    page.goto(served + TAG, wait_until="networkidle")
    early = [url for url in asked if url.startswith("search/") or "search.js" in url]
    assert early == []
    search(page, "retrieval")
    expect(page.locator(".popup li a").first).to_be_visible()
    assert "search/index.js" in asked
    page.locator("#find").fill("induction")
    expect(page.locator(".popup mark").first).to_have_text("Induction")
    assert len(asked) == len(set(asked))


def test_letters_typed_while_it_loads_are_not_lost(page: Page, served: str) -> None:
    """The results are those of all that was typed by the time the index is there."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/index.js", hold)
    page.goto(served + TAG)
    search(page, "factuality")
    while not held:
        page.wait_for_timeout(20)
    page.keyboard.type(" retrieval")
    held[0].continue_()
    expect(page.locator(".popup li a").first).to_contain_text("Retrieval Head Mechanistically")


def test_touch_opens_a_result(browser: Browser, served: str) -> None:
    """A tap on any part of a result follows it; nothing is wider than a small phone."""
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        page = context.new_page()
        page.goto(served + TAG)
        page.locator("#find").tap()
        page.keyboard.type("factuality")
        expect(page.locator(".popup li time").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        box = page.locator(".popup li time").first.bounding_box()
        assert box is not None
        page.touchscreen.tap(box["x"] + 5, box["y"] + 5)
        page.wait_for_url(f"**/{RETRIEVAL}")


def test_the_number_of_results_is_said(page: Page, served: str) -> None:
    """A status tells those who do not see the popup how much it holds."""
    page.goto(served + TAG)
    search(page, "retrieval")
    expect(page.locator("#search [role=status]")).to_have_text("10 papers")
    page.locator("#find").fill("zzzzqqqq")
    expect(page.locator("#search [role=status]")).to_have_text("No paper matches.")
    expect(page.locator(".popup")).to_contain_text("No paper matches")


@both_ways
def test_the_finder_is_walked_without_a_mouse(
    page: Page, site: Path, served: str, way: str, listed: Project
) -> None:
    """Box, results, facets, filters: letters, arrows, Tab, Space, Enter and Escape do it all."""
    size = len(listed.library.papers)
    with nothing_wrong(page):
        open_finder(page, start(site, served, way))
        search(page, "retrieval")
        expect(page.locator("#results mark").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(FOCUSED) == titles(page)[1]
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.id") == "find"
        for _ in range(3):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.value") == "code"
        page.keyboard.press("Space")
        expect(page.locator("#active .drop")).to_have_count(1)
        assert "has=code" in page.url
        page.locator("#active .drop").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#active .drop")).to_have_count(0)
        expect(page.locator("#find")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#results .title a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#find")).to_be_focused()
        page.keyboard.press("Escape")
        expect_number(page, size, size)
        assert page.locator("#find").input_value() == ""
        assert "?" not in page.url


def test_every_stop_of_the_finder_is_outlined(page: Page, served: str) -> None:
    """Each part that takes the focus shows it."""
    open_finder(page, served, "?has=code&q=heads")
    expect(page.locator("#results .title a").first).to_be_visible()
    page.evaluate("document.querySelectorAll('#facets details').forEach(e => { e.open = true; })")
    number = page.locator(
        "#facets input:enabled:visible, #facets select, main button:visible"
    ).count()
    assert number > 30
    page.locator("#find").focus()
    bare = []
    for _ in range(number):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => {
              const each = document.activeElement;
              const style = getComputedStyle(each);
              return [each.tagName + ' ' + (each.value || each.textContent),
                each !== document.body && style.outlineStyle !== 'none'
                  && parseFloat(style.outlineWidth) >= 1];
            }"""
        )
        if not found[1]:
            bare.append(found[0])
    assert bare == []


def test_a_result_is_painted_in_the_frame_of_its_key(page: Page, served: str) -> None:
    """Once the index is there, the next frame after a key shows that key's results."""
    open_finder(page, served, "?q=retr")
    expect(page.locator("#results mark").first).to_be_visible()
    frames = page.evaluate(
        """() => new Promise((resolve) => {
          const box = document.getElementById('find');
          box.value = 'induction';
          box.dispatchEvent(new Event('input', { bubbles: true }));
          let frames = 0;
          const look = () => {
            frames += 1;
            const mark = document.querySelector('#results mark');
            if (mark && mark.textContent.toLowerCase() === 'induction') resolve(frames);
            else requestAnimationFrame(look);
          };
          // Asked for after the search, so it looks in the same frame, once that is made.
          requestAnimationFrame(look);
        })"""
    )
    assert frames <= 2
