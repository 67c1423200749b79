"""axe-core's judgement of what scripts draw: results, none at all, the sheet, the box's list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import judged

pytestmark = pytest.mark.browser

PHONE, DESK = 390, 1440


def open_results(page: Page, site: Path) -> None:
    """Words, marked, with a facet chosen."""
    page.goto(f"{(site / 'papers/index.html').as_uri()}?q=retrieval&has=code")
    expect(page.locator("#results .paper").first).to_be_visible()


def open_empty(page: Page, site: Path) -> None:
    """Nothing found, and what to drop."""
    page.goto(f"{(site / 'papers/index.html').as_uri()}?q=zzzzqqqq&tags=retrieval-head")
    expect(page.locator("#empty")).to_be_visible()


def open_sheet(page: Page, site: Path) -> None:
    """The facets over a phone's screen."""
    page.goto((site / "papers/index.html").as_uri())
    page.locator("#narrow").click()
    expect(page.locator("#sheet")).to_be_visible()


def open_box(page: Page, site: Path) -> None:
    """The list under the box of any page."""
    page.goto((site / "index.html").as_uri())
    page.locator("#find").fill("retrieval")
    expect(page.locator(".popup li a").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "opened"),
    [
        (PHONE, open_results),
        (DESK, open_results),
        (DESK, open_empty),
        (PHONE, open_sheet),
        (PHONE, open_box),
        (DESK, open_box),
    ],
)
def test_no_state_shuts_anyone_out(
    browser: Browser, site: Path, scheme: str, width: int, opened: Callable[[Page, Path], None]
) -> None:
    """What a search shows is as open to everyone as the page was before."""
    with browser.new_context(
        bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    ) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        opened(page, site)
        # What lies under the list is half covered while it is open, which is no fault of its own.
        found = judged(page, "#search" if opened is open_box else "html")
    assert not found, "\n".join(found)
