"""No text of the site escapes translation.

The small list and every text of the interface are spelt in Cyrillic letters here. What is in Latin
letters on a page was neither: it stands in a template or a view, and no catalogue can say it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import Element

import pytest
from babel.messages.catalog import Catalog
from defusedxml.ElementTree import fromstring
from pydantic import BaseModel

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.language import LOCALE, Language
from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.render import SHIPPED, Renderer, Theme
from tests.judges import folded, on_github, parse
from tests.readmes import FORMS, in_form
from tools.catalogues import collect

ROOT = Path(__file__).parents[2]
TAG = "ru"  # its months have no Latin letter either, and there are several plural forms

_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопщрстувшчыз"
_SPELT = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
# What settings, records and vocabularies say to machines.
_OF_MACHINES = {
    *("id", "former_ids", "bibtex_key", "doi", "light", "dark"),
    *("branch", "language", "tree", "vocabularies", "readme", "rules", "file"),
}
# In a text of the interface: places for values, tags, character references.
_NO_WORDS = re.compile(r"(%\(\w+\)s|<[^>]*>|&#?\w+;)")
_MARKUP = re.compile(r"<[^>]*>|[\"<>&]")

# Attributes that tell a reader, a screen reader or a preview something.
_TELLING = ("aria-label", "title", "alt", "placeholder", "data-label")
_META = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
_MARKED_UP = {".html", ".svg"}
_OTHER_ATTRIBUTE = re.compile(rf'(?<![\w-])(?!(?:{"|".join(_TELLING)})=)[\w:-]+="[^"]*"')
_CODE = {"script", "style", "code", "pre"}

# What is the same in every language. A name belongs here only if no language has another for it.
_FORMATS = "BibTeX|BibLaTeX|CSL-JSON|RIS|CSV|JSON Feed|JSON Lines|JSON|Atom|Markdown|UTF-8"
_SERVICES = "arXiv|ACL|DOI|OpenReview|GitHub|API"
_SAME_EVERYWHERE = re.compile(
    rf"\b(?:{_FORMATS}|{_SERVICES})\b"
    r"|2024\.loaf-long\.7|FiveBakers"  # ids, which links of the small list hold
    r"|tags, methods, benchmarks, models, venues, glossary"  # ids of its vocabularies
    r"|\b10\.\d+/\S+|https?://\S+|[\w<>./-]+\.[a-z]{2,}\b"  # DOIs, addresses, names of files
    r"|A Made-Up Paper on [\w ]+|Ada Example|Ben Example"  # what the form shows as typed
    r"|\b[A-Z]\b"  # letters of the index of authors, whose names it takes in Latin letters
)

Value = TypeVar("Value", bound=BaseModel)


def _respelt(value: Value) -> Value:
    """A part of a list with every text that is shown in Cyrillic letters."""
    return value.model_validate(_spelt(value.model_dump(mode="json"), ""))


def _spelt(plain: object, name: str) -> object:
    if name in _OF_MACHINES:
        return plain
    if isinstance(plain, Mapping):
        return {key: _spelt(each, key) for key, each in plain.items()}
    if isinstance(plain, list):
        return [_spelt(each, name) for each in plain]
    if isinstance(plain, str) and not re.fullmatch(r"https?://\S+", plain):
        return plain.translate(_SPELT)
    return plain


def _said(text: str) -> str:
    parts = _NO_WORDS.split(text)
    return "".join(each if _NO_WORDS.fullmatch(each) else each.translate(_SPELT) for each in parts)


def _language() -> Language:
    """A language that says every text of the interface in Cyrillic letters."""
    catalogue = Catalog(TAG)
    for message in collect(ROOT):
        one, *many = map(_said, _forms(message.id))
        forms = (one, *many * (catalogue.num_plurals - 1)) if many else one
        catalogue.add(message.id, forms, context=message.context)
    return Language(TAG, catalogue)


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


@pytest.fixture(scope="module")
def respelt(small: Project) -> Project:
    """The small list in another alphabet."""
    vocabularies = {name: _respelt(each) for name, each in small.library.vocabularies.items()}
    library = Library.of(map(_respelt, small.library.papers), vocabularies)
    return replace(small, config=_respelt(small.config), library=library, language=_language())


@pytest.fixture(scope="module")
def site(respelt: Project) -> Mapping[str, str]:
    """Its site, by path."""
    texts = (".html", ".xml", ".txt")
    return {
        path: output.data.decode()
        for path, output in respelt.site().items()
        if path.endswith(texts)
    }


def _told(element: Element) -> Iterator[str]:
    """What is told of an element and within it."""
    if isinstance(element.tag, str) and element.tag not in _CODE:
        yield from (element.get(name, "") for name in _TELLING)
        if element.get("name", element.get("property")) in _META:
            yield element.get("content", "")
        yield element.text or ""
        for inner in element:
            yield from _told(inner)
            yield inner.tail or ""


def _in_english(texts: Iterable[str]) -> Iterator[str]:
    for text in map(folded, texts):
        if re.search("[A-Za-z]", _SAME_EVERYWHERE.sub("", text)):
            yield text


def _report(files: Mapping[str, str], told: Callable[[str], Iterable[str]]) -> None:
    """Fail with every text in English, the file that first says it, and how many others do."""
    found: dict[str, list[str]] = {}
    for path, text in files.items():
        for leak in dict.fromkeys(_in_english(told(text))):
            found.setdefault(leak, []).append(path)
    if found:
        lines = (f"{first} (+{len(more)}): {leak}" for leak, (first, *more) in found.items())
        pytest.fail("\n".join(sorted(lines)), pytrace=False)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates" / LOCALE).glob("*.po")), ids=lambda path: path.name
)
def test_a_translation_has_the_values_and_the_markup_of_its_text(path: Path) -> None:
    """No build fails for want of a value, and no quotation mark ends an attribute."""
    catalogue = parse_catalogue(path.name, path.read_bytes())
    assert [(message.id, errors) for message, errors in catalogue.check()] == []
    for message in catalogue:
        for said in filter(None, _forms(message.string)):
            text = _forms(message.id)[-1]
            assert sorted(_MARKUP.findall(said)) == sorted(_MARKUP.findall(text)), text


def _without_jinja(template: str) -> str:
    """What a template says whatever it is given, but for texts that are translated."""
    said: list[str] = []
    translated = False
    for _, kind, value in Renderer(Theme()).site.lex(template):
        if kind == "name" and value in {"trans", "endtrans"}:
            translated = value == "trans"
        elif kind == "data" and not translated:
            said.append(value)
    return _OTHER_ATTRIBUTE.sub("", "".join(said))


def test_words_are_found() -> None:
    """The judge sees texts and labels, and leaves out what is translated, a name, or code."""
    template = '<p title="Said">{% trans %}Quiet{% endtrans %}: RIS <code>papers</code> aloud</p>'
    assert list(_in_english(_told(parse(_without_jinja(template))))) == ["Said", "aloud"]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in (SHIPPED / "site").iterdir() if path.suffix in _MARKED_UP)
)
def test_no_template_has_words_of_its_own(name: str) -> None:
    """Not even where the small list does not lead: every word is said through a catalogue."""
    text = (SHIPPED / "site" / name).read_text(encoding="utf-8")
    assert list(_in_english(_told(parse(_without_jinja(text))))) == []


def test_whatever_a_page_tells_can_be_translated(site: Mapping[str, str]) -> None:
    """Readers and screen readers meet the list's own texts and those of a catalogue alone."""
    pages = {path: text for path, text in site.items() if path.endswith(".html")}
    assert pages
    _report(pages, lambda text: _told(parse(text)))


