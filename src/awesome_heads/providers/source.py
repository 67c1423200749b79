"""What a service is to those who ask it: how to ask, how to read the answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from awesome_heads.identifiers import Identifier
from awesome_heads.providers.metadata import Metadata, Problem

Found = Mapping[Identifier, Metadata | Problem]


@dataclass(frozen=True)
class Service:
    """A host that answers questions, and how it wants to be treated.

    Attributes:
        name: How people call it.
        base: Its address, without a slash at the end.
        pace: Seconds between the starts of two requests.
    """

    name: str
    base: str
    pace: float


@dataclass(frozen=True)
class Request:
    """One question to a service.

    Attributes:
        service: Whom to ask.
        path: Path of the address, percent-encoded, with a slash at the start.
        query: Names and values of the query.
        contact: Name under which the query tells who asks; empty where the service takes none.
        accept: The kind of body wanted.
    """

    service: Service
    path: str
    query: tuple[tuple[str, str], ...] = ()
    contact: str = ""
    accept: str = "*/*"


@dataclass(frozen=True)
class Source:
    """One way to learn of papers of a scheme.

    Attributes:
        service: Whom to ask.
        request: Makes one question of up to `batch` identifiers.
        parse: Reads the answer; every identifier asked for is in what it gives.
        batch: How many papers one question may be about.
        split: Cuts an answer about several papers into answers about one each.
    """

    service: Service
    request: Callable[[Sequence[Identifier]], Request]
    parse: Callable[[bytes, Sequence[Identifier]], Found]
    batch: int = 1
    split: Callable[[bytes], Mapping[Identifier, bytes]] | None = None

    @property
    def name(self) -> str:
        """What to call it."""
        return self.service.name
