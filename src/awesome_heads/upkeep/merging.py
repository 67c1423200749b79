"""A paper found in somebody's file, merged into its record field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from awesome_heads.fields import PartialDate
from awesome_heads.importing.found import FoundPaper, FoundPublication
from awesome_heads.model import LINK_KINDS, Summary, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import fold
from awesome_heads.upkeep.drift import same_people
from awesome_heads.upkeep.matching import match_venue
from awesome_heads.upkeep.publication import letters, server
from awesome_heads.upkeep.sameness import names_of, same_text
from awesome_heads.upkeep.setting import inside, set_value, texts


@dataclass(frozen=True)
class Change:
    """One value of a record and the one that a file has for it.

    Attributes:
        loc: Its place in the record.
        old: What the record says; empty where it says nothing.
        new: What the file says; of a list that only grows, what is new.
        grows: Whether the value joins a list instead of replacing another.
    """

    loc: Loc
    old: object
    new: object
    grows: bool = False

    @property
    def field(self) -> str:
        """The field's name with those of the fields that hold it."""
        return ".".join(str(step) for step in self.loc)


@dataclass(frozen=True)
class Merge:
    """What became of a record.

    Attributes:
        source: The record as it is after the merge, or as it was.
        made: Changes that were made.
        kept: Differences in which the record was left as it is.
        failed: Changes that no edit of single lines can make.
        unknown: Venues and terms that no vocabulary has.
    """

    source: Source
    made: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    failed: tuple[Change, ...] = ()
    unknown: tuple[str, ...] = field(default=())


def merge(
    source: Source,
    found: FoundPaper,
    vocabularies: Mapping[str, Vocabulary],
    *,
    update: bool = False,
) -> Merge:
    """Fill in what a record lacks and a file knows; with `update`, replace what differs.

    Every change is an edit of its own lines, and is made only if the record then says what it
    said before but for that one value. Nothing is ever removed: of links and terms those that
    are new are added, and a title that is replaced is kept under `former_titles`.

    Args:
        source: The record.
        found: What the file says of the same paper.
        vocabularies: The list's vocabularies by name.
        update: Whether values that differ are replaced.
    """
    data, faults = source.read()
    if faults or not isinstance(data, dict):
        return Merge(source)
    reading = _Reading(data, vocabularies)
    made: list[Change] = []
    kept: list[Change] = []
    failed: list[Change] = []
    for change in reading.changes(found):
        if not update and (change.old or change.grows):
            kept.append(change)
            continue
        edited = set_value(source, change.loc, change.new)
        if edited is None:
            failed.append(change)
        else:
            source = edited
            made.append(change)
    return Merge(source, tuple(made), tuple(kept), tuple(failed), tuple(reading.unknown))


