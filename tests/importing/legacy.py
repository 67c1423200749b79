"""A list as the READMEs of old wrote it, one function a form."""

import html
from collections.abc import Iterable, Sequence

from awesome_heads.escapes import escape_markdown, link_target
from awesome_heads.model import Paper

SHIELD = "https://img.shields.io/badge"
_KINDS = {"paper": "Paper", "code": "Code", "data": "Data", "demo": "Demo", "project": "Project"}
_BADGES = {
    "code": "GitHub-Code-brightgreen?logo=github",
    "data": "GitHub-Data-brightgreen?logo=github",
    "project": "Git-Page-black?logo=internet-explorer",
    "demo": "Demo-View-purple?logo=internet-explorer",
}


def shield(text: str, space: str) -> str:
    """A text as a part of a badge's address."""
    escaped = text.replace("-", "--").replace("_", "__").replace("%", "%25")
    return escaped.replace(" ", space)


def bullets(papers: Iterable[Paper]) -> str:
    """Bullets: tags as badges, title, venue and year, links in double brackets."""
    return "\n\n".join(["# A Made-Up List", "Newest first.", *map(_bullet, papers)]) + "\n"


def _bullet(paper: Paper) -> str:
    tags = " ".join(f"![]({SHIELD}/{shield(tag, '%20')}-blue)" for tag in paper.tags)
    links = " ".join(f"[[{_KINDS[kind]}]({link_target(url)})]" for kind, url in paper.links.pairs())
    venue = f"{escape_markdown(paper.venue)} {paper.date.year}"
    return f"* {tags} {escape_markdown(paper.title)}. {venue}. {links}"


def tables(papers: Sequence[Paper], *, folded: bool) -> str:
    """HTML tables, one a year: two rows a paper."""
    years = sorted({paper.date.year for paper in papers}, reverse=True)
    parts = ["# A Made-Up List"]
    for year in years:
        rows = [_html_rows(paper) for paper in papers if paper.date.year == year]
        table = "\n".join(["<table>", _HEADER, *rows, "</table>"])
        name = f"<strong>Year {year}</strong>"
        opened = f"<details>\n<summary>{name}</summary>\n\n{table}\n</details>"
        parts.append(opened if folded else f"{name}\n\n{table}")
    return "\n\n".join(parts) + "\n"


_HEADER = """\
  <tr>
    <td><strong>Date</strong></td>
    <td><strong>Paper & Summary</strong></td>
    <td><strong>Tags</strong></td>
    <td><strong>Links</strong></td>
  </tr>"""


def _html_rows(paper: Paper) -> str:
    tags = "".join(
        f'<img src="{SHIELD}/{shield(tag, "_")}-blue" alt="{html.escape(tag)} Badge">'
        for tag in paper.tags
    )
    links = "\n".join(_html_link(paper, *pair) for pair in paper.links.pairs())
    said = (paper.summary.innovation, paper.summary.tasks, paper.summary.result)
    lines = "<br>\n".join(f"      \u2022 {html.escape(line)}" for line in said)
    return f"""\
  <tr>
    <td rowspan="2" style="width: 15%;">{paper.date}</td>
    <td style="width: 55%;"><strong>{html.escape(paper.title)}</strong></td>
    <td>{tags}</td>
    <td>{links}</td>
  </tr>
  <tr>
    <td colspan="3">
{lines}
    </td>
  </tr>"""


def _html_link(paper: Paper, kind: str, url: str) -> str:
    badge = _BADGES.get(kind, f"{shield(paper.venue, '_')}-Paper-%23D2691E")
    return f'<a href="{url}"><img src="{SHIELD}/{badge}" alt="Badge"></a>'


def pipes(papers: Iterable[Paper]) -> str:
    """A Markdown table with a column for each field."""
    head = "| Date | Title | Authors | Venue | Code/Link(s) | Tags |\n|---|---|---|---|---|---|"
    return "\n".join(["# A Made-Up List", "", head, *map(_pipe, papers)]) + "\n"


def _pipe(paper: Paper) -> str:
    pairs = [(kind, url) for kind, url in paper.links.pairs() if kind != "paper"]
    cells = [
        str(paper.date),
        f"**[{escape_markdown(paper.title)}]({link_target(paper.links.paper[0])})**",
        ", ".join(map(escape_markdown, paper.authors)),
        escape_markdown(paper.venue),
        " / ".join(f"[{_KINDS[kind]}]({link_target(url)})" for kind, url in pairs),
        ", ".join(map(escape_markdown, paper.tags)),
    ]
    return f"| {' | '.join(cells)} |"


def links(papers: Sequence[Paper]) -> str:
    """Items with a linked title, below a heading for each tag."""
    parts = ["# A Made-Up List"]
    for tag in dict.fromkeys(tag for paper in papers for tag in paper.tags):
        items = [_item(paper) for paper in papers if paper.tags[0] == tag]
        parts += [f"## {escape_markdown(tag)}", "\n".join(items)]
    return "\n\n".join(parts) + "\n"


def _item(paper: Paper) -> str:
    title = f"[{escape_markdown(paper.title)}]({link_target(paper.links.paper[0])})"
    authors = ", ".join(map(escape_markdown, paper.authors))
    pairs = [(kind, url) for kind, url in paper.links.pairs() if kind != "paper"]
    rest = " ".join(f"[[{kind}]({link_target(url)})]" for kind, url in pairs)
    return f"- {title}, {authors}, {escape_markdown(paper.venue)} {paper.date.year}. {rest}"
