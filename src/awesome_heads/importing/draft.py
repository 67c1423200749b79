"""A described paper as a record, or as the questions that are still open."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from awesome_heads.importing.dates import read_day
from awesome_heads.importing.issue import IssuePaper
from awesome_heads.importing.people import read_authors
from awesome_heads.importing.questions import LABELS, OTHER, SUMMARY
from awesome_heads.importing.terms import Names
from awesome_heads.importing.wording import quote
from awesome_heads.model import Links, Paper, Summary, Vocabulary
from awesome_heads.records import Source, format_paper, parse_paper
from awesome_heads.records.places import RECORDS
from awesome_heads.text import fold, sentence_list, slugify, words_in

MOST_WORDS = 60
_MOST_TAGS = 40
_SUCH_AS = "such as `2024-04-24`"


@dataclass(frozen=True)
class Draft:
    """What became of a described paper.

    Attributes:
        title: Its title, empty where none was given.
        urls: Addresses of the work itself.
        missing: What has to be answered first, a sentence or two each.
        remarks: What was left out or could be better.
        paper: The paper, where nothing is missing.
        path: Its record's place in the list, made from the title alone.
        text: Its record's text.
    """

    title: str
    urls: tuple[str, ...]
    missing: tuple[str, ...]
    remarks: tuple[str, ...]
    paper: Paper | None = None
    path: str = ""
    text: str | None = None


def make_draft(
    given: IssuePaper,
    vocabularies: Mapping[str, Vocabulary],
    today: dt.date,
    taken: Collection[str] = (),
) -> Draft:
    """Make a record of a described paper, as far as it goes.

    Args:
        given: The description.
        vocabularies: The list's vocabularies by name; `tags` and `venues` among them.
        today: The day on which the paper joins the list.
        taken: Ids that other records have or had.
    """
    writing = _Writing(given, vocabularies)
    title, urls = given.answers.get("title", ""), given.links.get("paper", ())
    paper = writing.paper(today, taken)
    text = None
    if paper is not None:
        text = _record(paper)
        if text is None:
            writing.ask("The answers hold signs that no record can keep. Please type them anew.")
    missing, remarks = tuple(writing.missing), tuple(writing.remarks)
    if paper is None or text is None:
        return Draft(title, urls, missing, remarks)
    path = f"{RECORDS}/{paper.date.year:04}/{paper.id}.yaml"
    return Draft(title, urls, missing, remarks, paper, path, text)


def _record(paper: Paper) -> str | None:
    """The record's text, if reading it gives the paper back."""
    text = format_paper(paper)
    return text if parse_paper(Source(f"{paper.id}.yaml", text.encode()))[0] == paper else None


