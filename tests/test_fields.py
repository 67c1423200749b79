"""The kinds of text that a field may hold."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from awesome_heads.fields import (
    Day,
    Frozen,
    PartialDate,
    Slug,
    SomeDate,
    Text,
    WebAddress,
    WebAddresses,
)


class _Value(Frozen):
    name: Text = "x"


def _refusal(kind: TypeAdapter[Any], value: object) -> ErrorDetails:
    with pytest.raises(ValidationError) as caught:
        kind.validate_python(value)
    (error,) = caught.value.errors()
    return error


def test_frozen_values_do_not_change() -> None:
    """A value read from YAML cannot be altered afterwards."""
    value = _Value(name="a")
    with pytest.raises(ValidationError, match="frozen"):
        value.name = "b"  # type: ignore[misc]


def test_frozen_values_are_closed() -> None:
    """A field that nobody declared is refused."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        _Value.model_validate({"nam": "a"})


def test_text_is_stripped() -> None:
    """White space around a text is no part of it."""
    assert TypeAdapter(Text).validate_python("  a  b \n") == "a  b"


@pytest.mark.parametrize("value", ["", "  ", "\n"])
def test_text_is_not_empty(value: str) -> None:
    """A text without a letter is refused."""
    assert _refusal(TypeAdapter(Text), value)["type"] == "string_too_short"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", PartialDate(2024)),
        ("2024-05", PartialDate(2024, 5)),
        ("2024-05-28", PartialDate(2024, 5, 28)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0999", PartialDate(999)),
    ],
)
def test_partial_date_reads_three_shapes(text: str, date: PartialDate) -> None:
    """A year, a month and a day are read, and written as they were."""
    assert PartialDate.parse(text) == date
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-5",
        "2024-13",
        "2023-02-29",
        "2024-05-32",
        "0000",
        "2024-05-28T00:00",
        " 2024",
        "2024\n",
        "٢٠٢٤",
        "2024/05",
    ],
)
def test_partial_date_refuses_the_rest(text: str) -> None:
    """What is no year, month or day of the calendar is refused."""
    with pytest.raises(ValueError, match=r"^"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2024-00", "2024-05-00", "2024-00-01"])
def test_partial_date_refuses_zeros(text: str) -> None:
    """There is no month zero and no day zero."""
    with pytest.raises(ValueError, match=r"^"):
        PartialDate.parse(text)


@given(st.dates())
def test_partial_date_reads_every_day(date: dt.date) -> None:
    """Every day of the calendar is read, and written as it was."""
    assert PartialDate.parse(date.isoformat()) == (date.year, date.month, date.day)
    assert str(PartialDate.parse(date.isoformat())) == date.isoformat()


def test_day_is_read() -> None:
    """A day is written as year, month and day."""
    assert TypeAdapter(Day).validate_python("2024-02-29") == dt.date(2024, 2, 29)


def test_day_may_be_a_date_already() -> None:
    """A date of the calendar stays what it is."""
    assert TypeAdapter(Day).validate_python(dt.date(2024, 2, 29)) == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["2024", "2024-05", "2023-02-29", "20240528", "2024-5-28", "28.05.2024", "1716854400"]
)
def test_day_refuses_the_rest(text: str) -> None:
    """What is no day of the calendar is refused, with the shape to write instead."""
    error = _refusal(TypeAdapter(Day), text)
    assert error["type"] == "bad-date"
    assert error["msg"] == f"`{text}` is not a day of the calendar"
    assert error["ctx"]["hint"] == "write year-month-day, such as 2024-04-24"


def test_day_is_no_list() -> None:
    """A list in a date's place is pydantic's to refuse."""
    assert _refusal(TypeAdapter(Day), ["2024-05-28"])["type"] == "date_type"


def test_some_date_is_read() -> None:
    """A date that is partly known is read."""
    assert TypeAdapter(SomeDate).validate_python("2024-05") == PartialDate(2024, 5)


