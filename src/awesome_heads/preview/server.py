"""Requests of a browser on this machine, answered out of what is built and nothing else."""

import socket
import sys
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Lock
from typing import Protocol
from urllib.parse import parse_qs, quote, unquote, urlsplit

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.preview.built import Built, Shown, fault_of
from awesome_heads.reporters.html import format_html
from awesome_heads.views.site import MISSING

LOOPBACK = "127.0.0.1"
CHANGES = "/.changes"
LAST = "/.last/"
RELOAD = "/.reload.js"
_RELOAD_SCRIPT = b"""\
new EventSource(document.currentScript.dataset.changes)
  .addEventListener("change", () => location.reload());
"""
# What this machine calls itself. A page elsewhere whose name was made to lead here has another
# name; the port is left open, since a tunnel may have changed it.
_NAMES = {LOOPBACK, "localhost", "::1"}
_PATIENCE = 30.0


class Source(Protocol):
    """What a server shows."""

    shown: Shown
    looking: Lock

    def wait_for_change(self, seen: int) -> int | None:
        """The version after `seen`, `seen` itself if none came for a while, or None at the end."""


class Server(ThreadingHTTPServer):
    """A server on loopback alone, whose every thread and socket ends with it."""

    # Not daemons: closing waits for them.
    daemon_threads = False
    # Browsers that open many pages at once are not turned away.
    request_queue_size = 512

    def __init__(self, port: int, preview: Source) -> None:
        """Take the port; 0 takes any that is free.

        Raises:
            OSError: The port cannot be had.
        """
        self.preview = preview
        self._open: set[socket.socket] = set()
        self._lock = Lock()
        super().__init__((LOOPBACK, port), Handler)

    def process_request(self, request: object, client_address: object) -> None:
        """Answer in a thread, and remember the connection until it ends."""
        if isinstance(request, socket.socket):
            with self._lock:
                self._open.add(request)
        super().process_request(request, client_address)  # type: ignore[arg-type]

    def shutdown_request(self, request: object) -> None:
        """End a connection."""
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)  # type: ignore[arg-type]

    def hang_up(self) -> None:
        """End every connection, whatever its thread waits for."""
        with self._lock:
            for each in self._open:
                try:
                    each.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was first
                    continue

    def handle_error(self, *_: object) -> None:
        """Keep the terminal quiet about browsers that hang up; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            traceback.print_exc()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    shown: Shown
    # A connection on which nothing moves is given up; an open page is written to more often.
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """Answer with a file of the site, a redirect into it, or the stream of changes."""
        path = unquote(urlsplit(self.path).path)
        self.shown = self.server.preview.shown
        built, last, _ = self.shown
        if not self._is_from_here():
            self._refuse()
        elif path == CHANGES and self.command == "GET":
            self._stream()
        elif path == RELOAD:
            self._send(HTTPStatus.OK, "text/javascript", _RELOAD_SCRIPT)
        elif path.startswith(LAST) and last is not None:
            self._page(last, LAST, path)
        elif built.diagnostics:
            self._tell(built.diagnostics)
        else:
            self._page(built, built.base, path)

    do_HEAD = do_GET  # noqa: N815 -- the name that http.server calls

    def _is_from_here(self) -> bool:
        """Whether the browser means this machine, and a page of this machine asked for it."""
        named = [f"//{host}" for host in self.headers.get_all("Host", [])]
        asking = self.headers.get_all("Origin", [])
        return len(named) == 1 and all(_name(each) in _NAMES for each in (*named, *asking))

    def _refuse(self) -> None:
        body = f"This preview answers to http://{LOOPBACK}:{self.server.server_port}/ alone.\n"
        self._send(HTTPStatus.MISDIRECTED_REQUEST, "text/plain", body.encode())

    def _page(self, built: Built, base: str, path: str) -> None:
        if not path.startswith(unquote(base)):
            self._redirect(base)
            return
        try:
            self._file(built, base, path.removeprefix(unquote(base)))
        except AwesomeHeadsError as error:
            self._tell([fault_of(error)])

    def _file(self, built: Built, base: str, path: str) -> None:
        with self.server.preview.looking:
            found = _place(built, path)
        if found == f"{path}/index.html":
            self._redirect(f"{base}{quote(path)}/")
        elif found is not None:
            kind = guess_type(found)[0] or "application/octet-stream"
            self._send(HTTPStatus.OK, kind, built.outputs[found].data)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html", built.outputs[MISSING].data)

    def _tell(self, diagnostics: list[Diagnostic]) -> None:
        last = LAST if self.shown.last else ""
        page = format_html(diagnostics, last).encode()
        self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", page)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        text = kind.startswith("text/")
        body = self._with_reload(data) if kind == "text/html" else data
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # No page elsewhere may show or run what is not published yet.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _with_reload(self, page: bytes) -> bytes:
        """The page, listening for changes since the state that it shows."""
        changes = f"{CHANGES}?seen={self.shown.version}"
        script = f'<script src="{RELOAD}" data-changes="{changes}"></script></body>'
        return page.replace(b"</body>", script.encode(), 1)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        seen = _number(self.path, self.shown.version)
        try:
            while (version := self.server.preview.wait_for_change(seen)) is not None:
                self.wfile.write(
                    b": waiting\n\n" if version == seen else b"event: change\ndata:\n\n"
                )
                self.wfile.flush()
                seen = version
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Keep the terminal to what changed."""


def _place(built: Built, path: str) -> str | None:
    """The file that a path means: a folder's page where it ends with a slash, or lacks one."""
    folder = path.endswith("/") or not path
    places = [f"{path}index.html"] if folder else [path, f"{path}/index.html"]
    return next((place for place in places if place in built.outputs), None)


def _name(address: str) -> str | None:
    """The host that an address names, without its port; None where it names none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _number(address: str, otherwise: int) -> int:
    """The version that an open page has seen, as its address tells."""
    try:
        return int(parse_qs(urlsplit(address).query)["seen"][0])
    except (KeyError, ValueError):
        return otherwise
