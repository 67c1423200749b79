"""How browsers search the list, and how programs that read text find their way in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.config import ListConfig
from awesome_heads.views.feeds import feeds_of
from awesome_heads.views.linked_data import search_address
from awesome_heads.views.page import API, HOME, Alternate, Context, Inputs, Page, address
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import downloads_of

_SHORT = 16  # as long as OpenSearch 1.1 lets a short name be


class Way(NamedTuple):
    """A page worth knowing, by its absolute address."""

    label: str
    address: str
    about: str


@dataclass(frozen=True)
class OpenSearch(Context):
    """The list as a search engine that a browser can keep.

    Attributes:
        base: The site's address with a closing slash.
        short: The list's name, or the part of it that is short enough.
        template: The address that searches, with a place for the words.
    """

    config: ListConfig
    base: str
    short: str
    template: str


@dataclass(frozen=True)
class LlmsText(Context):
    """The list's pages and files for programs that read text (https://llmstxt.org/)."""

    config: ListConfig
    pages: tuple[Way, ...]
    data: tuple[Way, ...]


def discovery_pages(scene: Scene) -> Iterator[Page]:
    """Yield the two files."""
    config = scene.config
    template = search_address(config, "{searchTerms}")
    context = OpenSearch(config, config.base_url, short_name(config.name), template)
    yield Page("opensearch.xml", "opensearch.xml", context, Inputs())
    text = LlmsText(config, tuple(_pages(scene)), tuple(_data(scene)))
    yield Page("llms.txt", "llms.txt", text, scene.but_summaries)


def short_name(name: str) -> str:
    """As many of a name's last words, which say what it is about, as a browser has room for."""
    words = name.split()
    while len(words) > 1 and len(" ".join(words)) > _SHORT:
        del words[0]
    return " ".join(words)[:_SHORT]


def _pages(scene: Scene) -> Iterator[Way]:
    about = {each.title: each.description for each in scene.vocabularies}
    frame = scene.frame(HOME, "", scene.config.description)
    for item in (*frame.nav, *frame.browse):
        if item.page != API:
            yield Way(item.label, address(scene.config, item.page), about.get(item.label, ""))


def _data(scene: Scene) -> Iterator[Way]:
    _ = scene.language.gettext
    yield Way("API", address(scene.config, API), _("What each file holds, field by field."))
    files = downloads_of(scene.language, HOME, len(scene.library.papers))
    yield from (_file(scene.config, each, _("Every paper.")) for each in files)
    feeds = feeds_of(HOME, scene.config.name)
    yield from (_file(scene.config, each, _("What joined the list last.")) for each in feeds)


def _file(config: ListConfig, file: Alternate, about: str) -> Way:
    return Way(file.title, config.base_url + file.page, about)
