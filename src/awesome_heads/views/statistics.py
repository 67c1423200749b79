"""The list in numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from awesome_heads.model import Vocabulary
from awesome_heads.text import count
from awesome_heads.views import headlines, tallies
from awesome_heads.views.crossings import crossings
from awesome_heads.views.exhibits import Exhibit, Table, Words, row
from awesome_heads.views.page import STATISTICS, Context, File, Frame, Page, term_page
from awesome_heads.views.plots import Value, lying
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said
from awesome_heads.views.timelines import by_link, by_month, by_stage, by_year

MOST_BARS = 20
NOTHING = "There are no papers yet, so there is nothing to count."


@dataclass(frozen=True)
class StatisticsPage(Context):
    """The list in numbers; `lead` stands alone where there is nothing to show."""

    frame: Frame
    lead: str
    exhibits: tuple[Exhibit, ...]


def statistics_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the page."""
    lead = _lead(scene) if scene.library.papers else NOTHING
    frame = scene.frame(STATISTICS, "Statistics", f"{scene.config.name} in numbers. {lead}")
    exhibits = tuple(_exhibits(scene)) if scene.library.papers else ()
    yield Page(STATISTICS, "statistics.html", StatisticsPage(frame, lead, exhibits))


def _lead(scene: Scene) -> str:
    papers = scene.library.papers
    first, last = papers[-1].date.year, papers[0].date.year
    when = f"from {first} to {last}" if first < last else f"from {last}"
    tree = scene.library.vocabularies[scene.config.tree]
    named = len(tallies.by_term(scene.library, tree.id))
    terms = count(named, tree.singular.lower(), tree.title.lower())
    return f"{count(len(papers), 'paper')} {when}, on {terms}. Below each figure are its numbers."


def _exhibits(scene: Scene) -> Iterator[Exhibit]:
    library, total = scene.library, len(scene.library.papers)
    yield by_year(scene)
    yield by_month(scene)
    if sum(stage.papers > 0 for stage in scene.tree.stages) > 1:
        yield by_stage(scene)
    tree = library.vocabularies[scene.config.tree]
    tally = tallies.by_term(library, tree.id)
    if tally:
        noun = (tree.singular.lower(), tree.title.lower())
        label = f"Most studied {noun[1]}"
        headline = headlines.of_terms(tally, total, noun)
        yield _ranking(scene, tree, ("most-studied", label, headline, ""))
    yield from crossings(scene)
    venues = library.vocabularies["venues"]
    headline = headlines.of_venues(tallies.by_term(library, "venues"), total)
    note = "A preprint that was published later counts at both places."
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
    tally = tallies.by_term(scene.library, vocabulary.id)
    values = tuple(_bar(scene, vocabulary, term, tally[term]) for term in tally)
    shown = values[:MOST_BARS]
    said = Said(label, "; ".join(f"{value.tick}: {value.shown}" for value in shown))
    if len(shown) < len(values):
        note = f"{note} The {len(shown)} with the most papers of {len(values)}.".strip()
    rows = tuple(row(Words(value.tick, value.page), value.shown) for value in values)
    plots = (lying(name, said, shown, "wide"), lying(name, said, shown, "narrow"))
    table = Table(label, (vocabulary.singular, "Papers"), rows)
    return Exhibit(name, label, headline, note, plots, None, table)


def _bar(scene: Scene, vocabulary: Vocabulary, name: str, number: int) -> Value:
    term = vocabulary.by_name[name]
    stage = scene.tree.stage_of(vocabulary.id, term)
    page, tip = term_page(vocabulary.id, term.slug), f"{name}: {count(number, 'paper')}"
    return Value(name, number, f"{number}", page, tip, stage, term.group[0] if stage else "")
