"""Every word of the list, with the papers that have it and where in them it stands."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from awesome_heads.library import Library
from awesome_heads.model import Paper, Term
from awesome_heads.views.search.packing import pack_rising
from awesome_heads.views.search.words import is_unspaced, words_of, words_of_markdown

# Where a word stands, the weightiest place first. A paper's number and the place of a word in it
# are kept as one number: the paper's times PLACES, plus the place's.
TITLE, TAG, AUTHOR, VENUE, SUMMARY = range(5)
PLACES = 5

# How many letters a word can share with the one before it: as many as there are capitals.
_SHARED = 25


class Block(NamedTuple):
    """The packed papers of words that follow one another, and the number of the first word."""

    first: int
    packed: list[str]


class Lexicon:
    """Words in order, each with its papers packed."""

    def __init__(self, postings: Mapping[str, Sequence[int]]) -> None:
        """Take the papers and places of each word, rising."""
        # By UTF-16, as browsers compare texts.
        self.words = sorted(postings, key=lambda word: word.encode("utf-16-be"))
        self._postings = postings

    @classmethod
    def of(cls, library: Library) -> "Lexicon":
        """Collect the words of every paper."""
        postings: defaultdict[str, array[int]] = defaultdict(partial(array, "L"))
        names = _Names(library)
        for number, paper in enumerate(library.papers):
            for word, place in _places(paper, names).items():
                postings[word].append(number * PLACES + place)
        return cls(postings)

    def front_coded(self) -> str:
        """The words one after the other.

        Each begins with a capital letter, which says how many letters it shares with the word
        before it (A: none), and goes on with the rest; words themselves have no capitals.
        """
        coded = []
        last = ""
        for word in self.words:
            shared = _shared(last, word)
            coded.append(chr(65 + shared) + word[shared:])
            last = word
        return "".join(coded)

    def blocks(self, number: int) -> list[Block]:
        """The packed papers of all words, in so many blocks of about one size; some may be empty.

        A word of very many papers makes a block larger, and is never divided.
        """
        packed = [pack_rising(self._postings[word]) for word in self.words]
        ends = list(accumulate(len(each) + 1 for each in packed))
        total = ends[-1] if ends else 0
        cuts = [bisect_left(ends, total * cut / number) for cut in range(number)]
        return [
            Block(start, packed[start:end])
            for start, end in zip(cuts, [*cuts[1:], len(packed)], strict=True)
        ]


class _Names:
    """The words of names that many papers share, taken apart once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, paper: Paper, vocabulary: str) -> Iterator[str]:
        """Words of the names, aliases and full names of a paper's terms."""
        for term in self._library.terms_of(paper, vocabulary):
            key = (vocabulary, term.name)
            if key not in self._words:
                self._words[key] = tuple(_words_of_term(term))
            yield from self._words[key]


def _words_of_term(term: Term) -> Iterator[str]:
    for name in (term.name, *term.aliases, term.properties.get("full_name", "")):
        yield from words_of(name)


def _places(paper: Paper, names: _Names) -> dict[str, int]:
    """Each word of a paper with the weightiest place it has there.

    What begins with a letter outside the summary is also gathered under that letter and a star:
    somebody who has typed one letter is answered without loading all of its words.
    """
    places: dict[str, int] = {}
    for place, words in _texts(paper, names):
        for word in words:
            places[word] = place
    letters: dict[str, int] = {}
    for word, place in places.items():
        if place != SUMMARY and place < letters.get(word[0], SUMMARY):
            letters[word[0]] = place
    places.update((f"{sign}*", place) for sign, place in letters.items() if not is_unspaced(sign))
    return places


def _texts(paper: Paper, names: _Names) -> Iterator[tuple[int, Iterable[str]]]:
    """What is searched, from the lightest place to the weightiest."""
    summary = paper.summary
    for line in (summary.innovation, summary.tasks, summary.result):
        yield SUMMARY, words_of_markdown(line)
    for vocabulary in paper.terms:
        yield SUMMARY, names.of(paper, vocabulary)
    years = {paper.date.year, (paper.published or paper).date.year}
    yield VENUE, map(str, years)
    yield VENUE, names.of(paper, "venues")
    yield AUTHOR, words_of(" ".join(paper.authors))
    yield TAG, names.of(paper, "tags")
    published = paper.published.title if paper.published else None
    for title in (*paper.former_titles, published or "", paper.title):
        yield TITLE, words_of(title)


def _shared(last: str, word: str) -> int:
    """How many letters two words begin with alike; none beyond the first plane of Unicode."""
    shared = 0
    for one, other in zip(last[:_SHARED], word, strict=False):
        if one != other or one > "\uffff":
            break
        shared += 1
    return shared
