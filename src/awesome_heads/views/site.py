"""Every page of the site."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.library import Library
from awesome_heads.text import count
from awesome_heads.views.contexts import (
    HomePage,
    MissingPage,
    Robots,
    RowSection,
    SiteMap,
    StageStyles,
)
from awesome_heads.views.contribute import contribute_page
from awesome_heads.views.page import Page, address
from awesome_heads.views.papers import paper_pages, redirect_pages
from awesome_heads.views.scene import Scene
from awesome_heads.views.sections import sections_of
from awesome_heads.views.terms import vocabulary_pages
from awesome_heads.views.years import year_pages

HOME = "index.html"
MISSING = "404.html"


def build_site(config: ListConfig, library: Library) -> Iterator[Page]:
    """Yield every page of the site in a stable order."""
    scene = Scene(config, library)
    addresses = []
    for page in _content(scene):
        addresses.append(address(config, page.path))
        yield page
    yield from redirect_pages(scene)
    top = urlsplit(config.base_url).path
    frame = scene.frame(MISSING, "Page not found", "There is no page here.", root=top)
    yield Page(MISSING, "404.html", MissingPage(frame))
    yield Page("static/stages.css", "stages.css", StageStyles(scene.tree.stages))
    yield Page("sitemap.xml", "sitemap.xml", SiteMap(tuple(addresses)))
    yield Page("robots.txt", "robots.txt", Robots(config.base_url + "sitemap.xml"))


def _content(scene: Scene) -> Iterator[Page]:
    yield _home(scene)
    yield from paper_pages(scene)
    yield from year_pages(scene)
    yield from vocabulary_pages(scene)
    yield contribute_page(scene)


def _home(scene: Scene) -> Page:
    tree = scene.library.vocabularies[scene.config.tree]
    context = HomePage(
        frame=scene.frame(HOME, "", scene.config.description),
        papers=len(scene.library.papers),
        term_count=count(len(tree.terms), tree.singular.lower(), tree.title.lower()),
        group_title=tree.group_title,
        term_noun=(tree.singular.lower(), tree.title.lower()),
        stages=scene.tree.stages,
        studied=scene.config.site.studied,
        years=scene.year_bars(),
        sections=tuple(
            RowSection(section.title, section.anchor, scene.rows(section.papers))
            for section in sections_of(scene.library, scene.config.earlier)
        ),
    )
    return Page(HOME, "home.html", context)
