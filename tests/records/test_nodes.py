"""Strict YAML: what is read as typed, and what is refused where."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.records.faults import Fault, Mark
from awesome_heads.records.nodes import DEEPEST, Node, compose

BOMB = """\
import sys
from awesome_heads.records.faults import Fault
from awesome_heads.records.nodes import compose
try:
    compose(sys.argv[1] * 60_000)
except Fault as fault:
    print(fault.rule)
"""

ANCHOR = "`&x` is read by YAML as an anchor or an alias"
ALIAS = "`*x` is read by YAML as an anchor or an alias"
QUOTES = "put the whole value in double quotes"


def _plain(text: str) -> object:
    root = compose(text)
    assert root is not None
    return root.plain()


def _fault(text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        compose(text)
    return caught.value


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "\ufeff", "  \n# a\n\n# b"])
def test_no_document(text: str) -> None:
    """A text without a document composes to nothing."""
    assert compose(text) is None


@pytest.mark.parametrize(
    "scalar",
    [
        "No",
        "yes",
        "on",
        "true",
        "null",
        "~",
        "010",
        "0x1F",
        "1e3",
        "1_000",
        "2404.15570",
        "2024-05-28",
        "12:30:45",
        ".inf",
        "<<",
        "=",
        "-1",
        "-dash",
        "a#b",
        "a:b",
        "?a",
        "日本",
        "😀",
    ],
)
def test_plain_scalars_are_as_typed(scalar: str) -> None:
    """Nothing is guessed from how a value looks: it is the text that was typed."""
    assert _plain(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", {"a": ""}),
        ("a: ''", {"a": ""}),
        ("? a\n? b", {"a": "", "b": ""}),
        ("a: x # comment", {"a": "x"}),
        ("a: 'it''s'", {"a": "it's"}),
        (r'a: "\t\"\\\u00e9"', {"a": '\t"\\é'}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("a: >-\n  one\n  two\nb: x", {"a": "one two", "b": "x"}),
        ("a: |\n  one\n   two\nb: x", {"a": "one\n two\n", "b": "x"}),
        ("a: [x, 'y', z z]", {"a": ["x", "y", "z z"]}),
        ("a:\n- x\n- y\n", {"a": ["x", "y"]}),
        ("- [x]\n- {a: b}\n", [["x"], {"a": "b"}]),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("a: {}\nb: []", {"a": {}, "b": []}),
        ("\ufeffa: x", {"a": "x"}),
        ("a: x\r\nb: y\r\n", {"a": "x", "b": "y"}),
        ("a: x\rb: y\r", {"a": "x", "b": "y"}),
        ("---\na: x\n...\n", {"a": "x"}),
        ("only text", "only text"),
    ],
)
def test_shapes_are_kept(text: str, value: object) -> None:
    """Scalars of every style, lists and mappings come out as plain data."""
    assert _plain(text) == value


def test_marks_count_from_one() -> None:
    """Every node knows where it begins and ends, in characters."""
    root = compose("é: [日本, 'b']\nlong name: |\n  x\n")
    assert root is not None
    assert isinstance(root.value, dict)
    items = root.value["é"]
    assert isinstance(items.value, list)
    assert [(node.start, node.end) for node in items.value] == [
        (Mark(1, 5, 4), Mark(1, 7, 6)),
        (Mark(1, 9, 8), Mark(1, 12, 11)),
    ]
    name = root.keys["long name"]
    assert (name.start, name.end) == (Mark(2, 1, 13), Mark(2, 10, 22))
    assert root.value["long name"].start == Mark(2, 12, 24)
    assert root.value["long name"].end.line > 2


def test_plain_of_a_made_up_tree() -> None:
    """A tree gives its values without their places."""
    here = Mark(1, 1)
    inner = Node("x", here, here)
    assert Node({"a": Node([inner], here, here)}, here, here).plain() == {"a": ["x"]}


@pytest.mark.parametrize(
    ("text", "rule", "start", "end", "message"),
    [
        ("a: 1\n---\nb: 2\n", "several-documents", (3, 1), (3, 1), "a second document begins here"),
        ("--- a\n--- b", "several-documents", (2, 5), (2, 6), "a second document begins here"),
        ("a: 1\nb: &x 2", "yaml-anchor", (2, 4), (2, 8), ANCHOR),
        ("a: &x [1]", "yaml-anchor", (1, 4), (1, 8), ANCHOR),
        ("&x a: b", "yaml-anchor", (1, 1), (1, 5), ANCHOR),
        ("a: *x", "yaml-anchor", (1, 4), (1, 6), ALIAS),
        ("<<: *x", "yaml-anchor", (1, 5), (1, 7), ALIAS),
        ("*x : b", "yaml-anchor", (1, 1), (1, 3), ALIAS),
        ("a: !x b", "yaml-tag", (1, 4), (1, 8), "the type tag `!x` means nothing here"),
        ("a: !", "yaml-tag", (1, 4), (1, 5), "the type tag `!` means nothing here"),
        (
            "a: !!int 1",
            "yaml-tag",
            (1, 4),
            (1, 11),
            "the type tag `tag:yaml.org,2002:int` means nothing here",
        ),
        (
            "- !!python/object/apply:os.getcwd []",
            "yaml-tag",
            (1, 3),
            (1, 36),
            "the type tag `tag:yaml.org,2002:python/object/apply:os.getcwd` means nothing here",
        ),
        ("a: 1\nb: 2\n'a': 3", "duplicate-key", (3, 1), (3, 4), "`a` stands twice"),
        ("a: {b: 1, b: 2}", "duplicate-key", (1, 11), (1, 12), "`b` stands twice"),
        ("? [a]\n: b", "yaml-syntax", (1, 3), (1, 4), "a field's name must be text"),
        ("{a: b}: c", "yaml-syntax", (1, 1), (1, 2), "a field's name must be text"),
        ("[" * (DEEPEST + 1), "too-deep", (1, 13), (1, 14), "nested more than 12 levels deep"),
        ("- " * (DEEPEST + 1), "too-deep", (1, 25), (1, 25), "nested more than 12 levels deep"),
        ("{a: " * (DEEPEST + 1), "too-deep", (1, 49), (1, 50), "nested more than 12 levels deep"),
        (
            "a: b\nc: \x00",
            "yaml-syntax",
            (2, 4),
            (2, 4),
            "the character U+0000 cannot stand in YAML",
        ),
        ("é日: \x07", "yaml-syntax", (1, 5), (1, 5), "the character U+0007 cannot stand in YAML"),
        ("\uffff", "yaml-syntax", (1, 1), (1, 1), "the character U+FFFF cannot stand in YAML"),
    ],
)
def test_what_is_refused(
    text: str, rule: str, start: tuple[int, int], end: tuple[int, int], message: str
) -> None:
    """YAML that is not used here is refused by a rule of its own, at its own place."""
    fault = _fault(text)
    assert (fault.rule, fault.start[:2], fault.end[:2], fault.message) == (
        rule,
        start,
        end,
        message,
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 1\n---\nb: 2\n", "keep one document a file, and no line of `---` inside it"),
        ("a: *x", "put text that begins with & or * in double quotes"),
        ("a: !x", "delete it, or put the text in double quotes"),
        ("b: 1\na: 1\na: 2", "keep one of them (the first is in line 2)"),
        ("[a]: b", "put the value in double quotes if it begins with a bracket"),
        ("[" * 13, "a record needs no more than three"),
        ("a: \x00", "delete it"),
    ],
)
def test_what_to_type_instead(text: str, hint: str) -> None:
    """A refusal says what to do about it."""
    assert _fault(text).hint == hint


def test_a_fault_is_its_message() -> None:
    """A fault that nobody caught would show its message."""
    assert str(_fault("a: *x")) == "`*x` is read by YAML as an anchor or an alias"


def test_as_deep_as_allowed() -> None:
    """The deepest nesting that is allowed is read."""
    assert _plain("[" * DEEPEST + "]" * DEEPEST) is not None


def test_the_same_key_in_two_mappings() -> None:
    """A key may stand once in each of several mappings."""
    assert _plain("- a: 1\n- a: 2\n") == [{"a": "1"}, {"a": "2"}]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("title: A: B", (1, 9), "a colon inside unquoted text", QUOTES),
        ("a: 1\n b: 2", (2, 3), "a colon inside unquoted text", QUOTES),
        ("a: 1\r\nb: c: d\r\n", (2, 5), "a colon inside unquoted text", QUOTES),
        (
            "a: @x",
            (1, 4),
            "a character that cannot begin a value: a tab, @, ` or %",
            "indent with blanks; put text that begins so in double quotes",
        ),
        (
            "a:\n\t- b",
            (2, 1),
            "a character that cannot begin a value: a tab, @, ` or %",
            "indent with blanks; put text that begins so in double quotes",
        ),
        (
            'a: "x" y',
            (1, 8),
            "a line that stands too far left or right, or text after a closing quote",
            'line it up with the field above; inside double quotes write a quote as \\"',
        ),
        (
            "b: 'x\nc: y",
            (2, 5),
            "a quote or bracket is never closed",
            "close it with the same sign that opened it",
        ),
        (
            "- a\nb: 1",
            (2, 1),
            "a list item that does not line up",
            "indent every item of the list alike",
        ),
        (
            "a: [x\nb: y",
            (2, 2),
            "a list in brackets that is never closed, or lacks a comma",
            "write [one, two]",
        ),
        (
            r'a: "\q"',
            (1, 5),
            "a backslash inside double quotes that stands for nothing",
            "write it twice, or use single quotes",
        ),
        (
            "a: |x",
            (1, 5),
            "did not find expected comment or line break",
            "look for a missing quote, colon or blank in this line or above",
        ),
    ],
)
def test_syntax_in_words_of_the_list(
    text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    """What libyaml objects to is told by its probable cause, at one character."""
    fault = _fault(text)
    assert (fault.rule, fault.message, fault.hint) == ("yaml-syntax", message, hint)
    assert (fault.start[:2], fault.end[:2]) == (place, (place[0], place[1] + 1))


def test_a_line_without_a_colon() -> None:
    """A line that is no field is told as such."""
    fault = _fault("a: 1\nb\nc: 2\n")
    assert fault.message == "a line that is neither `field: value` nor part of a value"


def test_a_line_without_a_colon_is_the_place() -> None:
    """A line that is no field is the place where it is told."""
    assert _fault("a: 1\nb\nc: 2\n").start[:2] == (2, 1)


def test_the_end_of_the_text_is_the_place() -> None:
    """A bracket that the last line leaves open is missed at the end of that line."""
    assert _fault("abc: [x").start[:2] == (1, 8)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[", "too-deep"),
        ("- ", "too-deep"),
        ("{a: ", "too-deep"),
        ("a: [", "too-deep"),
        ("? ", "yaml-syntax"),
        ("? - ", "yaml-syntax"),
        ('"', "yaml-syntax"),
    ],
)
def test_floods_do_not_crash(text: str, rule: str) -> None:
    """Sixty thousand brackets or dashes are refused, and end no interpreter."""
    run = subprocess.run(
        [sys.executable, "-c", BOMB, text],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, rule, "")


def _refusal(text: str) -> Fault | None:
    try:
        compose(text)
    except Fault as fault:
        return fault
    return None


@given(st.text() | st.text(alphabet="[]{}-?:,&*!|>'\"%@`# \n\tab"))
def test_any_text_composes_or_is_refused(text: str) -> None:
    """Whatever a file holds, it is read, or refused in words at a place that is in it."""
    fault = _refusal(text)
    if fault is not None:
        assert fault.message
        assert fault.hint
        assert min(*fault.start[:2], *fault.end[:2]) >= 1
