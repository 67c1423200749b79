"""One request along a link, and whatever comes of it as an answer: nothing is raised."""

import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from urllib.parse import urljoin

import requests
from requests.cookies import extract_cookies_to_jar
from requests.utils import requote_uri
from urllib3.exceptions import HTTPError, LocationParseError
from urllib3.exceptions import TimeoutError as PoolTimeoutError

from awesome_heads import __version__
from awesome_heads.links import Answer, Conduct, Fault, Question
from awesome_heads.web.dialing import Dialer
from awesome_heads.web.guarded import GuardedAdapter
from awesome_heads.web.waiting import seconds_asked

_FAILURES = (requests.RequestException, HTTPError, HTTPException, OSError, ValueError)
_NO_ADDRESSES = (requests.exceptions.InvalidURL, LocationParseError, UnicodeError)
_TIMES_OUT = (requests.Timeout, PoolTimeoutError, TimeoutError)
_SILENT = Answer(fault=Fault.SILENT, message="does not answer in time")
_PIECE = 8 * 1024
_PAGES = {"text/html", "application/xhtml+xml", ""}
_CHALLENGES = ("x-datadome", "x-amzn-waf-action")
_FORBIDDEN = 403
# By the numbers that OpenSSL gives to what it finds.
_CERTIFICATES = {
    9: "is not valid yet",
    10: "has expired",
    18: "is signed by itself alone",
    19: "is signed by nobody who is known",
    20: "is signed by nobody who is known",
    21: "is signed by nobody who is known",
    62: "is for another name",
    64: "is for another address",
}


class Asker:
    """Asks one question at a time, with the cookies that were given on the way along one link."""

    def __init__(
        self, dialer: Dialer, conduct: Conduct, contact: str, context: ssl.SSLContext
    ) -> None:
        """Take who connects, how patient to be, who asks, and whose certificates count."""
        self._dialer = dialer
        self._conduct = conduct
        self._adapter = GuardedAdapter(dialer, context)
        self._session = requests.Session()
        self._session.trust_env = False
        agent = f"awesome-heads/{__version__} (+{contact})"
        self._session.headers.update(
            {
                "User-Agent": agent.encode("ascii", "ignore").decode(),
                "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
                "Accept-Encoding": "identity",
                "Connection": "close",
            }
        )

    def forget(self) -> None:
        """Drop the cookies: the next question begins another link."""
        self._session.cookies.clear()

    def close(self) -> None:
        """Let go of everything."""
        self._dialer.end()
        self._adapter.close()
        self._session.close()

    def ask(self, question: Question) -> Answer:
        """Ask; redirects are not followed, and of a page no more is read than its beginning."""
        self._dialer.begin(time.monotonic() + self._conduct.deadline)
        try:
            return self._ask(question)
        except _FAILURES as error:
            return self._failure(error)
        finally:
            self._dialer.end()

    def _ask(self, question: Question) -> Answer:
        headers = {}
        if question.method == "GET" and question.in_part:
            headers["Range"] = f"bytes=0-{self._conduct.largest - 1}"
        request = requests.Request(question.method, question.url, headers)
        prepared = self._session.prepare_request(request)
        # Not by way of the session, which reads the whole body of an answer that redirects.
        with self._adapter.send(prepared, stream=True, timeout=self._conduct.timeout) as response:
            if self._dialer.was_cut:
                # What had come of the header by then was taken for all of it.
                return _SILENT
            extract_cookies_to_jar(self._session.cookies, prepared, response.raw)  # type: ignore[no-untyped-call]
            return self._answer(question, response)

    def _answer(self, question: Question, response: requests.Response) -> Answer:
        headers = response.headers
        kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        known = headers.get("cf-mitigated", "").lower() == "challenge"
        known |= response.status_code == _FORBIDDEN and any(map(headers.__contains__, _CHALLENGES))
        return Answer(
            response.status_code,
            self._location(question, response),
            kind,
            self._page(response) if question.method == "GET" and kind in _PAGES else "",
            known,
            seconds_asked(headers.get("Retry-After"), time.time()),
        )

    def _location(self, question: Question, response: requests.Response) -> str:
        with suppress(ValueError):
            told = self._session.get_redirect_target(response)
            return urljoin(question.url, requote_uri(told)) if told else ""
        return ""

    def _page(self, response: requests.Response) -> str:
        """The beginning of a page; what breaks off, or cannot be decoded, counts as far as it is.

        Its length is what we read, whatever the host sends.
        """
        body = bytearray()
        with suppress(*_FAILURES):
            while len(body) < self._conduct.largest:
                piece = response.raw.read1(_PIECE, decode_content=True)
                body += piece
                if not piece or b"</title" in body.lower():
                    break
        with suppress(LookupError):
            return body.decode(response.encoding or "utf-8", errors="replace")
        return body.decode(errors="replace")

    def _failure(self, error: Exception) -> Answer:
        if self._dialer.failure is not None:
            return self._dialer.failure
        if isinstance(error, _NO_ADDRESSES):
            return Answer(fault=Fault.GARBLED, message="leads to what is no address")
        causes = list(_causes(error))
        tls = next((each for each in causes if isinstance(each, ssl.SSLError)), None)
        if self._dialer.was_cut or any(isinstance(each, _TIMES_OUT) for each in causes):
            return _SILENT
        if tls is not None:
            return Answer(fault=Fault.TLS, message=_insecure(tls))
        if any(isinstance(each, ConnectionError) for each in causes):
            return Answer(fault=Fault.BROKEN_OFF, message="breaks off without an answer")
        return Answer(fault=Fault.GARBLED, message="gives an answer that is not HTTP")


def _insecure(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        how = _CERTIFICATES.get(error.verify_code, f"is not valid ({error.verify_message})")
        return f"is not secure: its certificate {how}"
    reason = (error.reason or "no reason given").replace("_", " ").lower()
    return f"cannot be opened securely ({reason})"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it, wherever the libraries on the way have put that."""
    seen: list[BaseException] = []
    left: list[object] = [error]
    while left:
        each = left.pop(0)
        if isinstance(each, BaseException) and each not in seen:
            seen.append(each)
            yield each
            left += [each.__cause__, each.__context__, getattr(each, "reason", None), *each.args]
