"""Made-up lists written in each form of old, and read back."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.importing.found import Found, FoundPaper
from awesome_heads.importing.readme import parse_readme
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source, parse_paper
from awesome_heads.upkeep.found import FoundDraft, draft_found
from tests.builders import a_paper, a_vocabulary
from tests.importing import legacy

TODAY = dt.date(2026, 1, 15)
TAGS = ("Lantern Head", "S-Glow Head", "Snake_case Head", "Associative Lamps", "A--B Head")
VENUES = ("arXiv", "Reading Letters", "Lamp Circuits Thread", "ACL Findings")
VOCABULARIES: Mapping[str, Vocabulary] = {
    "tags": a_vocabulary("tags", TAGS, singular="Head"),
    "venues": a_vocabulary("venues", VENUES),
}
FIELDS: Mapping[str, set[str]] = {
    "bullets": {"title", "venue", "tags", "links"},
    "folded": {"title", "date", "venue", "tags", "links", "summary"},
    "unfolded": {"title", "date", "venue", "tags", "links", "summary"},
    "pipes": {"title", "date", "authors", "venue", "tags", "links"},
    "links": {"title", "authors", "venue", "links"},
}
FORMS: Mapping[str, Callable[[Sequence[Paper]], str]] = {
    "bullets": legacy.bullets,
    "folded": lambda papers: legacy.tables(papers, folded=True),
    "unfolded": lambda papers: legacy.tables(papers, folded=False),
    "pipes": legacy.pipes,
    "links": legacy.links,
}

each_form = pytest.mark.parametrize("form", FORMS)

_HOSTILE = """
-- _ | [ ] " \u201c \u2019 < <b> & &amp; * ` \\ $ ~ ( ) ... 5%< # @a : ? ! - \u00e9 \u4e2d
"""
_SIGNS = st.sampled_from(_HOSTILE.split())
_WORDS = st.sampled_from(["Lamps", "of", "rows", "glow", "2024", "What", "heads", "x", "A. B."])


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


titles = st.builds(
    lambda first, parts, last: _joined([first, *parts, last]),
    st.sampled_from(["Harbours", '"Quoted" harbours', "<i> harbours", "_harbours_", "[harbours]"]),
    st.lists(st.one_of(_SIGNS, _WORDS), max_size=6),
    st.sampled_from(["at night", "seen?", "go on...", 'by "us"', "<10%", "[sic]", "lit_up"]),
)
papers = st.builds(
    lambda title, tags, venue, kinds, month, day: {
        "title": title,
        "tags": tags,
        "venue": venue,
        "kinds": kinds,
        "date": dt.date(2024, month, day).isoformat(),
    },
    titles,
    st.lists(st.sampled_from(TAGS), min_size=1, max_size=3, unique=True),
    st.sampled_from(VENUES),
    st.sets(st.sampled_from(["code", "data", "demo", "project"])),
    st.integers(1, 12),
    st.integers(1, 28),
)


def made(number: int, told: Mapping[str, object]) -> Paper:
    """A paper with addresses of its own."""
    kinds = told["kinds"]
    assert isinstance(kinds, set)
    links = {kind: f"https://{kind}.example/a/{number}?x=1&note=b" for kind in kinds}
    fields = {name: value for name, value in told.items() if name != "kinds"}
    return a_paper(
        id=f"paper-{number}",
        **fields,
        links={"paper": f"https://papers.example/{number}?id=1&noteId=2", **links},
        summary={
            "innovation": "A lamp with < 5% of *light*, as x_1.",
            "tasks": 'Rows of "dates", [long] ones.',
            "result": "It is lit.",
        },
    )


def read(text: str) -> Found:
    """What a README holds."""
    return parse_readme(text.encode(), VOCABULARIES)


def record_of(found: FoundPaper) -> Mapping[str, object]:
    """The fields of the record that a row becomes, as far as it is filled in."""
    drafted = draft_found(found, VOCABULARIES, (), TODAY)
    assert isinstance(drafted, FoundDraft), drafted
    data, diagnostics = Source(drafted.draft.path, drafted.draft.text.encode()).read()
    assert not diagnostics
    assert isinstance(data, dict)
    return data


def plain(paper: Paper, fields: set[str]) -> dict[str, object]:
    """What a record of the paper says in some fields."""
    data: dict[str, object] = paper.model_dump(mode="json", include=fields)
    if "links" in data:
        pairs = paper.links.pairs()
        data["links"] = {kind: getattr(paper.links, kind)[0] for kind, _ in pairs}
    return data


def shown(record: Mapping[str, object]) -> dict[str, object]:
    """A record's summary as a reader sees it: signs without the backslash that guards them."""
    data = dict(record)
    summary = data.get("summary")
    if isinstance(summary, dict):
        data["summary"] = {name: str(line).replace("\\", "") for name, line in summary.items()}
    return data


@each_form
@given(told=st.lists(papers, min_size=1, max_size=4, unique_by=lambda each: str(each["title"])))
@settings(max_examples=60, deadline=None)
def test_round_trip(form: str, told: list[dict[str, object]]) -> None:
    """A list written in a form of old comes back with every field that the form carries."""
    listed = [made(number, each) for number, each in enumerate(told)]
    found = read(FORMS[form](listed))
    assert not found.left
    by_title = {each.title: each for each in found.papers}
    assert len(found.papers) == len(listed)
    for paper in listed:
        assert paper.title in by_title
        row = by_title[paper.title]
        record = record_of(row)
        wanted = plain(paper, FIELDS[form])
        assert {name: shown(record)[name] for name in wanted} == wanted
        assert row.date is not None
        assert row.date.year == paper.date.year


@pytest.mark.parametrize("form", ["folded", "unfolded"])
def test_complete_rows_make_valid_records(form: str) -> None:
    """A row that tells everything becomes a record that reads without a fault."""
    told: dict[str, object] = {"title": "Lamps", "kinds": {"code"}, "tags": ["Lantern Head"]}
    paper = made(1, told)
    (row,) = read(FORMS[form]([paper])).papers
    drafted = draft_found(row, VOCABULARIES, (), TODAY)
    assert isinstance(drafted, FoundDraft)
    record, problems = parse_paper(Source(drafted.draft.path, drafted.draft.text.encode()))
    assert not problems
    assert record is not None
    assert drafted.draft.todo == 1  # The form has no room for authors.
