"""What comes back from the web: a body, or a reason why there is none."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """Why there is no body."""

    MISSING = "missing"
    REFUSED = "refused"
    REJECTED = "rejected"
    BUSY = "busy"
    BROKEN = "broken"
    UNREACHABLE = "unreachable"
    SLOW = "slow"
    TOO_LARGE = "too large"
    OFFLINE = "offline"


@dataclass(frozen=True)
class WebProblem:
    """Why a request brought no body.

    Attributes:
        kind: The sort of problem.
        message: What happened, as the end of a sentence that the service's name begins.
    """

    kind: Kind
    message: str

    @property
    def passing(self) -> bool:
        """Whether the service itself was out of reach, rather than this one question unwelcome."""
        return self.kind in {Kind.BUSY, Kind.BROKEN, Kind.UNREACHABLE, Kind.SLOW}
