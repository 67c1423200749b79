"""The list's terms against its papers, and against the terms of other vocabularies."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from awesome_heads.language import Language, Plural
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.views import headlines, tallies
from awesome_heads.views.exhibits import Exhibit, Table, Words, row
from awesome_heads.views.matrix import (
    MOST_COLUMNS,
    MOST_PAPERS,
    MOST_ROWS,
    Column,
    Row,
    RowGroup,
    paper_matrix,
    term_matrix,
)
from awesome_heads.views.page import paper_page, term_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said
from awesome_heads.views.tree import noun_of


def crossings(scene: Scene) -> Iterator[Exhibit]:
    """Yield the matrix of papers, then one for each further vocabulary that papers name."""
    library = scene.library
    tree = library.vocabularies[scene.config.tree]
    if tallies.by_term(library, tree.id):
        yield _papers(scene, tree)
    for other in scene.vocabularies:
        if other.on_records and other.id not in {tree.id, "venues"}:
            met = tallies.pairs(library, tree.id, other.id)
            if met:
                yield _terms(scene, tree, other, met)


def _papers(scene: Scene, tree: Vocabulary) -> Exhibit:
    library, language, noun = scene.library, scene.language, scene.noun
    _ = language.gettext
    shown = library.papers[:MOST_PAPERS]
    named: dict[str, list[Paper]] = {}
    for paper in shown:
        for term in library.terms_of(paper, tree.id):
            named.setdefault(term.name, []).append(paper)
    terms = sorted(named, key=lambda name: (-len(named[name]), name.casefold()))[:MOST_ROWS]
    columns = tuple(
        Column(paper.title, paper_page(paper.id), f"{paper.date.year}") for paper in reversed(shown)
    )
    cells = {(name, paper_page(paper.id)): 1 for name in terms for paper in named[name]}
    title = _("%(terms)s and the papers that name them", terms=tree.title)
    told = _(
        "A row for each of %(terms)s, a column for each of %(papers)s, the oldest on the left.",
        terms=language.count(len(terms), *noun),
        papers=language.papers(len(shown)),
    )
    groups = _groups(scene, tree, terms)
    rows = tuple(
        row(
            Words(each.label, each.page),
            [Words(paper.title, paper_page(paper.id)) for paper in named[each.label]],
        )
        for group in groups
        for each in group.rows
    )
    sizes = [len(library.terms_of(paper, tree.id)) for paper in library.papers]
    return Exhibit(
        "papers-and-terms",
        _("%(terms)s \u00d7 papers", terms=tree.title),
        headlines.of_overlap(sizes, noun, language),
        _papers_note(scene, len(shown), len(terms), len(named)),
        (),
        paper_matrix(("papers-and-terms", Said(title, told)), groups, columns, cells, language),
        Table(title, (tree.singular, _("Papers")), rows),
    )


def _papers_note(scene: Scene, papers: int, terms: int, named: int) -> str:
    """Which papers and which of the terms they name are shown, where some are not."""
    _ = scene.language.gettext
    every, said = len(scene.library.papers), []
    values = {"shown": terms, "terms": scene.noun.many, "every": scene.language.number(named)}
    if papers < every:
        total = scene.language.number(every)
        said.append(_("the %(shown)s newest papers, of %(every)s", shown=papers, every=total))
    if terms < named and said:
        said.append(_("the %(shown)s %(terms)s named most often in these, of %(every)s", **values))
    elif terms < named:
        said.append(_("the %(shown)s %(terms)s named most often, of %(every)s", **values))
    return _note(said, scene.language)


def _terms(
    scene: Scene, tree: Vocabulary, other: Vocabulary, met: Mapping[tuple[str, str], int]
) -> Exhibit:
    firsts, seconds = _busiest(met, 0), _busiest(met, 1)
    terms, columns = firsts[:MOST_ROWS], seconds[:MOST_COLUMNS]
    groups = _groups(
        scene, tree, [name for name in terms if any((name, c) in met for c in columns)]
    )
    shown = tuple(
        Column(name, term_page(other.id, other.by_name[name].slug), "") for name in columns
    )
    language, nouns = scene.language, (scene.noun, noun_of(other, scene.language))
    name, title = f"{tree.id}-and-{other.id}", language.listed([tree.title, nouns[1].many])
    told = language.series(
        language.labelled(language.listed(pair), f"{number}")
        for pair, number in _ranked(met)[:MOST_COLUMNS]
    )
    rows = tuple(
        row(Words(each.label, each.page), *(f"{met.get((each.label, c), 0)}" for c in columns))
        for group in groups
        for each in group.rows
    )
    sizes = ((len(terms), len(firsts)), (len(columns), len(seconds)))
    return Exhibit(
        name,
        f"{tree.title} \u00d7 {nouns[1].many}",
        headlines.of_pairs(met, (nouns[0].one, nouns[1].one), language),
        _note([*_most_met(zip(nouns, sizes, strict=True), language)], language),
        (),
        term_matrix((name, Said(title, told)), groups, shown, met, language),
        Table(title, (tree.singular, *columns), rows),
    )


def _most_met(sides: Iterable[tuple[Plural, tuple[int, int]]], language: Language) -> Iterator[str]:
    """What is shown of the terms on each side, with how many of how many, where some are not."""
    for noun, (shown, every) in sides:
        if shown < every:
            yield language.gettext(
                "the %(shown)s %(terms)s met most often, of %(every)s",
                shown=shown,
                terms=noun.many,
                every=language.number(every),
            )


def _busiest(met: Mapping[tuple[str, str], int], side: int) -> list[str]:
    """Names on one side of the pairs, those in most pairs of paper and partner first."""
    tally: dict[str, int] = {}
    for pair, number in met.items():
        tally[pair[side]] = tally.get(pair[side], 0) + number
    return sorted(tally, key=lambda name: (-tally[name], name.casefold()))


def _ranked(met: Mapping[tuple[str, str], int]) -> list[tuple[tuple[str, str], int]]:
    return sorted(met.items(), key=lambda each: (-each[1], each[0]))


def _groups(scene: Scene, tree: Vocabulary, terms: Collection[str]) -> tuple[RowGroup, ...]:
    """Some terms under the stages they belong to, both in the tree's order."""
    groups = []
    wanted = set(terms)
    for stage in scene.tree.branches(tree.id):
        rows = tuple(
            Row(term.label, term.page, term.stage)
            for term in stage.every_term
            if term.label in wanted
        )
        if rows:
            groups.append(RowGroup(stage.label, rows))
    return tuple(groups)


def _note(parts: Collection[str], language: Language) -> str:
    """What is shown, in a sentence; empty where nothing is left out."""
    if not parts:
        return ""
    return language.gettext("Shown: %(parts)s.", parts=language.series(parts))
