"""The seam to requests: every connection that it makes is opened by a dialer."""

import socket
import ssl

from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from awesome_heads.web.dialing import Dialer


def default_context() -> ssl.SSLContext:
    """Whom we trust, read once: doing so for each connection takes longer than asking."""
    return ssl.create_default_context(cafile=DEFAULT_CA_BUNDLE_PATH)


class GuardedAdapter(HTTPAdapter):
    """Sends requests over connections of a dialer; proxies of the environment are not used."""

    def __init__(self, dialer: Dialer, context: ssl.SSLContext) -> None:
        """Take who connects, and whose certificates count."""
        self._pools = _pools(dialer)
        self._context = context
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002 -- the signature of requests
        **options: object,
    ) -> None:
        """Make the pools, with our own kinds of connection in them."""
        options["ssl_context"] = self._context
        super().init_poolmanager(connections, maxsize, block, **options)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def cert_verify(self, conn: HTTPConnectionPool, *_: object) -> None:
        """Ask for a certificate; the context has those that it is held against."""
        if isinstance(conn, HTTPSConnectionPool):
            conn.cert_reqs = "CERT_REQUIRED"


def _pools(dialer: Dialer) -> dict[str, type[HTTPConnectionPool]]:
    class Http(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return dialer.dial(self.host, self.port or 80)

    class Https(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return dialer.dial(self.host, self.port or 443)

    class HttpPool(HTTPConnectionPool):
        ConnectionCls = Http

    class HttpsPool(HTTPSConnectionPool):
        ConnectionCls = Https

    return {"http": HttpPool, "https": HttpsPool}
