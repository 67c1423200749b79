"""Made-up values that several tests start from, each changed only where a test says so."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

import yaml
from babel.messages.catalog import Catalog

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.language import Language
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source
from awesome_heads.views import File, Page, Picture

PATH = "papers/2024/a-paper.yaml"

_PAPER: Mapping[str, object] = {
    "title": "Copying Heads in a Made-Up Model",
    "date": "2024-05-28",
    "authors": ["Ada Example", "Ben Sample"],
    "venue": "arXiv",
    "tags": ["Copy Head"],
    "links": {"paper": "https://arxiv.org/abs/2401.00001"},
    "summary": {
        "innovation": "Names a head that copies.",
        "tasks": "Made-up strings.",
        "result": "The head copies.",
    },
}

_SETTINGS: Mapping[str, object] = {
    "name": "Made-Up Heads",
    "title": "Made-Up Attention Heads",
    "description": "A list of invented papers.",
    "lead": "Invented heads do invented work. This list gathers them.",
    "introduction": ["A list for tests."],
    "site_url": "https://example.org/heads/",
    "repository_url": "https://example.org/code/heads",
    "started": "2024-01-02",
    "citation": {"title": "A Survey of Invented Heads", "url": "https://example.org/survey"},
    "licence": {
        "data": "CC-BY-4.0",
        "code": "MIT",
        "data_url": "https://example.org/licences/data",
    },
}


def _changed(base: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in ({**base, **changes}).items() if value is not None}


def _as_yaml(data: Mapping[str, object]) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1 << 16)


def source(text: str | bytes, path: str = PATH) -> Source:
    """A file that holds a text, or bytes as they are."""
    return Source(path, text.encode() if isinstance(text, str) else text)


def record_text(**changes: object) -> str:
    """The text of a record; a field is replaced by the value given, or left out where None."""
    return _as_yaml(_changed(_PAPER, changes))


def a_paper(**changes: object) -> Paper:
    """A paper; fields are given as plain data, and left out where None.

    `a_paper(id="b-paper", date="2023-01-01", terms={"methods": ["Ablation"]})`
    """
    return Paper.model_validate(_changed({"id": "a-paper", **_PAPER}, changes))


def a_vocabulary(
    name: str = "tags", terms: Iterable[object] = ("Copy Head",), **changes: object
) -> Vocabulary:
    """A vocabulary; a term is its name, or its fields as plain data."""
    plain = {
        "id": name,
        "title": name.title(),
        "singular": name.removesuffix("s"),
        "description": f"All {name}.",
        "terms": [{"name": term} if isinstance(term, str) else term for term in terms],
    }
    return Vocabulary.model_validate(_changed(plain, changes))


def a_library(*papers: Paper, vocabularies: Collection[Vocabulary] = ()) -> Library:
    """A library; what papers name of a vocabulary that is not given, is made up for them."""
    known = {vocabulary.id: vocabulary for vocabulary in vocabularies}
    used = {"tags", "venues"} | {name for paper in papers for name in paper.terms}
    for name in sorted(used - set(known)):
        terms = (term for paper in papers for term in paper.terms_of(name))
        known[name] = a_vocabulary(name, dict.fromkeys(terms))
    return Library.of(papers, known)


def settings_text(**changes: object) -> str:
    """The text of a `list.yaml`; a field is replaced by the value given, or left out where None."""
    return _as_yaml(_changed(_SETTINGS, changes))


def a_config(**changes: object) -> ListConfig:
    """A list's settings; fields are given as plain data, and left out where None."""
    return ListConfig.model_validate(_changed(_SETTINGS, changes))


def only_pages(made: Iterable[Page | File | Picture]) -> list[Page]:
    """The pages among what a site is made of."""
    return [each for each in made if isinstance(each, Page)]


def a_diagnostic(message: str = "this is wrong", **changes: object) -> Diagnostic:
    """A diagnostic in line 2, columns 3 to 7, of a record."""
    plain = Diagnostic(Location(PATH, 2, 3, 8), "made-up-rule", message, "type this instead")
    return plain._replace(**changes)  # type: ignore[arg-type]


def in_another_language(
    texts: Mapping[str, str] = MappingProxyType({}), tag: str = "de"
) -> Language:
    """A language with a few texts, one of them for scripts; what it lacks is said in English."""
    catalogue = Catalog(tag.replace("-", "_"))
    catalogue.add("Text", "Wortlaut", locations=[("templates/static/site.js", 1)])
    for said, means in texts.items():
        catalogue.add(said, means)
    return Language(tag, catalogue)


def speaking(catalogue: str, tag: str = "cs") -> Language:
    """A language with the texts of a catalogue, given as the entries of a `.po` file."""
    return Language(tag, parse_catalogue(f"locale/{tag}.po", catalogue.encode()))
