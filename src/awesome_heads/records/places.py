"""Where the files of a list stand, by paths relative to its folder."""

from fnmatch import fnmatchcase

SETTINGS = "list.yaml"
RECORDS = "papers"
VOCABULARIES = "taxonomy"
README = "README.md"
VOLUMES = f"{RECORDS}/README-*.md"


def volume_path(name: str) -> str:
    """Path of the file that holds those papers of a name, such as `2019`, that the README lacks."""
    return VOLUMES.replace("*", name)


def is_volume(path: str) -> bool:
    """Whether a path is that of such a file."""
    return fnmatchcase(path, VOLUMES) and path.count("/") == 1
