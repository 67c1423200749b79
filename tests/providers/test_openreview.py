"""OpenReview's interfaces and its page, read."""

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier
from awesome_heads.providers import MISSING, SOURCES, Metadata, Problem
from awesome_heads.providers.openreview import parse, parse_page
from tests.bodies import ABSTRACT, openreview_notes, openreview_page

FORUM = Identifier("openreview", "Lan-Tern_01")
EXPECTED = Metadata(
    identifier=FORUM,
    source="OpenReview",
    title="Lantern Heads Carry Dates",
    date=PartialDate(2023, 10, 13),
    authors=("Ada Example", "Bo Sample"),
    venue="CRM 2024 poster",
    published=PartialDate(2024, 1, 16),
    url="https://openreview.net/forum?id=Lan-Tern_01",
    abstract=ABSTRACT,
)


def read(body: bytes) -> Metadata:
    """The metadata of the forum in an answer."""
    found = parse(body, [FORUM])[FORUM]
    assert isinstance(found, Metadata)
    return found


def test_who_is_asked_in_turn() -> None:
    """The newer interface comes first, then the older one, then the page."""
    asked = [source.request([FORUM]) for source in SOURCES["openreview"]]
    assert [each.path for each in asked] == ["/notes", "/notes", "/forum"]
    assert all(each.query == (("id", "Lan-Tern_01"),) for each in asked)


@pytest.mark.parametrize("wrapped", [True, False])
def test_both_interfaces_are_read(*, wrapped: bool) -> None:
    """Fields are understood in the newer shape, `{"value": ...}`, and in the older one."""
    assert read(openreview_notes(wrapped=wrapped)) == EXPECTED


@pytest.mark.parametrize(
    "venue",
    ["Submitted to CRM 2024", "CRM 2024 Conference Withdrawn Submission", "CRM 2024 desk rejected"],
)
def test_a_submission_has_no_venue(venue: str) -> None:
    """What is under review, rejected or withdrawn did not appear anywhere."""
    found = read(openreview_notes(venue=venue))
    assert (found.venue, found.published, found.comment) == ("", None, venue)
    assert found.withdrawn == ("Withdrawn" in venue)


def test_withdrawal_shows_in_the_invitation_too() -> None:
    """A note that was moved among the withdrawn ones is withdrawn."""
    note = {"invitations": ["reading.example/CRM/2024/Conference/-/Withdrawn_Submission"]}
    assert read(openreview_notes(note=note)).withdrawn


def test_a_note_without_days_falls_back() -> None:
    """Where nothing was published yet, the day of the note itself counts; nonsense does not."""
    assert read(openreview_notes(note={"odate": None, "pdate": None})).date == PartialDate(
        2023, 9, 29
    )
    broken = {"odate": 10**30, "pdate": True, "cdate": "soon", "tcdate": None}
    assert read(openreview_notes(note=broken)).date is None


def test_names_come_as_text_or_as_people() -> None:
    """Authors are read from texts and from objects; the anonymous are nobody."""
    people = ["Ada Example", {"fullname": "Bo Sample"}, "Anonymous", 3]
    assert read(openreview_notes(authors=people)).authors == ("Ada Example", "Bo Sample")


def test_another_note_is_not_the_paper() -> None:
    """An answer about another id, or about none, is no answer."""
    assert parse(openreview_notes("Other"), [FORUM])[FORUM] == MISSING
    assert parse(b'{"notes": [], "count": 0}', [FORUM])[FORUM] == MISSING


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"name": "ForbiddenError", "status": 403}'])
def test_what_is_no_answer_is_a_passing_problem(body: bytes) -> None:
    """Errors and pages give a problem that may pass."""
    found = parse(body, [FORUM])[FORUM]
    assert isinstance(found, Problem)
    assert found.passing


@pytest.mark.parametrize("section", ["<![", "<![]", "<![x y]>", "<![CDATA[ ]]>"])
def test_a_section_of_no_kind_is_passed_over(section: str) -> None:
    """What Python's parser of HTML takes for the beginning of something, and fails on."""
    page = section.encode() + openreview_page(citation_title="Heads")
    found = parse_page(page, [FORUM])[FORUM]
    assert isinstance(found, Metadata)
    assert found.title == "Heads"


def test_the_page_names_the_paper() -> None:
    """Title, authors and days stand in the page's head."""
    found = parse_page(openreview_page(citation_title="Heads &amp; Dates"), [FORUM])[FORUM]
    assert isinstance(found, Metadata)
    assert found.title == "Heads & Dates"
    assert found.authors == ("Ada Example", "Bo Sample")
    assert found.date == PartialDate(2023, 10, 13)
    assert found.venue == "Conference on Reading Machines"
    assert isinstance(parse_page(b"<html>no \xff head", [FORUM])[FORUM], Problem)
