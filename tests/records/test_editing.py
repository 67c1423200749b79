"""Edits of a file's values, and everything that they must leave alone."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_heads.diagnostics import Edit
from awesome_heads.records.editing import (
    add_item,
    apply_edits,
    in_brackets,
    node_at,
    remove_item,
    replace_text,
)
from awesome_heads.records.source import Loc, Source
from tests.builders import source

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab :#-?!&*%@`'\"\\|>[]{},~=\n\t\r\x85\u2028\ufeff0189"),
        st.characters(codec="utf-8"),
    ),
    max_size=24,
)
often = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def edited(file: Source, *edits: Edit | None) -> str:
    """The file's text with edits that are all there."""
    sound = [edit for edit in edits if edit is not None]
    assert len(sound) == len(edits)
    return apply_edits(file.text, sound)


def plain(text: str) -> object:
    """The data that a text holds."""
    root = source(text).root
    return None if root is None else root.plain()


def replaced(text: str, new: str, loc: Loc = ("title",)) -> str:
    """A text after one of its values was replaced."""
    file = source(text)
    return edited(file, replace_text(file, loc, new))


# Replacing


@pytest.mark.parametrize(
    ("text", "new", "result"),
    [
        ("title: Old\n", "New", "title: New\n"),
        ("title:   Old   # why\n", "New", "title:   New   # why\n"),
        ("title: 'Old'\n", "New", "title: 'New'\n"),
        ("title: 'Old'\n", "It's", "title: 'It''s'\n"),
        ('title: "Old"  # why\n', "New", 'title: "New"  # why\n'),
        ('title: "Old"\n', 'a "b" \\', 'title: "a \\"b\\" \\\\"\n'),
        ("title: Old\n", "a: b", 'title: "a: b"\n'),
        ("title: Old\n", "a #b", 'title: "a #b"\n'),
        ("title: Old\n", "- a", 'title: "- a"\n'),
        ("title: Old\n", "@a", 'title: "@a"\n'),
        ("title: Old\n", "&a", 'title: "&a"\n'),
        ("title: Old\n", " a ", 'title: " a "\n'),
        ("title: Old\n", "'a", 'title: "\'a"\n'),
        ("title: Old\n", "two\nlines", 'title: "two\\nlines"\n'),
        ("title: 'Old'\n", "two\nlines", 'title: "two\\nlines"\n'),
        ("title: Old\n", "No", "title: No\n"),
        ("title: Old\n", "面包 é 🎈", "title: 面包 é 🎈\n"),
        ("title: 🎈 Old # 🎈\nb: 面包\n", "New", "title: New # 🎈\nb: 面包\n"),
        ("{title: Old, b: c}\n", "a, b", '{title: "a, b", b: c}\n'),
        ("title: Old", "New", "title: New"),
        ("title:\n  Old\nb: c\n", "New", "title:\n  New\nb: c\n"),
        ("title: Old\n  goes on\nb: c\n", "New", "title: New\nb: c\n"),
        ("? title\n: Old\n", "New", "? title\n: New\n"),
    ],
)
def test_a_text_is_replaced_in_its_own_quotes(text: str, new: str, result: str) -> None:
    """Quotes stay where they allow the new text, and others are put only where needed."""
    assert replaced(text, new) == result
    assert isinstance(data := plain(result), dict)
    assert data["title"] == new


@pytest.mark.parametrize("sign", ["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-"])
@pytest.mark.parametrize("after", ["", "b: c\n", "\n# kept\n\nb: c\n"])
@pytest.mark.parametrize("new", ["New", "two\nlines", "a: b"])
def test_a_block_text_is_replaced(sign: str, after: str, new: str) -> None:
    """What stands below a literal or folded text keeps its lines, comments among them."""
    text = f"a: b\ntitle: {sign}\n  Old\n  text\n{after}"
    result = replaced(text, new)
    assert result.startswith("a: b\ntitle: ")
    assert result.endswith(after)
    first = plain(text)
    assert isinstance(first, dict)
    assert plain(result) == {**first, "title": new}


def test_an_item_in_brackets_is_replaced() -> None:
    """A comma or a bracket in the new text ends neither the item nor the list."""
    text = "tags: [One, 'Two', \"Three\"]  # kept\n"
    for place, new in enumerate(["a, b", "a]", "a: b"]):
        result = replaced(text, new, ("tags", place))
        assert isinstance(data := plain(result), dict)
        assert data["tags"][place] == new
        assert result.endswith("]  # kept\n")
    assert replaced(text, "New", ("tags", 1)) == "tags: [One, 'New', \"Three\"]  # kept\n"


