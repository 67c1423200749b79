"""The command that begins a list."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from awesome_heads.commands import init as init_command
from awesome_heads.errors import UsageError


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="Name of the list.  [default: made of the folder's name]")
@click.option(
    "--description",
    help="What it is about, in one sentence.  [default: A curated list of papers.]",
)
@click.option("--repository", metavar="URL", help="Where the list's repository is or will be.")
@click.option(
    "--site",
    metavar="URL",
    help="Where its site will be.  [default: on GitHub Pages, by the repository]",
)
@click.option(
    "--language", metavar="TAG", help="Language of the interface, such as `zh-Hans`.  [default: en]"
)
@click.option("--yes", is_flag=True, help="Ask nothing, and take the defaults.")
def init(folder: Path, *, yes: bool, **given: str | None) -> int:
    """Begin a list in the folder DIR: records, settings, vocabularies, workflows, README.

    What no option says is asked on a terminal, and elsewhere taken from the defaults; --repository
    has none. No file is overwritten: a folder with files of the same names is refused.
    """
    asked = sys.stdin.isatty() and not yes
    return init_command.init(folder, given, _ask if asked else None)


def _ask(text: str, guess: str | None, parse: Callable[[str], str]) -> str:
    def read(typed: str) -> str:
        try:
            return parse(typed)
        except UsageError as error:
            # What click shows before it asks again.
            raise click.UsageError(f"{error.message}: {error.hint}") from error

    answer: str = click.prompt(text, default=guess, value_proc=read, err=True)
    return answer
