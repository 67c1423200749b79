"""Every page of the site."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.language import IN_ENGLISH, Language
from awesome_heads.library import Library
from awesome_heads.views.authors import author_pages
from awesome_heads.views.contexts import MissingPage, ScriptTexts, StageStyles
from awesome_heads.views.contribute import contribute_pages
from awesome_heads.views.data import data_pages
from awesome_heads.views.discovery import discovery_pages
from awesome_heads.views.feeds import feed_pages
from awesome_heads.views.finder import finder_pages
from awesome_heads.views.home import home_page
from awesome_heads.views.page import HOME, File, Inputs, Page, address
from awesome_heads.views.papers import paper_pages, redirect_pages
from awesome_heads.views.scene import Scene
from awesome_heads.views.site_map import site_maps
from awesome_heads.views.social import SOCIAL, Picture
from awesome_heads.views.statistics import statistics_pages
from awesome_heads.views.takeaway import download_files
from awesome_heads.views.vocabularies import vocabulary_pages
from awesome_heads.views.walkthroughs import walkthrough_pages
from awesome_heads.views.years import year_pages

MISSING = "404.html"


def build_site(
    config: ListConfig, library: Library, language: Language = IN_ENGLISH
) -> Iterator[Page | File | Picture]:
    """Yield every page and data file of the site in a stable order.

    What every page needs comes first, then the papers, so that whoever looks for one finds it soon.
    """
    scene = Scene(config, library, language)
    yield from _frame(scene)
    addresses = []
    for each in _content(scene):
        if each.path.endswith("index.html"):
            addresses.append(address(config, each.path))
        yield each
    yield from redirect_pages(scene)
    yield from discovery_pages(scene)
    yield Picture(SOCIAL, scene.card)
    yield from site_maps(config, addresses)


def _frame(scene: Scene) -> Iterator[Page]:
    language = scene.language
    yield Page("static/stages.css", "stages.css", partial(_stages, scene), Inputs())
    if language.of_scripts:
        texts = ScriptTexts(language.plural, language.of_scripts)
        yield Page("static/texts.js", "texts.js", texts, Inputs())
    top = urlsplit(scene.config.base_url).path
    _ = language.gettext
    frame = scene.frame(MISSING, _("Page not found"), _("There is no page here."), root=top)
    yield Page(MISSING, "404.html", MissingPage(frame), Inputs())


def _stages(scene: Scene) -> StageStyles:
    return StageStyles(scene.tree.stages)


def _content(scene: Scene) -> Iterator[Page | File]:
    yield home_page(scene)
    yield from paper_pages(scene)
    yield from download_files(scene, HOME, scene.library.papers)
    yield from finder_pages(scene)
    yield from year_pages(scene)
    yield from author_pages(scene)
    yield from vocabulary_pages(scene)
    yield from walkthrough_pages(scene)
    yield from statistics_pages(scene)
    yield from data_pages(scene)
    yield from feed_pages(scene)
    yield from contribute_pages(scene)
