from .codes import Codes
from .earlier import Earlier
from .failing import read_ledger, write_ledger
from .finding import find_root, require_free, require_root
from .foreign import refuse_links
from .journal import Journal
from .locking import lock, make_good
from .manifest import MANIFEST, made_files
from .memory import CACHE, Memory
from .opening import is_inside
from .past import Past
from .reading import (
    Reader,
    read_list,
    read_optional,
    read_theme,
    read_volumes,
    today,
)
from .sharing import aside, processors
from .unfinished import is_unfinished, recover
from .watching import watch
from .writing import (
    Changes,
    Transaction,
    append,
    write_file,
    write_files,
    write_folder,
)

__all__ = [
    "CACHE",
    "MANIFEST",
    "Changes",
    "Codes",
    "Earlier",
    "Journal",
    "Memory",
    "Past",
    "Reader",
    "Transaction",
    "append",
    "aside",
    "find_root",
    "is_inside",
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
