"""From identifiers to metadata: every service that may know a paper is asked in turn."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from awesome_heads.disk import CACHE, is_inside
from awesome_heads.identifiers import Identifier
from awesome_heads.providers import MISSING, SOURCES, Metadata, Problem, Request, Source
from awesome_heads.web import DAY, Client, Kind, WebProblem

_NOT_KEPT = Problem("was not asked, and no answer of it is kept", passing=True)


def open_client(root: Path, contact: str, *, offline: bool = False, fresh: float = DAY) -> Client:
    """The client of a list, which keeps what it fetches in the list's folder, or nothing.

    It keeps nothing where a link in the folder's place leads out of the list.
    """
    folder = root / CACHE
    kept = folder if is_inside(root, folder) else None
    return Client.of(kept, contact, offline=offline, fresh=fresh)


class Asker(Protocol):
    """What answers requests: the polite client, or something like it."""

    offline: bool

    def kept(self, request: Request) -> bytes | None:
        """The body that is known from before."""

    def keep(self, request: Request, body: bytes) -> None:
        """Remember a body that was of use."""

    def fetch(self, request: Request) -> bytes | WebProblem:
        """A new body, or why there is none."""


@dataclass(frozen=True)
class Resolved:
    """What the services said of a paper.

    Attributes:
        metadata: The paper; None where none of them could tell.
        failures: What kept each service that was asked in vain, in order.
        publication: The published version of a preprint, where a DOI led to it.
        passing: Whether asking again later may help.
        offline: Whether only kept answers were looked at.
    """

    metadata: Metadata | None = None
    failures: tuple[str, ...] = ()
    publication: Metadata | None = None
    passing: bool = False
    offline: bool = False


@dataclass
class Resolver:
    """Resolves identifiers in batches.

    Attributes:
        asker: What answers requests.
        tell: Called with the service's name and the number of papers before each request.
    """

    asker: Asker
    tell: Callable[[str, int], None] = field(default=lambda _name, _number: None)

    def resolve(self, identifiers: Iterable[Identifier]) -> Mapping[Identifier, Resolved]:
        """Resolve papers, and the DOIs under which preprints among them were published."""
        resolved = self._resolve(dict.fromkeys(identifiers))
        dois = {
            identifier: Identifier("doi", each.metadata.doi)
            for identifier, each in resolved.items()
            if each.metadata is not None and each.metadata.doi and identifier.scheme == "arxiv"
        }
        published = self._resolve(dict.fromkeys(dois.values()))
        for identifier, doi in dois.items():
            resolved[identifier] = _with_publication(resolved[identifier], published[doi])
        return resolved

    def _resolve(self, identifiers: Iterable[Identifier]) -> dict[Identifier, Resolved]:
        resolved = {identifier: Resolved() for identifier in identifiers}
        for scheme, sources in SOURCES.items():
            for source in sources:
                open_ones = [
                    each
                    for each, so_far in resolved.items()
                    if each.scheme == scheme and so_far.metadata is None
                ]
                for identifier, answer in self._ask_source(source, open_ones):
                    resolved[identifier] = _note(resolved[identifier], source, answer)
        return resolved

    def _ask_source(
        self, source: Source, identifiers: Sequence[Identifier]
    ) -> Iterator[tuple[Identifier, Metadata | Problem]]:
        """What one source says of each paper, out of the cache where that knows."""
        unknown = []
        for identifier in identifiers:
            body = self.asker.kept(source.request([identifier]))
            found = source.parse(body, [identifier])[identifier] if body is not None else None
            if isinstance(found, Metadata):
                yield identifier, found
            else:
                unknown.append(identifier)
        waiting = iter(unknown)
        while batch := list(islice(waiting, source.batch)):
            yield from self._ask(source, batch)

    def _ask(
        self, source: Source, batch: Sequence[Identifier]
    ) -> Iterator[tuple[Identifier, Metadata | Problem]]:
        if not self.asker.offline:
            self.tell(source.name, len(batch))
        body = self.asker.fetch(source.request(batch))
        if isinstance(body, WebProblem):
            problem = Problem(body.message, body.passing)
            problem = _NOT_KEPT if body.kind is Kind.OFFLINE else problem
            found: Mapping[Identifier, Metadata | Problem] = dict.fromkeys(batch, problem)
            splits = body.kind in {Kind.REJECTED, Kind.TOO_LARGE}
        else:
            found = source.parse(body, batch)
            self._keep(source, found, body)
            splits = all(_is_complaint(each) for each in found.values())
        if splits and len(batch) > 1:
            # One bad id spoils the answer about all; halving finds it in few questions.
            half = len(batch) // 2
            yield from self._ask(source, batch[:half])
            yield from self._ask(source, batch[half:])
        else:
            yield from found.items()

    def _keep(
        self, source: Source, found: Mapping[Identifier, Metadata | Problem], body: bytes
    ) -> None:
        good = [each for each, answer in found.items() if isinstance(answer, Metadata)]
        bodies = source.split(body) if source.split and good else dict.fromkeys(good, body)
        for identifier in good:
            if identifier in bodies:
                self.asker.keep(source.request([identifier]), bodies[identifier])


def _is_complaint(answer: Metadata | Problem) -> bool:
    """Whether an answer is about the question rather than about a paper."""
    return isinstance(answer, Problem) and not answer.passing and answer != MISSING


def _note(so_far: Resolved, source: Source, answer: Metadata | Problem) -> Resolved:
    if isinstance(answer, Metadata):
        return replace(so_far, metadata=answer)
    failure = f"{source.name} {answer.message}"
    return replace(
        so_far,
        failures=(*so_far.failures, failure),
        passing=so_far.passing or answer.passing,
        offline=answer == _NOT_KEPT,
    )


def _with_publication(preprint: Resolved, published: Resolved) -> Resolved:
    if published.metadata is not None:
        return replace(preprint, publication=published.metadata)
    return replace(preprint, failures=(*preprint.failures, *published.failures))
