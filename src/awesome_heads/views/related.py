"""Papers that a paper's page points to because they share its tags."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from awesome_heads.model import Paper
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.scene import Scene

# Of a tag that thousands share, so many before and after a paper are looked at: without a bound
# the work would grow with the square of the list.
REACH = 100


def related(scene: Scene, paper: Paper, reach: int = REACH) -> tuple[Neighbour, ...]:
    """Papers that share the most tags, rarer tags counting more, then the nearest in time.

    Args:
        scene: The list, whose settings say how many to name.
        paper: The paper whose page they stand on.
        reach: How many papers of each tag to look at on either side of it in time; as many as are
            to be named at least.
    """
    library, language = scene.library, scene.language
    most = scene.config.site.related
    weights: defaultdict[str, float] = defaultdict(float)
    shared: defaultdict[str, list[str]] = defaultdict(list)
    others: dict[str, Paper] = {}
    for term in library.terms_of(paper, "tags"):
        fellows = library.papers_with("tags", term.name)
        for other in _beside(scene, paper, fellows, max(reach, most)):
            others[other.id] = other
            weights[other.id] += 1 / len(fellows)
            shared[other.id].append(term.name)
    least = min(nlargest(most, weights.values()), default=0.0)
    best = sorted(
        (other for name, other in others.items() if weights[name] >= least),
        key=lambda other: (-weights[other.id], abs(other.date - paper.date), other.id),
    )
    return tuple(
        scene.neighbour(
            other, language.gettext("also on %(terms)s", terms=language.listed(shared[other.id]))
        )
        for other in best[:most]
    )


def _beside(scene: Scene, paper: Paper, fellows: Sequence[Paper], reach: int) -> Sequence[Paper]:
    """The nearest papers of a tag on either side of one of them in the list's order."""
    places = scene.library.places
    at = bisect_left(fellows, places[paper.id], key=lambda each: places[each.id])
    return (*fellows[max(0, at - reach) : at], *fellows[at + 1 : at + 1 + reach])
