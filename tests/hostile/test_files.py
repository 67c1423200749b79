"""Bombs, binary files and endless texts in the place of every other file of a list."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_heads.cli import run
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.links import LEDGER, parse_ledger
from awesome_heads.records import Source, parse_settings, parse_vocabulary
from tests.hostile import running
from tests.hostile.records import CORPUS, Bad, refused
from tests.lists import write_list

# What a file is refused for before anyone asks what it should hold.
_BEFORE = {"not-utf-8", "yaml-syntax", "too-deep", "yaml-anchor", "yaml-tag", "duplicate-key"}
_BOMBS = [bad for bad in refused() if bad.rule in _BEFORE]

Parse = Callable[[Source], tuple[object, list[Diagnostic]]]


@pytest.mark.parametrize("bad", _BOMBS, ids=lambda bad: bad.name)
@pytest.mark.parametrize(
    ("path", "parse"),
    [
        ("taxonomy/tags.yaml", parse_vocabulary),
        ("list.yaml", parse_settings),
        (LEDGER, parse_ledger),
    ],
)
def test_what_no_record_may_be_no_other_file_may(path: str, parse: Parse, bad: Bad) -> None:
    """Vocabularies, settings and the ledger refuse it by the same rule, at the same line."""
    value, found = parse(Source(path, bad.data))
    assert value is None
    assert (bad.rule, bad.line) in {(each.rule, each.location.line) for each in found}


def test_vocabularies_in_little_memory(tmp_path: Path) -> None:
    """All of them at once, as vocabularies, end the check with 1, and each is told."""
    root = write_list(tmp_path / "list", 1)
    for bad in refused():
        (root / f"taxonomy/{bad.name}.yaml").write_bytes(bad.data)
    done = running.run(root, "check")
    assert (done.code, "Traceback" in done.said) == (1, False)
    assert done.peak < running.MOST_MEMORY
    for bad in refused():
        assert f"taxonomy/{bad.name}.yaml:" in done.said


_NO_TEXT = {
    "zeros": (bytes(1_000), "CITATION.bib:1:1: error[not-utf-8] byte 0x00"),
    "escape": (b"@misc{a}\n\x1b[31m", "CITATION.bib:2:1: error[not-utf-8] byte 0x1B"),
    "latin-1": (b"title = {caf\xe9}", "CITATION.bib:1:13: error[not-utf-8] byte 0xE9"),
    "utf-16": ("@misc{a}".encode("utf-16"), "CITATION.bib:1:1: error[not-utf-8]"),
    "utf-16-bare": ("@misc{a}".encode("utf-16-le"), "CITATION.bib:1:2: error[not-utf-8] byte 0x00"),
    "ten-megabytes": (b"x" * 10_000_000, "CITATION.bib:1:1: error[too-large]"),
}


@pytest.mark.parametrize("kind", _NO_TEXT)
def test_what_to_cite_is_a_text(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file to cite that is binary or endless is refused at its place, and never shown."""
    data, said = _NO_TEXT[kind]
    root = write_list(tmp_path / "list", 1)
    (root / "CITATION.bib").write_bytes(data)
    assert run(["build", "--root", str(root)]) == 1
    assert said in capsys.readouterr().err
    assert not (root / "README.md").exists()


_NAMES = [
    "a\nb",
    "::error::x",
    "a'\"`b",
    "<script>",
    "a\x1b[31m",
    "a..b",
    "--help",
    "a\\..\\x",
    "a\u202elmay",
    "x" * 250,
    "Tags",
    "t\u0430gs",
]


@pytest.mark.parametrize("name", _NAMES, ids=ascii)
def test_names_of_vocabularies(name: str) -> None:
    """The name of a vocabulary is a slug, since its pages are named after it; all else is told."""
    data = b"title: T\nsingular: T\ndescription: T.\nterms: []\n"
    value, found = parse_vocabulary(Source(f"taxonomy/{name}.yaml", data))
    assert (value, [each.rule for each in found]) == (None, ["bad-slug"])


_STRANGE: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "CITATION.bib": (Path.mkdir, 1, "CITATION.bib:1:1: error[unreadable-file]"),
    "README.md": (Path.mkdir, 1, "README.md cannot be written: Is a directory"),
    "papers/README-2023.md": (Path.mkdir, 1, "README-2023.md:1:1: error[unreadable-file]"),
    "assets": (Path.touch, 1, "assets/"),
    "site": (Path.touch, 2, "site is not a folder"),
    "papers": (Path.touch, 1, "papers:1:1: error[unreadable-file]"),
    "taxonomy": (Path.touch, 1, "taxonomy/tags.yaml:1:1: error[missing-file]"),
    "templates": (Path.touch, 0, "Built"),
    "templates/readme/_news.md": (Path.mkdir, 0, "Built"),
    "templates/locale/en.po": (os.mkfifo, 0, "Built"),
    "links/failing.yaml": (os.mkfifo, 0, "Built"),
    ".cache": (Path.touch, 0, "Built"),
    ".cache/awesome-heads/links.jsonl": (os.mkfifo, 0, "Built"),
}


@pytest.mark.parametrize("path", _STRANGE)
def test_folders_for_files_and_files_for_folders(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is needed is refused by its path, and what is not is passed over."""
    make, code, said = _STRANGE[path]
    root = write_list(tmp_path / "list", 1)
    place = root / path
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    make(place)
    assert run(["build", "--root", str(root)]) == code
    told = capsys.readouterr()
    assert said in told.out + told.err


_IMPORTED = {
    "zeros": bytes(2_000),
    "latin-1": b"\xe9" * 50,
    "utf-16": "title: x\n".encode("utf-16"),
    "brackets": b"[" * 20_000,
    "braces": b"{" * 50_000,
    "objects": b'{"a":' * 50_000,
    "nested-groups": b"@misc{a, title={" + b"{" * 20_000 + b"}" * 20_000 + b"}}",
    "doubled-strings": b"@string{a0 = {xxxxxxxx}}\n"
    + b"".join(b"@string{a%d = a%d # a%d}\n" % (n, n - 1, n - 1) for n in range(1, 40))
    + b"@misc{k, title = a39, year = 2024}\n",
    "half-a-pair": b'[{"title": "\\ud800"}]',
    "long-number": b'[{"title": ' + b"9" * 100_000 + b"}]",
    "long-title": b'{"title": "' + b"x" * 1_000_000 + b'"}',
    "quotations": b"> " * 5_000 + b"a",
    "aliases": (CORPUS / "records/alias-bomb.yaml").read_bytes(),
}


@pytest.mark.parametrize("form", ["readme", "bibtex", "csl-json", "ris", "yaml", "jsonl", "issue"])
def test_files_that_are_imported(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is taken, reported or refused, and writes records into the list alone."""
    root = write_list(tmp_path / "list", 1)
    for name, data in _IMPORTED.items():
        file = tmp_path / "given"
        file.write_bytes(data)
        code = run(["import", str(file), "--from", form, "--root", str(root)])
        told = capsys.readouterr()
        assert code in {0, 1, 2}, name
        assert code == 0 or told.out + told.err, name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["given", "list"]
    assert all(path.suffix == ".yaml" for path in (root / "papers").rglob("*") if path.is_file())
