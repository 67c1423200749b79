"""Texts that try to be more than text, on every page of a site in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from awesome_heads import disk, project
from tests.browser.finding import nothing_wrong
from tests.hostile.further import Say
from tests.hostile.planted import harmless, payloads, plant, texts
from tests.shared import made_once

pytestmark = pytest.mark.browser

# Whatever is let loose, calls this or asks a question; the page cannot take either back.
_TRAP = """
Object.defineProperty(window, 'escaped', { value: [] });
Object.defineProperty(window, 'hacked', { value: () => { window.escaped.push('hacked'); } });
"""
_SKELETON = """
() => {
  const depths = new Map([[null, 0]]);
  return [...document.querySelectorAll('*')].map((each) => {
    const depth = depths.get(each.parentElement) + 1;
    depths.set(each, depth);
    return `${depth} ${each.tagName} ${each.getAttributeNames().sort().join(' ')}`;
  }).join('\\n');
}
"""
_TARGETS = """
() => [...document.querySelectorAll('*')].flatMap((each) =>
  [...each.attributes]
    .filter((one) => /^(on|style$|srcdoc$)/.test(one.name)
      || (/^(href|src|action|formaction|xlink:href|data|poster)$/.test(one.name)
        && URL.canParse(one.value, location.href)
        && !/^(https?|mailto|file|blob):/.test(new URL(one.value, location.href).href)))
    .map((one) => `${each.tagName} ${one.name}=${one.value}`))
"""
_NAMED = re.compile(r"(tags|methods|venues|glossary|person|group)(\d\d)[^/]*")
# Names stand under their initials, which the texts change; each has its family name in bold.
_SORTED, _FAMILY_NAME = "authors/index.html", " B "
# What inline Markdown may make of a text.
_INLINE = re.compile(r"^\d+ (A|EM|STRONG|CODE|ABBR) ")


class Lists(NamedTuple):
    """Sites with payloads as plain text, as Markdown, and with neither."""

    plain: Path
    marked: Path
    twin: Path


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Lists:
    """The three sites, each with the same pages."""

    def built(name: str, plain: Say, marked: Say) -> Path:
        folder = made_once(tmp_path_factory, name, lambda folder: _build(folder, plain, marked))
        return folder / "site"

    return Lists(
        built("hostile-plain", str, harmless),
        built("hostile-marked", harmless, str),
        built("hostile-twin", harmless, harmless),
    )


def _build(folder: Path, plain: Say, marked: Say) -> None:
    loaded, found = project.load(plant(folder, plain, marked))
    assert loaded is not None, found
    disk.write_folder(folder / "site", loaded.site())


@pytest.fixture(scope="module")
def trapped(browser: Browser) -> Iterator[Page]:
    """A tab that notes whatever gets loose."""
    context = browser.new_context()
    context.add_init_script(_TRAP)
    yield context.new_page()
    context.close()


def _pages(site: Path) -> dict[str, Path]:
    """Pages by an address that does not depend on the texts: all papers, and some of each kind."""
    paths = {page.relative_to(site).as_posix(): page for page in sorted(site.rglob("*.html"))}
    paths.pop("404.html")
    named = {_NAMED.sub(r"\1\2", path): page for path, page in paths.items()}
    return {
        name: page
        for name, page in named.items()
        if not (found := _NAMED.search(name)) or int(found[2]) % 3 == 0
    }


@pytest.fixture(scope="module")
def skeletons(lists: Lists, trapped: Page) -> dict[str, list[str]]:
    """The elements of every page of the harmless list."""
    return {name: _skeleton(trapped, page) for name, page in _pages(lists.twin).items()}


def _skeleton(tab: Page, page: Path) -> list[str]:
    tab.goto(page.as_uri(), wait_until="domcontentloaded")
    # As one text: thousands of values take longer on their way than to make.
    found: str = tab.evaluate(_SKELETON)
    return found.split("\n")


def _shape(name: str, skeleton: list[str]) -> object:
    """What a page and its twin share: every element in its place.

    Of the index of authors that is the places in which any element stands, and how many names.
    """
    if name != _SORTED:
        return skeleton
    return set(skeleton), sum(_FAMILY_NAME in each for each in skeleton)


def test_plain_texts_change_no_page(
    lists: Lists, trapped: Page, skeletons: dict[str, list[str]]
) -> None:
    """Every page has just the elements and attributes of its harmless twin, and nothing runs."""
    pages = _pages(lists.plain)
    assert pages.keys() == skeletons.keys()
    with nothing_wrong(trapped):
        for name, page in pages.items():
            assert _shape(name, _skeleton(trapped, page)) == _shape(name, skeletons[name]), name
            assert trapped.evaluate("window.escaped") == []
            assert trapped.evaluate(_TARGETS) == [], name


def test_markdown_adds_nothing_but_inline_elements(
    lists: Lists, trapped: Page, skeletons: dict[str, list[str]]
) -> None:
    """Summaries and descriptions add emphasis, code and links to the web, and nothing runs."""
    pages = _pages(lists.marked)
    assert pages.keys() == skeletons.keys()
    with nothing_wrong(trapped):
        for name, page in pages.items():
            made = [each for each in _skeleton(trapped, page) if not _INLINE.match(each)]
            wanted = [each for each in skeletons[name] if not _INLINE.match(each)]
            assert made == wanted, name
            assert trapped.evaluate("window.escaped") == []
            assert trapped.evaluate(_TARGETS) == [], name


def test_payloads_in_the_address_do_nothing(lists: Lists, trapped: Page) -> None:
    """The page of all papers takes its state from the address, and shows it as text."""
    with nothing_wrong(trapped):
        for text in texts():
            view = trapped.evaluate(
                "p => new URLSearchParams({q: p, tags: p, methods: p, year: p, sort: p, p}) + ''",
                text,
            )
            fragment = trapped.evaluate("p => encodeURI(p)", text)
            trapped.goto(f"{lists.plain.as_uri()}/papers/index.html?{view}#{fragment}")
            assert trapped.evaluate("window.escaped") == []
            assert trapped.evaluate(_TARGETS) == []


def test_payloads_in_the_search_box_do_nothing(lists: Lists, trapped: Page) -> None:
    """What is typed into the box is looked for, and what it finds is shown as text."""
    with nothing_wrong(trapped):
        trapped.goto((lists.plain / "papers/index.html").as_uri())
        box = trapped.locator("#q, input[type=search]").first
        for payload in payloads()[::6]:
            box.fill(" ".join(payload.split()))
            trapped.wait_for_timeout(30)
            assert trapped.evaluate("window.escaped") == []
            assert trapped.evaluate(_TARGETS) == []


def test_a_payload_that_gets_loose_is_noticed(context: BrowserContext) -> None:
    """The trap notes a script, and an address that would be one."""
    context.add_init_script(_TRAP)
    tab = context.new_page()
    tab.set_content("<img src=x onerror=hacked()><a href='javascript:hacked()'>x</a>")
    tab.wait_for_function("window.escaped.length > 0")
    assert len(tab.evaluate(_TARGETS)) == 2
