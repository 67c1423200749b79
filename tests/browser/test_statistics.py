"""The statistics and the walk-throughs as a browser draws them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PAGES = ("statistics/index.html", "tags/together/index.html")
WIDTHS = (320, 390, 768, 1024, 1440)

each_page = pytest.mark.parametrize("path", PAGES)


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A tab without scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# Texts of pictures that are drawn smaller than eleven pixels.
SMALL = """
() => [...document.querySelectorAll('svg.plot')].filter(each => each.getClientRects().length)
  .flatMap(svg => {
    const scale = svg.getScreenCTM().a;
    return [...svg.querySelectorAll('text')]
      .filter(text => parseFloat(getComputedStyle(text).fontSize) * scale < 10.95)
      .map(text => svg.id + text.textContent);
  })
"""

# Texts that are drawn outside their picture.
OUTSIDE = """
() => [...document.querySelectorAll('svg.plot')].filter(each => each.getClientRects().length)
  .flatMap(svg => {
    const room = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(text => {
      const box = text.getBoundingClientRect();
      return box.left < room.left - 1 || box.right > room.right + 1
        || box.top < room.top - 1 || box.bottom > room.bottom + 1;
    }).map(text => text.textContent);
  })
"""

# Pairs of texts of one picture that lie on each other; turned texts have boxes that say nothing.
OVERLAPPING = """
() => [...document.querySelectorAll('svg.plot')].filter(each => each.getClientRects().length)
  .flatMap(svg => {
    const boxes = [...svg.querySelectorAll('text:not([transform])')]
      .map(text => [text.textContent, text.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
      .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1
        && a.top < b.bottom - 3 && b.top < a.bottom - 3)
      .map(([other]) => one + ' / ' + other));
  })
"""


@each_page
@pytest.mark.parametrize("width", WIDTHS)
def test_every_text_of_a_picture_can_be_read(page: Page, site: Path, path: str, width: int) -> None:
    """Eleven pixels or more, within the picture, and none on another, on any screen."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / path).as_uri())
    assert (page.evaluate(SMALL) if width >= 390 else []) == []
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate(OVERLAPPING) == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


@each_page
def test_pictures_need_no_script(still: Page, site: Path, path: str) -> None:
    """They stand in the page itself, each with a title and what it shows in words."""
    still.goto((site / path).as_uri())
    pictures = still.locator("main svg.plot:visible")
    assert pictures.count() >= 3
    for picture in pictures.all():
        names = (picture.get_attribute("aria-labelledby") or "").split()
        texts = [still.locator(f"#{name}").text_content() for name in names]
        assert all(texts), names


@each_page
def test_one_shape_of_each_picture_is_shown(page: Page, site: Path, path: str) -> None:
    """On narrow and wide screens alike, every figure is there once."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((site / path).as_uri())
        for name in ("exhibit", "walk"):
            for each in page.locator(f".{name}").all():
                shapes = each.locator(".plot-wide:visible, .plot-narrow:visible, .matrix")
                assert shapes.count() == 1, (width, each.get_attribute("id"))


def test_names_of_rows_stay_while_a_matrix_scrolls(page: Page, site: Path) -> None:
    """A phone scrolls the box alone, by keyboard too, and the names keep their place."""
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto((site / PAGES[0]).as_uri())
    box = page.locator(".matrix").first
    stub = box.locator(".plot-stub")
    before = stub.bounding_box()
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # scrolling is smooth
    assert box.evaluate("each => each.scrollLeft") > 0
    after = stub.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=1)
    assert page.evaluate("document.documentElement.scrollLeft") == 0


def test_a_bar_leads_to_its_year(page: Page, site: Path) -> None:
    """A click on a bar and a click on its year open the same page."""
    page.set_viewport_size({"width": 1440, "height": 900})
    for wanted in (".mark-bar", ".text-tick"):
        page.goto((site / PAGES[0]).as_uri())
        page.locator(f"#by-year .plot-wide a {wanted}").last.click()
        assert page.url.endswith("/index.html")
        assert "/years/" in page.url


def test_every_step_is_told_below_its_picture(page: Page, site: Path) -> None:
    """The list has the steps of the picture, each with its terms linked."""
    page.goto((site / PAGES[1]).as_uri())
    for walk in page.locator(".walk").all():
        drawn = walk.locator(".drawing:visible .text-head").all_text_contents()
        told = walk.locator(".steps .who a").all_text_contents()
        assert drawn == told


def test_a_paper_explains_a_term_once(page: Page, site: Path) -> None:
    """The first mention on a page leads to the glossary's entry, and later ones do not."""
    found = 0
    for path in sorted((site / "papers").glob("*/index.html"))[:40]:
        page.goto(path.as_uri())
        links = page.locator("main a.gloss")
        targets = [each.get_attribute("href") for each in links.all()]
        assert len(targets) == len(set(targets)), path
        found += len(targets)
    assert found
