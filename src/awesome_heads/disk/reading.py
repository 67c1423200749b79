"""Files of a list read, in the order of their paths."""

from collections.abc import Iterator
from pathlib import Path

from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.records import Source
from awesome_heads.render import Theme

SETTINGS = "list.yaml"


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


def read_source(root: Path, path: str) -> Source:
    """Read one file of the list; `path` is relative to the root, with forward slashes."""
    return Source(path, _read(root / path))


def read_records(root: Path) -> Iterator[Source]:
    """Read every record, in the order of their paths."""
    yield from _read_yaml(root, "papers", "*/[!.]*.yaml")


def read_vocabularies(root: Path) -> Iterator[Source]:
    """Read every vocabulary, in the order of their paths."""
    yield from _read_yaml(root, "taxonomy", "[!.]*.yaml")


def misplaced_records(root: Path) -> Iterator[str]:
    """Paths below `papers/` that no command would read, though they look like records."""
    for path in sorted((root / "papers").rglob("[!.]*")):
        relative = path.relative_to(root)
        is_record = path.suffix == ".yaml" and len(relative.parts) == len(("papers", "year", "id"))
        if path.suffix in {".yaml", ".yml"} and not is_record:
            yield relative.as_posix()


def _read_yaml(root: Path, folder: str, pattern: str) -> Iterator[Source]:
    for path in sorted((root / folder).glob(pattern)):
        yield _source(root, path)


def _source(root: Path, path: Path) -> Source:
    """A file with its bytes, or with why they cannot be had: one bad file hides no other."""
    name = path.relative_to(root).as_posix()
    try:
        return Source(name, path.read_bytes())
    except OSError as error:
        return Source(name, b"", error.strerror or str(error))


def read_theme(root: Path) -> Theme:
    """Read the list's own templates and static files."""
    folder = root / "templates"
    return Theme(
        {
            path.relative_to(folder).as_posix(): _read(path)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }
    )


def read_optional(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is no file."""
    return _read(path) if path.is_file() else None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise AwesomeHeadsError(f"{path} cannot be read: {error.strerror}") from error
