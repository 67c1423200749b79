"""Each form of the README: as GitHub shows it, and as awesome-lint judges its bullets."""

import json
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from awesome_heads.project import Project
from tests.judges import PREFIX, elements, folded, on_github, parse, text_of
from tests.node import module, run_script
from tests.readmes import FORMS, a_hostile_list, in_form, readme_of

LISTS = ("bullets", "compact")
MARKUP = ("](", "**", "&nbsp;", "&amp;#", "{{", "{%", "\\|", "\\_", "<!--")

each_form = pytest.mark.parametrize("form", FORMS)
each_list = pytest.mark.parametrize("form", LISTS)


@pytest.fixture(params=["small", "real", "hostile"])
def project(request: pytest.FixtureRequest) -> Project:
    """A small list, the list that this repository keeps, and one of strange texts."""
    if request.param == "hostile":
        return a_hostile_list()
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Project)
    return found


def _page(project: Project, form: str) -> Element:
    """A README as GitHub shows it."""
    return parse(on_github(readme_of(in_form(project, form))))


def _entries(page: Element, project: Project) -> Mapping[str, Element]:
    """The row or item of each paper, by the paper's id."""
    ids = {f"{PREFIX}{paper.id}": paper.id for paper in project.library.papers}
    return {
        ids[name]: entry
        for entry in page.iter()
        if entry.tag in {"tr", "li"}
        for anchor in entry.iter("a")
        if (name := anchor.get("id", "")) in ids
    }


def _addresses(entry: Element) -> list[str]:
    return [unquote(link.get("href", "")) for link in entry.iter("a") if link.get("href")]


@each_form
def test_every_paper_stands_once_under_each_of_its_names(project: Project, form: str) -> None:
    """Its anchor and those of its former ids are there, and no anchor twice."""
    page = _page(project, form)
    names = [each.get("id", "") for each in elements(page) if each.get("id")]
    assert len(names) == len(set(names))
    wanted = {name for each in project.library.papers for name in (each.id, *each.former_ids)}
    assert {f"{PREFIX}{name}" for name in wanted} <= set(names)
    assert list(_entries(page, project)) == [paper.id for paper in project.library.papers]


@each_form
def test_an_entry_leads_to_the_page_the_tags_and_the_links(project: Project, form: str) -> None:
    """First the paper's own page, then the tags', then each address once, and nothing else."""
    base = project.config.base_url
    entries = _entries(_page(project, form), project)
    for paper in project.library.papers:
        tags = [term.slug for term in project.library.terms_of(paper, "tags")]
        links = dict.fromkeys(unquote(url) for _, url in paper.links.pairs())
        first, *rest = _addresses(entries[paper.id])
        assert first == f"{base}papers/{paper.id}/"
        # What a summary links stands before the tags in a table, and after the links in a list.
        told = [url for url in rest if url not in links and not url.startswith(f"{base}tags/")]
        assert all(
            "taste" in url or "wiki" in url or "a_(b)" in url or "rye" in url for url in told
        )
        shown = [url for url in rest if url not in told]
        assert shown == [*(f"{base}tags/{slug}/" for slug in tags), *links]


@each_form
def test_an_entry_says_its_title_and_tags_as_typed(project: Project, form: str) -> None:
    """Signs that mean something to Markdown are signs of the text; GitHub strips nothing."""
    entries = _entries(_page(project, form), project)
    for paper in project.library.papers:
        text = text_of(entries[paper.id])
        assert folded(paper.title) in text
        assert paper.date.isoformat() in text
        for tag in paper.tags:
            assert project.library.vocabularies["tags"].by_name[tag].name in text


@pytest.mark.parametrize("form", ["table", "bullets"])
def test_an_entry_tells_who_where_and_what(project: Project, form: str) -> None:
    """Authors, venue and the three lines of the summary are there, in this order."""
    entries = _entries(_page(project, form), project)
    for paper in project.library.papers:
        text = text_of(entries[paper.id])
        venue = project.library.vocabularies["venues"].by_name[paper.venue].name
        places = [text.index(folded(name)) for name in (*paper.authors[:3], venue)]
        places += [text.index(f"{label}: ") for label in ("New", "Tested on", "Found")]
        assert places == sorted(places)


