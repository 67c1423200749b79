"""Who uses the result of which step, and in which lane of a drawing's gutter it travels."""

from collections.abc import Mapping, Sequence

Afters = Sequence[tuple[int, ...]]


def users_of(afters: Afters) -> Mapping[int, Sequence[int]]:
    """For each step, counted from 1, those that use it; the answer, as a last one, uses the rest.

    Args:
        afters: For each step, the earlier steps that it uses.
    """
    uses: dict[int, list[int]] = {number: [] for number in range(1, len(afters) + 1)}
    for number, after in enumerate(afters, start=1):
        for earlier in dict.fromkeys(after):
            uses[earlier].append(number)
    return {number: users or [len(afters) + 1] for number, users in uses.items()}


def lanes_of(afters: Afters) -> Mapping[int, int]:
    """For each step, its lane: 0 next to the boxes, and never one where another result travels."""
    taken: list[int] = []
    lanes = {}
    for number, users in users_of(afters).items():
        free = (lane for lane, until in enumerate(taken) if until <= number)
        lane = next(free, len(taken))
        taken[lane : lane + 1] = [max(users)]
        lanes[number] = lane
    return lanes
