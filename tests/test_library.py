"""Papers in order, and the indexes over them."""

from itertools import permutations

from awesome_heads.library import Library
from tests.builders import a_library, a_paper, a_vocabulary


def _ids(library: Library) -> list[str]:
    return [paper.id for paper in library.papers]


def test_papers_are_newest_first() -> None:
    """Papers come by date, the newest first."""
    old, new = a_paper(id="old", date="2023-12-31"), a_paper(id="new", date="2024-01-01")
    assert _ids(a_library(old, new)) == ["new", "old"]


def test_papers_of_a_day_are_ordered_by_title() -> None:
    """Papers of one day come by title, whatever its case."""
    papers = [a_paper(id="c", title="beta"), a_paper(id="a", title="Gamma")]
    assert _ids(a_library(*papers, a_paper(id="b", title="Alpha"))) == ["b", "c", "a"]


def test_order_does_not_depend_on_files() -> None:
    """Papers that share date and title come by id, however their files were found."""
    papers = [a_paper(id="a"), a_paper(id="b"), a_paper(id="c", title="COPYING heads")]
    assert len({tuple(_ids(a_library(*order))) for order in permutations(papers)}) == 1


def test_papers_by_year() -> None:
    """Years come newest first, each with its papers in the list's order."""
    library = a_library(
        a_paper(id="a", date="2022-01-01"),
        a_paper(id="b", date="2024-01-01"),
        a_paper(id="c", date="2024-12-31"),
    )
    years = [(year, [paper.id for paper in papers]) for year, papers in library.by_year.items()]
    assert years == [(2024, ["c", "b"]), (2022, ["a"])]


def test_papers_with_a_term() -> None:
    """A term's papers are those that name it or an alias of it, newest first."""
    tags = a_vocabulary(terms=[{"name": "Copy Head", "aliases": ["Copier"]}, "Unused Head"])
    library = a_library(
        a_paper(id="old", date="2023-01-01", tags=["Copier"]),
        a_paper(id="new", date="2024-01-01", tags=["Copy Head"]),
        vocabularies=[tags],
    )
    assert [paper.id for paper in library.papers_with("tags", "Copy Head")] == ["new", "old"]
    assert library.papers_with("tags", "Unused Head") == ()


def test_a_term_named_twice_counts_once() -> None:
    """A paper that names a term and its alias has that term once, where it first stands."""
    tags = a_vocabulary(terms=["Other Head", {"name": "Copy Head", "aliases": ["Copier"]}])
    paper = a_paper(tags=["Copier", "Other Head", "Copy Head"])
    library = a_library(paper, vocabularies=[tags])
    assert [term.name for term in library.terms_of(paper, "tags")] == ["Copy Head", "Other Head"]
    assert library.papers_with("tags", "Copy Head") == (paper,)


def test_papers_with_a_venue() -> None:
    """A paper that appeared twice is found by either venue."""
    paper = a_paper(venue="arXiv", published={"venue": "Journal", "date": "2024"})
    library = a_library(paper)
    assert library.papers_with("venues", "arXiv") == (paper,)
    assert library.papers_with("venues", "Journal") == (paper,)


def test_papers_with_a_further_term() -> None:
    """Further vocabularies are indexed like tags."""
    paper = a_paper(id="b", terms={"methods": ["Ablation"]})
    library = a_library(a_paper(), paper)
    assert library.papers_with("methods", "Ablation") == (paper,)


def test_a_library_without_papers() -> None:
    """A list may be empty."""
    library = a_library()
    assert library.papers == ()
    assert library.by_year == {}
