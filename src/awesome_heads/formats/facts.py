"""All that a list knows of a paper as plain values, terms by the names of their vocabularies."""

from collections.abc import Sequence

from awesome_heads.formats.citation import Citation
from awesome_heads.library import Library
from awesome_heads.model import LINK_KINDS, Paper


def vocabularies_of(library: Library) -> tuple[str, ...]:
    """Vocabularies whose terms papers name, `tags` first; venues are told as venues."""
    named = sorted(each.id for each in library.vocabularies.values() if each.on_records)
    return ("tags", *(name for name in named if name not in {"tags", "venues"}))


def facts_of(
    paper: Paper, cited: Citation, url: str, library: Library, vocabularies: Sequence[str]
) -> dict[str, object]:
    """The record's own facts, aliases resolved; what it does not say is left out.

    Args:
        paper: The record.
        cited: What its citations say.
        url: Address of its page.
        library: The list.
        vocabularies: Those to name terms of, each even where the paper names none.
    """
    facts: dict[str, object] = {
        "id": paper.id,
        "key": cited.key,
        "url": url,
        "title": paper.title,
        "date": paper.date.isoformat(),
        "added": paper.added.isoformat() if paper.added else "",
        "authors": list(paper.authors),
        "venue": venue_name(paper.venue, library),
        "published": _published(paper, library),
        "doi": cited.doi,
        "arxiv": cited.arxiv,
        "abstract_url": paper.abstract_url or "",
        "former_ids": list(paper.former_ids),
        "former_titles": list(paper.former_titles),
    }
    known = {name: value for name, value in facts.items() if value or name == "authors"}
    return known | {
        "terms": {
            name: [term.name for term in library.terms_of(paper, name)] for name in vocabularies
        },
        "links": {kind: list(urls) for kind in LINK_KINDS if (urls := getattr(paper.links, kind))},
        "summary": paper.summary.model_dump(),
    }


def venue_name(name: str, library: Library) -> str:
    """A venue's own name."""
    return library.vocabularies["venues"].by_name[name].name


def _published(paper: Paper, library: Library) -> dict[str, str]:
    later = paper.published
    if later is None:
        return {}
    facts = {
        "venue": venue_name(later.venue, library),
        "date": str(later.date),
        "title": later.title or "",
        "doi": later.doi or "",
        "url": later.url or "",
        "pages": later.pages or "",
    }
    return {name: value for name, value in facts.items() if value}
