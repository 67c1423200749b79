"""Turns at hosts: nobody asks one while another does, or before it has had its rest."""

import time
from threading import Condition


class Turns:
    """Who may ask which host, among several threads.

    A rest begins when the last request has ended. So two requests reach a host at least that far
    apart, however long either is on its way.
    """

    def __init__(self) -> None:
        """Begin with every host free."""
        self._changed = Condition()
        self._busy: set[str] = set()
        self._rested: dict[str, float] = {}
        self._stopped = False

    def take(self, host: str) -> bool:
        """Wait for a turn; False where everything was stopped."""
        with self._changed:
            while not self._stopped:
                left = self._rested.get(host, 0.0) - time.monotonic()
                if host not in self._busy and left <= 0:
                    self._busy.add(host)
                    return True
                self._changed.wait(None if host in self._busy else left)
            return False

    def give_back(self, host: str, rest: float) -> None:
        """End a turn; the host rests for some seconds before the next."""
        with self._changed:
            self._rested[host] = time.monotonic() + rest
            self._busy.discard(host)
            self._changed.notify_all()

    def stop(self) -> None:
        """Let nobody have a turn any more."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
