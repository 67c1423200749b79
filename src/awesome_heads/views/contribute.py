"""The page on which a paper is added: a form, what it checks, and a record to fill in by hand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from unicodedata import combining, normalize
from urllib.parse import quote, urlencode

from awesome_heads.identifiers import address_key, parse_doi, parse_url
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.references import other_names
from awesome_heads.schemas import paper_schema
from awesome_heads.text import fold, slugify
from awesome_heads.views.form import MOST_WORDS, FieldGroup, field_groups
from awesome_heads.views.page import (
    CONTRIBUTE,
    Context,
    File,
    Frame,
    Inputs,
    Page,
    paper_page,
    vocabulary_page,
)
from awesome_heads.views.scene import Scene
from awesome_heads.views.search.packing import written

KNOWN = "contribute/papers.js"

LIMITS = {"words": MOST_WORDS, "line": 35, "slug": 80, "address": 8000}
FILE_BY_HAND = "papers/YEAR/short-title.yaml"
BY_HAND = """\
title: ""
date: ""
authors:
  - ""
venue: ""
tags: [""]
links:
  paper: ""
  code: ""
summary:
  innovation: ""
  tasks: ""
  result: ""
"""

# Ranges whose signs the browser must spell as file names do: Latin, Greek, punctuation, currency,
# letter-like signs, arrows and mathematical ones.
_SPELT = (
    *((0xA0, 0x250), (0x370, 0x400), (0x1E00, 0x1F00)),
    *((0x2010, 0x2045), (0x20A0, 0x20C1), (0x2100, 0x2300)),
)


class Choice(NamedTuple):
    """A term that a field may take, and where it stands in its vocabulary."""

    name: str
    group: str
    stage: str
    aliases: tuple[str, ...]


class ChoiceList(NamedTuple):
    """The terms of one vocabulary."""

    id: str
    title: str
    singular: str
    page: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class ContributePage(Context):
    """The page on which a paper is added.

    Attributes:
        data: What the page's script needs at once, as plain values.
        by_hand: A record with nothing filled in, for those who write it themselves.
        new_file: GitHub's editor for a new file.
        new_by_hand: The same with the empty record in it.
    """

    frame: Frame
    groups: tuple[FieldGroup, ...]
    vocabularies: tuple[ChoiceList, ...]
    data: Mapping[str, object]
    by_hand: str
    file_by_hand: str
    new_file: str
    new_by_hand: str


def contribute_pages(scene: Scene) -> Iterator[Page | File]:
    """Yield the page, with every check that a browser can make taken from the schema.

    What tells whether a paper is in the list already follows as a file: it grows with the list, and
    is loaded once somebody fills in the form.
    """
    yield Page(CONTRIBUTE, "contribute.html", partial(_context, scene), Inputs())
    yield File(KNOWN, partial(_known, scene), scene.but_summaries)


def _context(scene: Scene) -> ContributePage:
    schema = paper_schema(scene.library.vocabularies.values())
    groups = field_groups(scene, schema)
    vocabularies = tuple(_choices(scene, each) for each in scene.vocabularies if each.on_records)
    config, _ = scene.config, scene.language.gettext
    new_file = f"{config.repository_url.rstrip('/')}/new/{quote(config.branch)}"
    filled = urlencode({"filename": FILE_BY_HAND, "value": BY_HAND}, quote_via=quote)
    about = _(
        "Add a paper to %(list)s: fill in a form, and GitHub opens with the file written.",
        list=config.name,
    )
    return ContributePage(
        frame=scene.frame(CONTRIBUTE, _("Add a paper"), about),
        groups=groups,
        vocabularies=vocabularies,
        data=_data(scene, groups, vocabularies, new_file),
        by_hand=BY_HAND,
        file_by_hand=FILE_BY_HAND,
        new_file=new_file,
        new_by_hand=f"{new_file}?{filled}",
    )


def _choices(scene: Scene, vocabulary: Vocabulary) -> ChoiceList:
    choices = tuple(
        Choice(
            term.name,
            " / ".join(term.group),
            scene.tree.stage_of(vocabulary.id, term),
            term.aliases,
        )
        for term in vocabulary.terms
    )
    page = vocabulary_page(vocabulary.id)
    return ChoiceList(vocabulary.id, vocabulary.title, vocabulary.singular, page, choices)


def _data(
    scene: Scene,
    groups: tuple[FieldGroup, ...],
    vocabularies: tuple[ChoiceList, ...],
    new_file: str,
) -> Mapping[str, object]:
    fields = [field for group in groups for field in group.fields]
    return {
        "newFile": new_file,
        "fields": [field._asdict() | {"id": field.id} for field in fields],
        "vocabularies": {
            each.id: {
                "singular": each.singular,
                "terms": [choice._asdict() for choice in each.choices],
            }
            for each in vocabularies
        },
        "summary": [list(pair) for pair in scene.labels.summary],
        "links": scene.labels.links,
        "papers": KNOWN,
        "letters": dict(_spellings()),
        "limits": LIMITS,
    }


def _known(scene: Scene) -> bytes:
    return written(KNOWN, [_names(paper) for paper in scene.library.papers])


def _names(paper: Paper) -> Mapping[str, object]:
    """What tells whether a paper is in the list already."""
    later = paper.published
    addresses = [*paper.links.paper, *([later.url] if later and later.url else [])]
    found = [parse_url(address) for address in addresses]
    found.append(parse_doi(later.doi) if later and later.doi else None)
    names = {f"{each.scheme}:{each.value}" for one in found if one for each in other_names(one)}
    keys = {address_key(url) for url in paper.links.paper if parse_url(url) is None}
    titles = (paper.title, *((later.title,) if later and later.title else ()))
    return {
        "id": paper.id,
        "former": list(paper.former_ids),
        "page": paper_page(paper.id),
        "title": paper.title,
        "keys": [title_key(title) for title in (*titles, *paper.former_titles)],
        "names": sorted(names | keys),
    }


def title_key(title: str) -> str:
    """What two ways of writing one title have in common."""
    return "".join(letter for letter in fold(title) if letter.isalnum())


def _spellings() -> Iterator[tuple[str, str]]:
    """Letters that file names spell otherwise than by leaving out their accents."""
    for first, last in _SPELT:
        for letter in map(chr, range(first, last)):
            spelt = slugify(f"x{letter}x")[1:-1]
            plain = "".join(
                each for each in normalize("NFKD", letter.lower()) if not combining(each)
            )
            if spelt != re.sub(r"[^a-z0-9]+", "-", plain):
                yield letter, spelt
