"""Whether every text stands out from what it is written on, in both themes."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import every_kind, open_missing_page_as_published

pytestmark = pytest.mark.browser

# Each text's colour over what lies behind it, with every colour resolved to bytes by a canvas.
CONTRASTS = """
() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const cache = new Map();
  const resolve = colour => {
    if (!cache.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      cache.set(colour, [r, g, b, a / 255]);
    }
    return cache.get(colour);
  };
  const over = (top, below, opacity) => {
    const alpha = top[3] * opacity;
    return [0, 1, 2].map(i => top[i] * alpha + below[i] * (1 - alpha));
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const behind = each => {
    const chain = [];
    for (let node = each; node; node = node.parentElement) chain.unshift(node);
    let opacity = 1;
    let colour = dark ? [0, 0, 0] : [255, 255, 255];
    for (const node of chain) {
      const style = getComputedStyle(node);
      opacity *= parseFloat(style.opacity);
      colour = over(resolve(style.backgroundColor), colour, opacity);
    }
    return [painted(each, colour), opacity];
  };
  // In a picture, the shape that a text is written on.
  const painted = (each, colour) => {
    if (!each.closest('svg')) return colour;
    each.scrollIntoView({ block: 'center' });
    const box = each.getBoundingClientRect();
    const shape = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      .find(other => other.matches('rect, circle') && getComputedStyle(other).fill !== 'none');
    if (!shape) return colour;
    const style = getComputedStyle(shape);
    return over(resolve(style.fill), colour, style.fillOpacity * style.opacity);
  };
  const seen = new Set(), faint = [];
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const each = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || seen.has(each)) continue;
    seen.add(each);
    if (each.closest('.unseen, .skip, script, style')) continue;
    if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(each);
    const [background, opacity] = behind(each);
    const ink = each.closest('svg') ? style.fill : style.color;
    const colour = over(resolve(ink), background, opacity);
    const [high, low] = [luminance(colour), luminance(background)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
    count += 1;
    if (ratio < (large ? 3 : 4.5)) {
      faint.push(`${each.tagName}.${each.className} "${text.slice(0, 30)}" ${ratio.toFixed(2)}`);
    }
  }
  return [count, faint];
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_kind
def test_every_text_stands_out_from_its_ground(
    browser: Browser, site: Path, kind: str, scheme: str
) -> None:
    """Text has a contrast of 4.5:1, or 3:1 where it is large, in the light and the dark theme."""
    with browser.new_context(color_scheme="dark" if scheme == "dark" else "light") as context:
        page = context.new_page()
        open_missing_page_as_published(page, site, kind)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.evaluate("location.hash = (document.querySelector('.paper, .entry') || {}).id || ''")
        count, faint = page.evaluate(CONTRASTS)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert count > 10
    assert faint == []
    assert ground == {"light": "rgb(253, 252, 250)", "dark": "rgb(20, 22, 24)"}[scheme]


def test_the_contrast_test_finds_faint_text(page: Page) -> None:
    """Grey on grey, a faded ancestor, a see-through colour and a shape below are each found."""
    page.set_content(
        """<body style="background: #fff; color: #000"><p>good</p>
        <p style="color: #999">grey</p><div style="opacity: 0.4"><p>faded</p></div>
        <p style="color: rgb(0 0 0 / 40%)">thin</p><p style="color: #888; font-size: 24px">large</p>
        <p style="background: color-mix(in oklab, black, white 40%)">ground</p>
        <svg width="90" height="40"><rect width="90" height="40" fill="#333"/>
        <text x="9" y="24">shape</text><text x="50" y="24" fill="#fff">on it</text></svg></body>"""
    )
    count, faint = page.evaluate(CONTRASTS)
    assert count == 8
    assert [text.split('"')[1] for text in faint] == ["grey", "faded", "thin", "ground", "shape"]
