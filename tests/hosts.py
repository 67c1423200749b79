"""Made-up hosts on this machine: one server that answers, fails and misbehaves by path."""

import socket
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from socketserver import StreamRequestHandler, ThreadingTCPServer
from ssl import SSLContext
from threading import Event, Lock, Thread
from types import MappingProxyType
from typing import NamedTuple

HERE = "127.0.0.1"
NOBODY = "127.0.0.9"  # on this machine, and no server listens there
HUGE = 3_000_000
PAGE = b"<!doctype html><title>A made-up page</title><p>Here it is."


class Asked(NamedTuple):
    """A request as it reached the server."""

    at: float
    host: str
    method: str
    path: str
    headers: Mapping[str, str]


@dataclass
class Hosts:
    """What the server was asked, and how it answers.

    Attributes:
        port: Where it listens.
        asked: Every request so far.
        done: Set when the server ends, which frees those who stall.
    """

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    done: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)
    _seen: dict[str, int] = field(default_factory=dict)

    def url(self, path: str, host: str = "a.example", scheme: str = "http") -> str:
        """The address of a path on one of the hosts."""
        return f"{scheme}://{host}:{self.port}{path}"

    def note(self, request: Asked) -> int:
        """Keep a request; gives how often its path has been asked for, this time included."""
        with self._lock:
            self.asked.append(request)
            key = f"{request.host}{request.path}"
            self._seen[key] = self._seen.get(key, 0) + 1
            return self._seen[key]

    def paths(self) -> list[str]:
        """Methods and paths that were asked for, in order."""
        return [f"{each.method} {each.path}" for each in self.asked]


def resolve(host: str, _port: int) -> Sequence[str]:
    """Every name is this machine's, but for a few whose names say otherwise."""
    if host.startswith("nowhere"):
        raise socket.gaierror(socket.EAI_NONAME, "made up")
    if host.startswith("closed"):
        return [NOBODY]
    if host.startswith("inside"):
        return ["10.0.0.7", "fd00::7"]
    if host[:1].isdigit() or ":" in host:
        return [host]
    return [HERE]


def is_here(number: str) -> bool:
    """Let this machine stand for the internet: it alone may be asked."""
    return number in {HERE, NOBODY}


Act = Callable[["_Handler", Asked, int], None]


class _Handler(StreamRequestHandler):
    hosts: Hosts
    wbufsize = -1

    def handle(self) -> None:
        with suppress(OSError, ValueError, IndexError):
            self._answer()

    def _answer(self) -> None:
        method, path, _ = self.rfile.readline().decode().split()
        headers = {}
        while line := self.rfile.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        host = headers.get("host", "").rpartition(":")[0]
        request = Asked(time.monotonic(), host, method, path, headers)
        times = self.hosts.note(request)
        ACTS[path.partition("?")[0].split("/")[1]](self, request, times)
        self.wfile.flush()

    def say(self, status: int, body: bytes = PAGE, **headers: str) -> None:
        """Write a whole answer; names of headers have `_` for `-`."""
        told = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body))}
        lines = [f"{name.replace('_', '-')}: {each}" for name, each in (told | headers).items()]
        self.wfile.write(f"HTTP/1.1 {status} Made-Up\r\n".encode())
        self.wfile.write("\r\n".join([*lines, "", ""]).encode())
        self.wfile.write(body)

    def say_to(self, request: Asked, status: int, body: bytes = PAGE, **headers: str) -> None:
        """Write an answer; one to `HEAD` has no body."""
        length = headers.pop("Content_Length", str(len(body)))
        body = b"" if request.method == "HEAD" else body
        self.say(status, body, **{"Content_Length": length, **headers})


def _status(status: int, body: bytes = PAGE, **headers: str) -> Act:
    return lambda server, request, _: server.say_to(request, status, body, **headers)


def _leads(status: int, target: str) -> Act:
    def act(server: _Handler, request: Asked, _: int) -> None:
        place = target.format(n=request.path.rpartition("/")[2], port=server.hosts.port)
        server.say_to(request, status, b"", Location=place)

    return act


def _by_method(head: int, get: int) -> Act:
    def act(server: _Handler, request: Asked, _: int) -> None:
        server.say_to(request, head if request.method == "HEAD" else get)

    return act


def _first(status: int, **headers: str) -> Act:
    def act(server: _Handler, request: Asked, times: int) -> None:
        if times == 1:
            server.say_to(request, status, PAGE, **headers)
        else:
            server.say_to(request, 200)

    return act


def _endless(server: _Handler, request: Asked, _: int) -> None:
    number = int(request.path.rpartition("/")[2])
    server.say_to(request, 302, b"", Location=f"/endless/{number + 1}")


def _cookie(server: _Handler, request: Asked, _: int) -> None:
    if "seen=yes" in request.headers.get("cookie", ""):
        server.say_to(request, 200)
    else:
        server.say_to(request, 302, b"", Location=request.path, Set_Cookie="seen=yes; Path=/")


