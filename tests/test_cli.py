"""The command line: options, help, exit codes."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import awesome_heads
from awesome_heads import __main__, cli, disk
from awesome_heads.commands import console
from awesome_heads.errors import AwesomeHeadsError
from tests.lists import command, environment, record_path, write, write_list

COMMANDS = cli.cli.list_commands(click.Context(cli.cli))


def program(*arguments: str, cwd: Path, **changes: str) -> "subprocess.CompletedProcess[str]":
    """Run the program in a folder."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_says_what_it_is_for_with_examples(
    capsys: pytest.CaptureFixture[str], flag: str
) -> None:
    """The help goes to standard output, names each command and ends in examples of each."""
    assert cli.run([flag]) == 0
    said, noted = capsys.readouterr()
    assert noted == ""
    assert "Usage: awesome-heads" in said
    examples = said.partition("Examples:\n")[2].splitlines()
    assert examples
    for name in COMMANDS:
        assert f"  {name} " in said
        assert any(line.strip().startswith(f"awesome-heads {name}") for line in examples)
    assert len(said.splitlines()) <= 40


def _leaves(group: click.Group, path: tuple[str, ...] = ()) -> dict[str, click.Command]:
    """Every command that does something, by its whole name."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        each, inner = group.get_command(context, name), (*path, name)
        assert each is not None
        if isinstance(each, click.Group):
            found |= _leaves(each, inner)
        else:
            found[" ".join(inner)] = each
    return found


@pytest.mark.parametrize("name", sorted(_leaves(cli.cli)))
def test_each_command_explains_every_option(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A command's help describes the command and each of its options."""
    assert cli.run([*name.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Usage: awesome-heads {name}" in said
    options = [each for each in _leaves(cli.cli)[name].params if isinstance(each, click.Option)]
    assert options
    for option in options:
        assert option.help
        assert all(spelling in said for spelling in option.opts)


def test_help_fits_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """No line of the help is wider than the 80 columns of a plain terminal."""
    assert cli.run(["--help"]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 80


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` gives the name and the version on standard output."""
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr() == (f"awesome-heads {awesome_heads.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "Usage: awesome-heads"),
        (["biuld"], "biuld"),
        (["--nonsense"], "--nonsense"),
        (["build", "--chekc"], "--chekc"),
        (["build", "--only", "half"], "half"),
        (["build", "--out"], "--out"),
        (["build", "extra"], "extra"),
        (["build", "--root", "nowhere"], "nowhere"),
        (["build", "--root", "a-file"], "a-file"),
        (["serve", "--port", "many"], "many"),
        (["serve", "--port", "65536"], "65536"),
        (["serve", "--port", "-1"], "-1"),
    ],
)
def test_wrong_usage_is_told_on_standard_error(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: str,
) -> None:
    """Whatever was mistyped is named, with code 2 and nothing on standard output."""
    monkeypatch.chdir(write_list(tmp_path))
    write(tmp_path, "a-file", "")
    assert cli.run(arguments) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert expected in noted


# What a command cannot do without.
NEEDED = {"add": ["2401.00001"], "diff": ["main"], "import": ["-"], "tags": ["list"]}


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "init"])
def test_without_a_list_the_user_learns_where_it_was_looked_for(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    """Outside of any list a command ends in 2, with the folder and the way out."""
    monkeypatch.chdir(tmp_path)
    assert cli.run([name, *NEEDED.get(name, [])]) == 2
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.splitlines() == [
        f"error: no list.yaml in {tmp_path} or any folder above it",
        "  hint: change into a list's folder, or name one with --root DIR",
    ]


def test_root_names_the_list_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--root` wins over the working directory, and no other list is taken for it."""
    one, other = write_list(tmp_path / "one"), write_list(tmp_path / "other", papers=2)
    monkeypatch.chdir(one)
    assert cli.run(["build", "--only", "readme", "--root", str(other / "papers")]) == 2
    assert "no list.yaml in" in capsys.readouterr().err
    assert cli.run(["build", "--only", "readme", "--root", str(other)]) == 0
    assert "2 papers" in capsys.readouterr().out
    assert (other / "README.md").exists()
    assert not (one / "README.md").exists()


def test_a_list_may_stand_under_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Blanks, brackets and letters of any script in the path change nothing."""
    root = write_list(tmp_path / "my [bold]list[red] № 1")
    monkeypatch.chdir(root)
    assert cli.run(["build"]) == 0
    monkeypatch.chdir(tmp_path)
    write(root, "site/mine.txt", "")
    assert cli.run(["build", "--root", root.name]) == 2
    assert "my [bold]list[red] № 1" in capsys.readouterr().err


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_ends_in_130(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failure: BaseException,
) -> None:
    """Wherever a command is interrupted, one word is said and the code is 130."""

    def interrupt(*_: object) -> None:
        raise failure

    monkeypatch.setattr(disk, "read_list", interrupt)
    assert cli.run(["build", "--root", str(write_list(tmp_path))]) == cli.INTERRUPTED == 130
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted.split() == ["Interrupted."]


def test_a_failure_without_a_hint_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Failed work has code 1; where nothing better can be said there is no hint."""

    def fail(*_: object) -> None:
        raise AwesomeHeadsError("the disk is [on] fire")

    monkeypatch.setattr(disk, "read_list", fail)
    assert cli.run(["build", "--root", str(write_list(tmp_path))]) == 1
    assert capsys.readouterr() == ("", "error: the disk is [on] fire\n")


def test_a_fault_of_the_program_itself_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is no user's mistake keeps its traceback."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(disk, "read_list", fail)
    with pytest.raises(ZeroDivisionError):
        cli.run(["build", "--root", str(write_list(tmp_path))])


def test_main_exits_with_the_code_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point hands the exit code to the system."""
    assert vars(__main__)["main"] is cli.main
    monkeypatch.setattr("sys.argv", ["awesome-heads", "--version"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 0


def test_progress_hands_every_item_through(capsys: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal, work with progress is the work alone."""
    assert list(console.track((1, 2, 3), "Counting")) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


def test_the_installed_program_answers(tmp_path: Path) -> None:
    """The program tells its version, and wrong usage in a process of its own."""
    told = program("--version", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == f"awesome-heads {awesome_heads.__version__}\n"
    lost = program("build", cwd=tmp_path)
    assert (lost.returncode, lost.stdout) == (2, "")
    assert lost.stderr.startswith("error: no list.yaml in ")
    wrong = program("biuld", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "biuld" in wrong.stderr


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("list.yaml", b""),
        ("list.yaml", b"\xff\xfe"),
        ("list.yaml", b"[" * 5000),
        ("list.yaml", b"name: &a [*a]\n"),
        (record_path(1), b"\x00"),
        (record_path(1), b"title: !!python/object:os.system x\n"),
        (record_path(1), b"? [a]\n: b\n"),
        ("taxonomy/tags.yaml", b"terms: [[], {}, x]\n"),
        ("taxonomy/A B.yaml", b"title: T\n"),
        ("papers/2024/Ünlisted.yaml", b"title: T\n"),
        ("templates/site/home.html", b"{% if %}"),
        ("templates/readme/README.md", b"{% include 'gone.md' %}"),
        ("site/index.html", b"mine"),
    ],
)
def test_no_user_mistake_ends_in_a_traceback(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: str,
    content: bytes,
) -> None:
    """Whatever a file of the list holds, a build ends in a message and in code 1 or 2."""
    root = write_list(tmp_path)
    write(root, path, "")
    (root / path).write_bytes(content)
    monkeypatch.chdir(root)
    assert cli.run(["build"]) in {1, 2}
    said, noted = capsys.readouterr()
    assert said == ""
    assert noted
    assert "Traceback" not in noted


def test_the_installed_program_ends_in_no_traceback(tmp_path: Path) -> None:
    """In a process of its own the program too tells a mistake, however deep, in code 1 or 2."""
    root = write_list(tmp_path)
    (root / "list.yaml").write_bytes(b"[" * 5000)
    done = program("build", cwd=root)
    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_reading_gets_no_traceback(tmp_path: Path) -> None:
    """A pipe that is closed early, as `head` does, ends the program quietly."""
    root = write_list(tmp_path)
    with subprocess.Popen(
        command("build", "--check"),
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        noted = process.stderr.read()
    assert b"Traceback" not in noted
    assert b"BrokenPipeError" not in noted


def _heavy(folder: Path, *arguments: str) -> str:
    """Which libraries that read, check and render a command imports, as Python lists them."""
    script = (
        "import sys; from awesome_heads import cli; cli.run(sys.argv[1:]); "
        "print(sorted({'pydantic', 'jinja2', 'yaml', 'rich', 'requests'} & sys.modules.keys()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()[-1]


def test_starting_imports_no_more_than_a_command_needs(tmp_path: Path) -> None:
    """Telling the version takes none of the libraries that read, check and render."""
    assert _heavy(tmp_path, "--version") == "[]"


def test_a_build_with_nothing_to_do_imports_nothing_heavy(tmp_path: Path) -> None:
    """Seeing that all is as the last build left it takes none of them either."""
    root = write_list(tmp_path)
    assert "jinja2" in _heavy(root, "build")
    assert _heavy(root, "build") == "[]"
