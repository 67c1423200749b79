"""A file's text, what keeps it from being read, and the places of its parts."""

import pytest

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.records.source import LARGEST_FILE, MOST, Loc
from tests.builders import PATH, source

TEXT = """\
title: A Title
tags: [one, two]
links:
  paper: https://example.org
  code:
    - https://example.org/a
    - https://example.org/b
terms:
  - name: x
    aliases: [y]
lead: >-
  one
  two
"""


def _only(text: str | bytes) -> Diagnostic:
    data, (found,) = source(text).read()
    assert data is None
    return found


def _place(line: int, column: int, end: int) -> Location:
    return Location(PATH, line, column, end)


def test_a_file_is_read() -> None:
    """A file of fields gives its plain data and nothing to complain of."""
    assert source("a: 1\nb: [c]\n").read() == ({"a": "1", "b": ["c"]}, [])


@pytest.mark.parametrize(
    "data",
    ["a: é\n".encode("utf-8-sig"), "a: é\r\n".encode(), "a: é".encode(), "a: é\r".encode()],
    ids=["mark", "windows", "unfinished", "old"],
)
def test_bytes_of_other_editors(data: bytes) -> None:
    """A byte order mark, other line ends and a missing last one make no difference."""
    assert source(data).read() == ({"a": "é"}, [])


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "\ufeff"])
def test_an_empty_file(text: str) -> None:
    """A file without content is said to be empty, at its start."""
    assert _only(text) == Diagnostic(
        _place(1, 1, 1), "empty-file", "the file is empty", "write a record"
    )


@pytest.mark.parametrize("text", ["- a\n", "some text\n", "[]", "---\n"])
def test_a_file_without_fields(text: str) -> None:
    """A list or a text in a file's place is refused."""
    assert _only(text) == Diagnostic(
        _place(1, 1, 1),
        "wrong-type",
        "a file must consist of fields",
        "write lines of `field: value`",
    )


def test_a_file_too_large() -> None:
    """A file of one byte more than allowed is refused without being read."""
    assert _only("#" * (LARGEST_FILE + 1)) == Diagnostic(
        _place(1, 1, 1),
        "too-large",
        "the file has more than the 4,194,304 bytes that it may have",
        "shorten it",
    )


def test_a_file_just_small_enough() -> None:
    """A file of as many bytes as allowed is read."""
    data, found = source("a: b\n" + "#" * (LARGEST_FILE - 5)).read()
    assert data == {"a": "b"}
    assert found == []


def test_a_fault_behind_the_last_line() -> None:
    """What libyaml finds a line below the last one is told at the end of that one."""
    assert _only("a: b\n---\t").location[:3] == ("papers/2024/a-paper.yaml", 2, 5)


def test_a_text_too_long() -> None:
    """A text of one character more than allowed is refused at its own place."""
    assert _only("a: b\nc: " + "x" * (MOST.length + 1)) == Diagnostic(
        _place(2, 4, 5_005),
        "too-large",
        "5,001 characters are more than the 5,000 of a text",
        "shorten it",
    )


def test_a_name_too_long() -> None:
    """The name of a field is a text as well."""
    assert _only("? " + "x" * (MOST.length + 1)).rule == "too-large"


def test_a_text_just_short_enough() -> None:
    """A text of as many characters as allowed is read."""
    text = "x" * MOST.length
    assert source(f"a: {text}").read() == ({"a": text}, [])


def test_too_many_values() -> None:
    """The first value beyond those that a file may hold is where it is refused."""
    text = "a:\n" + "- b\n" * (MOST.values - 2)
    data, (found,) = source(text).read()
    assert data is None
    assert found == Diagnostic(
        _place(MOST.values - 1, 3, 3),
        "too-large",
        "the file holds more than the 20,000 values that it may hold",
        "shorten it",
    )


def test_just_few_enough_values() -> None:
    """A file of as many values as allowed is read."""
    text = "a:\n" + "- b\n" * (MOST.values - 3)
    assert source(text).read()[1] == []


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        ("a: b".encode("utf-16"), (1, 1, 2), "0xFF"),
        (b"a: \xff", (1, 4, 5), "0xFF"),
        (b"a: b\r\nc: d\n\xe9: e\n", (3, 1, 2), "0xE9"),
        (b"a: b\nc: \xc3", (2, 4, 5), "0xC3"),
        (b"a: \xed\xa0\x80", (1, 4, 5), "0xED"),
    ],
    ids=["utf-16", "stray", "latin-1", "cut off", "surrogate"],
)
def test_a_file_in_another_encoding(data: bytes, place: tuple[int, int, int], byte: str) -> None:
    """The first byte that is not UTF-8 is named, with its place."""
    assert _only(data) == Diagnostic(
        _place(*place),
        "not-utf-8",
        f"byte {byte} is not UTF-8",
        "save the file in the encoding UTF-8",
    )


