"""Papers as CSL-JSON items, after the schema of https://citationstyles.org (version 1.0.2)."""

from awesome_heads.formats.citation import Citation
from awesome_heads.formats.layout import format_object
from awesome_heads.formats.names import Name

# `article` is a preprint to the styles; what appeared in a place of unknown kind is a document.
_TYPES = {
    "proceedings": "paper-conference",
    "journal": "article-journal",
    "preprint": "article",
    "post": "post-weblog",
}


def format_item(cited: Citation) -> str:
    """Write one item of the array that a CSL-JSON file is."""
    on_server = cited.form == "preprint"
    number = f"arXiv:{cited.arxiv}" if on_server and cited.arxiv else ""
    facts: dict[str, object] = {
        "id": cited.key,
        "type": _TYPES.get(cited.form, "document"),
        "title": cited.title,
        "author": [_name(name) for name in cited.names],
        "issued": {"date-parts": [[part for part in cited.date if part is not None]]},
        "container-title": "" if on_server else cited.container,
        "genre": "Preprint" if on_server else "",
        "publisher": cited.venue if on_server else "",
        "number": number,
        "page": cited.pages,
        "DOI": cited.doi,
        "URL": cited.url,
    }
    return format_object({name: value for name, value in facts.items() if value})


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}
