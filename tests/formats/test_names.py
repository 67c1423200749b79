"""Personal names taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.formats.names import Name, parse_name


@pytest.mark.parametrize(
    ("text", "family", "given_name", "suffix"),
    [
        ("Ada Example", "Example", "Ada", ""),
        ("Ada B. Example", "Example", "Ada B.", ""),
        ("Plato", "Plato", "", ""),
        ("Ada van der Example", "van der Example", "Ada", ""),
        ("Ada de la Example", "de la Example", "Ada", ""),
        ("Ada Van Example", "Example", "Ada Van", ""),
        ("Ada von Example Jr.", "von Example", "Ada", "Jr."),
        ("Ada Example III", "Example", "Ada", "III"),
        ("Ada Example, Jr.", "Example", "Ada", "Jr."),
        ("Ada  \t Example ", "Example", "Ada", ""),
        ("van Example", "Example", "van", ""),
        ("Jr.", "Jr.", "", ""),
        ("Ada Jr", "Ada", "", "Jr"),
        ("Ada Sample-Example", "Sample-Example", "Ada", ""),
        ("Äda Öxample", "Öxample", "Äda", ""),
        ("样例", "样例", "", ""),
        (",", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_name_is_taken_apart(text: str, family: str, given_name: str, suffix: str) -> None:
    """Particles belong to the family name, and a suffix to neither part."""
    assert parse_name(text) == Name(family, given_name, suffix)


@given(st.lists(st.sampled_from(["Ada", "van", "de", "Example", "Jr.", "IV", "B."]), max_size=6))
def test_no_word_is_lost(words: list[str]) -> None:
    """Given name, family name and suffix together are the words as written."""
    name = parse_name(" ".join(words))
    assert f"{name.given} {name.family} {name.suffix}".split() == words
