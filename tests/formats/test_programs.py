"""Files set by the programs of TeX that they are for, where those are on the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from awesome_heads.formats import Bibliography
from awesome_heads.formats.bibliography import BIBLATEX, BIBTEX
from awesome_heads.project import Project
from tests.builders import a_library, a_paper

each_list = pytest.mark.parametrize("name", ["small", "real"])


@pytest.fixture
def listed(name: str, request: pytest.FixtureRequest) -> Project:
    """The list of that name."""
    project = request.getfixturevalue(name)
    assert isinstance(project, Project)
    return project


def ran(folder: Path, *command: str) -> str:
    """What a program says that ends well."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not on this machine")
    ended = subprocess.run(
        [program, *command[1:]], cwd=folder, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def set_by_bibtex(folder: Path, style: str, text: str) -> tuple[list[str], bytes]:
    """What BibTeX warns of, and the bibliography that it makes of a file in a style."""
    (folder / "papers.bib").write_text(text, encoding="utf-8")
    commands = ("relax", "citation{*}", f"bibstyle{{{style}}}", "bibdata{papers}")
    (folder / "text.aux").write_text("".join(f"\\{each}\n" for each in commands))
    said = ran(folder, "bibtex", "text").splitlines()
    warned = [line for line in said if line.startswith("Warning")]
    return warned, (folder / "text.bbl").read_bytes()


@each_list
@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt", "abbrv"])
@pytest.mark.parametrize("in_ascii", [False, True])
def test_bibtex_sets_every_entry(
    listed: Project, style: str, tmp_path: Path, *, in_ascii: bool
) -> None:
    """BibTeX has nothing to warn of but authors that the list does not know."""
    kept = Bibliography(listed.library, listed.config.base_url, in_ascii=in_ascii)
    papers = listed.library.papers
    warned, made = set_by_bibtex(tmp_path, style, kept.file(papers, BIBTEX))
    unknown = {kept.keys[paper.id] for paper in papers if not paper.authors}
    assert [line for line in warned if line.rpartition(" ")[2] not in unknown] == []
    assert made.count(b"\\bibitem") == len(papers)


def test_bibtex_cuts_no_letter_in_ascii(tmp_path: Path) -> None:
    """Initials and labels, which BibTeX makes of bytes, are whole letters where macros stand."""
    paper = a_paper(authors=["Éva Öz", "Šimon Łuk", "Åsa Ñez"])
    kept = Bibliography(a_library(paper), "https://lists.example/", in_ascii=True)
    text = kept.file([paper], BIBTEX)
    names = rb"""{\'E}.~{\"O}z, {\v{S}}.~{\L}uk, and {\r{A}}.~{\~N}ez."""
    assert names in set_by_bibtex(tmp_path, "abbrv", text)[1]
    assert rb"""[{\"O}{\L}{\~N}24]""" in set_by_bibtex(tmp_path, "alpha", text)[1]


@each_list
@pytest.mark.parametrize("in_ascii", [False, True])
def test_biber_has_nothing_against_an_entry(
    listed: Project, tmp_path: Path, *, in_ascii: bool
) -> None:
    """Types, fields and their values are those of biblatex.

    It does miss authors that nobody knows, and has no place for pages where a list does not say
    what kind of venue they are those of.
    """
    kept = Bibliography(listed.library, listed.config.base_url, in_ascii=in_ascii)
    papers = listed.library.papers
    (tmp_path / "papers.bib").write_text(kept.file(papers, BIBLATEX), encoding="utf-8")
    said = ran(tmp_path, "biber", "--tool", "--validate-datamodel", "papers.bib").splitlines()
    known = [f"'{kept.keys[paper.id]}'" for paper in papers if not paper.authors]
    known.append("Invalid field 'pages' for entrytype 'misc'")
    complaints = [line for line in said if not line.startswith("INFO")]
    assert [line for line in complaints if not any(each in line for each in known)] == []
    made = (tmp_path / "papers_bibertool.bib").read_text(encoding="utf-8")
    assert made.count("\n@") + made.startswith("@") == len(papers)
