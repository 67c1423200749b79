"""What search engines are told: the pages to know, in as many files as it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from awesome_heads.config import ListConfig
from awesome_heads.digests import digest_of
from awesome_heads.views.page import Context, Inputs, Page

SITE_MAP = "sitemap.xml"
# The protocol lets a file have 50,000 (https://www.sitemaps.org/protocol.html).
ADDRESSES_A_FILE = 45_000


@dataclass(frozen=True)
class SiteMap(Context):
    """Pages that a search engine should know."""

    addresses: tuple[str, ...]


@dataclass(frozen=True)
class SiteMapIndex(Context):
    """Site maps that together name every page."""

    maps: tuple[str, ...]


@dataclass(frozen=True)
class Robots(Context):
    """What crawlers may read."""

    sitemap: str


def site_maps(config: ListConfig, addresses: Sequence[str]) -> Iterator[Page]:
    """Yield the map of all pages, or its parts and their index, then what leads crawlers there."""
    starts = range(0, max(1, len(addresses)), ADDRESSES_A_FILE)
    parts = [tuple(addresses[start : start + ADDRESSES_A_FILE]) for start in starts]
    if len(parts) > 1:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        index = SiteMapIndex(tuple(config.base_url + name for name in names))
        yield Page(SITE_MAP, "sitemaps.xml", index, Inputs(facts=index.maps))
    else:
        names = [SITE_MAP]
    for name, part in zip(names, parts, strict=True):
        yield Page(name, "sitemap.xml", SiteMap(part), Inputs(facts=(digest_of(part),)))
    yield Page("robots.txt", "robots.txt", Robots(config.base_url + SITE_MAP), Inputs())
