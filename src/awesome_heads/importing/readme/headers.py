"""What the header of a table's column means."""

from collections.abc import Collection, Mapping

from awesome_heads.importing.questions import field_of
from awesome_heads.importing.readme.kinds import word_kind
from awesome_heads.text import fold

# Headers beyond those that the form for a new paper knows.
_HEADERS: Mapping[str, str] = {
    "abstract": "summary",
    "authors & affiliations": "authors",
    "category": "tags",
    "categories": "tags",
    "conf": "venue",
    "conference/journal": "venue",
    "description": "summary",
    "key idea": "summary",
    "keywords": "tags",
    "link(s)": "links",
    "links": "links",
    "month": "date",
    "name": "title",
    "paper & summary": "title",
    "papers": "title",
    "pub": "venue",
    "pub.": "venue",
    "publication": "venue",
    "resources": "links",
    "time": "date",
    "title & authors": "title",
    "tl;dr": "summary",
    "tldr": "summary",
    "topic": "tags",
    "topics": "tags",
    "venue & year": "venue",
    "venue/publication": "venue",
    "where": "venue",
    "year": "date",
}


def meaning_of(header: str, tag_words: Collection[str]) -> str:
    """The field of a record that a column holds; empty where the header names none.

    Args:
        header: The header.
        tag_words: What the list calls its tags, folded.
    """
    plain = fold(header.strip(" :*"))
    if plain in tag_words:
        return "tags"
    names = (plain, plain.removesuffix("s"))
    found = next((told for name in names if (told := _HEADERS.get(name) or field_of(name))), "")
    found = found or word_kind(plain) or ""
    if not found and any(sign in plain for sign in "/&"):
        parts = [part.strip() for part in plain.replace("&", "/").split("/") if part.strip()]
        if all(map(word_kind, parts)):
            return "links"
        return meaning_of(parts[0], tag_words) if parts else ""
    return found
