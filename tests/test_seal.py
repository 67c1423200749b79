"""The seal of a made text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.seal import is_intact, seal

TEXT = "# A list\n\nTwo papers.\n"
SEALED = seal(TEXT)
plain_text = st.text(st.characters(blacklist_characters="\r", blacklist_categories=["Cs"]))


def test_seal_is_one_last_line() -> None:
    """The seal is a comment below a text that it leaves alone, and always the same one."""
    assert seal(TEXT) == f"{TEXT}<!-- awesome-heads: 83858a3dd59856b6 -->\n"


@given(plain_text)
def test_sealed_text_is_intact(text: str) -> None:
    """Whatever was sealed is intact, also with the line ends of another system."""
    assert is_intact(seal(text)) is True
    assert is_intact(seal(text).replace("\n", "\r\n")) is True


@given(plain_text, st.data())
def test_changed_text_is_not(text: str, data: st.DataObject) -> None:
    """A character put in anywhere before the seal breaks it."""
    body = seal(text)
    place = data.draw(st.integers(0, body.rindex("<!--") - 1))
    assert is_intact(f"{body[:place]}x{body[place:]}") is not True


@pytest.mark.parametrize(
    ("text", "intact"),
    [
        (SEALED, True),
        (SEALED.rstrip("\n"), True),
        (SEALED.replace("Two", "Three"), False),
        (SEALED.replace("Two papers.\n", ""), False),
        (f"{SEALED}\n", False),
        (f"{SEALED}More.\n", False),
        (f"\ufeff{SEALED}", False),
        (f"{SEALED}{SEALED}", False),
        (TEXT, None),
        ("", None),
        (f"{TEXT}`<!-- awesome-heads: 0000000000000000 -->` is what a seal looks like.\n", None),
    ],
)
def test_is_intact(text: str, intact: bool | None) -> None:  # noqa: FBT001 -- an expected answer
    """A text is intact, changed, or was never sealed."""
    assert is_intact(text) is intact
