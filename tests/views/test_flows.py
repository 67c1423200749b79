"""Arrows between stages."""

import re
from itertools import combinations

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Flow
from awesome_heads.project import Project
from awesome_heads.views.flows import SIZE, FlowStrip, Lane, flow_strip, flows_from
from awesome_heads.views.lettering import width_of
from awesome_heads.views.tree import Branch, Tree

WIDTH, GAP = 256, 20
NAMES = ("One", "Two", "Six", "Ten")


def _flow(text: str) -> Flow:
    """A flow written as `One>Two: label`."""
    way, _, label = text.partition(": ")
    start, _, end = way.partition(">")
    return Flow(start=start, end=end, label=label or None)


def _strip(*flows: str) -> FlowStrip | None:
    stages = [Branch(name, name.lower(), "", "", None, 0, (), ()) for name in NAMES]
    return flow_strip(stages, [_flow(each) for each in flows], WIDTH, GAP, IN_ENGLISH)


def _lanes(*flows: str) -> tuple[Lane, ...]:
    strip = _strip(*flows)
    assert strip is not None
    return strip.lanes


def _span(lane: Lane) -> tuple[float, float]:
    """Where a lane's horizontal part begins and ends."""
    leaves = float(re.findall(r"[\d.]+", lane.path)[0])
    lands = float(lane.tip.split("L")[1].split(" ")[0])
    return min(leaves, lands), max(leaves, lands)


ALL = [f"{a}>{b}: from {a} to {b}" for a in NAMES for b in NAMES if a != b]
REAL = [
    "One>Two: Memory",
    "Two>One",
    "One>Six: Memory",
    "Six>One",
    "Two>Six: Syntax & Semantic",
    "Six>Two: Reasoning Results",
    "Two>Ten: Syntax & Semantic",
    "Six>Ten: Reasoning Results",
]


@pytest.mark.parametrize("flows", [ALL, REAL, ALL[:3], ["One>Ten: x"]])
def test_lanes_do_not_meet(flows: list[str]) -> None:
    """Two arrows at one height are beside each other, not on each other."""
    for one, other in combinations(_lanes(*flows), 2):
        if one.y == other.y:
            (a, b), (c, d) = _span(one), _span(other)
            assert b < c or d < a


@pytest.mark.parametrize("flows", [ALL, REAL])
def test_labels_do_not_meet(flows: list[str]) -> None:
    """Each label lies on its own lane, clear of the next one and of every upright line."""
    lanes = _lanes(*flows)
    for one, other in combinations([lane for lane in lanes if lane.label], 2):
        beside = abs(one.x - other.x) >= (one.room + other.room) / 2
        assert beside or abs(one.y - other.y) >= SIZE * 1.25
    for lane in lanes:
        assert width_of(lane.label, SIZE) < lane.room
        if lane.label:
            assert _span(lane)[0] < lane.x < _span(lane)[1]


def test_labels_of_the_real_list_keep_clear_of_upright_lines() -> None:
    """Where arrows rise and fall, no label is in their way."""
    lanes = _lanes(*REAL)
    for lane in lanes:
        for other in lanes:
            for x in _span(other):
                assert not lane.label or abs(x - lane.x) > lane.room / 2


def test_arrows_have_ends_of_their_own() -> None:
    """No two arrows leave or reach a stage at the same place."""
    ends = [x for lane in _lanes(*ALL) for x in _span(lane)]
    assert len(set(ends)) == len(ends)


def test_arrows_stay_above_their_stages() -> None:
    """An end lies over the stage that it belongs to."""
    for text, lane in zip(REAL, _lanes(*REAL), strict=True):
        way = text.partition(":")[0].split(">")
        for name, x in zip(way, _span(lane) if not lane.back else _span(lane)[::-1], strict=True):
            left = NAMES.index(name) * (WIDTH + GAP)
            assert left < x < left + WIDTH


def test_arrows_that_lead_back_are_marked() -> None:
    """They are dashed, so that colour is not what tells."""
    assert [lane.back for lane in _lanes("One>Two", "Two>One")] == [False, True]


def test_everything_is_said_in_words() -> None:
    """The strip's description names every arrow, and a stage those that leave it."""
    strip = _strip("One>Two: milk", "Two>One", "One>Nowhere: x", "One>One: x")
    assert strip is not None
    assert strip.words == "One leads to Two (milk); Two leads to One."
    flows = [_flow("One>Two: milk"), _flow("Two>One"), _flow("One>Six")]
    assert flows_from("One", flows, IN_ENGLISH) == ("Two (milk)", "Six")


def test_without_arrows_there_is_no_strip() -> None:
    """Neither without flows, nor where no flow joins two stages of the map."""
    assert _strip() is None
    assert _strip("One>Nowhere") is None


def test_the_real_list_is_drawn(real: Project) -> None:
    """Every flow between its coloured stages has an arrow."""
    tags = real.library.vocabularies["tags"]
    stages = [each for each in Tree(real.library, "tags").stages if each.colour]
    strip = flow_strip(stages, tags.flows, WIDTH, GAP, IN_ENGLISH)
    assert strip is not None
    assert len(strip.lanes) == len(tags.flows)
