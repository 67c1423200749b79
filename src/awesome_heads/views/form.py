"""The fields of the form on which a paper is added, as the schema of a record states them."""

from typing import NamedTuple

from awesome_heads.model import LINK_KINDS
from awesome_heads.schemas import Schema
from awesome_heads.views.prompts import of_terms, prompts_of
from awesome_heads.views.scene import Scene
from awesome_heads.views.tree import small

MOST_WORDS = 60


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
    _, ngettext = scene.language.gettext, scene.language.ngettext
    further = [
        each.id
        for each in scene.vocabularies
        if each.on_records and each.id not in {"tags", "venues"}
    ]
    published = ("published.venue", "published.date", "published.doi", "published.url")
    links = tuple(f"links.{kind}" for kind in LINK_KINDS if kind != "paper")
    lines = tuple(f"summary.{name}" for name, _label in scene.labels.summary)
    most = ngettext(
        "At most %(number)s word in all.", "At most %(number)s words in all.", MOST_WORDS
    )
    plan = (
        (_("The paper"), "", False, ("links.paper", "title", "date", "authors", "venue", "tags")),
        (_("In three lines"), most, False, lines),
        (_("Code and other links"), "", True, links),
        (_("Published since"), _("Where a preprint later appeared."), True, published),
        (_listed(scene, further), "", True, tuple(further)),
        (_("File name"), "", True, ("id",)),
    )
    return tuple(
        FieldGroup(
            title, note, folded, tuple(_field(scene, schema, path, further) for path in paths)
        )
        for title, note, folded, paths in plan
        if paths
    )


def _listed(scene: Scene, names: list[str]) -> str:
    titles = [scene.library.vocabularies[name].title for name in names]
    return scene.language.row(
        [*titles[:1], *(small(title, scene.language) for title in titles[1:])]
    )


def _field(scene: Scene, schema: Schema, path: str, further: list[str]) -> Field:
    stated, required = _stated(schema, path)
    name = path.rpartition(".")[2]
    vocabulary = "venues" if name == "venue" else name if name in {"tags", *further} else ""
    kind = "choice" if name == "venue" else "terms" if vocabulary else "line"
    kind = {"authors": "lines"}.get(path, "prose" if path.startswith("summary.") else kind)
    example = stated.get("examples", [""])[0]
    language = scene.language
    if kind == "terms":
        prompt = of_terms(language, stated["title"])
    else:
        prompt = prompts_of(language, scene.labels.links)[path]
    return Field(
        path=path,
        kind=kind,
        label=prompt.label,
        help=prompt.help,
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
