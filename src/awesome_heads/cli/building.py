"""Commands that make the README and the site."""

from pathlib import Path
from threading import Event

import click

from awesome_heads.cli.options import root_of, root_option, to_write, untrusted_option
from awesome_heads.commands.build import build as build_command
from awesome_heads.commands.made import Only
from awesome_heads.errors import UsageError


@click.command()
@root_option
@click.option(
    "--out",
    type=click.Path(file_okay=True, path_type=Path),
    help="Folder of the site.  [default: site, in the list's folder]",
)
@click.option("--only", type=click.Choice(["readme", "site"]), help="Make only one of the two.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes may render the site.  [default: one a processor]",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; print a diff and exit 1 if out of date."
)
@untrusted_option
def build(
    root: Path | None,
    out: Path | None,
    only: Only | None,
    jobs: int | None,
    *,
    check: bool,
    untrusted: bool,
) -> int:
    """Write README.md, its pictures and the site.

    Nothing is written unless every file of the list is valid. Files that are already right are
    left alone; files of an earlier build that are no longer made are removed.
    """
    if check:
        from awesome_heads.commands.compare import compare  # noqa: PLC0415 -- as in `build`

        folder = root_of(root, untrusted=untrusted)
        if out and not out.is_dir():
            message = f"there is no folder {out}"
            raise UsageError(message, "build it first, or name another with --out")
        return compare(folder, _place(folder, out), only, untrusted=untrusted)
    with to_write(root, untrusted=untrusted) as folder:
        return build_command(folder, _place(folder, out), only, jobs, untrusted=untrusted)


def _place(folder: Path, out: Path | None) -> Path:
    return out.resolve() if out else folder / "site"


@click.command()
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 takes any port that is free.",
)
@untrusted_option
def serve(root: Path | None, port: int, *, untrusted: bool) -> int:
    """Show the site in the browser, rebuilt and reloaded on every save.

    It is served on this machine alone and written nowhere. While a file has a fault, the browser
    shows what to mend.
    """
    from awesome_heads.commands import serve as serve_command  # noqa: PLC0415 -- not for `build`

    return serve_command.serve(
        root_of(root, untrusted=untrusted), port, Event(), untrusted=untrusted
    )
