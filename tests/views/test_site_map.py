"""What search engines are told."""

import pytest
from defusedxml.ElementTree import fromstring

from awesome_heads.render import Renderer, Theme
from awesome_heads.views import site_map
from awesome_heads.views.site_map import site_maps
from tests.builders import a_config

ADDRESSES = [f"https://example.org/heads/papers/no-{number}/" for number in range(5)]


def _read(addresses: list[str]) -> dict[str, tuple[str, list[str]]]:
    """The root element of each file of XML, and what it leads to."""
    site = Renderer(Theme()).render_site(site_maps(a_config(), addresses))
    found = {}
    for path in site:
        if path.startswith("sitemap"):
            root = fromstring(site[path].data)
            led = [str(each.text) for each in root.iter() if each.tag.endswith("}loc")]
            found[path] = (root.tag.partition("}")[2], led)
    return found


def test_a_small_site_has_one_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many addresses as a file may hold stand in it."""
    monkeypatch.setattr(site_map, "ADDRESSES_A_FILE", 5)
    assert _read(ADDRESSES) == {"sitemap.xml": ("urlset", ADDRESSES)}


def test_a_large_site_has_an_index_of_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands where the one map would, and its maps name every page once."""
    monkeypatch.setattr(site_map, "ADDRESSES_A_FILE", 2)
    found = _read(ADDRESSES)
    kind, maps = found.pop("sitemap.xml")
    assert (kind, maps) == (
        "sitemapindex",
        [f"https://example.org/heads/sitemap-{number}.xml" for number in (1, 2, 3)],
    )
    assert list(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [kind for kind, _ in found.values()] == ["urlset"] * 3
    assert [address for _, part in found.values() for address in part] == ADDRESSES


def test_a_file_holds_no_more_than_the_protocol_allows() -> None:
    """Fifty thousand addresses, and fifty megabytes even where each takes a thousand bytes."""
    assert site_map.ADDRESSES_A_FILE <= 50_000
    assert site_map.ADDRESSES_A_FILE * 1000 < 50_000_000
