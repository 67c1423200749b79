"""What differs between two states of a list."""

import pytest

from awesome_heads.changes import Changes, FieldChange, PaperChange, TermChange, compare
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from tests.builders import a_library, a_paper, a_vocabulary

OLD = a_paper()


def changes(before: Paper, after: Paper) -> tuple[FieldChange, ...]:
    """The fields in which one paper differs from another."""
    found = compare(a_library(before), a_library(after))
    (change,) = found.changed
    assert (found.added, found.removed) == ((), ())
    return change.fields


def test_nothing_differs() -> None:
    """A list compared with itself has no changes."""
    library = a_library(OLD, a_paper(id="b-paper"))
    found = compare(library, library)
    assert found == Changes((), (), (), (), ())
    assert found.is_empty
    assert compare(a_library(), a_library()).is_empty


def test_papers_come_and_go() -> None:
    """What is only in one state was added or removed, in the order of the list."""
    kept = a_paper(id="kept")
    gone = [a_paper(id="gone-1", date="2022-01-01"), a_paper(id="gone-2", date="2023-01-01")]
    new = [a_paper(id="new-1", date="2022-01-01"), a_paper(id="new-2", date="2023-01-01")]
    found = compare(a_library(kept, *gone), a_library(*new, kept))
    assert [paper.id for paper in found.added] == ["new-2", "new-1"]
    assert [paper.id for paper in found.removed] == ["gone-2", "gone-1"]
    assert found.changed == ()
    assert not found.is_empty


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("title", "Another", FieldChange("title", OLD.title, "Another")),
        ("date", "2024-05-29", FieldChange("date", "2024-05-28", "2024-05-29")),
        (
            "authors",
            ["Ben Sample"],
            FieldChange("authors", "Ada Example, Ben Sample", "Ben Sample"),
        ),
        ("authors", None, FieldChange("authors", "Ada Example, Ben Sample", "")),
        ("venue", "Elsewhere", FieldChange("venue", "arXiv", "Elsewhere")),
        ("tags", ["Copy Head", "Own"], FieldChange("tags", "Copy Head", "Copy Head, Own")),
        ("added", "2024-06-01", FieldChange("added", "", "2024-06-01")),
        ("bibtex_key", "own", FieldChange("bibtex_key", "", "own")),
        ("former_titles", ["A", "B"], FieldChange("former_titles", "", "A, B")),
        ("ignore", {"link-kind": "why"}, FieldChange("ignore.link-kind", "", "why")),
        ("terms", {"methods": ["A", "B"]}, FieldChange("methods", "", "A, B")),
        (
            "links",
            {"paper": ["https://a.example/1", "https://a.example/2"]},
            FieldChange(
                "links.paper",
                "https://arxiv.org/abs/2401.00001",
                "https://a.example/1, https://a.example/2",
            ),
        ),
    ],
)
def test_a_field_that_differs(field: str, value: object, expected: FieldChange) -> None:
    """Each field is told by its full name with what it held and holds, empty where it is not."""
    after = a_paper(**{field: value})
    assert changes(OLD, after) == (expected,)
    reverse = FieldChange(expected.name, expected.after, expected.before)
    assert changes(after, OLD) == (reverse,)


def test_parts_of_a_field_are_told_apart() -> None:
    """Of several lines of a summary, or of a publication, only those that differ are told."""
    summary = {**OLD.summary.model_dump(), "result": "Other."}
    published = {"venue": "CRM", "date": "2024-07"}
    after = a_paper(summary=summary, published=published)
    assert set(changes(OLD, after)) == {
        FieldChange("summary.result", "The head copies.", "Other."),
        FieldChange("published.venue", "", "CRM"),
        FieldChange("published.date", "", "2024-07"),
    }


def test_a_renamed_record_counts_as_one() -> None:
    """With its old id among the former ones it was neither added nor removed."""
    after = a_paper(id="new-name", former_ids=["a-paper"], title="New")
    found = compare(a_library(OLD), a_library(after))
    fields = {field.name for field in found.changed[0].fields}
    assert found.changed[0].former_id == "a-paper"
    assert fields == {"title", "former_ids"}
    assert (found.added, found.removed) == ((), ())


def test_a_name_given_back_counts_too() -> None:
    """A record that lost its former id is another paper."""
    before = a_paper(id="new-name", former_ids=["a-paper"])
    found = compare(a_library(before), a_library(OLD))
    assert found.added == (OLD,)
    assert found.removed == (before,)


def test_a_record_that_kept_its_name_is_no_renamed_one() -> None:
    """A former id that was there before as well says nothing new."""
    paper = a_paper(id="new-name", former_ids=["a-paper"])
    assert compare(a_library(paper), a_library(paper)).is_empty


def test_two_records_that_became_one() -> None:
    """The one that is kept by name is changed, and the other one is gone."""
    first, second = a_paper(id="a"), a_paper(id="b")
    after = a_paper(id="b", former_ids=["a"])
    found = compare(a_library(first, second), a_library(after))
    assert found.changed == (PaperChange(after, "", (FieldChange("former_ids", "", "a"),)),)
    assert found.removed == (first,)


def with_terms(*vocabularies: Vocabulary) -> Library:
    """A list without papers that has these vocabularies."""
    return a_library(vocabularies=vocabularies)


def test_terms_come_and_go() -> None:
    """Terms are told by vocabulary, in the order of their file; aliases are known names."""
    before = with_terms(a_vocabulary(terms=["A", "B", {"name": "C", "aliases": ["D"]}]))
    after = with_terms(a_vocabulary(terms=["D", "E", "A", "F"]))
    found = compare(before, after)
    assert found.terms_added == (TermChange("tags", "E"), TermChange("tags", "F"))
    assert found.terms_removed == (TermChange("tags", "B"), TermChange("tags", "C"))


def test_vocabularies_come_and_go() -> None:
    """All terms of a new vocabulary are new, and all of one that went are gone."""
    before = with_terms(a_vocabulary("methods", ["A"]))
    after = with_terms(a_vocabulary("models", ["A", "B"]))
    found = compare(before, after)
    assert found.terms_removed == (TermChange("methods", "A"),)
    assert found.terms_added == (TermChange("models", "A"), TermChange("models", "B"))


def test_a_merged_term_is_not_gone() -> None:
    """Its name lives on as an alias."""
    before = with_terms(a_vocabulary(terms=["A", "B"]))
    after = with_terms(a_vocabulary(terms=[{"name": "A", "aliases": ["B"]}]))
    assert compare(before, after).is_empty
