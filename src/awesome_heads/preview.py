"""The site served on loopback from memory, reloaded in the browser when it changes."""

import sys
import traceback
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from threading import Condition, Thread
from typing import NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlsplit

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.records.files import SETTINGS
from awesome_heads.render import Output
from awesome_heads.reporters.html import format_html

CHANGES = "/.changes"
_HEARTBEAT = 15.0
_POLL = 0.1
RELOAD = "/.reload.js"
_RELOAD_SCRIPT = b"""\
new EventSource(document.currentScript.dataset.changes)
  .addEventListener("change", () => location.reload());
"""


class Built(NamedTuple):
    """What there is to serve: the site's files, or what keeps them from being made.

    Attributes:
        base: Path of the site's address, such as `/Awesome-Attention-Heads/`.
        outputs: The site's files by path; a page may be rendered when it is looked up.
    """

    base: str
    outputs: Mapping[str, Output]
    diagnostics: list[Diagnostic]


def fault_of(error: AwesomeHeadsError) -> Diagnostic:
    """What keeps a page from being rendered, as the browser shows it."""
    return Diagnostic(Location(error.path or SETTINGS), "cannot-build", error.message, error.hint)


class Preview:
    """A server on 127.0.0.1 that builds when told to and tells open pages when it did."""

    def __init__(self, build: Callable[[], Built], port: int) -> None:
        """Build once and take the port; 0 takes any that is free.

        Raises:
            UsageError: The port is taken.
        """
        self._build = build
        self._changed = Condition()
        self._version = 0
        self._closing = False
        self._started = False
        self.built = build()
        try:
            self._server = _Server(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise UsageError(
                f"port {port} cannot be used: {error.strerror}", "name another one with --port"
            ) from error
        self._server.preview = self

    @property
    def url(self) -> str:
        """Where the home page is served."""
        return f"http://127.0.0.1:{self._server.server_port}{self.built.base}"

    def start(self) -> None:
        """Serve in threads of their own."""
        self._started = True
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        try:
            self._server.serve_forever(_POLL)
        except ValueError:
            if not self._closing:  # else the socket was closed before the thread came to it
                raise

    def close(self) -> None:
        """Stop serving and let open pages go."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._started:
            self._server.shutdown()
        self._server.server_close()

    def rebuild(self) -> Built:
        """Build again, and have every open page reload."""
        built = self._build()
        with self._changed:
            self.built = built
            self._version += 1
            self._changed.notify_all()
        return built

    def wait_for_change(self, seen: int) -> int | None:
        """The version after `seen`, `seen` itself if none came for a while, or None at the end."""
        with self._changed:
            if self._version == seen and not self._closing:
                self._changed.wait(_HEARTBEAT)
            return None if self._closing else self._version

    @property
    def version(self) -> int:
        """How often the site was rebuilt."""
        return self._version


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    preview: Preview

    def handle_error(self, *_: object) -> None:
        """Keep the terminal quiet about browsers that hang up; tell of anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            traceback.print_exc()


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        """Answer with a file of the site, a redirect into it, or the stream of changes."""
        path = unquote(urlsplit(self.path).path)
        built = self.server.preview.built
        base = unquote(built.base)
        if path == CHANGES:
            self._stream()
        elif path == RELOAD:
            self._send(HTTPStatus.OK, "text/javascript", _RELOAD_SCRIPT)
        elif built.diagnostics:
            self._tell(built.diagnostics)
        elif not path.startswith(base):
            self._redirect(built.base)
        else:
            try:
                self._file(built, path.removeprefix(base))
            except AwesomeHeadsError as error:
                self._tell([fault_of(error)])

    do_HEAD = do_GET  # noqa: N815 -- the name that http.server calls

    def _file(self, built: Built, path: str) -> None:
        if path in built.outputs:
            kind = guess_type(path)[0] or "application/octet-stream"
            self._send(HTTPStatus.OK, kind, built.outputs[path].data)
        elif f"{path}index.html" in built.outputs and (not path or path.endswith("/")):
            self._send(HTTPStatus.OK, "text/html", built.outputs[f"{path}index.html"].data)
        elif f"{path}/index.html" in built.outputs:
            self._redirect(f"{built.base}{quote(path)}/")
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/html", built.outputs["404.html"].data)

    def _tell(self, diagnostics: list[Diagnostic]) -> None:
        page = format_html(diagnostics).encode()
        self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/html", page)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        text = kind.startswith("text/")
        body = self._with_reload(data) if kind == "text/html" else data
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _with_reload(self, page: bytes) -> bytes:
        """The page, listening for changes since the state that it shows."""
        changes = f"{CHANGES}?seen={self.server.preview.version}"
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
        preview = self.server.preview
        asked = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        seen = int(asked) if asked.isdecimal() else preview.version
        try:
            while (version := preview.wait_for_change(seen)) is not None:
                self.wfile.write(
                    b": waiting\n\n" if version == seen else b"event: change\ndata:\n\n"
                )
                self.wfile.flush()
                seen = version
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Keep the terminal to what changed."""
