"""Papers found in somebody's file as new records, with a TODO for what the file does not tell."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import Identifier, parse_doi
from awesome_heads.importing.found import FoundPaper, FoundPublication
from awesome_heads.importing.terms import Names
from awesome_heads.model import LINK_KINDS, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.places import RECORDS
from awesome_heads.records.source import LARGEST_RECORD
from awesome_heads.references import parse_reference
from awesome_heads.text import slugify
from awesome_heads.upkeep.drafts import SUMMARY_HINTS, Draft, free_id, in_comment
from awesome_heads.upkeep.matching import match_venue
from awesome_heads.upkeep.publication import in_yaml, server

# arXiv has numbered by month since then.
_FIRST_ARXIV_MONTH = PartialDate(2007, 4)
_LAST_MONTH = 12


@dataclass(frozen=True)
class FoundDraft:
    """A record made of a found paper.

    Attributes:
        draft: Its text and its place.
        unknown: Names that stand in it and in no vocabulary, each with the vocabulary's name.
    """

    draft: Draft
    unknown: tuple[tuple[str, str], ...] = ()


def identifiers_of(paper: FoundPaper) -> Iterator[Identifier]:
    """Everything that tells which paper it is."""
    published = paper.published
    dois = (paper.doi, published.doi if published else "")
    for text in (*paper.links.get("paper", ()), *(f"doi:{doi}" for doi in dois if doi)):
        found = parse_reference(text)
        if found is not None:
            yield found


def draft_found(
    paper: FoundPaper,
    vocabularies: Mapping[str, Vocabulary],
    ids: Collection[str],
    today: dt.date,
    *,
    linkless: bool = False,
) -> FoundDraft | str:
    """Write a new record, or tell why the row can be none.

    Args:
        paper: What was found.
        vocabularies: The list's vocabularies by name; `tags` and `venues` among them.
        ids: Ids that are taken.
        today: The day it joins the list.
        linkless: Whether a paper may lack the link to it, which is then to be filled in.
    """
    paper = _with_paper_link(paper)
    why = _refusal(paper, linkless=linkless)
    if why:
        return why
    writing = _Writing(vocabularies)
    date = _finer(paper)
    lines = [
        f"title: {in_yaml(paper.title)}",
        _date_line(paper, date),
        *_author_lines(paper.authors),
        *writing.venue_lines(paper),
        f"added: {paper.facts.get('added') or today}",
        writing.tag_line(paper.tags),
        *_fact_lines(paper.facts, vocabularies),
        *([f"bibtex_key: {in_yaml(paper.key)}"] if paper.key else []),
        *_link_lines(paper.links),
        *_summary_lines(paper.summary),
        *(f"# Also said there: {in_comment(each)}" for each in paper.left),
    ]
    slug = free_id(slugify(str(paper.facts.get("id") or paper.title)), ids)
    year = date.year if date else today.year
    draft = Draft(f"{RECORDS}/{year:04}/{slug}.yaml", "\n".join(lines) + "\n")
    if not _is_yaml(draft):
        return "it holds signs that no record can keep, or is too long"
    return FoundDraft(draft, tuple(writing.unknown))


def _refusal(paper: FoundPaper, *, linkless: bool) -> str:
    if not paper.title:
        return "it has no title"
    if not slugify(paper.title):
        return "its title has no letter and no digit"
    if not paper.links.get("paper") and not linkless:
        others = ", ".join(kind for kind in LINK_KINDS if paper.links.get(kind))
        return "it has no link to the paper" + (f", only to: {others}" if others else "")
    return ""


def _with_paper_link(paper: FoundPaper) -> FoundPaper:
    """The paper with its DOI among its links, unless that is kept elsewhere."""
    doi = parse_doi(paper.doi)
    if doi is None or (paper.published and paper.published.doi):
        return paper
    links = paper.links.get("paper", ())
    if any(parse_reference(url) == doi for url in links):
        return paper
    return replace(paper, links={**paper.links, "paper": (*links, doi.url)})


def _finer(paper: FoundPaper) -> PartialDate | None:
    """The date as told; where no month is told, that of the paper's number at arXiv."""
    if paper.date is not None and paper.date.month is not None:
        return paper.date
    months = [month for each in identifiers_of(paper) if (month := _arxiv_month(each))]
    return months[0] if months else paper.date


