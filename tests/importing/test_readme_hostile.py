"""READMEs that nobody would write: read to the end all the same, and in good time."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from awesome_heads.importing.found import Found
from awesome_heads.importing.readme import parse_readme
from awesome_heads.model import Vocabulary
from awesome_heads.records import Source
from awesome_heads.upkeep.found import FoundDraft, draft_found
from tests.builders import a_vocabulary
from tests.importing.test_readme_round_trip import TODAY

VOCABULARIES: Mapping[str, Vocabulary] = {
    "tags": a_vocabulary("tags", ["Lantern Head"], singular="Head"),
    "venues": a_vocabulary("venues", ["arXiv"]),
}
ITEM = "- [Lamps](https://arxiv.org/abs/2401.00001)"

_PIECES = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", '<td rowspan="2">', "</td>", "<th>"),
        *("<details>", "<summary>", "</summary>", "<!--", "-->", "<li>", "<ul>", "</ul>", "<a"),
        *('<a href="https://arxiv.org/abs/2401.00001">', "</a>", "<strong>", "</strong>", "<br>"),
        *('<a href="http://[bad">', "<img src='https://img.shields.io/badge/a--b_c-blue'>"),
        *("\n\n", "\n", "\n    ", "\n- ", "\n  - ", "\n| a | Title |\n|-|-|\n| ", " | ", "# "),
        *("[Lamps](https://arxiv.org/abs/2401.00001)", "[[Paper](http://[x)]", "**", "*", "`"),
        *(
            "\u2022",
            "2024-13-99",
            "2024",
            "arXiv",
            "et al.",
            ". ",
            ", ",
            "<",
            "&not",
            "\0",
            "\ud7ff",
        ),
        *("Lamps", "Date", "Tags", "\r\n", "\t", "![](https://img.shields.io/badge/-)", "```\n"),
        *("[x](https://img.shields.io:99999999/badge/a)", "https://[", "\u2192", "'24", "()", "[]"),
    ]
)


def read(text: str) -> Found:
    """What a README holds."""
    return parse_readme(text.encode("utf-8", "replace"), VOCABULARIES)


@given(st.lists(_PIECES, max_size=40).map("".join))
@example("<table><![](https://img.shields.io/badge/-)")
@example("<td><![endif]--> <![CDATA[ <![x")
@settings(max_examples=300, deadline=None)
def test_whatever_stands_there(text: str) -> None:
    """Any mixture of marks is read, and every row of it becomes sound YAML or is refused."""
    lines = text.count("\n") + 2
    for paper in read(text).papers:
        assert 1 <= paper.line <= lines
        drafted = draft_found(paper, VOCABULARIES, (), TODAY)
        if isinstance(drafted, FoundDraft):
            source = Source(drafted.draft.path, drafted.draft.text.encode())
            assert not source.read()[1]


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Bytes that are no text do no harm."""
    parse_readme(data, VOCABULARIES)


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 20_000,
        "<table><tr><td>" * 1_000,
        "> " * 5_000 + "x",
        "- " * 2_000 + "x",
        "[" * 20_000,
        "*" * 20_000 + "x",
        "<" * 50_000,
        "<a " * 20_000,
        "<!--" * 20_000,
        "- " + "2024 " * 20_000 + "[paper](https://arxiv.org/abs/2401.00001)",
        "- " + "a, " * 20_000 + "[paper](https://arxiv.org/abs/2401.00001)",
        "- " + "A. " * 20_000 + "[paper](https://arxiv.org/abs/2401.00001)",
        "- " + "(" * 20_000 + "[paper](https://arxiv.org/abs/2401.00001)",
        '<table><tr><td rowspan="99999999999">' * 500,
        f"{ITEM}\n" * 2_000,
    ],
    ids=lambda text: text[:12].strip(),
)
def test_in_good_time(text: str) -> None:
    """Depth and length make nothing fail, and take no more than some seconds."""
    read(f"{text}\n\n{ITEM}\n")
