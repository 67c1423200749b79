"""What a rule is: a named, documented function from a list to findings."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from inspect import cleandoc

from awesome_heads.checks.case import Case
from awesome_heads.diagnostics import Finding, Severity

Check = Callable[[Case], Iterator[Finding]]

_SECTION = re.compile(r"^(Why|Example|Fix):\s*", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A rule of `awesome-heads check`.

    Attributes:
        check: The function; its docstring says what it refuses, why, with an example, and
            what to do.
        severity: How much its findings matter unless the list says otherwise.
        fixable: Whether `--fix` can mend them.
        blocking: Whether a list that breaks it cannot be built.
        across: Whether it compares files, so that it must see all even where one is asked about.
    """

    check: Check
    severity: Severity
    fixable: bool
    blocking: bool
    across: bool = False

    @property
    def name(self) -> str:
        """The function's name in kebab case."""
        return self.check.__name__.replace("_", "-")

    @cached_property
    def sections(self) -> dict[str, str]:
        """The docstring's parts: `What`, `Why`, `Example`, `Fix`."""
        what, *rest = _SECTION.split(cleandoc(self.check.__doc__ or ""))
        named = dict(zip(rest[::2], rest[1::2], strict=True))
        return {"What": what.strip()} | {name: text.strip() for name, text in named.items()}


def rule(
    severity: Severity = Severity.ERROR,
    *,
    fixable: bool = False,
    blocking: bool = False,
    across: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function."""
    return lambda check: Rule(check, severity, fixable, blocking, across)
