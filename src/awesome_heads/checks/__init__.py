"""Rules over a whole list: each is a function that yields diagnostics."""

from collections.abc import Callable, Iterator

from awesome_heads.checks.case import Case
from awesome_heads.checks.identity import duplicate_ids
from awesome_heads.checks.placement import wrong_folder
from awesome_heads.checks.terms import term_pages, unknown_groups, unknown_terms
from awesome_heads.diagnostics import Diagnostic

__all__ = ["RULES", "Case", "run"]

RULES: tuple[Callable[[Case], Iterator[Diagnostic]], ...] = (
    wrong_folder,
    duplicate_ids,
    unknown_terms,
    unknown_groups,
    term_pages,
)


def run(case: Case) -> list[Diagnostic]:
    """Apply every rule, and order what they find by place."""
    return sorted(finding for rule in RULES for finding in rule(case))
