"""What can be looked up beside papers."""

from awesome_heads.language import IN_ENGLISH, Language
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.subjects import Subject, subjects_of
from tests.builders import a_config, a_library, a_paper, a_vocabulary, in_another_language


def _subjects(
    language: Language = IN_ENGLISH, group_title: str | None = "Stages"
) -> dict[str, Subject]:
    tags = a_vocabulary(
        id="tags",
        title="Heads",
        singular="Head",
        group_title=group_title,
        groups=[{"name": "Baking", "description": "What happens in the *oven*."}],
        terms=[
            {
                "name": "Loaf Head",
                "aliases": ["L-Head"],
                "group": ["Baking"],
                "description": "A crust.",
            },
            {"name": "Crumb Head"},
        ],
    )
    words = a_vocabulary(
        id="glossary", title="Glossary", singular="Term", on_records=False, terms=[{"name": "Oven"}]
    )
    library = a_library(a_paper(tags=["Loaf Head"]), vocabularies=[tags, words])
    scene = Scene(a_config(), library, language)
    return {each.label: each for each in subjects_of(scene)}


def test_a_term_is_found_by_its_names_and_by_what_is_said_of_it() -> None:
    """Names stand apart from the rest; each word is there once, and the shortest tell nothing."""
    loaf = _subjects()["Loaf Head"]
    assert loaf == (
        "Loaf Head",
        "Head, 1 paper",
        "tags/loaf-head/index.html",
        "loaf head l",
        "crust baking",
    )
    assert _subjects()["Crumb Head"].kind == "Head"


def test_a_term_is_found_by_pairs_of_signs_where_no_blanks_part_words() -> None:
    """Of what is said of it each pair counts, and a sign alone tells nothing."""
    tags = a_vocabulary(terms=[{"name": "检索头", "description": "从上文取词。"}], singular="头")
    scene = Scene(a_config(), a_library(a_paper(tags=["检索头"]), vocabularies=[tags]))
    subject = next(each for each in subjects_of(scene) if each.label == "检索头")
    assert subject.names == "检索 索头 头"
    assert subject.about == "从上 上文 文取 取词"


def test_a_group_is_found_with_what_it_holds() -> None:
    """A group has a page of its own; one that only gathers terms without a group has none."""
    subjects = _subjects()
    assert subjects["Baking"].kind == "1 head, 1 paper"
    assert subjects["Baking"].page == "tags/group/baking/index.html"
    assert set(subjects["Baking"].about.split()) >= {"oven", "heads", "stages"}
    assert set(subjects) == {"Baking", "Loaf Head", "Crumb Head", "Oven", "arXiv"}


def test_a_term_without_a_page_is_found_where_it_is_explained() -> None:
    """Terms that no record names stand on the page of their vocabulary."""
    assert _subjects()["Oven"].page == "glossary/index.html#term-oven"


def test_groups_are_found_by_their_name_in_the_language_of_the_list() -> None:
    """Where the vocabulary has no name for its groups, the language's word for them finds one."""
    german = in_another_language({"Groups": "Gruppen"})
    assert "gruppen" not in _subjects(german)["Baking"].about
    assert "gruppen" in _subjects(german, group_title=None)["Baking"].about
