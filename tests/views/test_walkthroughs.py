"""Walk-throughs: the steps in words, and the picture of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Vocabulary
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.drawing import LAYOUTS, Act, Drawing, drawing
from awesome_heads.views.lanes import lanes_of, users_of
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said, Shape
from awesome_heads.views.walkthroughs import (
    Walk,
    WalkthroughsPage,
    walkthrough_pages,
    walkthroughs_with,
)
from tests.builders import a_config, a_library, a_paper, a_vocabulary

STEPS = [
    {
        "group": "Up",
        "terms": ["Rapid", "Top"],
        "reads": [1, 4],
        "writes": "haste",
        "text": "Both *run*.",
    },
    {"group": "Up", "terms": ["Top"], "reads": [2], "after": [1], "writes": "more", "text": "On."},
    {"group": "Down", "terms": ["Deep"], "after": [1, 2], "writes": "rest", "text": "It sleeps."},
]
TAGS = a_vocabulary(
    terms=(
        {"name": "Quick", "group": ["Up"], "aliases": ["Rapid"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Deep", "group": ["Down"]},
        "Copy Head",
    ),
    groups=[{"name": "Up"}, {"name": "Down"}],
    walkthroughs=[
        {
            "title": "Run & rest",
            "about": "A race.",
            "prompt": ["go", "stop", ",", "go", "now", "."],
            "answer": "home",
            "steps": STEPS,
        }
    ],
)
SHAPES: tuple[Shape, ...] = ("wide", "narrow")
each_shape = pytest.mark.parametrize("shape", SHAPES)


def _walk(tags: Vocabulary = TAGS) -> Walk:
    scene = Scene(a_config(), a_library(a_paper(), vocabularies=[tags]))
    (page,) = walkthrough_pages(scene)
    assert page.path == f"{tags.id}/together/index.html"
    assert isinstance(page.context, WalkthroughsPage)
    (walk,) = page.context.walks
    return walk


def test_a_list_without_walk_throughs_has_no_page() -> None:
    """Only a vocabulary that has some gets one."""
    assert not [*walkthrough_pages(Scene(a_config(), a_library(a_paper())))]


def test_steps_are_told_in_words() -> None:
    """What each takes in is named, its terms by their own names and linked."""
    walk = _walk()
    assert walk.prompt == "go stop, go now."
    first, second, third = walk.strides
    assert [term.label for term in first.terms] == ["Quick", "Top"]
    assert first.terms[0].page == "tags/quick/index.html"
    assert (first.stage, first.group) == ("up", "Up")
    assert first.takes == "\u201cgo\u201d in 2 places"
    assert second.takes == "\u201cstop\u201d and step 1"
    assert third.takes == "step 1 and step 2"


def test_the_picture_is_told_in_words_too() -> None:
    """Its description has the prompt, every step and the answer."""
    for each in _walk().drawings:
        assert each.said.title == "Run & rest"
        assert each.said.description == (
            "Prompt: go stop, go now. \u2026 1. Up: Quick and Top from \u201cgo\u201d in 2 places, "
            "giving: haste. 2. Up: Top from \u201cstop\u201d and step 1, giving: more. "
            "3. Down: Deep from step 1 and step 2, giving: rest. Answer: home."
        )


def test_a_term_knows_its_walk_throughs() -> None:
    """By name or alias, with the steps that it takes part in."""
    assert walkthroughs_with(TAGS, TAGS.by_name["Top"], IN_ENGLISH) == (
        Neighbour("Run & rest", "tags/together/index.html#walk-run-rest", "steps 1 and 2 of 3"),
    )
    (quick,) = walkthroughs_with(TAGS, TAGS.by_name["Rapid"], IN_ENGLISH)
    assert quick.reason == "step 1 of 3"
    assert walkthroughs_with(TAGS, TAGS.by_name["Copy Head"], IN_ENGLISH) == ()


def test_outside_the_main_tree_groups_have_no_hue() -> None:
    """Stages are the first level of the list's own tree alone."""
    other = a_vocabulary(
        "methods",
        TAGS.model_dump()["terms"],
        groups=[{"name": "Up"}, {"name": "Down"}],
        walkthroughs=[each.model_dump() for each in TAGS.walkthroughs],
    )
    assert {stride.stage for stride in _walk(other).strides} == {""}


def _boxes(picture: Drawing) -> list[tuple[float, float, float, float]]:
    kinds = {"box", "answer"}
    return [tuple(mark[:4]) for mark in picture.boxes if mark.kind in kinds]  # type: ignore[misc]


@each_shape
def test_boxes_follow_each_other_down_the_picture(shape: Shape) -> None:
    """No box overlaps the next, all stand within the picture, the answer comes last."""
    (picture,) = (each for each in _walk().drawings if each.shape == shape)
    boxes = _boxes(picture)
    assert len(boxes) == len(STEPS) + 1
    for (_, y, _, height), (_, below, _, _) in pairwise(boxes):
        assert y + height < below
    for x, y, width, height in boxes:
        assert 0 <= x < x + width <= picture.width
        assert 0 <= y < y + height <= picture.height
    bands = [mark for mark in picture.bands if mark.kind == "band"]
    assert [mark.stage for mark in bands] == ["up", "down"]


@each_shape
def test_a_dot_marks_each_piece_that_a_step_reads(shape: Shape) -> None:
    """Dots lie on the lines of those pieces and of no others."""
    (picture,) = (each for each in _walk().drawings if each.shape == shape)
    (streams,) = (each.path for each in picture.strokes if each.kind == "stream")
    lines = [float(x) for x in re.findall(r"M([\d.]+)", streams)]
    dots = [mark.x + 4.5 for mark in picture.boxes if mark.kind == "read"]
    assert dots == pytest.approx([lines[0], lines[3], lines[1]])


@pytest.mark.parametrize(
    "pieces", [["a"], ["word"] * 40, ["A whole long question, in one piece?"] * 3]
)
@each_shape
def test_any_prompt_fits(shape: Shape, pieces: list[str]) -> None:
    """Pieces that have no room side by side are turned; none leaves the room for the prompt."""
    act = Act("Up", "up", (("Quick", ""),), (1, len(pieces)), (), "haste")
    picture = drawing(("p", Said("t", "d")), pieces, [act], "x", shape)
    tokens = [mark for mark in picture.boxes if mark.kind == "token"]
    assert len(tokens) == len(pieces)
    limit = LAYOUTS[shape].left if shape == "wide" else picture.width
    assert all(mark.x >= 0 and mark.x + mark.width <= limit for mark in tokens)


AFTERS = st.integers(1, 12).flatmap(
    lambda length: st.tuples(
        *(
            st.lists(st.integers(1, place), max_size=3).map(tuple) if place else st.just(())
            for place in range(length)
        )
    )
)


@given(AFTERS)
def test_no_two_results_share_a_stretch_of_a_lane(afters: tuple[tuple[int, ...], ...]) -> None:
    """A lane is free before another result enters it; what nobody uses goes to the answer."""
    users, lanes = users_of(afters), lanes_of(afters)
    spans = [(lanes[number], number, max(users[number])) for number in users]
    for lane, start, end in spans:
        for other, begin, stop in spans:
            assert (lane, start) == (other, begin) or lane != other or end <= begin or stop <= start
    used = {number for after in afters for number in after}
    last = len(afters) + 1
    assert {number for number in users if list(users[number]) == [last]} == set(users) - used