def test_some_date_may_be_one_already() -> None:
    """A partial date stays what it is."""
    assert TypeAdapter(SomeDate).validate_python(PartialDate(2024)) == PartialDate(2024)


def test_some_date_is_written_as_text() -> None:
    """A partial date is serialised in the shape it was read in."""
    assert TypeAdapter(SomeDate).dump_json(PartialDate(2024, 5)) == b'"2024-05"'


def test_some_date_refuses_the_rest() -> None:
    """What is no year, month or day is refused, with the shapes to write instead."""
    error = _refusal(TypeAdapter(SomeDate), "spring")
    assert error["type"] == "bad-date"
    assert error["msg"] == "`spring` is not a year, a month or a day"
    assert error["ctx"]["hint"] == "write 2024, 2024-05 or 2024-05-28"


def test_some_date_is_no_list() -> None:
    """A list in a date's place is pydantic's to refuse."""
    assert _refusal(TypeAdapter(SomeDate), ["2024"])["type"] == "is_instance_of"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org/a?b=c&d=%20#e",
        "HTTPS://EXAMPLE.ORG/",
        "https://user@example.org:8080/",
        "https://[::1]/",
        "https://example.org/tête(1)",
    ],
)
def test_web_address_is_kept(url: str) -> None:
    """A whole web address is kept as it was typed."""
    assert TypeAdapter(WebAddress).validate_python(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "mailto:ada@example.org",
        "https://",
        "https:///path",
        "https://user@/",
        "https://[::1",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org/\u2003a",
        "https://example.org/<b>",
        'https://example.org/"',
        "https://example.org/`",
        "https://example.org/\\",
        "https://example.org/^",
        "https://example.org/{a}",
        "https://example.org/a|b",
        "https://example.org/\x7f",
        "https://example.org/\x00",
    ],
)
def test_web_address_refuses_the_rest(url: str) -> None:
    """What is no whole web address is refused, with an example of one."""
    error = _refusal(TypeAdapter(WebAddress), url)
    assert error["type"] == "bad-url"
    assert error["msg"] == f"`{url}` is not a web address"
    assert error["ctx"]["hint"].startswith("write the whole address")


@given(
    st.sampled_from(("http://", "https://", "HTTP://", "http:/", "ftp://")),
    st.text(":/.?#@[]%-a1\u00e9<\\", max_size=12),
)
def test_a_web_address_has_a_host_and_no_sign_that_must_be_escaped(start: str, rest: str) -> None:
    """The short way for plain addresses takes none that the standard library reads otherwise."""
    url = f"{start}{rest}"
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    try:
        TypeAdapter(WebAddress).validate_python(url)
        accepted = True
    except ValidationError:
        accepted = False
    assert accepted == (sound and not {"<", "\\"} & {*url})


def test_web_addresses_may_be_one() -> None:
    """A single address stands for a list of one."""
    assert TypeAdapter(WebAddresses).validate_python("https://example.org") == (
        "https://example.org",
    )


def test_web_addresses_may_be_several() -> None:
    """Several addresses keep their order."""
    urls = ["https://example.org/b", "https://example.org/a"]
    assert TypeAdapter(WebAddresses).validate_python(urls) == tuple(urls)


@pytest.mark.parametrize("text", ["a", "a-paper", "2024-heads", " a "])
def test_slug_is_kept(text: str) -> None:
    """Lower-case words joined by hyphens are a slug."""
    assert TypeAdapter(Slug).validate_python(text) == text.strip()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("A Paper", "write `a-paper`"),
        ("a--paper", "write `a-paper`"),
        ("a_paper", "write `a-paper`"),
        ("../a", "write `a`"),
        ("...", "write `letters-and-digits`"),
    ],
)
def test_slug_refuses_the_rest(text: str, hint: str) -> None:
    """What is no slug is refused, with the slug to write instead."""
    error = _refusal(TypeAdapter(Slug), text)
    assert error["type"] == "bad-slug"
    assert error["msg"] == f"`{text}` is not lower-case words joined by hyphens"
    assert error["ctx"]["hint"] == hint
