"""The command that takes papers out."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option
from awesome_heads.commands import export as export_command
from awesome_heads.formats import Prefer
from awesome_heads.selection import Wanted


@click.command()
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(export_command.FORMATS)),
    help="What to write.  [default: what the ending of FILE says, else bibtex]",
)
@click.option("--tag", "tags", multiple=True, metavar="NAME", help="Only papers with this tag.")
@click.option(
    "--year",
    "years",
    multiple=True,
    metavar="YEAR",
    help="Only papers first public in this year, or in these, as 2022-2024.",
)
@click.option(
    "--venue", "venues", multiple=True, metavar="NAME", help="Only papers that appeared there."
)
@click.option(
    "--author",
    "authors",
    multiple=True,
    metavar="NAME",
    help="Only papers by this author; a part of the name will do.",
)
@click.option(
    "--query",
    default="",
    metavar="TEXT",
    help="Only papers with all these words, or words that begin so.",
)
@click.option(
    "--since",
    default="",
    metavar="DATE",
    help="Only papers that joined the list on this day or later; a month or year will do.",
)
@click.option(
    "--prefer",
    type=click.Choice(["published", "preprint"]),
    default="published",
    show_default=True,
    help="Which version to cite, where there are two.",
)
@click.option(
    "--ascii", "ascii_", is_flag=True, help="Write accents as macros of TeX, or escapes of JSON."
)
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    help="Write here; - is standard output.  [default: -]",
)
def export(
    root: Path | None,
    form: str | None,
    prefer: Prefer,
    out: Path | None,
    *,
    ascii_: bool,
    **wanted: str | tuple[str, ...],
) -> int:
    """Write the list, or a part of it, for other tools.

    Options that choose papers combine; of one that is given several times, any value will do.
    Tags and venues are found by their other names too. A choice that no paper meets gives an
    empty file. docs/formats.md shows each format.
    """
    asked = Wanted(**wanted)  # type: ignore[arg-type]
    manner = export_command.Manner(form, prefer, ascii_)
    file = None if out == Path("-") else out
    return export_command.export(root_of(root), file, manner, asked)
