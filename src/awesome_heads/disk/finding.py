"""The folder of the list that a command is about, and room for a new one."""

from collections.abc import Iterable
from pathlib import Path

from awesome_heads.errors import UsageError
from awesome_heads.records.places import SETTINGS
from awesome_heads.text import sentence_list


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds a list.

    Raises:
        UsageError: There is none.
    """
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise UsageError(
        f"no {SETTINGS} in {start} or any folder above it",
        "change into a list's folder, or name one with --root DIR",
    )


def require_root(folder: Path) -> Path:
    """The folder itself, if it holds a list.

    Raises:
        UsageError: It holds none.
    """
    if not (folder / SETTINGS).is_file():
        raise UsageError(f"no {SETTINGS} in {folder}", "name the folder of a list with --root DIR")
    return folder


def require_free(folder: Path, paths: Iterable[str]) -> None:
    """Make sure that files can be written into a folder without overwriting any.

    Raises:
        UsageError: Some are there already, or the folder is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", "name another one")
    there = sorted(path for path in paths if (folder / path).exists())
    if there:
        hint = "move them away, or name another folder"
        raise UsageError(f"{folder} already has {sentence_list(there)}", hint)
