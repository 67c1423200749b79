"""axe-core's judgement of every kind of page, in both themes, on a phone and on a desk."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import every_kind, open_missing_page_as_published
from tests.node import module

pytestmark = pytest.mark.browser

ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What a theme can do to a page that is sound in the other one.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
WIDTHS = (390, 1440)
# Faults told of one page, since one cause often shows in every row.
MOST = 12

JUDGE = """
async ([rules, part]) => {
  const how = { runOnly: rules, resultTypes: ['violations'] };
  const { passes, violations } = await axe.run(part, how);
  return [passes.length, violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(each => each.message).join('; ');
      return `${id}: ${target.join(' ')}: ${why}`;
    }))];
}
"""


def judged(page: Page, part: str = "html", rules: Mapping[str, object] = ALL) -> list[str]:
    """What axe-core finds wrong with a page as it is, or a part, each as `rule: element: why`."""
    page.add_script_tag(path=module("axe-core/axe.min.js"))
    passed, found = page.evaluate(JUDGE, [rules, part])
    assert passed > (5 if rules is ALL else 0)
    return cast("list[str]", found)[:MOST]


@every_kind
def test_no_page_shuts_anyone_out(browser: Browser, site: Path, kind: str) -> None:
    """With all that folds opened, axe-core has nothing to say against the page at any width.

    In the dark theme it is asked about colours alone, and on a desk: all else is as in the light
    one, and what a phone shows has the same colours.
    """
    found = []
    # The page's own policy would keep the judge out.
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            open_missing_page_as_published(page, site, kind)
            page.evaluate(
                "document.querySelectorAll('details').forEach(each => { each.open = true })"
            )
            found += [f"{width}: {fault}" for fault in judged(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"dark: {fault}" for fault in judged(page, rules=COLOURS)]
    assert not found, "\n".join(found)


def test_faults_are_found(browser: Browser, site: Path) -> None:
    """On a page of the site, a picture without a text, faint words and a nameless button show."""
    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        page.evaluate(
            """document.querySelector('main').insertAdjacentHTML('beforeend',
               '<img src="static/icon.svg"><p style="color: #bbb">Faint</p><button></button>')"""
        )
        rules = {fault.partition(":")[0] for fault in judged(page)}
    assert rules >= {"image-alt", "color-contrast", "button-name"}
