"""A list's own translations bring no markup of theirs onto a page."""

import json

import pytest

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.errors import UsageError
from tests.hostile.planted import payloads

_PAYLOADS = [each for each in payloads() if "<" in each]


def _catalogue(english: str, said: str) -> bytes:
    quoted = [json.dumps(text, ensure_ascii=False) for text in (english, said)]
    return f"msgid {quoted[0]}\nmsgstr {quoted[1]}\n".encode()


@pytest.mark.parametrize("payload", _PAYLOADS)
def test_tags_of_its_own_are_refused(payload: str) -> None:
    """Each payload with a tag is refused, with the line of its entry."""
    said = payload.replace("%", "%%")
    with pytest.raises(UsageError, match=r"de\.po:1: .* has tags that `Authors` has not"):
        parse_catalogue("locale/de.po", _catalogue("Authors", " ".join(said.split())))


def test_the_tags_of_the_english_text_are_taken() -> None:
    """A translation may set them where its sentence wants them."""
    english = 'See <a href="%(home)s">home</a>.'
    said = '<a href="%(home)s">Anfang</a> ansehen.'
    found = parse_catalogue("locale/de.po", _catalogue(english, said))
    assert [each.string for each in found if each.id] == [said]


def test_an_attribute_of_its_own_is_refused() -> None:
    """A tag that differs from the English one by an attribute is another tag."""
    said = '<a href="%(home)s" onclick="hacked()">Anfang</a>'
    with pytest.raises(UsageError, match="has tags"):
        parse_catalogue("locale/de.po", _catalogue('<a href="%(home)s">Home</a>', said))
