"""Texts of the interface are collected where scripts say them."""

import json
import re

from tests.lists import REPOSITORY
from tools.catalogues import collect

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
