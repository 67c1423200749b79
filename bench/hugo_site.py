"""A list's records as a site of Hugo's, whose templates stand in `hugo/`.

Nothing of this is measured. Where Hugo's templates would have to take names apart or make citation
keys, the content brings them ready.
"""

import json
import shutil
from pathlib import Path

from awesome_heads.formats import Bibliography
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.views.author_index import ON_ONE_PAGE

TEMPLATES = Path(__file__).with_name("hugo")
BASE = "https://example.org/bench/"


def write_site(folder: Path, library: Library, static: Path) -> Path:
    """Write a site that Hugo builds; gives the folder back.

    Args:
        folder: Where to; it does not exist yet.
        library: The papers.
        static: Files that both sites have alike: styles and scripts.
    """
    shutil.copytree(TEMPLATES, folder)
    shutil.copytree(static, folder / "static/static")
    kept = Bibliography(library, BASE)
    by_letter = len({name for paper in library.papers for name in paper.authors}) > ON_ONE_PAGE
    for paper in library.papers:
        path = content_path(folder, paper.id)
        path.write_text(_content(paper, kept, by_letter=by_letter), encoding="utf-8")
    return folder


def content_path(folder: Path, paper: str) -> Path:
    """Where a paper's content stands."""
    return folder / f"content/papers/{paper}.md"


def _content(paper: Paper, kept: Bibliography, *, by_letter: bool) -> str:
    """A paper's fields, and its summary as Markdown."""
    cited = kept.citation(paper)
    summary = paper.summary
    fields = {
        "title": paper.title,
        "date": paper.date.isoformat(),
        "id": paper.id,
        "key": cited.key,
        "form": cited.form,
        "container": cited.container,
        "venues": [cited.venue],
        "years": [str(paper.date.year)],
        "tags": list(cited.keywords),
        "authors": list(paper.authors),
        "letters": sorted({name.surname[0] for name in cited.names}) if by_letter else [],
        "people": [{"family": name.family, "given": name.given} for name in cited.names],
        "paper": paper.links.paper[0],
        "code": paper.links.code[0],
        **summary.model_dump(),
    }
    lines = (
        f"{label}\n: {text}\n"
        for label, text in (
            ("New", summary.innovation),
            ("Tested on", summary.tasks),
            ("Found", summary.result),
        )
    )
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n\n" + "\n".join(lines)
