"""A list on disk as one value, or everything that is wrong with it."""

import os
from pathlib import Path

import pytest

from awesome_heads import project
from awesome_heads.commands.build import build
from awesome_heads.commands.made import Only
from awesome_heads.diagnostics import Diagnostic
from tests.lists import record, record_path, tree, write, write_list


def found(root: Path) -> list[Diagnostic]:
    """Everything that is wrong with a list that must not load."""
    loaded, problems = project.load(root)
    assert loaded is None
    assert problems
    return problems


def places(problems: list[Diagnostic]) -> list[tuple[str, str]]:
    """Where each problem stands, and which rule found it."""
    return [(each.location.path, each.rule) for each in problems]


def test_a_valid_list_loads_whole(tmp_path: Path) -> None:
    """Settings, papers, vocabularies, own templates and the citation are all there."""
    write(write_list(tmp_path), "templates/static/own.css", "p {}")
    loaded, problems = project.load(tmp_path)
    assert problems == []
    assert loaded is not None
    assert loaded.config.name == "Awesome Readers"
    assert [paper.id for paper in loaded.library.papers] == ["reading-2", "reading-3", "reading-1"]
    assert set(loaded.library.vocabularies) == {"tags", "venues", "methods"}
    assert loaded.library.papers[0].terms == {"methods": ("Watching",)}
    assert loaded.theme.files == {"static/own.css": b"p {}"}
    assert loaded.bibtex.startswith("@misc{survey,")


def test_outputs_are_keyed_by_their_own_paths(tmp_path: Path) -> None:
    """README and site are values: each output under its path, with nothing on disk touched."""
    root = write_list(tmp_path)
    before = tree(root)
    loaded, _ = project.load(root)
    assert loaded is not None
    readme, site = loaded.readme(), loaded.site()
    assert "README.md" in readme
    assert {"index.html", "papers/reading-1/index.html", "static/site.css"} <= site.keys()
    assert all(path == output.path for made in (readme, site) for path, output in made.items())
    assert tree(root) == before


def test_a_list_without_papers_loads(tmp_path: Path) -> None:
    """A list that has just begun builds like any other."""
    loaded, problems = project.load(write_list(tmp_path, papers=0))
    assert problems == []
    assert loaded is not None
    assert loaded.library.papers == ()
    assert "index.html" in loaded.site()
    assert "README.md" in loaded.readme()


def test_everything_wrong_is_listed_in_one_sorted_run(tmp_path: Path) -> None:
    """Faults in settings, vocabularies, records, places and missing files come together."""
    root = write_list(
        tmp_path, papers=4, nmae="misspelt", citation={"title": "T", "url": "nowhere"}
    )
    write(root, record_path(1), record(1, "2023-03-01").replace("links:", "linsk:"))
    write(root, record_path(2), "title: [never closed\n")
    write(root, record_path(3), record(3, "2022-03-03", tag="Lat Reader"))
    write(root, "taxonomy/methods.yaml", "title: Methods\nterms: 5\n")
    write(root, "papers/stray.yaml", record())
    (root / "taxonomy/tags.yaml").unlink()
    problems = found(root)
    assert problems == sorted(problems)
    assert places(problems) == [
        ("list.yaml", "bad-url"),
        ("list.yaml", "unknown-field"),
        ("papers/2023/reading-1.yaml", "missing-field"),
        ("papers/2023/reading-1.yaml", "unknown-field"),
        ("papers/2023/reading-3.yaml", "wrong-folder"),
        ("papers/2024/reading-2.yaml", "yaml-syntax"),
        ("papers/stray.yaml", "wrong-folder"),
        ("taxonomy/methods.yaml", "missing-field"),
        ("taxonomy/methods.yaml", "missing-field"),
        ("taxonomy/methods.yaml", "wrong-type"),
        ("taxonomy/tags.yaml", "missing-file"),
    ]


def test_a_missing_citation_is_told_beside_other_faults(tmp_path: Path) -> None:
    """The missing citation file points at the setting that names it; a record's fault stays."""
    root = write_list(
        tmp_path,
        citation={"title": "T", "url": "https://papers.example/t", "file": "GONE.bib"},
    )
    write(root, record_path(2), "")
    problems = found(root)
    assert places(problems) == [("list.yaml", "missing-file"), (record_path(2), "empty-file")]
    place = problems[0].location
    line = (root / "list.yaml").read_text().splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == '"GONE.bib"'
    assert "GONE.bib" in problems[0].message


def test_the_default_citation_may_be_missing_too(tmp_path: Path) -> None:
    """A list that names no citation file needs the one that it has by default."""
    root = write_list(tmp_path)
    (root / "CITATION.bib").unlink()
    (only,) = found(root)
    assert (only.location.path, only.rule) == ("list.yaml", "missing-file")
    assert "CITATION.bib" in only.message


@pytest.mark.parametrize(
    "wrong", ["", "[", "- a list\n", "text\n", "\x07", "&a b: c\n", "a: b\na: c\n"]
)
@pytest.mark.parametrize("path", ["list.yaml", record_path(1), "taxonomy/methods.yaml"])
def test_one_bad_file_never_hides_another(tmp_path: Path, path: str, wrong: str) -> None:
    """Whatever one file holds, the fault of another file is still found."""
    root = write_list(tmp_path)
    write(root, record_path(2), record(2, "2024-03-02").replace("summary:", "sumary:"))
    write(root, path, wrong)
    problems = found(root)
    assert {each.location.path for each in problems} == {path, record_path(2)}
    assert [each.rule for each in problems if each.location.path == record_path(2)] == [
        "missing-field",
        "unknown-field",
    ]


