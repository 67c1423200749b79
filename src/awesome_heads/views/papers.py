"""A page for each paper."""

from collections.abc import Iterator
from functools import partial

from awesome_heads.identifiers import parse_doi, parse_url
from awesome_heads.language import Language
from awesome_heads.model import Paper
from awesome_heads.views.contexts import (
    ChipList,
    Citation,
    Fact,
    PaperPage,
    RedirectPage,
)
from awesome_heads.views.metadata import paper_head
from awesome_heads.views.page import (
    YEARS,
    Crumb,
    File,
    Inputs,
    Page,
    paper_page,
    root_of,
    year_page,
)
from awesome_heads.views.related import related
from awesome_heads.views.rows import Row, chips_of, people_of
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import CITING, citation_files, citations_of


def paper_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the papers' pages, newest first, and then their citation files."""
    papers = scene.library.papers
    for place, paper in enumerate(papers):
        newer = papers[place - 1] if place else None
        older = papers[place + 1] if place + 1 < len(papers) else None
        context = partial(_context, scene, paper, newer, older)
        inputs = partial(_inputs, scene, paper, newer, older)
        yield Page(paper_page(paper.id), "paper.html", context, inputs)
    for paper in papers:
        yield from citation_files(scene, paper)


def _inputs(scene: Scene, paper: Paper, newer: Paper | None, older: Paper | None) -> Inputs:
    beside = [scene.neighbour_in_time(each) for each in (newer, older) if each]
    fellows = [scene.fellows(term.name) for term in scene.library.terms_of(paper, "tags")]
    return scene.inputs((paper,), newer is None, beside, fellows)


def redirect_pages(scene: Scene) -> Iterator[Page]:
    """Yield a page for each former id, leading to the paper's page of today."""
    for paper in scene.library.papers:
        for former in paper.former_ids:
            page = paper_page(former)
            moved = scene.language.gettext("This page has moved.")
            frame = scene.frame(page, paper.title, moved, root=root_of(page))
            context = RedirectPage(frame, f"../{paper.id}/index.html", paper.title)
            yield Page(page, "redirect.html", context, scene.inputs((paper,)))


def _context(scene: Scene, paper: Paper, newer: Paper | None, older: Paper | None) -> PaperPage:
    row = scene.row(paper)
    year = str(paper.date.year)
    years = scene.language.gettext("Years")
    crumbs = (Crumb(years, YEARS), Crumb(year, year_page(paper.date.year)))
    shown = {"tags", "venues"}
    return PaperPage(
        frame=scene.frame(
            paper_page(paper.id),
            paper.title,
            paper.summary.innovation,
            crumbs,
            head=paper_head(scene, paper),
        ),
        row=row,
        authors=people_of(paper),
        citations=tuple(
            Citation(file.title, file.page, scene.bibliography.piece(paper, style))
            for file, style in zip(citations_of(paper), CITING, strict=True)
        ),
        facts=_facts(paper, row, scene.language),
        former_titles=paper.former_titles,
        published_title=(paper.published.title or "") if paper.published else "",
        heads=ChipList(scene.library.vocabularies["tags"].title, row.chips),
        further=tuple(
            ChipList(each.title, chips)
            for each in scene.vocabularies
            if each.id not in shown
            and (chips := chips_of(paper, each.id, scene.library, scene.tree))
        ),
        related=related(scene, paper),
        newer=scene.neighbour_in_time(newer) if newer else None,
        older=scene.neighbour_in_time(older) if older else None,
    )


def _facts(paper: Paper, row: Row, language: Language) -> tuple[Fact, ...]:
    """Venues in full, identifiers and particulars of publication, each identifier once."""
    later = paper.published
    found = [parse_url(url) for url in paper.links.paper]
    if later is not None:
        found.append(parse_doi(later.doi) if later.doi else None)
        found.append(parse_url(later.url) if later.url else None)
    facts = [Fact(venue.label, venue.full_name, "") for venue in row.venues if venue.full_name]
    facts += [
        Fact(*_split(identifier.label), identifier.url)
        for identifier in dict.fromkeys(found)
        if identifier is not None
    ]
    _ = language.gettext
    if later is not None and later.url and parse_url(later.url) is None:
        facts.append(Fact(_("Published"), later.url.split("/")[2], later.url))
    if later is not None and later.pages:
        facts.append(Fact(language.pgettext("of a publication", "Pages"), later.pages, ""))
    if paper.abstract_url:
        facts.append(Fact(_("Abstract"), paper.abstract_url.split("/")[2], paper.abstract_url))
    return tuple(facts)


def _split(label: str) -> tuple[str, str]:
    name, _, value = label.replace(":", " ", 1).partition(" ")
    return {"doi": "DOI"}.get(name, name), value
