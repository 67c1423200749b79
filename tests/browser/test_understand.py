"""The map, groups, terms and vocabularies as a reader meets them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page

from awesome_heads.project import Project

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
MAP = "tags/index.html"
DRAWN = {
    "map": MAP,
    "head": "tags/induction-head/index.html",
    "stage": "tags/group/in-context-identification/index.html",
    "group": "tags/group/latent-reasoning/task-specific/index.html",
    "venue": "venues/arxiv/index.html",
}
each_drawn = pytest.mark.parametrize("name", DRAWN)


def _open(page: Page, site: Path, path: str, size: dict[str, int] = DESK) -> Page:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto((site / path).as_uri())
    return page


FOCUSED = """
() => {
  const each = document.activeElement;
  const ground = each.querySelector('.ground');
  const style = getComputedStyle(ground || each);
  const width = ground && style.stroke !== 'none' ? style.strokeWidth : style.outlineWidth;
  return { page: each.getAttribute('href'), ring: parseFloat(width) };
}
"""


def test_every_head_of_the_map_is_reached_by_tab(page: Page, site: Path, listed: Project) -> None:
    """In reading order, each once, and each shows that it is where the reader stands."""
    _open(page, site, MAP)
    page.locator(".map-stage h3 a").first.focus()
    number = page.locator(".map a").count()
    visited = []
    for _ in range(number - 1):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        assert found["ring"] >= 2, found["page"]
        visited.append(found["page"])
    assert page.evaluate("document.activeElement.closest('.map') !== null")
    tags = listed.library.vocabularies["tags"]
    coloured = {group.name for group in tags.groups if group.colour}
    heads = [f"../tags/{each.slug}/index.html" for each in tags.terms if each.group[0] in coloured]
    assert [each for each in visited if "/group/" not in each] == heads


def test_a_mark_leads_to_its_head(page: Page, site: Path) -> None:
    """From a file as from a server, and by Enter as by a click; its name says what is drawn."""
    _open(page, site, MAP)
    mark = page.get_by_role("link", name="Retrieval Head, 8 papers, depth: shallow and middle")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tags/retrieval-head/index.html")
    page.go_back()
    mark.click()
    page.wait_for_url("**/tags/retrieval-head/index.html")


def _boxes(found: Locator) -> list[FloatRect]:
    """Where elements stand on screen."""
    boxes = [each.bounding_box() for each in found.all()]
    return [box for box in boxes if box is not None]


def test_stages_stand_in_a_row_or_below_each_other(page: Page, site: Path) -> None:
    """Left to right with arrows on a desk; stacked on a phone, where words say what flows."""
    _open(page, site, MAP)
    boxes = _boxes(page.locator(".map-stage"))
    assert len(boxes) == 4
    assert len({box["y"] for box in boxes}) == 1
    assert sorted(box["x"] for box in boxes) == [box["x"] for box in boxes]
    assert page.locator(".flow-strip").is_visible()
    assert not page.locator(".stage-flows").first.is_visible()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    boxes = _boxes(page.locator(".map-stage"))
    assert len({box["x"] for box in boxes}) == 1
    assert sorted(box["y"] for box in boxes) == [box["y"] for box in boxes]
    assert not page.locator(".flow-strip").is_visible()
    assert page.locator(".stage-flows").first.is_visible()


SMALL = """
() => [...document.querySelectorAll('main svg text')]
  .filter(each => each.checkVisibility())
  .map(each => [each.textContent,
    parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a])
  .filter(([, size]) => size < 11.99)
