"""The page on which a paper is added: its fields, its data, and the record to fill in by hand."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from awesome_heads.checks.text import long_line, long_summary
from awesome_heads.model import LINK_KINDS
from awesome_heads.project import Project
from awesome_heads.records import parse_paper
from awesome_heads.render import Renderer, Theme
from awesome_heads.schemas import Schema, paper_schema
from awesome_heads.text import slugify
from awesome_heads.views import File, Page
from awesome_heads.views.contribute import KNOWN, ContributePage, contribute_pages, title_key
from awesome_heads.views.form import Field
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary, source
from tests.checks.one_rule import case_of, record


def _made(scene: Scene) -> tuple[Page, ContributePage, File]:
    page, known = contribute_pages(scene)
    assert isinstance(page, Page)
    assert isinstance(page.context, ContributePage)
    assert isinstance(known, File)
    return page, page.context, known


def _context(project: Project) -> ContributePage:
    return _made(Scene(project.config, project.library))[1]


@pytest.fixture(scope="module")
def context(small: Project) -> ContributePage:
    """The made-up list's page."""
    return _context(small)


@pytest.fixture(scope="module")
def fields(context: ContributePage) -> Mapping[str, Field]:
    """Its fields by path."""
    return {field.path: field for group in context.groups for field in group.fields}


@pytest.fixture(scope="module")
def schema(small: Project) -> Schema:
    """What a record of that list may hold."""
    return paper_schema(small.library.vocabularies.values())


def _stated(schema: Schema, path: str) -> Schema:
    outer, _, name = path.rpartition(".")
    holder = schema["definitions"][outer.capitalize()] if outer else schema
    found: Schema = holder["properties"][name]
    return found


def test_every_field_is_one_of_the_schema(fields: Mapping[str, Field], schema: Schema) -> None:
    """Patterns and examples are the schema's own, and so is the help where it says enough."""
    checked = 0
    for path, field in fields.items():
        if path == "id":
            continue
        stated = _stated(schema, path)
        patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(stated))
        assert field.pattern == (json.loads(patterns[0]) if patterns else ""), path
        if not field.vocabulary:
            assert field.help.startswith(stated["description"]), path
            checked += 1
    assert checked > 10


def test_the_file_name_has_the_pattern_of_slugs(fields: Mapping[str, Field]) -> None:
    """It is the one that former file names have."""
    assert re.search(fields["id"].pattern, "a-paper")
    assert not re.search(fields["id"].pattern, "A_Paper")


def test_what_is_required_is_what_the_schema_requires(
    fields: Mapping[str, Field], schema: Schema
) -> None:
    """Nothing more is asked for, and nothing that is needed is missing or folded away."""
    needed = {name for name in schema["required"] if name not in {"links", "summary"}}
    for outer in ("links", "summary"):
        inner = schema["definitions"][outer.capitalize()]["required"]
        needed |= {f"{outer}.{name}" for name in inner}
    assert {path for path, field in fields.items() if field.required} == needed


def test_what_is_required_is_never_folded_away(context: ContributePage) -> None:
    """A contributor sees it without opening anything."""
    folded = [field for group in context.groups if group.folded for field in group.fields]
    assert folded
    assert [field.path for field in folded if field.required] == []


def test_every_kind_of_link_and_every_vocabulary_has_a_field(
    fields: Mapping[str, Field], small: Project
) -> None:
    """A record made here can name all that a record can name of them."""
    assert {f"links.{kind}" for kind in LINK_KINDS} <= fields.keys()
    for each in small.library.vocabularies.values():
        assert (each.id in {field.vocabulary for field in fields.values()}) == each.on_records


def test_terms_stand_with_their_groups(context: ContributePage, small: Project) -> None:
    """Every term of a vocabulary can be chosen, and says where it belongs."""
    tags = next(each for each in context.vocabularies if each.id == "tags")
    terms = small.library.vocabularies["tags"].terms
    assert [choice.name for choice in tags.choices] == [term.name for term in terms]
    assert [choice.group for choice in tags.choices] == [" / ".join(term.group) for term in terms]
    assert any(choice.stage for choice in tags.choices)


def test_a_list_without_further_vocabularies_has_no_group_for_them() -> None:
    """Nothing is folded away that is empty."""
    tags = a_vocabulary(terms=["Copy Head"])
    library = a_library(a_paper(), vocabularies=[tags])
    _, page, _ = _made(Scene(a_config(), library))
    assert all(group.title and group.fields for group in page.groups)


