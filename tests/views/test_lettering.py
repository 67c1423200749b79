"""The room that text takes in pictures."""

import pytest

from awesome_heads.views.lettering import cut, width_of, wrap


def test_wide_letters_take_more_room() -> None:
    """An estimate tells narrow, common, large and full-width letters apart."""
    widths = [width_of(letter, 10) for letter in "ixXm\u5b57"]
    assert widths == sorted(widths)
    assert len(set(widths)) == len(widths)
    assert width_of("", 10) == 0


def test_what_fits_is_left_alone() -> None:
    """Text in enough room stays as it is."""
    assert cut("Copy Head", 200, 12) == "Copy Head"


def test_what_does_not_fit_is_cut() -> None:
    """The beginning stays, with an ellipsis and no blank before it, and fits."""
    short = cut("Copy Heads of Many Kinds", 80, 12)
    assert short.endswith("\u2026")
    assert not short.endswith(" \u2026")
    assert width_of(short, 12) <= 80


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Copy Head", ("Copy Head",)),
        ("Negative Copy Head", ("Negative", "Copy Head")),
        ("", ()),
    ],
)
def test_lines_break_between_words(text: str, lines: tuple[str, ...]) -> None:
    """A name is broken only where it has to be."""
    assert wrap(text, 90, 13) == lines


@pytest.mark.parametrize(
    "text", ["One " * 40, "Donaudampfschifffahrtsgesellschaftskapitän", "字" * 60]
)
def test_lines_always_fit(text: str) -> None:
    """However long the words are, there are two lines at most and none is too wide."""
    lines = wrap(text, 120, 13)
    assert 1 <= len(lines) <= 2
    assert all(width_of(line, 13) <= 120 for line in lines)
