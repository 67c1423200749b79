"""Personal names taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.formats.names import Name, parse_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Example", Name("Example", "Ada")),
        ("Ada B. Example", Name("Example", "Ada B.")),
        ("Ada  \t Example ", Name("Example", "Ada")),
        ("Ada Sample-Example", Name("Sample-Example", "Ada")),
        ("Äda Öxample", Name("Öxample", "Äda")),
        ("Ада Примерова", Name("Примерова", "Ада")),
        ("Ada Van Example", Name("Example", "Ada Van")),
        ("van Example", Name("Example", "van")),
        ("Ada al-Example", Name("al-Example", "Ada")),
    ],
)
def test_the_last_word_is_the_family_name(text: str, name: Name) -> None:
    """What stands before it is the given name."""
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada van der Example", Name("Example", "Ada", particle="van der")),
        ("Ada de la Example", Name("Example", "Ada", particle="de la")),
        ("Ada de la Example Sample", Name("Example Sample", "Ada", particle="de la")),
        ("Ada ibn Example al Sample", Name("Example al Sample", "Ada", particle="ibn")),
        ("Ada Example y Sample", Name("Example y Sample", "Ada")),
        ("Ada y Sample", Name("Sample", "Ada y")),
        ("Ada da Example e Sample", Name("Example e Sample", "Ada", particle="da")),
    ],
)
def test_particles_lead_the_family_name(text: str, name: Name) -> None:
    """The first particle begins it, and a joining letter takes the word before it along."""
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada von Example Jr.", Name("Example", "Ada", "Jr.", "von")),
        ("Ada Example III", Name("Example", "Ada", "III")),
        ("Ada Example, Jr.", Name("Example", "Ada", "Jr.")),
        ("Example, Ada, Jr.", Name("Example", "Ada", "Jr.")),
        ("Ada Jr", Name("Ada", "", "Jr")),
        ("Jr.", Name(literal="Jr.")),
    ],
)
def test_a_suffix_is_neither_name(text: str, name: Name) -> None:
    """It stands apart, with or without a comma; alone it is all there is."""
    assert parse_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Example, Ada", Name("Example", "Ada")),
        ("van der Example, Ada B.", Name("Example", "Ada B.", particle="van der")),
        ("王 伟", Name("王", "伟")),
        ("김 민준", Name("김", "민준")),
        ("さとう はな", Name("さとう", "はな")),
    ],
)
def test_the_family_name_may_stand_first(text: str, name: Name) -> None:
    """Before a comma, and in the scripts of East Asia."""
    assert parse_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        *("Plato", "OpenAI", "王伟", "김민준"),
        *("Heads and Tails", "Heads & Tails", "Apple, Banana, Cherry"),
        *("Example Team", "Big Example Workshop", "Example Collaboration", "Example Inc."),
        *("Example Corporation", "Example Labs", "Example Association"),
        *("Example AI", "University of Examples", "Institute for Made-Up Things"),
    ],
)
def test_some_names_stay_whole(text: str) -> None:
    """Names of one word, and those of bodies."""
    assert parse_name(text) == Name(literal=text)


@pytest.mark.parametrize("text", ["Ada Ai", "The Anh Nguyen", "Anderson Example", "Ada Teamer"])
def test_people_are_no_bodies(text: str) -> None:
    """A name that only looks a little like a body's is taken apart."""
    given_name, _, family = text.rpartition(" ")
    assert parse_name(text) == Name(family, given_name)


@pytest.mark.parametrize("text", ["", ",", ", ,"])
def test_a_text_without_a_word_stays_whole(text: str) -> None:
    """It fails nobody, and nothing is made of it."""
    assert parse_name(text) == Name(literal=text)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        (Name("Example", "Ada", particle="van der"), "van der Example"),
        (Name("Example", "Ada"), "Example"),
        (Name(literal="Example Team"), "Example Team"),
    ],
)
def test_a_surname_is_what_lists_are_sorted_by(name: Name, surname: str) -> None:
    """The family name with its particle, or all there is."""
    assert name.surname == surname


WORDS = st.sampled_from(["Ada", "van", "de", "y", "Example", "Jr.", "IV", "B.", "Team", "and"])


@given(st.lists(WORDS, max_size=6))
def test_no_word_is_lost(words: list[str]) -> None:
    """The parts of a name together are the words as written."""
    name = parse_name(" ".join(words))
    whole = f"{name.given} {name.particle} {name.family} {name.suffix} {name.literal}"
    assert whole.split() == words
