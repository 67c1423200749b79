"""A real Chromium, and the real list's site as it would be published."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

from awesome_heads.preview import Built, Preview
from awesome_heads.project import Project
from awesome_heads.render import Output
from tests.lists import tree
from tools.browser import ADVICE, system_browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give what drives a browser two more tries: a busy machine may keep it waiting for seconds."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=2))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium or Chrome, else the one that Playwright installed."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=system_browser(), args=list(ARGUMENTS)
            )
        except Error as error:
            pytest.fail(f"{error}\n\n{ADVICE}")
        yield started
        started.close()


@pytest.fixture(scope="session")
def listed(real: Project) -> Project:
    """The list of this repository."""
    return real


@pytest.fixture(scope="session")
def site(real_folder: Path) -> Path:
    """The built site of this repository's list, in a folder of its own."""
    return real_folder


@pytest.fixture(scope="session")
def served(listed: Project, site: Path) -> Iterator[str]:
    """The same site under its base path; the address of its home page."""
    base = urlsplit(listed.config.base_url).path
    files = {path: Output(path, data) for path, data in tree(site).items()}
    preview = Preview(lambda: Built(base, files, []), 0)
    preview.start()
    yield preview.url
    preview.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that stays open, for tests that only look at a page and leave nothing behind."""
    with browser.new_context() as kept:
        yield kept.new_page()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    fresh = browser.new_context()
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh tab; nothing may take longer than ten seconds."""
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    return tab
