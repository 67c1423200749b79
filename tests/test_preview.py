"""The preview's server, asked over loopback as a browser would."""

import socket
import struct
import time
from http.client import HTTPConnection
from threading import Semaphore, Thread

import pytest

from awesome_heads.errors import UsageError
from awesome_heads.preview import Preview
from awesome_heads.preview import preview as module
from tests.previews import (
    BASE,
    FILES,
    PAGE,
    PATIENCE,
    RELOAD,
    Lists,
    ask,
    broken,
    listening,
    port_of,
    serving,
    site,
)


def test_home_is_served_at_the_sites_own_path() -> None:
    """The address that is told ends in the site's path, and answers with the home page."""
    with serving(site) as preview:
        assert preview.url == f"http://127.0.0.1:{port_of(preview)}{BASE}"
        answer = ask(preview, BASE)
    assert answer.status == 200
    assert b"home" in answer.body


def test_a_site_at_the_top_of_its_host_needs_no_path() -> None:
    """Without a path in the site's address the home page is at `/`."""
    with serving(lambda: site("/")) as preview:
        assert b"home" in ask(preview, "/").body
        assert b"one" in ask(preview, "/papers/one/").body


@pytest.mark.parametrize("path", ["/", "/elsewhere", "/base", "/../secret", "/?query=1"])
def test_paths_outside_the_site_lead_into_it(path: str) -> None:
    """Whatever lies beside the site's path redirects to the home page."""
    with serving(site) as preview:
        answer = ask(preview, path)
    assert (answer.status, answer.headers["Location"]) == (302, BASE)
    assert answer.body == b""


