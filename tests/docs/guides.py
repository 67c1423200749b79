"""The pages that are written for people, and what stands in them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from awesome_heads.records import Source

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
GUIDES = [*DOCS, *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"))]
OWN_LIST = ROOT / "docs" / "own-list.md"
LANGUAGES = ROOT / "docs" / "languages.md"
ADDING = ROOT / "docs" / "adding-a-paper.md"
FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
NAMED_FILE = re.compile(
    r"^`(?P<path>[\w./-]+)`\n\n```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
ANCHOR = re.compile(r"<a id=\"([^\"]+)\">")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


class Example(NamedTuple):
    """A fenced block of a page."""

    page: str
    line: int
    language: str
    text: str

    @property
    def name(self) -> str:
        """Where it stands, for the report of a failure."""
        return f"{self.page}:{self.line}"


def read(path: Path) -> str:
    """A page's text."""
    return path.read_text(encoding="utf-8")


def examples(*pages: Path) -> Iterator[Example]:
    """Every fenced block of some pages."""
    for page in pages:
        text = read(page)
        for found in FENCE.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield Example(page.name, line, found["language"], found["text"])


def complete_records() -> list[Example]:
    """Blocks of YAML that are whole records."""
    found = []
    for example in examples(*DOCS, ROOT / "CONTRIBUTING.md"):
        if example.language == "yaml":
            data, _ = Source(example.name, example.text.encode()).read()
            if isinstance(data, dict) and {"title", "links", "summary"} <= data.keys():
                found.append(example)
    return found


def code_of(path: Path) -> str:
    """A page's fenced blocks and code spans, one a line."""
    text = read(path)
    spans = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", FENCE.sub("", text))
    return "\n".join([*(found["text"] for found in FENCE.finditer(text)), *spans])


def files_of(text: str) -> dict[str, str]:
    """Files that a page gives in full: the name in a line of its own, then the content."""
    return {found["path"]: found["text"] for found in NAMED_FILE.finditer(text)}


@cache
def anchors(path: Path) -> frozenset[str]:
    """Anchors of a page: those written out, and those that GitHub makes of headings."""
    text = read(path)
    seen: dict[str, int] = {}
    made = set(ANCHOR.findall(text))
    for heading in HEADING.findall(FENCE.sub("", text)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        made.add(f"{slug}-{seen[slug]}" if slug in seen else slug)
        seen[slug] = seen.get(slug, 0) + 1
    return frozenset(made)
