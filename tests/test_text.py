"""Conversions of plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.text import (
    SLUG,
    close_up,
    count,
    fold,
    nearest,
    sentence_list,
    slugify,
    words_in,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Copy Head", "copy-head"),
        ("  Two   Blanks  ", "two-blanks"),
        ("What's New?", "whats-new"),
        ("Tokens: 1, 2 & 3", "tokens-1-2-3"),
        ("Été à Zürich", "ete-a-zurich"),
        ("already-a-slug", "already-a-slug"),
        ("--edges--", "edges"),
        ("...", ""),
        ("", ""),
    ],
)
def test_slugify_keeps_words(text: str, slug: str) -> None:
    """A slug holds the words of a text, in lower case, joined by hyphens."""
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("text", "longest", "slug"),
    [
        ("one two three", 13, "one-two-three"),
        ("one two three", 12, "one-two"),
        ("one two three", 7, "one-two"),
        ("one two three", 6, "one"),
        ("indivisible", 5, "indiv"),
    ],
)
def test_slugify_cuts_between_words(text: str, longest: int, slug: str) -> None:
    """A slug that is too long ends with a whole word, unless its first word is too long."""
    assert slugify(text, longest) == slug


@given(st.text(), st.integers(min_value=1, max_value=100))
def test_slugify_of_any_text(text: str, longest: int) -> None:
    """Any text gives a slug no longer than allowed, or nothing."""
    slug = slugify(text, longest)
    assert len(slug) <= longest
    assert slug == "" or SLUG.fullmatch(slug)


@given(st.text())
def test_slugify_leaves_slugs_alone(text: str) -> None:
    """The slug of a slug is that slug."""
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize(
    "text",
    [
        "look-back head",
        "LOOK_BACK  HEAD",
        "Löok Báck Head",
        " look\u2011back\thead ",
        "Look—back Head",
    ],
)
def test_fold_ignores_spelling(text: str) -> None:
    """Case, accents, hyphens, underscores and white space make no difference between names."""
    assert fold(text) == "look back head"


def test_fold_keeps_other_signs() -> None:
    """Signs that tell names apart stay."""
    assert fold("C++ (2)") == "c++ (2)"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("copy-head", "Copy Head"),
        ("Copi Head", "Copy Head"),
        ("Look Bak Head", "Look Back Head"),
        ("xyz", None),
        ("", None),
    ],
)
def test_nearest_finds_what_was_meant(word: str, expected: str | None) -> None:
    """The most similar known word is found, however it is spelled, and nothing far away."""
    assert nearest(word, ["Copy Head", "Look Back Head"]) == expected


def test_nearest_prefers_the_first_of_equals() -> None:
    """Of two known words that fold to the same, the first is named."""
    assert nearest("copy head", ["Copy Head", "COPY-HEAD"]) == "Copy Head"


def test_nearest_of_nothing() -> None:
    """Where no word is known, none is near."""
    assert nearest("copy", []) is None


@pytest.mark.parametrize(
    ("number", "noun", "plural", "text"),
    [
        (0, "paper", "", "0 papers"),
        (1, "paper", "", "1 paper"),
        (1204, "paper", "", "1,204 papers"),
        (1, "entry", "entries", "1 entry"),
        (2, "entry", "entries", "2 entries"),
    ],
)
def test_count_agrees_with_its_noun(number: int, noun: str, plural: str, text: str) -> None:
    """A noun stands in the singular after one, and in the plural after any other number."""
    assert count(number, noun, plural) == text


@pytest.mark.parametrize(
    ("words", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_sentence_list(words: list[str], text: str) -> None:
    """Words are joined by commas, the last one by `and`."""
    assert sentence_list(words) == text


@pytest.mark.parametrize(("text", "number"), [("", 0), ("one", 1), (" one\n two\tthree ", 3)])
def test_words_in(text: str, number: int) -> None:
    """Words are what white space separates."""
    assert words_in(text) == number


def test_close_up() -> None:
    """Blanks between Han signs, Kana and their stops go; those beside letters stay."""
    assert close_up("面粉 水 \uff0c 用 bread yeast 做") == "面粉水\uff0c用 bread yeast 做"
    assert close_up("a b") == "a b"
