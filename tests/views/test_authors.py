"""The pages of authors."""

import pytest

from awesome_heads.library import Library
from awesome_heads.views import File
from awesome_heads.views import author_index as views
from awesome_heads.views.author_index import AuthorsPage
from awesome_heads.views.authors import AuthorPage, Companion, author_pages
from awesome_heads.views.page import Crumb
from awesome_heads.views.rows import Person
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, only_pages


def _library(*groups: list[str]) -> Library:
    """One paper for each group of authors, the first the newest."""
    papers = (
        a_paper(id=f"paper-{place}", date=f"{2024 - place}-01-01", authors=authors)
        for place, authors in enumerate(groups)
    )
    return a_library(*papers)


def _pages(library: Library) -> tuple[dict[str, AuthorsPage], dict[str, AuthorPage]]:
    indexes, authors = {}, {}
    for page in only_pages(author_pages(Scene(a_config(), library))):
        if isinstance(page.context, AuthorsPage):
            indexes[page.path] = page.context
        if isinstance(page.context, AuthorPage):
            authors[page.path.split("/")[1]] = page.context
    return indexes, authors


def _index(*names: str) -> AuthorsPage:
    return _pages(_library(list(names)))[0]["authors/index.html"]


def test_authors_stand_by_family_name() -> None:
    """Given names decide where family names are equal; accents and capitals decide nothing."""
    index = _index("Zoe Able", "Bo \u00c5kesson", "Ann Able", "Eve Zed")
    names = [[f"{each.before}{each.family}" for each in one.authors] for one in index.letters]
    assert names == [["Ann Able", "Zoe Able", "Bo \u00c5kesson"], ["Eve Zed"]]
    assert [(one.label, one.anchor, one.number) for one in index.letters] == [
        ("A", "letter-a", 3),
        ("Z", "letter-z", 1),
    ]
    assert index.number == 4


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ann van der Berg", "VB"), ("\u674e\u96f7", "L"), ("4gents", "0\u20139"), ("Plato", "P")],
)
def test_every_name_has_a_letter(name: str, letter: str) -> None:
    """Other scripts stand under Latin letters, what begins with a digit by itself."""
    (only,) = _index(name).letters
    assert only.label in letter


def test_a_name_is_shown_as_it_is_written() -> None:
    """The parts of a name in the index make the whole name again, its suffix too."""
    names = ("Ann Able Jr.", "Plato", "Bo Berg Berg")
    lines = [line for letter in _index(*names).letters for line in letter.authors]
    assert {f"{each.before}{each.family}{each.after}" for each in lines} == set(names)
    assert [each.family for each in lines] == ["Able", "Berg", "Plato"]


def test_spellings_of_one_slug_are_one_author() -> None:
    """The spelling that most papers use names the page; a paper counts once."""
    library = _library(["Jos\u00e9 R\u00edo", "Jose Rio"], ["Jose Rio"], ["Jose Rio"])
    _, authors = _pages(library)
    assert list(authors) == ["jose-rio"]
    assert authors["jose-rio"].name == "Jose Rio"
    assert len(authors["jose-rio"].rows) == 3


def test_a_name_without_a_slug_has_no_page() -> None:
    """Signs alone name nobody."""
    indexes, authors = _pages(_library(["\u2020", "Ann Able"]))
    assert list(authors) == ["ann-able"]
    assert indexes["authors/index.html"].number == 1


def test_an_author_has_papers_years_and_terms() -> None:
    """Papers newest first, years in order, and the terms by how many papers name them."""
    papers = (
        a_paper(id="a", date="2024-01-01", tags=["Late", "Both"]),
        a_paper(id="b", date="2022-01-01", tags=["Both", "Early"]),
    )
    ada = _pages(a_library(*papers))[1]["ada-example"]
    assert [row.id for row in ada.rows] == ["a", "b"]
    assert ada.years == "2022 and 2024"
    assert [(term.label, term.papers) for term in ada.terms] == [
        ("Both", 2),
        ("Early", 1),
        ("Late", 1),
    ]
    assert ada.frame.crumbs == (Crumb("Authors", "authors/index.html"),)
    assert ada.frame.description == "2 papers by Ada Example in Made-Up Heads."


def test_companions_stand_by_how_often_they_wrote_along() -> None:
    """An author is no companion of their own; equal ones stand by family name."""
    library = _library(["Ann Able", "Zed Best", "Cy Cole"], ["Ann Able", "Cy Cole"])
    assert _pages(library)[1]["ann-able"].companions == (
        Companion(Person("Cy Cole", "authors/cy-cole/index.html"), 2),
        Companion(Person("Zed Best", "authors/zed-best/index.html"), 1),
    )


def test_a_crowd_of_companions_is_cut() -> None:
    """A paper of a hundred authors does not make a page of names; the rest is counted."""
    crowd = [f"Ann A{chr(97 + place // 26)}{chr(97 + place % 26)}" for place in range(100)]
    ann = _pages(_library(crowd))[1]["ann-aaa"]
    assert (len(ann.companions), ann.more_companions) == (24, 75)


def _files(library: Library) -> list[str]:
    made = author_pages(Scene(a_config(), library))
    return [each.path for each in made if isinstance(each, File)]


def test_one_paper_is_taken_by_its_own_files() -> None:
    """Files of an author's own are made of two papers or more."""
    library = _library(["Ann Able", "Bo Best"], ["Ann Able"])
    _, authors = _pages(library)
    assert authors["ann-able"].downloads[0].page == "authors/ann-able/papers.bib"
    assert authors["bo-best"].downloads[0].page == "papers/paper-0/paper.bib"
    files = _files(library)
    assert "authors/ann-able/papers.bib" in files
    assert {path.split("/")[1] for path in files} == {"ann-able"}


def test_many_authors_are_split_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what one page bears, the index leads to a page for each letter."""
    monkeypatch.setattr(views, "ON_ONE_PAGE", 2)
    indexes, authors = _pages(_library(["Ann Able", "Bo Best", "Letter"]))
    assert list(indexes) == [
        "authors/index.html",
        "authors/letter/a/index.html",
        "authors/letter/b/index.html",
        "authors/letter/l/index.html",
    ]
    assert indexes["authors/index.html"].letters == ()
    assert [each.target for each in indexes["authors/index.html"].jumps] == list(indexes)[1:]
    page = indexes["authors/letter/b/index.html"]
    assert (page.here, page.number, len(page.letters)) == ("B", 1, 1)
    assert "letter" in authors


def test_a_list_that_names_nobody_has_an_empty_index() -> None:
    """Authors may be left out of every record."""
    indexes, authors = _pages(a_library(a_paper(authors=None)))
    assert (indexes["authors/index.html"].number, authors) == (0, {})
