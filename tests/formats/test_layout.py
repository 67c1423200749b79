"""JSON for people and programs alike."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.formats.layout import format_object

LONG = ["word" * 6] * 6


def test_an_object_is_laid_out() -> None:
    """A member a line; a long list or object has a line for each of its parts."""
    facts = {"a": "ä", "b": [1, 2], "c": {}, "d": LONG[:1], "e": {"x": LONG, "y": 1}}
    long = json.dumps(LONG)
    assert format_object(facts) == (
        '{\n  "a": "ä",\n  "b": [1, 2],\n  "c": {},\n  "d": ["wordwordwordwordwordword"],\n'
        f'  "e": {{\n    "x": {long},\n    "y": 1\n  }}\n}}'
    )


VALUES = st.recursive(
    st.one_of(st.text(), st.integers(), st.none(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.text(), VALUES, min_size=1))
def test_what_is_laid_out_is_the_same_object(facts: dict[str, object]) -> None:
    """Only blanks and line ends are added."""
    text = format_object(facts)
    assert json.loads(text) == facts
