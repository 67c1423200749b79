"""Papers that a paper's page points to because they share its tags."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from awesome_heads.model import Paper
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.scene import Scene

# Of a tag that thousands share, so many before and after a paper are looked at: without a bound
# the work would grow with the square of the list.
REACH = 100


class _Fellows(NamedTuple):
    """The papers nearest in time that share a tag.

    Attributes:
        tag: The tag's name.
        weight: What sharing it counts: the less, the more papers have it.
        places: Where they stand in the list.
        nearest: The same of those next to the paper, no more on either side than are to be named.
    """

    tag: str
    weight: float
    places: frozenset[int]
    nearest: tuple[int, ...]


def related(scene: Scene, paper: Paper, reach: int = REACH) -> tuple[Neighbour, ...]:
    """Papers that share the most tags, rarer tags counting more, then the nearest in time.

    Args:
        scene: The list, whose settings say how many to name.
        paper: The paper whose page they stand on.
        reach: How many papers of each tag to look at on either side of it in time; as many as are
            to be named at least.
    """
    most, papers = scene.config.site.related, scene.library.papers
    tags = list(_fellows(scene, paper, most, max(reach, most)))
    shared = {place: [each for each in tags if place in each.places] for place in _candidates(tags)}

    def rank(place: int) -> tuple[float, object, str]:
        other = papers[place]
        weight = sum(each.weight for each in shared[place])
        return -weight, abs(other.date - paper.date), other.id

    language = scene.language
    return tuple(
        scene.neighbour(
            papers[place],
            language.gettext(
                "also on %(terms)s", terms=language.listed([each.tag for each in shared[place]])
            ),
        )
        for place in sorted(shared, key=rank)[:most]
    )


def _fellows(scene: Scene, paper: Paper, most: int, reach: int) -> Iterator[_Fellows]:
    library = scene.library
    own = library.places[paper.id]
    for term in library.terms_of(paper, "tags"):
        places = scene.places(term.name)
        at = bisect_left(places, own)
        newer, older = places[max(0, at - reach) : at], places[at + 1 : at + 1 + reach]
        nearest = newer[max(0, len(newer) - most) :] + older[:most]
        yield _Fellows(term.name, 1 / len(places), frozenset(newer + older), nearest)


def _candidates(tags: Sequence[_Fellows]) -> set[int]:
    """Places of those that share several tags, and of the nearest that share one."""
    sharing = Counter(chain.from_iterable(each.places for each in tags))
    several = {place for place, count in sharing.items() if count > 1}
    return several.union(*(each.nearest for each in tags))
