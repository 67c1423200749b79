"""What all pages share: the list, its tree, and each paper's row made once."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from awesome_heads.config import ListConfig
from awesome_heads.digests import digest_of
from awesome_heads.formats import Bibliography
from awesome_heads.language import IN_ENGLISH, Language, Plural
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.views.contexts import Neighbour, YearBar
from awesome_heads.views.glossary import Glossary
from awesome_heads.views.linked_data import placed
from awesome_heads.views.navigation import Navigation
from awesome_heads.views.page import (
    NOTHING_MORE,
    Crumb,
    Frame,
    Head,
    Inputs,
    address,
    paper_page,
    root_of,
    vocabulary_page,
    year_page,
)
from awesome_heads.views.rows import Labels, Row, row_of
from awesome_heads.views.social import SocialCard, social_card
from awesome_heads.views.statements import pages_by_title
from awesome_heads.views.tree import Tree, noun_of


class Scene:
    """A list as its pages see it."""

    def __init__(
        self, config: ListConfig, library: Library, language: Language = IN_ENGLISH
    ) -> None:
        """Take what every page is made of; rows are made when they are asked for."""
        self.config = config
        self.library = library
        self.language = language
        self.labels = Labels(language)
        self.tree = Tree(library, config.tree, language)
        self.bibliography = Bibliography(library, config.base_url)
        self.navigation = Navigation(self.vocabularies, language)
        self.glossary = Glossary.of((each, vocabulary_page(each.id)) for each in self.vocabularies)
        self._rows: dict[str, Row] = {}
        self._fellows: dict[str, str] = {}
        self._places: dict[str, tuple[int, ...]] = {}

    @property
    def noun(self) -> Plural:
        """What the terms of the list's own tree are called within a sentence."""
        return noun_of(self.library.vocabularies[self.config.tree], self.language)

    def group_title(self, vocabulary: Vocabulary) -> str:
        """What a vocabulary's outermost groups are called."""
        return vocabulary.group_title or self.language.gettext("Groups")

    @cached_property
    def card(self) -> SocialCard:
        """The picture that is shown where somebody shares a page."""
        return social_card(self.config, self.library, self.tree.stages, self.language)

    @cached_property
    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """Every vocabulary, in the order that the list's settings name."""
        every = self.library.vocabularies
        first = [name for name in self.config.vocabularies if name in every]
        rest = sorted(name for name in every if name not in first)
        return tuple(every[name] for name in (*first, *rest))

    def row(self, paper: Paper) -> Row:
        """A paper's row."""
        row = self._rows.get(paper.id)
        if row is None:
            row = row_of(paper, self.library, self.tree, self.labels)
            self._rows[paper.id] = row
        return row

    def rows(self, papers: Iterable[Paper]) -> tuple[Row, ...]:
        """Rows in the papers' order."""
        return tuple(map(self.row, papers))

    def inputs(self, papers: Iterable[Paper], *facts: object) -> Inputs:
        """What an output is made of that shows papers and may cite them.

        A citation key depends on the other papers of the list, so it is a fact of its own.

        Args:
            papers: The papers.
            facts: All that the output says of the rest of the list.
        """
        shown = tuple(papers)
        keys = self.bibliography.keys
        return Inputs(shown, (" ".join([keys[paper.id] for paper in shown]), *facts))

    @cached_property
    def but_summaries(self) -> Inputs:
        """What an output is made of that may say anything of the list but the papers' summaries."""
        return Inputs(self.library.papers, summaries=False)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The papers' pages by every title that a paper has or had, folded."""
        return pages_by_title(self.library)

    def places(self, tag: str) -> tuple[int, ...]:
        """Where the papers with a tag stand in the list, in rising order."""
        if tag not in self._places:
            places, papers = self.library.places, self.library.papers_with("tags", tag)
            self._places[tag] = tuple(places[each.id] for each in papers)
        return self._places[tag]

    def fellows(self, tag: str) -> str:
        """All that pages tell of the papers with a tag as related ones, as one fact."""
        if tag not in self._fellows:
            fellows = self.library.papers_with("tags", tag)
            told = [(each.id, each.title, each.date.toordinal()) for each in fellows]
            self._fellows[tag] = digest_of(told)
        return self._fellows[tag]

    @cached_property
    def amounts(self) -> str:
        """How many papers each year and each term has, as one fact."""
        library = self.library
        years = [(year, len(papers)) for year, papers in library.by_year.items()]
        terms = [
            [len(library.papers_with(name, term.name)) for term in vocabulary.terms]
            for name, vocabulary in library.vocabularies.items()
        ]
        return digest_of((years, terms))

    def neighbour(self, paper: Paper, reason: str) -> Neighbour:
        """A paper as another page points to it."""
        return Neighbour(paper.title, paper_page(paper.id), reason)

    def neighbour_in_time(self, paper: Paper) -> Neighbour:
        """A paper as the ones before and after it in the list point to it."""
        return self.neighbour(paper, "")._replace(date=paper.date.isoformat())

    def year_bars(self) -> tuple[YearBar, ...]:
        """Every year that has papers, newest first."""
        years = self.library.by_year
        most = max((len(papers) for papers in years.values()), default=1)
        return tuple(
            YearBar(str(year), year_page(year), len(papers), round(100 * len(papers) / most))
            for year, papers in years.items()
        )

    def frame(  # noqa: PLR0913 -- the last two have defaults and go by name
        self,
        page: str,
        title: str,
        description: str,
        crumbs: tuple[Crumb, ...] = (),
        *,
        head: Head = NOTHING_MORE,
        root: str | None = None,
    ) -> Frame:
        """Head, navigation and foot of a page; `title` is empty on the home page alone.

        A `root` is given only for pages that are shown at addresses other than their own, and
        that search engines must not list.
        """
        ways = self.navigation.of(page)
        return Frame(
            config=self.config,
            root=root_of(page) if root is None else root,
            name=title or self.config.name,
            preview=self.card.words,
            title=f"{title} \u00b7 {self.config.name}" if title else self.config.name,
            description=description,
            canonical=address(self.config, page),
            nav=ways.sections,
            browse=ways.further,
            ways=ways.every,
            crumbs=crumbs,
            head=head if root else placed(head, self.config, page, title, crumbs),
            indexed=root is None,
            glossary=self.glossary,
            translated=bool(self.language.of_scripts),
        )
