"""Connections to public addresses alone, checked at the moment of connecting, that can be cut.

A name is looked up once, and what it gives is what is connected to: a second answer, which could
lead elsewhere, is never asked for.
"""

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock

from awesome_heads.links import Answer, Fault

Resolve = Callable[[str, int], Sequence[str]]

_MOST_ADDRESSES = 3


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system knows them.

    Raises:
        OSError: It knows none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class NotConnectedError(OSError):
    """No connection was made; the dialer says why."""


class Dialer:
    """Opens one connection at a time.

    Attributes:
        failure: Why the last one could not be opened; None where it could.
        was_cut: Whether it was cut off since it took too long.
    """

    def __init__(self, resolve: Resolve, may_ask: Callable[[str], bool], timeout: float) -> None:
        """Take how names are looked up, which addresses may be asked, and how long to wait."""
        self.failure: Answer | None = None
        self.was_cut = False
        self._resolve = resolve
        self._timeout = timeout
        self._may_ask = may_ask
        self._lock = Lock()
        self._until = 0.0
        self._is_stopped = False
        self._twin: socket.socket | None = None

    def begin(self, until: float) -> None:
        """Start afresh, for a request that has to end at a time of the clock that cuts."""
        self.end()
        self.failure, self.was_cut, self._until = None, False, until

    def dial(self, host: str, port: int) -> socket.socket:
        """Connect to a host, by an address that may be asked.

        Raises:
            NotConnectedError: That cannot be; `failure` says why.
        """
        name = host.strip("[]")
        error: OSError | None = None
        for number in self._allowed(name, port)[:_MOST_ADDRESSES]:
            if self._is_stopped:
                break
            try:
                made = socket.create_connection((number, port), self._timeout)
            except OSError as failed:
                error = failed
                continue
            self._keep(made)
            return made
        how = "does not answer" if isinstance(error, TimeoutError) else "cannot be reached"
        if isinstance(error, ConnectionRefusedError):
            how = "takes no connection"
        raise self._refuse(Fault.NO_CONNECTION, f"leads to `{name}`, which {how}")

    def _keep(self, made: socket.socket) -> None:
        """Hold a second handle of a connection, by which it can be shut."""
        with self._lock:
            if self._is_stopped:
                made.close()
                raise self._refuse(Fault.SILENT, "was not waited for")
            self._twin = made.dup()

    def _allowed(self, name: str, port: int) -> Sequence[str]:
        try:
            numbers = self._resolve(name, port)
        except socket.gaierror as error:
            later = error.errno == socket.EAI_AGAIN
            how = "cannot be looked up now" if later else "does not exist"
            raise self._refuse(Fault.NO_HOST, f"leads to `{name}`, which {how}") from error
        except (OSError, UnicodeError) as error:
            raise self._refuse(Fault.NO_HOST, f"leads to `{name}`, which is no host") from error
        allowed = [each for each in numbers if self._may_ask(each)]
        if numbers and not allowed:
            where = f"leads to `{name}`, which lies at {numbers[0]}, within a private network"
            raise self._refuse(Fault.PRIVATE, where)
        return allowed

    def _refuse(self, fault: Fault, message: str) -> NotConnectedError:
        self.failure = Answer(fault=fault, message=message)
        return NotConnectedError(message)

    def end(self) -> None:
        """Let go of the connection."""
        with self._lock:
            twin, self._twin = self._twin, None
        if twin is not None:
            twin.close()

    def cut(self, now: float) -> None:
        """Break the connection off if its request should have ended; any thread may do so.

        What is shut is a second handle of the same connection, so that it does not matter what
        has become of the first, such as one that is encrypted.
        """
        with self._lock:
            if now >= self._until:
                self._shut()

    def stop(self) -> None:
        """Break the connection off, and open none any more; any thread may do so."""
        with self._lock:
            self._is_stopped = True
            self._shut()

    def _shut(self) -> None:
        if self._twin is not None:
            self.was_cut = True
            with suppress(OSError):
                self._twin.shutdown(socket.SHUT_RDWR)
