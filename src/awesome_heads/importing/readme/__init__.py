"""A list's README, in Markdown and HTML, as the papers that stand in it."""

from collections.abc import Mapping

from awesome_heads.importing.found import Found, LeftRow
from awesome_heads.importing.readme.document import read_document
from awesome_heads.importing.readme.facts import Terms
from awesome_heads.importing.readme.walk import Walk
from awesome_heads.model import Vocabulary

__all__ = ["parse_readme"]


def parse_readme(data: bytes, vocabularies: Mapping[str, Vocabulary]) -> Found:
    """Find every row: items of lists, and rows of tables in HTML or with pipes.

    Args:
        data: The README.
        vocabularies: The list's vocabularies by name; `tags` and `venues` among them.
    """
    tags = vocabularies["tags"]
    walk = Walk(Terms.of(vocabularies), (tags.title, tags.singular))
    walk.visit(read_document(_text(data)))
    aside: tuple[LeftRow, ...] = tuple(walk.aside)
    return Found(tuple(walk.papers), aside=aside)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
