"""Papers as biblatex entries, with the types and fields of its manual (chapter 2)."""

from awesome_heads.formats.citation import Citation
from awesome_heads.formats.tex import (
    format_fields,
    tex_address,
    tex_names,
    tex_pages,
    tex_text,
    tex_title,
)

# The type of entry, and the field that names where the work appeared.
_ENTRIES = {
    "proceedings": ("inproceedings", "booktitle"),
    "journal": ("article", "journaltitle"),
    "preprint": ("online", "organization"),
    "post": ("online", "organization"),
}


def format_biblatex_entry(cited: Citation) -> str:
    """Write one entry, with a line end."""
    kind, place = _ENTRIES.get(cited.form, ("misc", "howpublished"))
    # What is on arXiv says so in fields of its own.
    told_by_eprint = cited.form == "preprint" and cited.arxiv
    fields = {
        "title": tex_title(cited.title),
        "author": tex_names(cited.names),
        place: "" if told_by_eprint else tex_text(cited.container),
        "date": str(cited.date),
        "pages": tex_pages(cited.pages),
        "doi": tex_address(cited.doi),
        "url": tex_address(cited.url),
        "eprint": cited.arxiv,
        "eprinttype": "arxiv" if cited.arxiv else "",
        "eprintclass": cited.category,
    }
    return format_fields(kind, cited.key, fields)
