"""Papers as RIS records, with the tags and types that Zotero, EndNote and Mendeley share."""

from awesome_heads.escapes import one_line
from awesome_heads.formats.citation import Citation
from awesome_heads.formats.names import Name

_TYPES = {"proceedings": "CONF", "journal": "JOUR", "preprint": "UNPB", "post": "BLOG"}


def format_record(cited: Citation) -> str:
    """Write one record, with a line end.

    A conference is named twice: `T2` is its name to all readers, `C3` the title of its
    proceedings to those that tell the two apart.
    """
    start, _, end = cited.pages.partition("-")
    container = cited.venue if cited.form == "preprint" else cited.container
    tags = [
        ("TY", _TYPES.get(cited.form, "GEN")),
        ("ID", cited.key),
        ("TI", cited.title),
        *(("AU", _name(name)) for name in cited.names),
        ("PY", str(cited.date.year)),
        ("DA", _date(cited)),
        ("T2", container),
        ("C3", container if cited.form == "proceedings" else ""),
        ("SP", start),
        ("EP", end),
        ("DO", cited.doi),
        ("DB", "arXiv" if cited.arxiv else ""),
        ("AN", f"arXiv:{cited.arxiv}" if cited.arxiv else ""),
        ("UR", cited.url),
        ("L1", cited.pdf),
        *(("KW", word) for word in cited.keywords),
    ]
    lines = [f"{tag}  - {one_line(value)}\n" for tag, value in tags if value]
    return "".join(lines) + "ER  - \n"


def _name(name: Name) -> str:
    """Family name, given name, suffix; a body keeps no comma, which would part its name."""
    if name.literal:
        return name.literal.replace(",", "")
    if name.suffix:
        return f"{name.surname}, {name.given}, {name.suffix}"
    return f"{name.surname}, {name.given}" if name.given else name.surname


def _date(cited: Citation) -> str:
    """`YYYY/MM/DD/`, parts left empty that nobody knows."""
    year, month, day = (f"{part:02}" if part else "" for part in cited.date)
    return f"{year:>04}/{month}/{day}/"
