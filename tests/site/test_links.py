"""Everything that leads from one file of a site to another finds it, down to the anchor."""

import html
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import pytest

from tests.site.sites import Markup, Site

# Attributes that hold one address.
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href")
OUTWARD = {"http", "https", "mailto"}
TEXTS = (".html", ".json", ".xml", ".txt", ".js", ".svg", ".bib", ".ris", ".csv", ".webmanifest")


def addresses(page: Markup) -> Iterator[tuple[int, str]]:
    """Every address that a page's elements hold, with its line."""
    for tag, attributes, line in page.starts:
        for name in ADDRESSES:
            if name in attributes:
                yield line, attributes[name]
        for each in attributes.get("srcset", "").split(","):
            if each.strip():
                yield line, each.split()[0]
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            yield line, attributes["content"].partition("url=")[2]


def fault(site: Site, address: str) -> str | None:
    """What is wrong with an absolute address, if it is one of the site's own."""
    if not address.startswith(site.base_url):
        return None
    found = urlsplit(address)
    path = unquote(found.path).removeprefix(unquote(urlsplit(site.base_url).path))
    if not path or path.endswith("/"):
        path += "index.html"
    if path not in site.files:
        return "no such file"
    anchor = unquote(found.fragment)
    if anchor and path in site.pages and anchor not in site.pages[path].ids:
        return "no such anchor"
    return None


def broken_links(site: Site) -> list[str]:
    """Addresses on pages that lead to nothing of the site."""
    found = []
    for path, page in site.pages.items():
        here = site.base_url + path
        for line, address in addresses(page):
            parts = urlsplit(address)
            if parts.scheme and parts.scheme not in OUTWARD:
                found.append(f"{path}:{line}: {address}: neither a page nor an address of the web")
            elif wrong := fault(site, urljoin(here, address)):
                found.append(f"{path}:{line}: {address}: {wrong}")
            elif not parts.netloc and not _stays_below(site, here, address):
                found.append(f"{path}:{line}: {address}: leads out of the site")
    return found


def _stays_below(site: Site, here: str, address: str) -> bool:
    return urljoin(here, address).startswith(site.base_url)


def unfolded(path: str, parts: SplitResult) -> bool:
    """Whether an address needs a server: it begins at the host's top, or names a folder."""
    inward = not parts.scheme and not parts.netloc and bool(parts.path)
    return inward and path != "404.html" and (parts.path.startswith("/") or parts.path[-1] == "/")


def test_every_link_within_leads_somewhere(site: Site) -> None:
    """Each address on a page names a file of the site, and each anchor an element there."""
    found = broken_links(site)
    assert not found, "\n".join(found)


def test_every_link_works_from_a_folder(site: Site) -> None:
    """Addresses within are relative and name files; only the 404 page is never opened as one."""
    found = [
        f"{path}:{line}: {address}"
        for path, page in site.pages.items()
        for line, address in addresses(page)
        if unfolded(path, urlsplit(address))
    ]
    assert not found, "\n".join(found)


def test_every_absolute_address_of_the_site_leads_somewhere(site: Site) -> None:
    """Canonical addresses, alternates, linked data, feeds, the site map, the API: each holds.

    An address that is cut short by an ellipsis is none, nor is one with a placeholder in braces.
    """
    own = re.compile(re.escape(site.base_url) + r"[^\s\"'<>()\[\]\\`|…]*+(?!\s?…)")
    found, count = set(), 0
    for path, data in site.files.items():
        if not path.endswith(TEXTS):
            continue
        for match in own.finditer(html.unescape(data.decode())):
            address = match[0].rstrip(".,;:!?*_")
            count += 1
            # An identifier of linked data may have a fragment that is no place on the page.
            if path.endswith(".html"):
                address = address.partition("#")[0]
            if "{" not in address and (wrong := fault(site, address)):
                found.add(f"{path}: {address}: {wrong}")
    assert count > len(site.pages)
    assert not found, "\n".join(sorted(found))


def test_pictures_of_style_sheets_are_there(site: Site) -> None:
    """What a style sheet names by url() is a file beside it, or stands in it."""
    for path, data in site.files.items():
        if path.endswith(".css"):
            for address in re.findall(r"url\(\s*['\"]?([^)'\"]+)", data.decode()):
                if not address.startswith(("data:", "#")):
                    assert fault(site, urljoin(site.base_url + path, address)) is None, path


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("b.html", None),
        ("b.html#there", None),
        ("#here", None),
        ("?q=words", None),
        ("https://elsewhere.example/b#c", None),
        ("https://lists.example/heads/", None),
        ("c.html", "no such file"),
        ("b.html#nowhere", "no such anchor"),
        ("#there", "no such anchor"),
        ("https://lists.example/heads/c/", "no such file"),
        ("../b.html", "leads out of the site"),
        ("/heads/c.html", "no such file"),
        ("javascript:void(0)", "neither a page nor an address of the web"),
    ],
)
def test_broken_links_are_found(link: str, wrong: str | None) -> None:
    """Good links pass; what leads to no file, no anchor, out of the site or nowhere is named."""
    texts = {
        "a.html": f'<p id="here"><a href="{link}">Go</a>',
        "b.html": '<p id="there">',
        "index.html": "",
    }
    site = Site(
        "https://lists.example/heads/",
        {path: text.encode() for path, text in texts.items()},
        {path: Markup(text) for path, text in texts.items()},
    )
    expected = [] if wrong is None else [f"a.html:1: {link}: {wrong}"]
    assert broken_links(site) == expected
