"""One output: where it goes, which template makes it, and what the template is given."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple
from urllib.parse import urlsplit

from awesome_heads.config import ListConfig
from awesome_heads.model import Paper
from awesome_heads.text import slugify
from awesome_heads.views.glossary import Glossary


@dataclass(frozen=True)
class Context:
    """A template's variables; its fields are their names."""

    def variables(self) -> dict[str, object]:
        """The fields by name, not descending into them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Inputs(NamedTuple):
    """What an output is made of, besides what all of them are: settings, vocabularies, templates.

    As long as its inputs are the same, so is the output, whatever else changes in the list.

    Attributes:
        papers: Those of which it says anything.
        facts: All that it says of the rest of the list, as plain values that `repr` tells apart.
        summaries: Whether it says anything of the papers' summaries, the part that changes most.
    """

    papers: tuple[Paper, ...] = ()
    facts: tuple[object, ...] = ()
    summaries: bool = True


class Page(NamedTuple):
    """A page before it is rendered.

    Attributes:
        path: Where it goes, relative to the output folder.
        template: What renders it.
        source: Its context, or what makes that when the page is rendered.
        made_of: Its inputs, or what tells them; see `inputs`.
    """

    path: str
    template: str
    source: Context | Callable[[], Context]
    made_of: Inputs | Callable[[], Inputs] | None = None

    @property
    def context(self) -> Context:
        """What the template is given."""
        return self.source if isinstance(self.source, Context) else self.source()

    @property
    def inputs(self) -> Inputs | None:
        """What the context is made of; None where that may be the whole list."""
        return self.made_of() if callable(self.made_of) else self.made_of


class File(NamedTuple):
    """A file of the site that needs no template: a citation file, an answer of the API.

    Attributes:
        path: Where it goes, relative to the output folder.
        source: What it holds, or what makes that when it is written.
        inputs: What it is made of, unless it was given; None where that may be the whole list.
    """

    path: str
    source: bytes | Callable[[], bytes]
    inputs: Inputs | None = None

    @property
    def data(self) -> bytes:
        """What it holds, made now unless it was given."""
        return self.source if isinstance(self.source, bytes) else self.source()


class NavItem(NamedTuple):
    """An entry of the site's navigation."""

    label: str
    page: str
    current: bool


class Crumb(NamedTuple):
    """A step of the way from the home page to where the reader is."""

    label: str
    page: str


class Alternate(NamedTuple):
    """The same content in another format; `page` is its path from the top of the site."""

    kind: str
    title: str
    page: str


class Inline(str):
    """A text of inline Markdown among plain ones; machines are given its words alone."""

    __slots__ = ()


class Head(NamedTuple):
    """What a page's head tells machines.

    Attributes:
        alternates: Citation files, best first, then feeds.
        citation: Names and contents of `citation_...` elements.
        linked_data: Objects of schema.org's vocabulary, without their `@context`.
        kind: What Open Graph calls a page like this.
    """

    alternates: tuple[Alternate, ...] = ()
    citation: tuple[tuple[str, str], ...] = ()
    linked_data: tuple[Mapping[str, object], ...] = ()
    kind: str = "website"


NOTHING_MORE = Head()
NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class Frame:
    """What every page's head, navigation and foot need.

    Attributes:
        root: Leads from the page to the site's top: empty, or `../` repeated.
        name: The page's own title, without the list's; the list's on the home page.
        preview: What the picture says that is shown where somebody shares the page.
        canonical: The page's own absolute address.
        crumbs: Way from the home page, the page itself left out.
        browse: Further ways into the list, for the foot of the page.
        ways: Ways of going through the papers where search cannot work.
        head: What machines are told.
        glossary: What the page explains where it first says it.
        translated: Whether scripts speak another language than English.
    """

    config: ListConfig
    root: str
    name: str
    title: str
    preview: str
    description: str
    canonical: str
    nav: tuple[NavItem, ...]
    browse: tuple[NavItem, ...] = ()
    ways: tuple[NavItem, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    head: Head = NOTHING_MORE
    indexed: bool = True
    glossary: Glossary = NO_GLOSSARY
    translated: bool = False


HOME = "index.html"
PAPERS = "papers/index.html"
YEARS = "years/index.html"
AUTHORS = "authors/index.html"
STATISTICS = "statistics/index.html"
CONTRIBUTE = "contribute/index.html"
API = "api/index.html"


def paper_page(paper_id: str) -> str:
    """Path of a paper's page."""
    return f"papers/{paper_id}/index.html"


def term_page(vocabulary: str, slug: str) -> str:
    """Path of a term's page."""
    return f"{vocabulary}/{slug}/index.html"


def group_page(vocabulary: str, path: Sequence[str]) -> str:
    """Path of the page of a group, named by its path in the vocabulary's tree."""
    return f"{vocabulary}/group/{'/'.join(slugify(name) for name in path)}/index.html"


def author_page(slug: str) -> str:
    """Path of an author's page."""
    return f"authors/{slug}/index.html"


def vocabulary_page(vocabulary: str) -> str:
    """Path of a vocabulary's page."""
    return f"{vocabulary}/index.html"


def year_page(year: int) -> str:
    """Path of a year's page."""
    return f"years/{year}/index.html"


def address(config: ListConfig, page: str) -> str:
    """Absolute address of a page as readers see it, without `index.html`."""
    return config.base_url + page.removesuffix("index.html")


def tag_uri(config: ListConfig, page: str) -> str:
    """A name for a page that stays its own when the page moves within its host (RFC 4151)."""
    parts = urlsplit(config.base_url)
    started = config.started.isoformat()
    return f"tag:{parts.hostname},{started}:{parts.path}{page.removesuffix('index.html')}"


def root_of(page: str) -> str:
    """The prefix that leads from a page back to the top of the site."""
    return "../" * page.count("/")
