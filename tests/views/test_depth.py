"""Where terms stand on a scale."""

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Property, Vocabulary
from awesome_heads.views.depth import StepCount, depth_of, depth_summary, scale_of
from tests.builders import a_vocabulary

SCALE = {"label": "Reach", "description": "How far.", "scale": ["near", "middle", "far"]}
OTHER = {"label": "Height", "description": "How high.", "scale": ["low", "high"]}
PLAIN = {"label": "Colour", "description": "Which."}


def _vocabulary(*values: str | None, **properties: object) -> Vocabulary:
    terms = [
        {"name": f"Term {place}", "properties": {"reach": value} if value else {}}
        for place, value in enumerate(values)
    ]
    return a_vocabulary(terms=terms, properties=properties or {"reach": SCALE})


@pytest.mark.parametrize(
    ("value", "steps"),
    [("near", ("near",)), ("near/far", ("near", "far")), (" near / far ", ("near", "far"))],
)
def test_a_value_names_steps(value: str, steps: tuple[str, ...]) -> None:
    """One step, or several joined by a slash, with or without blanks."""
    assert Property.model_validate(SCALE).steps(value) == steps


@pytest.mark.parametrize(
    ("value", "here", "words"),
    [
        ("middle", [False, True, False], "middle"),
        ("far/middle", [False, True, True], "middle and far"),
        ("far/elsewhere", [False, False, True], "far"),
        ("near/middle/far", [True, True, True], "near, middle and far"),
    ],
)
def test_a_term_stands_where_it_says(value: str, here: list[bool], words: str) -> None:
    """Steps stand in the scale's order; what is not on the scale is left out."""
    vocabulary = _vocabulary(value)
    depth = depth_of(vocabulary, vocabulary.terms[0], IN_ENGLISH)
    assert depth is not None
    assert (depth.label, [step.here for step in depth.steps], depth.words) == ("Reach", here, words)


@pytest.mark.parametrize("value", [None, "elsewhere"])
def test_a_term_that_names_no_step_stands_nowhere(value: str | None) -> None:
    """Nothing is drawn of it."""
    vocabulary = _vocabulary(value)
    assert depth_of(vocabulary, vocabulary.terms[0], IN_ENGLISH) is None


def test_the_first_scale_is_the_one_that_is_drawn() -> None:
    """Properties without a scale, and further ones with one, stay words."""
    vocabulary = _vocabulary("near", colour=PLAIN, reach=SCALE, height=OTHER)
    found = scale_of(vocabulary)
    assert found is not None
    assert found[0] == "reach"
    assert scale_of(_vocabulary(None, colour=PLAIN)) is None


def test_a_group_is_summed_up_by_step() -> None:
    """A term on two steps counts on both, and those that say nothing are counted last."""
    vocabulary = _vocabulary("near", "near/far", None, "near", "elsewhere")
    summary = depth_summary(vocabulary, vocabulary.terms, IN_ENGLISH)
    assert summary is not None
    assert summary.counts == (
        StepCount("near", 3, 100),
        StepCount("middle", 0, 0),
        StepCount("far", 1, 33),
        StepCount("not said", 2, 67, said=False),
    )


def test_a_group_that_says_nothing_has_no_summary() -> None:
    """Neither without a scale, nor without a term on it; nobody silent means no such line."""
    assert depth_summary(_vocabulary(None), _vocabulary(None).terms, IN_ENGLISH) is None
    plain = _vocabulary(None, colour=PLAIN)
    assert depth_summary(plain, plain.terms, IN_ENGLISH) is None
    full = _vocabulary("far")
    summary = depth_summary(full, full.terms, IN_ENGLISH)
    assert summary is not None
    assert [each.label for each in summary.counts] == ["near", "middle", "far"]
