"""Objections of pydantic, in words of the list and with their places."""

from collections.abc import Mapping
from typing import Literal

import pytest
from pydantic import Field

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.fields import Day, Frozen, Slug, SomeDate, Text, WebAddress, WebAddresses
from awesome_heads.records.source import Loc
from awesome_heads.records.validation import unknown_field, validate
from tests.builders import PATH, source


class _Part(Frozen):
    name: Text = Field(description="The part's name.")
    colour: Text | None = Field(None, description="Its colour.")
    parts: tuple["_Part", ...] = Field((), description="Parts of the part.")


class _Thing(Frozen):
    title: Text = Field("x", description="Its title.")
    plain: Text | None = None
    words: tuple[Text, ...] = Field(("x",), min_length=1)
    facts: Mapping[str, Text] = Field({})
    more_facts: dict[str, Text] = Field({})
    part: _Part = _Part(name="x")
    parts: tuple[_Part, ...] = ()
    by_name: Mapping[str, _Part] = Field({})
    day: Day | None = None
    date: SomeDate | None = None
    number: int = Field(0, ge=0)
    switch: bool = True
    choice: Literal["one", "two"] = "one"
    digits: Text = Field("0", pattern=r"^[0-9A-F]+$")
    url: WebAddress | None = None
    urls: WebAddresses = ()
    slug: Slug = "x"


class _Needy(Frozen):
    title: Text = Field(description="Its title.")
    plain: Text
    part: _Part = Field(description="Its only part")


def _found(text: str, model: type[Frozen] = _Thing) -> list[Diagnostic]:
    file = source(text)
    data, problems = file.read()
    assert problems == []
    value, found = validate(model, data, file)
    assert (value is None) == bool(found)
    return found


def _one(text: str, model: type[Frozen] = _Thing) -> tuple[tuple[int, int, int], str, str, str]:
    (found,) = _found(text, model)
    assert found.location.path == PATH
    return found.location[1:], found.rule, found.message, found.hint


def test_a_model_is_made() -> None:
    """Data without fault becomes the model."""
    file = source("title: A\nnumber: 7\nday: 2024-05-28\nswitch: no\n")
    thing, found = validate(_Thing, file.read()[0], file)
    assert found == []
    assert thing is not None
    assert (thing.title, thing.number, thing.switch, str(thing.day)) == (
        "A",
        7,
        False,
        "2024-05-28",
    )


LIST_HINT = "write `words: [one, two]`"
TEXT_HINT = 'write `title: "..."`, the text in one line'
EMPTY_HINT = "write a value, or delete the line if the field is optional"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("title: [a]", (1, 8, 9), "`title` takes text, not a list", TEXT_HINT),
        ("title: {a: b}", (1, 8, 9), "`title` takes text, not fields", TEXT_HINT),
        ("words: a", (1, 8, 9), "`words` takes a list, not text", LIST_HINT),
        ("words: {a: b}", (1, 8, 9), "`words` takes a list, not fields", LIST_HINT),
        ("urls: {a: b}", (1, 7, 8), "`urls` takes a list, not fields", "write `urls: [one, two]`"),
        ("facts: a", (1, 8, 9), "`facts` takes fields, not text", ""),
        ("facts: [a]", (1, 8, 9), "`facts` takes fields, not a list", ""),
        ("more_facts: [a]", (1, 13, 14), "`more_facts` takes fields, not a list", ""),
        ("part: a", (1, 7, 8), "`part` takes fields, not text", ""),
        ("parts:\n  - a", (2, 5, 6), "`parts` takes fields, not text", ""),
        ("day: [a]", (1, 6, 7), "`day` takes a day, not a list", ""),
        ("date: [a]", (1, 7, 8), "`date` takes a date, not a list", ""),
        ("number: many", (1, 9, 13), "`number` takes a whole number, not text", ""),
        ("number: 1.5", (1, 9, 12), "`number` takes a whole number, not text", ""),
        ("number: [1]", (1, 9, 10), "`number` takes a whole number, not a list", ""),
        ("switch: maybe", (1, 9, 14), "`switch` takes true or false, not text", ""),
        (
            "part: {name: [a]}",
            (1, 14, 15),
            "`part.name` takes text, not a list",
            'write `name: "..."`, the text in one line',
        ),
        (
            "facts:\n  a: [b]",
            (2, 6, 7),
            "`facts.a` takes text, not a list",
            'write `a: "..."`, the text in one line',
        ),
    ],
)
def test_another_shape(text: str, place: tuple[int, int, int], message: str, hint: str) -> None:
    """A value of another shape is told by what the field takes and what stands there."""
    assert _one(text) == (place, "wrong-type", message, hint)


