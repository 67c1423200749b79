"""Records parsed once for as long as they stay the same, for what reads a list again and again."""

from collections.abc import Collection

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Paper
from awesome_heads.records.papers import parse_paper
from awesome_heads.records.source import Source

Parsed = tuple[Paper | None, list[Diagnostic]]


class Remembered:
    """Parses as `parse_paper` does, and each record anew only when its file has changed."""

    def __init__(self) -> None:
        """Start knowing no record."""
        self._known: dict[str, tuple[tuple[object, ...], Parsed]] = {}

    def __call__(self, source: Source, vocabularies: Collection[str] = ()) -> Parsed:
        """The paper, or None and every reason why the file is none."""
        content = (source.data, source.fault, tuple(vocabularies))
        known = self._known.get(source.path)
        if known is None or known[0] != content:
            known = self._known[source.path] = (content, parse_paper(source, vocabularies))
        return known[1]