class _Writing:
    """Reads the answers one by one, and notes what to ask."""

    def __init__(self, given: IssuePaper, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._given = given
        self._tags, self._venues = Names(vocabularies["tags"]), Names(vocabularies["venues"])
        self.missing: list[str] = []
        self.remarks: list[str] = []

    def ask(self, *sentences: str) -> None:
        """Note what is missing."""
        self.missing.append(" ".join(sentences))

    def paper(self, today: dt.date, taken: Collection[str]) -> Paper | None:
        """The paper, or None where something had to be asked."""
        title = self._title()
        links, date, venue = self._links(), self._date(), self._venue()
        authors, tags, summary = self._authors(), self._tag_names(), self._summary()
        self.remarks += [
            f"Line {each.line} was left out: {quote(each.text)}" for each in self._given.unread[:5]
        ]
        if self.missing or not (date and venue and links and summary):
            return None
        try:
            return Paper(
                id=_free_id(slugify(title), taken),
                title=title,
                date=date,
                authors=authors,
                venue=venue,
                added=today,
                tags=tags,
                links=links,
                summary=Summary.model_validate(summary),
            )
        except ValidationError:
            self.ask("The answers make no valid record. Please look them over.")
            return None

    def _said(self, field: str) -> str:
        return self._given.answers.get(field, "").strip()

    def _title(self) -> str:
        title = self._said("title")
        if not title:
            self.ask("Please give the title, as it is printed on the paper.")
        elif not slugify(title):
            self.ask(f"The title {quote(title)} has no letter and no digit. Please complete it.")
        return title

    def _links(self) -> Links | None:
        if not self._given.links.get("paper"):
            example = "`https://arxiv.org/abs/2401.00000`"
            self.ask(f"Please give the link to the paper, such as {example}.")
            return None
        try:
            return Links.model_validate(dict(self._given.links))
        except ValidationError:
            self.ask("One of the links is no web address. Please write it whole.")
            return None

    def _date(self) -> dt.date | None:
        text = self._said("date") or self._said("venue")
        reading = read_day(text)
        if reading.sure:
            return reading.days[0]
        if not self._said("date"):
            first = "Please give the day on which the first version came out"
            self.ask(f"{first}, {_SUCH_AS}; on arXiv that is version 1.")
        elif reading.days:
            days = " or ".join(f"`{day}`" for day in reading.days)
            asked = f"The date {quote(text)} is easily misread; did you mean {days}?"
            self.ask(asked, "Please write it as year-month-day.")
        elif reading.coarse:
            asked = f"The date {quote(text)} does not name the day."
            self.ask(asked, f"Please give the day of the first version, {_SUCH_AS}.")
        else:
            self.ask(f"The date {quote(text)} could not be read. Please write it {_SUCH_AS[5:]}.")
        return None

    def _venue(self) -> str | None:
        text = self._said("venue")
        if not text or fold(text) == fold(OTHER):
            text = self._said("other_venue")
        term = self._venues.find_dated(text) if text else None
        if term is not None:
            return term.name
        file = "`taxonomy/venues.yaml`"
        if not text:
            self.ask(f"Please say where the paper appeared: `arXiv`, or another name in {file}.")
            return None
        self.ask(*_unknown("venue", text, self._venues.like(text), file))
        return None

    def _authors(self) -> tuple[str, ...]:
        text = self._said("authors")
        names = read_authors(text)
        if names is None:
            advice = "please write every full name, one a line, if they should be shown"
            self.remarks.append(f"The authors were left out: {advice}.")
        return names or ()

    def _tag_names(self) -> tuple[str, ...]:
        text = self._said("tags")
        names = list(self._tags.split(text))
        file = "`taxonomy/tags.yaml`"
        if not names:
            self.ask(f"Please name at least one tag; {file} lists them.")
        if len(names) > _MOST_TAGS:
            self.ask(f"There are {len(names)} tags. Please name the few that the paper is about.")
            return ()
        found = {name: self._tags.find(name) for name in names}
        for name, term in found.items():
            if term is None:
                self.ask(*_unknown("tag", name, self._tags.like(name), file))
        return tuple(dict.fromkeys(term.name for term in found.values() if term))

    def _summary(self) -> dict[str, str] | None:
        parts = {field: self._said(field) for field in SUMMARY}
        lacking = [field for field in SUMMARY if not parts[field]]
        if lacking:
            lines = [f"**{LABELS[field]}** ({purpose(field)})" for field in lacking]
            self.ask(f"Please add to the summary: {sentence_list(lines)}.")
            return None
        words = sum(words_in(part) for part in parts.values())
        if words > MOST_WORDS:
            size = f"The summary has {words} words; {MOST_WORDS} are the limit"
            self.remarks.append(f"{size} for its three lines together. Please shorten it.")
        return parts


def purpose(field: str) -> str:
    """What a line of the summary says, as part of a sentence."""
    said = Summary.model_fields[field].description or field
    return said[:1].lower() + said[1:].rstrip(".")


def _unknown(what: str, text: str, like: str | None, file: str) -> tuple[str, str]:
    known = f"There is no {what} {quote(text)} in {file} yet."
    if like:
        return known, f"Did you mean {quote(like)}? If not, please say here what it stands for."
    return known, "Please choose one from there, or say here what it stands for."


def _free_id(slug: str, taken: Collection[str]) -> str:
    """The slug, with a number behind it where another record has it."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free
