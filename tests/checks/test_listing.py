"""Rules about list.yaml and the README."""

from dataclasses import replace
from pathlib import Path

import pytest

from awesome_heads.checks import listing
from awesome_heads.checks.case import Case
from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.records import Source, parse_settings
from awesome_heads.seal import seal
from tests.checks.one_rule import case_of

SETTINGS = (Path(__file__).parents[1] / "data" / "base" / "list.yaml").read_text("utf-8")
README = "# A made-up list\n\nTwo papers.\n"
STALE = Diagnostic(Location("README.md"), "readme-stale", "another one", "build it")


def with_news(*days: str) -> Case:
    """A list with news of these days."""
    start, end = SETTINGS.index("news:"), SETTINGS.index("citation:")
    news = "".join(f"  - {{date: {day}, text: News.}}\n" for day in days)
    text = SETTINGS[:start] + (f"news:\n{news}" if news else "") + SETTINGS[end:]
    source = Source("list.yaml", text.encode())
    config, problems = parse_settings(source)
    assert config is not None, problems
    return case_of(settings=(source, config))


def with_readme(text: str) -> Case:
    """A list whose README was found to be out of date."""
    return replace(case_of(), others={"README.md": text.encode()}, reported=(STALE,))


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        ((), []),
        (("2024-01-01",), []),
        (("2024-01-02", "2024-01-01", "2024-01-01"), []),
        (("2024-01-01", "2024-01-02"), [2]),
        (("2024-03-01", "2024-01-01", "2024-02-01", "2024-01-15"), [3]),
        (("2024-01-01", "2024-01-02", "2024-01-03"), [2, 3]),
    ],
)
def test_news_order(days: tuple[str, ...], lines: list[int]) -> None:
    """An item is out of order where it is newer than the one above it; `lines` counts items."""
    found = list(listing.news_order.check(with_news(*days)))
    above = SETTINGS[: SETTINGS.index("news:")].count("\n") + 1
    assert [each.location.line - above for each in found] == lines


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        (README, False),
        ("", False),
        (seal(README), False),
        (seal(README).replace("\n", "\r\n"), False),
        (seal(README).replace("Two", "Three"), True),
        (seal(README) + "One more.\n", True),
        (seal(README) + seal(README), True),
    ],
)
def test_readme(text: str, *, edited: bool) -> None:
    """A README is called edited where its seal is broken, and out of date only where it is not."""
    case = with_readme(text)
    found = [each.location for each in listing.readme_edited.check(case)]
    assert found == ([Location("README.md", 1, 1, len("# A made-up list") + 1)] if edited else [])
    assert [each.message for each in listing.readme_stale.check(case)] == (
        [] if edited else [STALE.message]
    )


def test_volumes_of_the_readme_are_like_it() -> None:
    """A file of older papers that was changed by hand is named; one that bears no seal is not."""
    volume, own = "papers/README-2019.md", "papers/README-mine.md"
    others = {
        "README.md": seal(README).encode(),
        volume: seal(README).replace("Two", "Three").encode(),
        own: README.encode(),
        "NOTES.md": seal(README).replace("Two", "Three").encode(),
    }
    stale = tuple(STALE._replace(location=Location(path)) for path in others)
    case = replace(case_of(), others=others, reported=stale)
    assert [each.location.path for each in listing.readme_edited.check(case)] == [volume]
    told = [each.location.path for each in listing.readme_stale.check(case)]
    assert volume not in told
    assert {"README.md", own} <= set(told)


def test_readme_may_be_missing() -> None:
    """A list without a README has nothing wrong with it."""
    assert list(listing.readme_edited.check(case_of())) == []
    assert list(listing.readme_stale.check(case_of())) == []


def test_readme_may_be_no_text() -> None:
    """Bytes that are no UTF-8 are a change like any other."""
    broken = seal(README).encode().replace(b"Two", b"\xff")
    case = replace(case_of(), others={"README.md": broken})
    assert len(list(listing.readme_edited.check(case))) == 1
