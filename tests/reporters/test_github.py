"""Diagnostics as annotations and as a table, whatever the texts hold."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.diagnostics import Diagnostic, Location, Severity
from awesome_heads.reporters.github import format_github, format_summary
from tests.builders import a_diagnostic
from tests.judges import elements, folded, github_markdown, parse, text_of

TEXTS = st.lists(
    st.sampled_from(
        [
            *"%:,\r\n|`<>&@*_\\a é\t",
            "::",
            "::error",
            "##[error]",
            "\n::",
            "%0A",
            "::add-mask::",
            "<b>",
        ]
    ),
    max_size=10,
).map("".join)
COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Annotations as a runner reads them: weight, properties and message, unescaped."""
    found = []
    for line in re.split("\r\n|\r|\n", text.removesuffix("\n")):
        match = COMMAND.fullmatch(line)
        assert match is not None
        listed = dict(each.split("=", 1) for each in match[2].split(","))
        found.append(
            (match[1], {name: plain(each) for name, each in listed.items()}, plain(match[3]))
        )
    return found


def plain(text: str) -> str:
    """A value as a runner unescapes it."""
    for sign, escaped in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escaped, sign)
    return text


def test_an_annotation_is_written_out() -> None:
    """Place, rule, message and hint stand in one line."""
    assert format_github([a_diagnostic()]) == (
        "::error file=papers/2024/a-paper.yaml,line=2,col=3,endLine=2,endColumn=8,"
        "title=made-up-rule::this is wrong%0AHint: type this instead\n"
    )


def test_a_hint_is_shown_only_where_there_is_one() -> None:
    """No empty line stands for it."""
    assert format_github([a_diagnostic(hint="")]).endswith("::this is wrong\n")


def test_an_end_never_lies_before_the_beginning() -> None:
    """GitHub drops an annotation whose columns run backwards."""
    place = Location("list.yaml", 4, 5, 1)
    assert ",col=5,endLine=4,endColumn=5," in format_github([a_diagnostic(location=place)])


@pytest.mark.parametrize(
    ("text", "message", "title"),
    [
        ("100%", "100%25", "100%25"),
        ("a\rb", "a%0Db", "a%0Db"),
        ("a\nb", "a%0Ab", "a%0Ab"),
        ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("a:b", "a:b", "a%3Ab"),
        ("a,b", "a,b", "a%2Cb"),
        ("%0A", "%250A", "%250A"),
    ],
)
def test_signs_of_the_format_are_escaped(text: str, message: str, title: str) -> None:
    """Percent and line ends everywhere; colons and commas in properties."""
    made = format_github([a_diagnostic(text, rule=text, hint="")])
    assert made.endswith(f",title={title}::{message}\n")


def test_what_matters_most_comes_first() -> None:
    """Errors before warnings before notes, within a weight by rule, within a rule by place."""
    places = [Location("b.yaml", 1), Location("a.yaml", 9), Location("a.yaml", 2)]
    every = [
        Diagnostic(place, rule, "", severity=weight)
        for weight in Severity
        for rule in ("z", "a")
        for place in places
    ]
    made = commands(format_github(every))
    assert [each[0] for each in made] == ["error"] * 6 + ["warning"] * 6 + ["notice"] * 6
    assert [each[1]["title"] for each in made[:6]] == ["a"] * 3 + ["z"] * 3
    assert [(each[1]["file"], each[1]["line"]) for each in made[:3]] == [
        ("a.yaml", "2"),
        ("a.yaml", "9"),
        ("b.yaml", "1"),
    ]


def test_nothing_to_say() -> None:
    """Without diagnostics there is no annotation, and the table is a sentence."""
    assert format_github([]) == ""
    assert format_summary([]) == "Every record is in order.\n"


@settings(deadline=None, max_examples=200)
@given(path=TEXTS, rule=TEXTS, message=TEXTS, hint=TEXTS)
def test_no_text_can_forge_a_command(path: str, rule: str, message: str, hint: str) -> None:
    """Each diagnostic is one line of ours, and a runner reads back what was said."""
    each = Diagnostic(Location(path, 3, 4, 6), rule, message, hint)
    ((weight, properties, said),) = commands(format_github([each]))
    assert weight == "error"
    assert properties == {
        "file": path,
        "line": "3",
        "col": "4",
        "endLine": "3",
        "endColumn": "6",
        "title": rule,
    }
    assert said == (f"{message}\nHint: {hint}" if hint else message)


def rows(text: str) -> list[list[str]]:
    """Cells of the table's rows, as GitHub shows them."""
    page = parse(github_markdown(text))
    assert {each.tag for each in elements(page)} <= {
        *("html", "head", "body", "table", "thead", "tbody", "tr", "th", "td", "p")
    }
    return [[text_of(cell) for cell in row.iter("td")] for row in page.iter("tr")][1:]


def test_the_table_names_everything() -> None:
    """Place, weight, rule, message and hint have a cell each."""
    found = [a_diagnostic(), a_diagnostic("look", hint="", severity=Severity.NOTE)]
    text = format_summary(found)
    assert text.startswith("| Where | Weight | Rule | What is wrong | What to do |\n")
    assert rows(text) == [
        [
            *("papers/2024/a-paper.yaml:2", "error", "made-up-rule", "this is wrong"),
            "type this instead",
        ],
        ["papers/2024/a-paper.yaml:2", "note", "made-up-rule", "look", ""],
    ]


@pytest.mark.parametrize(("number", "rest"), [(500, ""), (501, "1 more"), (1700, "1,200 more")])
def test_a_long_table_is_cut(number: int, rest: str) -> None:
    """A step's summary has a limit; how many are left out is said."""
    text = format_summary([a_diagnostic()] * number)
    assert len(rows(text)) == 500
    assert text.endswith(f"\n\n{rest} finding{'s' * (number > 501)} not shown.\n") == bool(rest)


@settings(deadline=None, max_examples=150)
@given(path=TEXTS, message=TEXTS, hint=TEXTS)
def test_no_text_can_leave_its_cell(path: str, message: str, hint: str) -> None:
    """Signs of Markdown and HTML are shown as typed."""
    text = format_summary([Diagnostic(Location(path, 7), "rule", message, hint)])
    ((where, weight, rule, said, todo),) = rows(text)
    assert where == folded(f"{folded(path)}:7")
    assert (weight, rule) == ("error", "rule")
    assert (said, todo) == (folded(message), folded(hint))
