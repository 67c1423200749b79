"""Many links followed at once: hosts side by side, the links of each host one after another."""

import random
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from awesome_heads.links import Answer, Conduct, Outcome, Trail
from awesome_heads.links.guard import is_public
from awesome_heads.web.asking import Asker
from awesome_heads.web.dialing import Dialer, Resolve, resolve
from awesome_heads.web.guarded import default_context
from awesome_heads.web.turns import Turns

_TICK = 0.25


@dataclass(frozen=True)
class Follower:
    """Follows links.

    Attributes:
        contact: Address under which those who run a host can find who asks.
        conduct: How fast and how patiently.
        may_ask: Whether an address, as a resolver gives it, may be connected to.
        resolve: The addresses of a host.
        context: Whose certificates count.
        chance: A number from 0 up to 1, anew each time.
    """

    contact: str
    conduct: Conduct = field(default_factory=Conduct)
    may_ask: Callable[[str], bool] = is_public
    resolve: Resolve = resolve
    context: ssl.SSLContext = field(default_factory=default_context)
    chance: Callable[[], float] = random.random

    def follow(self, urls: Iterable[str], done: Callable[[Outcome], None]) -> bool:
        """Follow links until each has an outcome.

        Args:
            urls: Addresses, without fragments.
            done: Takes each outcome as soon as it is known, one at a time; until it returns, the
                thread that found the outcome does not go on.

        Returns:
            Whether any host answered anything, or there was nothing to ask.
        """
        hosts: defaultdict[str, list[str]] = defaultdict(list)
        for url in dict.fromkeys(urls):
            hosts[_host(url)].append(url)
        run = _Run(self, done)
        # The longest first, so that none is left alone at the end.
        order = sorted(hosts, key=lambda host: (-len(hosts[host]), host))
        with ThreadPoolExecutor(self.conduct.workers, "links") as pool:
            try:
                run.watch([pool.submit(run.walk, hosts[host]) for host in order])
            except BaseException:
                run.stop()
                pool.shutdown(cancel_futures=True)
                raise
        return run.was_answered or not hosts


class _Run:
    """What the threads of one run share."""

    def __init__(self, follower: Follower, done: Callable[[Outcome], None]) -> None:
        self.was_answered = False
        self._follower = follower
        self._conduct = follower.conduct
        self._done = done
        self._turns = Turns()
        self._lock = Lock()
        self._is_stopped = False
        self._dialers: set[Dialer] = set()
        self._in_vain: dict[str, int] = {}
        self._standing: dict[str, Answer] = {}

    def walk(self, urls: Sequence[str]) -> None:
        """Follow the links of a host."""
        follower = self._follower
        dialer = Dialer(follower.resolve, follower.may_ask, self._conduct.timeout)
        asker = Asker(dialer, self._conduct, follower.contact, follower.context)
        with self._lock:
            self._dialers.add(dialer)
        try:
            for url in urls:
                asker.forget()
                outcome = self._follow(asker, url)
                if outcome is None:
                    break
                with self._lock:
                    self._done(outcome)
        finally:
            with self._lock:
                self._dialers.discard(dialer)
            asker.close()

    def _follow(self, asker: Asker, url: str) -> Outcome | None:
        """What comes of a link; None where the run was stopped."""
        trail = Trail.of(url, self._conduct)
        while trail.outcome is None:
            answer = self._ask(asker, trail)
            if answer is None:
                return None
            trail = trail.after(answer)
        return trail.outcome

    def _ask(self, asker: Asker, trail: Trail) -> Answer | None:
        host, origin = _host(trail.question.url), _origin(trail.question.url)
        if origin in self._standing:
            return self._standing[origin]
        if not self._turns.take(host):
            return None
        rest = 0.0
        try:
            if origin in self._standing:
                return self._standing[origin]
            rest = self._conduct.pace
            answer = asker.ask(trail.question)
            rest = self._conduct.rest(answer, trail.attempt, self._follower.chance())
            self._remember(origin, answer)
        finally:
            self._turns.give_back(host, rest)
        return None if self._is_stopped else answer

    def _remember(self, origin: str, answer: Answer) -> None:
        """Note whether a host is not to be asked again, and what is said in its place."""
        with self._lock:
            self.was_answered |= answer.status > 0
            in_vain = answer.fault is not None and answer.fault.is_in_vain
            self._in_vain[origin] = self._in_vain.get(origin, 0) + 1 if in_vain else 0
            if self._conduct.gives_up(answer, self._in_vain[origin]):
                self._standing[origin] = answer

    def watch(self, walks: Iterable[Future[None]]) -> None:
        """Wait for all, and meanwhile cut off what takes too long."""
        left = set(walks)
        while left:
            finished, left = wait(left, timeout=_TICK, return_when=FIRST_EXCEPTION)
            for each in finished:
                each.result()
            for dialer in self._open():
                dialer.cut(time.monotonic())

    def stop(self) -> None:
        """End as soon as can be; what is in flight has no outcome."""
        self._is_stopped = True
        self._turns.stop()
        for dialer in self._open():
            dialer.stop()

    def _open(self) -> tuple[Dialer, ...]:
        with self._lock:
            return tuple(self._dialers)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removesuffix(".")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"
