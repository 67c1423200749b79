"""`build` and `check` of a list whose README has no room for every paper."""

from pathlib import Path

import pytest

from awesome_heads.cli import run
from tests.lists import record, tree, write, write_list

# Papers as long as hundreds of them.
LONG = """\
{% macro table(rows) %}{% for row in rows %}
<a id="{{ row.id }}"></a>{{ "long " * 45000 }}
{% endfor %}{% endmacro %}
"""
OLD = "papers/README-2023.md"
PAPERS = "papers/2023/reading-{}.yaml"


@pytest.fixture
def root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A list of one paper of 2024 and one of 2023, both too long for one file; it is built."""
    folder = write_list(tmp_path / "list", papers=2)
    write(folder, "templates/readme/_paper.md", LONG)
    monkeypatch.chdir(folder)
    assert run(["build", "--only", "readme"]) == 0
    assert capsys.readouterr().err == (
        f"README.md would pass 400,000 bytes: older papers are in {OLD} (1 file).\n"
    )
    return folder


def test_older_papers_get_a_file(root: Path) -> None:
    """The README keeps the newer paper, and the file beside the records holds the older one."""
    readme, old = (root / "README.md").read_text("utf-8"), (root / OLD).read_text("utf-8")
    assert '<a id="reading-2"></a>' in readme
    assert '<a id="reading-1"></a>' in old
    assert f"({OLD})" in readme
    assert "(../README.md#_2024)" in old


def test_several_files_are_told_in_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first and the last are named, and how many there are."""
    write(root, "papers/2022/reading-7.yaml", record(7, "2022-03-01"))
    assert run(["build", "--only", "readme"]) == 0
    assert capsys.readouterr().err == (
        "README.md would pass 400,000 bytes: older papers are in "
        "papers/README-2023.md to papers/README-2022.md (2 files).\n"
    )


def test_a_file_that_is_no_longer_needed_goes(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once the README has room again, the file is reported by `--check` and removed by a build."""
    (root / PAPERS.format(1)).unlink()
    before = tree(root)
    assert run(["build", "--check", "--only", "readme"]) == 1
    said, noted = capsys.readouterr()
    assert f"--- {OLD} (on disk)\n" in said
    assert noted.endswith(" files out of date: run `awesome-heads build`.\n")
    assert tree(root) == before
    assert run(["build", "--only", "readme"]) == 0
    said, noted = capsys.readouterr()
    assert "1 removed" in said
    assert noted == ""
    assert not (root / OLD).exists()
    assert run(["build", "--check", "--only", "readme"]) == 0


def test_somebodys_own_file_stays(root: Path) -> None:
    """A file of such a name without our seal is neither removed nor reported."""
    write(root, "papers/README-mine.md", "# Mine\n")
    write(root, "papers/2023/README-notes.md", "# Notes\n")
    assert run(["build", "--only", "readme"]) == 0
    assert (root / "papers/README-mine.md").read_text() == "# Mine\n"
    assert (root / "papers/2023/README-notes.md").exists()
    assert run(["build", "--check", "--only", "readme"]) == 0


def test_a_build_of_the_site_leaves_the_files_alone(root: Path) -> None:
    """What belongs to the README changes with the README alone."""
    (root / PAPERS.format(1)).unlink()
    assert run(["build", "--only", "site"]) == 0
    assert (root / OLD).exists()


def test_check_tells_a_change_by_hand_and_an_old_state(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of older papers is looked at as the README is, and is no misplaced record."""
    assert run(["check"]) == 0
    capsys.readouterr()
    write(root, PAPERS.format(3), record(3, "2023-05-01"))
    run(["check"])
    noted = capsys.readouterr().err
    assert f"{OLD}:1:1: note[readme-stale]" in noted
    text = (root / OLD).read_text("utf-8")
    write(root, OLD, text.replace("long", "short", 1))
    assert run(["check"]) == 1
    noted = capsys.readouterr().err
    assert f"{OLD}:1:1: error[readme-edited]" in noted
    assert f"{OLD}:1:1: note[readme-stale]" not in noted
    assert "wrong-folder" not in noted
