"""What a citation says of a paper, before any format: which version, where, when, by whom.

Citations follow the published version of a preprint, which stays named by its arXiv id, or the
first version where that is preferred.
"""

import re
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from awesome_heads.fields import PartialDate
from awesome_heads.formats.names import Name, parse_name
from awesome_heads.identifiers import parse_url
from awesome_heads.library import Library
from awesome_heads.model import Paper

Prefer = Literal["published", "preprint"]

# What the property `kind` of a venue makes of the works that appeared there.
_FORMS = {
    "conference": "proceedings",
    "workshop": "proceedings",
    "journal": "journal",
    "preprint": "preprint",
    "post": "post",
}
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")


class Citation(NamedTuple):
    """A paper as it is cited; what the record does not say is empty.

    Attributes:
        key: Unique within the list.
        form: `proceedings`, `journal`, `preprint`, `post`, or empty where the venue does not say.
        venue: Name of the venue in short.
        container: Its full name.
        pages: Pages in the volume, such as `12-34`.
        doi: DOI without `https://doi.org/`.
        addresses: Where any version is found, the cited one first, each once.
        arxiv: Id on arXiv, without version.
        category: arXiv's name for the field of research, where the id carries it.
        pdf: Address of a version as a PDF, where one is known.
        keywords: The paper's tags.
    """

    key: str
    form: str
    title: str
    names: tuple[Name, ...]
    venue: str
    container: str
    date: PartialDate
    pages: str
    doi: str
    addresses: tuple[str, ...]
    arxiv: str
    category: str
    pdf: str
    keywords: tuple[str, ...]

    @property
    def url(self) -> str:
        """Where the cited version is read."""
        return self.addresses[0]


def citation_of(paper: Paper, key: str, library: Library) -> Citation:
    """Gather what a citation says."""
    later = paper.published
    venue = library.vocabularies["venues"].by_name[later.venue if later else paper.venue]
    arxiv = _arxiv(paper)
    addresses = tuple(dict.fromkeys((*_later_url(paper), *paper.links.paper)))
    return Citation(
        key=key,
        form=_FORMS.get(venue.properties.get("kind", ""), ""),
        title=(later and later.title) or paper.title,
        names=tuple(parse_name(author) for author in paper.authors),
        venue=venue.name,
        container=venue.properties.get("full_name", venue.name),
        date=later.date if later else PartialDate(*paper.date.timetuple()[:3]),
        pages=_DASHES.sub("-", later.pages) if later and later.pages else "",
        doi=_doi(paper),
        addresses=addresses,
        arxiv=arxiv,
        category=_category(arxiv),
        pdf=next(filter(None, map(pdf_of, addresses)), ""),
        keywords=tuple(term.name for term in library.terms_of(paper, "tags")),
    )


def first_citation_of(paper: Paper, key: str, library: Library) -> Citation:
    """Gather what a citation of the first version says, whatever appeared later.

    What is on arXiv appeared there first: the record's date is that of its first public version.
    """
    cited = citation_of(paper.model_copy(update={"published": None}), key, library)
    if not cited.arxiv:
        return cited
    addresses = tuple(sorted(cited.addresses, key=lambda url: not _is_on_arxiv(url)))
    first = cited._replace(doi="", addresses=addresses, pdf=pdf_of(addresses[0]))
    if cited.form == "preprint":
        return first
    return first._replace(form="preprint", venue="arXiv", container="arXiv")


def _is_on_arxiv(url: str) -> bool:
    found = parse_url(url)
    return found is not None and found.scheme == "arxiv"


def _arxiv(paper: Paper) -> str:
    """A paper's id on arXiv, if one of its addresses names it."""
    found = (parse_url(url) for url in paper.links.paper)
    return next((each.value for each in found if each and each.scheme == "arxiv"), "")


def _doi(paper: Paper) -> str:
    """The DOI of the version to cite: as the record states it, or as that version's address does.

    The DOI of a preprint is none of the version that followed it.
    """
    later = paper.published
    if later and later.doi:
        return _RESOLVER.sub("", later.doi)
    found = (parse_url(url) for url in (_later_url(paper) if later else paper.links.paper))
    return next((each.value for each in found if each and each.scheme == "doi"), "")


def _category(arxiv: str) -> str:
    """The part of an old id before the slash, such as `cs` or `math.GT`; new ids have none."""
    archive, slash, _ = arxiv.partition("/")
    field, dot, part = archive.partition(".")
    return f"{field}{dot}{part.upper()}" if slash else ""


def _later_url(paper: Paper) -> tuple[str, ...]:
    return (paper.published.url,) if paper.published and paper.published.url else ()


def pdf_of(url: str) -> str:
    """Where the paper behind an address is had as PDF; empty where that is not known."""
    identifier = parse_url(url)
    if identifier is not None and identifier.pdf_url:
        return identifier.pdf_url
    return url if is_pdf(url) else ""


def is_pdf(url: str) -> bool:
    """Whether an address is that of a PDF."""
    return urlsplit(url).path.lower().endswith(".pdf")
