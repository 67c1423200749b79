"""`serve` as a user calls it: served, rebuilt, ended."""

import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from awesome_heads.commands.serve import serve
from tests.lists import BASE, command, environment, record_path, tree, write, write_list
from tests.previews import nothing_left, on_linux

PATIENCE = 15.0


def get(port: int, path: str) -> tuple[int, str]:
    """Status and text of a page of a server on this machine."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def wait_for(port: int, path: str, status: int, text: str = "") -> None:
    """Ask again until the answer is the expected one."""
    end = time.monotonic() + PATIENCE
    answer: object = None
    while time.monotonic() < end:
        try:
            answer = get(port, path)
        except OSError as error:
            answer = error
        if isinstance(answer, tuple) and answer[0] == status and text in answer[1]:
            return
        time.sleep(0.05)
    pytest.fail(f"{path} never answered {status} with {text!r}; the last answer: {answer!r:.300}")


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(root: Path) -> Iterator[int]:
    """Run the command in a thread and give its port; it must end well when it is told to stop."""
    port, stop, codes = free_port(), Event(), list[int]()
    thread = Thread(target=lambda: codes.append(serve(root, port, stop)))
    thread.start()
    try:
        wait_for(port, "/", 302 if (root / record_path(2)).stat().st_size else 500)
        yield port
    finally:
        stop.set()
        thread.join(timeout=PATIENCE)
    assert codes == [0]


def change(file: Path, text: str, place: tuple[int, str], status: int, expected: str) -> None:
    """Write a file, and wait until the server has noticed."""
    file.write_text(text, encoding="utf-8")
    wait_for(*place, status, expected)


def test_a_saved_record_is_served_without_being_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A save is seen in the next answer; nothing is written to disk."""
    root = write_list(tmp_path)
    file = root / record_path(2)
    text = file.read_text()
    page = f"{BASE}papers/reading-2/"
    before = tree(root).keys()
    with serving(root) as port:
        assert "A Study" in get(port, page)[1]
        change(file, text.replace("A Study", "A Novel"), (port, page), 200, "A Novel")
    assert tree(root).keys() == before
    said, noted = capsys.readouterr()
    assert said == f"Serving http://127.0.0.1:{port}{BASE} (Ctrl+C ends it)\n"
    assert re.match(r"Built the pages of \d+ papers\.\n", noted)


