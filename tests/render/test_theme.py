"""Templates and static files, shipped and a list's own."""

from pathlib import Path

import pytest

from awesome_heads.language import read_language
from awesome_heads.project import Project
from awesome_heads.render import SHIPPED, Renderer, Theme
from awesome_heads.views import Page, build_site


def _shipped(*folders: str) -> list[str]:
    """Names of the files below some folders of the templates."""
    found = (path for folder in folders for path in (SHIPPED / folder).rglob("*"))
    return sorted(path.relative_to(SHIPPED).as_posix() for path in found if path.is_file())


TEMPLATES = _shipped("readme", "site")
STATIC = _shipped("static")
CATALOGUES = _shipped("locale")


def test_templates_are_told_by_their_folder() -> None:
    """Names are relative to the folder, and files of other folders are not among them."""
    theme = Theme(
        {
            "site/home.html": b"home",
            "site/parts/_a.html": "é".encode(),
            "sites/x.html": b"x",
            "readme/_news.md": b"news",
            "static/site.css": b"css",
        }
    )
    assert theme.templates("site") == {"home.html": "home", "parts/_a.html": "é"}
    assert theme.templates("readme") == {"_news.md": "news"}
    assert Theme().templates("site") == {}


def test_a_lists_own_static_files_win() -> None:
    """A file of the same name replaces the shipped one; further ones are added."""
    own = {"static/site.css": b"own", "static/fonts/a.woff2": b"\x00\xff", "site/x.html": b"x"}
    files = Theme(own).static_files()
    assert files["static/site.css"] == b"own"
    assert files["static/fonts/a.woff2"] == b"\x00\xff"
    assert files["static/icon.svg"] == (SHIPPED / "static" / "icon.svg").read_bytes()
    assert "site/x.html" not in files


def test_static_files_stand_in_order() -> None:
    """The order does not depend on the disk or on who brings a file."""
    paths = list(Theme({"static/a.js": b"", "static/z.js": b""}).static_files())
    assert paths == sorted(paths)
    assert {"static/a.js", "static/site.css", "static/z.js"} <= set(paths)


def test_the_shipped_files_are_there() -> None:
    """Whether installed or in a checkout, templates of every kind are found."""
    for folder in ("readme", "site", "static"):
        assert any((SHIPPED / folder).iterdir())


# Whatever is shipped can be replaced by a file of the same name.


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_can_be_replaced(name: str) -> None:
    """Whoever asks for a template, as a page, a part or a base, gets the list's own."""
    renderer = Renderer(Theme({name: b"mine"}))
    folder, _, template = name.partition("/")
    environment = renderer.readme if folder == "readme" else renderer.site
    assert environment.get_template(template).render() == "mine"


@pytest.mark.parametrize("name", STATIC)
def test_every_static_file_can_be_replaced(name: str) -> None:
    """Styles, scripts and pictures of the site are the list's own where it has them."""
    files = dict(Renderer(Theme({name: b"mine"})).render_site([]))
    assert files[name].data.strip() == b"mine"
    assert files.keys() == set(STATIC)


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_catalogue_can_be_replaced(name: str) -> None:
    """The list's own texts win over those that are shipped for the same language."""
    head = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n'
    own = {name: head + b'\nmsgid "Papers"\nmsgstr "mine"\n'}
    language = read_language(Path(name).stem, Theme(own).catalogue)
    assert language.gettext("Papers") == "mine"


def test_a_site_can_be_replaced_as_a_whole(small: Project) -> None:
    """With every template its own, a list's site holds nothing that is shipped but its data."""
    own = {name: name.encode() for name in TEMPLATES}
    pages = [
        each
        for each in build_site(small.config, small.library, small.language)
        if isinstance(each, Page)
    ]
    made = Renderer(Theme(own), small.language).render_site(pages)
    assert {page.path: made[page.path].data.decode() for page in pages} == {
        page.path: f"site/{page.template}" for page in pages
    }
