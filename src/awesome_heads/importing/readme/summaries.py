"""The lines of a summary in a cell, as inline Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt

from awesome_heads.importing.questions import SUMMARY, field_of
from awesome_heads.importing.readme.pieces import Piece, pieces_of
from awesome_heads.importing.readme.tree import Element

_DOT = "\u2022"
_MARKS = {"bold": "**", "italic": "*", "code": "`"}
_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|]")
_INLINE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_LABELS = {
    "new": "innovation",
    "tested on": "tasks",
    "task": "tasks",
    "found": "result",
    "key result": "result",
    "method": "innovation",
}


class Told(NamedTuple):
    """A cell taken apart.

    Attributes:
        before: Pieces before the first line of the summary.
        fields: The lines by the summary's fields.
        left: Lines for which there is no field.
    """

    before: list[Piece]
    fields: dict[str, str]
    left: list[str]


def split_summary(cell: Element, *, whole: bool = False) -> Told:
    """The lines of a summary: those behind bullet signs, or all of them where the cell is one."""
    pieces = pieces_of(cell)
    start = next((at for at, each in enumerate(pieces) if _DOT in each.text and not each.url), None)
    if start is None and not whole:
        return Told(pieces, {}, [])
    before = [] if start is None or whole else _up_to_dot(pieces, start)
    fields: dict[str, str] = {}
    left: list[str] = []
    for line in read_summary(cell) if whole else _lines(pieces[start or 0 :], dots=True):
        name, text = _labelled(line)
        free = [each for each in SUMMARY if each not in fields]
        if name in free:
            fields[name] = text
        elif not name and free:
            fields[free[0]] = line
        else:
            left.append(f"summary {line}")
    return Told(before, fields, left)


def read_summary(cell: Element) -> list[str]:
    """Every line of a cell: split at bullet signs if it has any, else at breaks."""
    pieces = [piece for piece in pieces_of(cell) if not piece.badges]
    return _lines(pieces, dots=any(_DOT in piece.text for piece in pieces)) or [""]


def read_labelled(line: Element) -> tuple[str, str]:
    """The field of a summary that a line's label names, and the rest of the line; else nothing."""
    return _labelled(" ".join(read_summary(line)))


def _up_to_dot(pieces: Sequence[Piece], start: int) -> list[Piece]:
    text = pieces[start].text.partition(_DOT)[0]
    return [*pieces[:start], pieces[start]._replace(text=text)]


def _lines(pieces: Sequence[Piece], *, dots: bool) -> list[str]:
    lines = [""]
    for part in _parts(pieces, dots=dots):
        if part is None:
            lines.append("")
        else:
            lines[-1] += part
    return [line for each in lines if (line := " ".join(each.split()))]


def _parts(pieces: Sequence[Piece], *, dots: bool) -> Iterator[str | None]:
    """Texts in Markdown, and None where a line ends."""
    begun = not dots
    for piece in pieces:
        if piece.is_break:
            yield " " if dots else None
            continue
        for number, text in enumerate(piece.text.split(_DOT) if dots else [piece.text]):
            if number:
                begun = True
                yield None
            if begun:
                yield _in_markdown(text, piece)


def _in_markdown(text: str, piece: Piece) -> str:
    inner = text.strip()
    if not inner:
        return text
    mark = _MARKS.get(piece.style, "")
    if mark == "`":
        written = inner if "`" in inner else f"`{inner}`"
    else:
        written = f"{mark}{as_markdown(inner)}{mark}"
    if piece.url.startswith(("http://", "https://")):
        written = (
            f"[{written}](<{piece.url}>)"
            if re.search(r"[()]", piece.url)
            else f"[{written}]({piece.url})"
        )
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{start}{written}{end}"


def as_markdown(text: str) -> str:
    """A plain text as inline Markdown that shows it; signs are escaped only where they act."""
    tokens = _INLINE.parseInline(text)[0].children or []
    if all(each.type in {"text", "softbreak"} for each in tokens):
        shown = "".join(each.content or "\n" for each in tokens)
        if shown == text:
            return text
    return _ACTIVE.sub(lambda sign: f"\\{sign[0]}", text)


def _labelled(line: str) -> tuple[str, str]:
    """The field that a label at a line's start names, and the text behind the label."""
    label, colon, text = line.partition(":")
    name = label.strip(" *_")
    if not colon or len(name.split()) > 3:  # noqa: PLR2004 -- the words of the longest label
        return "", line
    found = _LABELS.get(name.casefold()) or field_of(name) or ""
    return (found, text.strip(" *_")) if found in SUMMARY and text.strip(" *_") else ("", line)
