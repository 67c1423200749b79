"""What a reader sets once and finds again, and what each system's wishes do to the pages."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

YEAR = "years/2024/index.html"
PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"
GROUND = {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 22, 24)"}


def _ground(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return found


def _choose(page: Page, label: str) -> None:
    page.locator("#comfort summary").click()
    page.get_by_role("radio", name=label).check()
    page.keyboard.press("Escape")


@pytest.mark.parametrize("way", ["file", "served"])
def test_a_chosen_theme_stays(page: Page, site: Path, served: str, way: str) -> None:
    """What a reader chooses on one page holds on the next, until the system's is wanted again."""
    top = f"{site.as_uri()}/" if way == "file" else served
    page.emulate_media(color_scheme="light")
    page.goto(f"{top}index.html")
    assert _ground(page) == GROUND["light"]
    _choose(page, "Dark")
    assert _ground(page) == GROUND["dark"]
    page.goto(top + YEAR)
    assert _ground(page) == GROUND["dark"]
    page.locator("#comfort summary").click()
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    page.get_by_role("radio", name="System").check()
    assert _ground(page) == GROUND["light"]
    page.reload()
    assert _ground(page) == GROUND["light"]
    page.emulate_media(color_scheme="dark")
    assert _ground(page) == GROUND["dark"]


def test_a_chosen_theme_is_there_before_anything_is_painted(page: Page, served: str) -> None:
    """The theme is set while the head is read, by a script that holds painting back."""
    page.goto(served)
    _choose(page, "Dark")
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          if (!document.body) return;
          window.themeAtBody = document.documentElement.dataset.theme;
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });"""
    )
    page.goto(served + YEAR)
    assert page.evaluate("window.themeAtBody") == "dark"


def test_another_tab_follows(context: BrowserContext, served: str) -> None:
    """A theme and a star that are set in one tab reach the others."""
    first, second = context.new_page(), context.new_page()
    first.goto(served + YEAR)
    second.goto(served + YEAR)
    _choose(first, "Dark")
    expect(second.locator("html")).to_have_attribute("data-theme", "dark")
    first.locator("button.star").first.click()
    expect(second.locator("button.star").first).to_have_attribute("aria-pressed", "true")


def test_a_chosen_density_stays(page: Page, site: Path) -> None:
    """Compact lists show more papers on a screen, with every word of the others."""
    page.goto((site / YEAR).as_uri())
    row = page.locator("li.paper").first
    words = row.inner_text().split()
    height = row.evaluate("each => each.offsetHeight")
    _choose(page, "Compact")
    page.goto((site / YEAR).as_uri())
    assert row.evaluate("each => each.offsetHeight") < 0.8 * height
    assert sorted(row.inner_text().split()) == sorted(words)
    _choose(page, "Comfortable")
    assert row.evaluate("each => each.offsetHeight") == height


def test_settings_work_by_keyboard(page: Page, site: Path) -> None:
    """Enter opens them, arrows choose, Escape closes and leaves the focus where it was."""
    page.goto((site / YEAR).as_uri())
    summary = page.locator("#comfort summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == ""
    page.keyboard.press("ArrowDown")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.keyboard.press("Escape")
    expect(page.locator("#comfort details")).not_to_have_attribute("open", "")
    assert summary.evaluate("each => each === document.activeElement")
    summary.click()
    page.locator("h1").click()
    expect(page.locator("#comfort details")).not_to_have_attribute("open", "")


def test_settings_are_named(page: Page, site: Path) -> None:
    """Each choice belongs to a group with a name."""
    page.goto((site / "index.html").as_uri())
    page.locator("#comfort summary").click()
    for name, number in (("Theme", 3), ("Lists", 2)):
        assert page.get_by_role("group", name=name).get_by_role("radio").count() == number


FORBIDDEN = """
Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('storage is forbidden', 'SecurityError'); },
});
"""


def test_all_works_where_storage_is_forbidden(page: Page, served: str) -> None:
    """Choices and stars then last as long as the page, and nothing fails."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.add_init_script(FORBIDDEN)
    page.goto(served + YEAR)
    _choose(page, "Dark")
    assert _ground(page) == GROUND["dark"]
    star = page.locator("button.star").first
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    assert len(page.evaluate("awesomeHeads.stars.all()")) == 1
    star.click()
    assert page.evaluate("awesomeHeads.stars.all()") == []
    page.reload()
    assert page.locator("button.star[aria-pressed=true]").count() == 0
    assert wrong == []


