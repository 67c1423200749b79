"""The text of an issue as papers, each with the answers that it gives.

The text is whatever a stranger sent: it is cut to size, cleaned of what cannot be seen, and every
answer stays text until a draft is made of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from awesome_heads.escapes import one_line
from awesome_heads.importing.links import Link, find_links, kind_of, read_links
from awesome_heads.importing.markdown import Answer, read_answers
from awesome_heads.importing.questions import SEVERAL, SUMMARY
from awesome_heads.importing.wording import clean
from awesome_heads.model import LINK_KINDS
from awesome_heads.text import count, fold, words_in

# What GitHub itself allows, and more papers than anyone describes in one go.
LARGEST_BODY = 65_536
MOST_PAPERS = 20

_NOTHING = {"no response", "none", "n/a", "na", "?", "", "unknown", "tbd", "todo"}
_LONGEST = {"title": 500, "date": 200, "venue": 300, "other_venue": 300}
# A link on the title is to the paper.
_ASKED = {"title": "paper"}
# So few words beside links only lead up to them.
_FEW_WORDS = 4
_BULLET = re.compile(r"^[-*+\u2022]\s+")


@dataclass(frozen=True)
class IssuePaper:
    """A paper as somebody described it.

    Attributes:
        line: Where its description begins, counted from 1.
        answers: Text by field; a field without an answer is not there.
        links: Addresses by kind.
        unread: What belongs to no field, with its line.
    """

    line: int
    answers: Mapping[str, str]
    links: Mapping[str, tuple[str, ...]]
    unread: tuple[Answer, ...] = ()

    def completed(self, known: Mapping[str, str]) -> "IssuePaper":
        """The same with answers from elsewhere where it gives none itself."""
        more = {field: text for field, text in known.items() if text}
        return replace(self, answers=MappingProxyType(more | dict(self.answers)))


def parse_issue(body: str) -> tuple[list[IssuePaper], list[str]]:
    """Read the papers that an issue describes, in the form's layout or as free text.

    Returns:
        The papers, and sentences on what keeps the whole or a part from being read.
    """
    if len(body) > LARGEST_BODY:
        size = f"The text has {len(body):,} characters; {LARGEST_BODY:,} can be read."
        return [], [f"{size} Please send fewer papers at a time."]
    groups = _grouped(read_answers(clean(body)))
    papers = [_paper(group) for group in groups[:MOST_PAPERS]]
    papers = [paper for paper in papers if paper.answers or paper.links]
    if not papers:
        wanted = "`Title:`, `Tags:`, `Summary:`, or the headings of the form"
        return [], [f"No paper was found in the text. Please use the labels of the form: {wanted}."]
    if len(groups) > MOST_PAPERS:
        rest = count(len(groups) - MOST_PAPERS, "paper")
        return papers, [f"Left unread at the end: {rest}. Please send the rest separately."]
    return papers, []


def _grouped(answers: Sequence[Answer]) -> list[list[Answer]]:
    """Answers by paper: a new one begins where a title, or its first label, comes again."""
    groups: list[list[Answer]] = [[]]
    named: list[str] = []
    for answer in answers:
        if answer.field and answer.field in named and answer.field in {"title", named[0]}:
            groups.append([])
            named = []
        groups[-1].append(answer)
        if answer.field:
            named.append(answer.field)
    return groups


class _Gathering:
    """What is known of a paper while its answers are sorted."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self.unread: list[Answer] = []

    def take(self, answer: Answer) -> None:
        """Sort one answer."""
        if answer.field == "promise" or _is_nothing(answer):
            return
        if answer.field in LINK_KINDS or answer.field == "links":
            found, left = read_links(answer.text)
            self._take_links(answer, found, left)
        elif answer.field in {"", "title"}:
            found, words = find_links(answer.text)
            heard = answer.field or (found and words_in(words) <= _FEW_WORDS)
            self._take_links(answer, found, "" if heard else words)
            if answer.field:
                self._take_text(answer, words)
        elif answer.field == "summary":
            self._take_summary(answer)
        else:
            self._take_text(answer, answer.text)

    def _take_text(self, answer: Answer, text: str) -> None:
        plain = text if answer.field in SEVERAL else _unwrapped(one_line(text))
        known = self.texts.get(answer.field)
        if len(plain) > _LONGEST.get(answer.field, LARGEST_BODY) or (
            known and answer.field not in SEVERAL
        ):
            self.unread.append(answer)
        elif plain.strip():
            self.texts[answer.field] = f"{known}\n{plain}" if known else plain

    def _take_links(self, answer: Answer, found: Sequence[Link], left: str) -> None:
        unsorted = []
        for link in found:
            kind = kind_of(link, _ASKED.get(answer.field, answer.field))
            if kind is None:
                unsorted.append(link.url)
            elif link.url not in self.links.setdefault(kind, []):
                self.links[kind].append(link.url)
        rest = one_line(" ".join([left, *unsorted]))
        if any(sign.isalnum() for sign in rest):
            self.unread.append(answer._replace(text=rest))

    def _take_summary(self, answer: Answer) -> None:
        """Three lines without labels are the three parts in their order; links may stand below."""
        lines = []
        for line in answer.text.split("\n"):
            found, words = find_links(line)
            if found and not words.strip():
                self._take_links(answer._replace(field=""), found, "")
            elif line.strip():
                lines.append(line)
        if len(lines) == len(SUMMARY):
            for field, line in zip(SUMMARY, lines, strict=True):
                self._take_text(Answer(field, line, answer.line), line)
        elif lines:
            self.unread.append(answer)


def _paper(answers: Sequence[Answer]) -> IssuePaper:
    gathering = _Gathering()
    for answer in answers:
        gathering.take(answer)
    return IssuePaper(
        next((answer.line for answer in answers if answer.field), 1),
        MappingProxyType(gathering.texts),
        MappingProxyType({kind: tuple(urls) for kind, urls in gathering.links.items()}),
        tuple(gathering.unread),
    )


def _is_nothing(answer: Answer) -> bool:
    """Whether an answer says that there is none; a title may be the word `None`."""
    text = fold(answer.text).strip(" .-*")
    return text == "no response" if answer.field == "title" else text in _NOTHING


def _unwrapped(text: str) -> str:
    """A text without a bullet before it, and without the quotes or brackets around all of it."""
    text = _BULLET.sub("", text).strip()
    for first, last in ('""', "''", "[]", ("**", "**")):
        inner = text[len(first) : -len(last)]
        whole = text.startswith(first) and text.endswith(last) and len(text) > 2 * len(first)
        if whole and first not in inner and last not in inner:
            return inner.strip()
    return text
