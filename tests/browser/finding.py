"""The page of papers as tests open it, and what should be on it by counting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from awesome_heads.library import Library
from awesome_heads.model import Paper

Test = Callable[[Paper], bool]


def start(site: Path, served: str, way: str) -> str:
    """Where the site begins, as a folder or on a server."""
    return site.as_uri() + "/" if way == "file" else served


def open_finder(page: Page, top: str, query: str = "") -> None:
    """Open the page of papers with a view in its address."""
    page.goto(f"{top}papers/index.html{query}")


def expect_number(page: Page, number: int, of: int) -> None:
    """Wait until the page says how many papers it shows."""
    text = f"{number} of {of} papers" if number != of else f"{of} papers"
    expect(page.locator("#tally")).to_have_text(text)


def titles(page: Page) -> list[str]:
    """Titles that can be seen, in their order."""
    return page.locator("#results .title a, #all .title a").all_inner_texts()


def named(library: Library, vocabulary: str, *names: str) -> Test:
    """Whether a paper names one of these terms."""
    return lambda paper: bool({t.name for t in library.terms_of(paper, vocabulary)} & {*names})


def matching(library: Library, *tests: Test) -> list[Paper]:
    """The papers that pass every test, newest first."""
    return [paper for paper in library.papers if all(test(paper) for test in tests)]


def option(page: Page, name: str, value: str) -> str:
    """How many papers an option says it would leave."""
    box = page.locator(f'#facets input[name="{name}"][value="{value}"]')
    return box.locator("xpath=..").locator(".number").text_content() or ""


@contextmanager
def nothing_wrong(page: Page) -> Iterator[None]:
    """Hold the page to it that it reports no error, breaks no policy and asks no other host."""
    wrong: list[str] = []
    page.on("console", lambda each: wrong.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda each: wrong.append(str(each)))
    # Leaving a page ends what it was waiting for; that is no failure.
    page.on(
        "requestfailed",
        lambda each: None if each.failure == "net::ERR_ABORTED" else wrong.append(each.url),
    )
    page.on(
        "request",
        lambda each: (
            None
            if each.url.startswith(("file:", "data:", "blob:", "http://127.0.0.1"))
            else wrong.append(each.url)
        ),
    )
    yield
    assert wrong == [], wrong
