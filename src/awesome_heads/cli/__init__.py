"""The command line: options and help; the work is in `commands`."""

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import TextIOWrapper
from types import FrameType, ModuleType

import click

from awesome_heads import __version__
from awesome_heads.cli.commands import Commands
from awesome_heads.errors import AwesomeHeadsError

# Nearly every value of a list lives until the end, so looking for cycles among them is in vain:
# with Python's own thresholds it takes a quarter of a build.
_SELDOM = (200_000, 50, 1000)

INTERRUPTED = 130
UNREAD = 141
ENDED = 143

_EXAMPLES = """\b
Examples:
  awesome-heads build                  README.md and site/ from the records
  awesome-heads check --fix            find every mistake, mend the safe ones
  awesome-heads serve                  the site, rebuilt on every save
  awesome-heads add 2404.15574         a new record from its arXiv number
  awesome-heads refresh                what was published or renamed since
  awesome-heads links                  which links are dead or have moved
  awesome-heads import issue.md        records out of an issue's text
  awesome-heads export --year 2024     the papers of a year as BibTeX
  awesome-heads tags rename OLD NEW    in the vocabulary and every record
  awesome-heads diff main              what changed, as Markdown
  awesome-heads schema paper           JSON Schema for your editor
  awesome-heads init my-list           a list of your own, ready to build
"""


# Where each command stands, in this package.
_PLACES = {
    "add": "gathering:add",
    "build": "building:build",
    "check": "checking:check",
    "diff": "checking:diff",
    "export": "exporting:export",
    "import": "gathering:import_list",
    "init": "starting:init",
    "links": "following:links",
    "refresh": "gathering:refresh",
    "schema": "checking:schema",
    "serve": "building:serve",
    "tags": "governing:tags",
}


@click.group(
    cls=Commands,
    places=_PLACES,
    help="Build a curated paper list: one YAML record a paper in, a README and a site out.",
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="awesome-heads %(version)s")
def cli() -> None:
    """Gather the commands."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; gives its exit code and lets no traceback out for a user's mistake."""
    try:
        return int(cli.main(arguments, prog_name="awesome-heads", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AwesomeHeadsError as error:
        _console().report_failure(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        # What a terminal shows of Ctrl+C stands in the line that is there.
        click.echo("\nInterrupted." if sys.stderr.isatty() else "Interrupted.", err=True)
        return INTERRUPTED


def _console() -> ModuleType:
    """What is said on standard error; importing it takes longer than most commands need."""
    return import_module("awesome_heads.commands.console")


@contextmanager
def _ending() -> Iterator[list[int]]:
    """Let a request to end be an interrupt, after which nothing stays half-done; tells of it."""
    received: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        received.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield received
    finally:
        signal.signal(signal.SIGTERM, before)


def main() -> None:
    """Run as a program, whatever its output can show and however early its reader leaves."""
    gc.set_threshold(*_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with _ending() as received:
            code = run()
        if code == INTERRUPTED and received:
            code = ENDED
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = UNREAD
    sys.exit(code)
