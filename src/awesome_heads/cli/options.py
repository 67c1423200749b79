"""Options that several commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
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


def root_of(root: Path | None, *, untrusted: bool = False) -> Path:
    """The list that `--root` names, or the one that the working directory lies in.

    What an earlier command was writing when it was cut off is finished or undone before, unless
    the list is somebody else's: then nothing that came with it is believed.

    Raises:
        UsageError: There is none.
    """
    folder = _found(root)
    if not untrusted:
        disk.make_good(folder, _tell_waiting)
    return folder


@contextmanager
def to_write(root: Path | None, *, untrusted: bool = False) -> Iterator[Path]:
    """The same list, into which no other command writes meanwhile.

    Raises:
        UsageError: There is none.
    """
    folder = _found(root)
    if untrusted:
        yield folder
        return
    with disk.lock(folder, _tell_waiting):
        yield folder


def _found(root: Path | None) -> Path:
    return disk.require_root(root.resolve()) if root else disk.find_root(Path.cwd())


def _tell_waiting() -> None:
    # Imported only where somebody has to wait: it takes longer than most commands need.
    import_module("awesome_heads.commands.console").tell_waiting()


vocabulary_option = click.option(
    "--vocabulary", default="tags", show_default=True, help="Which file of taxonomy/."
)