def test_a_list_for_a_switch() -> None:
    """A list where true or false belongs is a value of another shape."""
    assert _one("switch: [a]")[1] == "wrong-type"


def test_the_hint_for_an_item() -> None:
    """The hint for an item of a list does not name a field that there is not."""
    assert "`0: `" not in _one("words: [[a]]")[3]


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("title:", (1, 7, 7), "title"),
        ("title: ''", (1, 8, 10), "title"),
        ("title: ' '\n", (1, 8, 11), "title"),
        ("words: []", (1, 8, 9), "words"),
        ("words: ['']", (1, 9, 11), "words"),
        ("part: {name: ''}", (1, 14, 16), "part.name"),
        ("parts:\n  - name: a\n  - name:\n", (3, 10, 10), "parts.name"),
    ],
)
def test_an_empty_value(text: str, place: tuple[int, int, int], name: str) -> None:
    """A value without content is told once, by the field's path."""
    assert _one(text) == (place, "empty-value", f"`{name}` is empty", EMPTY_HINT)


@pytest.mark.parametrize(
    ("text", "place", "rule", "message", "hint"),
    [
        (
            "day: soon",
            (1, 6, 10),
            "bad-date",
            "`soon` is not a day of the calendar",
            "write year-month-day, such as 2024-04-24",
        ),
        (
            "date: '2024-13'",
            (1, 7, 16),
            "bad-date",
            "`2024-13` is not a year, a month or a day",
            "write 2024, 2024-05 or 2024-05-28",
        ),
        (
            "url: example.org",
            (1, 6, 17),
            "bad-url",
            "`example.org` is not a web address",
            "write the whole address, such as https://arxiv.org/abs/2404.15574",
        ),
        (
            "urls:\n  - https://example.org\n  - example.org\n",
            (3, 5, 16),
            "bad-url",
            "`example.org` is not a web address",
            "write the whole address, such as https://arxiv.org/abs/2404.15574",
        ),
        (
            "slug: A Slug",
            (1, 7, 13),
            "bad-slug",
            "`A Slug` is not lower-case words joined by hyphens",
            "write `a-slug`",
        ),
        (
            "number: -1",
            (1, 9, 11),
            "invalid-value",
            "`number`: input should be greater than or equal to 0",
            "",
        ),
        (
            "choice: three",
            (1, 9, 14),
            "invalid-value",
            "`choice`: input should be 'one' or 'two'",
            "",
        ),
    ],
)
def test_a_value_of_the_right_shape(
    text: str, place: tuple[int, int, int], rule: str, message: str, hint: str
) -> None:
    """A text that is no date, address or slug has a rule of its own; the rest shares one."""
    assert _one(text) == (place, rule, message, hint)


def test_a_pattern_that_does_not_fit() -> None:
    """A text that does not fit its pattern is an invalid value."""
    place, rule, message, _ = _one("digits: wrong")
    assert (place, rule) == ((1, 9, 14), "invalid-value")
    assert message.startswith("`digits`: string should match pattern")


def test_a_pattern_is_shown_as_it_is() -> None:
    """The message quotes a pattern letter by letter."""
    assert "^[0-9A-F]+$" in _one("digits: wrong")[2]


def test_a_single_address_is_the_place() -> None:
    """A bad address that stands alone for a list is told where it stands."""
    assert _one("urls: example.org")[0] == (1, 7, 18)


