"""What the shipped list's pages weigh on the wire, and that nothing but styles holds them up."""

import pytest

from tests.site.sites import Site
from tools.weigh import CODE, HOME, Loaded, compressed, loaded, table, weight

KIB = 1024


def pages(site: Site) -> list[str]:
    """Every page but the 404 page, which names the same files by their place on its host."""
    return [path for path in site.pages if path != "404.html"]


@pytest.fixture(scope="module")
def loads(real_one: Site) -> list[Loaded]:
    """What each page of the shipped list loads, read once."""
    return [loaded(path, real_one.files[path]) for path in pages(real_one)]


def test_the_home_page_is_light(real_one: Site) -> None:
    """Its HTML stays under 60 KiB compressed."""
    assert compressed(real_one.files[HOME]) < 60 * KIB


def test_styles_are_light(real_one: Site, loads: list[Loaded]) -> None:
    """All style sheets that any one page loads are under 12 KiB together."""
    for styles in {each.styles for each in loads}:
        assert 0 < weight(real_one.files, styles) < 12 * KIB, styles


def test_no_page_waits_for_scripts(real_one: Site, loads: list[Loaded]) -> None:
    """What any page loads of scripts with itself, the form for a new paper too, is under 20 KiB."""
    for scripts in {each.scripts for each in loads}:
        assert weight(real_one.files, scripts) < 20 * KIB, scripts


def test_nothing_is_loaded_before_it_is_used(site: Site) -> None:
    """No page loads data with itself, and only what sets the theme may run before the page shows.

    Every other script waits until the page has been read.
    """
    for path in pages(site):
        starts = site.pages[path].starts
        scripts = [each.attributes for each in starts if each.tag == "script"]
        at_once = [each for each in scripts if "src" in each and "defer" not in each]
        assert [each["src"].rpartition("/")[2] for each in at_once] == ["theme.js"], path
        for each in loaded(path, site.files[path]).scripts:
            assert each.startswith(CODE), path
    assert compressed(site.files["static/theme.js"]) < 1 * KIB


def test_what_a_page_loads_is_read(small_one: Site) -> None:
    """Addresses are resolved from the page's own folder."""
    page = b'<link rel="stylesheet" href="../../static/a.css"><script src="../b.js?c"></script>'
    assert loaded("tags/one/index.html", page) == (("static/a.css",), ("tags/b.js",))
    lines = list(table(small_one.files))
    assert lines[0].startswith("| what")
    assert len({line.count("|") for line in lines}) == 1


@pytest.mark.parametrize("kind", [".html", ".css", ".js"])
def test_texts_are_compressed_well(real_one: Site, kind: str) -> None:
    """No page, style or script is so large that a phone waits for it: 100 KiB at most."""
    heavy = {
        path: size
        for path, data in real_one.files.items()
        if path.endswith(kind) and len(data) > 100 * KIB
        for size in [compressed(data)]
        if size > 100 * KIB
    }
    assert heavy == {}