def test_nothing_moves_when_scripts_arrive(page: Page, site: Path) -> None:
    """Room is kept for what scripts add, on a phone and on a desk."""
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for path in ("index.html", YEAR, PAPER):
            tops = []
            for blocked in (True, False):
                page.unroute_all()
                if blocked:
                    page.route("**/comfort.js", lambda route: route.abort())
                page.goto((site / path).as_uri())
                tops.append(page.evaluate(TOPS))
            assert tops[0] == tops[1], (width, path)


TOPS = """
() => [...document.querySelectorAll('main h1, main h2, main h3, .paper, .summary, footer')]
  .map(each => [each.tagName, each.id, Math.round(each.getBoundingClientRect().top)])
"""


def test_without_scripts_there_are_no_dead_controls(browser: Browser, site: Path) -> None:
    """What only a script can do is not offered: no button, no choice, no box to type into."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path in ("index.html", YEAR, PAPER, "authors/index.html"):
            page.goto((site / path).as_uri())
            controls = page.locator("button, input, select, textarea, [role=button], [role=status]")
            assert [each.is_visible() for each in controls.all() if each.is_visible()] == []


@pytest.mark.parametrize("path", ["index.html", YEAR, PAPER])
def test_nothing_moves_for_readers_who_asked_for_less(
    browser: Browser, site: Path, path: str
) -> None:
    """With reduced motion no element has a transition or an animation; otherwise 120 ms at most."""
    for wish, longest in (("reduce", 0.0), ("no-preference", 0.12)):
        with browser.new_context(reduced_motion=wish) as context:  # type: ignore[arg-type]
            page = context.new_page()
            page.goto((site / path).as_uri())
            found = page.evaluate(
                """() => Math.max(...[...document.querySelectorAll('*')].flatMap(each => {
                  const style = getComputedStyle(each);
                  return `${style.transitionDuration},${style.animationDuration}`.split(',')
                    .map(parseFloat);
                }))"""
            )
            assert found <= longest


def test_forced_colours_keep_what_shapes_say(browser: Browser, site: Path) -> None:
    """Dots, bars, the current section and the focus stay visible when the system sets colours."""
    with browser.new_context(forced_colors="active", color_scheme="dark") as context:
        page = context.new_page()
        page.goto((site / YEAR).as_uri())
        ground = _ground(page)
        dot = page.locator(".dot").first.evaluate("each => getComputedStyle(each).borderTopColor")
        assert dot != ground
        page.goto((site / "index.html").as_uri())
        bar = page.locator(".bar rect").first.evaluate("each => getComputedStyle(each).fill")
        assert bar != ground
        page.goto((site / PAPER).as_uri())
        lines = page.locator(".sections a").evaluate_all(
            "all => all.map(each => getComputedStyle(each).borderBottomColor)"
        )
        current = page.locator(".sections [aria-current]").evaluate(
            "each => getComputedStyle(each).borderBottomColor"
        )
        assert lines.count(current) == 1
        assert current != ground
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid"


def test_more_contrast_is_given_to_those_who_ask(browser: Browser, site: Path) -> None:
    """Muted text gets darker on white, and lighter on black."""
    for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(0, 0, 0)")):
        with browser.new_context(contrast="more") as context:
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto((site / YEAR).as_uri())
            assert _ground(page) == ground
            muted = page.locator(".when").first.evaluate("each => getComputedStyle(each).color")
            assert muted == {"light": "rgb(59, 62, 66)", "dark": "rgb(203, 207, 212)"}[scheme]


def test_text_of_twice_the_size_fits(page: Page, site: Path) -> None:
    """At 200 % on a laptop, as on a screen of half its width, nothing is cut off or runs out."""
    page.set_viewport_size({"width": 640, "height": 400})
    for path in ("index.html", YEAR, PAPER, "authors/index.html"):
        page.goto((site / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
        header = page.locator("header.top").bounding_box()
        assert header is not None
        assert header["height"] < 200
