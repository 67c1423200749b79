"""What the search finds in a real browser, and in which order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from awesome_heads.project import Project
from awesome_heads.views.search.words import words_of
from tests.browser.searching import found_by, ids_of, open_search
from tests.builders import a_library, a_paper
from tests.lists import REPOSITORY

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((REPOSITORY / "tests/data/queries.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def shipped(
    browser: Browser, listed: Project, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The search of this repository's list."""
    page = open_search(browser, tmp_path_factory.mktemp("search"), listed.library)
    yield page
    page.close()


def test_the_wanted_paper_is_among_the_first_three(shipped: Page, listed: Project) -> None:
    """Of forty queries at least thirty-eight show at once what they were written for."""
    assert len(QUERIES) == 40
    assert {each["wanted"] for each in QUERIES} <= {paper.id for paper in listed.library.papers}
    missed = []
    for each in QUERIES:
        first = ids_of(shipped, listed.library, str(each["query"]))[:3]
        if each["wanted"] not in first:
            missed.append(f"{each['query']!r}: {first}")
    print(*missed, sep="\n")  # noqa: T201 -- which were missed is worth knowing though the test passes
    assert len(missed) <= 2, missed


def test_every_title_finds_its_paper_first(shipped: Page, listed: Project) -> None:
    """A title typed in full leads to its paper, whatever else has the same words."""
    for paper in listed.library.papers:
        assert ids_of(shipped, listed.library, paper.title)[0] == paper.id


def test_every_name_of_a_term_finds_all_its_papers(shipped: Page, listed: Project) -> None:
    """Names and other names of tags and venues find every paper that has them, and those first."""
    for vocabulary in ("tags", "venues"):
        for term in listed.library.vocabularies[vocabulary].terms:
            wanted = {paper.id for paper in listed.library.papers_with(vocabulary, term.name)}
            for name in (term.name, *term.aliases) if wanted else ():
                assert set(ids_of(shipped, listed.library, name)[: len(wanted)]) == wanted, name


def test_each_letter_typed_narrows(shipped: Page, listed: Project) -> None:
    """From the second letter on, no paper comes back that an earlier letter had dropped."""
    for title in ("Retrieval", "Mechanistic", "Attention", "Zeping"):
        before = set(ids_of(shipped, listed.library, title[:2]))
        for end in range(3, len(title) + 1):
            now = set(ids_of(shipped, listed.library, title[:end]))
            assert now
            assert now <= before
            before = now


def test_a_single_letter_finds_names_that_begin_with_it(shipped: Page, listed: Project) -> None:
    """The first key has an answer, from titles, tags, authors and venues."""
    wanted = {
        paper.id
        for paper in listed.library.papers
        if any(word.startswith("z") for word in words_of(" ".join((paper.title, *paper.authors))))
    }
    assert set(ids_of(shipped, listed.library, "z")) == wanted


def test_where_no_paper_has_every_word_the_nearest_are_told(shipped: Page, listed: Project) -> None:
    """A partial answer says that it is one; an answer with every word does not."""
    whole, part, nothing = found_by(
        shipped,
        [{"text": "factual recall"}, {"text": "factual xyzzyq recall"}, {"text": "xyzzyq"}],
    )
    assert not whole["partial"]
    assert part["partial"]
    assert part["papers"][0] in whole["papers"]
    assert nothing["papers"] == []
    assert found_by(shipped, [{"text": " ... "}])[0]["papers"] == list(
        range(len(listed.library.papers))
    )


def test_ids_give_numbers(shipped: Page, listed: Project) -> None:
    """Papers kept in the browser by id are found again, and ids that are gone are left out."""
    papers = listed.library.papers
    numbers = shipped.evaluate(
        "async (ids) => [...await awesomeHeads.search.numbersOf(ids)]",
        [papers[3].id, "gone", papers[0].id],
    )
    assert numbers == [[papers[3].id, 3], [papers[0].id, 0]]


def test_only_what_a_query_needs_is_loaded(browser: Browser, tmp_path: Path) -> None:
    """In a long list a query loads few blocks of postings, and typing on loads no more of them."""
    papers = [
        a_paper(id=f"paper-{number}", title=f"Word{number} of {number * 7919}x")
        for number in range(4000)
    ]
    page = open_search(browser, tmp_path, a_library(*papers))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    found_by(page, [{"text": "word12"}])
    first = [url for url in asked if "/postings/" in url]
    assert 1 <= len(first) <= 2
    found_by(page, [{"text": "word123"}, {"text": "word1234"}])
    assert [url for url in asked if "/postings/" in url] == first
