"""Templates and static files, shipped and a list's own."""

from awesome_heads.render import SHIPPED, Theme


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
