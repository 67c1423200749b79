"""The command line: options and help; the work is in `commands`."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from threading import Event

import click

from awesome_heads import __version__, disk
from awesome_heads.commands import build as build_command
from awesome_heads.commands import console
from awesome_heads.commands import serve as serve_command
from awesome_heads.errors import AwesomeHeadsError, UsageError

INTERRUPTED = 130
UNREAD = 141

_EXAMPLES = """\b
Examples:
  awesome-heads build            README.md and site/ from the records
  awesome-heads build --check    is what is there up to date?
  awesome-heads serve            the site in the browser, rebuilt on save
"""

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds list.yaml.  [default: the nearest one, from here upwards]",
)


def _root(root: Path | None) -> Path:
    return disk.require_root(root.resolve()) if root else disk.find_root(Path.cwd())


@click.group(
    help="Build a curated paper list: one YAML record a paper in, a README and a site out.",
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="awesome-heads %(version)s")
def cli() -> None:
    """Gather the commands."""


@cli.command()
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=True, path_type=Path),
    help="Folder of the site.  [default: site, in the list's folder]",
)
@click.option("--only", type=click.Choice(["readme", "site"]), help="Make only one of the two.")
@click.option(
    "--check", is_flag=True, help="Write nothing; print a diff and exit 1 if out of date."
)
def build(
    root: Path | None, out: Path | None, only: build_command.Only | None, *, check: bool
) -> int:
    """Write README.md, its pictures and the site.

    Nothing is written unless every file of the list is valid. Files that are already right are
    left alone; files of an earlier build that are no longer made are removed.
    """
    folder = _root(root)
    run = build_command.check if check else build_command.build
    if check and out and not out.is_dir():
        raise UsageError(f"there is no folder {out}", "build it first, or name another with --out")
    return run(folder, out.resolve() if out else folder / "site", only)


@cli.command()
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 takes any port that is free.",
)
def serve(root: Path | None, port: int) -> int:
    """Show the site in the browser, rebuilt and reloaded on every save.

    It is served on this machine alone and written nowhere. While a file has a fault, the browser
    shows what to mend.
    """
    return serve_command.serve(_root(root), port, Event())


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
