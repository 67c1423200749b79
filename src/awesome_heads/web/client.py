"""A polite client: it says who asks, keeps each service's pace, and waits when told to.

Nothing that a service or the network does comes out as an exception, only as a `WebProblem`.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import requests
from urllib3.exceptions import HTTPError

from awesome_heads import __version__
from awesome_heads.providers import Request, Service
from awesome_heads.web.answers import Kind, WebProblem
from awesome_heads.web.cache import Cache
from awesome_heads.web.waiting import seconds_asked

DAY = 24 * 60 * 60.0
_TIMES_OUT = (requests.Timeout, TimeoutError)
_TOO_MANY, _FORBIDDEN, _UNAUTHORISED, _SERVER_FAULTS = 429, 403, 401, 500
_MISSING = {404, 410}
_SILENT = {Kind.UNREACHABLE, Kind.SLOW}
_PIECE = 64 * 1024


@dataclass(frozen=True)
class Manners:
    """How patient the client is.

    Attributes:
        attempts: How often a request is sent before it is given up.
        back_off: Seconds before the second attempt; they double with each further one.
        longest_wait: The longest that a service may make us wait, in seconds.
        timeout: Seconds without a byte after which a service counts as slow.
        deadline: Seconds that a whole answer may take.
        largest: Bytes that a body may have.
        redirects: How often an answer may send us elsewhere.
        deaf: Requests in a row without any answer after which a service is not asked again.
    """

    attempts: int = 3
    back_off: float = 2.0
    longest_wait: float = 60.0
    timeout: float = 20.0
    deadline: float = 60.0
    largest: int = 8 * 1024 * 1024
    redirects: int = 5
    deaf: int = 2


@dataclass
class Client:
    """Asks services one question at a time.

    Attributes:
        cache: Folder of what was fetched before.
        contact: Address under which those who run a service can find who asks.
        offline: Whether only the cache may answer.
        fresh: Seconds for which a kept body is as good as a new one.
        bases: Addresses to use instead of the services' own, by the service's name.
        manners: How patient to be.
        clock: Seconds of the epoch.
        sleep: Waits for some seconds.
        chance: A number from 0 up to 1, anew each time, so that clients do not knock in step.
    """

    cache: Cache
    contact: str
    offline: bool = False
    fresh: float = DAY
    bases: Mapping[str, str] = field(default_factory=dict)
    manners: Manners = field(default_factory=Manners)
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random
    _session: requests.Session = field(init=False, repr=False)
    _asked: dict[str, float] = field(init=False, default_factory=dict)
    _unanswered: dict[str, int] = field(init=False, default_factory=dict)
    _closed_until: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Open a session that names us; its one connection to each host is used again."""
        self._session = requests.Session()
        self._session.max_redirects = self.manners.redirects
        agent = f"awesome-heads/{__version__} (+{self.contact})"
        self._session.headers["User-Agent"] = agent.encode("ascii", "ignore").decode()

    @classmethod
    def of(
        cls, folder: Path | None, contact: str, *, offline: bool = False, fresh: float = DAY
    ) -> "Client":
        """A client with its cache in a folder, or with none."""
        return cls(Cache(folder), contact, offline, fresh)

    def close(self) -> None:
        """Close every connection."""
        self._session.close()

    def kept(self, request: Request) -> bytes | None:
        """The body that the cache has for a request; offline its age does not matter."""
        oldest = 0.0 if self.offline else self.clock() - self.fresh
        return self.cache.get(_key(request), oldest)

    def keep(self, request: Request, body: bytes) -> None:
        """Let the cache have a body that turned out to be of use."""
        self.cache.put(_key(request), body, self.clock())

    def fetch(self, request: Request) -> bytes | WebProblem:
        """Ask a service, again after a while where it may help."""
        if self.offline:
            return WebProblem(Kind.OFFLINE, "was not asked")
        name = request.service.name
        if self._unanswered.get(name, 0) >= self.manners.deaf:
            return WebProblem(Kind.UNREACHABLE, "was not asked again, as it does not answer")
        closed = self._closed_until.get(name, 0.0) - self.clock()
        if closed > 0:
            return _closed(closed)
        answer = self._insist(request)
        failed = isinstance(answer, WebProblem) and answer.kind in _SILENT
        self._unanswered[name] = self._unanswered.get(name, 0) + 1 if failed else 0
        return answer

    def _insist(self, request: Request) -> bytes | WebProblem:
        answer: bytes | WebProblem = WebProblem(Kind.UNREACHABLE, "was not asked")
        for attempt in range(self.manners.attempts):
            self._keep_pace(request.service)
            answer, wait = self._ask(request)
            if not isinstance(answer, WebProblem) or not answer.passing:
                break
            if wait is not None and wait > self.manners.longest_wait:
                self._closed_until[request.service.name] = self.clock() + wait
                return _closed(wait)
            if attempt + 1 == self.manners.attempts:
                break
            pause = self.manners.back_off * 2**attempt * (0.5 + self.chance())
            self.sleep(pause if wait is None else max(wait, 0.0) + self.chance())
        return answer

    def _keep_pace(self, service: Service) -> None:
        last = self._asked.get(service.name)
        if last is not None:
            rest = last + service.pace - self.clock()
            # A clock that was set back must not make anyone wait for hours.
            if rest > 0:
                self.sleep(min(rest, service.pace))
        self._asked[service.name] = self.clock()

    def _ask(self, request: Request) -> tuple[bytes | WebProblem, float | None]:
        """One attempt: the answer, and how long the service asks us to wait."""
        try:
            with self._session.get(
                self._address(request),
                headers={"Accept": request.accept},
                timeout=self.manners.timeout,
                stream=True,
            ) as response:
                problem = _status_problem(response.status_code)
                if problem is not None:
                    asked = response.headers.get("Retry-After")
                    return problem, seconds_asked(asked, self.clock())
                return self._body(response), None
        except requests.TooManyRedirects:
            return WebProblem(Kind.REJECTED, "sends us in circles"), None
        except _TIMES_OUT:
            return self._slow(self.manners.timeout), None
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            return _network_problem(error, self.manners.timeout), None

    def _address(self, request: Request) -> str:
        base = self.bases.get(request.service.name, request.service.base)
        query = request.query
        if request.contact and self.contact:
            query = (*query, (request.contact, self.contact))
        return f"{base}{request.path}{'?' if query else ''}{urlencode(query, safe=',/:')}"

    def _body(self, response: requests.Response) -> bytes | WebProblem:
        """Read a body as it arrives, so that neither its size nor its slowness can hurt us."""
        body, end = bytearray(), self.clock() + self.manners.deadline
        while piece := response.raw.read1(_PIECE, decode_content=True):
            body += piece
            if len(body) > self.manners.largest:
                limit = f"{self.manners.largest:,} bytes"
                return WebProblem(Kind.TOO_LARGE, f"sent more than the {limit} we accept")
            if self.clock() > end:
                return self._slow(self.manners.deadline)
        return bytes(body)

    def _slow(self, seconds: float) -> WebProblem:
        return WebProblem(Kind.SLOW, f"did not answer within {seconds:g} s")


