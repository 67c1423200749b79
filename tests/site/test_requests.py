"""What a page may run and load: its own host's files, under a policy that allows no more."""

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

import pytest

from tests.site.sites import Markup, Site, Start

# Scripts that browsers read as data and never run.
DATA = {"application/ld+json", "application/json"}
LOADING = {"stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload"}
AHEAD = {"preconnect", "dns-prefetch", "prefetch", "prerender"}


def _is_policy(element: Start) -> bool:
    return element.attributes.get("http-equiv", "").lower() == "content-security-policy"


def policy(page: Markup) -> Mapping[str, set[str]]:
    """A page's Content-Security-Policy, by directive."""
    (text,) = [each.attributes["content"] for each in page.starts if _is_policy(each)]
    parts = (each.split() for each in text.split(";") if each.strip())
    return {name: set(values) for name, *values in parts}


def loaded_before_the_policy(page: Markup) -> list[str]:
    """Tags that load something and stand before the policy, which rules only what follows it."""
    before = takewhile(lambda each: not _is_policy(each), page.starts)
    return [each.tag for each in before if each.tag in {"script", "link", "style", "img"}]


def inline_code(page: Markup) -> Iterator[str]:
    """What the policy would refuse to run or to apply, as `line: what`."""
    for tag, attributes, line in page.starts:
        for name, value in attributes.items():
            if name == "style" or name.startswith("on"):
                yield f"{line}: {tag} with {name}"
            if "".join(value.split()).lower().startswith("javascript:"):
                yield f"{line}: {tag} with a script in {name}"
        if tag == "style":
            yield f"{line}: style"
        if tag == "script" and "src" not in attributes and attributes.get("type") not in DATA:
            yield f"{line}: script"


def foreign(page: Markup) -> Iterator[str]:
    """What a page would load from another host, as `line: what`."""
    for tag, attributes, line in page.starts:
        named = set(attributes.get("rel", "").lower().split()) if tag == "link" else set()
        loaded = [attributes.get(name, "") for name in ("src", "srcset", "poster", "data")]
        if named & (LOADING | AHEAD):
            loaded.append(attributes.get("href", ""))
        if any("//" in address for address in loaded):
            yield f"{line}: {tag}"


def test_every_page_carries_the_policy(site: Site) -> None:
    """All is forbidden but the site's own files, before anything is loaded that it is to rule."""
    for path, page in site.pages.items():
        rules = policy(page)
        assert rules["default-src"] == {"'none'"}, path
        assert rules["script-src"] == {"'self'"}, path
        assert rules["style-src"] == {"'self'"}, path
        assert rules["base-uri"] == {"'none'"}, path
        assert set().union(*rules.values()) <= {"'none'", "'self'", "data:"}, path
        assert loaded_before_the_policy(page) == [], path


def test_no_page_holds_code(site: Site) -> None:
    """Scripts and styles are files: none stands in a page, in an attribute or in an address."""
    found = {path: code for path, page in site.pages.items() if (code := list(inline_code(page)))}
    assert found == {}


def test_no_page_loads_anything_from_elsewhere(site: Site) -> None:
    """Styles, scripts, pictures and fonts are the site's own, and none is fetched ahead."""
    found = {path: each for path, page in site.pages.items() if (each := list(foreign(page)))}
    assert found == {}
    for path, data in site.files.items():
        if path.endswith(".css"):
            assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", data.decode()), path


def test_no_script_makes_code_of_text(site: Site) -> None:
    """No script evaluates text, or makes markup of it that could hold a script."""
    unsafe = r"\beval\(|new Function\(|document\.write|\.outerHTML\s*=|setTimeout\(\s*[\"'`]"
    for path, data in site.files.items():
        if path.endswith(".js"):
            assert not re.search(unsafe, data.decode()), path


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="color: red">',
        "<svg><rect style='fill: red'/></svg>",
        '<a onclick="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        "<style>p { color: red }</style>",
        '<a href=" java\nscript:go()">',
    ],
)
def test_code_in_a_page_is_found(markup: str) -> None:
    """Each way to put a script or a style into a page is named; data and files are not."""
    good = '<script src="a.js"></script><script type="application/ld+json">{}</script>'
    assert list(inline_code(Markup(good))) == []
    assert len(list(inline_code(Markup(good + markup)))) == 1


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://elsewhere.example/a.js"></script>',
        '<img src="//elsewhere.example/a.png" alt="">',
        '<link rel="preconnect" href="https://elsewhere.example">',
        '<source srcset="a.png, https://elsewhere.example/a.png 2x">',
    ],
)
def test_what_comes_from_elsewhere_is_found(markup: str) -> None:
    """Scripts, pictures and connections opened ahead are named; links for readers are not."""
    good = (
        '<a href="https://elsewhere.example/">Go</a><link rel="license" href="https://b.example">'
    )
    assert list(foreign(Markup(good))) == []
    assert len(list(foreign(Markup(good + markup)))) == 1
