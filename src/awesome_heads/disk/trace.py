"""What the last build read and wrote: where all of it is as it was, a build need do nothing.

The trace lies in the list's `.cache/`. It holds sizes, times and digests alone, so that one that is
lost, corrupt, or from another machine or version costs a build and nothing else. A file that is
read is the same if its size and time are, or else its content is; of one that was written, size
and time must be those that the build left.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from awesome_heads.disk.writing import MANIFEST
from awesome_heads.records.files import README, RECORDS, VOCABULARIES, is_volume
from awesome_heads.render import SHIPPED

CACHE = ".cache/awesome-heads"
_PACKAGE = Path(__file__).parents[1]
_READ_AT_TOP = (".bib", ".md", ".yaml")
_READ_BELOW = (RECORDS, VOCABULARIES, "templates")

# Each file's size and time by its path.
Stamps = dict[str, list[int]]


class Trace(NamedTuple):
    """The files of a build.

    Attributes:
        program: Tells one state of this program and the libraries beside it from another.
        inputs: What a build reads, by path.
        digests: Digests of what they hold.
        site: The files in the site's folder.
        readme: The README and what belongs to it.
        note: What to tell when a build need do nothing.
    """

    program: str
    inputs: Stamps
    digests: dict[str, str]
    site: Stamps
    readme: Stamps
    note: str = ""


def trace_path(root: Path, out: Path) -> Path:
    """Where the trace of builds into a folder is kept."""
    place = os.path.relpath(out, root).encode(errors="surrogateescape")
    return root / CACHE / f"build-{hashlib.blake2b(place, digest_size=8).hexdigest()}.json"


def read_trace(root: Path, out: Path) -> Trace:
    """What the last build into a folder left; empty where nothing usable is there."""
    empty = Trace("", {}, {}, {}, {})
    with suppress(OSError, ValueError, RecursionError, AttributeError):
        found = json.loads(trace_path(root, out).read_bytes())
        kinds = {name: type(value) for name, value in empty._asdict().items()}
        if {name: type(value) for name, value in found.items()} == kinds:
            return Trace(**found)
    return empty


def look(root: Path, out: Path, last: Trace) -> Trace:
    """The same files as they are now; files whose size and time are as they were are not read."""
    inputs = {path: stamp for path, stamp in _below(root, _is_read) if _is_input(path)}
    digests = {
        path: (last.inputs.get(path) == stamp and last.digests.get(path)) or _digest(root, path)
        for path, stamp in inputs.items()
    }
    site = {path: stamp for path, stamp in _below(out) if path != MANIFEST}
    return Trace(_program(), inputs, digests, site, stamps(root, last.readme), last.note)


def is_same(now: Trace, last: Trace) -> bool:
    """Whether a build would read what it read before, and write what is there."""
    return last.program != "" and now._replace(inputs=last.inputs) == last


def stamps(root: Path, paths: Iterable[str]) -> Stamps:
    """Size and time of each of these files."""
    return {path: _stamp(root / path) for path in paths}


def write_trace(root: Path, out: Path, trace: Trace) -> None:
    """Keep a trace for the next build, which is slow where it cannot be written."""
    path = trace_path(root, out)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(trace._asdict()), encoding="utf-8")


def _program() -> str:
    """This program's own files, and the names of installed libraries, which tell their versions."""
    sign = hashlib.blake2b(sys.version.encode())
    for folder in (_PACKAGE, SHIPPED):
        sign.update(repr(sorted(_below(folder, _is_source))).encode())
    for place in sys.path:
        names = sorted(path.name for path in Path(place).glob("*-info"))
        sign.update(repr(names).encode())
    return sign.hexdigest()


def _is_source(folder: str) -> bool:
    """Python compiles into its folder whenever a module is first imported."""
    return not folder.endswith("__pycache__")


def _is_read(folder: str) -> bool:
    return folder.partition("/")[0] in _READ_BELOW


def _is_input(path: str) -> bool:
    if "/" in path:
        return not is_volume(path)
    return path.endswith(_READ_AT_TOP) and path != README


def _below(
    top: Path, enter: Callable[[str], bool] = bool, above: str = ""
) -> Iterator[tuple[str, list[int]]]:
    """Every file below a folder with size and time, but for folders that are not to be entered."""
    with suppress(NotADirectoryError, FileNotFoundError), os.scandir(top / above) as entries:
        for entry in entries:
            path = f"{above}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if enter(path):
                    yield from _below(top, enter, f"{path}/")
            else:
                yield path, _stamp(entry)


def _stamp(file: Path | os.DirEntry[str]) -> list[int]:
    """Size in bytes and time in nanoseconds since 1970; none of a link that leads nowhere."""
    with suppress(OSError):
        status = file.stat()
        return [status.st_size, status.st_mtime_ns]
    return []


def _digest(root: Path, path: str) -> str:
    with suppress(OSError):
        return hashlib.blake2b((root / path).read_bytes(), digest_size=16).hexdigest()
    return ""
