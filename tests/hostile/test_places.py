"""Strange things where files should be: refused by name or passed over, and nothing leaks."""

from pathlib import Path

import pytest

from tests.hostile.places import MARK, PLACES, Place, laid
from tests.hostile.running import MOST_MEMORY
from tests.hostile.warm import run
from tests.lists import tree


def _outside(root: Path) -> list[str]:
    return sorted(tree(root.parent / "outside"))


def _inside(root: Path) -> list[str]:
    """What stands in the list's folder, and in that of its site."""
    return sorted(path.as_posix() for path in (*root.iterdir(), *root.glob("site/*")))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_each_place(place: Place, tmp_path: Path) -> None:
    """It is told with its path or built, in little memory, and no file outside is shown or made.

    What is refused leaves nothing behind, the site's folder neither.
    """
    with laid(place, tmp_path) as root:
        before, found = _outside(root), _inside(root)
        done = run(root, "build")
        assert done.code == (place.code if place.said else 0), done.said[-2_000:]
        assert place.said in done.said
        assert "Traceback" not in done.said
        assert MARK not in done.said
        assert done.peak < MOST_MEMORY
        assert _outside(root) == before
        assert not place.said or _inside(root) == found
