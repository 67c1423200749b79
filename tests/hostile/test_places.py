"""Strange things where files should be: refused by name or passed over, and nothing leaks."""

from pathlib import Path

import pytest

from tests.hostile.places import MARK, PLACES, Place, laid
from tests.hostile.running import MOST_MEMORY, run
from tests.lists import tree


def _outside(root: Path) -> list[str]:
    return sorted(tree(root.parent / "outside"))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_each_place(place: Place, tmp_path: Path) -> None:
    """It is told with its path or built, in little memory, and no file outside is shown or made."""
    with laid(place, tmp_path) as root:
        before = _outside(root)
        done = run(root, "build")
        assert done.code == (place.code if place.said else 0), done.said[-2_000:]
        assert place.said in done.said
        assert "Traceback" not in done.said
        assert MARK not in done.said
        assert done.peak < MOST_MEMORY
        assert _outside(root) == before
        refused = place.said and not place.built_only
        assert not (refused and (root / "site/index.html").exists())
