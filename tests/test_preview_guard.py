"""What the preview's server keeps out, lives through, and leaves behind."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest

from awesome_heads.preview import CHANGES, LAST, Preview
from tests.previews import (
    BASE,
    FILES,
    PAGE,
    PATIENCE,
    Lists,
    ask,
    broken,
    nothing_left,
    on_linux,
    port_of,
    serving,
    site,
)

READERS = 500
EVENT = b"event: change\ndata:\n\n"


def raw(preview: Preview, request: bytes) -> bytes:
    """Send bytes, and give the first line of what comes back."""
    with socket.create_connection(("127.0.0.1", port_of(preview)), timeout=PATIENCE) as connection:
        connection.sendall(request)
        with connection.makefile("rb") as answer:
            line = answer.readline()
            answer.read()
            return line


@pytest.fixture(scope="module")
def answering() -> Iterator[Preview]:
    """A preview for tests that only ask."""
    with serving(site) as preview:
        yield preview


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
@pytest.mark.parametrize("port", ["", ":8000", ":1"])
def test_this_machines_own_names_are_answered(answering: Preview, host: str, port: str) -> None:
    """Every name of this machine will do, with the port of a tunnel too."""
    assert ask(answering, BASE, headers={"Host": f"{host}{port}"}).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "127.0.0.2",
        "0.0.0.0",  # noqa: S104 -- what a page may ask for
        "[::2]",
        "[::1",
        "",
        " ",
    ],
)
@pytest.mark.parametrize("path", [BASE, CHANGES, "/", f"{BASE}nothing", "/.reload.js", LAST])
def test_a_name_that_was_made_to_lead_here_is_refused(
    answering: Preview, host: str, path: str
) -> None:
    """A page elsewhere cannot read the site by pointing a name of its own at this machine."""
    answer = ask(answering, path, headers={"Host": host})
    assert answer.status == 421
    assert b"http://127.0.0.1:" in answer.body
    assert b"home" not in answer.body


@pytest.mark.parametrize(
    "head",
    [b"", b"Host: localhost\r\nHost: evil.example\r\n", b"Host: evil.example, localhost\r\n"],
)
def test_no_host_or_two_are_refused(answering: Preview, head: bytes) -> None:
    """What does not say once whom it means is not answered."""
    said = raw(answering, b"GET %s HTTP/1.1\r\n%s\r\n" % (BASE.encode(), head))
    assert b" 421 " in said


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8000", 200),
        ("http://127.0.0.1:1", 200),
        ("https://evil.example", 421),
        ("http://localhost.evil.example", 421),
        ("null", 421),
    ],
)
def test_pages_elsewhere_get_nothing(answering: Preview, origin: str, status: int) -> None:
    """A request that a page made is answered only where that page is of this machine."""
    assert ask(answering, BASE, headers={"Origin": origin}).status == status


def test_other_sites_may_not_embed_what_is_served() -> None:
    """Files are kept to pages of this machine, and are what their type says."""
    with serving(site) as preview:
        headers = ask(preview, f"{BASE}static/icon.svg").headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize(
    "path",
    [
        b"/base/../../../../etc/passwd",
        b"/base/..%2f..%2fetc%2fpasswd",
        b"/base/%2e%2e/%2e%2e/etc/passwd",
        b"/base/..\\..\\etc\\passwd",
        b"/base//etc/passwd",
        b"/base/static/../../../list.yaml",
        b"/base/%00list.yaml",
        b"/base/list.yaml",
        b"/base/.git/config",
        b"/base/%c0%ae%c0%ae/list.yaml",
        b"/.last/../list.yaml",
        b"/.last/%2e%2e/list.yaml",
        b"http://evil.example/base/list.yaml",
        b"file:///etc/passwd",
        b"*",
    ],
)
def test_nothing_outside_the_site_is_served(path: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the path says, the server opens no file: an answer is of the site, or is none."""
    opened: list[object] = []
    monkeypatch.setattr("builtins.open", opened.append)
    monkeypatch.setattr(Path, "open", opened.append)
    monkeypatch.setattr(os, "open", opened.append)
    with serving(site) as preview:
        said = raw(preview, b"GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n" % path)
    monkeypatch.undo()
    assert said.split(b" ")[1] in {b"404", b"302"}
    assert opened == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_only_reading_is_possible(method: str) -> None:
    """No other method than GET and HEAD does anything."""
    with serving(site) as preview:
        assert ask(preview, BASE, method).status == 501


