"""Names as TeX, where a word of them would part the list."""

import pytest

from awesome_heads.formats.names import Name
from awesome_heads.formats.tex import tex_names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name("Example", "Ada"), "Example, Ada"),
        (Name("And", "Ada"), "{And}, Ada"),
        (Name("Example", "Others"), "Example, {Others}"),
        (Name("Example, B.", "Ada"), "{Example, B.}, Ada"),
        (Name("Anderson", "Andothers"), "Anderson, Andothers"),
        (Name(literal="Example,Sample"), "{Example,Sample}"),
        (Name(literal="Others"), "{Others}"),
        (Name(literal="Example"), "Example"),
    ],
)
def test_what_parts_a_list_of_names_stands_in_braces(name: Name, text: str) -> None:
    """`and`, `others` and commas within a name mean nothing to BibTeX there."""
    assert tex_names([name]) == text
    assert tex_names([name, Name("Sample", "Bo")]) == f"{text} and Sample, Bo"
