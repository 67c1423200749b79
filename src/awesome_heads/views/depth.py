"""Where a term stands on its vocabulary's scale, such as from shallow to deep."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Property, Term, Vocabulary


class Step(NamedTuple):
    """A step of a scale, and whether a term stands there."""

    label: str
    here: bool


class Depth(NamedTuple):
    """A term's place on a scale; `words` names its steps as a sentence does."""

    label: str
    steps: tuple[Step, ...]
    words: str


class StepCount(NamedTuple):
    """How many terms stand on a step, and that number as a share of the largest.

    `said` is False for those that stand on none.
    """

    label: str
    terms: int
    share: int
    said: bool = True


class DepthSummary(NamedTuple):
    """Where the terms of a group stand; a term on two steps counts on both."""

    label: str
    description: str
    counts: tuple[StepCount, ...]


def scale_of(vocabulary: Vocabulary) -> tuple[str, Property] | None:
    """The first property that has a scale, with its name; pages draw that one alone."""
    declared = vocabulary.properties.items()
    return next(((name, each) for name, each in declared if each.scale), None)


def depth_of(vocabulary: Vocabulary, term: Term, language: Language) -> Depth | None:
    """Where a term stands; None where it does not say, or names no step of the scale."""
    scaled = scale_of(vocabulary)
    if scaled is None or scaled[0] not in term.properties:
        return None
    name, declared = scaled
    named = declared.steps(term.properties[name])
    steps = tuple(Step(label, label in named) for label in declared.scale)
    here = [step.label for step in steps if step.here]
    return Depth(declared.label, steps, language.listed(here)) if here else None


def depth_summary(
    vocabulary: Vocabulary, terms: Iterable[Term], language: Language
) -> DepthSummary | None:
    """Count terms by step, those that say nothing last; None where no term says anything."""
    scaled = scale_of(vocabulary)
    if scaled is None:
        return None
    unsaid = language.pgettext("step of a scale", "not said")
    counted: Counter[str] = Counter()
    for term in terms:
        depth = depth_of(vocabulary, term, language)
        counted.update([step.label for step in depth.steps if step.here] if depth else [unsaid])
    steps = scaled[1].scale
    most = max((counted[label] for label in steps), default=0)
    if not most:
        return None
    labels = (*steps, unsaid) if counted[unsaid] else steps
    fullest = max(most, counted[unsaid])
    return DepthSummary(
        scaled[1].label,
        scaled[1].description,
        tuple(
            StepCount(label, counted[label], round(100 * counted[label] / fullest), label in steps)
            for label in labels
        ),
    )
