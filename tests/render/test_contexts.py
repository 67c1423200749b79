"""Templates and contexts agree: no variable is undefined, and no field is unused."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

import pytest
from jinja2 import Environment, meta, nodes

from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.render import SHIPPED, Renderer, Theme
from awesome_heads.views import Page, build_readme, build_site
from awesome_heads.views.page import Context
from awesome_heads.views.paging import ROWS
from awesome_heads.views.readme import Chapter, Written
from awesome_heads.views.site_map import ADDRESSES_A_FILE, site_maps
from tests.builders import a_config, a_library, a_paper, in_another_language, only_pages

PARTS = tuple(
    f"_{part}.md"
    for part in sorted(
        path.stem.removeprefix("_")
        for path in (SHIPPED / "readme").glob("_*.md")
        if path.stem != "_paper"
    )
)

# What the extension for translation calls a value that is computed for a text.
OF_TRANSLATION = {"_trans"}


def _pages(project: Project) -> list[Page]:
    readme = build_readme(project.config, project.library, project.bibtex)
    chapters = [Chapter(each, (Written(each, "text"),)) for each in readme.sections]
    pages = [readme.page(chapters, 1), *readme.volumes(chapters, 1), *readme.pictures()]
    rows = [readme.rows(each) for each in readme.sections]
    site = build_site(project.config, project.library, in_another_language())
    long_site = build_site(a_config(), _long())
    maps = site_maps(a_config(), ["https://example.org/"] * (ADDRESSES_A_FILE + 1))
    return [*pages, *rows, *only_pages(site), *only_pages(long_site), *maps]


def _long() -> Library:
    """A list that needs more than one page for what stands on one elsewhere."""
    return a_library(*(a_paper(id=f"no-{number}") for number in range(ROWS + 1)))


def _environment(page: Page) -> Environment:
    renderer = Renderer(Theme())
    return renderer.readme if page.template.endswith(".md") else renderer.site


def _closure(environment: Environment, name: str) -> Iterator[tuple[str, nodes.Template]]:
    """A template with everything that it extends, imports and includes."""
    pending, seen = [name], set()
    while pending:
        current = pending.pop()
        if current in seen:
            continue
        seen.add(current)
        assert environment.loader is not None
        source, _, _ = environment.loader.get_source(environment, current)
        tree = environment.parse(source)
        yield current, tree
        for other in meta.find_referenced_templates(tree):
            # A name that is put together while rendering: the README's parts, any of them.
            pending += [other] if other is not None else PARTS


def _variables(environment: Environment, name: str) -> set[str]:
    """What the templates take from outside.

    What one of them sets or imports at its top is known to those that it extends or includes.
    """
    taken: set[str] = set()
    made: set[str] = set()
    for _, tree in _closure(environment, name):
        taken |= meta.find_undeclared_variables(tree)
        made |= set(_made(tree))
    return taken - made - set(environment.globals) - OF_TRANSLATION


def _made(tree: nodes.Template) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name
        if isinstance(node, nodes.Import):
            yield node.target


@pytest.fixture(scope="module")
def kinds(small: Project) -> dict[str, tuple[Page, type[Context]]]:
    """One page for each template."""
    return {page.template: (page, type(page.context)) for page in _pages(small)}


@pytest.mark.parametrize(
    "template",
    [
        "404.html",
        "README.md",
        "author.html",
        "authors.html",
        "contribute.html",
        "data.html",
        "feed.json",
        "feed.xml",
        "finder.html",
        "further.html",
        "group.html",
        "home.html",
        "llms.txt",
        "opensearch.xml",
        "paper.html",
        "redirect.html",
        "robots.txt",
        "rows.js",
        "rows.md",
        "sitemap.xml",
        "sitemaps.xml",
        "stages.css",
        "statistics.html",
        "statistics.svg",
        "taxonomy.svg",
        "term.html",
        "texts.js",
        "vocabulary.html",
        "volume.md",
        "walkthroughs.html",
        "year.html",
        "years.html",
    ],
)
def test_a_templates_variables_are_its_contexts_fields(
    template: str, kinds: Mapping[str, tuple[Page, type[Context]]]
) -> None:
    """Neither is there a variable that no field gives, nor a field that no template takes."""
    page, kind = kinds[template]
    given = {field.name for field in fields(kind)}
    taken = _variables(_environment(page), template)
    assert taken - given == set(), "undefined variables"
    assert given - taken == set(), "unused fields"


def test_every_kind_of_page_is_compared(kinds: Mapping[str, tuple[Page, type[Context]]]) -> None:
    """A template that is added must be added above."""
    (mark,) = test_a_templates_variables_are_its_contexts_fields.pytestmark  # type: ignore[attr-defined]
    assert sorted(kinds) == mark.args[1]


def test_a_template_has_one_kind_of_context(
    small: Project, kinds: Mapping[str, tuple[Page, type[Context]]]
) -> None:
    """Pages of one template are given the same fields."""
    for page in _pages(small):
        assert type(page.context) is kinds[page.template][1]


def test_every_shipped_template_is_used(kinds: Mapping[str, tuple[Page, type[Context]]]) -> None:
    """No template stays behind once its page is gone."""
    used = {
        ("readme" if page.template.endswith(".md") else "site", name)
        for page, _ in kinds.values()
        for name, _ in _closure(_environment(page), page.template)
    }
    there = {
        (folder, path.name)
        for folder in ("readme", "site")
        for path in (SHIPPED / folder).iterdir()
    }
    assert used == there


def test_the_readmes_parts_are_those_the_settings_know(small: Project) -> None:
    """Every part that the settings name by themselves has a template, and each one is named."""
    parts = type(small.config.readme)().sections
    assert sorted(f"_{part}.md" for part in parts) == sorted(PARTS)


def test_variables_descend_into_nothing(small: Project) -> None:
    """A context gives its fields as they are."""
    page = _pages(small)[0]
    variables = page.context.variables()
    assert list(variables) == [field.name for field in fields(page.context)]
    assert variables["config"] is small.config
