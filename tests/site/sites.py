"""A built site with its pages taken apart."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple

from awesome_heads.render import Output


class Start(NamedTuple):
    """A start tag, and the line it stands in."""

    tag: str
    attributes: Mapping[str, str]
    line: int


class Markup(HTMLParser):
    """A page's start tags and ids, and what stands in its script and style elements."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.starts: list[Start] = []
        self.ids: set[str] = set()
        self.raw: list[tuple[Start, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag; what closes itself comes here too."""
        attributes = {name: value or "" for name, value in attrs}
        self.starts.append(Start(tag, attributes, self.getpos()[0]))
        if "id" in attributes:
            self.ids.add(attributes["id"])

    def handle_data(self, data: str) -> None:
        """Only what is no text for readers is kept."""
        if self.cdata_elem:
            self.raw.append((self.starts[-1], data))


class Site(NamedTuple):
    """A built site; `base_url` ends with a slash."""

    base_url: str
    files: Mapping[str, bytes]
    pages: Mapping[str, Markup]

    def __repr__(self) -> str:
        """Short, for pytest's reports."""
        return f"Site({self.base_url})"


def taken_apart(base_url: str, outputs: Mapping[str, Output]) -> Site:
    """A site with its pages read."""
    files = {path: output.data for path, output in outputs.items()}
    pages = {path: Markup(data.decode()) for path, data in files.items() if path.endswith(".html")}
    return Site(base_url, files, pages)
