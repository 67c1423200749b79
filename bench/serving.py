"""Files served from memory on loopback, compressed, to a page that knows how much was sent."""

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page

TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}


class Server:
    """Files from memory on loopback, compressed, each answer's bytes counted."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take a free port."""
        self.sent = 0
        served = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.split("?")[0].lstrip("/")
                data = files.get(path)
                packed = gzip.compress(data or b"", 6)
                self.send_response(404 if data is None else 200)
                self.send_header("Content-Type", TYPES.get(Path(path).suffix, "application/wasm"))
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Content-Length", str(len(packed)))
                self.end_headers()
                self.wfile.write(packed)
                served.sent += len(packed)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Give the port back."""
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def opened(
    browser: Browser, files: Mapping[str, bytes], path: str
) -> Iterator[tuple[Page, Server]]:
    """A page of some files, loaded, with nothing counted yet."""
    server = Server(files)
    page = browser.new_page()
    page.set_default_timeout(120_000)
    page.goto(server.url + path, wait_until="networkidle")
    server.sent = 0
    yield page, server
    page.close()
    server.close()
