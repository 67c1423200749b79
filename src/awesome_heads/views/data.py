"""The list as data: its API, and the page that tells people of downloads, API and feeds."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from awesome_heads.formats import FORMATS
from awesome_heads.model import Vocabulary
from awesome_heads.views.api import (
    FEEDS,
    LIST,
    SCHEMA,
    Answer,
    answers,
    paper_answer,
    schema_file,
    vocabulary_answer,
)
from awesome_heads.views.page import API, HOME, Context, File, Frame, Page, term_page, year_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.takeaway import citations_of, parts_of

LINES_SHOWN = 14
SIGNS_SHOWN = 100
_CUT = "\u2026"


class Download(NamedTuple):
    """The whole list in one format, or a part of it."""

    label: str
    purpose: str
    page: str
    media_type: str


class Pattern(NamedTuple):
    """How an address is formed, with an example of this list; `page` may be empty."""

    label: str
    address: str
    example: str
    page: str


class Endpoint(NamedTuple):
    """Answers of the API: their address, what they hold, and how one of this list begins."""

    address: str
    page: str
    holds: str
    excerpt: str


@dataclass(frozen=True)
class DataPage(Context):
    """The list as data: its downloads, its API and its feeds."""

    frame: Frame
    downloads: tuple[Download, ...]
    suffixes: tuple[str, ...]
    citing: tuple[str, ...]
    parts: tuple[Pattern, ...]
    endpoints: tuple[Endpoint, ...]
    schema: str
    feeds: tuple[Pattern, ...]
    python: str
    shell: str


def data_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the API's files, then the page that explains them."""
    firsts: dict[str, Answer] = {}
    for answer in answers(scene):
        firsts.setdefault(answer.definition, answer)
        yield answer.file
    yield schema_file(scene)
    yield Page(API, "data.html", partial(_context, scene, firsts))


def _context(scene: Scene, firsts: Mapping[str, Answer]) -> DataPage:
    _ = scene.language.gettext
    about = _(
        "%(list)s as files, as JSON at fixed addresses, and as feeds.", list=scene.config.name
    )
    return DataPage(
        frame=scene.frame(API, _("Data and feeds"), about),
        downloads=tuple(
            Download(file.title, _(style.purpose), file.page, file.kind)
            for style, files in parts_of(scene.language, HOME, len(scene.library.papers))
            for file in files
        ),
        suffixes=tuple(style.suffix for style in FORMATS),
        citing=tuple(style.suffix for style in FORMATS if style.cites),
        parts=tuple(_parts(scene)),
        endpoints=tuple(_endpoints(scene, firsts)),
        schema=SCHEMA,
        feeds=tuple(_feeds(scene)),
        python=_python(scene),
        shell=_shell(scene),
    )


def _parts(scene: Scene) -> Iterator[Pattern]:
    """Where the files of a part of the list stand."""
    _, first = scene.language.gettext, FORMATS[0].suffix
    for paper in scene.library.papers[:1]:
        example = citations_of(paper)[0].page
        yield Pattern(_("Paper"), f"papers/<id>/paper{first}", example, example)
    for year in list(scene.library.by_year)[:1]:
        example = year_page(year).replace("index.html", f"papers{first}")
        yield Pattern(_("Year"), f"years/<year>/papers{first}", example, example)
    for vocabulary in scene.vocabularies:
        page = _busiest(scene, vocabulary)
        if page:
            example = page.replace("index.html", f"papers{first}")
            address = f"{vocabulary.id}/<name>/papers{first}"
            yield Pattern(vocabulary.singular, address, example, example)
    yield Pattern(_("Author"), f"authors/<name>/papers{first}", "", "")


def _busiest(scene: Scene, vocabulary: Vocabulary) -> str:
    """Page of the term with the most papers; empty where none has any."""
    if not vocabulary.on_records:
        return ""
    papers = {
        term.slug: len(scene.library.papers_with(vocabulary.id, term.name))
        for term in vocabulary.terms
    }
    best = max(papers, key=lambda slug: (papers[slug], slug), default="")
    return term_page(vocabulary.id, best) if best and papers[best] else ""


def _endpoints(scene: Scene, firsts: Mapping[str, Answer]) -> Iterator[Endpoint]:
    _ = scene.language.gettext
    terms = _(
        "Terms with their meaning, place and papers. There is one for each of: %(vocabularies)s.",
        vocabularies=scene.language.row(each.id for each in scene.vocabularies),
    )
    named = {
        "list": ("", _("The list itself, and the addresses of all the rest.")),
        "papers": ("", _("Every paper in short, in the list's order.")),
        "paper": (paper_answer("<id>"), _("One record in full, with its citations as texts.")),
        "vocabulary": (vocabulary_answer("<vocabulary>"), terms),
        "years": ("", _("Years and the ids of their papers, newest first.")),
    }
    for definition, (address, holds) in named.items():
        if definition in firsts:
            answer = firsts[definition]
            yield Endpoint(address or answer.path, answer.path, holds, _excerpt(answer))


def _excerpt(answer: Answer) -> str:
    """How an answer begins, a value a line, cut where it grows long."""
    text = ""
    for piece in json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(answer.facts):
        text += piece
        if text.count("\n") > LINES_SHOWN:
            break
    lines = [
        line if len(line) <= SIGNS_SHOWN else f"{line[:SIGNS_SHOWN]} {_CUT}"
        for line in text.splitlines()
    ]
    return "\n".join([*lines[:LINES_SHOWN], f"  {_CUT}"] if len(lines) > LINES_SHOWN else lines)


def _feeds(scene: Scene) -> Iterator[Pattern]:
    """Feeds of the whole list, then those of each term of its own tree."""
    tree = scene.library.vocabularies[scene.config.tree]
    busiest = _busiest(scene, tree).removesuffix("index.html")
    _, term = scene.language.gettext, scene.noun.one
    labels = {
        "atom": (_("Atom feed of the whole list"), _("Atom feed of one %(term)s", term=term)),
        "json": (_("JSON feed of the whole list"), _("JSON feed of one %(term)s", term=term)),
    }
    for kind, name in FEEDS.items():
        whole, one = labels[kind]
        yield Pattern(whole, name, name, name)
        if busiest:
            example = f"{busiest}{name}"
            yield Pattern(one, f"{tree.id}/<name>/{name}", example, example)


def _python(scene: Scene) -> str:
    return f"""\
import json
from urllib.request import urlopen

with urlopen("{scene.config.base_url}{LIST}") as answer:
    parts = json.load(answer)["parts"]["json"]

papers = []
for part in parts:
    with urlopen(part) as answer:
        papers += json.load(answer)

for paper in papers:
    for address in paper["links"].get("code", []):
        print(paper["date"], paper["title"], address)
"""


def _shell(scene: Scene) -> str:
    base = scene.config.base_url
    newest = list(scene.library.by_year)[:1]
    lines = [f"curl --remote-name {base}papers.bib"]
    lines += [f"curl --output {year}.csv {base}years/{year}/papers.csv" for year in newest]
    return "\n".join(lines) + "\n"
