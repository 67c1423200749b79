"""`export` as a user calls it: files and standard output, choices, refusals."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from awesome_heads.cli import run
from awesome_heads.formats import EXPORTS, FORMATS, Format
from awesome_heads.formats.bibliography import BIBTEX, MARKDOWN
from awesome_heads.render import Output
from tests.formats.parsers import read_bibtex, read_file
from tests.lists import command, environment, record_path, tree, write, write_list

SMALL = Path(__file__).parents[1] / "cases" / "small"
ENDINGS = ".bib, .csl.json, .ris, .csv, .json, .jsonl, .md"
each_format = pytest.mark.parametrize("style", EXPORTS, ids=lambda style: style.name)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of three papers, which is the working directory; the second is of 2024."""
    folder = write_list(tmp_path / "list")
    monkeypatch.chdir(folder)
    return folder


def exported(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is written to standard output, when nothing else is said."""
    assert run(["export", *arguments]) == 0
    said, noted = capfd.readouterr()
    assert noted == ""
    return said


def refused(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said of a wrong call, which gives no result."""
    assert run(["export", *arguments]) == 2
    said, noted = capfd.readouterr()
    assert said == ""
    return noted


@pytest.mark.usefixtures("root")
def test_the_whole_list_is_written_as_bibtex(capfd: pytest.CaptureFixture[str]) -> None:
    """Without a word more, every paper goes to standard output, newest first."""
    found = read_bibtex(exported(capfd))
    assert [each.title for each in found] == [f"Reading № {n}: A Study" for n in (2, 3, 1)]


@each_format
def test_standard_output_and_file_are_the_same_bytes(
    root: Path, style: Format, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Each format is the same at each call, line ends and all, and a file tells its number."""
    assert run(["export", "--format", style.name]) == 0
    said, noted = capfdbinary.readouterr()
    assert noted == b""
    name = f"out/papers{style.suffix}"
    assert run(["export", "--format", style.name, "-o", "-"]) == 0
    assert capfdbinary.readouterr() == (said, b"")
    for _ in range(2):
        assert run(["export", "--format", style.name, "-o", name]) == 0
        nothing, noted = capfdbinary.readouterr()
        assert nothing == b""
        assert noted.decode() == f"3 papers written to {Path(name)} as {style.label}.\n"
    assert (root / name).read_bytes() == said
    assert len(list((root / "out").iterdir())) == 1


@pytest.mark.parametrize("style", FORMATS, ids=lambda style: style.name)
def test_the_site_offers_the_same_bytes(
    small_site: Mapping[str, Output], style: Format, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What is exported of a whole list is what its site offers."""
    assert run(["export", "--root", str(SMALL), "--format", style.name]) == 0
    assert capfdbinary.readouterr()[0] == small_site[f"papers{style.suffix}"].data


@each_format
def test_the_ending_tells_the_format(root: Path, style: Format) -> None:
    """Without a format the file's name decides; of two with one ending, the better known."""
    assert run(["export", "-o", f"papers{style.suffix.upper()}"]) == 0
    written = (root / f"papers{style.suffix.upper()}").read_bytes()
    meant = BIBTEX.name if style.suffix == BIBTEX.suffix else style.name
    assert run(["export", "--format", meant, "-o", "again"]) == 0
    assert (root / "again").read_bytes() == written


@each_format
def test_nothing_found_is_an_empty_file(
    style: Format, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A choice that no paper meets is no failure: the file is valid, and a note says so."""
    assert run(["export", "--format", style.name, "--year", "1999"]) == 0
    said, noted = capfd.readouterr()
    assert noted == "No paper matches.\n"
    if style is MARKDOWN:
        assert said == ""
    else:
        assert read_file(f"papers{style.suffix}", said.encode()) == []
    assert run(["export", "--format", style.name, "--year", "1999", "-o", "none"]) == 0
    assert (root / "none").is_file()


@pytest.mark.usefixtures("root")
def test_options_choose_papers(capfd: pytest.CaptureFixture[str]) -> None:
    """Each option reaches the choice; given twice it widens, and with others it narrows."""

    def chosen(*arguments: str) -> list[str]:
        lines = exported(capfd, "--format", "jsonl", *arguments).splitlines()
        return [json.loads(line)["id"] for line in lines]

    assert chosen("--tag", "Night Reader") == ["reading-3", "reading-1"]
    assert chosen("--tag", "late reader", "--tag", "Early Reader") == [
        *("reading-2", "reading-3", "reading-1")
    ]
    assert chosen("--year", "2024") == ["reading-2"]
    assert chosen("--year", "2020-2023", "--query", "page 3") == ["reading-3"]
    assert chosen("--venue", "ARXIV", "--author", "Äpfel", "--since", "2024") == ["reading-2"]


@pytest.mark.usefixtures("root")
def test_accents_are_macros_where_asked(capfd: pytest.CaptureFixture[str]) -> None:
    """`--ascii` writes letters as macros or escapes, and names those it has to leave."""
    assert run(["export", "--ascii", "--year", "2024"]) == 0
    said, noted = capfd.readouterr()
    assert '{{\\"A}pfel, Ada and Li, Bo}' in said
    assert said.isascii() == (noted == "")
    json_ = exported(capfd, "--ascii", "--year", "2024", "--format", "csl-json")
    assert '"\\u00c4pfel"' in json_
    assert json_.isascii()


def test_letters_that_stay_are_named(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A letter for which there is no sure macro is in the file, and in a note."""
    text = (root / record_path(2)).read_text(encoding="utf-8")
    write(root, record_path(2), text.replace("Bo Li", "Ștefan Li").replace("№", "No."))
    assert run(["export", "--ascii", "--year", "2024"]) == 0
    said, noted = capfd.readouterr()
    assert "Li, Ștefan" in said
    assert noted == "Left as they are, for want of a macro that is surely read back: Ș\n"


def test_the_preprint_is_cited_where_preferred(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """`--prefer` changes the version that is cited, and no key."""
    text = (root / record_path(2)).read_text(encoding="utf-8")
    write(root, record_path(2), text + "published: {venue: Reading Letters, date: 2026}\n")
    later, first = (
        read_bibtex(exported(capfd, "--year", "2024", "--prefer", which))[0]
        for which in ("published", "preprint")
    )
    assert (later.year, first.year) == (2026, 2024)
    assert later.key == first.key


def test_an_author_that_nobody_is_called_is_told(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A name may be right and have no paper here: the file is empty, and a note asks."""
    assert run(["export", "--author", "Ada Apfle", "--author", "Zzz", "-o", "papers.csv"]) == 0
    assert capfd.readouterr().err.splitlines() == [
        "0 papers written to papers.csv as CSV.",
        "No paper matches.",
        "No author here is called `Ada Apfle`: did you mean `Ada Äpfel`?",
        "No author here is called `Zzz`.",
    ]
    assert (root / "papers.csv").read_bytes().count(b"\r\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--tag", "Late Raeder"], "  hint: did you mean `Late Reader`?"),
        (["--venue", "Reading Leters"], "  hint: did you mean `Reading Letters`?"),
        (["--year", "24"], "  hint: write 2024, or 2022-2024 for three years"),
        (["--since", "May"], "  hint: write 2024, 2024-05 or 2024-05-28"),
        (
            ["--ascii", "--format", "ris"],
            "  hint: leave it out; bibtex, biblatex, csl-json, json and jsonl can",
        ),
        (["-o", "papers.txt"], f"  hint: add --format, or one of the endings {ENDINGS}"),
    ],
)
def test_a_wrong_call_is_refused(
    root: Path, arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written, the exit code is 2, and the hint says what to type."""
    before = tree(root)
    noted = refused(capfd, *arguments)
    assert noted.startswith("error: ")
    assert noted.splitlines()[1:] == [said]
    assert tree(root) == before


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
@pytest.mark.usefixtures("root")
def test_what_is_no_plain_file_is_not_replaced(capfd: pytest.CaptureFixture[str]) -> None:
    """A device is not renamed over."""
    assert "/dev/null is no plain file" in refused(capfd, "--format", "ris", "-o", "/dev/null")
    assert not Path("/dev/null").is_file()


def test_a_link_stays_a_link(root: Path) -> None:
    """The file that a link leads to is replaced."""
    target = write(root, "elsewhere/papers.bib", "old")
    (root / "papers.bib").symlink_to(target)
    assert run(["export", "-o", "papers.bib"]) == 0
    assert (root / "papers.bib").is_symlink()
    assert len(read_bibtex(target.read_text(encoding="utf-8"))) == 3


def test_an_invalid_list_is_not_exported(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A faulty record stops the export; the file that is there stays as it is."""
    write(root, "papers.bib", "old")
    write(root, record_path(4), "title: [")
    assert run(["export", "-o", "papers.bib"]) == 1
    said, noted = capfd.readouterr()
    assert said == ""
    assert record_path(4) in noted
    assert "nothing was exported" in noted
    assert (root / "papers.bib").read_text() == "old"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_output_is_utf_8_whatever_the_terminal(root: Path, encoding: str) -> None:
    """A file made by redirecting is the one that -o makes."""
    ended = subprocess.run(
        command("export", "--format", "csv"),
        cwd=root,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=True,
    )
    assert run(["export", "-o", "papers.csv"]) == 0
    assert ended.stdout == (root / "papers.csv").read_bytes()
    assert "Äpfel".encode() in ended.stdout


def test_a_file_that_cannot_be_written_is_told(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A folder that is a file stands in the way: exit code 1, no traceback."""
    assert (root / record_path(1)).is_file()
    assert run(["export", "-o", f"{record_path(1)}/papers.bib"]) == 1
    assert "cannot be written" in capfd.readouterr().err