def test_an_item_with_a_hyphen_is_replaced() -> None:
    """The hyphen, the comments and the other items stay."""
    text = "tags:\n  # first\n  - One # 1\n  # second\n  -   Two\nb: c\n"
    assert replaced(text, "New", ("tags", 0)) == text.replace("One", "New")
    assert replaced(text, "New", ("tags", 1)) == text.replace("Two", "New")


def test_line_ends_and_a_mark_stay() -> None:
    """CRLF stays CRLF, and places do not count a byte-order mark."""
    file = source(b"\xef\xbb\xbfa: \xc3\xa9\r\ntitle: Old\r\nb: c\r\n")
    edit = replace_text(file, ("title",), "New")
    assert edit == Edit(13, 16, "New")
    assert edited(file, edit) == "a: é\r\ntitle: New\r\nb: c\r\n"


@pytest.mark.parametrize(
    "text",
    [
        "title: [a]\n",
        "title: {a: b}\n",
        "other: a\n",
        "- a\n",
        "a\n",
        "",
        "title: {a: b\n  }\n",
    ],
)
def test_what_is_no_text_is_not_replaced(text: str) -> None:
    """A list, fields or nothing at all has no text to replace."""
    assert replace_text(source(text), ("title",), "New") is None


def test_what_yaml_cannot_hold_is_not_written() -> None:
    """There is no edit where no way of writing gives the text back."""
    assert replace_text(source("title: Old\n"), ("title",), "\ud800") is None


def test_a_single_text_is_its_own_first_item() -> None:
    """Where one text may stand for a list, its path as an item leads to it."""
    assert replace_text(source("Old\n"), (), "New") == Edit(0, 3, "New")
    for new in ("New", "a: b"):
        made = replaced("code: Old # kept\nb: c\n", new, ("code", 0))
        assert plain(made) == {"code": new, "b": "c"}
    assert replace_text(source("code: Old\n"), ("code", 1), "New") is None


def test_a_key_that_would_follow_is_never_swallowed() -> None:
    """A text that reads as more fields is quoted."""
    assert replaced("title: Old\nb: c\n", "a\nb2: d") == 'title: "a\\nb2: d"\nb: c\n'


@st.composite
def a_value(draw: st.DrawFn, indent: str, *, flow: bool) -> str:
    """A text value written in one of the ways that YAML has."""
    text = draw(TEXTS)
    words = draw(st.lists(st.sampled_from(["one", "two", "é", "面包", "3"]), min_size=1))
    joined = " ".join(words)
    quoted = yaml.dump(text, default_style='"', width=1 << 16).rstrip("\n")
    ways = [joined, f"'{joined}'", quoted]
    if not flow:
        sign = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+"]))
        gap = draw(st.sampled_from(["", "\n", "\n\n"]))
        ways.append(f"{sign}\n" + "".join(f"{indent}  {word}\n" for word in words) + gap)
    return draw(st.sampled_from(ways))


@st.composite
def a_record(draw: st.DrawFn) -> tuple[str, Loc]:
    """A text of fields, lists and fields in fields, and the path of one of its texts."""
    comments = st.sampled_from(["", "# note\n", "\n", " # note: x\n\n"])
    ends = st.sampled_from(["\n", " # note\n", "   \n"])

    def line(start: str, value: str) -> str:
        return f"{start}{value}" + ("" if value.endswith("\n") else draw(ends))

    first = line("first: ", draw(a_value("", flow=False)))
    items = [draw(a_value("  ", flow=False)) for _ in range(draw(st.integers(1, 3)))]
    listed = "listed:\n" + "".join(draw(comments) + line("  - ", item) for item in items)
    flow = [draw(a_value("", flow=True)) for _ in range(draw(st.integers(1, 3)))]
    bracket = "bracket: [" + ", ".join(flow) + "]" + draw(ends)
    inner = "inner:\n" + line("  deep: ", draw(a_value("  ", flow=False)))
    inner += line("  more: ", draw(a_value("  ", flow=False)))
    text = "".join(draw(comments) + part for part in (first, listed, bracket, inner))
    locs: list[Loc] = [("first",), ("inner", "deep"), ("inner", "more")]
    locs += [("listed", place) for place in range(len(items))]
    locs += [("bracket", place) for place in range(len(flow))]
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text.removesuffix("\n") if draw(st.booleans()) else text, draw(st.sampled_from(locs))


def changed(data: object, loc: Loc, new: object) -> object:
    """Plain data with another value at a path."""
    if not loc:
        return new
    if isinstance(data, dict):
        return {**data, loc[0]: changed(data[loc[0]], loc[1:], new)}
    assert isinstance(data, list)
    assert isinstance(loc[0], int)
    return [*data[: loc[0]], changed(data[loc[0]], loc[1:], new), *data[loc[0] + 1 :]]