@pytest.mark.parametrize(
    ("text", "place", "field", "hint"),
    [
        ("titel: a", (1, 1, 6), "titel", "did you mean `title`?"),
        ("title: a\nTitle : b", (2, 1, 6), "Title", "did you mean `title`?"),
        ("part:\n  name: a\n  color: b", (3, 3, 8), "color", "did you mean `colour`?"),
        ("part: {name: a, zzz: b}", (1, 17, 20), "zzz", "fields here: colour, name, parts"),
        (
            "part: {name: a, parts: [{name: a, nam: b}]}",
            (1, 35, 38),
            "nam",
            "did you mean `name`?",
        ),
        (
            "parts:\n  - name: a\n    zzz: [a,\n      b]\n",
            (3, 5, 8),
            "zzz",
            "fields here: colour, name, parts",
        ),
    ],
)
def test_a_field_nobody_declared(
    text: str, place: tuple[int, int, int], field: str, hint: str
) -> None:
    """An unknown field is told at its name, with the field meant or all there are."""
    assert _one(text) == (place, "unknown-field", f"there is no field `{field}`", hint)


def test_an_unknown_field_below_a_free_name() -> None:
    """An unknown field in a mapping of models is told with the fields of that model."""
    assert _one("by_name: {any: {name: a, nam: b}}")[3] == "did you mean `name`?"


def test_an_unknown_field_far_below_a_free_name() -> None:
    """However far down a mapping of models an unknown field stands, it is told at its name."""
    (found,) = _found("by_name: {any: {name: a, parts: [{name: b, zzz: c}]}}")
    assert (found.rule, found.location[1:]) == ("unknown-field", (1, 44, 47))


def test_an_unknown_field_said_by_hand() -> None:
    """Others may tell of a field that they do not know."""
    file = source("a: 1\nbenchmark: [x]\n")
    assert unknown_field(file, ("benchmark",), ["methods", "benchmarks"]) == Diagnostic(
        Location(PATH, 2, 1, 10),
        "unknown-field",
        "there is no field `benchmark`",
        "did you mean `benchmarks`?",
    )


@pytest.mark.parametrize(
    ("text", "model", "place", "field", "hint"),
    [
        (
            "plain: a\npart: {name: a}",
            _Needy,
            (1, 1, 1),
            "title",
            "add `title: ...` (Its title)",
        ),
        ("title: a\npart: {name: a}", _Needy, (1, 1, 1), "plain", "add `plain: ...`"),
        ("title: a\nplain: a", _Needy, (1, 1, 1), "part", "add `part: ...` (Its only part)"),
        (
            "title: a\nplain: a\npart: {}",
            _Needy,
            (3, 1, 5),
            "name",
            "add `name: ...` (The part's name)",
        ),
        (
            "parts:\n  - name: a\n  - colour: b\n",
            _Thing,
            (3, 5, 5),
            "name",
            "add `name: ...` (The part's name)",
        ),
    ],
)
def test_a_field_that_is_missing(
    text: str, model: type[Frozen], place: tuple[int, int, int], field: str, hint: str
) -> None:
    """A missing field is told at what lacks it, with the line to add and its purpose."""
    assert _one(text, model) == (place, "missing-field", f"`{field}` is missing", hint)


def test_a_missing_field_below_a_free_name() -> None:
    """A missing field in a mapping of models is told with its purpose."""
    assert _one("by_name: {any: {colour: a}}")[3] == "add `name: ...` (The part's name)"


def test_everything_wrong_is_told() -> None:
    """One fault does not hide the next."""
    found = _found("titel: a\nwords: a\npart: {}\nday: soon\n")
    assert {each.rule for each in found} == {
        "unknown-field",
        "wrong-type",
        "missing-field",
        "bad-date",
    }


def test_an_empty_item_beside_others() -> None:
    """An empty item is told by itself while the list has enough others."""
    assert [each.location[1:] for each in _found("words: ['', a, '']")] == [(1, 9, 11), (1, 16, 18)]


def test_a_path_is_relocated() -> None:
    """Where data and file differ in shape, places and names are those of the file."""
    file = source("name: [a]\n")

    def _without_part(loc: Loc) -> Loc:
        return loc[1:]

    _, (found,) = validate(_Thing, {"part": {"name": ["a"]}}, file, _without_part)
    assert found.location == Location(PATH, 1, 7, 8)
    assert found.message == "`name` takes text, not a list"