def test_an_item_of_bullets_holds_its_summary_below_it(project: Project) -> None:
    """Three items inside the paper's own, and none of them opens a list of its own."""
    for entry in _entries(_page(project, "bullets"), project).values():
        (inner,) = entry.iter("ul")
        assert [each.tag for each in inner] == ["li"] * 3
        assert not list(inner.iter("ol"))


def test_a_compact_entry_is_one_line(project: Project) -> None:
    """Neither is a summary told, nor does anything break the line."""
    for line in readme_of(in_form(project, "compact")).splitlines():
        assert not line.startswith("  - ")
    for entry in _entries(_page(project, "compact"), project).values():
        assert not [each for each in entry.iter() if each.tag in {"ul", "br", "p", "table"}]


@each_list
def test_no_markup_is_left_to_read(real: Project, form: str) -> None:
    """A reader sees words and no signs of Markdown or HTML."""
    text = "".join("".join(each.itertext()) for each in _page(real, form).iter("li"))
    assert [mark for mark in MARKUP if mark in text] == []


@each_list
def test_lists_fold_like_tables(real: Project, form: str) -> None:
    """Only the newest year stands open, and each folded one holds its items."""
    page = _page(in_form(real, form, open_years=1), form)
    entries = list(_entries(page, real).values())
    inside = [each for fold in page.iter("details") for each in fold.iter() if each in entries]
    newest = sum(
        paper.date.year == real.library.papers[0].date.year for paper in real.library.papers
    )
    assert inside == entries[newest:]


@pytest.mark.parametrize("form", LISTS)
def test_badges_stand_in_a_line(small: Project, form: str) -> None:
    """Tags and links may be pictures here too, each with its words."""
    page = _page(in_form(small, form, tags="badge", links="badge"), form)
    for paper in small.library.papers:
        entry = _entries(page, small)[paper.id]
        shown = [image.get("alt") for image in entry.iter("img")]
        names = [term.name for term in small.library.terms_of(paper, "tags")]
        assert shown[: len(names)] == names
        assert len(shown) == len(names) + len({url for _, url in paper.links.pairs()})


# What awesome-lint says


def _judged(project: Project) -> tuple[Sequence[str], Sequence[Mapping[str, object]]]:
    """The lines of a README of bullets, and what awesome-lint has to say of them."""
    module("awesome-lint/package.json")
    text = readme_of(in_form(project, "bullets"))
    found = json.loads(run_script("awesome_lint.mjs", project.config.base_url, given=text))
    return text.splitlines(), found


@pytest.fixture(scope="session", params=["real", "hostile"])
def judged(
    request: pytest.FixtureRequest,
) -> tuple[Sequence[str], Sequence[Mapping[str, object]]]:
    """Bullets that awesome-lint has read."""
    if request.param == "hostile":
        return _judged(a_hostile_list())
    return _judged(request.getfixturevalue("real"))


def test_bullets_pass_the_rules_on_items_of_lists(
    judged: tuple[Sequence[str], Sequence[Mapping[str, object]]],
) -> None:
    """No item anywhere is called invalid, nor one that repeats its own name."""
    _, found = judged
    rules = {"awesome-list-item", "no-repeat-item-in-description"}
    assert [each for each in found if each["rule"] in rules] == []


def test_nothing_is_said_against_the_papers(
    judged: tuple[Sequence[str], Sequence[Mapping[str, object]]],
) -> None:
    """No rule objects to a line of a paper: marks, indents, links, references or punctuation."""
    lines, found = judged
    papers = {
        number
        for number, line in enumerate(lines, start=1)
        if re.match(r"- <a id=|  - (New|Tested on|Found): ", line)
    }
    assert len(papers) % 4 == 0
    assert papers
    assert [each for each in found if each["line"] in papers] == []


def test_awesome_lint_is_awake() -> None:
    """An item that awesome-lint must refuse is refused, so its silence means something."""
    given = "# Awesome Lamps\n\n## Lamps\n\n- [Lamp](https://example.org) is a lamp\n"
    found = json.loads(run_script("awesome_lint.mjs", "https://example.org/", given=given))
    assert "awesome-list-item" in {each["rule"] for each in found}
