"""`diff` as a user calls it, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from awesome_heads.cli import run
from tests.judges import github_markdown, parse, text_of
from tests.lists import command, environment, record, record_path, tree, write, write_list
from tests.repositories import begin, commit, git, isolate


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small list in a repository with one commit, which is the working directory."""
    isolate(monkeypatch, tmp_path)
    folder = write_list(tmp_path / "list")
    begin(folder)
    monkeypatch.chdir(folder)
    return folder


def headings(markdown: str) -> list[str]:
    """Headings of a report, as GitHub shows them."""
    return [text_of(each) for each in parse(github_markdown(markdown)).iter("h3")]


def test_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Compared with itself a list has no changes, and nothing is written."""
    before = tree(root)
    assert run(["diff", "HEAD"]) == 0
    assert capsys.readouterr() == ("Nothing in the list changes.\n", "")
    assert tree(root) == before


def test_unsaved_changes_count(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New, changed, removed and renamed records are told, committed or not."""
    write(root, record_path(4), record(4, "2024-03-04"))
    text = (root / record_path(1)).read_text()
    write(root, record_path(1), text.replace("Reads page 1.", "Reads page 11."))
    (root / record_path(2)).unlink()
    text = (root / record_path(3)).read_text()
    (root / record_path(3)).unlink()
    write(root, "papers/2023/renamed.yaml", text + "former_ids: [reading-3]\n")
    assert run(["diff", "HEAD"]) == 0
    said, noted = capsys.readouterr()
    assert noted == ""
    assert said.startswith("**1 paper added, 2 papers changed, 1 paper removed**\n")
    assert headings(said) == [
        "Added: Reading № 4: A Study",
        "Changed: Reading № 3: A Study (was reading-3)",
        "Changed: Reading № 1: A Study",
        "Removed: Reading № 2: A Study",
    ]
    assert "| summary.innovation | Reads page 1. | Reads page 11. |\n" in said
    assert "\n````bibtex\n@misc{apfel2024reading" in said
    assert not said.endswith("\n\n")


def test_a_record_that_moved_is_one_record(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With another year a record stands in another folder, and is still the same paper."""
    text = (root / record_path(2)).read_text()
    (root / record_path(2)).unlink()
    write(root, "papers/2023/reading-2.yaml", text.replace("2024-03-02", "2023-03-02"))
    assert run(["diff", "HEAD"]) == 0
    said = capsys.readouterr().out
    assert headings(said) == ["Changed: Reading № 2: A Study"]
    assert "| date | 2024-03-02 | 2023-03-02 |\n" in said


def test_two_revisions_can_be_compared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in the folder now does not matter then."""
    write(root, record_path(4), record(4, "2024-03-04"))
    commit(root)
    (root / record_path(1)).unlink()
    assert run(["diff", "HEAD~1", "HEAD"]) == 0
    assert capsys.readouterr().out.startswith("**1 paper added**\n")
    assert run(["diff", "HEAD", "HEAD~1"]) == 0
    assert headings(capsys.readouterr().out) == ["Removed: Reading № 4: A Study"]


def test_terms_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A vocabulary's new terms and those that go are listed."""
    text = (root / "taxonomy/methods.yaml").read_text()
    write(root, "taxonomy/methods.yaml", text + "  - name: Asking\n")
    text = (root / "taxonomy/venues.yaml").read_text()
    write(root, "taxonomy/venues.yaml", text.replace("Reading Letters", "Reading Post"))
    assert run(["diff", "HEAD"]) == 0
    said = capsys.readouterr().out
    assert said == (
        "**3 terms added or removed**\n"
        "\n### New terms\n\n- methods: Asking\n- venues: Reading Post\n"
        "\n### Terms that go\n\n- venues: Reading Letters\n"
    )


@pytest.mark.parametrize("later", [(), ("HEAD",)])
def test_a_state_that_cannot_be_read_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], later: tuple[str, ...]
) -> None:
    """Its problems are told on standard error with the state, and the code is 1."""
    write(root, record_path(2), "title: x\n")
    commit(root)
    assert run(["diff", "HEAD~1", *later]) == 1
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.startswith("papers/2024/reading-2.yaml:1:1: error[missing-field] ")
    assert noted.endswith(f": the list cannot be read as of {later[0] if later else 'now'}\n")
    assert run(["diff", "HEAD", "HEAD~1"]) == 1
    assert capsys.readouterr().err.endswith(": the list cannot be read as of HEAD\n")


def test_settings_do_not_matter(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Papers and terms are compared even where `list.yaml` was not valid yet, or is no more."""
    write(root, "list.yaml", "name: x\n")
    (root / "CITATION.bib").unlink()
    write(root, record_path(4), record(4, "2024-03-04"))
    assert run(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out.startswith("**1 paper added**\n")


@pytest.mark.parametrize("revision", ["nowhere", "--", "HEAD:list.yaml"])
def test_an_unknown_revision_is_wrong_usage(
    root: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    """The message names it and says what to do; the code is 2."""
    assert run(["diff", "--root", str(root), "--", revision]) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.startswith(f"error: git knows no revision `{revision}` here\n  hint: ")
    assert run(["diff", "HEAD", "nowhere"]) == 2


def test_a_list_outside_a_repository_has_no_history(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without git's folder there is nothing to compare with."""
    other = write_list(tmp_path / "other")
    assert run(["diff", "--root", str(other), "HEAD"]) == 2
    assert "git knows no revision `HEAD` here" in capsys.readouterr().err
    assert run(["diff", "--root", str(root), "HEAD"]) == 0


def test_a_list_in_a_part_of_a_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list's folder need not be the repository's."""
    isolate(monkeypatch, tmp_path)
    folder = write_list(tmp_path / "repository/deep/list")
    begin(tmp_path / "repository")
    write(folder, record_path(4), record(4, "2024-03-04"))
    assert run(["diff", "--root", str(folder), "HEAD"]) == 0
    assert capsys.readouterr().out.startswith("**1 paper added**\n")


def test_hostile_records_stay_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a pull request's record says cannot become part of the comment on it."""
    title = "</details> <script>x</script> ````` [x](https://evil.example) @team | a"
    text = record(4, "2024-03-04").replace("Reading № 4: A Study", title)
    write(root, record_path(4), text.replace("Books.", "'<img src=x> **b**'"))
    assert run(["diff", "HEAD"]) == 0
    page = parse(github_markdown(capsys.readouterr().out))
    assert text_of(next(page.iter("h3"))) == f"Added: {title}"
    assert [link.get("href") for link in page.iter("a")] == ["https://papers.example/4"]
    assert {each.tag for each in page.iter() if isinstance(each.tag, str)} == {
        *("html", "head", "body", "p", "strong", "h3", "a", "ul", "li", "em"),
        *("details", "summary", "pre", "code"),
    }


def test_hidden_files_are_no_records(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is overlooked on disk is overlooked in a commit."""
    write(root, "papers/2024/.draft.yaml", record(9))
    commit(root)
    assert run(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out == "Nothing in the list changes.\n"


def test_the_program_writes_markdown_alone(root: Path) -> None:
    """Standard output can be posted as it is."""
    write(root, record_path(4), record(4, "2024-03-04"))
    done = subprocess.run(
        command("diff", "HEAD"),
        cwd=root,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("**1 paper added**\n\n### Added: [Reading № 4")


def test_a_shallow_clone_says_what_to_do(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CI checks out one commit; the hint tells to fetch the other."""
    commit(root)
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    assert run(["diff", "--root", str(tmp_path / "shallow"), "HEAD~1"]) == 2
    assert "shallow clone" in capsys.readouterr().err
