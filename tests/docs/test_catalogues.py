"""Texts of the interface are collected where scripts say them, and shipped catalogues say all."""

import json
import re
from collections.abc import Collection
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.language import LOCALE
from awesome_heads.render import SHIPPED
from tests.lists import REPOSITORY
from tools.catalogues import collect

SHIPPED_CATALOGUES = sorted((SHIPPED / LOCALE).glob("*.po"))
# What a translation holds besides its own words: tags, places for values, code.
NOT_SAID = re.compile(r"<[^>]*>|%\(\w+\)s|`[^`]*`")
HAN = "\u4e00-\u9fff"

CALL = re.compile(r"(?<!function )\b([np]?)gettext\(\s*(.*)")
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')


def test_every_text_of_scripts_is_collected() -> None:
    """Neither a pattern nor a template in a script hides a call, and each call has a literal."""
    collected = {
        (message.id if isinstance(message.id, str) else message.id[0], path)
        for message in collect(REPOSITORY)
        for path, _ in message.locations
    }
    found = 0
    for script in sorted((REPOSITORY / "templates/static").glob("*.js")):
        path = script.relative_to(REPOSITORY).as_posix()
        for kind, rest in CALL.findall(script.read_text("utf-8")):
            assert rest.startswith('"'), (path, rest)
            text = LITERAL.findall(rest)[1 if kind == "p" else 0]
            assert (json.loads(text), path) in collected
            found += 1
    assert found > 80


def _forms(text: str | Collection[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _read(path: Path) -> Catalog:
    return parse_catalogue(path.name, path.read_bytes())


def _keys(catalogue: Catalog) -> dict[tuple[str | None, tuple[str, ...]], Message]:
    return {(each.context, _forms(each.id)): each for each in catalogue if each.id}


@pytest.mark.parametrize("path", SHIPPED_CATALOGUES, ids=lambda path: path.name)
def test_a_shipped_catalogue_is_complete(path: Path) -> None:
    """It says every text of the interface, each in all its forms, and none is in doubt."""
    catalogue = _read(path)
    said = _keys(catalogue)
    assert said.keys() == _keys(collect(REPOSITORY)).keys()
    for (_, english), message in said.items():
        forms = _forms(message.string or "")
        assert len(forms) == (catalogue.num_plurals if len(english) > 1 else 1), english
        assert all(forms), english
        assert not message.fuzzy, english


def test_chinese_is_set_by_one_rule() -> None:
    """Stops are full-width, and a blank parts Han signs from Latin letters and digits."""
    beside = re.compile(f"[{HAN}][A-Za-z0-9]|[A-Za-z0-9][{HAN}]|[{HAN}][,:;!?.()]")
    for message in _read(SHIPPED / LOCALE / "zh-Hans.po"):
        for text in _forms(message.string or "") if message.id else ():
            assert not beside.search(NOT_SAID.sub("|", text)), text