def test_the_index_knows_a_paper_by_all_its_names() -> None:
    """Its ids, those that follow from them, other addresses, and all titles it had."""
    paper = a_paper(
        title="Köpfe: a Study",
        former_titles=["Heads"],
        former_ids=["heads"],
        links={"paper": ["https://arxiv.org/abs/2401.00001v2", "https://example.org/post/"]},
        published={"venue": "ACL", "date": "2024", "doi": "10.18653/v1/2024.acl-long.1"},
    )
    _, page, known = _made(Scene(a_config(), a_library(paper)))
    assert known.path == page.data["papers"] == KNOWN
    begin, end = f'awesomeHeads.give("{KNOWN}",', ");\n"
    text = known.data.decode()
    assert text.startswith(begin)
    assert json.loads(text.removeprefix(begin).removesuffix(end))[0] == {
        "id": "a-paper",
        "former": ["heads"],
        "page": "papers/a-paper/index.html",
        "title": "Köpfe: a Study",
        "keys": ["kopfeastudy", "heads"],
        "names": [
            "//example.org/post",
            "acl:2024.acl-long.1",
            "arxiv:2401.00001",
            "doi:10.18653/v1/2024.acl-long.1",
        ],
    }


def test_the_page_does_not_grow_with_the_list() -> None:
    """It is the same for one paper and for many."""
    one, many = (
        _made(Scene(a_config(), a_library(*(a_paper(id=f"no-{each}") for each in range(number)))))
        for number in (1, 50)
    )
    assert one[1] == many[1]
    assert one[0].inputs == many[0].inputs
    assert one[2].data != many[2].data


def test_titles_are_compared_without_case_accents_and_signs() -> None:
    """What is left is letters and digits."""
    assert title_key("Köpfe, die *kopieren* \u2014 No. 2") == title_key("kopfe die kopieren: NO 2")


def test_the_words_allowed_are_those_of_the_rules(context: ContributePage) -> None:
    """One word more than the page allows is one too many for the check."""
    limits: Any = context.data["limits"]
    line, words = limits["line"], limits["words"]
    rest = (words - line) // 2
    for extra, lengths in ((0, (line, rest, words - line - rest)), (1, (line + 1, rest, rest + 1))):
        names = ("innovation", "tasks", "result")
        made = {name: "a " * (n - 1) + "b." for name, n in zip(names, lengths, strict=True)}
        case = case_of(record(**made))
        found = [len(list(rule.check(case))) for rule in (long_summary, long_line)]
        assert found == [extra, extra]


def test_letters_are_spelt_as_file_names_spell_them(context: ContributePage) -> None:
    """What differs from a letter without its accents is listed, and nothing else."""
    letters: Any = context.data["letters"]
    assert letters["ß"] == slugify("ß")
    assert letters["ø"] == "o"
    assert letters["β"] == slugify("β")
    assert "é" not in letters
    assert all(re.fullmatch("[a-z0-9-]*", spelt) for spelt in letters.values())


def test_data_cannot_break_out_of_its_element(small: Project) -> None:
    """Whatever a title holds, the page's script element ends where it should, with the same data.

    A browser ends the element at the first `</script`, wherever it stands.
    """
    hostile = "</script><script>alert(1)</script><!-- & ' \" \u2028 \\ 🦊"
    paper = a_paper(title=hostile, former_titles=[hostile], tags=[hostile])
    page, context, _ = _made(Scene(small.config, a_library(paper)))
    output = Renderer(Theme()).render_site([page])[page.path]
    text = output.data.decode()
    start = text.index('id="contribute-data">') + len('id="contribute-data">')
    inside = text[start : text.index("</script", start)]
    assert json.loads(inside) == json.loads(json.dumps(context.data))
    assert "<" not in inside
    assert "alert(1)</script>" not in text


def test_the_record_by_hand_is_valid_once_filled(context: ContributePage) -> None:
    """With text between its quotes it parses; empty, each gap is reported."""
    filled = iter(
        [
            *('A \\"Quoted\\" Title', "2024-05-28", "Ada Example", "arXiv", "Copy Head"),
            *("https://arxiv.org/abs/2405.00001", "https://example.org/code"),
            *("Names it.", "Strings.", "It copies."),
        ]
    )
    text = re.sub('""', lambda _: f'"{next(filled)}"', context.by_hand)
    paper, found = parse_paper(source(text))
    assert found == []
    assert paper is not None
    assert paper.title == 'A "Quoted" Title'
    assert next(filled, None) is None
    assert parse_paper(source(context.by_hand))[0] is None


def test_the_record_by_hand_has_every_required_field(
    context: ContributePage, fields: Mapping[str, Field]
) -> None:
    """None of them has to be looked up."""
    for path, field in fields.items():
        if field.required:
            assert re.search(rf"^ *{path.rpartition('.')[2]}:", context.by_hand, re.MULTILINE)


def test_the_editor_opens_with_the_record_by_hand(context: ContributePage, small: Project) -> None:
    """Name and text arrive as they are."""
    parts = urlsplit(context.new_by_hand)
    assert parse_qs(parts.query, strict_parsing=True) == {
        "filename": [context.file_by_hand],
        "value": [context.by_hand],
    }
    assert context.new_by_hand.startswith(f"{context.new_file}?")
    assert context.new_file.endswith(f"/new/{small.config.branch}")
