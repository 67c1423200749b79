"""What is looked at before a stranger's list is read or written into."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.links import LEDGER
from awesome_heads.records.places import RECORDS, VOCABULARIES

# Where a build or a check reads and writes, besides the list's folder itself and the site's.
_FOLDERS = (RECORDS, VOCABULARIES, "templates", "assets", PurePosixPath(LEDGER).parts[0])


def refuse_links(root: Path, out: Path | None = None) -> None:
    """Make sure that nothing a build reads or writes is a symbolic link: those lead anywhere.

    Args:
        root: The list's folder.
        out: The site's, where it is written.

    Raises:
        AwesomeHeadsError: There is one.
    """
    for path in _links(root, out):
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
        raise AwesomeHeadsError(
            f"{name} is a symbolic link, which may lead out of the list",
            "put a file or a folder in its place; --untrusted follows no links",
            name,
        )


def _links(root: Path, out: Path | None) -> Iterator[Path]:
    yield from sorted(path for path in root.iterdir() if path.is_symlink())
    for top in (*(root / name for name in _FOLDERS), *([out] if out else [])):
        for folder, folders, files in os.walk(top):
            found = (Path(folder, name) for name in (*folders, *files))
            yield from sorted(path for path in found if path.is_symlink())
