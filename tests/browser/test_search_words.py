"""How the search reads words in a real browser: as Python does, with slips, and to mark them."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from rapidfuzz.distance import OSA

from awesome_heads.project import Project
from awesome_heads.views.search.lexicon import Lexicon
from awesome_heads.views.search.packing import pack, pack_rising
from awesome_heads.views.search.words import is_unspaced, words_of
from tests.browser.searching import found_by, ids_of, open_search
from tests.builders import a_library, a_paper

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shipped(
    browser: Browser, listed: Project, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The search of this repository's list."""
    page = open_search(browser, tmp_path_factory.mktemp("search"), listed.library)
    yield page
    page.close()


def in_the_browser(page: Page, texts: Sequence[str]) -> list[list[str]]:
    """The words of texts, as a query has them."""
    words: list[list[str]] = page.evaluate(
        "texts => texts.map((text) => awesomeHeads.words.ofQuery(text))", list(texts)
    )
    return words


def test_every_sign_is_folded_as_in_python(shipped: Page) -> None:
    """Each sign of Unicode 3.2, which every Python and browser knows, gives the same words."""
    old = unicodedata.ucd_3_2_0
    signs = [chr(code) for code in range(32, 0x30000) if not 0xD800 <= code < 0xE000]
    texts = [f"a{sign}x" for sign in signs if old.category(sign) != "Cn"]
    assert len(texts) > 90_000
    both = zip(texts, in_the_browser(shipped, texts), strict=True)
    assert [text for text, words in both if words != _asked(text)] == []


def _asked(text: str) -> list[str]:
    """Words as a query has them: of a run without blanks the pairs, not the last sign alone."""
    words = pairwise(["", *words_of(text)])
    return [word for last, word in words if not (is_unspaced(last) and last[1:] == word)]


def test_texts_are_folded_as_in_python(shipped: Page, listed: Project) -> None:
    """The list's own texts and thousands of mixed ones give the same words on both sides."""
    chance = random.Random(6)  # noqa: S311 -- no secret
    signs = "aZ\u00dfS\u03a3\u03c3\u03c2\u00c9e\u0301\u0130\u0131\u01c5\ufb01\u00bd"
    signs += "_-' .7\u0640\u0928\u093f\U00010400"
    mixed = ["".join(chance.choices(signs, k=12)) for _ in range(5000)]
    papers = listed.library.papers
    texts = [*mixed, *(text for paper in papers for text in (paper.title, *paper.authors))]
    assert in_the_browser(shipped, texts) == [words_of(text) for text in texts]


def test_scripts_without_blanks_are_found_by_any_part(browser: Browser, tmp_path: Path) -> None:
    """One sign, two or a longer part of a Chinese or Japanese title find it; others do not."""
    titles = {
        "one": "\u6ce8\u610f\u529b\u5934\u7684\u89e3\u91ca",
        "two": "\u610f\u5473\u306e\u30e2\u30c7\u30eb",
    }
    library = a_library(*(a_paper(id=name, title=title) for name, title in titles.items()))
    page = open_search(browser, tmp_path, library)
    for name, title in titles.items():
        for start in range(len(title)):
            for end in range(start + 1, len(title) + 1):
                part = title[start:end]
                wanted = {each for each in titles if part in titles[each]}
                assert name in wanted
                assert set(ids_of(page, library, part)) == wanted


def test_a_chinese_list_is_searched(browser: Browser, tmp_path: Path) -> None:
    """Words of titles, tags and summaries are found wherever they stand, with other words too."""
    reading = a_paper(
        id="reading",
        title="大语言模型LLM中的注意力头",
        tags=["检索头"],
        summary={"innovation": "第三章给出了证明。", "tasks": "长文本。", "result": "有效。"},
    )
    counting = a_paper(id="counting", title="数数的模型", authors=["艾达"], tags=["计数头"])
    page = open_search(browser, tmp_path, a_library(reading, counting))
    library = a_library(reading, counting)
    for text, wanted in {
        "模型": {"reading", "counting"},
        "注意力": {"reading"},
        "模型 LLM": {"reading"},
        "LLM中": {"reading"},
        "检索": {"reading"},
        "头 数": {"counting"},
        "章 本": {"reading"},
        "证明": {"reading"},
        "艾达": {"counting"},
        "力注": set(),
    }.items():
        assert set(ids_of(page, library, text)) == wanted, text


def test_slips_are_measured_as_others_measure_them(shipped: Page, listed: Project) -> None:
    """For words mistyped at random, the guesses are the nearest words by another measure."""
    chance = random.Random(7)  # noqa: S311 -- no secret
    known = [word for word in Lexicon.of(listed.library).words if not word.endswith("*")]
    slips = [_slip(word, chance) for word in chance.sample(known, 300) for _ in range(2)]
    answers = shipped.evaluate(
        """async (slips) => {
            const coded = await awesomeHeads.data("search/lexicon.js");
            const list = awesomeHeads.words.lexicon(coded);
            const guessed = (slip) => [...awesomeHeads.words.guesses(list, slip, false).keys()];
            return slips.map((slip) => guessed(slip).map((number) => list.words[number]));
        }""",
        slips,
    )
    for slip, answer in zip(slips, answers, strict=True):
        most = 0 if len(slip) < 4 else 1 if len(slip) < 8 else 2
        edits = {word: OSA.distance(slip, word) for word in known} if most else {}
        least = min(edits.values(), default=99)
        near = {word for word, number in edits.items() if number == least <= most}
        assert set(answer) == near or len(answer) == 40 < len(near), slip


def _slip(word: str, chance: random.Random) -> str:
    """A word with one or two letters more, less, other or swapped."""
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(word))
        letter = chance.choice("aeinrst")
        word = chance.choice(
            (
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            )
        )
    return word or "a"


def test_numbers_are_unpacked_as_they_were_packed(shipped: Page) -> None:
    """Small and large numbers cross over whole, rising ones by their differences too."""
    numbers = [0, 1, 45, 46, 90, 91, 2115, 2116, 95_265, 95_266, 10**6, 10**7]
    unpacked = shipped.evaluate(
        """([plain, rising]) => [
            awesomeHeads.packing.unpack(plain), [...awesomeHeads.packing.unpackRising(rising)]
        ]""",
        [pack(numbers), pack_rising(numbers)],
    )
    assert unpacked == [numbers, numbers]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("induc", "Induction heads induce", ["Induction", "induce"]),
        ("viegas", "Fernanda Vi\u00e9gas", ["Vi\u00e9gas"]),
        ("retreival", "A Retrieval Head", ["Retrieval"]),
        ("heads", "Heads and a head", ["Heads", "head"]),
        ("s inhibition", "S-Inhibition and its success", ["S", "Inhibition"]),
        ("注意力", "注意力头的注意力", ["注意力", "注意力"]),
        ("頭", "頭の重い先頭", ["頭", "頭"]),
        ("モデル head", "大モデル「ﾓﾃﾞﾙ」のheadsとモテ", ["モデル", "ﾓﾃﾞﾙ", "heads", "モテ"]),
        ("모델", "언어 모델의 해석", ["모델의"]),
    ],
)
def test_what_was_found_is_marked(shipped: Page, query: str, text: str, marked: list[str]) -> None:
    """Whole words are marked in the text as it is, also those that a slip stood for."""
    (found,) = found_by(shipped, [{"text": query}])
    ranges = shipped.evaluate(
        "([text, words]) => awesomeHeads.search.marks(text, words)", [text, found["words"]]
    )
    assert [text[start:end] for start, end in ranges] == marked
