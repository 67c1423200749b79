"""What a rule looks at."""

from dataclasses import dataclass

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.source import Loc


@dataclass(frozen=True)
class Case:
    """Everything that could be read, each value beside the file it came from.

    Attributes:
        papers: Valid papers with their files; a file that is no paper is not among them.
        vocabularies: Valid vocabularies with their files.
        unread: Names of vocabularies whose file is there but is none.
    """

    papers: tuple[tuple[Source, Paper], ...]
    vocabularies: tuple[tuple[Source, Vocabulary], ...]
    unread: frozenset[str] = frozenset()


def finding(source: Source, loc: Loc, rule: str, message: str, hint: str) -> Diagnostic:
    """A diagnostic at the value that `loc` leads to."""
    return Diagnostic(source.locate(loc), rule, message, hint)
