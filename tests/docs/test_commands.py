"""The page on the command line: every command, argument, option, exit code and variable."""

import click
import pytest

from awesome_heads.cli import cli
from tools.pages import command_line as page_of
from tools.pages.command_line import argument_name, command_line, commands_of

PAGE = command_line()
COMMANDS = dict(commands_of(cli))

each_command = pytest.mark.parametrize("words", COMMANDS)


def section_of(words: str) -> str:
    """What the page says of a command."""
    return PAGE.partition(f"\n## {words}\n")[2].partition("\n## ")[0]


def test_commands_of_groups_are_found() -> None:
    """The walk over commands goes into groups."""
    assert {"awesome-heads build", "awesome-heads tags rename"} <= COMMANDS.keys()


@each_command
def test_command_is_documented(words: str) -> None:
    """Each command has a section that says what it does, in all its paragraphs."""
    about = COMMANDS[words].help
    assert about, words
    section = " ".join(section_of(words).split())
    assert all(" ".join(paragraph.split()) in section for paragraph in about.split("\n\n"))


@each_command
def test_arguments_are_documented(words: str) -> None:
    """Each argument stands in a row that says what it is, and in the usage line."""
    section = section_of(words)
    for parameter in COMMANDS[words].params:
        if isinstance(parameter, click.Argument):
            name = argument_name(parameter).replace("|", r"\|")
            (row,) = [line for line in section.splitlines() if line.startswith(f"| `{name}` |")]
            assert row.count(" | ") == 3, row
            assert not row.endswith("|  |"), row
            usage = section.partition("```\n")[0]
            assert parameter.make_metavar(click.Context(COMMANDS[words])) in usage


@each_command
def test_options_are_documented(words: str) -> None:
    """Each option stands in a row with all its names, and with a help text."""
    context = click.Context(COMMANDS[words], help_option_names=["-h", "--help"])
    for parameter in COMMANDS[words].get_params(context):
        if isinstance(parameter, click.Option):
            names = ", ".join(f"`{name}`" for name in parameter.opts)
            assert f"\n| {names} |" in section_of(words), names
            assert parameter.help, names


def test_argument_without_explanation_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new argument that nobody explained stops the page from being made, and is named."""
    monkeypatch.setattr(page_of, "ARGUMENTS", {})
    with pytest.raises(LookupError, match="is not explained"):
        command_line()


def test_no_explanation_is_left_over() -> None:
    """Whatever is explained as an argument is one."""
    named = {
        words.partition(" ")[2]: {each.name for each in command.params}
        for words, command in COMMANDS.items()
    }
    assert {
        words: arguments.keys() - named.get(words, set())
        for words, arguments in page_of.ARGUMENTS.items()
        if arguments.keys() - named.get(words, set())
    } == {}


def test_exit_codes_and_environment_are_documented() -> None:
    """The page says what each exit code means, and which variables are heeded."""
    assert all(f"\n| {code} | " in PAGE for code in (0, 1, 2, 130))
    assert "\n| `NO_COLOR` |" in PAGE
    for command in COMMANDS.values():
        for each in command.params:
            assert each.envvar is None or f"\n| `{each.envvar}` |" in PAGE
