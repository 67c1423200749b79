"""What changed, as Markdown that GitHub shows as meant."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.changes import Changes, FieldChange, PaperChange, TermChange
from awesome_heads.model import Paper
from awesome_heads.reporters.changes import format_changes
from tests.builders import a_library, a_paper
from tests.judges import elements, folded, github_markdown, parse, text_of

NONE = Changes((), (), (), (), ())
HOSTILE = (
    "<script>alert(1)</script>",
    "</details><h1>x",
    "<!-- hidden",
    "](https://evil.example)",
    "[x](https://evil.example)",
    "![x](https://evil.example/p.png)",
    "| a | b |",
    "`code` ``` ````",
    "**bold** _em_ ~~gone~~",
    "@team #1 :tada:",
    "https://evil.example www.evil.example",
    "a@b.example",
    "&lt;b&gt; &copy;",
    "$x$ $$y$$",
    "line\n\n# heading\n\n- item",
    "# heading",
    "````\n````",
    "~~~\n~~~",
)


def added(*papers: Paper) -> Changes:
    """Changes that add some papers."""
    return NONE._replace(added=papers)


def report(changes: Changes) -> str:
    """The Markdown, with the papers that were added as the whole list."""
    return format_changes(changes, a_library(*changes.added))


def shown(changes: Changes) -> Element:
    """The report as GitHub makes it."""
    return parse(github_markdown(report(changes)))


def test_nothing_changes() -> None:
    """One sentence says so."""
    assert report(NONE) == "Nothing in the list changes.\n"


def test_a_new_paper_is_a_card_with_its_citation() -> None:
    """Title with its address, people, venue, day, tags, summary, and BibTeX folded away."""
    assert report(added(a_paper())) == (
        "**1 paper added**\n"
        "\n### Added: [Copying Heads in a Made-Up Model](https://arxiv.org/abs/2401.00001)\n"
        "\nBy Ada Example, Ben Sample · arXiv · 2024-05-28\n"
        "\nTags: Copy Head\n"
        "\n"
        "- *New:* Names a head that copies.\n"
        "- *Tested on:* Made-up strings.\n"
        "- *Found:* The head copies.\n"
        "\n<details><summary>BibTeX</summary>\n"
        "\n````bibtex\n"
        "@misc{example2024copying,\n"
        "  title         = {Copying Heads in a Made-Up Model},\n"
        "  author        = {Example, Ada and Sample, Ben},\n"
        "  howpublished  = {arXiv},\n"
        "  year          = {2024},\n"
        "  month         = may,\n"
        "  url           = {https://arxiv.org/abs/2401.00001},\n"
        "  eprint        = {2401.00001},\n"
        "  archivePrefix = {arXiv}\n"
        "}\n"
        "````\n"
        "\n"
        "</details>\n"
    )


def test_unknown_authors_are_said_to_be() -> None:
    """A card never has an empty place where people should stand."""
    assert "\nBy authors not recorded · arXiv · " in report(added(a_paper(authors=None)))


def test_a_changed_paper_is_a_table() -> None:
    """Each field has a row with what it held and holds."""
    fields = (
        FieldChange("title", "Old", "New"),
        FieldChange("links.code", "", "https://a.example"),
    )
    changes = NONE._replace(changed=(PaperChange(a_paper(title="New"), "", fields),))
    page = shown(changes)
    assert text_of(next(page.iter("h3"))) == "Changed: New"
    rows = [[text_of(cell) for cell in row] for row in page.iter("tr")]
    assert rows == [
        ["Field", "Before", "After"],
        ["title", "Old", "New"],
        ["links.code", "", "https://a.example"],
    ]
    assert next(page.iter("a"), None) is None


def test_a_renamed_paper_says_what_it_was_called() -> None:
    """The former id stands behind the title; without other changes there is no table."""
    changes = NONE._replace(changed=(PaperChange(a_paper(), "old-id", ()),))
    assert report(changes) == (
        "**1 paper changed**\n\n### Changed: Copying Heads in a Made-Up Model (was `old-id`)\n"
    )


def test_papers_that_go_are_named() -> None:
    """A removed paper is a heading."""
    assert report(NONE._replace(removed=(a_paper(),))) == (
        "**1 paper removed**\n\n### Removed: Copying Heads in a Made-Up Model\n"
    )


def test_terms_are_listed() -> None:
    """New ones and those that go have a list each."""
    changes = NONE._replace(
        terms_added=(TermChange("tags", "A | B"), TermChange("venues", "C")),
        terms_removed=(TermChange("tags", "D"),),
    )
    page = shown(changes)
    assert [text_of(each) for each in page.iter("h3")] == ["New terms", "Terms that go"]
    lists = [[text_of(item) for item in each.iter("li")] for each in page.iter("ul")]
    assert lists == [["tags: A | B", "venues: C"], ["tags: D"]]
    assert text_of(next(page.iter("strong"))) == "3 terms added or removed"


def test_the_headline_counts() -> None:
    """Each kind of change is counted, and what did not happen is not named."""
    papers = tuple(a_paper(id=f"p{number}") for number in range(2))
    changes = Changes(
        papers, (PaperChange(papers[0], "x", ()),), papers, (TermChange("tags", "A"),), ()
    )
    assert report(changes).startswith(
        "**2 papers added, 1 paper changed, 2 papers removed, 1 term added or removed**\n"
    )


def every_kind(text: str) -> Changes:
    """Changes of every kind that say a text wherever a record's text can stand."""
    paper = a_paper(
        title=text,
        authors=[f"A {text}"],
        venue=text,
        tags=[text],
        summary={"innovation": text, "tasks": text, "result": text},
    )
    return Changes(
        (paper,),
        (PaperChange(paper, "", (FieldChange(text, text, text),)),),
        (paper,),
        (TermChange("tags", f"T {text}"),),
        (TermChange("tags", f"T {text}"),),
    )


