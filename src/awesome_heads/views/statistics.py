"""The list in numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from awesome_heads.language import Language
from awesome_heads.model import Vocabulary
from awesome_heads.views import headlines, tallies
from awesome_heads.views.crossings import crossings
from awesome_heads.views.exhibits import Exhibit, Table, Words, row
from awesome_heads.views.page import STATISTICS, Context, File, Frame, Page, term_page
from awesome_heads.views.plots import Value, lying
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said
from awesome_heads.views.timelines import by_link, by_month, by_stage, by_year

MOST_BARS = 20


@dataclass(frozen=True)
class StatisticsPage(Context):
    """The list in numbers; `lead` stands alone where there is nothing to show."""

    frame: Frame
    lead: str
    exhibits: tuple[Exhibit, ...]


def statistics_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the page."""
    yield Page(STATISTICS, "statistics.html", partial(_context, scene), scene.but_summaries)


def _context(scene: Scene) -> StatisticsPage:
    _ = scene.language.gettext
    lead = _lead(scene)
    about = _("%(list)s in numbers. %(lead)s", list=scene.config.name, lead=lead)
    frame = scene.frame(STATISTICS, _("Statistics"), about)
    exhibits = tuple(_exhibits(scene)) if scene.library.papers else ()
    return StatisticsPage(frame, lead, exhibits)


def _lead(scene: Scene) -> str:
    papers, language = scene.library.papers, scene.language
    if not papers:
        return language.gettext("There are no papers yet, so there is nothing to count.")
    first, last = papers[-1].date.year, papers[0].date.year
    named = len(tallies.by_term(scene.library, scene.config.tree))
    terms = language.count(named, *scene.noun)
    if first == last:
        return language.ngettext(
            "%(number)s paper from %(year)s, on %(terms)s. Below each figure are its numbers.",
            "%(number)s papers from %(year)s, on %(terms)s. Below each figure are its numbers.",
            len(papers),
            year=first,
            terms=terms,
        )
    return language.ngettext(
        "%(number)s paper from %(first)s to %(last)s, on %(terms)s. "
        "Below each figure are its numbers.",
        "%(number)s papers from %(first)s to %(last)s, on %(terms)s. "
        "Below each figure are its numbers.",
        len(papers),
        first=first,
        last=last,
        terms=terms,
    )


def _exhibits(scene: Scene) -> Iterator[Exhibit]:
    library, total = scene.library, len(scene.library.papers)
    yield by_year(scene)
    yield by_month(scene)
    if sum(stage.papers > 0 for stage in scene.tree.stages) > 1:
        yield by_stage(scene)
    tree, language = library.vocabularies[scene.config.tree], scene.language
    tally = tallies.by_term(library, tree.id)
    if tally:
        label = language.gettext("Most studied %(terms)s", terms=scene.noun.many)
        headline = headlines.of_terms(tally, total, scene.noun, language)
        yield _ranking(scene, tree, ("most-studied", label, headline, ""))
    yield from crossings(scene)
    venues = library.vocabularies["venues"]
    headline = headlines.of_venues(tallies.by_term(library, "venues"), total, language)
    note = language.gettext("A preprint that was published later counts at both places.")
    yield _ranking(scene, venues, ("by-venue", venues.title, headline, note))
    yield by_link(scene)


def _ranking(scene: Scene, vocabulary: Vocabulary, words: tuple[str, str, str, str]) -> Exhibit:
    """Terms of a vocabulary as lying bars, the most named first.

    Args:
        scene: The list.
        vocabulary: Whose terms.
        words: The exhibit's name, label, headline and note.
    """
    name, label, headline, note = words
    language = scene.language
    tally = tallies.by_term(scene.library, vocabulary.id)
    values = tuple(_bar(scene, vocabulary, term, tally[term]) for term in tally)
    shown = values[:MOST_BARS]
    told = language.series(language.labelled(value.tick, value.shown) for value in shown)
    said = Said(label, told)
    if len(shown) < len(values):
        note = _cut(note, len(shown), len(values), language)
    rows = tuple(row(Words(value.tick, value.page), value.shown) for value in values)
    plots = (lying(name, said, shown, "wide"), lying(name, said, shown, "narrow"))
    table = Table(label, (vocabulary.singular, language.gettext("Papers")), rows)
    return Exhibit(name, label, headline, note, plots, None, table)


def _cut(note: str, shown: int, every: int, language: Language) -> str:
    """A note that also says how many bars of how many are shown."""
    _ = language.gettext
    if note:
        return _(
            "%(note)s The %(shown)s with the most papers of %(every)s.",
            note=note,
            shown=shown,
            every=every,
        )
    return _("The %(shown)s with the most papers of %(every)s.", shown=shown, every=every)


def _bar(scene: Scene, vocabulary: Vocabulary, name: str, number: int) -> Value:
    term = vocabulary.by_name[name]
    stage = scene.tree.stage_of(vocabulary.id, term)
    page = term_page(vocabulary.id, term.slug)
    tip = scene.language.labelled(name, scene.language.papers(number))
    return Value(name, number, f"{number}", page, tip, stage, term.group[0] if stage else "")
