"""What can be looked up beside papers: terms and groups, each with its page and its words."""

from collections.abc import Iterator
from typing import NamedTuple

from awesome_heads.model import Term, Vocabulary
from awesome_heads.views.page import term_page, vocabulary_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.words import is_unspaced, words_of, words_of_markdown
from awesome_heads.views.tree import Branch, noun_of

# Shorter words tell nothing about a term; in a script without blanks, a sign alone does not.
LEAST_LETTERS = 3
LEAST_SIGNS = 2


class Subject(NamedTuple):
    """A page with what it is called, what kind of thing it is, and the words that find it.

    Attributes:
        names: The words of its names.
        about: The words of what is said of it, without those of its names.
    """

    label: str
    kind: str
    page: str
    names: str
    about: str


def subjects_of(scene: Scene) -> list[Subject]:
    """Everything that has a name of its own on the site, but papers and authors."""
    return [
        subject for vocabulary in scene.vocabularies for subject in _subjects(scene, vocabulary)
    ]


def _subjects(scene: Scene, vocabulary: Vocabulary) -> Iterator[Subject]:
    for branch in scene.tree.branches(vocabulary.id):
        yield from _groups(scene, vocabulary, branch)
    for term in vocabulary.terms:
        said = (term.description or "", *term.group, *term.properties.values())
        yield Subject(
            term.name,
            _kind(scene, vocabulary, term),
            _page(vocabulary, term),
            *_words(" ".join((term.name, *term.aliases)), " ".join((*said, vocabulary.singular))),
        )


def _groups(scene: Scene, vocabulary: Vocabulary, branch: Branch) -> Iterator[Subject]:
    """A group and those inside it, where they have pages."""
    if branch.page:
        language = scene.language
        held = language.count(len(branch.every_term), *noun_of(vocabulary, language))
        said = f"{branch.description} {vocabulary.title} {scene.group_title(vocabulary)}"
        kind = language.row([held, language.papers(branch.papers)])
        yield Subject(branch.label, kind, branch.page, *_words(branch.label, said))
    for inner in branch.branches:
        yield from _groups(scene, vocabulary, inner)


def _kind(scene: Scene, vocabulary: Vocabulary, term: Term) -> str:
    papers = scene.library.papers_with(vocabulary.id, term.name) if vocabulary.on_records else ()
    if not papers:
        return vocabulary.singular
    return scene.language.row([vocabulary.singular, scene.language.papers(len(papers))])


def _page(vocabulary: Vocabulary, term: Term) -> str:
    if vocabulary.on_records:
        return term_page(vocabulary.id, term.slug)
    return f"{vocabulary_page(vocabulary.id)}#term-{term.slug}"


def _words(names: str, said: str) -> tuple[str, str]:
    """The words of a subject's names, and those of what is said of it, each word once."""
    named = dict.fromkeys(words_of(names))
    about = dict.fromkeys(words_of_markdown(said))
    telling = (word for word in about if _tells(word) and word not in named)
    return " ".join(named), " ".join(telling)


def _tells(word: str) -> bool:
    return len(word) >= (LEAST_SIGNS if is_unspaced(word) else LEAST_LETTERS)
