"""What the API's answers look like, as JSON Schema draft-07 with a definition for each kind."""

from awesome_heads.formats import FORMATS
from awesome_heads.model import LINK_KINDS

Schema = dict[str, object]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": "string"}
_SAID: Schema = {"type": "string", "minLength": 1}
_URL: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_SOME_DATE: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}){0,2}$"}
_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}


def api_schema(url: str) -> Schema:
    """The schema, with the address it is found at.

    A file of the API is described by the definition that bears its name: `list`, `papers`,
    `paper`, `vocabulary` or `years`.
    """
    answers = ("list", "papers", "paper", "vocabulary", "years")
    return {
        "$schema": _DIALECT,
        "$id": url,
        "title": "What the files of this API hold",
        "description": "Each file is described by one of the definitions.",
        "anyOf": [_ref(name) for name in answers],
        "definitions": {
            "list": _list(),
            "papers": _object("Every paper in short, in the list's order.", papers=_each("entry")),
            "entry": _entry(),
            "paper": _paper(),
            "published": _published(),
            "vocabulary": _vocabulary(),
            "group": _group(),
            "term": _term(),
            "years": _object("Years that have papers, newest first.", years=_each("year")),
            "year": _year(),
        },
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _each(name: str) -> Schema:
    return _some(_ref(name))


def _some(kind: Schema) -> Schema:
    return {"type": "array", "items": kind}


def _many(kind: Schema) -> Schema:
    return {**_some(kind), "uniqueItems": True}


def _by_name(kind: Schema) -> Schema:
    return {"type": "object", "additionalProperties": kind}


def _told(kind: Schema, description: str) -> Schema:
    return {**kind, "description": description}


def _object(description: str, optional: tuple[str, ...] = (), /, **members: Schema) -> Schema:
    """A closed object; members are needed unless named as optional."""
    return {
        "type": "object",
        "description": description,
        "properties": members,
        "required": [name for name in members if name not in optional],
        "additionalProperties": False,
    }


def _list() -> Schema:
    return _object(
        "The list itself, and where all else is found.",
        name=_SAID,
        description=_SAID,
        language=_told(_SAID, "Language of the texts, as a BCP 47 tag."),
        license=_object("Terms under which the data may be used.", name=_SAID, url=_URL),
        count=_told(_COUNT, "Number of papers."),
        last_added=_told(_DAY, "The day the newest entry joined the list."),
        home=_told(_URL, "The site."),
        repository=_told(_URL, "Where the records are kept."),
        schema=_told(_URL, "This schema."),
        papers=_told(_URL, "Every paper in short."),
        paper=_told(_SAID, "A paper in full; `{id}` stands for its id."),
        years=_told(_URL, "Papers by year."),
        vocabularies=_told(_by_name(_URL), "Each vocabulary, by its id."),
        downloads=_object(
            "The whole list, by format; of a large list the first part.",
            (),
            **{each.name: _URL for each in FORMATS},
        ),
        parts=_object(
            "Every file of the whole list, by format: several where it is large.",
            (),
            **{each.name: {**_some(_URL), "minItems": 1} for each in FORMATS},
        ),
        feeds=_told(_by_name(_URL), "What joined the list last, by kind of feed."),
    )


def _entry() -> Schema:
    return _object(
        "A paper in short.",
        id=_ID,
        title=_SAID,
        date=_DAY,
        url=_told(_URL, "Its page."),
        data=_told(_URL, "The paper in full."),
    )


def _paper() -> Schema:
    citing = [each.name for each in FORMATS if each.cites]
    citation = _object("A citation and the file that holds it.", text=_SAID, url=_URL)
    links = {kind: {**_some(_URL), "minItems": 1} for kind in LINK_KINDS}
    return _object(
        "A paper in full; what its record does not say is left out.",
        ("added", "published", "doi", "arxiv", "abstract_url", "former_ids", "former_titles"),
        id=_told(_ID, "Never changes."),
        key=_told(_SAID, "Citation key, unique within the list."),
        url=_told(_URL, "Its page."),
        title=_told(_SAID, "Title of the first version."),
        date=_told(_DAY, "First public version."),
        added=_told(_DAY, "The day it joined the list."),
        authors=_told(_some(_SAID), "In order; empty where unknown."),
        venue=_told(_SAID, "Where the first version appeared."),
        published=_ref("published"),
        doi=_told(_SAID, "DOI of the version to cite."),
        arxiv=_told(_SAID, "Id on arXiv."),
        abstract_url=_URL,
        former_ids=_many(_ID),
        former_titles=_some(_SAID),
        terms=_told(_by_name(_many(_SAID)), "Names of terms, by the id of their vocabulary."),
        links=_object("Addresses by kind.", tuple(LINK_KINDS[1:]), **links),
        summary=_object(
            "The paper in three lines of inline Markdown.",
            innovation=_told(_SAID, "What is new."),
            tasks=_told(_SAID, "What it was tested on."),
            result=_told(_SAID, "What was found."),
        ),
        citations=_object("Citations by format.", (), **dict.fromkeys(citing, citation)),
    )


def _published() -> Schema:
    return _object(
        "Where a preprint later appeared; citations follow this version.",
        ("title", "doi", "url", "pages"),
        venue=_SAID,
        date=_told(_SOME_DATE, "A year, a month or a day."),
        title=_told(_SAID, "Only where it changed."),
        doi=_SAID,
        url=_URL,
        pages=_SAID,
    )


def _vocabulary() -> Schema:
    return _object(
        "A vocabulary with its tree and its terms.",
        id=_ID,
        title=_told(_SAID, "What its terms are called, in the plural."),
        singular=_told(_SAID, "What one term is called."),
        description=_told(_SAID, "Inline Markdown."),
        url=_told(_URL, "Its page."),
        groups=_told(_each("group"), "The tree, outermost groups first."),
        properties=_told(
            _by_name(_object("A fact that terms may state.", label=_SAID, description=_SAID)),
            "Further facts that terms may state.",
        ),
        terms=_each("term"),
    )


def _group() -> Schema:
    return _object(
        "A group of terms.",
        name=_SAID,
        description=_told(_TEXT, "Inline Markdown; may be empty."),
        groups=_told(_each("group"), "Groups inside this one."),
    )


def _term() -> Schema:
    return _object(
        "A term and the papers that name it.",
        name=_SAID,
        aliases=_told(_some(_SAID), "Other names for the same."),
        description=_told(_TEXT, "Inline Markdown; may be empty."),
        group=_told(_some(_SAID), "Path in the vocabulary's tree."),
        properties=_told(_by_name(_TEXT), "Facts that the vocabulary declares."),
        url=_told(_URL, "Where it is explained."),
        count=_told(_COUNT, "Number of papers."),
        papers=_told(_many(_ID), "Ids of its papers, newest first."),
    )


def _year() -> Schema:
    return _object(
        "A year and its papers.",
        year={"type": "integer"},
        url=_told(_URL, "Its page."),
        count=_COUNT,
        papers=_told(_many(_ID), "Ids of its papers, newest first."),
    )
