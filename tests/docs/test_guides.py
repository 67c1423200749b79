"""What the pages name is there: files, anchors, goals, commands, options, levels."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from awesome_heads import project
from awesome_heads.cli import cli
from awesome_heads.views import build_site
from tests.docs.guides import ADDING, DOCS, FENCE, GUIDES, ROOT, anchors, code_of, read
from tests.test_imports import LEVELS

LINK = re.compile(r"\]\((?P<markdown>[^()\s]+)\)|\b(?:href|src|srcset)=\"(?P<html>[^\"]+)\"")
GOAL = re.compile(r"^(?P<goal>[a-z]+):.*?(?:## (?P<about>.+))?$", re.MULTILINE)
CALL = re.compile(r"awesome-heads((?: +[^\s`#|>]+)+)")


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
            found = command.get_command(click.Context(command), word)
            if found is None:
                yield word
                return
            command = found


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


def test_form_on_the_site_is_where_the_pages_say() -> None:
    """The address of the form is that of a page of this list's site."""
    built = project.load(ROOT)[0]
    assert built is not None
    assert "contribute/index.html" in {
        page.path for page in build_site(built.config, built.library)
    }
    address = f"{built.config.base_url}contribute/"
    assert all(f"({address})" in read(page) for page in (ADDING, ROOT / "CONTRIBUTING.md"))


def test_levels_are_those_of_the_imports() -> None:
    """The table of levels names every module at the level that the imports are held to."""
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", read(ROOT / "docs/architecture.md"), re.MULTILINE)
    shown = {name: int(level) for level, names in rows for name in re.findall(r"`(\w+)`", names)}
    package = ROOT / "src" / "awesome_heads"
    modules = {
        path.stem for path in package.iterdir() if not path.name.startswith(("_", "py.typed"))
    }
    assert shown == {name: LEVELS[name] for name in modules}


def test_readme_opens_with_how_to_build_and_test() -> None:
    """Before its first section, the README says how to build the list and how to test it."""
    opening = read(ROOT / "README.md").partition("\n## ")[0]
    assert "`make site`" in opening
    assert "`make test`" in opening
