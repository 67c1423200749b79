"""The fields of the form on which a paper is added, as the schema of a record states them."""

from typing import NamedTuple

from awesome_heads.model import LINK_KINDS
from awesome_heads.schemas import Schema
from awesome_heads.views.scene import Scene

MOST_WORDS = 60

# Where the schema's own word for a field would puzzle somebody who has never seen a record.
_LABELS = {
    "links.paper": "Link to the paper",
    "date": "Date of the first version",
    "published.date": "Date of publication",
    "published.doi": "DOI",
    "published.url": "Link to the published version",
    "id": "File name",
}
_HELP = {
    "links.paper": "An address, or an arXiv, DOI or ACL Anthology id.",
    "authors": "One a line.",
    "venue": "`arXiv`, or where it appeared.",
    "published.venue": "The conference or journal.",
    "id": "Made from the title; a shorter one is welcome. It becomes the page's address.",
}
_PICKING = "Type a few letters, choose a name, and press Enter."


class Field(NamedTuple):
    """One field of the form.

    Attributes:
        path: Its place in a record, such as `links.paper`.
        kind: How it is filled: `line`, `lines` (a list, one a line), `prose`, `choice` of one
            term, or several `terms`.
        vocabulary: Where its terms come from, if it takes any.
    """

    path: str
    kind: str
    label: str
    help: str
    required: bool
    pattern: str
    example: str
    vocabulary: str

    @property
    def id(self) -> str:
        """The field's path as part of an element's id."""
        return self.path.replace(".", "-").replace("_", "-")


class FieldGroup(NamedTuple):
    """Fields that are filled together; what few papers need is folded away."""

    title: str
    note: str
    folded: bool
    fields: tuple[Field, ...]


def field_groups(scene: Scene, schema: Schema) -> tuple[FieldGroup, ...]:
    """Every field in the order in which it is filled in."""
    further = [
        each.id
        for each in scene.vocabularies
        if each.on_records and each.id not in {"tags", "venues"}
    ]
    published = ("published.venue", "published.date", "published.doi", "published.url")
    links = tuple(f"links.{kind}" for kind in LINK_KINDS if kind != "paper")
    lines = tuple(f"summary.{name}" for name, _ in scene.labels.summary)
    plan = (
        ("The paper", "", False, ("links.paper", "title", "date", "authors", "venue", "tags")),
        ("In three lines", f"At most {MOST_WORDS} words in all.", False, lines),
        ("Code and other links", "", True, links),
        ("Published since", "Where a preprint later appeared.", True, published),
        (_listed(scene, further), "", True, tuple(further)),
        ("File name", "", True, ("id",)),
    )
    return tuple(
        FieldGroup(title, note, folded, tuple(_field(schema, path, further) for path in paths))
        for title, note, folded, paths in plan
        if paths
    )


def _listed(scene: Scene, names: list[str]) -> str:
    titles = [scene.library.vocabularies[name].title for name in names]
    return ", ".join([*titles[:1], *(title.lower() for title in titles[1:])])


def _field(schema: Schema, path: str, further: list[str]) -> Field:
    stated, required = _stated(schema, path)
    name = path.rpartition(".")[2]
    vocabulary = "venues" if name == "venue" else name if name in {"tags", *further} else ""
    kind = "choice" if name == "venue" else "terms" if vocabulary else "line"
    kind = {"authors": "lines"}.get(path, "prose" if path.startswith("summary.") else kind)
    example = stated.get("examples", [""])[0]
    extra = _PICKING if kind == "terms" else _HELP.get(path, "")
    described = "" if kind in {"choice", "terms"} else stated.get("description", "")
    return Field(
        path=path,
        kind=kind,
        label=_LABELS.get(path) or stated.get("title", name),
        help=f"{described} {extra}".strip(),
        required=required,
        pattern=_pattern(stated),
        example="\n".join(example) if isinstance(example, list) else example,
        vocabulary=vocabulary,
    )


def _stated(schema: Schema, path: str) -> tuple[Schema, bool]:
    """What the schema says of a field, and whether a record without it is refused."""
    if path == "id":
        return schema["properties"]["former_ids"]["items"], False
    outer, _, name = path.rpartition(".")
    holder = schema["definitions"][outer.capitalize()] if outer else schema
    needed = name in holder["required"] and (not outer or outer in schema["required"])
    return holder["properties"][name], needed


def _pattern(stated: Schema) -> str:
    options = (stated, *stated.get("anyOf", ()))
    return next((each["pattern"] for each in options if "pattern" in each), "")