def test_another_encoding_behind_a_mark() -> None:
    """A byte order mark shifts neither the byte that is named nor its place."""
    found = _only(b"\xef\xbb\xbfabc: \xff")
    assert found.message == "byte 0xFF is not UTF-8"
    assert found.location == _place(1, 6, 7)


def test_columns_count_characters() -> None:
    """The column of a byte that is not UTF-8 counts characters, as every other column does."""
    assert _only("é: ".encode() + b"\xff").location == _place(1, 4, 5)


def test_utf_16_without_a_mark() -> None:
    """UTF-16 that happens to be UTF-8 as well is refused for its zeros."""
    found = _only("a: b".encode("utf-16-le"))
    assert (found.rule, found.location) == ("yaml-syntax", _place(1, 2, 2))


def test_a_fault_in_one_line() -> None:
    """A fault of the YAML becomes a diagnostic with everything that the fault knows."""
    assert _only("a: 1\na: 2\n") == Diagnostic(
        _place(2, 1, 2),
        "duplicate-key",
        "`a` stands twice",
        "keep one of them (the first is in line 1)",
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_fault_over_several_lines(ending: str) -> None:
    """A fault that goes on in the next line is shown to the end of its own."""
    found = _only(ending.join(["b: &x 'one", "  two'", ""]))
    assert (found.rule, found.location) == ("yaml-anchor", _place(1, 4, 11))


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        ((), (1, 1, 1)),
        (("title",), (1, 8, 15)),
        (("tags",), (2, 7, 8)),
        (("tags", 1), (2, 13, 16)),
        (("links",), (4, 3, 3)),
        (("links", "paper"), (4, 10, 29)),
        (("links", "code", 0), (6, 7, 28)),
        (("terms", 0, "aliases", 0), (10, 15, 16)),
        (("lead",), (11, 7, 9)),
    ],
    ids=str,
)
def test_a_value_is_located(loc: Loc, place: tuple[int, int, int]) -> None:
    """A path leads to the value, and where the value has several lines, to the first."""
    assert source(TEXT).locate(loc) == _place(*place)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("title",), (1, 1, 6)),
        (("links", "code"), (5, 3, 7)),
        (("terms", 0, "aliases"), (10, 5, 12)),
        (("tags", 1), (2, 13, 16)),
    ],
    ids=str,
)
def test_a_key_is_located(loc: Loc, place: tuple[int, int, int]) -> None:
    """With `key` a path leads to the field's name; an item of a list has none."""
    assert source(TEXT).locate(loc, key=True) == _place(*place)


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (("nothing",), (1, 1, 1)),
        (("nothing", 0, "at all"), (1, 1, 1)),
        (("links", "nothing"), (3, 1, 6)),
        (("links", "code", 2), (5, 3, 7)),
        (("tags", "one"), (2, 1, 5)),
        (("terms", 0, "nothing"), (9, 5, 5)),
        (("terms", 0, "aliases", 9), (10, 5, 12)),
    ],
    ids=str,
)
@pytest.mark.parametrize("key", [False, True])
def test_what_is_missing_is_located(loc: Loc, place: tuple[int, int, int], *, key: bool) -> None:
    """A path that leads too far ends at the name of the part that lacks the next step."""
    assert source(TEXT).locate(loc, key=key) == _place(*place)


def test_a_single_value_for_a_list_is_located() -> None:
    """The first item of a list that was typed as a single value is that value."""
    assert source(TEXT).locate(("links", "paper", 0)) == _place(4, 10, 29)


def test_an_empty_file_has_one_place() -> None:
    """Everything that an empty file lacks is located at its start."""
    assert source("").locate(("title",)) == _place(1, 1, 1)


@pytest.mark.parametrize("style", ["|", ">-"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_block_scalars_are_located(style: str, ending: str) -> None:
    """A block of text is located by the sign that opens it, whatever ends its lines."""
    text = ending.join([f"a: {style}", "  one", "  two", "b: 1", ""])
    assert source(text).locate(("a",)) == _place(1, 4, 4 + len(style))


@pytest.mark.parametrize("ending", ["\r", "\x85", "\u2028", "\u2029"])
def test_other_line_ends_are_lines(ending: str) -> None:
    """Every line end of YAML begins a new line of a diagnostic, and none crashes."""
    text = ending.join(["a: 'one", "  two'", "b: 1", ""])
    assert source(text).locate(("b",)) == _place(3, 4, 5)


def test_a_mark_is_no_column() -> None:
    """A byte order mark shifts no column."""
    assert source("\ufeffa: b").locate(("a",)) == _place(1, 4, 5)


def test_a_source_remembers_its_path() -> None:
    """A diagnostic names the path that the file was read from."""
    _, (found,) = source("", "list.yaml").read()
    assert found.location.path == "list.yaml"
