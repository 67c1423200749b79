"""Every field that the files of a list have, by its path in the models: `links.paper[]`."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

# A group lies in a group; deeper ones are filled no differently.
_DEEPEST = 2


def leaves(model: type[BaseModel], above: tuple[type[BaseModel], ...] = ()) -> Iterator[str]:
    """The path of every field, those of models within it included, that holds no further one."""
    for name, field in model.model_fields.items():
        for path in _leaves(field.annotation, (*above, model)):
            yield f"{name}{path}"


def _leaves(kind: Any, above: tuple[type[BaseModel], ...]) -> Iterator[str]:  # noqa: ANN401 -- an annotation may be anything
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from _leaves(inner[0], above)
    elif origin in {Union, UnionType}:
        for each in inner:
            yield from _leaves(each, above) if each is not type(None) else ()
    elif origin is tuple:
        yield from (f"[]{path}" for path in _leaves(inner[0], above))
    elif origin is Mapping:
        yield from (f"{{key}}{path}" for path in _leaves(inner[0], above))
        yield from (f"{{}}{path}" for path in _leaves(inner[1], above))
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        if above.count(kind) < _DEEPEST:
            yield from (f".{path}" for path in leaves(kind, above))
    elif origin is Literal or isinstance(kind, type):
        yield ""
    else:
        message = f"no way to fill {kind}"
        raise TypeError(message)


def values(value: object) -> Iterator[tuple[str, str]]:
    """Every text in a value of the models, with its path as `leaves` has it."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from ((f"{name}{path}", text) for path, text in _within(getattr(value, name)))


def _within(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        yield from ((f".{path}", text) for path, text in values(value))
    elif isinstance(value, str):
        yield "", value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield "{key}", key
            yield from ((f"{{}}{path}", text) for path, text in _within(each))
    elif isinstance(value, tuple):
        for each in value:
            yield from ((f"[]{path}", text) for path, text in _within(each))