class _Reading:
    """What a record says, held against what a file says."""

    def __init__(self, data: Mapping[str, object], vocabularies: Mapping[str, Vocabulary]) -> None:
        self._data = data
        self._vocabularies = vocabularies
        self.unknown: list[str] = []

    def changes(self, found: FoundPaper) -> Iterator[Change]:
        """Every value that the file has and the record has not, or has otherwise."""
        later = self._publication(found)
        is_record_of = later is None or found.published is not None
        yield from self._title(found, later)
        if is_record_of:
            yield from self._date(found.date)
        yield from self._authors(found.authors)
        if is_record_of and found.venue:
            yield from self._text(("venue",), self._venue(found.venue))
        if later is not None:
            yield from self._published(later)
        yield from self._terms("tags", found.tags)
        for name in self._vocabularies:
            told = found.facts.get(name)
            if name not in {"tags", "venues"} and isinstance(told, list | tuple):
                yield from self._terms(name, [str(each) for each in told])
        yield from self._links(found, later)
        for name in Summary.model_fields:
            yield from self._text(("summary", name), found.summary.get(name, ""))
        for name in ("added", "abstract_url"):
            told = found.facts.get(name)
            yield from self._text((name,), told if isinstance(told, str) else "")

    def _publication(self, found: FoundPaper) -> FoundPublication | None:
        """The published version that the file tells of.

        An entry that knows nothing of the preprint tells of the publication alone.
        """
        if found.published is not None:
            return found.published
        venues = self._vocabularies["venues"]
        first = venues.by_name.get(str(self._data.get("venue") or ""))
        named, preprints = match_venue(found.venue, venues), server(venues)
        appeared = self._data.get("published") or (first is not None and first == preprints)
        if not appeared or not found.venue or (named and named in (preprints, first)):
            return None
        urls = [url for url in found.links.get("paper", ()) if not self._is_listed(url)]
        by_doi = [url for url in urls if found.doi and found.doi in url.lower()]
        url = next((each for each in urls if each not in by_doi), "")
        return FoundPublication(found.venue, found.date, found.doi, url, found.pages)

    def _is_listed(self, url: str) -> bool:
        listed = texts(inside(self._data, ("links", "paper")))
        return bool(names_of([url]) & names_of(listed))

    def _title(self, found: FoundPaper, later: FoundPublication | None) -> Iterator[Change]:
        published = inside(self._data, ("published", "title"))
        former = texts(self._data.get("former_titles"))
        old = str(self._data.get("title") or "")
        known = {letters(each) for each in (old, *texts(published), *former)}
        if letters(found.title) in known:
            return
        alone = later is not None and found.published is None
        loc: Loc = ("published", "title") if alone else ("title",)
        yield from self._text(loc, found.title)

    def _date(self, date: PartialDate | None) -> Iterator[Change]:
        """A month or a year that holds the record's day is no difference."""
        old = str(self._data.get("date") or "")
        if date is not None and date.day is not None and not old.startswith(str(date)):
            yield Change(("date",), old, str(date))

    def _authors(self, names: Sequence[str]) -> Iterator[Change]:
        old = texts(self._data.get("authors"))
        if names and not same_people(old, names):
            yield Change(("authors",), old, tuple(names))

    def _venue(self, said: str) -> str:
        venues = self._vocabularies["venues"]
        term = venues.by_name.get(said) or match_venue(said, venues)
        if term is None:
            self.unknown.append(f"the venue `{said}`")
            return ""
        old = venues.by_name.get(str(self._data.get("venue") or ""))
        # That a work is on the server as well says nothing against any other venue.
        return "" if old == term or (old and term == server(venues)) else term.name

    def _published(self, later: FoundPublication) -> Iterator[Change]:
        venues = self._vocabularies["venues"]
        term = venues.by_name.get(later.venue) or match_venue(later.venue, venues)
        listed = inside(self._data, ("published", "venue"))
        known = venues.by_name.get(str(listed or ""))
        if term is None:
            self.unknown.append(f"the venue `{later.venue}`")
        if not listed and (term is None or later.date is None):
            return
        date = str(later.date or "")
        told = inside(self._data, ("published", "date"))
        told = told if isinstance(told, str) else ""
        values = {
            "venue": term.name if term is not None and term != known else "",
            "date": "" if told.startswith(date) else date,
            "doi": later.doi,
            "url": later.url,
            "pages": later.pages,
            "title": later.title,
        }
        if not listed:
            given = {name: value for name, value in values.items() if value}
            yield Change(("published",), None, given)
            return
        for name, value in values.items():
            yield from self._text(("published", name), value)

    def _text(self, loc: Loc, new: str) -> Iterator[Change]:
        old = inside(self._data, loc)
        told = old if isinstance(old, str) else ""
        if new and not same_text(told, new):
            yield Change(loc, told, new)

    def _terms(self, name: str, said: Sequence[str]) -> Iterator[Change]:
        """Terms that the record does not name; words that are no terms are only keywords."""
        vocabulary = self._vocabularies[name]
        folded = {fold(each): term for each, term in vocabulary.by_name.items()}
        old = {
            folded[fold(each)].name for each in texts(self._data.get(name)) if fold(each) in folded
        }
        empty = not texts(self._data.get(name))
        for word in said:
            term = folded.get(fold(word))
            if term is None:
                self.unknown.append(f"the {vocabulary.singular} `{word}`")
            elif term.name not in old:
                old.add(term.name)
                yield Change((name,), None, term.name, grows=not empty)

    def _links(self, found: FoundPaper, later: FoundPublication | None) -> Iterator[Change]:
        links = self._data.get("links")
        elsewhere = [text for text in (later.url, later.doi) if text] if later else []
        elsewhere += [
            text
            for name in ("url", "doi")
            for text in texts(inside(self._data, ("published", name)))
        ]
        for kind in LINK_KINDS:
            listed = texts(links.get(kind)) if isinstance(links, dict) else ()
            known = names_of((*listed, *(elsewhere if kind == "paper" else ())))
            for url in found.links.get(kind, ()):
                if not names_of([url]) & known:
                    known |= names_of([url])
                    yield Change(("links", kind), None, url, grows=bool(listed))
