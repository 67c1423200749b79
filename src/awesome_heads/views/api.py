"""The list as JSON at fixed addresses, for programs: each answer is a file."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from awesome_heads.formats.layout import format_object
from awesome_heads.model import Group, Paper, Term, Vocabulary
from awesome_heads.views.api_schema import api_schema
from awesome_heads.views.page import (
    HOME,
    File,
    Inputs,
    address,
    paper_page,
    term_page,
    vocabulary_page,
    year_page,
)
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import CITING, citations_of, parts_of

FOLDER = "api/"
LIST = f"{FOLDER}list.json"
INDEX = f"{FOLDER}papers.json"
BY_YEAR = f"{FOLDER}years.json"
SCHEMA = f"{FOLDER}schema.json"
# The feeds of the whole list by their kind, best first; every tag's page has its own beside it.
FEEDS = {"atom": "feed.xml", "json": "feed.json"}


class Answer(NamedTuple):
    """One file of the API: where it is, what of the schema describes it, and what fills it."""

    path: str
    definition: str
    make: Callable[[], Mapping[str, object]]
    inputs: Inputs | None = None

    @property
    def facts(self) -> Mapping[str, object]:
        """What it holds."""
        return self.make()

    @property
    def file(self) -> File:
        """The file as it is served."""
        return File(self.path, self._written, self.inputs)

    def _written(self) -> bytes:
        return f"{format_object(self.facts)}\n".encode()


def paper_answer(paper_id: str) -> str:
    """Path of a paper's answer."""
    return f"{FOLDER}papers/{paper_id}.json"


def vocabulary_answer(vocabulary: str) -> str:
    """Path of a vocabulary's answer."""
    return f"{FOLDER}{vocabulary}.json"


def schema_file(scene: Scene) -> File:
    """What the answers look like, as JSON Schema."""
    schema = api_schema(scene.config.base_url + SCHEMA)
    return File(SCHEMA, f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode())


def answers(scene: Scene) -> Iterator[Answer]:
    """What the API's files hold, that of the schema left out."""
    yield Answer(LIST, "list", partial(_list, scene), scene.but_summaries)
    yield Answer(INDEX, "papers", partial(_papers, scene), scene.but_summaries)
    for paper in scene.library.papers:
        facts, inputs = partial(paper_facts, scene, paper), scene.inputs((paper,))
        yield Answer(paper_answer(paper.id), "paper", facts, inputs)
    for vocabulary in scene.vocabularies:
        facts = partial(vocabulary_facts, scene, vocabulary)
        path = vocabulary_answer(vocabulary.id)
        yield Answer(path, "vocabulary", facts, scene.but_summaries)
    yield Answer(BY_YEAR, "years", partial(_by_year, scene), scene.but_summaries)


def _list(scene: Scene) -> Mapping[str, object]:
    config, base, papers = scene.config, scene.config.base_url, scene.library.papers
    downloads = {
        style.name: [base + file.page for file in files]
        for style, files in parts_of(scene.language, HOME, len(papers))
    }
    return {
        "name": config.name,
        "description": config.description,
        "language": config.language,
        "license": {"name": config.licence.data, "url": config.licence.data_url},
        "count": len(papers),
        "last_added": _last_added(scene),
        "home": base,
        "repository": config.repository_url,
        "schema": base + SCHEMA,
        "papers": base + INDEX,
        "paper": base + paper_answer("{id}"),
        "years": base + BY_YEAR,
        "vocabularies": {each.id: base + vocabulary_answer(each.id) for each in scene.vocabularies},
        "downloads": {name: files[0] for name, files in downloads.items()},
        "parts": downloads,
        "feeds": {kind: base + name for kind, name in FEEDS.items()},
    }


def _last_added(scene: Scene) -> str:
    """The day the newest paper joined the list; the day the list began where none has."""
    days = (paper.added or paper.date for paper in scene.library.papers)
    return max(days, default=scene.config.started).isoformat()


def _papers(scene: Scene) -> Mapping[str, object]:
    return {"papers": [_entry(scene, paper) for paper in scene.library.papers]}


def _entry(scene: Scene, paper: Paper) -> Mapping[str, object]:
    """A paper in an index."""
    config = scene.config
    return {
        "id": paper.id,
        "title": paper.title,
        "date": paper.date.isoformat(),
        "url": address(config, paper_page(paper.id)),
        "data": config.base_url + paper_answer(paper.id),
    }


def paper_facts(scene: Scene, paper: Paper) -> Mapping[str, object]:
    """A record in full, with its citations as texts."""
    kept = scene.bibliography
    return kept.facts(paper) | {
        "citations": {
            style.name: {
                "text": kept.piece(paper, style),
                "url": scene.config.base_url + file.page,
            }
            for style, file in zip(CITING, citations_of(paper), strict=True)
        }
    }


def vocabulary_facts(scene: Scene, vocabulary: Vocabulary) -> Mapping[str, object]:
    """A vocabulary with its tree, its terms and the papers that name them."""
    return {
        "id": vocabulary.id,
        "title": vocabulary.title,
        "singular": vocabulary.singular,
        "description": vocabulary.description,
        "url": address(scene.config, vocabulary_page(vocabulary.id)),
        "groups": [_group(group) for group in vocabulary.groups],
        "properties": {
            name: {"label": each.label, "description": each.description}
            for name, each in vocabulary.properties.items()
        },
        "terms": [_term(scene, vocabulary, term) for term in vocabulary.terms],
    }


def _group(group: Group) -> Mapping[str, object]:
    return {
        "name": group.name,
        "description": group.description or "",
        "groups": [_group(inner) for inner in group.groups],
    }


def _term(scene: Scene, vocabulary: Vocabulary, term: Term) -> Mapping[str, object]:
    """A term; one that records cannot name stands on its vocabulary's page."""
    papers = scene.library.papers_with(vocabulary.id, term.name)
    page = address(scene.config, vocabulary_page(vocabulary.id))
    if vocabulary.on_records:
        page = address(scene.config, term_page(vocabulary.id, term.slug))
    return {
        "name": term.name,
        "aliases": list(term.aliases),
        "description": term.description or "",
        "group": list(term.group),
        "properties": dict(term.properties),
        "url": page,
        "count": len(papers),
        "papers": [paper.id for paper in papers],
    }


def _by_year(scene: Scene) -> Mapping[str, object]:
    years = [
        {
            "year": year,
            "url": address(scene.config, year_page(year)),
            "count": len(papers),
            "papers": [paper.id for paper in papers],
        }
        for year, papers in scene.library.by_year.items()
    ]
    return {"years": years}