TAGS = [
    *("p", "strong", "h3", "a", "p", "p", "ul", "li", "em", "li", "em", "li", "em"),
    *("details", "summary", "pre", "code", "h3"),
    *("table", "thead", "tr", "th", "th", "th", "tbody", "tr", "td", "td", "td"),
    *("h3", "h3", "ul", "li", "h3", "ul", "li"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    """Nothing that a record says becomes an element, a link or a mention."""
    page = shown(every_kind(text))
    assert [each.tag for each in elements(page)][3:] == TAGS
    (link,) = page.iter("a")
    assert link.get("href") == "https://arxiv.org/abs/2401.00001"
    assert [text_of(each) for each in page.iter("td")] == [folded(text)] * 3
    line = folded(text)
    assert [text_of(each) for each in page.iter("h3")] == [
        *(f"Added: {line}", f"Changed: {line}", f"Removed: {line}", "New terms", "Terms that go")
    ]
    assert [text_of(each) for each in page.iter("li")] == [
        *(f"New: {line}", f"Tested on: {line}", f"Found: {line}"),
        *[f"tags: T {line}"] * 2,
    ]
    assert [text_of(each) for each in page.iter("p")][1:] == [
        f"By A {line} · {line} · 2024-05-28",
        f"Tags: {line}",
    ]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from([*HOSTILE, *"`~<>|*_[]()\\\n#&- ", "a"]), min_size=1, max_size=6)
    .map("".join)
    .map(str.strip)
    .filter(folded)
)
def test_no_text_breaks_out(text: str) -> None:
    """The report has the same elements, whatever its texts are made of."""
    page = shown(every_kind(text))
    assert [each.tag for each in elements(page)][3:] == TAGS
    assert [text_of(each) for each in page.iter("td")] == [folded(text)] * 3


@pytest.mark.parametrize("number", [3, 4, 5, 12])
def test_back_ticks_cannot_end_the_citation(number: int) -> None:
    """The fence is longer than any run of back-ticks inside it."""
    page = shown(added(a_paper(title=f"Heads {'`' * number} Tails", bibtex_key=f"{'`' * number}")))
    (code,) = page.iter("code")
    assert f"Heads {'`' * number} Tails" in text_of(code)
    assert text_of(code).endswith("}")


@pytest.mark.parametrize("name", ["- Ada", "+ Ada", "1. Ada", "2) Ada", "@ada *b*"])
def test_a_name_may_begin_a_line(name: str) -> None:
    """A person or a term that begins like a block of Markdown is shown as typed."""
    people = shown(added(a_paper(authors=[name])))
    assert [text_of(each) for each in people.iter("p")][1] == f"By {name} · arXiv · 2024-05-28"
    (item,) = shown(NONE._replace(terms_added=(TermChange("tags", name),))).iter("li")
    assert text_of(item) == f"tags: {name}"


def test_a_key_with_line_ends_cannot_end_the_citation() -> None:
    """A key of several lines closes no fence and opens no HTML."""
    page = shown(added(a_paper(bibtex_key="a\n`````\n</details><h1>x</h1>")))
    assert next(page.iter("h1"), None) is None
