"""Places in a YAML text, and what makes it unusable."""

from typing import NamedTuple


class Mark(NamedTuple):
    """A place in a text; line and column count from 1, `offset` counts characters from 0."""

    line: int
    column: int
    offset: int = 0


class Fault(Exception):  # noqa: N818 -- not a failure of the program: it becomes a diagnostic
    """YAML that cannot be used, with the place and the rule that refuses it."""

    def __init__(self, rule: str, message: str, hint: str, start: Mark, end: Mark) -> None:
        """Keep everything that a diagnostic says."""
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint
        self.start, self.end = start, end
