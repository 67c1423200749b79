"""One output: where it goes, which template makes it, and what the template is given."""

from dataclasses import dataclass, fields
from typing import NamedTuple

from awesome_heads.config import ListConfig


@dataclass(frozen=True)
class Context:
    """A template's variables; its fields are their names."""

    def variables(self) -> dict[str, object]:
        """The fields by name, not descending into them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


class Page(NamedTuple):
    """A page before it is rendered. `path` is relative to the output folder."""

    path: str
    template: str
    context: Context


class NavItem(NamedTuple):
    """An entry of the site's navigation."""

    label: str
    page: str
    current: bool


class Crumb(NamedTuple):
    """A step of the way from the home page to where the reader is."""

    label: str
    page: str


@dataclass(frozen=True)
class Frame:
    """What every page's head, navigation and foot need.

    Attributes:
        root: Leads from the page to the site's top: empty, or `../` repeated.
        canonical: The page's own absolute address.
        crumbs: Way from the home page, the page itself left out.
    """

    config: ListConfig
    root: str
    title: str
    description: str
    canonical: str
    nav: tuple[NavItem, ...]
    crumbs: tuple[Crumb, ...] = ()
    indexed: bool = True


def paper_page(paper_id: str) -> str:
    """Path of a paper's page."""
    return f"papers/{paper_id}/index.html"


def term_page(vocabulary: str, slug: str) -> str:
    """Path of a term's page."""
    return f"{vocabulary}/{slug}/index.html"


def vocabulary_page(vocabulary: str) -> str:
    """Path of a vocabulary's page."""
    return f"{vocabulary}/index.html"


def year_page(year: int) -> str:
    """Path of a year's page."""
    return f"years/{year}/index.html"


def address(config: ListConfig, page: str) -> str:
    """Absolute address of a page as readers see it, without `index.html`."""
    return config.base_url + page.removesuffix("index.html")


def root_of(page: str) -> str:
    """The prefix that leads from a page back to the top of the site."""
    return "../" * page.count("/")