@often
@given(record=a_record(), new=TEXTS)
def test_any_text_can_stand_in_for_any_other(record: tuple[str, Loc], new: str) -> None:
    """The new text reads back as typed, every other value stays, and so do lines before it."""
    text, loc = record
    file = source(text)
    before = plain(text)
    edit = replace_text(file, loc, new)
    assert edit is not None
    result = apply_edits(text, [edit])
    assert plain(result) == changed(before, loc, new)
    assert result.startswith(text[: edit.start])
    assert result.endswith(text[edit.end :])
    assert result.count("# note") == text.count("# note")


# Adding


def added(text: str, owner: Loc = (), item: str = "New") -> str:
    """A text with one more alias."""
    file = source(text)
    return edited(file, add_item(file, owner, "aliases", item))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("aliases: []\n", "aliases: [New]\n"),
        ("aliases: [a]  # kept\nb: c\n", "aliases: [a, New]  # kept\nb: c\n"),
        ("aliases: [ a, 'b' ]\n", None),
        ("aliases: [\n  a, # first\n  b # second\n]\n", None),
        ("{name: a, aliases: [b]}\n", "{name: a, aliases: [b, New]}\n"),
    ],
)
def test_an_item_joins_a_list_in_brackets(text: str, result: str | None) -> None:
    """It stands last, and comments do no harm."""
    made = added(text)
    first, data = plain(text), plain(made)
    assert isinstance(first, dict)
    assert data == {**first, "aliases": [*first["aliases"], "New"]}
    assert result in {None, made}


@pytest.mark.parametrize("text", ["aliases: [\n  a,\n  b,\n]\n", "aliases: [a, b,]\n"])
def test_an_item_joins_behind_a_closing_comma(text: str) -> None:
    """A list in brackets may end in a comma."""
    assert plain(added(text)) == {"aliases": ["a", "b", "New"]}


@pytest.mark.parametrize("item", ["a, b", "a]", "a: b", "# a", "é 面包", "'", "2024", "", "- a"])
def test_an_item_is_quoted_in_brackets(item: str) -> None:
    """Whatever the item holds, it is one item."""
    assert plain(added("aliases: [a]\n", item=item)) == {"aliases": ["a", item]}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("aliases:\n  - a\n  -   b\n", "aliases:\n  - a\n  -   b\n  - New\n"),
        ("aliases:\n- a\nb: c\n", "aliases:\n- a\n- New\nb: c\n"),
        ("aliases:\n  - a\n\n# kept\nb: c\n", "aliases:\n  - a\n  - New\n\n# kept\nb: c\n"),
        ("aliases:\n  - a", "aliases:\n  - a\n  - New"),
        ("aliases:\n  - one-two\n", "aliases:\n  - one-two\n  - New\n"),
        ("aliases:\n  - 'a - b'\n", "aliases:\n  - 'a - b'\n  - New\n"),
    ],
)
def test_an_item_joins_a_list_with_hyphens(text: str, result: str) -> None:
    """It gets a line of its own below the last item, indented alike."""
    assert added(text) == result


def test_a_comment_stays_with_its_item() -> None:
    """What is said of the last item is not said of the new one."""
    text = "aliases:\n  - a\n  - b  # of b\nc: d\n"
    assert added(text) == text.replace("# of b\n", "# of b\n  - New\n")


@pytest.mark.parametrize("text", ["name: a\r\nb: c\r\n", "aliases:\r\n  - a\r\nb: c\r\n"])
def test_a_new_line_ends_as_the_others_do(text: str) -> None:
    """Where lines end in CRLF, the new one does, and none of the others changes."""
    made = added(text)
    assert made.count("\n") == made.count("\r\n") == text.count("\n") + 1
    assert set(text.splitlines(keepends=True)) <= set(made.splitlines(keepends=True))


@pytest.mark.parametrize("sign", ["|", ">", "|-"])
def test_an_item_joins_behind_a_block_text(sign: str) -> None:
    """A literal text as the last item is no hindrance."""
    text = f"aliases:\n  - {sign}\n    b\nc: d\n"
    first = plain(text)
    assert isinstance(first, dict)
    assert plain(added(text)) == {**first, "aliases": [*first["aliases"], "New"]}