def test_bytes_that_are_no_text_are_one_more_diagnostic(tmp_path: Path) -> None:
    """A record in another encoding is told by its place and hides nothing."""
    root = write_list(tmp_path)
    (root / record_path(1)).write_bytes(record(1).encode("latin-1", "replace"))
    write(root, record_path(2), "")
    assert places(found(root)) == [(record_path(1), "not-utf-8"), (record_path(2), "empty-file")]


@pytest.mark.parametrize("name", ["tags", "venues", "methods"])
def test_an_unread_vocabulary_gives_no_follow_up_noise(tmp_path: Path, name: str) -> None:
    """Records that name terms of a vocabulary with a fault are not blamed for it."""
    root = write_list(tmp_path, tree="venues" if name == "tags" else "tags")
    write(root, f"taxonomy/{name}.yaml", "title: [\n")
    assert places(found(root)) == [(f"taxonomy/{name}.yaml", "yaml-syntax")]


@pytest.mark.parametrize("name", ["tags", "venues"])
def test_a_missing_vocabulary_that_every_list_needs_is_told_once(tmp_path: Path, name: str) -> None:
    """Without `tags` or `venues` there is one diagnostic, and none for each record."""
    root = write_list(tmp_path, tree="venues" if name == "tags" else "tags")
    (root / f"taxonomy/{name}.yaml").unlink()
    (only,) = found(root)
    assert (only.location.path, only.rule) == (f"taxonomy/{name}.yaml", "missing-file")
    assert only.hint


@pytest.mark.parametrize("content", ["title: [\n", None])
def test_settings_that_name_an_unread_vocabulary_are_not_blamed(
    tmp_path: Path, content: str | None
) -> None:
    """A tree whose vocabulary has a fault, or is missing, is told once: at the vocabulary."""
    root = write_list(tmp_path, tree="tags", vocabularies=["tags", "venues"])
    (root / "taxonomy/tags.yaml").unlink()
    if content is not None:
        write(root, "taxonomy/tags.yaml", content)
    assert {each.location.path for each in found(root)} == {"taxonomy/tags.yaml"}


def test_settings_name_only_vocabularies_that_exist(tmp_path: Path) -> None:
    """A tree or an order that names no vocabulary is told at the name, with those there are."""
    root = write_list(tmp_path, tree="tgas", vocabularies=["venues", "benchmarks"])
    problems = found(root)
    assert [each.rule for each in problems] == ["unknown-vocabulary"] * 2
    assert {each.hint for each in problems} == {"those of taxonomy/: methods, tags, venues"}
    lines = (root / "list.yaml").read_text().splitlines()
    marked = [
        lines[each.location.line - 1][each.location.column - 1 : each.location.end_column - 1]
        for each in problems
    ]
    assert sorted(marked) == ['"benchmarks"', '"tgas"']


def test_a_vocabulary_for_readers_alone_is_no_field(tmp_path: Path) -> None:
    """With `on_records: false` a vocabulary's name is an unknown field of a record."""
    root = write_list(tmp_path, papers=1)
    text = (root / "taxonomy/methods.yaml").read_text()
    write(root, "taxonomy/methods.yaml", text + "on_records: false\n")
    assert places(found(root)) == [(record_path(1), "unknown-field")]


@pytest.mark.parametrize("only", [None, "readme", "site"])
def test_a_failing_build_touches_nothing(tmp_path: Path, only: Only | None) -> None:
    """Outputs of an earlier build stay byte for byte, time stamps too, while a record is wrong."""
    root = write_list(tmp_path)
    assert build(root, root / "site", None) == 0
    write(root, record_path(1), "title: [\n")
    for path in root.rglob("*"):
        os.utime(path, ns=(1, 1))
    before = tree(root)
    assert build(root, root / "site", only) == 1
    assert tree(root) == before
    assert {path.stat().st_mtime_ns for path in root.rglob("*")} == {1}


@pytest.mark.parametrize("name", [".#reading-2.yaml", "._reading-2.yaml"])
def test_hidden_files_are_no_records(tmp_path: Path, name: str) -> None:
    """What editors and file managers leave beside a record, a dangling link too, is passed over."""
    root = write_list(tmp_path)
    (root / "papers/2024" / name).symlink_to("someone@host.1:2")
    assert project.load(root)[1] == []


def test_a_citation_in_another_encoding_is_told(tmp_path: Path) -> None:
    """A citation file that is not UTF-8 is a diagnostic or a message, never a traceback."""
    root = write_list(tmp_path)
    (root / "CITATION.bib").write_bytes("@misc{a, author = {Ä}}".encode("latin-1"))
    assert any("CITATION.bib" in (each.location.path + each.message) for each in found(root))


def test_two_outputs_never_share_a_path(tmp_path: Path) -> None:
    """A vocabulary whose pages would overwrite those of papers or years is refused."""
    root = write_list(tmp_path)
    text = (root / "taxonomy/methods.yaml").read_text().replace("Watching", "Reading 1")
    write(root, "taxonomy/papers.yaml", text)
    loaded, problems = project.load(root)
    assert loaded is None, [path for path in loaded.site() if path.startswith("papers/")]
    assert "taxonomy/papers.yaml" in {each.location.path for each in problems}


def test_a_part_of_the_readme_that_no_template_makes_is_told(tmp_path: Path) -> None:
    """A misspelt part is told at its place; one with a template of the list's own is known."""
    root = write_list(tmp_path, readme={"sections": ["papers", "newst", "friends"]})
    write(root, "templates/readme/_friends.md", "Hello.")
    (problem,) = found(root)
    assert (problem.rule, problem.hint) == ("invalid-value", "did you mean `newest`?")
    assert problem.location.path == "list.yaml"
    assert problem.location.line > 1