"""


@each_drawn
@pytest.mark.parametrize("size", [PHONE, {"width": 600, "height": 800}, DESK], ids=str)
def test_text_in_pictures_can_be_read(
    page: Page, site: Path, name: str, size: dict[str, int]
) -> None:
    """However a picture is scaled, its text is at least 12 pixels high on screen."""
    _open(page, site, DRAWN[name], size)
    assert page.evaluate(SMALL) == []


OVERLAPPING = """
() => {
  const apart = (a, b) => a.right <= b.left + 0.5 || b.right <= a.left + 0.5
    || a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
  const found = [];
  for (const svg of document.querySelectorAll('main svg')) {
    if (!svg.checkVisibility()) continue;
    const parts = [...svg.querySelectorAll('text, .dot-mark, .cell, .timeline circle')]
      .filter(each => each.checkVisibility())
      .map(each => {
        const box = each.getBoundingClientRect();
        // Lines of text are set close; what counts is the letters between their margins.
        const inset = each.tagName === 'text' ? box.height * 0.12 : 0;
        return {
          name: each.textContent || each.getAttribute('class') || each.tagName,
          left: box.left, right: box.right, top: box.top + inset, bottom: box.bottom - inset,
        };
      });
    for (let i = 0; i < parts.length; i++)
      for (let j = i + 1; j < parts.length; j++)
        if (!apart(parts[i], parts[j])) found.push(parts[i].name + ' / ' + parts[j].name);
  }
  return found.slice(0, 5);
}
"""


@each_drawn
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_in_pictures_overlaps(
    page: Page, site: Path, name: str, size: dict[str, int]
) -> None:
    """With a real font too, no label runs into another, nor a dot into a dot."""
    _open(page, site, DRAWN[name], size)
    assert page.evaluate(OVERLAPPING) == []


def test_marks_are_drawn_where_colours_are_forced(browser: Browser, site: Path) -> None:
    """Dots, cells and arrows keep the contrast that the reader asked for."""
    with browser.new_context(forced_colors="active", viewport=DESK) as context:  # type: ignore[arg-type]
        page = _open(context.new_page(), site, MAP)
        drawn = page.evaluate(
            """() => ['.dot-mark:not(.unused)', '.cell.here', '.tip'].map(
              each => getComputedStyle(document.querySelector(`.map ${each}`)).fill)"""
        )
        text = page.evaluate("getComputedStyle(document.body).color")
    assert set(drawn) == {text}


def test_the_map_needs_no_script(browser: Browser, site: Path) -> None:
    """Without JavaScript every mark is there and leads on."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / MAP).as_uri())
        page.locator(".map .mark").last.click()
        page.wait_for_url("**/tags/faithfulness-head/index.html")
        assert page.locator(".miniature .lit").count() == 1


def test_a_printed_map_does_not_depend_on_colour(page: Page, site: Path) -> None:
    """Whether a head has papers is told by shape, and each stage stands under its name."""
    _open(page, site, MAP)
    page.emulate_media(media="print")
    fills = page.evaluate(
        """() => ['.unused', ':not(.unused)'].map(
          each => getComputedStyle(document.querySelector(`.map-stages .dot-mark${each}`)).fill)"""
    )
    assert fills[0] == "none"
    assert fills[1] != "none"
    assert page.locator(".map-stage h3").last.is_visible()


def test_every_dot_of_a_line_leads_to_a_listed_paper(page: Page, site: Path) -> None:
    """What the line shows is what the list below it holds; tabbing goes through the list alone."""
    _open(page, site, DRAWN["head"], PHONE)
    dots = page.locator(".timeline a")
    linked = {each.get_attribute("href") for each in dots.all()}
    listed = {each.get_attribute("href") for each in page.locator(".paper .title a").all()}
    assert linked == listed
    assert dots.count() == len(listed)
    assert {each.get_attribute("tabindex") for each in dots.all()} == {"-1"}


def test_a_groups_page_is_reached_from_its_heads(page: Page, site: Path) -> None:
    """The way above a head leads to its group, and from there to its stage."""
    _open(page, site, DRAWN["head"])
    page.get_by_role("navigation", name="You are here").get_by_text("In-context Learning").click()
    page.wait_for_url("**/tags/group/latent-reasoning/in-context-learning/index.html")
    page.get_by_role("navigation", name="You are here").get_by_text("Latent Reasoning").click()
    page.wait_for_url("**/tags/group/latent-reasoning/index.html")
    assert page.locator("h1").inner_text() == "Latent Reasoning"
    assert page.locator(".depths tr").count() >= 3


def test_a_table_is_blocks_on_a_phone(page: Page, site: Path) -> None:
    """Each fact stands beside its name there, and facts that are not stated take no room."""
    _open(page, site, "benchmarks/index.html", PHONE)
    row = page.locator("#term-toymoviereview")
    label = row.locator("td[data-label='Introduced in']")
    said = label.evaluate("each => getComputedStyle(each, '::before').content")
    assert said == '"Introduced in"'
    assert label.locator("a").count() == 1
    assert _boxes(row)[0]["width"] <= PHONE["width"]
    assert page.locator(".terms .empty").evaluate_all(
        "cells => cells.every(each => getComputedStyle(each).display === 'none')"
    )
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert row.evaluate("each => getComputedStyle(each).display") == "table-row"


def test_pages_of_groups_are_as_wide_as_the_screen(page: Page, site: Path) -> None:
    """Nobody scrolls sideways, from a small phone on."""
    for name in ("stage", "group"):
        _open(page, site, DRAWN[name], {"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
