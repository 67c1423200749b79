"""A list in Chinese: nothing of the interface is left in English.

tests/cases/bread/ is made up, and says everything of its own in Chinese but for a few names. What
else is in Latin letters is said by the program.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from awesome_heads import project
from awesome_heads.project import Project
from tests.judges import folded, on_github, parse

BREAD = Path(__file__).parent / "cases" / "bread"
PAGES = (
    "index.html",
    "papers/index.html",
    "papers/suan-mian-tuan/index.html",
    "tags/suanmiantuan/index.html",
    "tags/group/fajiao/index.html",
    "tags/index.html",
    "tags/together/index.html",
    "statistics/index.html",
    "years/2024/index.html",
    "authors/index.html",
    "contribute/index.html",
    "404.html",
)
_TELLING = ("aria-label", "title", "alt", "placeholder", "data-label")
_CODE = {"code", "pre", "script", "style"}
# Names, which no language translates: of people, formats and services, and what a form shows.
_NAMES = re.compile(
    r"\b(?:A Made-Up Paper on Kites|Ada|Ben|Example|[A-Z]|CC BY|MIT|mianbao\.example"
    r"|BibTeX|CSL-JSON|RIS|CSV|JSON Feed|JSON|Atom|YYYY-MM-DD|README\.md"
    r"|arXiv|DOI|ACL Anthology|GitHub|Commit changes|JavaScript|Python)\b",
    re.ASCII,
)


@pytest.fixture(scope="module")
def bread() -> Project:
    """The list in Chinese."""
    loaded, found = project.load(BREAD)
    assert loaded is not None, found
    return loaded


@pytest.fixture(scope="module")
def site(bread: Project) -> Mapping[str, str]:
    """Its pages, by path."""
    outputs = bread.site()
    return {path: outputs[path].data.decode() for path in outputs if path.endswith(".html")}


def _told(element: Element) -> Iterator[str]:
    """What eyes and ears are told of an element and within it."""
    if not isinstance(element.tag, str) or element.tag in _CODE:
        return
    yield from (element.get(name, "") for name in _TELLING)
    yield element.text or ""
    for inner in element:
        yield from _told(inner)
        yield inner.tail or ""


def _in_latin_letters(html: str) -> list[str]:
    texts = (_NAMES.sub("", folded(text)) for text in _told(parse(html)))
    return [text for text in texts if re.search("[A-Za-z]", text)]


def test_english_is_seen() -> None:
    """The judge finds a word in a text and in a label, and passes over names and code."""
    html = '<p title="说 Said">arXiv<code>code</code>JSON 与 aloud</p>'
    assert [text.split()[-1] for text in _in_latin_letters(html)] == ["Said", "aloud"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_no_word_of_english(site: Mapping[str, str], path: str) -> None:
    """Texts and labels are the list's own, or the catalogue's."""
    assert '<html lang="zh-Hans">' in site[path]
    assert _in_latin_letters(site[path]) == []


def test_the_readme_says_no_word_of_english(bread: Project) -> None:
    """As GitHub shows it, the README is in Chinese from top to bottom, and so are its pictures."""
    files = {path: output.data.decode() for path, output in bread.readme().items()}
    html = on_github(files.pop("README.md"))
    assert "4 篇论文 · 5 个标签" in html
    assert _in_latin_letters(html) == []
    assert files
    assert [_in_latin_letters(picture) for picture in files.values()] == [[]] * len(files)


def test_labels_are_set_apart_as_chinese_does(bread: Project, site: Mapping[str, str]) -> None:
    """Full-width stops stand behind labels, and marks of enumeration between names."""
    assert "• 创新\uff1a按天取样" in bread.readme()["README.md"].data.decode()
    assert "示例甲、示例乙、样本丙" in site["index.html"]
