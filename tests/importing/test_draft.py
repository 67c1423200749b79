"""Described papers made into records."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads import project
from awesome_heads.importing import Draft, IssuePaper, make_draft, parse_issue
from awesome_heads.records import Source, parse_paper

BASE = Path(__file__).parents[1] / "data" / "base"
TODAY = dt.date(2026, 1, 15)
LIBRARY = project.library_of(project.read(BASE, TODAY))
WHOLE = {
    "title": "Harbour Heads Never Sleep",
    "date": "2024-05-06",
    "authors": "Ada Example",
    "venue": "arXiv",
    "tags": "Harbour Head",
    "innovation": "Finds heads.",
    "tasks": "Sentences.",
    "result": "It works.",
}
LINKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"paper": ("https://arxiv.org/abs/2405.01234",)}
)


def drafted(
    changed: Mapping[str, str] = MappingProxyType({}),
    links: Mapping[str, tuple[str, ...]] = LINKS,
    taken: tuple[str, ...] = (),
) -> Draft:
    """A draft of a whole description with some answers changed; an empty one is left out."""
    answers = {field: text for field, text in (WHOLE | dict(changed)).items() if text}
    return make_draft(IssuePaper(1, answers, links), LIBRARY.vocabularies, TODAY, taken)


def test_a_whole_paper() -> None:
    """With every answer there is a record, and nothing to say."""
    draft = drafted()
    assert draft.path == "papers/2024/harbour-heads-never-sleep.yaml"
    assert draft.text
    assert parse_paper(Source(draft.path, draft.text.encode()))[0] == draft.paper
    assert (draft.missing, draft.remarks) == ((), ())


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", "the title"),
        ("date", "the day"),
        ("venue", "where the paper appeared"),
        ("tags", "at least one tag"),
        ("innovation", "**Innovation** (what is new)"),
        ("tasks", "**Tasks** (what it was tested on)"),
        ("result", "**Result** (what was found)"),
    ],
)
def test_each_missing_answer(field: str, said: str) -> None:
    """Without an answer that a record needs there is none, and one sentence asks for it."""
    draft = drafted({field: ""})
    assert draft.text is None
    assert len(draft.missing) == 1
    assert said in draft.missing[0]


def test_no_link() -> None:
    """Without a link to the paper it is asked for."""
    draft = drafted(links={"code": ("https://github.com/example/x",)})
    assert draft.missing == (
        "Please give the link to the paper, such as `https://arxiv.org/abs/2401.00000`.",
    )


def test_no_authors() -> None:
    """A paper without authors is whole, since they may be unknown."""
    draft = drafted({"authors": ""})
    assert draft.paper
    assert draft.paper.authors == ()


def test_some_authors() -> None:
    """Authors that are not all named are left out, and that is told."""
    draft = drafted({"authors": "Ada Example et al."})
    assert draft.paper
    assert draft.paper.authors == ()
    assert draft.remarks[0].startswith("The authors were left out")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24/04/2024", "did you mean `2024-04-24`?"),
        ("03/04/2024", "did you mean `2024-03-04` or `2024-04-03`?"),
        ("April 2024", "does not name the day"),
        ("soon", "could not be read"),
    ],
)
def test_unclear_dates(text: str, said: str) -> None:
    """A date that is not clear is asked for in words that fit it."""
    (sentence,) = drafted({"date": text}).missing
    assert said in sentence
    assert f"`{text}`" in sentence


def test_the_date_beside_the_venue() -> None:
    """A date given with the venue counts where there is no other."""
    draft = drafted({"date": "", "venue": "Clearwater, 6 May 2024"})
    assert draft.paper
    assert (draft.paper.date, draft.paper.venue) == (dt.date(2024, 5, 6), "Clearwater")


@pytest.mark.parametrize("text", ["CoRR", "corr", "ARXIV", "arXiv 2024", "arxiv (2024)"])
def test_names_of_a_venue(text: str) -> None:
    """A venue is known by its aliases, in any case, with a year behind it."""
    draft = drafted({"venue": text})
    assert draft.paper
    assert draft.paper.venue == "arXiv"


def test_another_venue() -> None:
    """Where the form's last choice was taken, the venue is the one written below it."""
    draft = drafted({"venue": "Other", "other_venue": "clearwater conference"})
    assert draft.paper
    assert draft.paper.venue == "Clearwater"


@pytest.mark.parametrize(
    "text",
    [
        "Pointer Head, Harbour Head",
        "- clause-head\n- Harbour Heads",
        "Compass Head; Harbour Head; Clause Head",
        "[Compass Head], [Harbour Head]",
        "`Compass Head`\n`Harbour Head`",
    ],
)
def test_names_of_tags(text: str) -> None:
    """Tags are known by their aliases, in any spelling of a list, each once."""
    draft = drafted({"tags": text})
    assert draft.paper
    assert draft.paper.tags == ("Compass Head", "Harbour Head")


def test_unknown_names() -> None:
    """Unknown names are told with the nearest known one, if any is near."""
    draft = drafted({"tags": "Harbor Head, Quince", "venue": "Clearwatr"})
    assert [("Did you mean" in each, each.split("`")[1]) for each in draft.missing] == [
        (True, "Clearwatr"),
        (True, "Harbor Head"),
        (False, "Quince"),
    ]


def test_very_many_tags() -> None:
    """A flood of tags is refused in one sentence."""
    (sentence,) = drafted({"tags": "a, " * 500}).missing
    assert sentence.startswith("There are 500 tags.")


def test_a_long_summary() -> None:
    """More than sixty words are told, and taken all the same."""
    draft = drafted({"result": "word " * 70})
    assert draft.text
    assert draft.remarks[0].startswith("The summary has 73 words; 60 are the limit")


def test_a_title_without_letters() -> None:
    """A title that gives no file name is asked for again."""
    assert "no letter and no digit" in drafted({"title": "?!"}).missing[0]


def test_a_name_that_is_taken() -> None:
    """A file name that another record has or had is numbered."""
    slug = "harbour-heads-never-sleep"
    draft = drafted(taken=(slug, f"{slug}-2"))
    assert draft.path == f"papers/2024/{slug}-3.yaml"


def test_answers_from_elsewhere() -> None:
    """Answers from elsewhere fill what is missing, and replace nothing."""
    given_paper = IssuePaper(1, {"title": "A"}, {})
    known = {"title": "B", "date": "2024-05-06", "venue": ""}
    assert given_paper.completed(known).answers == {"title": "A", "date": "2024-05-06"}


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), st.text()))
def test_any_answers(changed: dict[str, str]) -> None:
    """Any answers give a valid record below `papers/`, or ask for something."""
    draft = drafted(changed)
    assert (draft.text is None) == bool(draft.missing)
    if draft.text is not None:
        assert parse_paper(Source(draft.path, draft.text.encode()))[1] == []
        assert draft.path.startswith("papers/")
        assert ".." not in draft.path


def test_yaml_in_an_answer() -> None:
    """Signs that mean something in YAML are kept as the text that they are."""
    papers, _ = parse_issue("Title: 'No': &a *b\nTasks: '#: {x'\n")
    draft = drafted(papers[0].answers)
    assert draft.paper
    assert draft.paper.title == "'No': &a *b"