def _whole_only(server: _Handler, request: Asked, _: int) -> None:
    server.say_to(request, 416 if "range" in request.headers else 200)


def _stall(server: _Handler, _: Asked, __: int) -> None:
    server.hosts.done.wait(20)


def _hang_up(server: _Handler, _: Asked, __: int) -> None:
    server.connection.shutdown(socket.SHUT_RDWR)


def _garbage(server: _Handler, _: Asked, __: int) -> None:
    server.wfile.write(b"\x00\x01\x02 nothing that anyone calls HTTP\r\n\r\n" * 3)


def _long_header(server: _Handler, request: Asked, _: int) -> None:
    server.say_to(request, 200, X_Long="x" * 100_000)


def _drip(server: _Handler, _: Asked, __: int) -> None:
    server.connection.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not server.hosts.done.wait(0.05):
        server.connection.sendall(b"x")


def _huge(server: _Handler, request: Asked, _: int) -> None:
    server.say_to(request, 200, b"<p>" + b"x" * HUGE)


def _huge_redirect(server: _Handler, request: Asked, _: int) -> None:
    server.say_to(request, 302, b"x" * HUGE, Location="/well/1")


def _bomb(server: _Handler, request: Asked, _: int) -> None:
    server.say_to(request, 200, _packed(), Content_Encoding="gzip")


def prepare() -> None:
    """Make beforehand what takes longer than clients of a test will wait."""
    _packed()


@cache
def _packed() -> bytes:
    """Few bytes that are many once unpacked."""
    packer = zlib.compressobj(wbits=31)
    return packer.compress(b"<p>" + b" " * (30 * HUGE)) + packer.flush()


_MISSING = b"<title>Page not found</title>"
_CHALLENGE = b"<title>Just a moment...</title>"

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "well": _status(200),
        "file": _status(200, b"%PDF-", Content_Type="application/pdf"),
        "no-head": _by_method(405, 200),
        "lies-to-head": _by_method(404, 200),
        "missing": _status(404),
        "gone": _status(410),
        "teapot": _status(418),
        "moved": _leads(301, "/well/{n}"),
        "moved-far": _leads(308, "http://b.example:{port}/moved/{n}"),
        "moved-then": _leads(301, "/elsewhere-today/{n}"),
        "moved-away": _leads(301, "/missing/{n}"),
        "moved-signs": _leads(301, "/well/{n}?q=é"),
        "elsewhere-today": _leads(302, "/well/{n}"),
        "circle": _leads(302, "/circle/{n}"),
        "endless": _endless,
        "cookie": _cookie,
        "nowhere-told": _status(302),
        "not-web": _leads(301, "ftp://files.example/{n}"),
        "bad-place": _leads(302, "http://[half/{n}"),
        "bad-port": _leads(302, "http://b.example:99999/{n}"),
        "inside": _leads(302, "http://inside.example/{n}"),
        "metadata": _leads(302, "http://169.254.169.254/latest/{n}"),
        "mapped": _leads(302, "http://[::ffff:10.0.0.7]/{n}"),
        "forbidden": _status(403),
        "sign-in": _leads(302, "/login?next={n}"),
        "login": _status(200),
        "unauthorised": _status(401),
        "challenge": _status(503, _CHALLENGE, cf_mitigated="challenge"),
        "challenge-page": _status(200, _CHALLENGE),
        "busy-once": _first(429, Retry_After="0"),
        "busy": _status(429),
        "shut": _status(429, Retry_After="3600"),
        "broken": _status(500),
        "broken-once": _first(503),
        "soft": _status(200, _MISSING),
        "front": _leads(302, "/"),
        "": _status(200),
        "whole-only": _whole_only,
        "stall": _stall,
        "hang-up": _hang_up,
        "garbage": _garbage,
        "long-header": _long_header,
        "drip": _drip,
        "huge": _huge,
        "huge-redirect": _huge_redirect,
        "bomb": _bomb,
    }
)


class _Server(ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 256
    context: SSLContext | None = None

    def finish_request(self, request: object, client_address: object) -> None:
        if self.context is not None:
            with suppress(OSError):
                request = self.context.wrap_socket(request, server_side=True)  # type: ignore[arg-type]
                super().finish_request(request, client_address)
                request.close()
            return
        super().finish_request(request, client_address)  # type: ignore[arg-type]

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that hung up."""


@contextmanager
def running_hosts(context: SSLContext | None = None) -> Iterator[Hosts]:
    """Run the server in a thread for as long as a test needs it; by TLS where told with what."""
    hosts = Hosts()
    server = _Server((HERE, 0), type("Handler", (_Handler,), {"hosts": hosts}))
    server.context = context
    hosts.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield hosts
    finally:
        hosts.done.set()
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)
