"""The list as JSON at fixed addresses."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, FormatChecker

from awesome_heads.project import Project
from awesome_heads.render import Output
from awesome_heads.views.api import answers, schema_file
from awesome_heads.views.api_schema import api_schema
from awesome_heads.views.page import File
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary

VOCABULARIES = ("benchmarks", "glossary", "methods", "models", "tags", "venues")


def api_of(site: Mapping[str, Output]) -> dict[str, Output]:
    """The API's answers, by path."""
    return {
        path: output
        for path, output in site.items()
        if path.startswith("api/") and path.endswith(".json")
    }


def definition_of(path: str) -> str:
    """What of the schema describes a file."""
    if path.startswith("api/papers/"):
        return "paper"
    name = Path(path).stem
    return name if name in {"list", "papers", "years"} else "vocabulary"


def answer(site: Mapping[str, Output], name: str) -> dict[str, object]:
    """What a file of the API holds."""
    found = json.loads(site[f"api/{name}.json"].data)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", ["small_site", "real_site"])
def test_every_answer_follows_the_schema(name: str, request: pytest.FixtureRequest) -> None:
    """The published schema is one of draft-07, and every file is as its definition says."""
    files = api_of(request.getfixturevalue(name))
    schema = json.loads(files.pop("api/schema.json").data)
    Draft7Validator.check_schema(schema)
    kinds = {definition_of(path) for path in files}
    assert kinds == {"list", "papers", "paper", "vocabulary", "years"}
    for kind in kinds:
        one = {**schema, "anyOf": [{"$ref": f"#/definitions/{kind}"}]}
        judge = Draft7Validator(one, format_checker=FormatChecker())
        for path, output in files.items():
            if definition_of(path) == kind:
                faults = [each.message for each in judge.iter_errors(json.loads(output.data))]
                assert faults == [], path


