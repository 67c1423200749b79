"""Whether a vocabulary is sound in itself: its tree, its names and its file."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.checks.walkthroughs import steps_of
from awesome_heads.diagnostics import Finding
from awesome_heads.model import TOGETHER, Group, Paper, Term, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import nearest, slugify

# Every field of a record but the one that every list's records fill from a vocabulary.
_OWN_FIELDS = frozenset(Paper.model_fields) - {"tags"}


@rule(blocking=True)
def unknown_group(case: Case) -> Iterator[Finding]:
    """A term, a flow or a step names a group that is not in the vocabulary's tree.

    Why: The term would hang nowhere and be found by nobody.
    Example: `group: [Frame]` where the tree has `Framed`.
    Fix: Write the path as the tree has it, or add the group there.
    """
    for source, vocabulary in case.vocabularies:
        paths = {path for path, _ in _groups(vocabulary.groups)}
        for place, term in enumerate(vocabulary.terms):
            if term.group and term.group not in paths:
                yield _unknown(source, ("terms", place, "group"), term.group, paths)
        first_level: set[tuple[str, ...]] = {(group.name,) for group in vocabulary.groups}
        for place, flow in enumerate(vocabulary.flows):
            for end, name in (("start", flow.start), ("end", flow.end)):
                if (name,) not in first_level:
                    yield _unknown(source, ("flows", place, end), (name,), first_level, "{}")
        for loc, step in steps_of(vocabulary):
            if (step.group,) not in first_level:
                yield _unknown(source, (*loc, "group"), (step.group,), first_level, "{}")


def _groups(
    groups: tuple[Group, ...], above: tuple[str, ...] = (), at: Loc = ()
) -> Iterator[tuple[tuple[str, ...], Loc]]:
    """Every group as its path in the tree, and its path in the file."""
    for place, group in enumerate(groups):
        path, loc = (*above, group.name), (*at, "groups", place)
        yield path, loc
        yield from _groups(group.groups, path, loc)


@rule(blocking=True)
def group_page(case: Case) -> Iterator[Finding]:
    """Two groups of one place in the tree would share a page, or one would have none.

    Why: A group's page is named by its letters and digits, in lower case.
    Example: `Slow & Cold` beside `Slow, Cold`.
    Fix: Join the two, or give one of them another name.
    """
    for source, vocabulary in case.vocabularies:
        owners: dict[tuple[str, ...], str] = {}
        for path, loc in _groups(vocabulary.groups):
            slugs, place = tuple(slugify(name) for name in path), (*loc, "name")
            owner = owners.setdefault(slugs, path[-1])
            if not slugs[-1]:
                message = f"`{path[-1]}` has no letter or digit to name its page by"
                yield finding(source, place, message, "add a word to the name")
            elif owner != path[-1]:
                message = f"`{path[-1]}` and `{owner}` would share a page"
                yield finding(source, place, message, "join the two, or rename one")


def _unknown(
    source: Source,
    loc: Loc,
    path: tuple[str, ...],
    known: set[tuple[str, ...]],
    written: str = "[{}]",
) -> Finding:
    """Say that a group is none, and how the one that was probably meant is written there."""
    names = {" / ".join(name): name for name in sorted(known)}
    close = nearest(" / ".join(path), names)
    meant = written.format(", ".join(names[close])) if close else ""
    hint = f"did you mean `{meant}`?" if close else "add it under `groups`"
    return finding(source, loc, f"there is no group `{' / '.join(path)}`", hint)


@rule()
def group_twice(case: Case) -> Iterator[Finding]:
    """A group has the name of one beside it, or of one that it lies in.

    Why: Terms name a group by its path, so nobody can tell two groups of one path apart.
    Example: `Reading` twice below `groups`, with different descriptions.
    Fix: Join the two groups, or give one of them another name.
    """
    for source, vocabulary in case.vocabularies:
        first: dict[tuple[str, ...], Loc] = {}
        for path, loc in _groups(vocabulary.groups):
            *above, name = path
            shown = " / ".join(path)
            owner = first.setdefault(path, loc)
            place = (*loc, "name")
            if owner is not loc:
                line = source.locate((*owner, "name")).line
                message = f"the group `{shown}` is there already, in line {line}"
                yield finding(source, place, message, "join the two, or rename one")
            elif name in above:
                message = f"the group `{shown}` has the name of a group that it lies in"
                yield finding(source, place, message, "rename one, or move what it holds up")


@rule(blocking=True)
def term_page(case: Case) -> Iterator[Finding]:
    """Two terms of a vocabulary would share a page, or one would have none.

    Why: A term's page is named by its letters and digits, in lower case.
    Example: `U-Shaped Kite` and `U Shaped Kite` as two terms.
    Fix: Merge them, one as an alias of the other.
    """
    for source, vocabulary in case.vocabularies:
        owners: dict[str, str] = {}
        for place, term in enumerate(vocabulary.terms):
            loc: Loc = ("terms", place, "name")
            if not term.slug:
                message = f"`{term.name}` has no letter or digit to name its page by"
                yield finding(source, loc, message, "add a word to the name")
            elif term.slug == TOGETHER and vocabulary.walkthroughs:
                message = f"`{term.name}` and the walk-throughs would share a page"
                yield finding(source, loc, message, "add a word to the name")
            elif term.slug in owners:
                message = f"`{term.name}` and `{owners[term.slug]}` would share a page"
                yield finding(source, loc, message, "merge them, one as an alias of the other")
            else:
                owners[term.slug] = term.name


@rule(blocking=True)
def alias_is_name(case: Case) -> Iterator[Finding]:
    """An alias is also the name, or another alias, of a term in the same vocabulary.

    Why: A record that uses it could mean either term, or the alias says nothing new.
    Example: `aliases: [Box Kite]` below one term, where `Box Kite` is a term of its own.
    Fix: Delete the alias where it does not belong, or merge the two terms.
    """
    for source, vocabulary in case.vocabularies:
        names = {term.name: term for term in vocabulary.terms}
        owners: dict[str, Term] = {}
        for term, loc, alias in _aliases(vocabulary):
            named = names.get(alias)
            if named is term:
                message = f"`{alias}` repeats the term's own name"
                yield finding(source, loc, message, "delete the alias")
            elif named is not None:
                if not _leads_back(named, term, names):
                    message = f"`{alias}` is an alias of `{term.name}`, and a term of its own"
                    hint = f"delete the alias, or merge `{alias}` and `{term.name}`"
                    yield finding(source, loc, message, hint)
            elif alias in owners:
                message = f"`{alias}` is an alias of `{owners[alias].name}` already"
                yield finding(source, loc, message, "delete it in one of the two places")
            else:
                owners[alias] = term


@rule(blocking=True)
def alias_cycle(case: Case) -> Iterator[Finding]:
    """Terms name each other as aliases.

    Why: Each says that the other is its true name, so a record's use of either means nothing.
    Example: `Box Kite` with the alias `Crate Kite`, and `Crate Kite` with the alias
    `Box Kite`.
    Fix: Keep one term, with the other's name among its aliases.
    """
    for source, vocabulary in case.vocabularies:
        names = {term.name: term for term in vocabulary.terms}
        for term, loc, alias in _aliases(vocabulary):
            named = names.get(alias)
            if named is not None and named is not term and _leads_back(named, term, names):
                message = f"`{alias}` is an alias of `{term.name}`, which is an alias of it in turn"
                hint = (
                    f"keep one term, with the other's name as its alias: `{alias}` or `{term.name}`"
                )
                yield finding(source, loc, message, hint)


@rule()
def off_scale(case: Case) -> Iterator[Finding]:
    """A term names a step that its property's scale does not have.

    Why: Pictures show where a term stands on the scale; what is not on it cannot be shown.
    Example: `depth: bottom`, where the scale is `[shallow, deep]`.
    Fix: Write a step of the scale, or several joined by `/`, or add the step to the scale.
    """
    for source, vocabulary in case.vocabularies:
        for place, term in enumerate(vocabulary.terms):
            for name, value in term.properties.items():
                declared = vocabulary.properties[name]
                for step in declared.steps(value) if declared.scale else ():
                    if step not in declared.scale:
                        close = nearest(step, declared.scale)
                        known = ", ".join(f"`{each}`" for each in declared.scale)
                        hint = f"did you mean `{close}`?" if close else f"its steps are {known}"
                        message = f"`{step}` is not on the scale of `{name}`"
                        yield finding(source, ("terms", place, name), message, hint)


def _aliases(vocabulary: Vocabulary) -> Iterator[tuple[Term, Loc, str]]:
    for place, term in enumerate(vocabulary.terms):
        for number, alias in enumerate(term.aliases):
            yield term, ("terms", place, "aliases", number), alias


def _leads_back(start: Term, goal: Term, names: dict[str, Term]) -> bool:
    """Whether aliases that are terms themselves lead from one term to another."""
    seen, ahead = {start.name}, [start]
    while ahead:
        term = ahead.pop()
        if term is goal:
            return True
        for alias in term.aliases:
            if alias in names and alias not in seen:
                seen.add(alias)
                ahead.append(names[alias])
    return False


RULES = (
    unknown_group,
    group_twice,
    group_page,
    term_page,
    alias_is_name,
    alias_cycle,
    off_scale,
)
