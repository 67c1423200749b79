"""The file system and the clock: everything that is read, watched and written."""

from awesome_heads.disk.failing import read_ledger, write_ledger
from awesome_heads.disk.foreign import refuse_links
from awesome_heads.disk.journal import Journal
from awesome_heads.disk.locking import lock, make_good
from awesome_heads.disk.manifest import MANIFEST, made_files
from awesome_heads.disk.memory import CACHE, Memory
from awesome_heads.disk.past import Past
from awesome_heads.disk.reading import (
    find_root,
    read_list,
    read_optional,
    read_theme,
    read_volumes,
    require_free,
    require_root,
    today,
)
from awesome_heads.disk.sharing import processors
from awesome_heads.disk.unfinished import is_unfinished, recover
from awesome_heads.disk.watching import watch
from awesome_heads.disk.writing import (
    Changes,
    Transaction,
    append,
    write_file,
    write_files,
    write_folder,
)
from awesome_heads.records.files import SETTINGS

__all__ = [
    "CACHE",
    "MANIFEST",
    "SETTINGS",
    "Changes",
    "Journal",
    "Memory",
    "Past",
    "Transaction",
    "append",
    "find_root",
    "is_unfinished",
    "lock",
    "made_files",
    "make_good",
    "processors",
    "read_ledger",
    "read_list",
    "read_optional",
    "read_theme",
    "read_volumes",
    "recover",
    "refuse_links",
    "require_free",
    "require_root",
    "today",
    "watch",
    "write_file",
    "write_files",
    "write_folder",
    "write_ledger",
]
