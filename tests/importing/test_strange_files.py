"""No file, however broken, ends an import: each is read as far as it goes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from awesome_heads.importing.bibliographies import PARSERS
from tests.formats.test_anything import ANY

PIECES = st.sampled_from(
    [
        *(
            "@article{a,",
            "title = {A}",
            "author = {B and",
            "}",
            "{",
            '"',
            "#",
            "=",
            ",",
            "@string{x",
        ),
        *("TY  - JOUR", "TI  - A", "AU  - , ,", "PY  - 99999", "ER  - ", "DO  - 10.1/"),
        *('[{"title": "A",', '"author": [{"family": ""', '"issued": {"date-parts": [[0, 13', "}]"),
        *(
            "- title: A",
            "  year: 2024-13",
            "  authors: [",
            "? - :",
            "papers:",
            "\t",
            "- - -",
            "&a *a",
        ),
        *(
            "https://[",
            "http://arxiv.org/abs/",
            "arXiv:9999.99999",
            "10.5555/",
            "\\",
            "$",
            "\\begin{",
        ),
        *("\n", "\r\n", "\x00", "\ud7ff", "\u2028"),
    ]
)
FILES = st.lists(st.one_of(PIECES, ANY), max_size=30).map(" ".join)
LINES = st.lists(st.one_of(PIECES, ANY), max_size=30).map("\n".join)


@pytest.mark.parametrize("form", PARSERS)
@settings(deadline=None, max_examples=150)
@given(data=st.one_of(FILES.map(str.encode), LINES.map(str.encode), st.binary(max_size=200)))
@example(data=b"@misc{a, title={A}, url={https://[}, note={http://a:b/}}")
@example(data=b"TY  - GEN\nTI  - A\nUR  - https://[\nDO  - 10.1000/\nER  - \n")
@example(data=b'[{"title": "A", "URL": "https://[", "number": "arXiv:2413.00001"}]')
@example(data=b'[{"title": "A", "URL": "[x/y"}]')
@example(data=b"- title: A\n  url: https://[\n  arxiv: 2413.00001\n")
def test_any_file(form: str, data: bytes) -> None:
    """Whatever bytes a file holds, papers have titles, and what is left says why."""
    found = PARSERS[form](data, {})
    assert all(paper.title and paper.line > 0 for paper in found.papers)
    assert all(row.why and row.line > 0 for row in found.left)
