"""The index that the browser searches: written at build time, loaded where somebody searches.

docs/search.md says why it is made this way, and what it weighs.
"""

from collections.abc import Iterator
from functools import cached_property, partial

from awesome_heads.views.page import File
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.columns import index_of, orders_of
from awesome_heads.views.search.lexicon import Block, Lexicon
from awesome_heads.views.search.packing import data_file, late_data_file
from awesome_heads.views.search.subjects import subjects_of

INDEX = "search/index.js"
WORDS = "search/lexicon.js"
ORDERS = "search/orders.js"
IDS = "search/ids.js"
SUBJECTS = "search/subjects.js"

# The words of so many papers are about 8 KB of postings compressed.
PAPERS_A_BLOCK = 70


def search_files(scene: Scene) -> Iterator[File]:
    """Yield the index, its words and their papers, the orders, the papers' ids and the subjects.

    Everywhere a paper is its number in the library's order, newest first.
    """
    index = _Index(scene)
    yield late_data_file(INDEX, index.facts)
    yield late_data_file(WORDS, index.words)
    for number in range(index.size):
        yield late_data_file(f"search/postings/{number}.js", partial(index.postings, number))
    yield late_data_file(ORDERS, partial(orders_of, scene.library), scene.but_summaries)
    yield data_file(IDS, " ".join(paper.id for paper in scene.library.papers))
    yield late_data_file(SUBJECTS, partial(subjects_of, scene), scene.but_summaries)


class _Index:
    """The words of the list, collected when the first file of them is written."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.size = len(scene.library.papers) // PAPERS_A_BLOCK or 1

    @cached_property
    def _packed(self) -> tuple[str, list[Block]]:
        """Every word, and their papers: what the lexicon takes beyond that is let go."""
        lexicon = Lexicon.of(self._scene.library)
        return lexicon.front_coded(), lexicon.blocks(self.size)

    def facts(self) -> dict[str, object]:
        """What is loaded first, with the number of each block's first word."""
        return {**index_of(self._scene), "blocks": [block.first for block in self._packed[1]]}

    def words(self) -> str:
        """Every word."""
        return self._packed[0]

    def postings(self, number: int) -> str:
        """The papers of a block's words."""
        return " ".join(self._packed[1][number].packed)
