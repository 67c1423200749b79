"""What rules say of one file, where that file alone is asked about."""

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
