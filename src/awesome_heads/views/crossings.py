"""The list's terms against its papers, and against the terms of other vocabularies."""

from collections.abc import Collection, Iterator, Mapping

from awesome_heads.model import Paper, Vocabulary
from awesome_heads.text import count
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
    library = scene.library
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
    title = f"{tree.title} and the papers that name them"
    told = (
        f"A row for each of {len(terms)} {tree.title.lower()}, a column for each of "
        f"{count(len(shown), 'paper')}, the oldest on the left."
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
    noun = (tree.singular.lower(), tree.title.lower())
    there = " in these" if len(shown) < len(library.papers) else ""
    return Exhibit(
        "papers-and-terms",
        f"{tree.title} \u00d7 papers",
        headlines.of_overlap(sizes, noun),
        _note(
            (len(shown), len(library.papers), "newest papers"),
            (len(terms), len(named), f"{noun[1]} named most often{there}"),
        ),
        (),
        paper_matrix("papers-and-terms", Said(title, told), groups, columns, cells),
        Table(title, (tree.singular, "Papers"), rows),
    )


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
    name, title = f"{tree.id}-and-{other.id}", f"{tree.title} and {other.title.lower()}"
    told = "; ".join(f"{one} and {two}: {n}" for (one, two), n in _ranked(met)[:MOST_COLUMNS])
    rows = tuple(
        row(Words(each.label, each.page), *(f"{met.get((each.label, c), 0)}" for c in columns))
        for group in groups
        for each in group.rows
    )
    nouns = (tree.singular.lower(), other.singular.lower())
    return Exhibit(
        name,
        f"{tree.title} \u00d7 {other.title.lower()}",
        headlines.of_pairs(met, nouns),
        _note(
            (len(terms), len(firsts), f"{tree.title.lower()} met most often"),
            (len(columns), len(seconds), f"{other.title.lower()} met most often"),
        ),
        (),
        term_matrix(name, Said(title, told), groups, shown, met),
        Table(title, (tree.singular, *columns), rows),
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


def _note(*parts: tuple[int, int, str]) -> str:
    """Which rows and columns are shown, where some are not."""
    cut = [f"the {shown} {what}, of {every:,}" for shown, every, what in parts if shown < every]
    return f"Shown: {'; '.join(cut)}." if cut else ""
