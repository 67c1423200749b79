"""Titles compared: what two ways of printing one share, and which are almost alike.

Nearly equal titles share most of their rarest words. Only those that share a pair of these are
compared letter by letter, so that ten thousand titles do not need fifty million comparisons.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from rapidfuzz import fuzz, process

from awesome_heads.records.source import Loc

ALIKE = 92
_RAREST = 4
_FEW_WORDS = 2
_FEW_TEXTS = 8
# Words that more titles share than this are not rare enough to find a twin by.
_MOST_SHARING = 200
_FEWEST_BEFORE_SUBTITLE = 3
_SUBTITLE = re.compile(r":\s+|\s[-\u2013]\s|(?<=[?!])\s|\u2014|\uff1a")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['\u2018\u2019]")
# Thai, Lao, kana and Chinese characters, which are written without gaps between words.
_WITHOUT_GAPS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+|\b[ivx]{2,}\b")


class Title(NamedTuple):
    """A title made comparable.

    Attributes:
        owner: Number of the paper that has it.
        loc: Its path in the record.
        text: As the record has it.
        part: What stands before a subtitle, where only that is compared.
        words: Its words without case, accents and punctuation; `&` is read as `and`.
        pieces: What it is looked up by: its words, or pairs of characters where words have no
            gaps.
        folded: The words in their own order.
        sorted_words: The words in the order of the alphabet, so that their own does not count.
    """

    owner: int
    loc: Loc
    text: str
    part: str
    words: tuple[str, ...]
    pieces: frozenset[str]
    folded: str
    sorted_words: str

    @property
    def key(self) -> str:
        """What all ways of printing the title share; of a title without letters, all of it."""
        return "".join(self.words) or self.text

    @property
    def numbers(self) -> list[str]:
        """The numbers in it, which tell the parts of a series apart."""
        return _NUMBER.findall(self.sorted_words)


def comparable_title(owner: int, loc: Loc, text: str, part: str = "") -> Title:
    """Make a title comparable, or what stands before its subtitle."""
    plain = unicodedata.normalize("NFKD", (part or text).casefold())
    if not plain.isascii():
        plain = "".join(each for each in plain if not unicodedata.combining(each))
    words = tuple(_WORD.findall(_APOSTROPHES.sub("", plain.replace("&", " and "))))
    pieces = frozenset(piece for word in words for piece in _pieces(word))
    return Title(owner, loc, text, part, words, pieces, " ".join(words), " ".join(sorted(words)))


def _before_subtitles(title: Title) -> Iterator[Title]:
    """What stands before each subtitle, where that says enough to be a title itself."""
    for found in _SUBTITLE.finditer(title.text):
        if found.start():
            part = comparable_title(title.owner, title.loc, title.text, title.text[: found.start()])
            if len(part.pieces) >= _FEWEST_BEFORE_SUBTITLE:
                yield part


def _pieces(word: str) -> Sequence[str]:
    if len(word) <= _FEW_WORDS or not _WITHOUT_GAPS.search(word):
        return (word,)
    return [first + second for first, second in pairwise(word)]


def alike(titles: Sequence[Title]) -> Iterator[tuple[Title, Title]]:
    """Pairs of titles of two papers that differ by a few letters, or by a subtitle.

    Titles that differ in their numbers are parts of a series, and left out.
    """
    parts = [part for each in titles for part in _before_subtitles(each)]
    seen: set[tuple[int, int]] = set()
    for group in _groups([*titles, *parts]):
        for texts in ([each.folded for each in group], [each.sorted_words for each in group]):
            for first, second in _close(texts):
                pair = (id(group[first]), id(group[second]))
                if pair not in seen and _comparable(group[first], group[second]):
                    seen.add(pair)
                    yield group[first], group[second]


def _close(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Numbers of texts that are almost equal, the smaller one first."""
    if len(texts) <= _FEW_TEXTS:  # a search costs more than it saves
        for first, second in combinations(range(len(texts)), 2):
            if fuzz.ratio(texts[first], texts[second], score_cutoff=ALIKE):
                yield first, second
        return
    for first, text in enumerate(texts[:-1]):
        for _, _, distance in process.extract(
            text,
            texts[first + 1 :],
            scorer=fuzz.ratio,
            processor=None,
            score_cutoff=ALIKE,
            limit=None,
        ):
            yield first, first + 1 + distance


def _comparable(first: Title, second: Title) -> bool:
    return (
        first.owner != second.owner
        and not (first.part and second.part)
        and first.numbers == second.numbers
    )


def _groups(titles: Sequence[Title]) -> Iterator[list[Title]]:
    """Titles that share two of their rarest words; short ones, that share one."""
    common = Counter(piece for each in titles for piece in each.pieces)
    shared: defaultdict[tuple[str, ...], list[Title]] = defaultdict(list)
    for each in titles:
        rarest = sorted(each.pieces, key=lambda piece: (common[piece], piece))[:_RAREST]
        size = 1 if len(rarest) <= _FEW_WORDS else 2
        for words in combinations(sorted(rarest), size):
            shared[words].append(each)
    for group in shared.values():
        if 1 < len(group) <= _MOST_SHARING:
            yield group
