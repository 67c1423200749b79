"""Whether the steps of a walk-through can be followed."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding
from awesome_heads.model import Step, Vocabulary
from awesome_heads.records.source import Loc
from awesome_heads.text import count


def steps_of(vocabulary: Vocabulary) -> Iterator[tuple[Loc, Step]]:
    """Every step of a vocabulary's walk-throughs, with its path in the file."""
    for place, each in enumerate(vocabulary.walkthroughs):
        for number, step in enumerate(each.steps):
            yield ("walkthroughs", place, "steps", number), step


@rule(blocking=True)
def step_input(case: Case) -> Iterator[Finding]:
    """A step of a walk-through takes in what is not there, or nothing at all.

    Why: The drawing would need an arrow from nowhere.
    Example: `reads: [9]` where the prompt has eight pieces, or `after: [3]` in the third step.
    Fix: Count the pieces of the prompt, and the steps, from 1; a step uses only those before it.
    """
    for source, vocabulary in case.vocabularies:
        for loc, step in steps_of(vocabulary):
            length = len(vocabulary.walkthroughs[int(loc[1])].prompt)
            for place, piece in enumerate(step.reads):
                if piece > length:
                    message = f"the prompt has no piece {piece}, only {length}"
                    yield finding(source, (*loc, "reads", place), message, f"write 1 to {length}")
            earlier = int(loc[3])
            for place, number in enumerate(step.after):
                if number > earlier:
                    message = f"step {earlier + 1} cannot use step {number}"
                    hint = f"only {count(earlier, 'step')} came before"
                    yield finding(source, (*loc, "after", place), message, hint)
            if not (step.reads or step.after):
                message = f"step {earlier + 1} takes nothing in"
                yield finding(source, loc, message, "add `reads: [1]`, or `after:` with a step")


RULES = (step_input,)
