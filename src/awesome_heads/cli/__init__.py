"""The command line: options and help; the work is in `commands`."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from awesome_heads import __version__
from awesome_heads.cli.building import build, serve
from awesome_heads.cli.checking import check, diff, schema
from awesome_heads.cli.exporting import export
from awesome_heads.cli.gathering import add, import_list, refresh
from awesome_heads.cli.governing import tags
from awesome_heads.cli.starting import init
from awesome_heads.commands import console
from awesome_heads.errors import AwesomeHeadsError

INTERRUPTED = 130
UNREAD = 141

_EXAMPLES = """\b
Examples:
  awesome-heads build                  README.md and site/ from the records
  awesome-heads check --fix            find every mistake, mend the safe ones
  awesome-heads serve                  the site, rebuilt on every save
  awesome-heads add 2404.15574         a new record from its arXiv number
  awesome-heads refresh                what was published or renamed since
  awesome-heads import issue.md        records out of an issue's text
  awesome-heads export --year 2024     the papers of a year as BibTeX
  awesome-heads tags rename OLD NEW    in the vocabulary and every record
  awesome-heads diff main              what changed, as Markdown
  awesome-heads schema paper           JSON Schema for your editor
  awesome-heads init my-list           a list of your own, ready to build
"""


@click.group(
    help="Build a curated paper list: one YAML record a paper in, a README and a site out.",
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="awesome-heads %(version)s")
def cli() -> None:
    """Gather the commands."""


_COMMANDS = (
    *(build, check, serve),
    *(add, refresh, import_list, export),
    *(tags, diff, schema, init),
)
for _command in _COMMANDS:
    cli.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; gives its exit code and lets no traceback out for a user's mistake."""
    try:
        return int(cli.main(arguments, prog_name="awesome-heads", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AwesomeHeadsError as error:
        console.report_failure(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        console.notes().print("Interrupted.")
        return INTERRUPTED


def main() -> None:
    """Run as a program, whatever its output can show and however early its reader leaves."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = UNREAD
    sys.exit(code)
