"""Drafts of records, whatever the metadata."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.model import Vocabulary
from awesome_heads.providers import Metadata
from awesome_heads.providers.metadata import one_line
from awesome_heads.records import Source, parse_paper
from awesome_heads.upkeep import draft_record

TODAY = dt.date(2024, 6, 1)


def a_vocabulary(name: str, *terms: str) -> Vocabulary:
    """A vocabulary of these terms."""
    plain = {"id": name, "title": name, "singular": name, "description": name}
    return Vocabulary.model_validate(plain | {"terms": [{"name": term} for term in terms]})


VOCABULARIES = (a_vocabulary("tags", "Copy Head", "No: #1"), a_vocabulary("venues", "arXiv"))

lines = st.text(min_size=1, max_size=40).map(one_line).filter(bool)
metadata = st.builds(
    Metadata,
    identifier=st.sampled_from(
        [Identifier("arxiv", "2401.00001"), Identifier("doi", "10.5555/lantern.1")]
    ),
    source=st.just("Crossref"),
    title=lines,
    date=st.sampled_from([PartialDate(2024), PartialDate(2024, 2), PartialDate(2024, 2, 29)]),
    authors=st.lists(lines, max_size=3).map(tuple),
    venue=lines,
    published=st.none(),
    doi=st.just(""),
    url=st.just("https://papers.example/1"),
    abstract=lines | st.just("A copy head and no: #1."),
    comment=lines,
)


@given(metadata)
def test_a_filled_in_draft_is_a_record_of_the_same_paper(paper: Metadata) -> None:
    """Title and authors read back as they were, however they look to YAML."""
    draft = draft_record(paper, None, VOCABULARIES, (), TODAY)
    assert draft is not None
    text = draft.text.replace("tags: []", "tags: [Copy Head]")
    for empty in ("venue", "  innovation", "  tasks", "  result"):
        text = text.replace(f"\n{empty}: # TODO", f"\n{empty}: Said # TODO")
    read, problems = parse_paper(Source(draft.path, text.encode()))
    assert problems == []
    assert read is not None
    assert (read.title, read.authors) == (paper.title, paper.authors)
    assert read.added == TODAY
    assert str(read.date.year) in draft.path


@given(metadata)
def test_a_draft_waits_for_its_summary(paper: Metadata) -> None:
    """As it is written, a draft is not valid: the three lines are empty."""
    draft = draft_record(paper, None, VOCABULARIES, (), TODAY)
    assert draft is not None
    _, problems = parse_paper(Source(draft.path, draft.text.encode()))
    empty = [each.message for each in problems if "summary" in each.message]
    assert [each.rule for each in problems if "summary" in each.message] == ["empty-value"] * 3
    assert len(empty) == 3


def test_a_paper_without_a_date_has_no_place() -> None:
    """Without a year there is no folder to put a record into."""
    paper = Metadata(Identifier("doi", "10.5555/a"), "Crossref", "Heads")
    assert draft_record(paper, None, VOCABULARIES, (), TODAY) is None
