"""The map in small."""

from itertools import combinations

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Vocabulary
from awesome_heads.views.miniature import MOST_COLUMNS, WIDTH, miniature
from awesome_heads.views.tree import Branch, Tree
from tests.builders import a_library, a_vocabulary

COLOUR = {"light": "#8a6e00", "dark": "#d7bc66"}


def _stages(stages: int = 2, terms: int = 3) -> tuple[Branch, ...]:
    return Tree(a_library(vocabularies=[_vocabulary(stages, terms)]), "tags").stages


def _vocabulary(stages: int, terms: int) -> Vocabulary:
    names = [f"Stage {place}" for place in range(stages)]
    return a_vocabulary(
        terms=[
            {"name": f"{name} {group} {number}", "group": [name, group]}
            for name in names
            for group in ("A", "B")
            for number in range(terms)
        ],
        groups=[
            *(
                {"name": name, "colour": COLOUR, "groups": [{"name": "A"}, {"name": "B"}]}
                for name in names
            ),
            {"name": "Aside"},
        ],
    )


def test_a_group_is_lit() -> None:
    """That one alone, or all that lie in a stage."""
    one = miniature(_stages(), ("Stage 1", "B"), IN_ENGLISH)
    assert one is not None
    assert [block.lit for block in one.blocks] == [False, False, False, True]
    stage = miniature(_stages(), ("Stage 1",), IN_ENGLISH)
    assert stage is not None
    assert [block.lit for block in stage.blocks] == [False, False, True, True]
    assert stage.spot == ()


def test_a_term_is_spotted() -> None:
    """It stands on a dot of the lit group."""
    found = miniature(_stages(), ("Stage 0", "B"), IN_ENGLISH, "Stage 0 B 1")
    assert found is not None
    x, y = found.spot
    (lit,) = [block for block in found.blocks if block.lit]
    assert f"M{x:g} {y:g}h0" in lit.dots
    assert found.name == "Where it stands on the map: Stage 0 / B"


@pytest.mark.parametrize(("stages", "terms"), [(1, 1), (4, 12), (4, 90), (9, 7)])
def test_blocks_do_not_overlap(stages: int, terms: int) -> None:
    """Groups keep clear of each other and inside the picture, and every term has its dot."""
    found = miniature(_stages(stages, terms), ("Stage 0",), IN_ENGLISH)
    assert found is not None
    for one, other in combinations(found.blocks, 2):
        beside = one.x + one.width < other.x or other.x + other.width < one.x
        assert beside or one.y + one.height < other.y or other.y + other.height < one.y
    for block in found.blocks:
        assert block.x + block.width <= WIDTH + 0.1
        assert block.y + block.height <= found.height
        assert block.dots.count("M") == terms


@pytest.mark.parametrize("path", [(), ("Aside",), ("Nowhere",)])
def test_what_is_not_on_the_map_has_no_miniature(path: tuple[str, ...]) -> None:
    """Terms without a group, and those of groups without a colour."""
    assert miniature(_stages(), path, IN_ENGLISH) is None


def test_too_many_stages_are_not_drawn() -> None:
    """Columns too narrow for a dot would show nothing."""
    assert miniature(_stages(MOST_COLUMNS + 1, 1), ("Stage 0",), IN_ENGLISH) is None
