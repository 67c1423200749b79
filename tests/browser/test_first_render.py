"""What a page shows does not wait for scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, open_missing_page_as_published

pytestmark = pytest.mark.browser

# A form that writes a file is nothing without a script, and its page then says what to do instead.
PROGRAMS = {"contribute"}

# Headings and links of the content, folded as they are shown. Dates are compared as the markup has
# them, since scripts say them as the reader's country does; what scripts alone can do is left out.
SAID = """
() => {
  for (const each of document.querySelectorAll('time')) each.textContent = each.dateTime;
  return [...document.querySelectorAll('main h1, main h2, main h3, main h4, main a[href]')]
    .filter(each => each.checkVisibility() && !each.closest('.tools'))
    .map(each => `${each.textContent} ${each.getAttribute('href') ?? ''}`.replace(/\\s+/g, ' '));
}
"""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PROGRAMS])
def test_the_first_render_needs_no_script(browser: Browser, site: Path, kind: str) -> None:
    """Each heading and link of the content that shows with scripts on shows with them off."""
    said = []
    for enabled in (False, True):
        with browser.new_context(java_script_enabled=enabled) as context:
            page = context.new_page()
            open_missing_page_as_published(page, site, kind)
            said.append(page.evaluate(SAID))
    without, with_scripts = said
    assert without
    assert [each for each in with_scripts if each not in without] == []