def test_a_fault_is_shown_until_it_is_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken record answers 500 with its diagnostics, in the terminal too, and then goes."""
    root = write_list(tmp_path)
    file = root / record_path(2)
    text = file.read_text()
    with serving(root) as port:
        change(file, text.replace("tags:", "tgas:"), (port, BASE), 500, "did you mean")
        change(file, text, (port, BASE), 200, "Awesome Readers")
    noted = capsys.readouterr().err
    assert "papers/2024/reading-2.yaml:5:1: error[unknown-field]" in noted
    assert "the browser shows them until they are mended" in noted


def test_a_list_that_is_broken_from_the_start_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Started with a fault, the server shows it and takes the list up once it is mended."""
    root = write_list(tmp_path)
    file = root / record_path(2)
    text = file.read_text()
    file.write_text("")
    with serving(root) as port:
        change(file, text, (port, BASE), 200, "Awesome Readers")
    assert "error[empty-file]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "text"), [("templates/site/404.html", "{{ "), ("templates/site/404.html", "{{ 1/0 }}")]
)
def test_a_template_saved_half_way_does_not_end_the_server(
    tmp_path: Path, path: str, text: str
) -> None:
    """A template with a fault is a fault to show, not the end of the command."""
    root = write_list(tmp_path)
    good = "<p>Not here</p></body>"
    write(root, path, good)
    with serving(root) as port:
        change(root / path, text, (port, BASE), 500, "404.html")
        change(root / path, good, (port, BASE), 200, "Awesome Readers")


def test_settings_that_are_gone_for_a_moment_do_not_end_the_server(tmp_path: Path) -> None:
    """An editor that saves by removing and writing anew interrupts nothing."""
    root = write_list(tmp_path)
    file = root / "list.yaml"
    text = file.read_text()
    with serving(root) as port:
        change(root / "CITATION.bib", "@misc{b}", (port, BASE), 200, "")
        time.sleep(0.5)
        file.unlink()
        time.sleep(1)
        change(file, text.replace("Awesome", "Splendid"), (port, BASE), 200, "Splendid")


def test_a_taken_port_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the port and the option that takes another."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert run(["serve", "--root", str(write_list(tmp_path)), "--port", str(port)]) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert f"port {port} cannot be used" in noted
    assert "--port" in noted


def test_a_change_before_the_first_build_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are watched before they are read: no save falls between the two."""
    root = write_list(tmp_path)
    watch = disk.watch

    def begun(root: Path, stop: Event) -> Iterator[None]:
        changes = watch(root, stop)
        next(changes)
        write(
            root,
            "list.yaml",
            (root / "list.yaml").read_text().replace("A *reader* reads", "Nobody reads"),
        )
        yield
        yield from changes

    monkeypatch.setattr(disk, "watch", begun)
    with serving(root) as port:
        assert "Nobody reads" in get(port, BASE)[1]


def test_an_interrupt_inside_the_watch_ends_in_130(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C closes the server and ends in one word on standard error."""

    def interrupted(root: Path, stop: Event) -> Iterator[None]:
        assert root == tmp_path
        assert not stop.is_set()
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "watch", interrupted)
    assert run(["serve", "--root", str(write_list(tmp_path)), "--port", "0"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Interrupted."


def started(root: Path, port: int) -> "subprocess.Popen[str]":
    """The program, serving in a process of its own."""
    return subprocess.Popen(
        command("serve", "--port", str(port)),
        cwd=root,
        env=environment(PYTHONUNBUFFERED=""),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals as POSIX has them")
def test_the_program_ends_at_an_interrupt_with_130(tmp_path: Path) -> None:
    """A SIGINT ends a running server at once, with one line and no traceback."""
    port = free_port()
    with started(write_list(tmp_path), port) as process:
        try:
            wait_for(port, BASE, 200)
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            said, noted = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 130
    assert said == f"Serving http://127.0.0.1:{port}{BASE} (Ctrl+C ends it)\n"
    assert re.fullmatch(r"Built the pages of \d+ papers\.\n+Interrupted\.\n", noted)


def test_the_address_is_told_while_the_server_runs(tmp_path: Path) -> None:
    """A program that reads the output gets the address at once, not when all is over."""
    port = free_port()
    heard: list[str] = []
    with started(write_list(tmp_path), port) as process:
        stream = process.stdout
        assert stream is not None
        reader = Thread(target=lambda: heard.append(stream.readline()))
        reader.start()
        try:
            wait_for(port, BASE, 200)
            reader.join(timeout=2)
            so_far = list(heard)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
            reader.join(timeout=PATIENCE)
    assert so_far == [f"Serving http://127.0.0.1:{port}{BASE} (Ctrl+C ends it)\n"]


@on_linux
def test_a_storm_of_saves_is_weathered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of 300 saves, some of them broken, the last is what is shown, and nothing is left behind."""
    root = write_list(tmp_path)
    file = root / record_path(2)
    text = file.read_text()
    page = f"{BASE}papers/reading-2/"
    with nothing_left(), serving(root) as port:
        for turn in range(300):
            wrong = "tgas:" if turn % 7 == 0 else "tags:"
            file.write_text(text.replace("A Study", f"Turn {turn}").replace("tags:", wrong))
            if turn % 50 == 0:
                assert get(port, page)[0] in {200, 500}
            time.sleep(0.005)
        change(file, text.replace("A Study", "The End"), (port, page), 200, "The End")
    assert "Traceback" not in capsys.readouterr().err
