"""What all pages share: the list, its tree, and each paper's row made once."""

from collections.abc import Iterable

from awesome_heads.config import ListConfig
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.views.contexts import Neighbour, YearBar
from awesome_heads.views.page import (
    Crumb,
    Frame,
    NavItem,
    address,
    paper_page,
    root_of,
    vocabulary_page,
    year_page,
)
from awesome_heads.views.rows import Row, row_of
from awesome_heads.views.tree import Tree

YEARS = "years/index.html"


class Scene:
    """A list as its pages see it."""

    def __init__(self, config: ListConfig, library: Library) -> None:
        """Make the tree and the rows."""
        self.config = config
        self.library = library
        self.tree = Tree(library, config.tree)
        self._rows: dict[str, Row] = {
            paper.id: row_of(paper, library, self.tree) for paper in library.papers
        }

    @property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """Every vocabulary, in the order that the list's settings name."""
        every = self.library.vocabularies
        first = [name for name in self.config.vocabularies if name in every]
        rest = sorted(name for name in every if name not in first)
        return tuple(every[name] for name in (*first, *rest))

    def row(self, paper: Paper) -> Row:
        """A paper's row."""
        return self._rows[paper.id]

    def rows(self, papers: Iterable[Paper]) -> tuple[Row, ...]:
        """Rows in the papers' order."""
        return tuple(self._rows[paper.id] for paper in papers)

    def neighbour(self, paper: Paper, reason: str) -> Neighbour:
        """A paper as another page points to it."""
        return Neighbour(paper.title, paper_page(paper.id), reason)

    def year_bars(self) -> tuple[YearBar, ...]:
        """Every year that has papers, newest first."""
        years = self.library.by_year
        most = max((len(papers) for papers in years.values()), default=1)
        return tuple(
            YearBar(str(year), year_page(year), len(papers), round(100 * len(papers) / most))
            for year, papers in years.items()
        )

    def frame(
        self,
        page: str,
        title: str,
        description: str,
        crumbs: tuple[Crumb, ...] = (),
        *,
        root: str | None = None,
    ) -> Frame:
        """Head, navigation and foot of a page; `title` is empty on the home page alone.

        A `root` is given only for pages that are shown at addresses other than their own, and
        that search engines must not list.
        """
        section = page.split("/", 1)[0]
        targets = [(each.title, vocabulary_page(each.id)) for each in self.vocabularies]
        return Frame(
            config=self.config,
            root=root_of(page) if root is None else root,
            title=f"{title} \u00b7 {self.config.name}" if title else self.config.name,
            description=description,
            canonical=address(self.config, page),
            nav=tuple(
                NavItem(label, target, current=target.split("/", 1)[0] == section)
                for label, target in (*targets, ("Years", YEARS))
            ),
            crumbs=crumbs,
            indexed=root is None,
        )
