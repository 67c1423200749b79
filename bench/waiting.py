"""How long people wait: for the command to start, for one file to be checked, for a saved page."""

import contextlib
import http.client
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from measuring import timed
from sides import PROGRAM, Pair

_LONG = 600.0


def start(rounds: int) -> tuple[float, float]:
    """Seconds of `awesome-heads --version` and of an interpreter that does nothing, in turns."""
    turns = [
        (timed((PROGRAM, "--version")).wall, timed((sys.executable, "-c", "pass")).wall)
        for _ in range(rounds)
    ]
    ours, bare = zip(*turns, strict=True)
    return statistics.median(ours), statistics.median(bare)


def check_one(pair: Pair, rounds: int) -> float:
    """Seconds of `check` for one record that was just edited."""
    found = []
    for turn in range(rounds):
        pair.edit_record(1000 + turn)
        command = (PROGRAM, "check", "--root", str(pair.ours.source), str(pair.record))
        found.append(timed(command).wall)
    return statistics.median(found)


def reload(pair: Pair, rounds: int) -> float:
    """Seconds from saving a record until a browser has the new page, as `serve` tells it."""
    with _served(pair.ours.source) as url:
        found = []
        page = f"{urlsplit(url).path}papers/{pair.record.stem}/"
        for turn in range(rounds):
            listening, stream = _events(url)
            started = time.perf_counter()
            pair.edit_record(2000 + turn)
            while stream.readline().strip() != b"event: change":
                pass
            text = _fetched(url, page)
            found.append(time.perf_counter() - started)
            listening.close()
            if f"Found at turn {2000 + turn}." not in text:
                raise RuntimeError("the page that was served is not the one that was saved")
    return statistics.median(found)


@contextlib.contextmanager
def _served(root: Path) -> Iterator[str]:
    """The address at which a list is served, once it is."""
    command = (PROGRAM, "serve", "--root", str(root), "--port", "0")
    with subprocess.Popen(  # noqa: S603 -- our own words
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if not said.startswith("Serving "):
                raise RuntimeError(f"serve said {said!r}")
            yield said.split()[1]
        finally:
            process.terminate()


def _events(url: str) -> tuple[HTTPConnection, http.client.HTTPResponse]:
    """The stream of changes, as a page listens to it, from now on."""
    connection = HTTPConnection(urlsplit(url).netloc, timeout=_LONG)
    connection.request("GET", "/.changes")
    return connection, connection.getresponse()


def _fetched(url: str, path: str) -> str:
    connection = HTTPConnection(urlsplit(url).netloc, timeout=_LONG)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text
