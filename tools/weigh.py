"""How heavy the built site is on the wire: what pages load, compressed as a server compresses it.

Usage: python tools/weigh.py [SITE]
"""

import gzip
import sys
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import urlsplit

SITE = Path("site")
HOME = "index.html"
FINDER = "papers/index.html"
CODE = "static/"
# A program of its own, which no other page loads.
FORM = "static/contribute.js"


class Loaded(NamedTuple):
    """What a page loads with itself: paths of its style sheets and scripts."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]


class _Links(HTMLParser):
    """Addresses of style sheets and scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.styles: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "link" and attributes.get("rel") == "stylesheet":
            self.styles.append(attributes["href"])
        if tag == "script" and "src" in attributes:
            self.scripts.append(attributes["src"])


def compressed(data: bytes) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(data, mtime=0))


def loaded(path: str, page: bytes) -> Loaded:
    """What a page loads of the site's own files, by their paths."""
    links = _Links()
    links.feed(page.decode())
    below = f"{path}/.."
    return Loaded(
        tuple(normpath(f"{below}/{urlsplit(each).path}") for each in links.styles),
        tuple(normpath(f"{below}/{urlsplit(each).path}") for each in links.scripts),
    )


def code_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Every script of the site that is a program; its data are scripts too, but lie elsewhere."""
    return tuple(sorted(path for path in files if path.startswith(CODE) and path.endswith(".js")))


def weight(files: Mapping[str, bytes], paths: Iterable[str]) -> int:
    """Bytes of some files on the wire, each compressed by itself."""
    return sum(compressed(files[path]) for path in paths)


def table(files: Mapping[str, bytes]) -> Iterator[str]:
    """The figures as a table of Markdown."""
    pages = {path: data for path, data in files.items() if path.endswith(".html")}
    home, finder = loaded(HOME, files[HOME]), loaded(FINDER, files[FINDER])
    others = [path for path in code_of(files) if path != FORM]
    heaviest = max(pages, key=lambda path: compressed(pages[path]))
    rows = (
        ("HTML of the home page", compressed(files[HOME])),
        (f"HTML of the heaviest page, `{heaviest}`", compressed(pages[heaviest])),
        ("style sheets that the home page loads", weight(files, home.styles)),
        ("scripts that the home page loads at once", weight(files, home.scripts)),
        ("scripts that the page of all papers loads at once", weight(files, finder.scripts)),
        ("every script of the site but the form for a new paper", weight(files, others)),
        ("every script of the site", weight(files, code_of(files))),
    )
    yield "| what | KiB, compressed |"
    yield "| --- | ---: |"
    for label, size in rows:
        yield f"| {label} | {size / 1024:.1f} |"


def main() -> int:
    """Print the figures of a site that was built."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else SITE
    if not (folder / "index.html").is_file():
        sys.stderr.write(f"{folder} holds no site: run make site first\n")
        return 1
    files = {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }
    sys.stdout.writelines(f"{line}\n" for line in table(files))
    return 0


if __name__ == "__main__":
    sys.exit(main())
