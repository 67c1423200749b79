"""Every kind of page on every screen: nothing overflows, all can be read, nothing is fetched."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.kinds import KINDS, address, every_kind, open_missing_page_as_published

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1440, 2560)


def test_every_kind_is_there(site: Path) -> None:
    """The pages that these tests open exist."""
    assert [path for path in KINDS.values() if not (site / path).is_file()] == []


OVERFLOWING = """
() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= window.innerWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter(each => each.getBoundingClientRect().right > room + 0.5)
    .map(each => each.tagName + '.' + each.className + ': '
      + Math.round(each.getBoundingClientRect().right) + ' > ' + room)
    .slice(0, 5).concat(['the page']);
}
"""


@every_kind
def test_no_page_is_wider_than_the_screen(tab: Page, site: Path, kind: str) -> None:
    """From a small phone to a wall screen, nobody scrolls sideways."""
    wide: dict[int, object] = {}
    open_missing_page_as_published(tab, site, kind)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        if found := tab.evaluate(OVERFLOWING):
            wide[width] = found
    assert wide == {}


@every_kind
def test_nothing_is_fetched_from_elsewhere(page: Page, served: str, kind: str) -> None:
    """A page asks its own host alone, finds all it asks for, and has nothing to complain of."""
    asked: list[str] = []
    wrong: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.on(
        "response",
        lambda answer: wrong.append(answer.url) if answer.status >= 400 else None,
    )
    page.goto(served + KINDS[kind])
    page.wait_for_function("document.readyState === 'complete'")
    home = served.removesuffix("Awesome-Attention-Heads/")
    assert f"{served}static/site.css" in asked
    assert [url for url in asked if not url.startswith(home)] == []
    assert wrong == []


@every_kind
def test_nothing_is_fetched_from_elsewhere_by_a_file(page: Page, site: Path, kind: str) -> None:
    """Opened as a file, a page asks for files alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(site, kind))
    assert asked
    assert [url for url in asked if not url.startswith("file://")] == []


STRUCTURE = """
() => ({
  levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => +each.tagName[1]),
  header: document.querySelectorAll('body > header').length,
  main: document.querySelectorAll('main').length,
  footer: document.querySelectorAll('body > footer').length,
  nav: document.querySelectorAll('body > header nav').length,
  unnamed: [...document.querySelectorAll('nav')].filter(each => !each.ariaLabel).length,
  names: [...document.querySelectorAll('nav')].map(each => each.ariaLabel),
  ids: [...document.querySelectorAll('[id]')].map(each => each.id),
  broken: [...document.querySelectorAll('a[href^="#"], [aria-labelledby]')]
    .flatMap(each => (each.getAttribute('aria-labelledby')
      || each.getAttribute('href').slice(1)).split(/\\s+/))
    .filter(id => !document.getElementById(id)),
  silent: [...document.querySelectorAll('a, summary, button')]
    .filter(each => !each.textContent.trim() && !each.ariaLabel).length,
  language: document.documentElement.lang,
  title: document.title,
})
"""


@every_kind
def test_the_outline_can_be_walked(tab: Page, site: Path, kind: str) -> None:
    """One h1, no level skipped, one of each landmark, all of them named where they are several."""
    tab.goto(address(site, kind))
    found = tab.evaluate(STRUCTURE)
    levels = found["levels"]
    assert levels.count(1) == 1
    assert levels[0] == 1
    jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
    assert jumps == []
    assert [found[name] for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert found["unnamed"] == 0
    assert len(set(found["names"])) == len(found["names"])
    assert len(set(found["ids"])) == len(found["ids"])
    assert found["broken"] == []
    assert found["silent"] == 0
    assert found["language"] == "en"
    assert found["title"].endswith("Awesome Attention Heads")


SMALL = """
selectors => [...document.querySelectorAll(selectors)]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 24)
  .map(each => each.parentElement.className + ' ' + each.textContent.trim().slice(0, 30) + ' '
    + each.getBoundingClientRect().height.toFixed(1))
  .slice(0, 5)
"""


OFTEN_HIT = ".sections a, .links a, .neighbours a, .years a, .more > summary, .tools > *"
IN_LINES = ".wordmark, .crumbs a, .jumps a, .letters a, .ways a, .downloads a, .display > summary"


@every_kind
def test_links_on_a_phone_can_be_hit(browser: Browser, site: Path, kind: str) -> None:
    """On a phone, what leads somewhere by touch is at least 24 pixels high."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        open_missing_page_as_published(page, site, kind)
        small = [page.evaluate(SMALL, selectors) for selectors in (OFTEN_HIT, IN_LINES)]
    assert small == [[], []]
