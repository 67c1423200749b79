"""Records parsed once for as long as they stay the same, by one command and by the next."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from pydantic import ValidationError

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.digests import digest_of
from awesome_heads.model import Paper
from awesome_heads.records.papers import parse_paper
from awesome_heads.records.source import Source

Parsed = tuple[Paper | None, list[Diagnostic]]


class Learnt(NamedTuple):
    """What a record came to, in a form that passes between processes.

    Attributes:
        content: What tells it from others.
        paper: The paper as JSON; empty where it is none.
        faults: Why it is none.
    """

    content: str
    paper: str
    faults: list[Diagnostic]


Learn = Callable[[Iterable[Source]], list[Learnt]]
Share = Callable[[Learn, Sequence[Source]], list[Learnt]]


def _alone(learn: Learn, sources: Sequence[Source]) -> list[Learnt]:
    return learn(sources)


class Remembered:
    """Parses as `parse_paper` does, and each record anew only when its file has changed.

    Attributes:
        learnt: Whether anything had to be parsed.
    """

    def __init__(self, papers: Mapping[str, str] | None = None, share: Share = _alone) -> None:
        """Take what an earlier command remembered.

        Args:
            papers: Papers as JSON, by what they were read from; see `papers`.
            share: Has records parsed by several processes.
        """
        self._earlier = dict(papers or {})
        self._known: dict[str, tuple[str, Parsed]] = {}
        self._share = share
        self.learnt = False

    def __call__(
        self, sources: Sequence[Source], vocabularies: Collection[str] = ()
    ) -> list[Parsed]:
        """Each file's paper, or None and every reason why the file is none."""
        content_of = _contents(vocabularies)
        contents = [content_of(source) for source in sources]
        both = list(zip(sources, contents, strict=True))
        unknown = [source for source, content in both if not self._recall(source.path, content)]
        if unknown:
            self.learnt = True
            found = self._share(partial(_learn, vocabularies), unknown)
            by_content = {each.content: each for each in found}
            for source, content in both:
                if content in by_content:
                    self._keep(source.path, by_content[content])
        return [self._known[source.path][1] for source in sources]

    def _recall(self, path: str, content: str) -> bool:
        """Whether a file is known to be a paper, or none, by what it holds."""
        if path in self._known and self._known[path][0] == content:
            return True
        if content in self._earlier:
            with suppress(ValidationError):  # it may be of another making
                paper = Paper.model_validate_json(self._earlier[content])
                self._known[path] = content, (paper, [])
                return True
        return False

    def _keep(self, path: str, learnt: Learnt) -> None:
        content, told, faults = learnt
        paper = Paper.model_validate_json(told) if told else None
        if path in self._known:
            self._earlier.pop(self._known[path][0], None)
        self._known[path] = content, (paper, faults)
        if told:
            self._earlier[content] = told

    @property
    def papers(self) -> dict[str, str]:
        """The valid papers as JSON, by digests of what they were read from."""
        return {
            content: self._earlier[content]
            for content, (paper, _) in self._known.values()
            if paper is not None
        }


def _contents(vocabularies: Collection[str]) -> Callable[[Source], str]:
    """What gives all that a record's paper depends on, in a form that no other record has."""
    fields = digest_of(tuple(vocabularies))
    return lambda source: f"{source.digest} {fields} {source.path}\0{source.fault}"


def _learn(vocabularies: Collection[str], sources: Iterable[Source]) -> list[Learnt]:
    found, content_of = [], _contents(vocabularies)
    for source in sources:
        # Of a copy, whose tree goes at once: those of a large list fill hundreds of megabytes.
        paper, faults = parse_paper(replace(source), vocabularies)
        told = paper.model_dump_json(exclude_defaults=True) if paper else ""
        found.append(Learnt(content_of(source), told, faults))
    return found
