"""What two sites are made of: files and bytes of each kind, whatever the two call their files."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

Counts = Mapping[str, tuple[int, int]]

# A long list goes on at page-2/ with us, at page/2/ with Hugo; our downloads, in papers-2.
_FURTHER = r"(?:page[-/]\d+/)?"
_PAPERS = r"papers(?:-\d+)?\.(?:bib|csl\.json|ris|csv|json)"
# The first that matches a path tells its kind.
_KINDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"papers/[^/]+/index\.html", "pages of papers"),
        (r"api/papers/.*|papers/[^/]+/record\.json", "records of papers (JSON)"),
        (r"papers/[^/]+/.*", "citations of papers (BibTeX, CSL-JSON, RIS)"),
        (rf"(?:tags|venues)/[^/]+/{_FURTHER}index\.html", "pages of tags and venues"),
        (rf"years/[^/]+/{_FURTHER}index\.html", "pages of years"),
        (rf"(?:tags|venues)/[^/]+/{_PAPERS}", "downloads of tags and venues"),
        (rf"years/[^/]+/{_PAPERS}", "downloads of years"),
        (r"(?:tags/[^/]+/)?feed\..*", "feeds of the list and of tags (Atom, JSON Feed)"),
        (r"(?:authors|letters)/.*index\.html", "pages of authors"),
        (rf"authors/[^/]+/{_PAPERS}", "downloads of authors"),
        (_PAPERS, "downloads of the whole list"),
        (r"search/rows/.*|search/cite/.*", "rows and citations for the search"),
        (r"search/.*", "what the search looks through"),
        (r"(?:api|data)/.*", "API"),
        (r"(?i:readme).*\.md|assets/.*", "README and its pictures"),
        (r"static/.*", "styles and scripts, copied"),
        (r"(?:statistics|contribute)/.*", "statistics, form for a new paper"),
        (r"\.awesome-heads.*", "what was written, for the next build"),
    )
)

_OTHERS = "home, finder, indexes, site map and others"


def kind_of(path: str) -> str:
    """The kind of a file, by its path in the site."""
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(path)), _OTHERS)


def counted(folder: Path, beside: Iterable[Path] = ()) -> dict[str, tuple[int, int]]:
    """Files and bytes of each kind in a folder, and of some files that stand elsewhere."""
    made: dict[str, list[int]] = defaultdict(list)
    for file in folder.rglob("*"):
        if file.is_file():
            made[kind_of(file.relative_to(folder).as_posix())].append(file.stat().st_size)
    for file in beside:
        made["README and its pictures"].append(file.stat().st_size)
    return {kind: (len(sizes), sum(sizes)) for kind, sizes in sorted(made.items())}
