"""Other people's words, set so that a comment shows them and nothing else happens."""

import re
import unicodedata

from awesome_heads.escapes import one_line

_LONGEST = 120
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}
_STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f", "''''\"\"\"\"")


def clean(text: str) -> str:
    """Text with one kind of line end and straight quotes, and nothing that cannot be seen."""
    lines = re.sub(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text).expandtabs(4)
    seen = (each for each in lines if each == "\n" or unicodedata.category(each) not in _UNSEEN)
    return "".join(seen).translate(_STRAIGHT)


def quote(text: str) -> str:
    """Text as code on one line: no mention, link, reference or mark in it takes effect."""
    line = one_line(text)
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 3].rstrip()}..."
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{space}{line}{space}{fence}"
