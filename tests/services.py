"""The services on this machine: a real HTTP server that answers and fails as they do."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, unquote, urlsplit

from awesome_heads.web import Cache, Client, Manners
from tests.bodies import arxiv_error, arxiv_feed

NAMES = {
    "arXiv": "arxiv",
    "Crossref": "crossref",
    "DataCite": "datacite",
    "OpenReview": "openreview",
    "OpenReview's older interface": "older",
    "OpenReview's page": "page",
    "ACL Anthology": "acl",
}
CONTACT = "https://code.example/readers/list"


@dataclass
class Clock:
    """A clock that only moves when somebody sleeps, and notes for how long each did."""

    now: float = 1_700_000_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        """Seconds of the epoch."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Move on at once."""
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Fault:
    """What a service does instead of answering well.

    Attributes:
        status: Status of the answer.
        headers: Further headers.
        body: Its body.
        missing: Bytes that the answer promises and does not send.
        stalls: Whether the answer never comes.
        hangs_up: Whether the connection is closed without a word.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    missing: int = 0
    stalls: bool = False
    hangs_up: bool = False


@dataclass
class Question:
    """What was asked."""

    service: str
    path: str
    query: Mapping[str, list[str]]
    agent: str
    at: float


@dataclass
class Services:
    """What the server knows, and what it was asked.

    Attributes:
        url: Address of the server.
        clock: What time it is for the client.
        arxiv: Entries of arXiv by id without version.
        poison: Ids over which arXiv refuses a whole question.
        known: Bodies of the other services, by the folder in `NAMES` and the paper's id.
        faults: What to do instead with the next requests, by folder.
        asked: Every question so far.
        done: Set when the server ends, which frees those who stall.
    """

    url: str
    clock: Clock = field(default_factory=Clock)
    arxiv: dict[str, str] = field(default_factory=dict)
    poison: set[str] = field(default_factory=set)
    known: dict[tuple[str, str], bytes] = field(default_factory=dict)
    faults: defaultdict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    asked: list[Question] = field(default_factory=list)
    done: Event = field(default_factory=Event)

    def client(
        self, folder: Path, *, offline: bool = False, manners: Manners | None = None
    ) -> Client:
        """A client that takes this server for every service."""
        return Client(
            Cache(folder),
            CONTACT,
            offline=offline,
            bases={name: f"{self.url}/{path}" for name, path in NAMES.items()},
            manners=manners or Manners(),
            clock=self.clock,
            sleep=self.clock.sleep,
            chance=lambda: 0.5,
        )

    def break_for_good(self, service: str, fault: Fault) -> None:
        """Let a service fail however often it is asked."""
        self.faults[service] = [fault] * 1000

    def services_asked(self) -> list[str]:
        """Who was asked, in order."""
        return [question.service for question in self.asked]

    def answer(self, question: Question) -> Fault:
        """What the server does about a question."""
        self.asked.append(question)
        faults = self.faults[question.service]
        if faults:
            return faults.pop(0)
        if question.service == "arxiv":
            ids = question.query.get("id_list", [""])[0].split(",")
            most = int(question.query.get("max_results", ["10"])[0])
            if bad := self.poison.intersection(ids):
                return Fault(body=arxiv_error(bad.pop()))
            entries = [self.arxiv[each] for each in ids if each in self.arxiv]
            return Fault(body=arxiv_feed(*entries[:most]))
        body = self.known.get((question.service, _paper_of(question)))
        return Fault(body=body) if body is not None else Fault(404, body=b"Resource not found.")


def _paper_of(question: Question) -> str:
    if "id" in question.query:
        return question.query["id"][0]
    path = question.path.removeprefix("/works/").removeprefix("/dois/")
    return unquote(path).removeprefix("/").removesuffix(".bib")


def _handler(services: Services) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            _, service, path = parts.path.split("/", 2)
            agent = self.headers.get("User-Agent", "")
            at = services.clock.now
            question = Question(service, f"/{path}", parse_qs(parts.query), agent, at)
            _send(self, services.answer(question), services.done.wait)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler


def _send(handler: BaseHTTPRequestHandler, fault: Fault, wait: Callable[[float], bool]) -> None:
    if fault.stalls:
        wait(10)
    if fault.stalls or fault.hangs_up:
        handler.close_connection = True
        return
    handler.send_response(fault.status)
    for name, value in fault.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(fault.body) + fault.missing))
    handler.end_headers()
    handler.wfile.write(fault.body)
    handler.close_connection = bool(fault.missing)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that hung up: tests make it do so."""


@contextmanager
def running_services() -> Iterator[Services]:
    """Run the server in a thread for as long as a test needs it."""
    services = Services("")
    server = _Server(("127.0.0.1", 0), _handler(services))
    services.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield services
    finally:
        services.done.set()
        server.shutdown()
        server.server_close()
        thread.join(timeout=10)


def http_date(seconds: float) -> str:
    """A moment as HTTP writes it."""
    return time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(seconds))
