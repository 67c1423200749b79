"""A minute with `serve`: 2,000 saves, 500 open pages, and what is left of it afterwards.

    .venv/bin/python bench/saves.py [SECONDS SAVES READERS]

Saves are spread over the time and go to all records in turn; each tenth breaks its record, and the
next one mends it. Twenty of the readers fetch their page again after each change, as browsers do.
"""

import random
import selectors
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

PROGRAM = Path(sys.executable).with_name("awesome-heads")
ROOT = Path(__file__).parents[1]
RELOADING = 20
EVENT = b"event: change"
PATIENCE = 30.0
BREAKING = 10


class State(NamedTuple):
    """Threads, sockets and memory of the server's process."""

    threads: int
    sockets: int
    megabytes: float


def state_of(process: int) -> State:
    """Look at a process, as Linux shows it."""
    told = dict(
        line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines()
    )
    sockets = sum(
        str(each.readlink()).startswith("socket:") for each in Path(f"/proc/{process}/fd").iterdir()
    )
    return State(int(told["Threads"]), sockets, int(told["VmRSS"].split()[0]) / 1024)


class Readers:
    """Open pages: each holds a stream and counts the changes that it hears of."""

    def __init__(self, url: str, number: int) -> None:
        """Open them all."""
        parts = urlsplit(url)
        self._host, self._port, self._page = parts.hostname or "", parts.port or 80, parts.path
        self._selector = selectors.DefaultSelector()
        self.heard = [0] * number
        self.answers: dict[int, int] = {}
        self.slowest = 0.0
        self._sockets = [self._open(place) for place in range(number)]

    def _open(self, place: int) -> socket.socket:
        reader = socket.create_connection((self._host, self._port), timeout=PATIENCE)
        reader.sendall(b"GET /.changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self._selector.register(reader, selectors.EVENT_READ, place)
        return reader

    def listen(self, seconds: float) -> None:
        """Hear what comes in this time; some fetch their page again."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            for key, _ in self._selector.select(left):
                told = key.fileobj.recv(65536).count(EVENT)  # type: ignore[union-attr]
                self.heard[key.data] += told
                if told and key.data < RELOADING:
                    self.fetch()

    def fetch(self) -> bytes:
        """The home page; how it was answered is counted."""
        started = time.perf_counter()
        connection = HTTPConnection(self._host, self._port, timeout=PATIENCE)
        connection.request("GET", self._page)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        self.answers[answer.status] = self.answers.get(answer.status, 0) + 1
        self.slowest = max(self.slowest, time.perf_counter() - started)
        return body

    def close(self) -> None:
        """Close every page."""
        for each in self._sockets:
            self._selector.unregister(each)
            each.close()


def save(files: Sequence[Path], texts: Sequence[str], turn: int) -> None:
    """Save one record, another in each turn; each tenth save breaks one, and the next mends it."""
    broken = turn % BREAKING == 0
    place = (turn - (turn % BREAKING == 1)) % len(files)
    text = texts[place]
    files[place].write_text(text.replace("tags:", "tgas:") if broken else f"{text}# {turn}\n")


def minute(root: Path, process: int, url: str, asked: tuple[float, int, int]) -> list[str]:
    """Save and listen; gives the lines of a table."""
    seconds, saves, number = asked
    files = sorted((root / "papers").rglob("*.yaml"))
    random.Random(7).shuffle(files)  # noqa: S311 -- no secret
    texts = [file.read_text() for file in files]
    before = state_of(process)
    readers = Readers(url, number)
    readers.listen(1)
    during = state_of(process)
    started = time.perf_counter()
    for turn in range(saves):
        save(files, texts, turn)
        readers.listen(max(0.0, started + seconds * (turn + 1) / saves - time.perf_counter()))
    took = time.perf_counter() - started
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    last = time.perf_counter()
    while b"to mend</h1>" in readers.fetch() and time.perf_counter() < last + PATIENCE:
        readers.listen(0.1)
    mended = time.perf_counter() - last
    readers.listen(3)
    after = state_of(process)
    readers.close()
    time.sleep(32)  # two heartbeats, after which the server knows who has left
    end = state_of(process)
    found = readers.answers.copy()
    whole, faulty = found.pop(200, 0), found.pop(500, 0)
    held = [f"{each.megabytes:.0f}" for each in (before, during, after)]
    states = (before, during, end)
    return [
        f"saves in {took:.0f} s | {saves:,}",
        f"open pages | {number}",
        f"changes that each of them heard of | {min(readers.heard)} to {max(readers.heard)}",
        f"pages fetched meanwhile: whole, with faults shown | {whole}, {faulty}",
        f"answers of any other kind | {sum(found.values())}",
        f"slowest answer | {readers.slowest:.2f} s",
        f"from mending all records to a whole page | {mended:.2f} s",
        f"MB held before, with the pages open, after the saves | {', '.join(held)}",
        f"threads before, with the pages open, after they left | {_row(states, 0)}",
        f"sockets before, with the pages open, after they left | {_row(states, 1)}",
    ]


def _row(states: Sequence[State], place: int) -> str:
    return ", ".join(str(each[place]) for each in states)


def main() -> None:
    """Serve a copy of this list, and print the table."""
    given = sys.argv[1:] or ["60", "2000", "500"]
    asked = (float(given[0]), int(given[1]), int(given[2]))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("papers", "taxonomy", "list.yaml", "CITATION.bib"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, root / name)
        command = (PROGRAM, "serve", "--root", folder, "--port", "0")
        with subprocess.Popen(  # noqa: S603 -- our own words
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            url = process.stdout.readline().split()[1] if process.stdout else ""
            try:
                lines = minute(root, process.pid, url, asked)
            finally:
                process.send_signal(signal.SIGINT)
            code = process.wait(PATIENCE)
    print("what | figure\n--- | ---:")
    print("\n".join([*lines, f"exit code at an interrupt | {code}"]))


if __name__ == "__main__":
    main()