@pytest.mark.parametrize(
    ("text", "owner", "result"),
    [
        ("name: a # x\nb: c\n", (), "name: a # x\naliases: [New]\nb: c\n"),
        ("name: a", (), "name: a\naliases: [New]"),
        ("name: a\n  b\nc: d\n", (), "name: a\n  b\naliases: [New]\nc: d\n"),
        ("{name: a, b: c}\n", (), "{name: a, aliases: [New], b: c}\n"),
        (
            "terms:\n  - name: a\n    b: c\n\n  # of d\n  - name: d\n",
            ("terms", 0),
            "terms:\n  - name: a\n    aliases: [New]\n    b: c\n\n  # of d\n  - name: d\n",
        ),
        (
            "terms:\n- name: a\n- name: d",
            ("terms", 1),
            "terms:\n- name: a\n- name: d\n  aliases: [New]",
        ),
        (
            "terms:\n  - {name: a}\n",
            ("terms", 0),
            "terms:\n  - {name: a, aliases: [New]}\n",
        ),
    ],
)
def test_a_missing_list_is_begun(text: str, owner: Loc, result: str) -> None:
    """It stands below the first field, indented alike, and everything else stays."""
    assert added(text, owner) == result


@pytest.mark.parametrize("first", ["d: |\n  text\n", "d: >-\n  text\n"])
@pytest.mark.parametrize("second", ["d2: >\n  text\n  more\n", "g:\n  - b\n", "g:\n  h: i\n"])
def test_a_list_is_begun_behind_a_block_text(first: str, second: str) -> None:
    """Whatever way the first fields are written, they keep what they hold."""
    before = plain(first + second)
    assert isinstance(before, dict)
    assert plain(added(first + second)) == {**before, "aliases": ["New"]}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("aliases: a\n", ()),
        ("aliases: {a: b}\n", ()),
        ("[a]\n", ()),
        ("{}\n", ()),
        ("a: b\n", ("a",)),
        ("a: b\n", ("c",)),
        ("terms:\n  - a\n", ("terms", 1)),
    ],
)
def test_nothing_is_added_where_there_is_no_place(text: str, owner: Loc) -> None:
    """A text, a mapping or nothing at all takes no item."""
    assert add_item(source(text), owner, "aliases", "New") is None


# Removing


def removed(text: str, loc: Loc) -> str:
    """A text without one item."""
    file = source(text)
    return edited(file, remove_item(file, loc))


@pytest.mark.parametrize(
    ("place", "result"),
    [
        (0, "tags: [b, 'c, d' ] # kept\n"),
        (1, "tags: [a, 'c, d' ] # kept\n"),
        (2, "tags: [a, b ] # kept\n"),
    ],
)
def test_an_item_leaves_a_list_in_brackets(place: int, result: str) -> None:
    """Its comma goes with it, wherever it stands."""
    assert removed("tags: [a, b, 'c, d' ] # kept\n", ("tags", place)) == result


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_item_leaves_a_list_with_hyphens(place: int, end: str) -> None:
    """Its line goes with it, and all others stay."""
    lines = ["tags:", "  - a", "  - 'b-b' # of b", "  -  c"]
    text = (end or "\n").join(lines) + end
    kept = [line for number, line in enumerate(lines) if number != place + 1]
    made = removed(text, ("tags", place))
    assert made.split(end or "\n")[: len(kept)] == kept
    assert plain(made) == {"tags": [x for i, x in enumerate(["a", "b-b", "c"]) if i != place]}


@pytest.mark.parametrize("place", [0, 1])
def test_a_term_leaves_with_all_its_lines(place: int) -> None:
    """Everything that the item holds goes, and nothing of its neighbours."""
    text = (
        "terms:\n  - name: a\n    b: |\n      c\n\n      d\n  - name: b\n    group:\n    - x\n"
        "  - name: c\ngroups: []\n"
    )
    before = plain(text)
    assert isinstance(before, dict)
    terms = [term for number, term in enumerate(before["terms"]) if number != place]
    assert plain(removed(text, ("terms", place))) == {**before, "terms": terms}


@pytest.mark.parametrize("after", ["", "\n# of the groups\ngroups: []\n", "groups: []\n"])
@pytest.mark.parametrize(
    "last", ["    b: c\n", "    b: |\n      c\n\n      d\n", "    b:\n    - c\n"]
)
def test_the_last_term_leaves_with_all_its_lines(last: str, after: str) -> None:
    """The end of the last item is found too, and a comment behind the list stays."""
    text = f"terms:\n  - name: a\n  - name: b\n{last}{after}"
    made = removed(text, ("terms", 1))
    before = plain(text)
    assert isinstance(before, dict)
    assert plain(made) == {**before, "terms": [{"name": "a"}]}
    assert made == f"terms:\n  - name: a\n{after}"


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_said_of_the_next_item_stays(place: int) -> None:
    """A comment above an item belongs to that item, not to the one that goes."""
    text = "tags:\n  # of a\n  - a\n\n  # of b\n  - b\n\n  # of c\n  - c\n"
    made = removed(text, ("tags", place))
    assert f"  # of {'bc'[place]}\n  - {'bc'[place]}\n" in made
    assert "  # of c\n  - c\n" in made


