"""What is asked on the way along a link, what comes back, and what it comes to."""

from enum import Enum
from typing import NamedTuple


class Question(NamedTuple):
    """One request: `HEAD`, or `GET` for the beginning of a page alone or, rarely, whole."""

    method: str
    url: str
    in_part: bool = True


class Fault(Enum):
    """Why nothing came back that is an answer by HTTP."""

    NO_HOST = "no such host"
    NO_CONNECTION = "no connection"
    PRIVATE = "private"
    TLS = "not secure"
    SILENT = "silent"
    BROKEN_OFF = "broken off"
    GARBLED = "garbled"

    @property
    def is_of_the_host(self) -> bool:
        """Whether every other question to the same host would fare no better."""
        return self in {Fault.NO_HOST, Fault.NO_CONNECTION}

    @property
    def is_in_vain(self) -> bool:
        """Whether the host gave no sign of itself."""
        return self.is_of_the_host or self is Fault.SILENT

    @property
    def may_pass(self) -> bool:
        """Whether asking again in a moment may help."""
        return self in {Fault.NO_HOST, Fault.NO_CONNECTION, Fault.SILENT, Fault.BROKEN_OFF}


class Answer(NamedTuple):
    """What came of one request.

    Attributes:
        status: Status of the answer; 0 where there was none.
        location: Whole address that a redirect leads to; empty where none is told.
        kind: What the body is, as `text/html`.
        page: The beginning of a page's text; empty for anything else.
        challenge: Whether the answer's header calls it a test for people.
        wait: Seconds that the host asks to be left alone for.
        fault: Why there was no answer.
        message: What happened then, as the end of a sentence about the link.
    """

    status: int = 0
    location: str = ""
    kind: str = ""
    page: str = ""
    challenge: bool = False
    wait: float | None = None
    fault: Fault | None = None
    message: str = ""


class State(Enum):
    """What a link is found to be, on one day."""

    ALIVE = "alive"
    MOVED = "moved"
    BLOCKED = "blocked"
    FAILING = "failing"
    PRIVATE = "private"


class Hop(NamedTuple):
    """An address on the way, and the status that it answered with."""

    status: int
    url: str


class Outcome(NamedTuple):
    """What came of following a link.

    Attributes:
        url: The link's address, without a fragment.
        state: What it is.
        because: What was answered, as the end of a sentence about the link; empty where it is well.
        hops: Addresses that sent us on, in order.
        last: Where the way ended.
        moved_to: The address that took the link's place for good; empty where none did.
        doubt: Why a page that is there may not be the one that was meant; empty without doubt.
    """

    url: str
    state: State
    because: str = ""
    hops: tuple[Hop, ...] = ()
    last: str = ""
    moved_to: str = ""
    doubt: str = ""
