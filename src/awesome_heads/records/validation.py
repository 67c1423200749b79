"""Plain data to models, and pydantic's objections to diagnostics in words of the list."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.records.source import Loc, Source
from awesome_heads.text import nearest

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "mapping_type": "fields",
    "model_type": "fields",
    "model_attributes_type": "fields",
    "dict_type": "fields",
    "date_type": "a day",
    "is_instance_of": "a date",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
}


def validate(
    model: type[Model], data: object, source: Source, relocate: Callable[[Loc], Loc] = tuple
) -> tuple[Model | None, list[Diagnostic]]:
    """Make a model from a file's data, or say everything that is wrong with it.

    Args:
        model: What the data should become.
        data: The file's plain data, as the model expects it.
        source: The file, for the places.
        relocate: Turns a path within `data` into the path within the file, where they differ.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        inner = {detail["loc"][:-1] for detail in details}
        found = [
            _diagnostic(model, detail, source, relocate)
            for detail in details
            if detail["type"] != "too_short" or detail["loc"] not in inner
        ]
        return None, sorted(found, key=lambda each: each.order)


def _diagnostic(
    model: type[BaseModel], detail: "ErrorDetails", source: Source, relocate: Callable[[Loc], Loc]
) -> Diagnostic:
    loc = relocate(detail["loc"])
    field = str(loc[-1]) if loc else ""
    kind = detail["type"]
    if kind == "extra_forbidden":
        return unknown_field(source, loc, _siblings(model, detail["loc"]))
    if kind == "missing":
        hint = f"add `{field}: ...`{_purpose(model, detail['loc'])}"
        return Diagnostic(source.locate(loc), "missing-field", f"`{field}` is missing", hint)
    place = source.locate(loc)
    name = ".".join(str(step) for step in loc if isinstance(step, str))
    if kind in {"string_too_short", "too_short"} or detail["input"] == "":
        hint = "write a value, or delete the line if the field is optional"
        return Diagnostic(place, "empty-value", f"`{name}` is empty", hint)
    if kind in _TYPES:
        message = f"`{name}` takes {_TYPES[kind]}, not {_what(detail['input'])}"
        return Diagnostic(place, "wrong-type", message, _shape_hint(kind, loc))
    context = detail.get("ctx") or {}
    rule = kind if "-" in kind else "invalid-value"
    message = (
        detail["msg"]
        if "-" in kind
        else f"`{name}`: {detail['msg'][:1].lower()}{detail['msg'][1:]}"
    )
    return Diagnostic(place, rule, message, str(context.get("hint", "")))


def unknown_field(source: Source, loc: Loc, known: Iterable[str]) -> Diagnostic:
    """Say that a field is none of those known, and which was probably meant."""
    names = sorted(known)
    close = nearest(str(loc[-1]), names)
    hint = f"did you mean `{close}`?" if close else f"fields here: {', '.join(names)}"
    place = source.locate(loc, key=True)
    return Diagnostic(place, "unknown-field", f"there is no field `{loc[-1]}`", hint)


def _siblings(model: type[BaseModel], loc: Loc) -> Iterable[str]:
    owner = _model_at(model, loc[:-1])
    return owner.model_fields if owner else ()


def _purpose(model: type[BaseModel], loc: Loc) -> str:
    owner = _model_at(model, loc[:-1])
    field = owner.model_fields.get(str(loc[-1])) if owner else None
    return f" ({field.description.rstrip('.')})" if field and field.description else ""


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model that a path leads to, found through the fields' annotations."""
    owner: type[BaseModel] | None = model
    is_key = False
    for step in loc:
        if owner is None:
            return None
        if is_key or isinstance(step, int):
            is_key = False
            continue
        field = owner.model_fields.get(step)
        owner = _model_in(field.annotation) if field else None
        is_key = field is not None and get_origin(field.annotation) is Mapping
    return owner


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)


def _what(value: object) -> str:
    if isinstance(value, dict):
        return "fields"
    return "a list" if isinstance(value, list) else "text"


def _shape_hint(kind: str, loc: Loc) -> str:
    field = f"{loc[-1]}: " if loc and isinstance(loc[-1], str) else ""
    if kind == "tuple_type":
        return f"write `{field}[one, two]`"
    if kind == "string_type":
        return f'write `{field}"..."`, the text in one line'
    return ""
