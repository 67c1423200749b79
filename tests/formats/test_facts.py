"""All that a list knows of a paper, as plain values."""

from awesome_heads.formats import Bibliography
from awesome_heads.model import LINK_KINDS
from awesome_heads.project import Project
from tests.builders import a_library, a_paper, a_vocabulary


def facts(project: Project, paper_id: str) -> dict[str, object]:
    """The facts of one of the list's papers."""
    paper = next(each for each in project.library.papers if each.id == paper_id)
    return Bibliography(project.library, project.config.base_url).facts(paper)


def test_every_field_of_a_record_is_told(small: Project) -> None:
    """Both versions, every link and every term, by the vocabularies' own names."""
    found = facts(small, "every-field")
    assert found["published"] == {
        "venue": "LOAF",
        "date": "2024-09",
        "title": "Every Field of a Record, Revised",
        "doi": "10.5555/LOAF.2024.7",
        "url": "https://loaf.example/2024/7",
        "pages": "12-34",
    }
    assert found["terms"] == {
        "tags": ["Cellar Culture", "Milk Culture", "Hearth Culture"],
        "benchmarks": ["Loaf-100", "Roll-7"],
        "methods": ["Smelling", "Weighing"],
        "models": ["Starter 2.0", "Old Rye"],
    }
    assert isinstance(found["links"], dict)
    assert tuple(found["links"]) == LINK_KINDS
    assert (found["title"], found["date"], found["added"]) == (
        *("Every Field of a Record", "2024-02-29", "2024-03-02"),
    )
    assert (found["key"], found["arxiv"]) == ("crumb-every", "2402.99904")
    assert found["url"] == "https://crumbs.example/sourdough/papers/every-field/"
    assert found["former_ids"] == ["all-fields", "each-field"]


def test_what_is_not_known_is_left_out(small: Project) -> None:
    """No fact is empty, but authors and terms are always lists."""
    found = facts(small, "warm-hands")
    assert set(found) == {
        *("id", "key", "url", "title", "date", "authors", "venue", "terms", "links", "summary")
    }
    assert found["authors"] == []
    assert found["terms"] == {
        "tags": ["Hearth Culture"],
        "benchmarks": [],
        "methods": [],
        "models": [],
    }


def test_vocabularies_without_records_are_no_facts() -> None:
    """A glossary has terms that no record names."""
    paper = a_paper()
    glossary = a_vocabulary("glossary", ["Word"], on_records=False)
    kept = Bibliography(a_library(paper, vocabularies=[glossary]), "https://lists.example/")
    assert kept.vocabularies == ("tags",)


def test_the_page_of_an_abstract_is_told() -> None:
    """Where a record names one, it is a fact of the paper."""
    paper = a_paper(abstract_url="https://abstracts.example/a")
    found = Bibliography(a_library(paper), "https://crumbs.example/").facts(paper)
    assert found["abstract_url"] == "https://abstracts.example/a"
