"""A file of `taxonomy/` as a vocabulary."""

import pytest

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Vocabulary
from awesome_heads.records import parse_vocabulary
from tests.builders import source

HEAD = "title: Tags\nsingular: Tag\ndescription: All tags.\n"

DECLARED = """\
properties:
  full_name:
    label: Full name
    description: The name in full.
"""


def _file(
    body: str, path: str = "taxonomy/tags.yaml"
) -> tuple[Vocabulary | None, list[Diagnostic]]:
    return parse_vocabulary(source(HEAD + body, path))


def _read(body: str) -> Vocabulary:
    vocabulary, found = _file(body)
    assert found == []
    assert vocabulary is not None
    return vocabulary


def _one(body: str) -> Diagnostic:
    vocabulary, (found,) = _file(body)
    assert vocabulary is None
    return found


def test_a_vocabulary_is_read() -> None:
    """A file gives a vocabulary that bears its name."""
    vocabulary = _read("terms:\n  - name: Copy Head\n    aliases: [Copier]\n")
    assert (vocabulary.id, vocabulary.title, vocabulary.on_records) == ("tags", "Tags", True)
    assert vocabulary.terms[0].aliases == ("Copier",)


def test_a_vocabulary_may_be_for_pages_only() -> None:
    """A vocabulary says whether records name its terms; those that all records name must."""
    text = f"{HEAD}on_records: false\nterms: []\n"
    vocabulary, found = parse_vocabulary(source(text, "taxonomy/words.yaml"))
    assert found == []
    assert vocabulary is not None
    assert vocabulary.on_records is False
    assert _one("on_records: false\nterms: []\n").rule == "reserved-name"


@pytest.mark.parametrize("name", ["papers", "years", "static", "authors", "links"])
def test_a_name_that_means_something_else_is_refused(name: str) -> None:
    """Neither the site's own folders nor a record's own fields make room for a vocabulary."""
    vocabulary, (found,) = parse_vocabulary(source(f"{HEAD}terms: []\n", f"taxonomy/{name}.yaml"))
    assert vocabulary is None
    assert (found.rule, found.location.line) == ("reserved-name", 1)


def test_a_term_states_declared_properties() -> None:
    """A field that the vocabulary declares is a property of the term."""
    vocabulary = _read(f"{DECLARED}terms:\n  - name: ACME\n    full_name: Acme Conference\n")
    assert vocabulary.terms[0].properties == {"full_name": "Acme Conference"}


def test_a_term_need_not_state_them() -> None:
    """A term without properties has none."""
    assert _read(f"{DECLARED}terms:\n  - name: ACME\n").terms[0].properties == {}


def test_a_field_that_is_not_declared() -> None:
    """A term's field that neither model nor vocabulary knows is refused at its name."""
    found = _one("terms:\n  - name: ACME\n    full_name: Acme Conference\n")
    assert (found.rule, found.message) == ("unknown-field", "there is no field `full_name`")
    assert found.location[1:] == (6, 5, 14)


def test_a_declared_field_may_be_meant() -> None:
    """A misspelled property leads to the one that was declared."""
    found = _one(f"{DECLARED}terms:\n  - name: ACME\n    full_nam: Acme Conference\n")
    assert found.hint == "did you mean `full_name`?"


@pytest.mark.parametrize(
    ("value", "rule", "message", "columns"),
    [
        ("[x]", "wrong-type", "`terms.full_name` takes text, not a list", (16, 17)),
        ("''", "empty-value", "`terms.full_name` is empty", (16, 18)),
    ],
)
def test_a_fault_in_a_property(
    value: str, rule: str, message: str, columns: tuple[int, int]
) -> None:
    """A fault in a property is told where the term states it."""
    found = _one(f"{DECLARED}terms:\n  - name: ACME\n    full_name: {value}\n")
    assert (found.rule, found.message) == (rule, message)
    assert found.location[1:] == (10, *columns)


def test_the_id_is_the_name_of_the_file() -> None:
    """A field `id` is refused: the file's name is the id."""
    found = _one("id: x\nterms: []\n")
    assert (found.rule, found.location[1:]) == ("unknown-field", (4, 1, 3))
    assert "id," not in found.hint


def test_a_file_name_that_is_no_id() -> None:
    """A file whose name cannot be an id is told to be renamed, at its start."""
    vocabulary, (found,) = _file("terms: []\n", "taxonomy/My Tags.yaml")
    assert vocabulary is None
    assert found.location == ("taxonomy/My Tags.yaml", 1, 1, 1)
    assert (found.rule, found.hint) == ("bad-slug", "write `my-tags`")


@pytest.mark.parametrize(
    ("body", "rule", "message", "place"),
    [
        ("", "missing-field", "`terms` is missing", (1, 1, 1)),
        ("terms: x", "wrong-type", "`terms` takes a list, not text", (4, 8, 9)),
        ("terms: [x]", "wrong-type", "`terms` takes fields, not text", (4, 9, 10)),
        ("terms: [{aliases: []}]", "missing-field", "`name` is missing", (4, 9, 10)),
        (
            "terms: []\nproperties: [x]",
            "wrong-type",
            "`properties` takes fields, not a list",
            (5, 13, 14),
        ),
        (
            "terms: []\nproperties: {full_name: {label: x}}",
            "missing-field",
            "`description` is missing",
            (5, 14, 23),
        ),
        (
            "terms: []\ngroups: [{name: a, groups: [{nam: b, name: c}]}]",
            "unknown-field",
            "there is no field `nam`",
            (5, 30, 33),
        ),
        (
            "terms: [{name: x, properties: {full_name: y}}]",
            "unknown-field",
            "there is no field `properties`",
            (4, 19, 29),
        ),
    ],
)
def test_a_fault_in_the_file(
    body: str, rule: str, message: str, place: tuple[int, int, int]
) -> None:
    """A fault is told in its place, however the file is shaped."""
    found = _one(body)
    assert (found.rule, found.message, found.location[1:]) == (rule, message, place)


def test_an_unreadable_file() -> None:
    """What is no YAML of fields gives no vocabulary and the reason."""
    vocabulary, (found,) = parse_vocabulary(source("- x", "taxonomy/tags.yaml"))
    assert vocabulary is None
    assert found.rule == "wrong-type"


def test_everything_wrong_is_told() -> None:
    """One fault does not hide the next."""
    _, found = _file("on_records: perhaps\nterms: [x]\nzzz: 1\n")
    assert {each.rule for each in found} == {"wrong-type", "unknown-field"}
    assert sorted(each.location.line for each in found) == [4, 5, 6]


def test_a_property_may_not_take_the_place_of_a_field() -> None:
    """What every term has cannot be declared once more; its declaration is shown."""
    found = _one("properties:\n  group:\n    label: Group\n    description: A group.\nterms: []\n")
    assert (found.rule, found.location.line) == ("unknown-field", 5)
    assert "field of every term" in found.message
