"""The text of an issue read as papers."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from awesome_heads.importing import parse_issue
from awesome_heads.importing.dates import read_day, without_days
from awesome_heads.importing.issue import LARGEST_BODY, MOST_PAPERS
from awesome_heads.importing.links import find_links, read_links
from awesome_heads.importing.markdown import split_label
from awesome_heads.importing.people import read_authors
from awesome_heads.importing.wording import clean, quote

WORDS = "### |Title|Tags|Summary|:|- |> |[|](|)|**|https://|example.org|<!--|-->|<p>|- [x] |2024|/"
BITS = st.sampled_from([*WORDS.split("|"), "\n", "\n\n", "```\n", "    "])


@given(st.one_of(st.text(), st.lists(BITS).map("".join)))
@example("### Title\n### Title\n\n_No response_")
@example("Title: [a](http://[)")
@example("Link: http://[::1")
def test_any_text_is_read(text: str) -> None:
    """Any text gives papers, or a sentence on why there is none."""
    papers, remarks = parse_issue(text)
    assert papers or remarks
    assert all(
        line >= 1 for paper in papers for line in (paper.line, *(u.line for u in paper.unread))
    )


@given(st.text())
def test_cleaned_text_can_be_seen(text: str) -> None:
    """Cleaning leaves no control character but the line end, and cleaning twice changes nothing."""
    cleaned = clean(text)
    assert all(letter == "\n" or letter.isprintable() or letter.isspace() for letter in cleaned)
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Title: A: B", ("title", "A: B")),
        ("**Title:** A", ("title", "A")),
        ("**Title**: **A** b", ("title", "**A** b")),
        ("Title: **A** b", ("title", "**A** b")),
        ("**Title**", ("title", "")),
        ("Head(s)\uff1a A", ("tags", "A")),
        ("SIGNIFICANT RESULTS (20 words): A", ("result", "A")),
        ("Title", None),
        ("Nothing: A", None),
        ("https://example.org", None),
    ],
)
def test_labels(line: str, label: tuple[str, str] | None) -> None:
    """A label is known in any case and emphasis, by the colon behind it."""
    assert split_label(line) == label


@pytest.mark.parametrize("nothing", ["_No response_", "None", "n/a", "-", " ", "TBD"])
def test_no_answer(nothing: str) -> None:
    """What says that there is nothing is no answer."""
    papers, _ = parse_issue(f"### Title\n\nA\n\n### Venue\n\n{nothing}\n")
    assert dict(papers[0].answers) == {"title": "A"}


def test_a_paper_called_none() -> None:
    """A title may be the word None."""
    papers, _ = parse_issue("### Title\n\nNone\n")
    assert papers[0].answers["title"] == "None"


@pytest.mark.parametrize("text", ["# A", "1. A", "- A", "> A", "    A", "A\n---", "<p>A</p>"])
def test_an_answer_is_no_markdown(text: str) -> None:
    """What looks like Markdown under a heading of the form stays part of the answer."""
    papers, _ = parse_issue(f"### Tasks\n\n{text}\n\n### Title\n\nB\n")
    assert papers[0].answers["tasks"].endswith(" ".join(text.removeprefix("- ").split()))
    assert papers[0].answers["title"] == "B"


def test_a_field_that_shows_code() -> None:
    """A fence around the whole answer, as GitHub puts it round text shown as code, is dropped."""
    papers, _ = parse_issue("### Title\n\n```text\nA\n```\n")
    assert papers[0].answers["title"] == "A"


def test_what_stands_twice() -> None:
    """A second answer to a question is told with its line instead of replacing the first."""
    papers, _ = parse_issue("Title: A\nVenue: B\nVenue: C")
    assert papers[0].answers["venue"] == "B"
    assert [(each.text, each.line) for each in papers[0].unread] == [("C", 3)]


def test_html_around_the_answers() -> None:
    """Lines between tags of HTML are read, and the tags are not."""
    papers, _ = parse_issue("<details>\n<summary>A paper</summary>\nTitle: A\nVenue: B\n</details>")
    assert dict(papers[0].answers) == {"title": "A", "venue": "B"}


def test_too_long() -> None:
    """A text longer than GitHub allows is not read at all."""
    papers, remarks = parse_issue("Title: A\n" + "x" * LARGEST_BODY)
    assert papers == []
    assert "can be read" in remarks[0]


def test_too_many() -> None:
    """Of very many papers the first are read, and the rest is told."""
    papers, remarks = parse_issue("Title: A\n" * (MOST_PAPERS + 1))
    assert len(papers) == MOST_PAPERS
    assert remarks == ["Left unread at the end: 1 paper. Please send the rest separately."]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-04-24", "2024-04-24"),
        ("2024/4/4", "2024-04-04"),
        ("2024.04.24", "2024-04-24"),
        ("2024\u5e744\u670824\u65e5", "2024-04-24"),
        ("April 24 2024", "2024-04-24"),
        ("Apr. 24th, 2024", "2024-04-24"),
        ("Wednesday, 24 April 2024", "2024-04-24"),
        ("the 24th of april 2024", "2024-04-24"),
        ("2024-Apr-24", "2024-04-24"),
        ("2024-04-24T17:59:03Z", "2024-04-24"),
        ("04/04/2024", "2024-04-04"),
    ],
)
def test_days(text: str, day: str) -> None:
    """A day is read in every form that means one day only."""
    reading = read_day(text)
    assert reading.sure
    assert [str(each) for each in reading.days] == [day]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24/04/2024", ["2024-04-24"]),
        ("03/04/2024", ["2024-03-04", "2024-04-03"]),
        ("2024-04-24 or 2024-05-01", ["2024-04-24", "2024-05-01"]),
        ("31.31.2024", []),
        ("2024-02-30", []),
        ("soon", []),
    ],
)
def test_unclear_days(text: str, days: list[str]) -> None:
    """What may be misread is not taken, but told as what it may mean."""
    reading = read_day(text)
    assert not reading.sure
    assert [str(each) for each in reading.days] == days


@pytest.mark.parametrize("text", ["2024", "April 2024", "2024-04", "2024/4"])
def test_coarse_dates(text: str) -> None:
    """A year or a month alone is known for what it is."""
    assert read_day(text).coarse


@pytest.mark.parametrize(
    "text", ["Clearwater 2024", "Clearwater, April 24 2024", "Clearwater '24", "Clearwater (2024)"]
)
def test_text_without_days(text: str) -> None:
    """The name of a venue is what is left without the date behind it."""
    assert without_days(text) == "Clearwater"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://example.org/a_(b).", ["https://example.org/a_(b)"]),
        ("(https://example.org/a)", ["https://example.org/a"]),
        ("<https://example.org/a>, [b](https://example.org/b)", ["https://example.org/a", "https://example.org/b"]),
        ("https://www.arxiv.org/pdf/2405.01234v3", ["https://arxiv.org/abs/2405.01234"]),
        ("arXiv:2405.01234 [cs.CL]", ["https://arxiv.org/abs/2405.01234"]),
        ("10.1000/182", ["https://doi.org/10.1000/182"]),
        ("github.com/example/a", ["https://github.com/example/a"]),
        ("javascript:alert(1)", []),
        ("[a](javascript:alert(1))", []),
    ],
)  # fmt: skip
def test_addresses(text: str, urls: list[str]) -> None:
    """Addresses are found in Markdown, between words, and behind identifiers."""
    assert [link.url for link in read_links(text)[0]] == urls


def test_words_of_a_link() -> None:
    """The words of a link are told with it, and stay in the text."""
    links, words = find_links("[A *b*](https://example.org/) c")
    assert links[0].words == "A *b*"
    assert words == "A *b* c"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Example, Bo Sample and Cleo Specimen", ("Ada Example", "Bo Sample", "Cleo Specimen")),
        ("- Ada Example\n- Bo Sample", ("Ada Example", "Bo Sample")),
        ("Example, Ada; Sample, Bo", ("Ada Example", "Bo Sample")),
        ("Ada Example & Bo Sample", ("Ada Example", "Bo Sample")),
        ("Aristotle\nBo Sample", ("Aristotle", "Bo Sample")),
        ("", ()),
        ("Example, Ada", None),
        ("Ada Example et al.", None),
        ("Ada Example and others", None),
        ("x" * 200, None),
    ],
)
def test_authors(text: str, names: tuple[str, ...] | None) -> None:
    """Names are taken where each is sure to be whole, and all of them are there."""
    assert read_authors(text) == names


@given(st.text())
@example("`")
@example("a``b")
def test_quotes(text: str) -> None:
    """A quoted text is code on one line that nothing in it can end."""
    quoted = quote(text)
    fence = quoted[: len(quoted) - len(quoted.lstrip("`"))]
    inner = quoted[len(fence) : -len(fence)]
    assert "\n" not in quoted
    assert quoted.endswith(fence)
    assert fence not in inner
