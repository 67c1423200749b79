"""The page on formats: every format explained, with an example that a parser reads."""

import pytest

from awesome_heads.formats import EXPORTS, Format
from awesome_heads.formats.bibliography import MARKDOWN
from tests.docs.guides import FENCE
from tests.formats.parsers import read_file
from tools.pages import formats as page_of
from tools.pages.formats import formats, record

PAGE = formats()
each_format = pytest.mark.parametrize("style", EXPORTS, ids=lambda style: style.name)


def example_of(style: Format) -> str:
    """The first block of a format's section."""
    section = PAGE.partition(f"\n## {style.label}\n")[2].partition("\n## ")[0]
    found = FENCE.search(section)
    assert found, style.name
    return found["text"]


@each_format
def test_each_format_has_an_example_that_is_read(style: Format) -> None:
    """The example is a whole file of one paper, that of the record that the pages show."""
    text = example_of(style)
    published = record().published
    assert published is not None
    if style is MARKDOWN:
        assert text.startswith(f"- [{published.title}]({published.url}), Ines Example")
    else:
        (found,) = read_file(f"papers{style.suffix}", text.encode())
        assert (found.key, found.year) == ("example2024ferry", 2024)


@each_format
def test_each_format_has_a_row(style: Format) -> None:
    """The table names what to type, how files end and what they are served as."""
    (row,) = [line for line in PAGE.splitlines() if f" `{style.name}` |" in line]
    assert row.split(" | ")[1:4] == [
        f"`{each}`" for each in (style.name, style.suffix, style.media_type)
    ]


def test_format_without_explanation_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new format that nobody explained stops the page from being made, and is named."""
    monkeypatch.setattr(page_of, "NOTES", {})
    with pytest.raises(LookupError, match="bibtex is not explained"):
        formats()


def test_nothing_is_explained_that_cannot_be_exported() -> None:
    """Whatever has a note is a format."""
    assert page_of.NOTES.keys() == {style.name for style in EXPORTS}
