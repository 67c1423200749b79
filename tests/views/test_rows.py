"""A paper as a list shows it."""

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Paper
from awesome_heads.views.rows import (
    Chip,
    Labels,
    Link,
    Person,
    Row,
    Venue,
    chips_of,
    links_of,
    people_of,
    row_of,
)
from awesome_heads.views.tree import Tree
from tests.builders import a_library, a_paper, a_vocabulary, speaking

VENUES = a_vocabulary("venues", ["arXiv", {"name": "Great Venue", "aliases": ["GV"]}])
LABELS = Labels(IN_ENGLISH)
AUTHORS = ("Ann One", "Bob Two", "Cid Three", "Dee Four", "Eve Five", "Fay Six")


def _row(paper: Paper) -> Row:
    library = a_library(paper, vocabularies=[VENUES])
    return row_of(paper, library, Tree(library, "tags"), LABELS)


def test_a_row_repeats_the_record() -> None:
    """Id, page, title and date are those of the record."""
    row = _row(a_paper(id="b-paper", title="Of *Rows*", date="2023-04-05"))
    assert (row.id, row.page) == ("b-paper", "papers/b-paper/index.html")
    assert (row.title, row.date) == ("Of *Rows*", "2023-04-05")


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 1), (3, 3), (4, 4), (5, 3), (6, 3)])
def test_three_authors_stand_for_many(number: int, shown: int) -> None:
    """Up to four authors are shown whole; of five and more, three and the rest behind them."""
    row = _row(a_paper(authors=AUTHORS[:number]))
    assert row.authors == AUTHORS[:shown]
    assert row.more_authors == AUTHORS[shown:number]


def test_a_row_says_since_when_it_is_listed() -> None:
    """The day a paper joined the list is kept as it is, and nothing stands for an unknown one."""
    assert _row(a_paper(added="2024-07-03")).added == "2024-07-03"
    assert _row(a_paper()).added == ""


def test_authors_have_pages() -> None:
    """A name leads to the page of its slug; one that gives no slug leads nowhere."""
    assert people_of(a_paper(authors=["\u00c9va O'Neil-Ruiz", "\u2020"])) == (
        Person("\u00c9va O'Neil-Ruiz", "authors/eva-oneil-ruiz/index.html"),
        Person("\u2020", ""),
    )


def test_a_summary_keeps_its_order() -> None:
    """The three lines are labelled, whatever order the record has them in."""
    summary = {"result": "Found it.", "tasks": "On rows.", "innovation": "A row."}
    assert _row(a_paper(summary=summary)).summary == (
        ("New", "A row."),
        ("Tested on", "On rows."),
        ("Found", "Found it."),
    )


def test_chips_resolve_aliases_and_keep_the_records_order() -> None:
    """A term is shown once and by its own name, with its page, stage and meaning."""
    tags = a_vocabulary(
        terms=[
            {"name": "Apt", "group": ["Up"], "aliases": ["Able"], "description": "Is able."},
            {"name": "Bad"},
        ],
        groups=[{"name": "Up"}],
    )
    paper = a_paper(tags=["Bad", "Able", "Apt"])
    library = a_library(paper, vocabularies=[tags])
    assert chips_of(paper, "tags", library, Tree(library, "tags")) == (
        Chip("Bad", "tags/bad/index.html", "", ""),
        Chip("Apt", "tags/apt/index.html", "up", "Is able."),
    )


def test_chips_of_a_vocabulary_that_a_record_leaves_out() -> None:
    """A paper without terms in a vocabulary has no chips of it."""
    paper = a_paper()
    library = a_library(paper, vocabularies=[a_vocabulary("methods", ["Guess"])])
    assert chips_of(paper, "methods", library, Tree(library, "tags")) == ()


def test_links_stand_in_the_order_of_kinds() -> None:
    """The record's own order does not matter; the paper comes first."""
    links = {
        "blog": "https://example.org/b",
        "code": "https://example.org/c",
        "paper": "https://example.org/p",
    }
    assert links_of(a_paper(links=links), LABELS) == (
        Link("paper", "Paper", "https://example.org/p"),
        Link("code", "Code", "https://example.org/c"),
        Link("blog", "Blog", "https://example.org/b"),
    )


