"""What rules say of one file, where that file alone is asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from awesome_heads import checks, project
from tests.checks.test_invalid import FOLDERS, TODAY, lay_out


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_file_alone_has_the_same_faults(folder: Path, tmp_path: Path) -> None:
    """Rules that compare files see all of them, whichever is asked about."""
    case = project.read(lay_out(folder, tmp_path), TODAY)
    every = checks.run(case)
    for path in {each.location.path for each in every}:
        alone = checks.run(case, covers=path.__eq__)
        assert [each for each in alone if each.location.path == path] == [
            each for each in every if each.location.path == path
        ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_record_hides_the_next(folder: Path, tmp_path: Path) -> None:
    """What a rule finds in a record does not hang on those that come before it."""
    case = project.read(lay_out(folder, tmp_path), TODAY)
    turned = replace(case, papers=case.papers[::-1])
    for rule in checks.RULES:
        if not rule.across:
            assert sorted(rule.check(turned), key=str) == sorted(rule.check(case), key=str)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_cannot_be_read_stops_a_build(folder: Path, tmp_path: Path) -> None:
    """Where a file is no paper, no vocabulary or no settings, a rule that stops builds says so."""
    case = project.read(lay_out(folder, tmp_path), TODAY)
    valid = [*(source for source, _ in case.papers), *(source for source, _ in case.vocabularies)]
    valid += [case.settings[0]] if case.settings else []
    unread = {source.path for source in case.files} - {source.path for source in valid}
    stopping = {each.location.path for each in checks.run(case, blocking_only=True)}
    assert unread <= stopping
