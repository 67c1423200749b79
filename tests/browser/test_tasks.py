"""What somebody comes for who has never been here, by keyboard alone and by touch, in few steps."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser
import pytest
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from awesome_heads.library import Library
from awesome_heads.project import Project
from tests.browser.finding import matching, named, nothing_wrong

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.textContent.trim()"
WANTED = "retrieval head"
STAGE = "Expression Preparation"


class Hands:
    """A reader at the home page, and what they have done: keys pressed and places tapped."""

    def __init__(self, page: Page) -> None:
        """Begin with nothing done."""
        self.page = page
        self.keys = 0
        self.taps = 0

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def type(self, text: str) -> None:
        """Press the key of each letter."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def tap(self, place: Locator) -> None:
        """Tap what can be seen; it must be large enough for a finger."""
        expect(place).to_be_visible()
        assert place.evaluate("each => each.getBoundingClientRect().height") >= 20
        place.tap()
        self.taps += 1

    def walk(self, words: str, key: str = "Tab", most: int = 60) -> None:
        """Press a key until what has the focus says these words."""
        for _ in range(most):
            self.press(key)
            if self.page.evaluate(FOCUSED).startswith(words):
                return
        pytest.fail(f"{words} is not reached")


@pytest.fixture
def keyboard(page: Page, served: str) -> Iterator[Hands]:
    """A reader without a mouse."""
    with nothing_wrong(page):
        page.goto(served)
        yield Hands(page)


@pytest.fixture
def touch(browser: Browser, served: str) -> Iterator[Hands]:
    """A reader with a phone."""
    phone: ViewportSize = {"width": 390, "height": 800}
    with browser.new_context(viewport=phone, has_touch=True, is_mobile=True) as context:
        page = context.new_page()
        with nothing_wrong(page):
            page.goto(served)
            yield Hands(page)


def look_up(hands: Hands, text: str, expected: str) -> None:
    """Type into the box, and open the page that is offered first."""
    box, first = hands.page.locator("#find"), hands.page.locator(".popup a").first
    by_touch = hands.page.evaluate("navigator.maxTouchPoints") > 0
    if by_touch:
        hands.tap(box)
    else:
        hands.press("/")
    hands.type(text)
    expect(first).to_have_text(expected)
    if by_touch:
        hands.tap(hands.page.locator(".popup li").first)
    else:
        hands.press("ArrowDown")
        hands.press("Enter")
    expect(hands.page.locator("h1")).to_have_text(expected)


def check_bibtex(library: Library, path: Path) -> None:
    """The file has the papers on retrieval heads, with code, since 2024, and no other."""
    wanted = matching(
        library,
        named(library, "tags", "Retrieval Head"),
        lambda paper: bool(paper.links.code),
        lambda paper: paper.date.year >= 2024,
    )
    parsed = parse_string(path.read_text("utf-8"))
    assert not parsed.failed_blocks
    found = {entry["title"].replace("{", "").replace("}", "") for entry in parsed.entries}
    assert wanted
    assert found == {paper.title for paper in wanted}


def save(page: Page, act: Callable[[], None], folder: Path) -> Path:
    """Keep the file that something gives."""
    with page.expect_download() as download:
        act()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.suffix == ".bib"
    return path


def test_papers_with_code_as_bibtex_by_keyboard(
    keyboard: Hands, listed: Project, tmp_path: Path
) -> None:
    """Retrieval heads, since 2024, with code: forty keys from the home page to the file."""
    page = keyboard.page
    keyboard.press("/")
    keyboard.type(WANTED)
    keyboard.press("Enter")
    page.wait_for_url("**/papers/index.html?q=retrieval+head")
    expect(page.locator("#results mark").first).to_be_visible()
    keyboard.press("/")
    keyboard.press("Tab")
    expect(page.locator("select[name=from]").first).to_be_focused()
    keyboard.type("2024")
    expect(page.locator("#active .drop")).to_have_text(re.compile("2024"))
    keyboard.press("Tab", 2)
    keyboard.press("Space")
    expect(page.locator("#active .drop")).to_have_count(2)
    keyboard.press("/")
    keyboard.press("Enter")
    expect(page.locator("#results .title a").first).to_be_focused()
    keyboard.walk("BibTeX", "Shift+Tab", most=10)
    check_bibtex(listed.library, save(page, lambda: keyboard.press("Enter"), tmp_path))
    assert keyboard.keys <= 40


