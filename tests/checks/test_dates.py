"""Rules about dates."""

from pathlib import Path

import pytest

from awesome_heads.checks import Rule, dates
from awesome_heads.records import Source, parse_settings
from tests.checks.one_rule import case_of, findings, marked, record

SETTINGS = Path(__file__).parents[1] / "data" / "base" / "list.yaml"
PUBLISHED = "published: {{venue: Made-Up Conference, date: {}}}"


def arxiv(number: str) -> str:
    """The line of a record that links a paper on arXiv."""
    return f"paper: https://arxiv.org/abs/{number}"


@pytest.mark.parametrize(
    ("date", "link", "wrong"),
    [
        ("2024-03-05", arxiv("2403.00000"), False),
        ("2024-02-27", arxiv("2403.00000"), False),
        ("2024-02-29", arxiv("2403.00000"), False),
        ("2023-02-26", arxiv("2303.00000"), False),
        ("2024-12-29", arxiv("2501.00000"), False),
        ("2024-04-30", "paper: https://www.arxiv.org/pdf/2404.00000v2.pdf", False),
        ("2010-03-31", arxiv("1004.0000"), False),
        ("1999-05-02", arxiv("cs/9906001"), False),
        ("2024-05-02", "paper: https://example.org/2409.00000", False),
        ("2024-02-26", arxiv("2403.00000"), True),
        ("2023-02-25", arxiv("2303.00000"), True),
        ("2024-05-02", arxiv("2409.00000"), True),
        ("2024-03-01", arxiv("2402.00000"), True),
        ("2025-03-05", arxiv("2403.00000"), True),
        ("2024-12-28", arxiv("2501.00000"), True),
        ("2024-01-05", arxiv("2413.00000"), True),
    ],
)
def test_arxiv_month(date: str, link: str, *, wrong: bool) -> None:
    """The month of an arXiv identifier is the date's, or the next at the very end of a month."""
    expected = [date] if wrong else []
    assert marked(dates.arxiv_month, record(date=date, links=[link])) == expected


@pytest.mark.parametrize(
    ("date", "urls", "wrong"),
    [
        (
            "2023-10-05",
            "https://arxiv.org/abs/2402.00000, https://openreview.net/forum?id=X",
            False,
        ),
        ("2024-03-05", "https://arxiv.org/abs/2402.00000, https://openreview.net/forum?id=X", True),
        ("2024-02-05", "https://arxiv.org/abs/2406.00000, https://arxiv.org/abs/2402.00000", False),
        ("2024-01-05", "https://arxiv.org/abs/2406.00000, https://arxiv.org/abs/2402.00000", True),
    ],
)
def test_several_addresses(date: str, urls: str, *, wrong: bool) -> None:
    """A paper may have been public elsewhere before arXiv, but never after it."""
    text = record(date=date, links=[f"paper: [{urls}]"])
    assert bool(findings(dates.arxiv_month, text)) is wrong


def test_arxiv_month_names_both_months() -> None:
    """The finding names the month of the identifier and the month of the date."""
    text = record(date="2024-05-02", links=[arxiv("2409.00000")])
    (found,) = findings(dates.arxiv_month, text)
    assert "2024-09" in found.message
    assert "2024-05" in found.message
    assert "2024-09" in found.hint
    assert "2024-05-02" in found.hint


@pytest.mark.parametrize(
    ("rule", "line", "expected"),
    [
        (dates.future_date, "added: 2026-01-15", []),
        (dates.future_date, "added: 2026-01-16", []),
        (dates.future_date, "added: 2026-01-17", ["2026-01-17"]),
        (dates.future_date, PUBLISHED.format("2026"), []),
        (dates.future_date, PUBLISHED.format("2026-01"), []),
        (dates.future_date, PUBLISHED.format("2026-02"), ["2026-02"]),
        (dates.future_date, PUBLISHED.format("2027"), ["2027"]),
        (dates.ancient_date, PUBLISHED.format("1950"), []),
        (dates.ancient_date, PUBLISHED.format("1949-12"), ["1949-12"]),
        (dates.published_early, PUBLISHED.format("2024"), []),
        (dates.published_early, PUBLISHED.format("2023"), []),
        (dates.published_early, PUBLISHED.format("2023-01"), []),
        (dates.published_early, PUBLISHED.format("2023-01-20"), []),
        (dates.published_early, PUBLISHED.format("2031-01-20"), []),
        (dates.published_early, PUBLISHED.format("2023-01-19"), ["2023-01-19"]),
        (dates.published_early, PUBLISHED.format("2022-12"), ["2022-12"]),
        (dates.published_early, PUBLISHED.format("2022"), ["2022"]),
    ],
)
def test_dates_beside_the_first(rule: Rule, line: str, expected: list[str]) -> None:
    """A date is compared with the precision that it has, and pointed at where it stands."""
    assert marked(rule, record(date="2024-01-20", extra=[line])) == expected


@pytest.mark.parametrize(
    ("rule", "date", "wrong"),
    [
        (dates.future_date, "2026-01-15", False),
        (dates.future_date, "2062-01-15", True),
        (dates.ancient_date, "1950-01-01", False),
        (dates.ancient_date, "1949-12-31", True),
        (dates.ancient_date, "0024-01-01", True),
    ],
)
def test_first_date(rule: Rule, date: str, *, wrong: bool) -> None:
    """The first public version lies between 1950 and today."""
    assert marked(rule, record(date=date)) == ([date] if wrong else [])


@pytest.mark.parametrize(("added", "wrong"), [("2023-04-30", True), ("2023-05-01", False)])
def test_added_early(added: str, *, wrong: bool) -> None:
    """A paper joins the list on its first day or later."""
    source = Source("list.yaml", SETTINGS.read_bytes())
    config, _ = parse_settings(source)
    assert config is not None
    case = case_of(record(extra=[f"added: {added}"]), settings=(source, config))
    assert bool(list(dates.added_early.check(case))) is wrong


def test_added_early_needs_settings() -> None:
    """Without settings that can be read, nothing is said of the list's first day."""
    assert findings(dates.added_early, record(extra=["added: 1999-01-01"])) == []
