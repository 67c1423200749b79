"""Papers as BibTeX entries, after https://www.bibtex.org/Format/ and arXiv's own fields."""

from collections.abc import Iterable

from awesome_heads.formats.citation import Citation, citation_of
from awesome_heads.formats.keys import citation_keys
from awesome_heads.formats.tex import (
    format_fields,
    tex_address,
    tex_names,
    tex_pages,
    tex_text,
    tex_title,
)
from awesome_heads.library import Library
from awesome_heads.model import Paper

_ENTRIES = {"proceedings": ("inproceedings", "booktitle"), "journal": ("article", "journal")}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def format_bibtex(papers: Iterable[Paper], library: Library) -> str:
    """Write entries for papers in their order, a blank line between them."""
    keys = citation_keys(library.papers)
    return "\n".join(format_entry(citation_of(each, keys[each.id], library)) for each in papers)


def format_entry(cited: Citation) -> str:
    """Write one entry, with a line end."""
    kind, place = _ENTRIES.get(cited.form, ("misc", "howpublished"))
    # What is on arXiv says so in fields of its own.
    told_by_eprint = cited.form == "preprint" and cited.arxiv
    fields = {
        "title": tex_title(cited.title),
        "author": tex_names(cited.names),
        place: "" if told_by_eprint else tex_text(cited.container),
        "year": str(cited.date.year),
        "month": _MONTHS[cited.date.month - 1] if cited.date.month else "",
        "pages": tex_pages(cited.pages),
        "doi": tex_address(cited.doi),
        "url": tex_address(cited.url),
        "eprint": cited.arxiv,
        "archivePrefix": "arXiv" if cited.arxiv else "",
        "primaryClass": cited.category,
    }
    return format_fields(kind, cited.key, fields, bare="month")
