"""What flows between stages: arrows in lanes above the map, and the same in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import Flow
from awesome_heads.text import slugify
from awesome_heads.views.lettering import cut, width_of
from awesome_heads.views.tree import Branch

SIZE = 12
_LANE, _TOP, _LOWEST, _BEND, _TIP = 23, 18, 30, 7, 7
_FARTHEST_APART = 20


class Lane(NamedTuple):
    """An arrow: up from its stage, along its own lane, and down to the stage it reaches.

    The label stands across the lane, around `x`; `room` is what it covers of the lane.
    """

    path: str
    tip: str
    stage: str
    back: bool
    label: str
    x: float
    y: float
    room: float


class FlowStrip(NamedTuple):
    """The arrows above the stages, as wide as all of them side by side."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    words: str


class _Course(NamedTuple):
    flow: Flow
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        return min(self.start, self.end), max(self.start, self.end)

    @property
    def back(self) -> bool:
        return self.end < self.start


def flow_strip(
    stages: Sequence[Branch], flows: Iterable[Flow], width: float, gap: float, language: Language
) -> FlowStrip | None:
    """Lay out the arrows between stages that stand side by side; None where there are none.

    Short arrows lie lowest, and of a stage's arrows the highest leave from its middle, so that
    those to one side of it never cross.
    """
    courses = _courses(stages, flows)
    if not courses:
        return None
    levels = _levels(courses)
    ports = _ports(courses, levels, width, gap)
    height = _TOP + _LOWEST + _LANE * max(levels)
    lanes = []
    for number, course in enumerate(courses):
        y = height - _LOWEST - _LANE * levels[number]
        leaves, lands = ports[number, course.start], ports[number, course.end]
        beside = course.start if not course.back else course.start - 1
        x = (beside + 1) * (width + gap) - gap / 2
        label = cut(course.flow.label or "", width * 0.6, SIZE)
        lanes.append(
            Lane(
                path=_path(leaves, lands, y, height - _TIP),
                tip=f"M{lands - 4:g} {height - _TIP - 1:g}h8L{lands:g} {height:g}z",
                stage=slugify(course.flow.start),
                back=course.back,
                label=label,
                x=round(x, 1),
                y=y,
                room=round(width_of(label, SIZE) + 8, 1),
            )
        )
    total = width * len(stages) + gap * (len(stages) - 1)
    clauses = language.series(_clause(course.flow, language) for course in courses)
    words = language.pgettext("flows", "%(clauses)s.", clauses=clauses)
    return FlowStrip(total, height, tuple(lanes), words)


def flows_from(stage: str, flows: Iterable[Flow], language: Language) -> tuple[str, ...]:
    """Where a stage's arrows lead, each with what travels along it."""
    return tuple(_goal(flow, language) for flow in flows if flow.start == stage)


def _goal(flow: Flow, language: Language) -> str:
    if not flow.label:
        return flow.end
    return language.pgettext("flow", "%(stage)s (%(what)s)", stage=flow.end, what=flow.label)


def _clause(flow: Flow, language: Language) -> str:
    goal = _goal(flow, language)
    return language.gettext("%(stage)s leads to %(goal)s", stage=flow.start, goal=goal)


def _courses(stages: Sequence[Branch], flows: Iterable[Flow]) -> tuple[_Course, ...]:
    places = {stage.label: place for place, stage in enumerate(stages)}
    return tuple(
        _Course(flow, places[flow.start], places[flow.end])
        for flow in flows
        if flow.start in places and flow.end in places and flow.start != flow.end
    )


def _levels(courses: Sequence[_Course]) -> list[int]:
    """The lane of each arrow: the lowest in which it meets no other, short arrows first."""
    levels = [0] * len(courses)
    taken: list[list[tuple[int, int]]] = []
    for number in sorted(range(len(courses)), key=lambda each: _length(courses[each])):
        first, last = courses[number].span
        level = 0
        while level < len(taken) and any(a < last and first < b for a, b in taken[level]):
            level += 1
        if level == len(taken):
            taken.append([])
        taken[level].append((first, last))
        levels[number] = level
    return levels


def _length(course: _Course) -> tuple[int, bool]:
    return course.span[1] - course.span[0], course.back


def _ports(
    courses: Sequence[_Course], levels: Sequence[int], width: float, gap: float
) -> dict[tuple[int, int], float]:
    """Where each arrow meets each of its stages, by the arrow's number and the stage's place."""
    found: dict[tuple[int, int], float] = {}
    for place in {end for course in courses for end in course.span}:
        ends = list(_ends(courses, levels, place))
        apart = min(_FARTHEST_APART, width / (len(ends) + 1))
        middle = place * (width + gap) + width / 2
        for order, number in enumerate(ends):
            x = middle + apart * (order - (len(ends) - 1) / 2)
            found[number, place] = round(x, 1)
    return found


def _ends(courses: Sequence[_Course], levels: Sequence[int], place: int) -> Iterator[int]:
    """The arrows of a stage from left to right."""
    numbers = [number for number, course in enumerate(courses) if place in course.span]
    leftward = [number for number in numbers if courses[number].span[1] == place]
    rightward = [number for number in numbers if courses[number].span[0] == place]
    yield from sorted(leftward, key=lambda number: levels[number])
    yield from sorted(rightward, key=lambda number: -levels[number])


def _path(leaves: float, lands: float, y: float, base: float) -> str:
    turn = _BEND if leaves < lands else -_BEND
    return (
        f"M{leaves:g} {base:g}V{y + _BEND:g}Q{leaves:g} {y:g} {leaves + turn:g} {y:g}"
        f"H{lands - turn:g}Q{lands:g} {y:g} {lands:g} {y + _BEND:g}V{base:g}"
    )
