"""How the search narrows down, counts and orders, beside a plain count in Python."""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.text import slugify
from awesome_heads.views.search.words import words_of
from tests.browser.searching import Query, found_by, open_search
from tests.builders import a_library, a_paper, a_vocabulary

pytestmark = pytest.mark.browser

GROUPS = [{"name": "Early", "groups": [{"name": "Local"}, {"name": "Far"}]}, {"name": "Late"}]
PATHS = (("Early",), ("Early", "Local"), ("Early", "Far"), ("Late",), ())


@pytest.fixture(scope="module")
def made_up() -> Library:
    """Three hundred papers with terms, years and links at random, the same every time."""
    chance = random.Random(4)  # noqa: S311 -- no secret
    terms = {
        name: [
            {"name": f"{name} {number}", "group": path, "aliases": [f"{name[:3]}{number}"]}
            for number, path in enumerate(PATHS * 3)
        ]
        for name in ("tags", "methods")
    }
    known = [a_vocabulary(name, each, groups=GROUPS) for name, each in terms.items()]
    known.append(a_vocabulary("venues", ["arXiv", "ACME", "BACME"]))

    def some(name: str, least: int) -> list[str]:
        chosen = chance.sample(terms[name], chance.randint(least, 4))
        return [str(term["name"]) for term in chosen]

    papers = [
        a_paper(
            id=f"paper-{number}",
            title=f"{chance.choice(('Cedar', 'Birch', 'Maple'))} Heads, Part {number}",
            date=f"{chance.randint(2015, 2024)}-01-{chance.randint(1, 28):02}",
            venue=chance.choice(("arXiv", "ACME")),
            published={"venue": "BACME", "date": "2025"} if chance.random() < 0.3 else None,
            added=f"2025-01-{chance.randint(1, 28):02}",
            tags=some("tags", 1),
            terms={"methods": some("methods", 0)},
            links={"paper": f"https://example.org/{number}"}
            | {kind: "https://example.org/" for kind in ("code", "data") if chance.random() < 0.4},
        )
        for number in range(300)
    ]
    return a_library(*papers, vocabularies=known)


@pytest.fixture(scope="module")
def engine(
    browser: Browser, made_up: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The search of that list."""
    page = open_search(browser, tmp_path_factory.mktemp("search"), made_up)
    yield page
    page.close()


def brute(library: Library, query: Query, without: str = "") -> list[int]:
    """Numbers of the papers that pass every filter but one, in plain Python."""

    def passes(number: int, paper: Paper) -> bool:
        for name, chosen in query["terms"].items():
            terms = library.vocabularies[name].terms
            used = [term.name for term in terms if library.papers_with(name, term.name)]
            wanted = {used[term] for term in chosen}
            names = {term.name for term in library.terms_of(paper, name)}
            if name != without and wanted and not wanted & names:
                return False
        first, last = query["years"] or (0, 9999)
        return (
            (without == "years" or first <= paper.date.year <= last)
            and all(getattr(paper.links, kind) for kind in query["has"])
            and (query["only"] is None or number in query["only"])
            and (not query["text"] or query["text"] in words_of(paper.title))
        )

    return [number for number, paper in enumerate(library.papers) if passes(number, paper)]


def counted(library: Library, query: Query) -> dict[str, Any]:
    """The counts that a query should give, in plain Python."""
    counts: dict[str, Any] = {"groups": {}}
    for name, vocabulary in library.vocabularies.items():
        papers = [library.papers[number] for number in brute(library, query, name)]
        terms = [library.terms_of(paper, name) for paper in papers]
        total = Counter(term.name for each in terms for term in each)
        used = [term for term in vocabulary.terms if library.papers_with(name, term.name)]
        counts[name] = [total[term.name] for term in used]
        paths = [path for path in PATHS if path and vocabulary.groups]
        counts["groups"][name] = {
            "/".join(map(slugify, path)): sum(
                any(term.group[: len(path)] == path for term in each) for each in terms
            )
            for path in paths
        }
    passing = [library.papers[number] for number in brute(library, query)]
    counts["has"] = {
        kind: sum(bool(getattr(paper.links, kind)) for paper in passing)
        for kind in ("code", "data")
    }
    years = Counter(library.papers[number].date.year for number in brute(library, query, "years"))
    counts["years"] = {str(year): number for year, number in years.items()}
    return counts


def test_counts_are_those_of_a_plain_count(engine: Page, made_up: Library) -> None:
    """Papers and every live count equal what is counted in Python, over many random queries."""
    chance = random.Random(5)  # noqa: S311 -- no secret
    size = len(made_up.papers)
    queries = [
        {
            "text": chance.choice(("", "", "cedar", "birch")),
            "terms": {
                name: chance.sample(range(15), chance.choice((0, 0, 1, 3)))
                for name in ("tags", "methods")
            }
            | {"venues": chance.sample(range(3), chance.choice((0, 0, 1)))},
            "years": chance.choice((None, None, [2016, 2020])),
            "has": chance.sample(("code", "data"), chance.choice((0, 0, 1, 2))),
            "only": chance.choice((None, None, chance.sample(range(size), 150))),
            "sort": "date",
        }
        for _ in range(200)
    ]
    groups = engine.evaluate(
        """async () => Object.fromEntries((await awesomeHeads.search.open()).facets.map(
            ({ id, groups }) => [id, groups.map(({ slug }) => slug)]))"""
    )
    for query, found in zip(queries, found_by(engine, queries), strict=True):
        assert found["papers"] == brute(made_up, query), query
        counts = found["counts"]
        counts["groups"] = {
            name: dict(zip(groups[name], each, strict=True))
            for name, each in counts["groups"].items()
        }
        assert counts == counted(made_up, query), query


def test_papers_come_in_the_order_asked_for(engine: Page, made_up: Library) -> None:
    """Date, day added, title and venue, newest first within equals; filters keep the order."""
    papers = list(enumerate(made_up.papers))
    venue = {
        number: made_up.terms_of(paper, "venues")[-1].name.casefold() for number, paper in papers
    }
    expected = {
        "date": [number for number, _ in papers],
        "relevance": [number for number, _ in papers],
        "title": [n for n, _ in sorted(papers, key=lambda each: " ".join(words_of(each[1].title)))],
        "added": [n for n, _ in sorted(papers, key=lambda each: -_added(each[1]))],
        "venue": [number for number, _ in sorted(papers, key=lambda each: venue[each[0]])],
    }
    for found, (_, numbers) in zip(
        found_by(engine, [{"sort": sort} for sort in expected]), expected.items(), strict=True
    ):
        assert found["papers"] == numbers
    (cedar,) = found_by(engine, [{"sort": "title", "text": "cedar"}])
    titled = [n for n in expected["title"] if made_up.papers[n].title.startswith("Cedar")]
    assert cedar["papers"] == titled


def _added(paper: Paper) -> int:
    return (paper.added or paper.date).toordinal()
