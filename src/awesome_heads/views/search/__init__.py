"""The index that the browser searches: written at build time, loaded where somebody searches.

docs/search.md says why it is made this way, and what it weighs.
"""

from collections.abc import Iterator

from awesome_heads.views.page import File
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.columns import index_of, orders_of
from awesome_heads.views.search.lexicon import Lexicon
from awesome_heads.views.search.packing import data_file
from awesome_heads.views.search.subjects import subjects_of

INDEX = "search/index.js"
WORDS = "search/lexicon.js"
ORDERS = "search/orders.js"
IDS = "search/ids.js"
SUBJECTS = "search/subjects.js"


def search_files(scene: Scene) -> Iterator[File]:
    """Yield the index, its words and their papers, the orders, the papers' ids and the subjects.

    Everywhere a paper is its number in the library's order, newest first.
    """
    lexicon = Lexicon.of(scene.library)
    blocks = tuple(lexicon.blocks())
    starts = [first for first, _ in blocks]
    yield data_file(INDEX, {**index_of(scene), "blocks": starts})
    yield data_file(WORDS, lexicon.front_coded())
    for number, (_, postings) in enumerate(blocks):
        yield data_file(f"search/postings/{number}.js", " ".join(postings))
    yield data_file(ORDERS, orders_of(scene.library))
    yield data_file(IDS, " ".join(paper.id for paper in scene.library.papers))
    yield data_file(SUBJECTS, subjects_of(scene))