def test_a_folder_without_its_slash_redirects() -> None:
    """Relative links work because the folder's address gets its closing slash."""
    with serving(site) as preview:
        answer = ask(preview, f"{BASE}papers/one")
        assert (answer.status, answer.headers["Location"]) == (302, f"{BASE}papers/one/")
        assert b"one" in ask(preview, f"{BASE}papers/one/").body
        assert b"one" in ask(preview, f"{BASE}papers/one/index.html?a=b").body
        assert b"one" in ask(preview, f"{BASE}papers/%6Fne/").body


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "papers/",
        "papers/one/more",
        "notes/",
        "/",
        "../",
        "../../etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "..%2f..%2fetc/passwd",
        "%00",
        "%ff",
    ],
)
def test_unknown_paths_get_the_missing_page(path: str) -> None:
    """What no output is named like answers 404 with the site's own page, and never a file."""
    with serving(site) as preview:
        answer = ask(preview, BASE + path)
    assert answer.status == 404
    assert b"missing" in answer.body
    assert RELOAD in answer.body


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("404.html", "text/html; charset=utf-8"),
        ("static/site.css", "text/css; charset=utf-8"),
        ("static/icon.svg", "image/svg+xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("static/data.strange", "application/octet-stream"),
        ("notes", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type_and_length(path: str, kind: str) -> None:
    """Types follow the suffix, text is UTF-8, lengths are right, and browsers keep nothing."""
    with serving(site) as preview:
        answer = ask(preview, BASE + path)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert int(answer.headers["Content-Length"]) == len(answer.body)
    assert answer.headers["Cache-Control"] == "no-store"


def test_only_pages_get_the_reload_script() -> None:
    """Pages reload themselves; every other file is served byte for byte."""
    with serving(site) as preview:
        page = ask(preview, BASE).body
        assert page.count(RELOAD) == 1
        assert page.index(RELOAD) < page.index(b"</body>")
        for path in ("static/site.css", "static/icon.svg", "robots.txt", "static/data.strange"):
            assert ask(preview, BASE + path).body == FILES[path]


def test_a_rebuild_is_told_to_open_pages_and_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every open stream gets the change, and the next answer is the new one."""
    build = Lists(site())
    waiting = Semaphore(0)
    wait = Preview.wait_for_change

    def announced(self: Preview, seen: int) -> int | None:
        waiting.release()
        return wait(self, seen)

    monkeypatch.setattr(Preview, "wait_for_change", announced)
    with serving(build) as preview:
        with listening(preview) as one, listening(preview) as other:
            assert all(waiting.acquire(timeout=PATIENCE) for _ in range(2))
            assert one.status == 200
            assert one.headers["Content-Type"] == "text/event-stream"
            build.next = site(index=PAGE % b"new home")
            assert preview.rebuild() is preview.shown.built
            for stream in (one, other):
                assert stream.readline() == b"event: change\n"
                assert stream.readline() == b"data:\n"
                assert stream.readline() == b"\n"
        assert b"new home" in ask(preview, BASE).body
        assert preview.shown.version == 1


def test_a_stream_without_changes_stays_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now and then a comment goes out, so that a stream nobody reads any more is noticed."""
    monkeypatch.setattr(module, "_HEARTBEAT", 0.05)
    with serving(site) as preview, listening(preview) as stream:
        assert [stream.readline() for _ in range(4)] == [b": waiting\n", b"\n"] * 2


def test_a_change_that_came_first_is_not_waited_for() -> None:
    """Who has seen an older version hears at once of the newer one."""
    with serving(site) as preview:
        preview.rebuild()
        assert preview.wait_for_change(0) == 1


def test_a_broken_list_shows_its_problems_and_recovers() -> None:
    """Every address answers 500 with the diagnostics, escaped, until the list is mended."""
    build = Lists(site())
    with serving(build) as preview:
        build.next = broken()
        preview.rebuild()
        for path in (BASE, "/", f"{BASE}papers/one/", "/static/site.css"):
            answer = ask(preview, path)
            assert answer.status == 500
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert b"papers/2024/x.yaml:3:5" in answer.body
            assert b"no &lt;b&gt;field&lt;/b&gt;" in answer.body
            assert b"write `x`" in answer.body
            assert RELOAD in answer.body
        build.next = site()
        preview.rebuild()
        assert b"home" in ask(preview, BASE).body


def test_a_list_broken_from_the_start_is_served_at_the_top() -> None:
    """Before there is a site, its path is not known: the address is that of the host."""
    build = Lists(broken())
    with serving(build) as preview:
        assert preview.url.endswith(f":{port_of(preview)}/")
        assert ask(preview, "/").status == 500
        build.next = site()
        preview.rebuild()
        assert preview.url.endswith(BASE)
        assert ask(preview, "/").headers["Location"] == BASE


def test_a_taken_port_is_wrong_usage() -> None:
    """A second preview on one port is refused with the option that takes another."""
    with serving(site) as preview:
        port = port_of(preview)
        with pytest.raises(UsageError, match=f"port {port} cannot be used: ") as caught:
            Preview(site, port)
    assert "--port" in caught.value.hint


def test_closing_lets_open_streams_go() -> None:
    """At the end every open stream ends at once, and the port is free again."""
    preview = Preview(site, 0)
    preview.start()
    port = port_of(preview)
    with listening(preview) as stream:
        began = time.monotonic()
        preview.close()
        assert stream.read() == b""
        assert time.monotonic() - began < 3
    assert preview.wait_for_change(preview.shown.version) is None
    again = Preview(site, port)
    again.start()
    again.close()


def test_the_terminal_stays_quiet(capfd: pytest.CaptureFixture[str]) -> None:
    """Requests, found or not, leave no line in the terminal."""
    with serving(site) as preview:
        ask(preview, BASE)
        ask(preview, f"{BASE}nothing")
    assert capfd.readouterr() == ("", "")


def test_only_this_machine_is_served() -> None:
    """The server listens on the loopback address alone."""
    with serving(site) as preview:
        assert preview._server.server_address[0] == "127.0.0.1"  # noqa: SLF001 -- what it binds


def test_a_stream_whose_reader_left_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was closed costs nothing after the next heartbeat."""
    monkeypatch.setattr(module, "_HEARTBEAT", 0.02)
    left: list[None] = []
    wait = Preview.wait_for_change

    def counted(self: Preview, seen: int) -> int | None:
        left.append(None)
        return wait(self, seen)

    monkeypatch.setattr(Preview, "wait_for_change", counted)
    with serving(site) as preview:
        with listening(preview) as stream:
            stream.readline()
        patience = time.monotonic() + 10
        before = -1
        while before != len(left) and time.monotonic() < patience:
            before = len(left)
            time.sleep(0.2)
        assert len(left) == before


def test_head_answers_as_get_does_without_a_body() -> None:
    """A link checker that asks with HEAD gets the status and the length."""
    with serving(site) as preview:
        answer = ask(preview, BASE, "HEAD")
    assert answer.status == 200
    assert answer.body == b""


def test_a_browser_that_turns_away_leaves_no_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    """A connection that is cut off, as a reload does, is nothing to tell the user."""
    with serving(site) as preview:
        for request in (b"", b"GET /base/ HTTP/1.1\r\n", b"GET /base/ HTTP/1.1\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", port_of(preview))) as connection:
                connection.sendall(request)
                time.sleep(0.05)
                # Closing with a linger of 0 resets the connection.
                reset = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        time.sleep(0.2)
    assert capfd.readouterr().err == ""


def test_a_base_path_may_hold_escapes() -> None:
    """A site's address with an escaped letter is served under it, not redirected for ever."""
    with serving(lambda: site("/caf%C3%A9/")) as preview:
        assert ask(preview, "/caf%C3%A9/").status == 200


def test_a_change_between_a_page_and_its_stream_is_told() -> None:
    """A page that was loaded before a rebuild hears of it even where its stream opens after."""
    with serving(site) as preview:
        page = ask(preview, BASE).body.decode()
        address = page.partition('data-changes="')[2].partition('"')[0]
        preview.rebuild()
        connection = HTTPConnection("127.0.0.1", port_of(preview), timeout=1)
        try:
            connection.request("GET", address)
            assert connection.getresponse().readline() == b"event: change\n"
        finally:
            connection.close()


def test_a_preview_that_never_started_can_be_closed() -> None:
    """Closing right after making ends, as an interrupt between the two needs."""
    preview = Preview(site, 0)
    closing = Thread(target=preview.close, daemon=True)
    closing.start()
    closing.join(timeout=PATIENCE)
    assert not closing.is_alive()
    preview.start()  # too late: does nothing
