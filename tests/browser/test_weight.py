"""What readers load of programs while they use a page, and not only when it opens."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tools.weigh import CODE, compressed

pytestmark = pytest.mark.browser

KIB = 1024


def watched(page: Page, site: Path, served: str) -> dict[str, int]:
    """Programs by name with their bytes on the wire, filled as the page asks for them."""
    found: dict[str, int] = {}

    def note(url: str) -> None:
        path = url.removeprefix(served)
        if path.startswith(CODE) and path.endswith(".js"):
            found[path] = compressed((site / path).read_bytes())

    page.on("request", lambda request: note(request.url))
    return found


def test_the_home_page_in_use_is_light(page: Page, site: Path, served: str) -> None:
    """With a search that forgives a slip, its programs are under 20 KiB compressed."""
    found = watched(page, site, served)
    page.goto(f"{served}index.html")
    at_once = len(found)
    page.locator("#find").fill("retreival")
    expect(page.locator(".popup li a").first).to_be_visible()
    assert len(found) > at_once > 1
    assert sum(found.values()) < 20 * KIB, found


def test_the_page_of_all_papers_in_use_is_light(page: Page, site: Path, served: str) -> None:
    """With a search, a facet and a copy of what is found, its programs are under 20 KiB."""
    found = watched(page, site, served)
    page.goto(f"{served}papers/index.html?q=retreival&has=code")
    expect(page.locator("#results .paper").first).to_be_visible()
    with page.expect_request("**/search/cite/**"):
        page.locator("#copy-found").click()
    assert sum(found.values()) < 20 * KIB, found