def test_further_links_of_a_kind_are_numbered() -> None:
    """The first has the plain word; the second and third say which they are."""
    code = [f"https://example.org/c{number}" for number in (1, 2, 3)]
    links = links_of(a_paper(links={"paper": "https://example.org/p", "code": code}), LABELS)
    assert [link.label for link in links] == ["Paper", "Code", "Code 2", "Code 3"]
    assert [link.url for link in links[1:]] == code


def test_an_address_is_shown_once_by_the_more_telling_kind() -> None:
    """A post that is the work itself is called a blog post; numbers count what is shown."""
    links = {
        "paper": ["https://example.org/post", "https://example.org/p"],
        "blog": ["https://example.org/post", "https://example.org/more"],
    }
    assert [(link.label, link.url) for link in links_of(a_paper(links=links), LABELS)] == [
        ("Blog", "https://example.org/post"),
        ("Paper", "https://example.org/p"),
        ("Blog 2", "https://example.org/more"),
    ]


def test_an_address_given_twice_under_one_kind_is_one_link() -> None:
    """Repetition is no second link."""
    twice = ["https://example.org/p", "https://example.org/p"]
    assert [link.label for link in links_of(a_paper(links={"paper": twice}), LABELS)] == ["Paper"]


ARXIV = Venue("arXiv", "venues/arxiv/index.html", "")


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, (ARXIV,)),
        (
            {"venue": "GV", "date": "2025-03"},
            (ARXIV, Venue("Great Venue", "venues/great-venue/index.html", "2025")),
        ),
        ({"venue": "arXiv", "date": "2026"}, (ARXIV._replace(year="2026"),)),
    ],
)
def test_venues_tell_where_a_paper_went(
    published: dict[str, str] | None, expected: tuple[Venue, ...]
) -> None:
    """A later venue follows the first with its year; the same venue is said once."""
    assert _row(a_paper(venue="arXiv", published=published)).venues == expected


def test_two_names_of_one_venue_are_one_venue() -> None:
    """An alias on one side does not make a second step of the same venue."""
    row = _row(a_paper(venue="GV", published={"venue": "Great Venue", "date": "2025"}))
    assert row.venues == (Venue("Great Venue", "venues/great-venue/index.html", "2025"),)


@pytest.mark.parametrize(
    ("full_name", "expected"),
    [
        ("Assembly for Very Invented Work", "Assembly for Very Invented Work"),
        ("The AVIW Meeting", ""),
        (None, ""),
    ],
)
def test_an_abbreviated_venue_has_its_full_name(full_name: str | None, expected: str) -> None:
    """A full name that holds the short one explains nothing, and is left out."""
    properties = {"full_name": {"label": "Full name", "description": "In full."}}
    term = {"name": "AVIW", "properties": {"full_name": full_name} if full_name else {}}
    venues = a_vocabulary("venues", [term], properties=properties)
    paper = a_paper(venue="AVIW")
    library = a_library(paper, vocabularies=[venues])
    (venue,) = row_of(paper, library, Tree(library, "tags"), LABELS).venues
    assert (venue.label, venue.full_name) == ("AVIW", expected)


def test_labels_are_in_the_language_of_the_list() -> None:
    """The lines of a summary and the words for links; a translation also places their numbers."""
    czech = speaking("""
msgctxt "line of a summary"
msgid "Found"
msgstr "Zjištění"

msgctxt "link"
msgid "Code"
msgstr "Kód"

msgctxt "link"
msgid "%(kind)s %(number)s"
msgstr "%(number)s. %(kind)s"
""")
    code = ["https://example.org/c1", "https://example.org/c2"]
    paper = a_paper(links={"paper": "https://example.org/p", "code": code})
    library = a_library(paper, vocabularies=[VENUES])
    row = row_of(paper, library, Tree(library, "tags"), Labels(czech))
    assert [label for label, _ in row.summary] == ["New", "Tested on", "Zjištění"]
    assert [link.label for link in row.links] == ["Paper", "Kód", "2. Kód"]
