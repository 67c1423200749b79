"""The room that text takes in pictures."""

import pytest

from awesome_heads.views.lettering import cut, letters_in, width_of, wrap, wrap_letters


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


def test_lines_break_between_han_signs() -> None:
    """Text without blanks is broken where the room ends."""
    name = "野生酵母菌与乳酸菌的长期共生关系"
    lines = wrap(name, 130, 13)
    assert lines == (name[:10], name[10:])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("面团\uff0c发酵", ("面团\uff0c", "发酵")),
        ("做《面包》的水", ("做《面", "包》的", "水")),
        ("用 bread 做", ("用", "bread", "做")),
        ("老bread面", ("老", "bread", "面")),
        ("빵집 반죽", ("빵집", "반죽")),
    ],
)
def test_stops_and_brackets_stay_with_their_sign(text: str, lines: tuple[str, ...]) -> None:
    """No line begins with a stop, and none ends with an opening bracket."""
    assert wrap_letters(text, 5) == lines


def test_a_full_width_sign_is_as_wide_as_two_letters() -> None:
    """Han signs, Kana and their stops count twice."""
    assert letters_in("ab") == letters_in("字") == letters_in("、") == 2


def test_lines_of_letters_have_room() -> None:
    """Each is about as long as allowed, whichever script it is in."""
    text = "→ 充满气泡、带有酸味、体积增大到原来约两倍的面团\uff0c可以直接 bake 入炉"
    lines = wrap_letters(text, 20)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(14 <= letters_in(line) <= 22 for line in lines[:-1])
    assert wrap_letters("a well-known word", 8) == ("a well-", "known", "word")
    assert wrap_letters("", 8) == ()