@pytest.mark.parametrize(
    ("place", "result"),
    [
        (0, "terms:\n  - name: b\n\n  - name: c\n"),
        (1, "terms:\n  - name: a\n\n  - name: c\n"),
    ],
)
def test_one_blank_line_stays_between_terms(place: int, result: str) -> None:
    """That behind an item goes with it; no list begins with one, and none are two apart."""
    text = "terms:\n  - name: a\n\n  - name: b\n\n  - name: c\n"
    assert removed(text, ("terms", place)) == result


@pytest.mark.parametrize(
    ("text", "loc"),
    [
        ("tags: [a]\n", ("tags", 0)),
        ("tags:\n  - a\n", ("tags", 0)),
        ("tags: [a, b]\n", ("tags", 2)),
        ("tags: [a, b]\n", ("tags", "a")),
        ("tags: {a: b, c: d}\n", ("tags", "a")),
        ("tags: a\n", ("tags", 0)),
        ("a: b\n", ("tags", 0)),
    ],
)
def test_nothing_is_removed_where_nothing_may_go(text: str, loc: Loc) -> None:
    """The only item stays, and what is no item of a list cannot go."""
    assert remove_item(source(text), loc) is None


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("places", [(0, 2), (1, 2), (0,), (1,), (2,)])
def test_items_leave_together(places: tuple[int, ...], flow: bool) -> None:  # noqa: FBT001
    """Edits made from one text can be applied at once."""
    text = "tags: [a, b, c, d]\n" if flow else "tags:\n  - a\n  - b\n  - c\n  - d\n"
    file = source(text)
    made = edited(file, *(remove_item(file, ("tags", place)) for place in places))
    assert plain(made) == {"tags": [x for i, x in enumerate("abcd") if i not in places]}


@often
@given(items=st.lists(TEXTS.filter(bool), min_size=2, max_size=5), place=st.integers(0, 4))
def test_whatever_a_list_holds_any_item_can_leave(items: list[str], place: int) -> None:
    """Both kinds of list lose just the item that was named."""
    place %= len(items)
    quoted = [yaml.dump(item, default_style='"', width=1 << 16).rstrip("\n") for item in items]
    kept = [item for number, item in enumerate(items) if number != place]
    for text in (
        f"tags: [{', '.join(quoted)}]\nb: c\n",
        "tags:\n" + "".join(f"  - {item} # - note\n" for item in quoted) + "b: c\n",
    ):
        assert plain(removed(text, ("tags", place))) == {"tags": kept, "b": "c"}


# Applying


def test_edits_are_applied_in_their_order() -> None:
    """Edits are given in any order, and one given twice is applied once."""
    edits = [Edit(4, 5, "E"), Edit(0, 1, "A"), Edit(2, 2, "+"), Edit(0, 1, "A")]
    assert apply_edits("abcdef", edits) == "Ab+cdEf"


def test_of_edits_that_overlap_the_first_counts() -> None:
    """The later one waits; edits that only touch are both applied."""
    assert apply_edits("abcdef", [Edit(1, 4, "-"), Edit(3, 5, "+")]) == "a-ef"
    assert apply_edits("abcdef", [Edit(1, 3, "-"), Edit(3, 5, "+")]) == "a-+f"
    assert apply_edits("abcdef", []) == "abcdef"


@pytest.mark.parametrize("text", ["a", "a, b", "a: b", "", "x" * 500, "a b " * 100, "No", "[", "#"])
def test_a_text_in_brackets_is_one_item(text: str) -> None:
    """It is quoted only where it must be, and never broken over lines."""
    written = in_brackets(text)
    assert "\n" not in written
    assert plain(f"[{written}]") == [text]


def test_a_path_that_leads_nowhere() -> None:
    """There is no node below a text, behind a list's end or under a strange name."""
    root = source("a: [b, {c: d}]\n").root
    found = node_at(root, ("a", 1, "c"))
    assert found is not None
    assert found.value == "d"
    for loc in (("b",), ("a", 2), ("a", "b"), ("a", 0, 1), ("b", "c")):
        assert node_at(root, loc) is None
    assert node_at(None, ("a",)) is None
    assert node_at(None, ()) is None
