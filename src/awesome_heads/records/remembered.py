"""Records parsed once for as long as they stay the same, by one command and by the next."""

from collections.abc import Collection, Mapping

from pydantic import ValidationError

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.digests import digest_of
from awesome_heads.model import Paper
from awesome_heads.records.papers import parse_paper
from awesome_heads.records.source import Source

Parsed = tuple[Paper | None, list[Diagnostic]]


class Remembered:
    """Parses as `parse_paper` does, and each record anew only when its file has changed.

    Attributes:
        learnt: Whether anything had to be parsed.
    """

    def __init__(self, papers: Mapping[str, str] | None = None) -> None:
        """Take what an earlier command remembered.

        Args:
            papers: Papers as JSON, by what they were read from; see `papers`.
        """
        self._earlier = papers or {}
        self._known: dict[str, tuple[str, Parsed]] = {}
        self.learnt = False

    def __call__(self, source: Source, vocabularies: Collection[str] = ()) -> Parsed:
        """The paper, or None and every reason why the file is none."""
        content = digest_of((source.path, source.digest, source.fault, tuple(vocabularies)))
        known = self._known.get(source.path)
        if known is None or known[0] != content:
            known = self._known[source.path] = (
                content,
                self._parsed(content, source, vocabularies),
            )
        return known[1]

    def _parsed(self, content: str, source: Source, vocabularies: Collection[str]) -> Parsed:
        earlier = self._earlier.get(content)
        if earlier is not None:
            try:
                return Paper.model_validate_json(earlier), []
            except ValidationError:  # of another making
                pass
        self.learnt = True
        return parse_paper(source, vocabularies)

    @property
    def papers(self) -> dict[str, str]:
        """The valid papers as JSON, by digests of what they were read from."""
        return {
            content: self._earlier.get(content) or paper.model_dump_json(exclude_defaults=True)
            for content, (paper, _) in self._known.values()
            if paper is not None
        }
