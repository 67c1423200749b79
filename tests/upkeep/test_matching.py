"""Terms found in texts that others wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.model import Vocabulary
from awesome_heads.upkeep.matching import find_terms, find_venue, match_venue

VENUES = Vocabulary.model_validate(
    {
        "id": "venues",
        "title": "Venues",
        "singular": "Venue",
        "description": "Where papers appear.",
        "terms": [
            {"name": "arXiv"},
            {
                "name": "CRM",
                "aliases": ["ReadMach"],
                "properties": {"full_name": "Conference on Reading Machines"},
            },
            {
                "name": "CRM Findings",
                "properties": {"full_name": "Findings of the Conference on Reading Machines: CRM"},
            },
            {"name": "Lamps Workshop", "aliases": ["Lamps"]},
            {"name": "JRM", "properties": {"full_name": "Journal of Reading Machines"}},
        ],
    }
)
TAGS = Vocabulary.model_validate(
    {
        "id": "tags",
        "title": "Heads",
        "singular": "Head",
        "description": "What heads do.",
        "terms": [
            {"name": "Copy Head"},
            {"name": "Soft Copy Head", "aliases": ["Soft-Copier"]},
            {"name": "Ärger Head"},
        ],
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CRM", "CRM"),
        ("CRM 2025 Oral", "CRM"),
        ("ReadMach 2024 poster", "CRM"),
        ("Proceedings of the 3rd Conference on Reading Machines (Volume 1: Long Papers)", "CRM"),
        ("Proceedings of the Forty-First International Meeting on Reading (CRM 2024)", "CRM"),
        ("Findings of the Conference on Reading Machines: CRM 2024", "CRM Findings"),
        ("CRM 2024 Findings", "CRM Findings"),
        ("Findings of the Conference on Reading Machines: WXY 2024", None),
        ("Proceedings of the 7th Lamps Workshop: Reading by Night", None),
        ("Lamps Workshop 2024", "Lamps Workshop"),
        ("Journal of Reading Machines", "JRM"),
        ("Workshop on Lanterns at CRM 2024", None),
        ("Conference on Reading Machines: Student Papers", None),
        ("Submitted to CRM 2025", None),
        ("CRM/XYZ Conference on Ethics", None),
        ("2024", None),
        ("", None),
    ],
)
def test_only_a_sure_venue_is_matched(text: str, expected: str | None) -> None:
    """Years, ordinals and "Proceedings of the" do not matter; a workshop or findings do."""
    term = match_venue(text, VENUES)
    assert (term.name if term else None) == expected


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("16 pages, 5 figures. Accepted at CRM 2025. Code at https://x.example/y", ("CRM", "2025")),
        ("Published as a conference paper at ReadMach 2024", ("CRM", "2024")),
        ("CRM 2024; 9 pages", ("CRM", "2024")),
        ("Accepted to the CRM 2024 workshop on lanterns", None),
        ("Submitted to CRM 2025", None),
        ("Accepted to CRM", None),
        ("", None),
    ],
)
def test_a_remark_counts_where_it_is_plain(comment: str, expected: tuple[str, str] | None) -> None:
    """A clause that names a venue and a year, and nothing else, tells where a paper appeared."""
    found = find_venue(comment, VENUES)
    assert (found and (found[0].name, found[1])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Copy heads", ["Copy Head"]),
        ("the soft copy-heads and a copy head", ["Soft Copy Head", "Copy Head"]),
        ("soft copy heads", ["Soft Copy Head"]),
        ("SOFT_COPIERS", ["Soft Copy Head"]),
        ("arger head", ["Ärger Head"]),
        ("photocopy header", []),
        ("", []),
    ],
)
def test_terms_are_found_in_running_text(text: str, expected: list[str]) -> None:
    """Plural, case, hyphens and accents do not matter; the longest name wins; words stay whole."""
    assert [term.name for term in find_terms(text, TAGS)] == expected


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    """Whatever a service sends, looking for terms ends in terms or in none."""
    assert all(term in TAGS.terms for term in find_terms(text, TAGS))
    assert match_venue(text, VENUES) in (*VENUES.terms, None)
    find_venue(text, VENUES)