@pytest.mark.parametrize("form", FORMS)
def test_whatever_the_readme_tells_can_be_translated(respelt: Project, form: str) -> None:
    """So do those who read the README on GitHub, and the files of papers it has no room for."""
    made = in_form(respelt, form).readme(9_000)
    readmes = {path: out.data.decode() for path, out in made.items() if path.endswith(".md")}
    assert len(readmes) > 1
    _report(readmes, lambda text: _told(parse(on_github(text))))


def test_whatever_a_picture_tells_can_be_translated(respelt: Project) -> None:
    """So do those who look at the README's pictures, or are told what they show."""
    files = respelt.readme().items()
    pictures = {path: out.data.decode() for path, out in files if path.endswith(".svg")}
    assert pictures
    _report(pictures, lambda text: _told(fromstring(text)))


def test_whatever_a_feed_tells_can_be_translated(site: Mapping[str, str]) -> None:
    """An entry's labels are in the language that the feed says it is in."""

    def contents(feed: str) -> Iterator[str]:
        for each in fromstring(feed).iter("{http://www.w3.org/2005/Atom}content"):
            yield from _told(parse(each.text or ""))

    feeds = {path: text for path, text in site.items() if path.endswith("feed.xml")}
    assert feeds
    _report(feeds, contents)


def test_what_is_told_to_programs_that_read_can_be_translated(site: Mapping[str, str]) -> None:
    """Their text is one for people, too."""
    _report({"llms.txt": site["llms.txt"]}, str.splitlines)
