"""Whether the rules that a list sets aside are there, and find anything."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Severity


@rule(Severity.WARNING)
def unused_ignore(case: Case) -> Iterator[Finding]:
    """A record ignores a rule that finds nothing in it.

    Why: An ignore that has outlived its reason hides the next real mistake.
    Example: `ignore: {link-kind: "the journal is hosted there"}` after the link was changed.
    Fix: Delete the line.
    """
    return case.reported_as("unused-ignore")


@rule()
def unknown_rule(case: Case) -> Iterator[Finding]:
    """`list.yaml` or a record names a rule that does not exist.

    Why: A misspelt setting does nothing, and nobody notices.
    Example: `ignore: [single-uses]` for `single-use`.
    Fix: Write the rule's name as this page has it.
    """
    return case.reported_as("unknown-rule")


RULES = (unused_ignore, unknown_rule)
