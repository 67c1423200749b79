"""Papers as bullets of Markdown, one line each, as most lists of papers write them."""

from awesome_heads.escapes import escape_markdown, link_target
from awesome_heads.formats.citation import Citation
from awesome_heads.model import Paper


def format_bullet(paper: Paper, cited: Citation) -> str:
    """Write one bullet, with a line end: title, authors, venue and year, further links."""
    place = f"{cited.venue} {cited.date.year}"
    told = ", ".join(map(escape_markdown, (*paper.authors, place)))
    further = [
        f" [[{kind}]({link_target(url)})]" for kind, url in paper.links.pairs() if kind != "paper"
    ]
    title = f"[{escape_markdown(cited.title)}]({link_target(cited.url)})"
    return f"- {title}, {told}.{''.join(further)}\n"