@pytest.mark.parametrize("seen", ["-1", "x", "9" * 5000, "%C2%B2", "%00", ""])
def test_a_stream_asked_for_strangely_is_a_stream(
    seen: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """What an address says that no page would say ends nothing."""
    with serving(site) as preview:
        connection = HTTPConnection("127.0.0.1", port_of(preview), timeout=PATIENCE)
        try:
            connection.putrequest("GET", f"{CHANGES}?seen={seen}")
            connection.endheaders()
            assert connection.getresponse().status == 200
        finally:
            connection.close()
    assert capfd.readouterr().err == ""


def test_the_stream_has_no_head() -> None:
    """Who asks for the stream's head alone is answered, and not kept waiting for its end."""
    with serving(site) as preview:
        assert ask(preview, CHANGES, "HEAD").status == 302


def test_the_last_good_site_is_kept_while_the_list_is_broken() -> None:
    """The page of faults leads to the site as it was, whole, until the next good one."""
    build = Lists(site())
    with serving(build) as preview:
        for _ in range(2):
            build.next = broken()
            preview.rebuild()
        answer = ask(preview, BASE)
        assert answer.status == 500
        assert f'<a href="{LAST}">'.encode() in answer.body
        assert b"home" in ask(preview, LAST).body
        assert b"one" in ask(preview, f"{LAST}papers/one/").body
        assert ask(preview, f"{LAST}papers/one").headers["Location"] == f"{LAST}papers/one/"
        assert ask(preview, f"{LAST}static/icon.svg").body == FILES["static/icon.svg"]
        assert ask(preview, f"{LAST}nothing").status == 404
        build.next = site(index=PAGE % b"mended")
        preview.rebuild()
        assert b"mended" in ask(preview, BASE).body
        assert b"mended" in ask(preview, LAST).body


def test_without_a_good_site_nothing_is_promised() -> None:
    """A list that was broken from the start has no site to look back at."""
    with serving(broken) as preview:
        assert LAST.encode() not in ask(preview, "/").body
        assert ask(preview, LAST).status == 500


def test_a_page_names_the_state_that_it_shows() -> None:
    """A page rendered while the site is rebuilt is of the old state, says so, and is reloaded."""
    rebuilt = threading.Event()
    first = site()

    class Slow(dict[str, object]):
        """Outputs of which one takes until the site was rebuilt."""

        def __getitem__(self, path: str) -> object:
            rebuilt.wait(PATIENCE)
            return super().__getitem__(path)

    build = Lists(first._replace(outputs=Slow(first.outputs)))  # type: ignore[arg-type]
    with serving(build) as preview:
        bodies: list[bytes] = []
        asking = threading.Thread(target=lambda: bodies.append(ask(preview, BASE).body))
        asking.start()
        while not preview._server._open:  # noqa: SLF001 -- until the request has come
            rebuilt.wait(0.01)
        rebuilt.wait(0.2)
        build.next = site()
        preview.rebuild()
        rebuilt.set()
        asking.join(PATIENCE)
    assert b"?seen=0" in bodies[0]


def opened(preview: Preview) -> socket.socket:
    """A stream of changes whose head was read."""
    reader = socket.create_connection(("127.0.0.1", port_of(preview)), timeout=PATIENCE)
    reader.sendall(b"GET %s?seen=0 HTTP/1.1\r\nHost: localhost\r\n\r\n" % CHANGES.encode())
    return reader


def heard(reader: socket.socket, wanted: bytes) -> bytes:
    """What a stream brings, until it ends as is wanted."""
    text = b""
    while not text.endswith(wanted):
        part = reader.recv(4096)
        if not part:
            break
        text += part
    return text


@on_linux
def test_five_hundred_open_pages_hear_of_a_change() -> None:
    """Each of 500 readers is told, pages are served beside them, and none is left at the end."""
    with nothing_left(), ExitStack() as stack:
        preview = stack.enter_context(serving(site))
        readers = [stack.enter_context(opened(preview)) for _ in range(READERS)]
        for each in readers:
            heard(each, b"\r\n\r\n")
        assert ask(preview, BASE).status == 200
        preview.rebuild()
        assert {heard(each, EVENT) for each in readers} == {EVENT}
        preview.close()
        assert {each.recv(1) for each in readers} == {b""}


@on_linux
@pytest.mark.parametrize(
    "sent",
    [b"", b"GET /ba", b"GET /base/ HTTP/1.1\r\nHost: loc", b"GET /.changes HTTP/1.1\r\n\r\n"],
    ids=["silent", "half a line", "half a head", "refused"],
)
def test_closing_does_not_wait_for_a_reader_that_says_nothing(sent: bytes) -> None:
    """Connections that are open and idle end with the server; no thread waits on for them."""
    with nothing_left():
        preview = Preview(site, 0)
        preview.start()
        with socket.create_connection(("127.0.0.1", port_of(preview))) as reader:
            reader.sendall(sent)
            assert ask(preview, BASE).status == 200
            closing = threading.Thread(target=preview.close)
            closing.start()
            closing.join(PATIENCE)
            assert not closing.is_alive()


@on_linux
def test_twenty_previews_leave_nothing() -> None:
    """Starting and ending again and again costs no thread and no socket."""
    with nothing_left():
        for _ in range(20):
            with serving(site) as preview:
                assert ask(preview, BASE).status == 200
