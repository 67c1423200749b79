"""A made-up site behind a real preview, and a browser made of sockets."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.preview import CHANGES, Built, Preview
from awesome_heads.render import Output

PATIENCE = 10.0
BASE = "/base/"
RELOAD = b'<script src="/.reload.js" data-changes="'
PAGE = b"<!doctype html><html><head></head><body><p>%s \xe2\x86\x92</p></body></html>"

FILES: dict[str, bytes] = {
    "index.html": PAGE % b"home",
    "404.html": PAGE % b"missing",
    "papers/one/index.html": PAGE % b"one",
    "static/site.css": b"p { color: red } /* </body> */",
    "static/icon.svg": b"<svg/>",
    "static/data.strange": b"\x00\x01",
    "robots.txt": b"User-agent: *",
    "notes": b"no suffix",
}


def site(base: str = BASE, **changed: bytes) -> Built:
    """A made-up site; a keyword replaces a page of the top folder."""
    files = FILES | {f"{name}.html": data for name, data in changed.items()}
    return Built(base, {path: Output(path, data) for path, data in files.items()}, [])


def broken() -> Built:
    """A list with one problem, which names a tag of HTML."""
    place = Location("papers/2024/x.yaml", 3, 5, 9)
    return Built("/", {}, [Diagnostic(place, "unknown-field", "no <b>field</b>", "write `x`")])


class Lists:
    """A build whose next result a test decides."""

    def __init__(self, first: Built) -> None:
        """Begin with one result, which is given until another is set."""
        self.next = first

    def __call__(self) -> Built:
        """Build."""
        return self.next


@contextmanager
def serving(build: Callable[[], Built]) -> Iterator[Preview]:
    """A started preview on a free port, closed at the end."""
    preview = Preview(build, 0)
    preview.start()
    try:
        yield preview
    finally:
        preview.close()


def port_of(preview: Preview) -> int:
    """The port that a preview took."""
    return int(preview.url.split(":")[2].split("/")[0])


class Answer:
    """What the server said to one request."""

    def __init__(self, response: HTTPResponse) -> None:
        """Read everything."""
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()


def ask(
    preview: Preview, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
) -> Answer:
    """Send one request on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port_of(preview), timeout=PATIENCE)
    try:
        connection.request(method, path, headers=dict(headers or {}))
        return Answer(connection.getresponse())
    finally:
        connection.close()


@contextmanager
def listening(preview: Preview) -> Iterator[HTTPResponse]:
    """An open stream of changes, as a page in the browser holds it."""
    connection = HTTPConnection("127.0.0.1", port_of(preview), timeout=PATIENCE)
    connection.request("GET", CHANGES)
    response = connection.getresponse()
    try:
        yield response
    finally:
        response.close()
        connection.close()


def sockets() -> int:
    """How many sockets this process has open."""
    return sum(
        each.is_symlink() and str(each.readlink()).startswith("socket:")
        for each in Path("/proc/self/fd").iterdir()
    )


@contextmanager
def nothing_left() -> Iterator[None]:
    """Compare threads and sockets before and after."""
    threads, before = set(threading.enumerate()), sockets()
    yield
    assert set(threading.enumerate()) <= threads
    assert sockets() <= before


on_linux = pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="sockets are counted where /proc tells of them"
)
