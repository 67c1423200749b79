"""A real Chromium, and the real list's site as it would be published."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from awesome_heads import disk, project
from awesome_heads.preview import Built, Preview
from tests.lists import REPOSITORY

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the test is skipped, unless it must not be."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        missing = f"no browser here; looked for {', '.join(NAMES)}"
        if os.environ.get("AWESOME_HEADS_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def listed() -> project.Project:
    """The list of this repository."""
    loaded, problems = project.load(REPOSITORY)
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="session")
def site(listed: project.Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of this repository's list, in a folder of its own."""
    folder = tmp_path_factory.mktemp("site")
    disk.write_folder(folder, listed.site())
    return folder


@pytest.fixture(scope="session")
def served(listed: project.Project) -> Iterator[str]:
    """The same site under its base path; the address of its home page."""
    base = urlsplit(listed.config.base_url).path
    preview = Preview(lambda: Built(base, listed.site(), []), 0)
    preview.start()
    yield preview.url
    preview.close()


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
