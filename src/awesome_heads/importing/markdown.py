"""Markdown as answers: what stands under which label, and in which line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from awesome_heads.importing.questions import SEVERAL, field_of

# Blocks alone matter here. A line of hyphens parts papers, so it makes no heading of what is above.
_BLOCKS = MarkdownIt("commonmark").disable(["inline", "lheading", "reference"])
_MARKS = "*_`"
_BOX = re.compile(r"\[([ xX])\](?:\s+|$)")
_DEEPEST_FENCE = 3


class Answer(NamedTuple):
    """A text with the field that its label names, or `""`; lines count from 1."""

    field: str
    text: str
    line: int


class _Piece(NamedTuple):
    """A line of text; `start` tells a block, a list's item and a further line apart."""

    text: str
    line: int
    start: str


class _Section(NamedTuple):
    """What stands under a heading that names a field, or before the first one."""

    field: str
    first_line: int
    lines: Sequence[str]
    tokens: Sequence[Token]


def read_answers(text: str, first_line: int = 1, depth: int = 0) -> list[Answer]:
    """Read every labelled and unlabelled text of a Markdown document, in order.

    Args:
        text: The document.
        first_line: The number of its first line in the whole.
        depth: In how many fences it stands.
    """
    answers: list[Answer] = []
    for section in _sections(_BLOCKS.parse(text), text.split("\n")):
        line = first_line + max(section.first_line - 1, 0)
        if section.field in {"", "summary"}:
            answers += _Loose(Answer(section.field, "", line), first_line, depth).read(
                section.tokens
            )
        else:
            answers.append(Answer(section.field, _whole_answer(section), line))
    return answers


def _sections(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[_Section]:
    field, first, begun = "", 0, 0
    for place, token in enumerate(tokens):
        if token.type != "heading_open" or token.level or not token.map:
            continue
        named = field_of(tokens[place + 1].content.strip(f"{_MARKS} :"))
        if named is not None:
            yield _Section(field, first, lines[first : token.map[0]], tokens[begun:place])
            field, first, begun = named, token.map[1], place + 3
    yield _Section(field, first, lines[first:], tokens[begun:])


def _whole_answer(section: _Section) -> str:
    """The answer as it was typed, so that no sign at its start is taken for Markdown."""
    if len(section.tokens) == 1 and section.tokens[0].type == "fence":
        return section.tokens[0].content.strip()
    if section.field in SEVERAL:
        return "\n".join(piece.text for piece in _pieces(section.tokens, 1)).strip()
    return "\n".join(section.lines).strip()


def _pieces(tokens: Sequence[Token], first_line: int) -> Iterator[_Piece]:
    start = "block"
    for token in tokens:
        if token.type in {"list_item_open", "list_item_close"}:
            start = "item" if token.nesting == 1 else "block"
        elif token.type == "inline" and token.map:
            for place, line in enumerate(token.content.split("\n")):
                ticked = _ticked(line.strip())
                if ticked:
                    yield _Piece(ticked, first_line + token.map[0] + place, start)
                start = "line"
            start = "block"


def _ticked(line: str) -> str:
    """A line without its box; nothing where the box is empty."""
    box = _BOX.match(line)
    if box is None:
        return line
    return "" if box[1] == " " else line[box.end() :]


class _Loose:
    """Reads text in which labels stand before a colon."""

    def __init__(self, begun: Answer, first_line: int, depth: int) -> None:
        self._first_line, self._depth = first_line, depth
        self._answers: list[Answer] = []
        self._field, self._label_alone = begun.field, True
        self._lines: list[str] = []
        self._line = begun.line

    def read(self, tokens: Sequence[Token]) -> list[Answer]:
        """Every answer in some blocks."""
        waiting: list[Token] = []
        for token in tokens:
            if token.type in {"fence", "code_block"}:
                self._take_pieces(waiting)
                waiting = []
                self._take_code(token)
            elif token.type == "html_block":
                self._take_pieces(waiting)
                waiting = []
                self._take_html(token)
            else:
                waiting.append(token)
        self._take_pieces(waiting)
        self._close()
        return self._answers

    def _take_pieces(self, tokens: Sequence[Token]) -> None:
        for piece in _pieces(tokens, self._first_line):
            self._take(piece)

    def _take(self, piece: _Piece) -> None:
        label = split_label(piece.text)
        if label is not None:
            self._close()
            self._field, text = label
            self._lines, self._line = [text] if text else [], piece.line
            self._label_alone = not text
        elif self._goes_on(piece):
            self._lines.append(piece.text)
        else:
            self._close()
            self._field, self._label_alone = "", False
            self._lines, self._line = [piece.text], piece.line

    def _goes_on(self, piece: _Piece) -> bool:
        if piece.start == "line" or (self._field and not self._lines):
            return True
        listed = piece.start == "item" and (self._label_alone or self._field in SEVERAL)
        return self._field == "summary" or (bool(self._field) and listed)

    def _take_code(self, token: Token) -> None:
        start = self._first_line + (token.map[0] if token.map else 0)
        fenced = token.type == "fence"
        inner = (
            read_answers(token.content, start + fenced, self._depth + 1)
            if self._depth < _DEEPEST_FENCE
            else [Answer("", token.content, start)]
        )
        if self._field and not self._lines and not any(each.field for each in inner):
            self._lines += [each.text for each in inner]
            return
        self._close()
        self._field = ""
        self._answers += inner

    def _take_html(self, token: Token) -> None:
        start = self._first_line + (token.map[0] if token.map else 0)
        if token.content.lstrip().startswith("<!--"):
            return
        for place, line in enumerate(token.content.split("\n")):
            if line.strip() and not line.lstrip().startswith("<"):
                self._take(_Piece(line.strip(), start + place, "line" if place else "block"))

    def _close(self) -> None:
        if self._field or self._lines:
            self._answers.append(Answer(self._field, "\n".join(self._lines), self._line))
        self._lines = []


def split_label(line: str) -> tuple[str, str] | None:
    """A line's field and what follows its label; None where it begins with no label we know."""
    head, colon, rest = re.sub("\uff1a", ":", line, count=1).partition(":")
    mark = head[: len(head) - len(head.lstrip(_MARKS))]
    closed = bool(mark) and head.rstrip().endswith(mark)
    field = field_of(head.strip(f"{_MARKS} "))
    if field is None or not (colon or closed):
        return None
    if mark and not closed:
        rest = rest.lstrip().removeprefix(mark)
    return field, rest.strip()