def test_papers_with_code_as_bibtex_by_touch(touch: Hands, listed: Project, tmp_path: Path) -> None:
    """The same by eight taps and the words."""
    page = touch.page
    touch.tap(page.locator("#find"))
    touch.type(WANTED)
    touch.tap(page.locator(".popup .whole"))
    touch.tap(page.locator("#narrow"))
    years = page.locator("#sheet select[name=from]")
    touch.tap(years)
    years.select_option("2024")
    touch.taps += 1
    touch.tap(page.locator("#sheet label", has_text="Code"))
    touch.tap(page.locator("#shut"))
    expect(page.locator("#active .drop")).to_have_count(2)
    path = save(page, lambda: touch.tap(page.locator('#take a[data-format="bibtex"]')), tmp_path)
    check_bibtex(listed.library, path)
    assert touch.taps <= 8


@pytest.mark.parametrize("way", ["keyboard", "touch"])
def test_who_first_described_a_head(
    request: pytest.FixtureRequest, way: str, listed: Project
) -> None:
    """Looking up its name shows the first paper of the list with its authors, and leads to both."""
    hands: Hands = request.getfixturevalue(way)
    look_up(hands, "induction head", "Induction Head")
    first = listed.library.papers_with("tags", "Induction Head")[-1]
    fact = hands.page.locator(".facts > div", has_text="First in this list")
    expect(fact.locator("a").first).to_have_text(first.title)
    expect(fact.locator("a").nth(1)).to_have_text(first.authors[0])
    expect(fact.locator("time")).to_have_attribute("datetime", first.date.isoformat())
    expect(fact).to_be_in_viewport()
    assert hands.keys <= 20
    assert hands.taps <= 2


def check_stage(page: Page, listed: Project) -> None:
    """The page names every head of the stage, and each leads to a page of its own."""
    heads = {t.name for t in listed.library.vocabularies["tags"].terms if t.group[:1] == (STAGE,)}
    expect(page.locator("h1")).to_have_text(STAGE)
    assert set(page.locator(".entry dt a").all_inner_texts()) == heads
    assert len(heads) > 3


def test_which_heads_act_in_a_stage_by_keyboard(keyboard: Hands, listed: Project) -> None:
    """Its name, or a part of it, offers the stage before anything else."""
    look_up(keyboard, "expression", STAGE)
    check_stage(keyboard.page, listed)
    assert keyboard.keys <= 15


def test_which_heads_act_in_a_stage_by_touch(touch: Hands, listed: Project) -> None:
    """The home page shows the stages; a tap leads to one."""
    touch.tap(touch.page.get_by_role("link", name=STAGE, exact=True))
    check_stage(touch.page, listed)
    assert touch.taps == 1


@pytest.mark.parametrize("way", ["keyboard", "touch"])
@pytest.mark.parametrize("words", ["benchmarks for factual recall", "factual recall"])
def test_benchmarks_for_an_ability(request: pytest.FixtureRequest, way: str, words: str) -> None:
    """What a benchmark is about finds it, by the words that one would use."""
    hands: Hands = request.getfixturevalue(way)
    look_up(hands, words, "LRE")
    expect(hands.page.locator(".crumbs")).to_contain_text("Benchmarks")
    expect(hands.page.locator(".facts")).to_contain_text("Knowledge recalling")
    assert hands.keys <= len(words) + 3
    assert hands.taps <= 2


def check_feed(library: Library, text: str) -> None:
    """Its entries of the newest month are the papers that joined the list in that month."""
    feed = feedparser.parse(text)
    assert not feed.bozo
    joined = {paper.title: paper.added or paper.date for paper in library.papers}
    month = max(joined.values()).isoformat()[:7]
    new = {title for title, day in joined.items() if day.isoformat().startswith(month)}
    told = {each.title for each in feed.entries if each.published.startswith(month)}
    assert told == new or (told < new and len(feed.entries) == len(told))


def test_what_is_new_by_feed_by_keyboard(keyboard: Hands, listed: Project) -> None:
    """Tab comes to the feed in the heading of the newest papers."""
    keyboard.walk("Feed")
    with keyboard.page.expect_response("**/feed.xml") as response:
        keyboard.press("Enter")
    check_feed(listed.library, response.value.text())
    assert keyboard.keys <= 55


def test_what_is_new_by_feed_by_touch(touch: Hands, listed: Project) -> None:
    """One tap in the heading of the newest papers."""
    with touch.page.expect_response("**/feed.xml") as response:
        touch.tap(touch.page.locator("a.feed"))
    check_feed(listed.library, response.value.text())
    assert touch.taps == 1


def test_a_head_has_a_feed_too(touch: Hands, listed: Project) -> None:
    """The heading of a head's papers leads to their own feed."""
    look_up(touch, "induction head", "Induction Head")
    with touch.page.expect_response("**/tags/induction-head/feed.xml") as response:
        touch.tap(touch.page.locator("a.feed"))
    papers = listed.library.papers_with("tags", "Induction Head")
    feed = feedparser.parse(response.value.text())
    assert {each.title for each in feed.entries} == {paper.title for paper in papers}
