"""What `awesome-heads links` finds where it follows the links; no rule here can tell by itself."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Severity


@rule()
def dead_link(case: Case) -> Iterator[Finding]:
    """A link has failed on three days, and has not answered well in between.

    Why: Readers who follow it find nothing.
    Example: The page of a demo whose host was given up.
    Fix: Write where it is now, or a copy that an archive keeps, or delete the link.
    """
    return case.reported_as("dead-link")


@rule(Severity.WARNING, fixable=True)
def moved_link(case: Case) -> Iterator[Finding]:
    """A link leads elsewhere for good, by the word of its host.

    Why: The old address is sent on only as long as somebody sees to it.
    Example: A repository whose owner was renamed.
    Fix: Write the new address; `--fix` does it.
    """
    return case.reported_as("moved-link")


@rule(Severity.WARNING)
def private_link(case: Case) -> Iterator[Finding]:
    """A link leads into a private network, by its name or on the way.

    Why: Nobody else can reach it, and whoever follows it asks a machine of their own.
    Example: A name that stands for `10.0.0.7`.
    Fix: Write an address that everybody can reach, or delete the link.
    """
    return case.reported_as("private-link")


@rule(Severity.NOTE)
def failing_link(case: Case) -> Iterator[Finding]:
    """A link failed today, but not yet on three days.

    Why: Hosts have bad days. Most such links are back within the week.
    Example: A host that is being moved.
    Fix: Nothing yet.
    """
    return case.reported_as("failing-link")


@rule(Severity.NOTE)
def blocked_link(case: Case) -> Iterator[Finding]:
    """A host does not let programs in, so nobody knows whether the link is alive.

    Why: Publishers keep programs out, and let their readers in.
    Example: A journal that answers 403, or asks its readers to prove that they are people.
    Fix: Open it in a browser. If it is well, there is nothing to do.
    """
    return case.reported_as("blocked-link")


@rule(Severity.NOTE)
def doubtful_link(case: Case) -> Iterator[Finding]:
    """A page is there, but looks like one that says that something is not.

    Why: Some hosts never answer that a page is missing. This is a guess, by title and address.
    Example: A title such as "Page not found", or a way that ends at the host's front page.
    Fix: Open it, and see whether what was meant is still there.
    """
    return case.reported_as("doubtful-link")


RULES = (dead_link, moved_link, private_link, failing_link, blocked_link, doubtful_link)
