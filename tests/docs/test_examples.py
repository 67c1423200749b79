"""What the pages say works: records parse, the smallest list builds, links and commands exist."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import click
import pytest

from awesome_heads.cli import cli, run
from awesome_heads.records import Source, parse_paper

ROOT = Path(__file__).parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
GUIDES = [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
OWN_LIST = ROOT / "docs" / "own-list.md"
FURTHER_FIELDS = ("methods", "benchmarks", "models")

FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
NAMED_FILE = re.compile(
    r"^`(?P<path>[\w./-]+)`\n\n```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\]\((?P<markdown>[^()\s]+)\)|\b(?:href|src|srcset)=\"(?P<html>[^\"]+)\"")
ANCHOR = re.compile(r"<a id=\"([^\"]+)\">")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
GOAL = re.compile(r"^(?P<goal>[a-z]+):.*?(?:## (?P<about>.+))?$", re.MULTILINE)
CALL = re.compile(r"awesome-heads((?: +[^\s`#|>]+)+)")


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


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


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


def broken_links(page: Path) -> Iterator[str]:
    """Relative links of a page that lead to no file, or to no anchor of it."""
    for found in LINK.finditer(re.sub(r"`[^`\n]+`", "", FENCE.sub("", read(page)))):
        link = found["markdown"] or found["html"]
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / unquote(name)).resolve() if name else page
        if ROOT not in (target, *target.parents):
            # A page of the repository on GitHub, seen from the page of the file.
            if not re.fullmatch(r"\.\./\.\./(issues|new)/[\w/-]+", link):
                yield link
        elif not target.exists() or (anchor and anchor not in anchors(target)):
            yield link


@cache
def goals() -> Mapping[str, str]:
    """The Makefile's goals, each with its comment."""
    text = read(ROOT / "Makefile")
    return {found["goal"]: found["about"] or "" for found in GOAL.finditer(text)}


def unknown_words(words: list[str]) -> Iterator[str]:
    """Commands and options of a call that the program does not have."""
    command: click.Command = cli
    for word in words:
        if word.startswith("-"):
            context = click.Context(command, help_option_names=["-h", "--help"])
            known = {name for each in command.get_params(context) for name in each.opts}
            if word.partition("=")[0] not in known:
                yield word
        elif isinstance(command, click.Group):
            if word not in command.commands:
                yield word
                return
            command = command.commands[word]


@pytest.mark.parametrize("example", complete_records(), ids=lambda example: example.name)
def test_record_example_parses(example: Example) -> None:
    """A record that a page shows in full is accepted as it stands."""
    source = Source("papers/2031/example.yaml", example.text.encode())
    paper, problems = parse_paper(source, FURTHER_FIELDS)
    assert problems == []
    assert paper is not None


def test_pages_show_complete_records() -> None:
    """A newcomer finds a whole record where papers, fields and lists of one's own are explained."""
    pages = {example.page for example in complete_records()}
    assert {"CONTRIBUTING.md", "record.md", "own-list.md"} <= pages


def test_contributing_example_uses_terms_of_this_list(tmp_path: Path) -> None:
    """The record to paste builds in this list, so that what is left of it is no mistake."""
    example = next(each for each in complete_records() if each.page == "CONTRIBUTING.md")
    for folder in ("taxonomy", "papers"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for name in ("list.yaml", "CITATION.bib"):
        shutil.copy(ROOT / name, tmp_path)
    write(tmp_path, {"papers/2025/lantern-heads.yaml": example.text})
    assert run(["build", "--root", str(tmp_path)]) == 0


def test_smallest_list_builds(tmp_path: Path) -> None:
    """The files of the smallest list, copied from the page, make a README and a site."""
    smallest = read(OWN_LIST).partition("## The smallest list")[2].partition("\n## ")[0]
    write(tmp_path, files_of(smallest))
    assert run(["build", "--root", str(tmp_path)]) == 0
    assert "Warm Fields" in read(tmp_path / "README.md")
    assert (tmp_path / "site" / "papers" / "warm-fields" / "index.html").is_file()


def test_smallest_list_takes_the_further_settings_and_templates(tmp_path: Path) -> None:
    """Settings and templates that the page adds later work together, and no anchor is missing."""
    files = files_of(read(OWN_LIST))
    added = [
        example.text
        for example in examples(OWN_LIST)
        if example.text.startswith(("readme:", "earlier:"))
    ]
    files["list.yaml"] += "".join(added)
    write(tmp_path, files)
    assert run(["build", "--root", str(tmp_path)]) == 0
    readme = tmp_path / "README.md"
    assert "Awesome Kite Papers now holds 1 paper." in read(readme)
    assert len(added) == 2
    links = re.findall(r"\]\(#([^)]+)\)", read(readme))
    assert set(links) <= anchors(readme)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Each relative link leads to a file, and its anchor exists there."""
    assert list(broken_links(page)) == []


def test_index_names_every_page() -> None:
    """Every page of docs/ can be reached from its index."""
    index = read(ROOT / "docs" / "README.md")
    assert [page.name for page in DOCS if page.name != "README.md" and page.name not in index] == []


@pytest.mark.parametrize("page", [*GUIDES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_make_goals_exist(page: Path) -> None:
    """Whatever a page tells to make, the Makefile has."""
    named = set(re.findall(r"^\s*make ([a-z]+)\b", code_of(page), re.MULTILINE))
    assert named <= goals().keys()


def test_make_help_lists_every_goal() -> None:
    """`make help` shows each goal with what it does."""
    make = shutil.which("make")
    assert make is not None
    shown = subprocess.run([make, "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = dict(re.findall(r"^  ([a-z]+) +(.+)$", shown.stdout, re.MULTILINE))
    assert listed == goals()
    phony = re.search(r"^\.PHONY: (.+)$", read(ROOT / "Makefile"), re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) == goals().keys()


@pytest.mark.parametrize("page", [*GUIDES, ROOT / "CHANGELOG.md"], ids=lambda page: page.name)
def test_commands_and_options_exist(page: Path) -> None:
    """Whatever a page calls `awesome-heads` with, the program takes."""
    for call in CALL.findall(code_of(page)):
        words = [word for word in call.split() if re.fullmatch(r"-{0,2}[a-z][\w=./-]*", word)]
        assert list(unknown_words(words)) == [], f"awesome-heads{call}"


def test_invented_command_and_option_would_be_noticed() -> None:
    """The check of calls is not blind: what the program lacks is named."""
    assert list(unknown_words(["fly"])) == ["fly"]
    assert list(unknown_words(["build", "--fly", "--out", "there"])) == ["--fly"]


def test_readme_opens_with_how_to_build_and_test() -> None:
    """Before its first section, the README says how to build the list and how to test it."""
    opening = read(ROOT / "README.md").partition("\n## ")[0]
    assert "`make site`" in opening
    assert "`make test`" in opening