@pytest.mark.parametrize("name", ["small_site", "real_site"])
def test_answers_are_written_alike(name: str, request: pytest.FixtureRequest) -> None:
    """UTF-8 without escapes, one line end at the end, and no member twice."""
    for path, output in api_of(request.getfixturevalue(name)).items():
        text = output.data.decode()
        assert text.endswith("}\n"), path
        assert "\\u" not in text.replace("\\\\", ""), path
        json.loads(text, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len({name for name, _ in pairs}) == len(pairs)
    return dict(pairs)


def _addresses(value: object) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(_addresses(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_addresses(each) for each in value))
    return {value} if isinstance(value, str) and "\n" not in value else set()


def test_addresses_of_the_site_are_there(small: Project, small_site: Mapping[str, Output]) -> None:
    """Whatever of the site an answer names is built; feeds are the exception, made elsewhere."""
    base = small.config.base_url
    for path, output in api_of(small_site).items():
        if path == "api/schema.json":
            continue
        for url in _addresses(json.loads(output.data)):
            page = url.removeprefix(base).partition("#")[0]
            if not url.startswith(base) or "{id}" in url or page in {"feed.xml", "feed.json"}:
                continue
            there = f"{page}index.html" if not page or page.endswith("/") else page
            assert there in small_site, f"{path} names {url}"


def test_the_list_tells_where_all_else_is(small_site: Mapping[str, Output]) -> None:
    """Name, terms, number of papers, and the addresses of the other answers."""
    found = answer(small_site, "list")
    assert (found["name"], found["count"], found["last_added"]) == (
        *("Awesome Crumbs", 8, "2024-11-01"),
    )
    assert found["license"] == {"name": "CC0 1.0", "url": "https://licences.example/cc0"}
    assert found["paper"] == "https://crumbs.example/sourdough/api/papers/{id}.json"
    assert isinstance(found["vocabularies"], dict)
    assert sorted(found["vocabularies"]) == list(VOCABULARIES)
    assert found["downloads"] == {
        name: f"https://crumbs.example/sourdough/papers{suffix}"
        for name, suffix in {
            "bibtex": ".bib",
            "csl-json": ".csl.json",
            "ris": ".ris",
            "csv": ".csv",
            "json": ".json",
        }.items()
    }
    assert isinstance(found["parts"], dict)
    assert {name: files[0] for name, files in found["parts"].items()} == found["downloads"]


def test_the_index_holds_every_paper(small: Project, small_site: Mapping[str, Output]) -> None:
    """In the list's order, each with the address of the rest."""
    papers = answer(small_site, "papers")["papers"]
    assert isinstance(papers, list)
    assert [each["id"] for each in papers] == [paper.id for paper in small.library.papers]
    for each in papers:
        assert answer(small_site, f"papers/{each['id']}")["title"] == each["title"]


def test_a_paper_carries_its_citations(small_site: Mapping[str, Output]) -> None:
    """The texts are those of its citation files."""
    citations = answer(small_site, "papers/signs")["citations"]
    assert isinstance(citations, dict)
    assert list(citations) == ["bibtex", "csl-json", "ris"]
    for name, suffix in (("bibtex", ".bib"), ("ris", ".ris")):
        text = small_site[f"papers/signs/paper{suffix}"].data.decode()
        assert citations[name]["text"] == text
    items = json.loads(small_site["papers/signs/paper.csl.json"].data)
    assert [json.loads(citations["csl-json"]["text"])] == items


def test_a_vocabulary_tells_terms_and_papers(small_site: Mapping[str, Output]) -> None:
    """Each term with meaning, place, facts and papers; groups as they are nested."""
    found = answer(small_site, "tags")
    terms = found["terms"]
    assert isinstance(terms, list)
    assert terms[0] == {
        "name": "Cellar Culture",
        "aliases": ["Cold Culture", "Basement Culture"],
        "description": "Works at night, **very** slowly.",
        "group": ["Rising", "Slow & Cold"],
        "properties": {
            "feed": "rye & water",
            "makes": "a few large bubbles",
            "warmth": "cool/mild",
        },
        "url": "https://crumbs.example/sourdough/tags/cellar-culture/",
        "count": 3,
        "papers": ["late-loaf", "every-field", "first-bubbles"],
    }
    assert isinstance(found["groups"], list)
    assert [each["name"] for each in found["groups"]] == ["Rising", "Souring", "Not yet placed"]
    assert [each["name"] for each in found["groups"][0]["groups"]] == ["Slow & Cold", "Fast"]
    assert all(each["count"] == len(each["papers"]) for each in terms)


def test_a_term_without_a_page_stands_on_its_vocabularys(
    small_site: Mapping[str, Output],
) -> None:
    """What records cannot name is found where the vocabulary explains it."""
    terms = answer(small_site, "glossary")["terms"]
    assert isinstance(terms, list)
    assert {each["url"] for each in terms} == {"https://crumbs.example/sourdough/glossary/"}
    assert all(each["papers"] == [] for each in terms)


def test_years_hold_their_papers(small: Project, small_site: Mapping[str, Output]) -> None:
    """Newest first, every paper in one of them."""
    years = answer(small_site, "years")["years"]
    assert isinstance(years, list)
    assert [each["year"] for each in years] == [2024, 2023, 2022, 2021]
    ids = [name for each in years for name in each["papers"]]
    assert ids == [paper.id for paper in small.library.papers]


def test_an_empty_list_has_answers_too() -> None:
    """Nothing is counted, and the last day is that on which the list began."""
    scene = Scene(a_config(), a_library(vocabularies=[a_vocabulary(), a_vocabulary("venues")]))
    found = {each.path: each.facts for each in answers(scene)}
    assert sorted(found) == [
        *("api/list.json", "api/papers.json", "api/tags.json", "api/venues.json"),
        "api/years.json",
    ]
    assert (found["api/list.json"]["count"], found["api/list.json"]["last_added"]) == (
        *(0, "2024-01-02"),
    )
    assert found["api/papers.json"] == {"papers": []}


def test_the_last_day_is_that_of_joining() -> None:
    """A paper that joined late counts by the day it joined, not by its own."""
    late = a_paper(id="late", date="2020-01-01", added="2025-05-05")
    scene = Scene(a_config(), a_library(a_paper(), late))
    assert next(iter(answers(scene))).facts["last_added"] == "2025-05-05"


def test_the_schema_names_its_own_address() -> None:
    """Relative references within it resolve from there."""
    made = schema_file(Scene(a_config(), a_library(a_paper())))
    assert isinstance(made, File)
    assert json.loads(made.data) == api_schema("https://example.org/heads/api/schema.json")
