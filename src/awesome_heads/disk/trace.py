"""What the last build read and wrote: outputs that are as it left them need not be made again.

A file that is read is the same if its size and times are, or else its content is; of one that was
written, size and time must be those that the build left.
"""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from awesome_heads.digests import digest
from awesome_heads.disk.manifest import MANIFEST
from awesome_heads.disk.memory import Memory
from awesome_heads.disk.opening import LARGEST_READ, read_within
from awesome_heads.disk.stamps import Stamps, full_stamps_below, stamps, stamps_below
from awesome_heads.records.places import README, RECORDS, VOCABULARIES, is_volume

_READ_AT_TOP = (".bib", ".md", ".yaml")
_READ_BELOW = (RECORDS, VOCABULARIES, "templates")


class Trace(NamedTuple):
    """The files of a build.

    Attributes:
        inputs: What a build reads, by path.
        digests: Digests of what they hold.
        site: The files in the site's folder.
        readme: The README and what belongs to it.
        note: What to tell when a build need do nothing; empty where there was no build.
    """

    inputs: Stamps
    digests: dict[str, str]
    site: Stamps
    readme: Stamps
    note: str = ""

    def is_same(self, last: "Trace") -> bool:
        """Whether a build would read what it read then, and write what is there."""
        return last.note != "" and self._replace(inputs=last.inputs) == last

    def unchanged(self, last: "Trace") -> set[str]:
        """Paths of the site's files that are as they were left then."""
        return {path for path, stamp in last.site.items() if stamp == self.site.get(path)}


def trace_name(root: Path, out: Path) -> str:
    """What the memory calls builds into a folder."""
    place = os.path.relpath(out, root).encode(errors="surrogateescape")
    return f"build-{digest(place)[:16]}"


def read_trace(memory: Memory, name: str) -> Trace:
    """What the last build into a folder left; empty where nothing usable is there."""
    empty = Trace({}, {}, {}, {})
    found = memory.read(name)
    with suppress(TypeError, AttributeError):
        kinds = {name: type(value) for name, value in empty._asdict().items()}
        if {name: type(value) for name, value in found.items()} == kinds:  # type: ignore[attr-defined]
            return Trace(**found)  # type: ignore[arg-type]
    return empty


def look(root: Path, out: Path, last: Trace) -> Trace:
    """The same files as they are now; files whose size and times are as they were are not read."""
    found = full_stamps_below(root, _is_read)
    inputs = {path: stamp for path, stamp in found.items() if _is_input(path)}
    digests = {
        path: (last.inputs.get(path) == stamp and last.digests.get(path)) or _digest(root, path)
        for path, stamp in inputs.items()
    }
    site = stamps_below(out)
    site.pop(MANIFEST, None)
    return Trace(inputs, digests, site, stamps(root, last.readme), last.note)


def look_again(now: Trace, out: Path, site: Collection[str], written: Iterable[str]) -> Trace:
    """The same files after a build.

    Args:
        now: What it found.
        out: The site's folder.
        site: Paths of the site's files.
        written: Those that it wrote.
    """
    left = {path: stamp for path, stamp in now.site.items() if path in site}
    return now._replace(site=left | stamps(out, written))


def write_trace(memory: Memory, name: str, trace: Trace) -> None:
    """Keep a trace for the next build."""
    memory.write(name, trace._asdict())


def _is_read(folder: str) -> bool:
    return folder.partition("/")[0] in _READ_BELOW


def _is_input(path: str) -> bool:
    if "/" in path:
        return not is_volume(path)
    return path.endswith(_READ_AT_TOP) and path != README


def _digest(root: Path, path: str) -> str:
    with suppress(OSError):
        return digest(read_within(root, root / path, LARGEST_READ))
    return ""
