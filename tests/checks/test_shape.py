"""Folders of records."""

from dataclasses import replace

import pytest

from awesome_heads.checks import shape
from awesome_heads.records import Source
from tests.checks.one_rule import case_of


def _told(*paths: str) -> list[str]:
    """The folders that are told to hold too much, of a list of these files."""
    case = replace(case_of(), files=tuple(Source(path, b"") for path in paths))
    return [each.location.path for each in shape.crowded_folder.check(case)]


def test_a_folder_of_a_thousand_files_is_not_crowded() -> None:
    """One more, and it is; the year beside it is not."""
    files = [f"papers/2024/no-{number}.yaml" for number in range(shape.MOST_FILES)]
    assert _told(*files, "papers/2023/one.yaml") == []
    assert _told(*files, "papers/2024/one.yaml", "papers/2023/one.yaml") == ["papers/2024"]


def test_only_folders_of_records_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Vocabularies lie elsewhere."""
    monkeypatch.setattr(shape, "MOST_FILES", 1)
    assert _told("taxonomy/tags.yaml", "taxonomy/venues.yaml") == []
    assert _told("papers/2024/one.yaml", "papers/2024/two.yaml") == ["papers/2024"]
