"""The file system: everything that is read, watched and written."""

from awesome_heads.disk.reading import (
    SETTINGS,
    find_root,
    misplaced_records,
    read_optional,
    read_records,
    read_source,
    read_theme,
    read_vocabularies,
    require_root,
)
from awesome_heads.disk.watching import watch
from awesome_heads.disk.writing import MANIFEST, Changes, made_files, write_files, write_folder

__all__ = [
    "MANIFEST",
    "SETTINGS",
    "Changes",
    "find_root",
    "made_files",
    "misplaced_records",
    "read_optional",
    "read_records",
    "read_source",
    "read_theme",
    "read_vocabularies",
    "require_root",
    "watch",
    "write_files",
    "write_folder",
]
