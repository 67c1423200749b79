"""Every kind of page on every screen: nothing overflows, all can be read, nothing is fetched."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

pytestmark = pytest.mark.browser

PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"
KINDS = {
    "home": "index.html",
    "paper": PAPER,
    "year": "years/2024/index.html",
    "years": "years/index.html",
    "tag": "tags/induction-head/index.html",
    "tags": "tags/index.html",
    "venue": "venues/arxiv/index.html",
    "method": "methods/zero-ablation/index.html",
    "glossary": "glossary/index.html",
    "contribute": "contribute/index.html",
    "missing": "404.html",
}
WIDTHS = (320, 390, 768, 1440, 2560)

every_kind = pytest.mark.parametrize("kind", KINDS)


def address(site: Path, kind: str) -> str:
    """A kind's page as a file."""
    return (site / KINDS[kind]).as_uri()


def open_missing_page_as_published(page: Page, site: Path, kind: str) -> None:
    """Open a page; the 404 page's addresses begin at its host's top, so files stand in for it."""
    if kind == "missing":
        page.route(
            "file:///Awesome-Attention-Heads/**",
            lambda route: route.fulfill(
                path=site / route.request.url.partition("/Awesome-Attention-Heads/")[2]
            ),
        )
    page.goto(address(site, kind))


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
def test_no_page_is_wider_than_the_screen(page: Page, site: Path, kind: str) -> None:
    """From a small phone to a wall screen, nobody scrolls sideways."""
    wide: dict[int, object] = {}
    open_missing_page_as_published(page, site, kind)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        if found := page.evaluate(OVERFLOWING):
            wide[width] = found
    assert wide == {}


# Each text's colour over what lies behind it, with every colour resolved to bytes by a canvas.
CONTRASTS = """
() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const cache = new Map();
  const resolve = colour => {
    if (!cache.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      cache.set(colour, [r, g, b, a / 255]);
    }
    return cache.get(colour);
  };
  const over = (top, below, opacity) => {
    const alpha = top[3] * opacity;
    return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const behind = each => {
    const chain = [];
    for (let node = each; node; node = node.parentElement) chain.unshift(node);
    let opacity = 1;
    let colour = dark ? [0, 0, 0] : [255, 255, 255];
    for (const node of chain) {
      const style = getComputedStyle(node);
      opacity *= parseFloat(style.opacity);
      colour = over(resolve(style.backgroundColor), colour, opacity);
    }
    return [colour, opacity];
  };
  const seen = new Set(), faint = [];
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const each = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || seen.has(each)) continue;
    seen.add(each);
    if (each.closest('.unseen, .skip, script, style')) continue;
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(each);
    const [background, opacity] = behind(each);
    const ink = each.closest('svg') ? style.fill : style.color;
    const colour = over(resolve(ink), background, opacity);
    const [high, low] = [luminance(colour), luminance(background)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    count += 1;
    if (ratio < (large ? 3 : 4.5)) {
      faint.push(`${each.tagName}.${each.className} "${text.slice(0, 30)}" ${ratio.toFixed(2)}`);
    }
  }
  return [count, faint];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_kind
def test_every_text_stands_out_from_its_ground(
    browser: Browser, site: Path, kind: str, scheme: str
) -> None:
    """Text has a contrast of 4.5:1, or 3:1 where it is large, in the light and the dark theme."""
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        open_missing_page_as_published(page, site, kind)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate("location.hash = (document.querySelector('.paper, .entry') || {}).id || ''")
        count, faint = page.evaluate(CONTRASTS)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert count > 10
    assert faint == []
    assert ground == {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 22, 24)"}[scheme]


def test_the_contrast_test_finds_faint_text(page: Page) -> None:
    """Grey on grey, a faded ancestor and a see-through colour are each found, good text is not."""
    page.set_content(
        """<body style="background: #fff; color: #000"><p>good</p>
        <p style="color: #999">grey</p><div style="opacity: 0.4"><p>faded</p></div>
        <p style="color: rgb(0 0 0 / 40%)">thin</p><p style="color: #888; font-size: 24px">large</p>
        <p style="background: color-mix(in oklab, black, white 40%)">ground</p></body>"""
    )
    count, faint = page.evaluate(CONTRASTS)
    assert count == 6
    assert [text.split('"')[1] for text in faint] == ["grey", "faded", "thin", "ground"]


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
    .map(each => each.getAttribute('aria-labelledby') || each.getAttribute('href').slice(1))
    .filter(id => !document.getElementById(id)),
  silent: [...document.querySelectorAll('a, summary, button')]
    .filter(each => !each.textContent.trim() && !each.ariaLabel).length,
  language: document.documentElement.lang,
  title: document.title,
})
"""


@every_kind
def test_the_outline_can_be_walked(page: Page, site: Path, kind: str) -> None:
    """One h1, no level skipped, one of each landmark, all of them named where they are several."""
    page.goto(address(site, kind))
    found = page.evaluate(STRUCTURE)
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


OFTEN_HIT = ".sections a, .links a, .neighbours a, .years a, .more > summary"
IN_LINES = ".wordmark, .crumbs a, .jumps a"


@pytest.mark.parametrize(
    "selectors",
    [
        OFTEN_HIT,
        IN_LINES,
    ],
    ids=["often hit", "in lines"],
)
@every_kind
def test_links_on_a_phone_can_be_hit(
    browser: Browser, site: Path, kind: str, selectors: str
) -> None:
    """On a phone, what leads somewhere by touch is at least 24 pixels high."""
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        open_missing_page_as_published(page, site, kind)
        small = page.evaluate(SMALL, selectors)
    assert small == []
