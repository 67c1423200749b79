"""The rules over a whole list, and how much each matters there."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from awesome_heads.checks import (
    dates,
    followed,
    identity,
    ignores,
    links,
    listing,
    people,
    reading,
    shape,
    terms,
    text,
    usage,
    vocabularies,
    walkthroughs,
)
from awesome_heads.checks.case import Case
from awesome_heads.checks.rule import Rule
from awesome_heads.config import Rules
from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import nearest

__all__ = ["FOLLOWED", "RULES", "Case", "Rule", "run", "run_reported"]

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *shape.RULES,
    *dates.RULES,
    *terms.RULES,
    *vocabularies.RULES,
    *walkthroughs.RULES,
    *usage.RULES,
    *identity.RULES,
    *links.RULES,
    *text.RULES,
    *people.RULES,
    *listing.RULES,
    *ignores.RULES,
)


FOLLOWED: tuple[Rule, ...] = followed.RULES
"""Rules that only speak where links are followed: `run` finds nothing by them."""

NAMES = frozenset(rule.name for rule in (*RULES, *FOLLOWED))


def run(
    case: Case, *, blocking_only: bool = False, covers: Callable[[str], bool] | None = None
) -> list[Diagnostic]:
    """Apply the rules, weigh what they find, and order it by place.

    Args:
        case: The list.
        blocking_only: Apply only the rules that a build depends on.
        covers: Whether a file, by its path, is asked about; all are where this is left out.
    """
    settings = case.settings[1].rules if case.settings else Rules()
    rules = [rule for rule in RULES if rule.blocking or not blocking_only]
    found = _apply(rules, case, settings, covers)
    if not blocking_only:
        about_rules = replace(case, reported=(*_idle(case, found), *_unknown(case)))
        found += _apply(list(ignores.RULES), about_rules, settings)
    return sorted(_not_ignored(case, found), key=lambda diagnostic: diagnostic.order)


def run_reported(case: Case, reported: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Weigh what was found outside the rules, by the rules of the same names."""
    found = list(reported)
    names = {each.rule for each in found}
    settings = case.settings[1].rules if case.settings else Rules()
    rules = [rule for rule in (*RULES, *FOLLOWED) if rule.name in names]
    weighed = _apply(rules, replace(case, reported=tuple(found)), settings)
    return list(_not_ignored(case, weighed))


def _apply(
    rules: Iterable[Rule],
    case: Case,
    settings: Rules,
    covers: Callable[[str], bool] | None = None,
) -> list[Diagnostic]:
    whole = replace(case, covers=covers) if covers else case
    asked = case.narrowed(covers) if covers else case
    return [
        Diagnostic(each.location, rule.name, each.message, each.hint, severity, each.edit)
        for rule in rules
        if (severity := _severity(rule, settings)) is not None
        for each in rule.check(whole if rule.across else asked)
    ]


def _severity(rule: Rule, settings: Rules) -> Severity | None:
    """What the list makes of a rule; None where it ignores it. Blocking rules stay errors."""
    if rule.blocking:
        return Severity.ERROR
    if rule.name in settings.ignore:
        return None
    if rule.name in settings.error:
        return Severity.ERROR
    return Severity.WARNING if rule.name in settings.warn else rule.severity


def _not_ignored(case: Case, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    ignored = {(source.path, name) for source, paper in case.papers for name in paper.ignore}
    blocking = {rule.name for rule in RULES if rule.blocking}
    for each in found:
        if each.rule in blocking or (each.location.path, each.rule) not in ignored:
            yield each


def _idle(case: Case, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    matched = {(each.location.path, each.rule) for each in found}
    names = {rule.name for rule in RULES}
    for source, paper in case.papers:
        for name in paper.ignore:
            if name in names and (source.path, name) not in matched:
                message = f"`{name}` is ignored, but finds nothing here"
                place = source.locate(("ignore", name), key=True)
                yield Diagnostic(place, "unused-ignore", message, "delete the line")


def _unknown(case: Case) -> Iterator[Diagnostic]:
    for source, loc, name in _named_rules(case):
        if name not in NAMES:
            close = nearest(name, NAMES)
            hint = f"did you mean `{close}`?" if close else "docs/rules.md lists the rules"
            place = source.locate(loc, key=loc[0] == "ignore")
            yield Diagnostic(place, "unknown-rule", f"there is no rule `{name}`", hint)


def _named_rules(case: Case) -> Iterator[tuple[Source, Loc, str]]:
    for source, paper in case.papers:
        for name in paper.ignore:
            yield source, ("ignore", name), name
    if case.settings is not None:
        source, config = case.settings
        for field in ("ignore", "warn", "error"):
            for place, name in enumerate(getattr(config.rules, field)):
                yield source, ("rules", field, place), name