def _key(request: Request) -> str:
    """What a request is about, whoever asks and wherever the service is."""
    return f"{request.service.base}{request.path}?{urlencode(request.query)}"


def _closed(seconds: float) -> WebProblem:
    return WebProblem(Kind.BUSY, f"wants to be left alone for {seconds:,.0f} s")


def _status_problem(status: int) -> WebProblem | None:
    if status in range(200, 300):
        return None
    if status in _MISSING:
        return WebProblem(Kind.MISSING, f"knows no such paper (status {status})")
    if status in {_FORBIDDEN, _UNAUTHORISED}:
        message = f"refuses those who are not signed in (status {status})"
        return WebProblem(Kind.REFUSED, message)
    if status == _TOO_MANY:
        return WebProblem(Kind.BUSY, f"has had too many questions for now (status {status})")
    if status >= _SERVER_FAULTS:
        return WebProblem(Kind.BROKEN, f"is out of order (status {status})")
    return WebProblem(Kind.REJECTED, f"rejects the question (status {status})")


def _network_problem(error: Exception, timeout: float) -> WebProblem:
    causes = f"{type(error).__name__} {error}"
    if "timed out" in causes or "Timeout" in causes:
        return WebProblem(Kind.SLOW, f"did not answer within {timeout:g} s")
    if "IncompleteRead" in causes or "Decode" in causes:
        return WebProblem(Kind.BROKEN, "broke off in the middle of its answer")
    return WebProblem(Kind.UNREACHABLE, "cannot be reached")
