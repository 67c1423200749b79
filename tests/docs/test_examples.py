"""What the pages show works: records parse, lists build, and problems read as the program's."""

import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from awesome_heads import checks, disk, project
from awesome_heads.cli import run
from awesome_heads.mending import mend
from awesome_heads.records import Source, parse_paper
from awesome_heads.reporters.text import format_text
from tests.docs.guides import (
    ADDING,
    DOCS,
    LANGUAGES,
    OWN_LIST,
    ROOT,
    Example,
    anchors,
    complete_records,
    examples,
    files_of,
    read,
)

FURTHER_FIELDS = ("methods", "benchmarks", "models")
LANTERN_HEADS = "papers/2025/lantern-heads.yaml"


def section(page: Path, title: str) -> str:
    """What a page says below a heading."""
    return read(page).partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def write(root: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


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


def test_a_list_is_begun_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The call of the page makes a list; what it says of files, and of what to do next, is so."""
    (call,) = (
        each.text for each in examples(OWN_LIST) if each.text.startswith("awesome-heads init")
    )
    program, *arguments = shlex.split(call)
    monkeypatch.chdir(tmp_path)
    assert (program, run(arguments)) == ("awesome-heads", 0)
    monkeypatch.chdir(tmp_path / "kites")
    assert run(["check"]) == run(["build"]) == run(["schema", "--write"]) == 0
    rows = re.findall(r"^\| (`[^|]+`) \|", section(OWN_LIST, "What you have now"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([^`]+)`", row)]
    assert [name for name in named if not (tmp_path / "kites" / name).exists()] == []
    assert len(named) > 6
    assert "https://example.github.io/kites/" in read(Path("list.yaml"))
    assert run(["init", ".", "--repository", "https://github.com/example/kites"]) == 2
    assert "already has" in capsys.readouterr().err


def test_smallest_list_builds(tmp_path: Path) -> None:
    """The files of the smallest list, as the page has them, pass the checks and make a site."""
    write(tmp_path, files_of(section(OWN_LIST, "The smallest list")))
    assert run(["build", "--root", str(tmp_path)]) == 0
    assert run(["check", "--root", str(tmp_path)]) == 0
    assert "Warm Fields" in read(tmp_path / "README.md")
    assert (tmp_path / "site" / "papers" / "warm-fields" / "index.html").is_file()


def test_smallest_list_takes_the_further_settings_and_templates(tmp_path: Path) -> None:
    """Settings and templates that the page adds later work together, and no anchor is missing."""
    files = files_of(read(OWN_LIST))
    added = [
        example.text
        for example in examples(OWN_LIST)
        if example.text.startswith(("readme:", "earlier:", "rules:"))
    ]
    files["list.yaml"] += "".join(added)
    write(tmp_path, files)
    assert run(["build", "--root", str(tmp_path)]) == 0
    readme = tmp_path / "README.md"
    assert "Awesome Kite Papers now holds 1 paper." in read(readme)
    assert len(added) == 3
    links = re.findall(r"\]\(#([^)]+)\)", read(readme))
    assert set(links) <= anchors(readme)


def test_smallest_list_speaks_the_language_of_a_catalogue(tmp_path: Path) -> None:
    """The catalogue of the page on languages is said once the list names its language."""
    smallest = read(OWN_LIST).partition("## The smallest list")[2].partition("\n## ")[0]
    files = files_of(smallest) | files_of(read(LANGUAGES))
    files["list.yaml"] += "language: de\n"
    write(tmp_path, files)
    assert run(["build", "--root", str(tmp_path)]) == 0
    home = read(tmp_path / "site" / "index.html")
    assert '<html lang="de"' in home
    assert "1 Aufsatz" in home
    assert "Autoren" in home


def lantern_heads(*slips: tuple[str, str]) -> checks.Case:
    """This list with the record of CONTRIBUTING.md, in which somebody made slips."""
    example = next(each for each in complete_records() if each.page == "CONTRIBUTING.md")
    text = example.text
    for right, wrong in slips:
        assert right in text
        text = text.replace(right, wrong)
    files = disk.read_list(ROOT).with_files([Source(LANTERN_HEADS, text.encode())])
    return project.assemble(files, disk.today())


def blocks_on_lantern_heads(start: str) -> list[str]:
    """Blocks of the page on adding papers that begin with some words."""
    return [each.text for each in examples(ADDING) if each.text.startswith(start)]


def test_the_problem_that_is_explained_is_what_the_program_says() -> None:
    """The page shows a problem as a terminal does, down to the mark under the mistake."""
    case = lantern_heads(("Retrieval Head", "Retreival Head"))
    found = [each for each in checks.run(case) if each.location.path == LANTERN_HEADS]
    source = next(each for each in case.files if each.path == LANTERN_HEADS)
    lines = enumerate(source.data.decode().splitlines(), start=1)
    shown = format_text(found, {(LANTERN_HEADS, number): line for number, line in lines})
    assert blocks_on_lantern_heads(LANTERN_HEADS) == [shown.plain]


def test_what_fix_is_said_to_mend_is_mended() -> None:
    """The page shows what `--fix` tells of two slips."""
    case = lantern_heads(("/abs/", "/pdf/"), ("changes nothing.", "changes nothing"))
    done = mend(checks.run(case), case.files, LANTERN_HEADS.__eq__).done
    told = [f"fixed {each.location.path}:{each.location.line} {each.rule}" for each in done]
    (block,) = blocks_on_lantern_heads("fixed ")
    assert [line.rsplit(":", 1)[0] for line in block.splitlines()[:-1]] == told
    assert block.endswith(f"\n{len(told)} problems fixed.\n")


def test_rules_that_pages_set_exist() -> None:
    """Whatever rule a page sets aside or weighs anew, there is."""
    for example in examples(*DOCS, ROOT / "CONTRIBUTING.md"):
        if example.language == "yaml":
            data, _ = Source(example.name, example.text.encode()).read()
            fields = data if isinstance(data, dict) else {}
            ignored, weighed = fields.get("ignore", {}), fields.get("rules", {})
            named = [name for names in weighed.values() for name in names]
            assert {*ignored, *named} <= checks.NAMES, example.name
