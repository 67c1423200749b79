"""Options that several commands share."""

from pathlib import Path

import click

from awesome_heads import disk

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder that holds list.yaml.  [default: the nearest one, from here upwards]",
)

untrusted_option = click.option(
    "--untrusted",
    is_flag=True,
    help="Let the list's own templates fill in what they are given alone, and follow no links: "
    "for a list that somebody else wrote.",
)


def root_of(root: Path | None) -> Path:
    """The list that `--root` names, or the one that the working directory lies in.

    Raises:
        UsageError: There is none.
    """
    return disk.require_root(root.resolve()) if root else disk.find_root(Path.cwd())


vocabulary_option = click.option(
    "--vocabulary", default="tags", show_default=True, help="Which file of taxonomy/."
)
