"""`build`: the README and the site."""

import difflib
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report, say, track
from awesome_heads.records.files import is_volume
from awesome_heads.render import LARGEST, Output, Rendered
from awesome_heads.text import count, sentence_list

Only = Literal["readme", "site"]

_NOTHING = disk.Changes((), ())


def build(
    root: Path, out: Path, only: Only | None, jobs: int = 1, *, untrusted: bool = False
) -> int:
    """Write README and site; 1 where the list has problems, and then nothing is written."""
    started = time.monotonic()
    if untrusted:
        disk.refuse_links(root, out)
    past = disk.Past(root, out, is_trusted=not untrusted)
    if only is None and past.is_present:
        _tell(out, only, past.note, _NOTHING, started)
        return 0
    parser = past.memory.parser()
    loaded, problems = project.load(root, parser)
    if loaded is None:
        report(problems, "nothing was built")
        return 1
    loaded = loaded.in_sandbox() if untrusted else loaded
    texts = past.memory.texts(loaded.records)
    readme = {} if only == "site" else loaded.readme(texts=texts)
    site = None if only == "readme" else loaded.site()
    keys = site.keys_by(texts.key_of) if site else {}
    fresh = past.fresh(keys)
    with disk.Transaction(None if untrusted else root) as writing:
        pages = _stage_site(writing, out, site, jobs, fresh) if site else ()
        beside = _stage_readme(writing, root, readme) if readme else ()
    changes = disk.Changes(pages + beside, writing.removed)
    note = _note(len(loaded.library.papers), keys)
    past.memory.keep_papers(parser)
    if only != "site":
        past.memory.keep_texts(texts)
    if only is None:
        past.leave(keys, pages, readme, note)
    _tell_volumes(readme)
    _tell(out, only, note, changes, started)
    return 0


def _stage_site(
    writing: disk.Transaction, out: Path, site: Rendered, jobs: int, fresh: Collection[str]
) -> tuple[str, ...]:
    return writing.write_folder(out, site, jobs, partial(track, label="Rendering"), fresh)


def _stage_readme(
    writing: disk.Transaction, root: Path, readme: Mapping[str, Output]
) -> tuple[str, ...]:
    return writing.write_files(root, readme.values(), disk.read_volumes(root))


def _note(papers: int, site: Iterable[str]) -> str:
    pages = sum(path.endswith(".html") for path in site)
    return count(papers, "paper") + (f", {count(pages, 'page')}" if pages else "")


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


def check(root: Path, out: Path, only: Only | None, *, untrusted: bool = False) -> int:
    """Compare what is on disk with what would be built; 1 and a diff where they differ."""
    if untrusted:
        disk.refuse_links(root, out)
    past = disk.Past(root, out, is_trusted=not untrusted)
    loaded, problems = project.load(root, past.memory.parser())
    if loaded is None:
        report(problems, "nothing was compared")
        return 1
    loaded = loaded.in_sandbox() if untrusted else loaded
    texts = past.memory.texts(loaded.records)
    stale = 0
    if only != "site":
        stale += _print_differences(root, loaded.readme(texts=texts), disk.read_volumes(root))
    if only != "readme" and out.is_dir():
        site = loaded.site()
        fresh = past.fresh(site.keys_by(texts.key_of))
        stale += _print_differences(out, site, disk.made_files(out), fresh)
    elif only != "readme":
        notes().print(f"{_short(out)}/ is not there yet, so it was not compared.")
    if stale:
        notes().print(f"{count(stale, 'file')} out of date: run `awesome-heads build`.")
        return 1
    say("Everything is up to date.")
    return 0


def _print_differences(
    folder: Path, outputs: Mapping[str, Output], made: set[str], fresh: Collection[str] = ()
) -> int:
    stale = 0
    for path in sorted((outputs.keys() | made).difference(fresh)):
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