def _arxiv_month(identifier: Identifier) -> PartialDate | None:
    number = identifier.value.partition(".")[0]
    if identifier.scheme != "arxiv" or not number.isdecimal():
        return None
    month = PartialDate(2000 + int(number[:2]), int(number[2:]))
    known = month >= _FIRST_ARXIV_MONTH and 1 <= int(number[2:]) <= _LAST_MONTH
    return month if known else None


def _date_line(paper: FoundPaper, date: PartialDate | None) -> str:
    if date is None:
        return "date: # TODO: not known; write the day of the first version"
    if date.day is not None:
        return f"date: {date}"
    source = "the file says" if date == paper.date else "its number at arXiv is of"
    first = dt.date(date.year, date.month or 1, 1)
    return f"date: {first} # TODO: {source} {date}; write the day of the first version"


def _author_lines(authors: Sequence[str]) -> Iterator[str]:
    if authors:
        yield "authors:"
        yield from (f"  - {in_yaml(author)}" for author in authors)
    else:
        yield "# TODO: the authors are not known; add `authors:` or delete this line"


def _fact_lines(
    facts: Mapping[str, object], vocabularies: Mapping[str, Vocabulary]
) -> Iterator[str]:
    """What only a list's own export tells; of terms, those of vocabularies that are here."""
    for name in ("abstract_url", "former_ids", "former_titles", *vocabularies):
        told = facts.get(name)
        if isinstance(told, str):
            yield f"{name}: {in_yaml(told)}"
        elif isinstance(told, list | tuple):
            yield f"{name}:"
            yield from (f"  - {in_yaml(str(each))}" for each in told)


def _link_lines(links: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield "links:"
    if not links.get("paper"):
        yield "  paper: # TODO: where it is read"
    for kind in LINK_KINDS:
        urls = links.get(kind, ())
        if len(urls) == 1:
            yield f"  {kind}: {in_yaml(urls[0])}"
        elif urls:
            yield f"  {kind}:"
            yield from (f"    - {in_yaml(url)}" for url in urls)


def _summary_lines(summary: Mapping[str, str]) -> Iterator[str]:
    yield "summary:"
    for name, hint in SUMMARY_HINTS.items():
        said = summary.get(name, "")
        yield f"  {name}: {in_yaml(said)}" if said else f"  {name}: # TODO: {hint}"


class _Writing:
    """Writes what the vocabularies have names for, and notes which names they lack."""

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._venues = vocabularies["venues"]
        self._venue_names, self._tags = Names(self._venues), Names(vocabularies["tags"])
        self.unknown: list[tuple[str, str]] = []

    def venue_lines(self, paper: FoundPaper) -> Iterator[str]:
        """The venue, and where the paper appeared after that."""
        if paper.venue:
            yield f"venue: {in_yaml(self._venue(paper.venue))}"
        elif any(each.scheme == "arxiv" for each in identifiers_of(paper)) and server(self._venues):
            yield "venue: arXiv"
        else:
            yield "venue: # TODO: not known; a name from taxonomy/venues.yaml"
        if paper.published is not None:
            yield from self._published_lines(paper.published)

    def _published_lines(self, published: FoundPublication) -> Iterator[str]:
        yield "published:"
        said = in_yaml(self._venue(published.venue)) if published.venue else "# TODO: where"
        yield f"  venue: {said}"
        yield f"  date: {published.date}" if published.date else "  date: # TODO: when"
        for name in ("doi", "url", "pages", "title"):
            value = getattr(published, name)
            if value:
                yield f"  {name}: {in_yaml(value)}"

    def _venue(self, said: str) -> str:
        term = self._venue_names.find(said) or match_venue(said, self._venues)
        if term is None:
            self.unknown.append(("venues", said))
        return term.name if term else said

    def tag_line(self, said: Sequence[str]) -> str:
        """The tags in brackets."""
        if not said:
            return "tags: [] # TODO: one or more names from taxonomy/tags.yaml"
        names = []
        for each in said:
            term = self._tags.find(each)
            if term is None:
                self.unknown.append(("tags", each))
            names.append(term.name if term else each)
        written: str = yaml.safe_dump(
            list(dict.fromkeys(names)), default_flow_style=True, allow_unicode=True, width=1 << 20
        )
        return f"tags: {written.strip()}"


def _is_yaml(draft: Draft) -> bool:
    data, diagnostics = Source(draft.path, draft.text.encode()).read(LARGEST_RECORD)
    return isinstance(data, dict) and not diagnostics
