"""Tables of a model's fields, made from the model and an example that uses every one."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from awesome_heads import fields
from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.records import Source

# What the tables leave out, because it is not written under the model's own name for it.
APART: Mapping[type[BaseModel], set[str]] = {
    Paper: {"id", "terms"},
    Vocabulary: {"id"},
    Term: {"properties"},
}

LONGEST = 90

_KINDS: tuple[tuple[object, str, str], ...] = (
    (fields.Text, "text", "texts"),
    (fields.Slug, "lower-case words joined by hyphens", "ids, lower-case words joined by hyphens"),
    (fields.Day, "a day, `YYYY-MM-DD`", "days, `YYYY-MM-DD`"),
    (fields.SomeDate, "a year, a month or a day", "years, months or days"),
    (fields.WebAddress, "a web address", "web addresses"),
    (fields.WebAddresses, "a web address, or a list of them", "web addresses"),
    (bool, "`true` or `false`", "`true` or `false`"),
    (int, "a whole number", "whole numbers"),
)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    lines = (head, ("---",) * len(head), *rows)
    cells = ([cell.replace("|", r"\|") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def block(text: str, language: str = "yaml") -> str:
    """A fenced block in Markdown."""
    return f"```{language}\n{text}```"


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _takes(annotation: object, *, several: bool = False) -> str:
    """Say in words what a field of this type takes."""
    for kind, one, many in _KINDS:
        if annotation == kind:
            return many if several else one
    inner = [part for part in get_args(annotation) if part not in {NoneType, Ellipsis}]
    origin = get_origin(annotation)
    if origin is Literal:
        return " or ".join(f"`{choice}`" for choice in inner)
    if origin is tuple:
        return f"a list of {_takes(inner[0], several=True)}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"names, each with {_takes(inner[1])}"
    if _model_in(annotation) is None:
        return _takes(inner[0], several=several)
    return "entries with fields of their own" if several else "fields of its own"


def _limits(field: FieldInfo) -> str:
    found = []
    for each in field.metadata:
        if (least := getattr(each, "ge", None)) is not None:
            found.append(f", {least} or more")
        if pattern := getattr(each, "pattern", None):
            found.append(f" that matches `{pattern}`")
    return "".join(found)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    if isinstance(field.default, BaseModel):
        return "its defaults"
    if isinstance(field.default, tuple) and field.default:
        return ", ".join(f"`{each}`" for each in field.default)
    if field.default is None or field.default in ((), {}):
        return "none"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def _example(name: str, example: Mapping[str, object], owner: type[BaseModel]) -> str:
    if name not in example:
        raise LookupError(f"{owner.__name__}.{name} has no example in tools/pages/examples.py")
    value = example[name]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = f"[{', '.join(value)}]"
    return f"`{value}`" if isinstance(value, str) and len(value) <= LONGEST else "above"


def _inner_models(model: type[BaseModel]) -> dict[type[BaseModel], list[str]]:
    """The models right below a model, each with the fields that hold it."""
    found: dict[type[BaseModel], list[str]] = {}
    for name, annotation in get_type_hints(model, include_extras=True).items():
        inner = _model_in(annotation)
        if inner is not None:
            found.setdefault(inner, []).append(name)
    return found


def fields_table(model: type[BaseModel], example: Mapping[str, object]) -> str:
    """The table of a model's fields."""
    types = get_type_hints(model, include_extras=True)
    below = {name: "-".join(names) for names in _inner_models(model).values() for name in names}

    def rows() -> Iterator[tuple[str, ...]]:
        for name, field in model.model_fields.items():
            if name not in APART.get(model, ()):
                takes = _takes(types[name]) + _limits(field)
                takes = f"[{takes}](#{below[name]})" if name in below else takes
                shown = _example(name, example, model)
                yield f"`{name}`", _default(field), takes, field.description or "", shown

    return table(("Field", "Default", "Takes", "What it is", "Example"), rows())


def _flat(value: object) -> dict[str, object]:
    """The fields of a mapping, or of all the mappings in a list, as one example."""
    if isinstance(value, list):
        return {name: inner for item in reversed(value) for name, inner in _flat(item).items()}
    return dict(value) if isinstance(value, dict) else {}


def sections(model: type[BaseModel], example: Mapping[str, object]) -> Iterator[str]:
    """A section for each model below a model, headed by the fields that hold it."""
    for inner, names in _inner_models(model).items():
        if inner is not model:
            below = {key: value for name in names for key, value in _named(example, name).items()}
            heading = ", ".join(f"`{name}`" for name in names)
            about = inspect.getdoc(inner) or ""
            yield f"### {heading}\n\n{about}\n\n{fields_table(inner, below)}"
            yield from sections(inner, below)


def _named(example: Mapping[str, object], name: str) -> dict[str, object]:
    value = example.get(name)
    if name == "properties" and isinstance(value, dict):
        # Each property stands under a name of its own, so its fields are one level further down.
        value = list(value.values())
    return _flat(value)


def data_of(path: str, text: str) -> dict[str, object]:
    """The fields of an example file."""
    return _flat(Source(path, text.encode()).read()[0])
