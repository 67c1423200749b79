"""`build`: the README and the site."""

import difflib
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report, say, track
from awesome_heads.records.files import is_volume
from awesome_heads.render import LARGEST, Output
from awesome_heads.text import count, sentence_list

Only = Literal["readme", "site"]


def build(root: Path, out: Path, only: Only | None, jobs: int = 1) -> int:
    """Write README and site; 1 where the list has problems, and then nothing is written."""
    started = time.monotonic()
    last = disk.read_trace(root, out)
    now = disk.look(root, out, last)
    if only is None and disk.is_same(now, last):
        _tell(out, only, last.note, disk.Changes((), ()), started)
        return 0
    loaded, problems = project.load(root)
    if loaded is None:
        report(problems, "nothing was built")
        return 1
    readme = {} if only == "site" else loaded.readme()
    site = {} if only == "readme" else loaded.site()
    changes = _write(root, out, readme, site, jobs)
    note = count(len(loaded.library.papers), "paper")
    note += f", {count(sum(path.endswith('.html') for path in site), 'page')}" if site else ""
    if only is None:
        left = disk.look(root, out, now)._replace(inputs=now.inputs, digests=now.digests)
        kept = left._replace(readme=disk.stamps(root, readme), note=note)
        disk.write_trace(root, out, kept)
    _tell_volumes(readme)
    _tell(out, only, note, changes, started)
    return 0


def _write(
    root: Path, out: Path, readme: Mapping[str, Output], site: Mapping[str, Output], jobs: int
) -> disk.Changes:
    tracked = partial(track, label="Rendering")
    folder = disk.write_folder(out, site, jobs, tracked) if site else disk.Changes((), ())
    volumes = disk.read_volumes(root) if readme else ()
    beside = disk.write_files(root, readme.values(), volumes)
    return disk.Changes(folder.written + beside.written, folder.removed + beside.removed)


def _tell(out: Path, only: Only | None, note: str, changes: disk.Changes, started: float) -> None:
    """Say what was built, and in how many seconds since the clock showed `started`."""
    made = sentence_list(
        ["README.md"] * (only != "site") + [f"{_short(out)}/"] * (only != "readme")
    )
    parts = [f"{count(len(changes.written), 'file')} changed"]
    parts += [f"{len(changes.removed)} removed"] if changes.removed else []
    say(f"Built {made}: {note}; {', '.join(parts)}; {time.monotonic() - started:.1f} s.")


def _tell_volumes(readme: Iterable[str]) -> None:
    """Say which files hold the papers that the README has no room for."""
    volumes = [path for path in readme if is_volume(path)]
    if volumes:
        rest = f" to {volumes[-1]}" if len(volumes) > 1 else ""
        files = f"{volumes[0]}{rest} ({count(len(volumes), 'file')})"
        notes().print(f"README.md would pass {LARGEST:,} bytes: older papers are in {files}.")


def check(root: Path, out: Path, only: Only | None) -> int:
    """Compare what is on disk with what would be built; 1 and a diff where they differ."""
    loaded, problems = project.load(root)
    if loaded is None:
        report(problems, "nothing was compared")
        return 1
    stale = 0
    if only != "site":
        stale += _print_differences(root, loaded.readme(), disk.read_volumes(root))
    if only != "readme" and out.is_dir():
        stale += _print_differences(out, loaded.site(), disk.made_files(out))
    elif only != "readme":
        notes().print(f"{_short(out)}/ is not there yet, so it was not compared.")
    if stale:
        notes().print(f"{count(stale, 'file')} out of date: run `awesome-heads build`.")
        return 1
    say("Everything is up to date.")
    return 0


def _print_differences(folder: Path, outputs: Mapping[str, Output], made: set[str]) -> int:
    stale = 0
    for path in sorted(outputs.keys() | made):
        present = disk.read_optional(folder / path)
        wanted = outputs[path].data if path in outputs else None
        if present != wanted:
            stale += 1
            name = f"{_short(folder)}/{path}" if _short(folder) != "." else path
            lines = list(_difference(name, present or b"", wanted or b""))
            say("".join(lines).rstrip("\n") or f"{name} is missing")
    return stale


def _difference(name: str, present: bytes, wanted: bytes) -> Iterator[str]:
    if b"\0" in present + wanted:  # no text, and a terminal may take parts of it for commands
        yield f"{name} differs\n"
        return
    old, new = (
        data.decode(errors="replace").splitlines(keepends=True) for data in (present, wanted)
    )
    for line in difflib.unified_diff(old, new, f"{name} (on disk)", f"{name} (as built)", n=1):
        yield line if line.endswith("\n") else f"{line}\n"


def _short(path: Path) -> str:
    """A path as seen from where the command was called."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
