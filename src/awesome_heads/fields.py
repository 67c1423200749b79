"""The kinds of text that a field may hold, with what is said of any other text."""

import datetime as dt
import re
from typing import Annotated, NamedTuple, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from awesome_heads.text import SLUG, slugify

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# A page's files are named after it, and no system takes names of more than 255 bytes.
_LONGEST_SLUG = 200
_NOT_IN_ADDRESS = r"\s<>\"\\^`{|}\x00-\x1f\x7f"
# What most addresses look like: a host of plain letters, and neither a user nor a port.
_PLAIN_ADDRESS = re.compile(rf"https?://[a-z0-9.-]+(?:[/?#][^{_NOT_IN_ADDRESS}]*)?")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Frozen(BaseModel):
    """A value read from YAML: immutable, and closed to fields that nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class _PartialDate(NamedTuple):
    year: int
    month: int | None = None
    day: int | None = None


class PartialDate(_PartialDate):
    """A date known to the year, the month or the day."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024`, `2024-05` or `2024-05-28`; anything else raises ValueError."""
        found = _PARTIAL_DATE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        month, day = (int(part) if part else None for part in found.groups()[1:])
        dt.date(int(found[1]), 1 if month is None else month, 1 if day is None else day)
        return cls(int(found[1]), month, day)

    def __str__(self) -> str:
        """Write the date as it was read."""
        known = [part for part in self if part is not None]
        return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(known))


def _refusal(rule: str, message: str, text: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError(rule, message, {"text": text, "hint": hint})


def _parse_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        if _ISO_DATE.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise _refusal(
        "bad-date",
        "`{text}` is not a day of the calendar",
        value,
        "write year-month-day, such as 2024-04-24",
    )


def _parse_partial_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise _refusal(
            "bad-date",
            "`{text}` is not a year, a month or a day",
            value,
            "write 2024, 2024-05 or 2024-05-28",
        ) from error


def _web_address(text: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
        sound = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        sound = None
    if not sound or re.search(f"[{_NOT_IN_ADDRESS}]", text):
        raise _refusal(
            "bad-url",
            "`{text}` is not a web address",
            text,
            "write the whole address, such as https://arxiv.org/abs/2404.15574",
        )
    return text


def _slug(text: str) -> str:
    if len(text) > _LONGEST_SLUG:
        message = f"`{{text}}` has more than {_LONGEST_SLUG} characters"
        raise _refusal("bad-slug", message, text, f"write `{slugify(text)}`")
    if not SLUG.fullmatch(text):
        raise _refusal(
            "bad-slug",
            "`{text}` is not lower-case words joined by hyphens",
            text,
            f"write `{slugify(text) or 'letters-and-digits'}`",
        )
    return text


def _one_or_several(value: object) -> object:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[
    Text,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG.pattern}$", "maxLength": _LONGEST_SLUG}),
]
Day = Annotated[
    dt.date,
    BeforeValidator(_parse_day),
    WithJsonSchema({"type": "string", "pattern": f"^{_ISO_DATE.pattern}$"}),
]
SomeDate = Annotated[
    PartialDate,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.is_instance_schema(
            PartialDate, serialization=core_schema.to_string_ser_schema()
        )
    ),
    BeforeValidator(_parse_partial_date),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}){0,2}$", "minimum": 1000}
    ),
]
_ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://[^\\s]+$"}
WebAddress = Annotated[Text, AfterValidator(_web_address), WithJsonSchema(_ADDRESS)]
WebAddresses = Annotated[
    tuple[WebAddress, ...],
    BeforeValidator(_one_or_several),
    WithJsonSchema({"anyOf": [_ADDRESS, {"type": "array", "items": _ADDRESS, "minItems": 1}]}),
]
