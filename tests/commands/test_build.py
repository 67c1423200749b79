"""`build` as a user calls it: what it writes, says and answers."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from tests.lists import command, environment, record, record_path, tree, write, write_list


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small list, which is the working directory."""
    folder = write_list(tmp_path / "list")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def built(root: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A small list with its README and site built, nothing of which is left in the capture."""
    assert run(["build"]) == 0
    capsys.readouterr()
    return root


# Building


def test_build_makes_readme_pictures_and_site(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build says in one line on standard output what it made, and nothing else."""
    assert run(["build"]) == 0
    said, noted = capsys.readouterr()
    assert re.fullmatch(
        r"Built README\.md and site/: 3 papers, 24 pages; \d+ files changed; \d+\.\d s\.\n", said
    )
    assert noted == ""
    assert {"README.md", "assets/taxonomy-dark.svg", "site/index.html"} <= tree(root).keys()


def test_a_second_build_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Built again without a change, no file is written."""
    stamps = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    assert run(["build"]) == 0
    assert "; 0 files changed; " in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps


def test_what_is_no_longer_made_is_removed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The page of a paper that left the list goes with it, and the build says so."""
    (built / record_path(1)).unlink()
    assert run(["build"]) == 0
    assert re.search(r" files changed, \d+ removed; ", capsys.readouterr().out)
    assert not (built / "site/papers/reading-1").exists()


@pytest.mark.parametrize(
    ("only", "made", "left"), [("readme", "README.md", "site"), ("site", "site", "README.md")]
)
def test_only_makes_one_of_the_two(
    root: Path, capsys: pytest.CaptureFixture[str], only: str, made: str, left: str
) -> None:
    """With `--only` the other one is neither written nor named."""
    assert run(["build", "--only", only]) == 0
    assert (root / made).exists()
    assert not (root / left).exists()
    said = capsys.readouterr().out
    assert made in said
    assert left not in said


def test_out_names_the_folder_from_where_the_user_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A relative `--out` starts at the working directory, not at the list."""
    monkeypatch.chdir(root.parent)
    assert run(["build", "--root", "list", "--out", "public"]) == 0
    assert (root.parent / "public/index.html").exists()
    assert not (root / "site").exists()
    assert "public/" in capsys.readouterr().out


def test_the_list_is_found_from_a_folder_inside_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Called below the root, the site still lands in the list's own folder, named in full."""
    monkeypatch.chdir(root / "papers/2023")
    assert run(["build"]) == 0
    assert (root / "site/index.html").exists()
    assert f"{root / 'site'}/" in capsys.readouterr().out


def test_a_list_with_problems_is_not_built(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every problem is written to standard error with its place; nothing is made; the code is 1."""
    write(root, record_path(1), record(1, "2023-03-01").replace("links:", "linsk:"))
    write(root, record_path(2), "")
    before = tree(root)
    assert run(["build"]) == 1
    said, noted = capsys.readouterr()
    assert said == ""
    lines = noted.splitlines()
    assert any(
        line.startswith("papers/2023/reading-1.yaml:7:1: error[unknown-field] ") for line in lines
    )
    assert "  hint: did you mean `links`?" in lines
    assert lines[-1] == "3 errors in 2 files: nothing was built"
    assert tree(root) == before


def test_a_folder_that_holds_other_files_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written where files stand that no build made; that is wrong usage."""
    write(root, "site/mine.txt", "mine")
    before = tree(root)
    assert run(["build"]) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert "holds files that no build made: mine.txt" in noted
    assert "  hint: " in noted
    assert tree(root) == before


@pytest.mark.parametrize("out", [".", "papers", "list.yaml"])
def test_out_never_overwrites_the_list(
    root: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    """The list's own folder, one of its parts or one of its files is no place for the site."""
    before = tree(root)
    assert run(["build", "--out", out]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert tree(root) == before


def test_a_broken_template_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault in the list's own template is wrong configuration, and nothing is written."""
    write(root, "templates/site/404.html", "{{ nothing.of.that.name }}")
    before = tree(root)
    assert run(["build"]) == 2
    assert "404.html" in capsys.readouterr().err
    assert tree(root) == before


def test_own_templates_and_static_files_win(root: Path) -> None:
    """A list's template replaces the shipped one, and its static files join the site."""
    write(root, "templates/site/404.html", "Not here\n")
    write(root, "templates/static/fonts/own.css", "p {}")
    write(root, "templates/static/site.css", "/* own */")
    assert run(["build"]) == 0
    assert (root / "site/404.html").read_text() == "Not here\n"
    assert (root / "site/static/fonts/own.css").read_text() == "p {}"
    assert (root / "site/static/site.css").read_text() == "/* own */"


# Comparing


def test_check_of_what_was_just_built_finds_nothing(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Right after a build everything is up to date, and nothing is written."""
    before = tree(built)
    assert run(["build", "--check"]) == 0
    assert capsys.readouterr() == ("Everything is up to date.\n", "")
    assert tree(built) == before


def test_check_shows_a_stale_readme_as_a_diff(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A README that was edited gives a unified diff, code 1, and stays as it was."""
    readme = built / "README.md"
    right = readme.read_text()
    first = right.splitlines()[0]
    readme.write_text(right.replace(first, "# Mine", 1).rstrip("\n"))
    before = tree(built)
    assert run(["build", "--check"]) == 1
    said, noted = capsys.readouterr()
    lines = said.splitlines()
    assert lines[:3] == ["--- README.md (on disk)", "+++ README.md (as built)", "@@ -1,2 +1,2 @@"]
    assert "-# Mine" in lines
    assert f"+{first}" in lines
    assert noted == "1 file out of date: run `awesome-heads build`.\n"
    assert tree(built) == before


def test_check_tells_stale_missing_and_left_over_pages(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each site file that differs, lacks or is made no more has a diff under its own name."""
    write(built, "site/404.html", "changed\n")
    (built / "site/robots.txt").unlink()
    (built / record_path(1)).unlink()
    before = tree(built)
    assert run(["build", "--check", "--only", "site"]) == 1
    said, noted = capsys.readouterr()
    lines = said.splitlines()
    assert "--- site/404.html (on disk)" in lines
    assert "-changed" in lines
    assert "+++ site/robots.txt (as built)" in lines
    start = lines.index("--- site/papers/reading-1/index.html (on disk)")
    end = next(place for place in range(start + 3, len(lines)) if lines[place].startswith("--- "))
    assert all(line.startswith("-") for line in lines[start + 3 : end])
    assert "README" not in said
    assert re.fullmatch(r"\d+ files out of date: run `awesome-heads build`\.\n", noted)
    assert tree(built) == before


def test_check_without_a_site_compares_the_readme_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site that was never built is not out of date; standard error says it was passed over."""
    assert run(["build", "--only", "readme"]) == 0
    capsys.readouterr()
    assert run(["build", "--check"]) == 0
    assert capsys.readouterr() == (
        "Everything is up to date.\n",
        "site/ is not there yet, so it was not compared.\n",
    )
    assert not (root / "site").exists()


def test_check_of_the_readme_passes_the_site_over(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--only readme` a stale site does not count."""
    write(built, "site/404.html", "changed\n")
    assert run(["build", "--check", "--only", "readme"]) == 0
    assert capsys.readouterr() == ("Everything is up to date.\n", "")


def test_check_compares_the_folder_that_out_names(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names in the diff are paths as seen from the working directory."""
    monkeypatch.chdir(built.parent)
    assert run(["build", "--root", "list", "--out", "public"]) == 0
    write(built.parent, "public/404.html", "changed\n")
    capsys.readouterr()
    assert run(["build", "--root", "list", "--out", "public", "--check"]) == 1
    assert capsys.readouterr().out.startswith("--- public/404.html (on disk)\n")


def test_check_of_a_list_with_problems_compares_nothing(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems are reported as by a build, with code 1."""
    write(built, record_path(2), "")
    assert run(["build", "--check"]) == 1
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.endswith("1 error in 1 file: nothing was compared\n")


def test_check_shows_bytes_that_are_no_text(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stale file in another encoding is shown as well as it can be."""
    (built / "README.md").write_bytes(b"caf\xe9\n")
    assert run(["build", "--check", "--only", "readme"]) == 1
    assert "-caf\ufffd" in capsys.readouterr().out.splitlines()


def test_check_names_a_picture_without_showing_its_bytes(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of dots is no text: parts of it could command the terminal."""
    with (built / "site/static/social.png").open("ab") as picture:
        picture.write(b"\x00\x1b[31m")
    assert run(["build", "--check"]) == 1
    assert capsys.readouterr().out == "site/static/social.png differs\n"


def test_check_names_a_missing_file_that_is_empty(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stale file without lines to compare is still named."""
    write(built, "templates/static/empty.css", "")
    assert run(["build", "--check"]) == 1
    assert "site/static/empty.css" in capsys.readouterr().out


def test_check_refuses_a_file_as_the_folder(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a build would refuse `--out`, a comparison does not call everything up to date."""
    assert run(["build", "--check", "--out", "list.yaml"]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert (built / "list.yaml").is_file()


@pytest.mark.parametrize(("before", "after"), [("own", "own/a.css"), ("own/a.css", "own")])
def test_an_output_may_become_a_folder_and_the_reverse(
    root: Path, capsys: pytest.CaptureFixture[str], before: str, after: str
) -> None:
    """A file that an earlier build made never stands in the way of this one's."""
    file = write(root, f"templates/static/{before}", "text")
    assert run(["build"]) == 0
    file.unlink()
    if "/" in before:
        file.parent.rmdir()
    write(root, f"templates/static/{after}", "text")
    assert run(["build"]) == 0, capsys.readouterr().err
    assert (root / "site/static" / after).read_text() == "text"


@pytest.mark.parametrize("content", ["[" * 100_000, '{"files": ["a\\u0000b"]}'])
def test_a_strange_manifest_ends_in_no_traceback(root: Path, content: str) -> None:
    """Whatever the manifest holds, the build takes it or refuses it in words."""
    write(root, f"site/{disk.MANIFEST}", content)
    assert run(["build"]) in {0, 2}


@pytest.mark.parametrize("template", ["{{ 1 / 0 }}", "{{ 'a' + 1 }}", "{{ frame|inline }}"])
def test_an_error_inside_a_template_is_named(
    root: Path, capsys: pytest.CaptureFixture[str], template: str
) -> None:
    """An expression that fails while a page is made is told like any fault of a template."""
    write(root, "templates/site/404.html", template)
    assert run(["build"]) == 2
    assert "404.html" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["picture.png", "home.html"])
def test_templates_that_are_no_text_are_named_or_passed_over(root: Path, name: str) -> None:
    """A file below `templates/site` that is not UTF-8 never ends in a traceback."""
    write(root, "templates/site/_", "")
    (root / "templates/site" / name).write_bytes(b"\x89PNG\xff")
    assert run(["build"]) in {0, 2}


# As a program


def test_the_program_keeps_results_and_notes_apart(root: Path) -> None:
    """Results go to standard output and problems to standard error; the code tells which."""
    good = subprocess.run(
        command("build"), cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith("Built README.md and site/: ")
    write(root, record_path(2), "")
    bad = subprocess.run(
        command("build"), cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("papers/2024/reading-2.yaml:1:1: error[empty-file] ")


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "ascii",
        "latin-1",
    ],
)
def test_a_diff_can_be_written_in_any_encoding(root: Path, encoding: str) -> None:
    """What the output's encoding lacks is replaced; there is no traceback."""
    done = subprocess.run(
        command("build", "--check", "--only", "readme"),
        cwd=root,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout.startswith(b"--- README.md (on disk)")


def terminal_output(root: Path, **changes: str) -> str:
    """What a failing build writes when standard error is a terminal."""
    leader, follower = pty.openpty()
    variables = {**environment(TERM="xterm-256color"), **changes}
    for name in [name for name, value in variables.items() if not value]:
        del variables[name]
    with subprocess.Popen(
        command("build"), cwd=root, env=variables, stdout=subprocess.DEVNULL, stderr=follower
    ) as process:
        os.close(follower)
        parts = []
        try:
            while part := os.read(leader, 4096):
                parts.append(part)
        except OSError:  # Linux answers so when the other end is closed.
            pass
        finally:
            os.close(leader)
    assert process.returncode == 1
    return b"".join(parts).decode()


def test_colour_is_for_terminals_and_no_color_is_honoured(root: Path) -> None:
    """On a terminal the word `error` is coloured, unless NO_COLOR asks for none."""
    write(root, record_path(2), "")
    colour = re.compile(r"\x1b\[[0-9;]*3[0-9]m")
    coloured = terminal_output(root, NO_COLOR="")
    plain = terminal_output(root, NO_COLOR="1")
    assert colour.search(coloured)
    assert not colour.search(plain)
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "papers/2024/reading-2.yaml:1:1: error[empty-file] " in without
