"""A site that is built again when told to, and a server that shows it."""

from collections.abc import Callable
from threading import Condition, Lock, Thread

from awesome_heads.errors import UsageError
from awesome_heads.preview.built import Built, Shown
from awesome_heads.preview.server import LOOPBACK, Server

_HEARTBEAT = 15.0
_POLL = 0.1


class Preview:
    """A server on 127.0.0.1 that builds when told to and tells open pages when it did.

    Attributes:
        shown: The site as it is served.
        looking: Held while a page is looked for: a site is listed by one thread at a time.
    """

    def __init__(self, build: Callable[[], Built], port: int) -> None:
        """Build once and take the port; 0 takes any that is free.

        Raises:
            UsageError: The port is taken.
        """
        self._build = build
        self._changed = Condition()
        self.looking = Lock()
        self._closing = False
        built = build()
        self.shown = Shown(built, None if built.diagnostics else built, 0)
        try:
            self._server = Server(port, self)
        except OSError as error:
            raise UsageError(
                f"port {port} cannot be used: {error.strerror}", "name another one with --port"
            ) from error
        self._thread = Thread(target=self._server.serve_forever, args=(_POLL,), daemon=True)
        self._started = False

    @property
    def url(self) -> str:
        """Where the home page is served."""
        return f"http://{LOOPBACK}:{self._server.server_port}{self.shown.built.base}"

    def start(self) -> None:
        """Serve in threads of their own."""
        with self._changed:
            self._started = not self._closing
        if self._started:
            self._thread.start()

    def close(self) -> None:
        """Stop serving and let open pages go; no thread and no socket is left afterwards."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._started:
            self._server.shutdown()
            self._thread.join()
        self._server.hang_up()
        self._server.server_close()

    def rebuild(self) -> Built:
        """Build again, and have every open page reload."""
        built = self._build()
        with self._changed:
            last = self.shown.last if built.diagnostics else built
            self.shown = Shown(built, last, self.shown.version + 1)
            self._changed.notify_all()
        return built

    def wait_for_change(self, seen: int) -> int | None:
        """The version after `seen`, `seen` itself if none came for a while, or None at the end."""
        with self._changed:
            if self.shown.version == seen and not self._closing:
                self._changed.wait(_HEARTBEAT)
            return None if self._closing else self.shown.version
