"""`build --check`: what is on disk beside what would be built."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.made import Only, short
from awesome_heads.commands.results import say
from awesome_heads.render import Output
from awesome_heads.text import count


def compare(root: Path, out: Path, only: Only | None, *, untrusted: bool = False) -> int:
    """Compare what is on disk with what would be built; 1 and a diff where they differ."""
    if untrusted:
        disk.refuse_links(root, out)
    past = disk.Past(root, out, is_trusted=not untrusted)
    earlier = disk.Earlier(past.memory)
    loaded, problems = project.load(root, earlier.parser())
    if loaded is None:
        report(problems, "nothing was compared")
        return 1
    loaded = loaded.in_sandbox() if untrusted else loaded
    texts = earlier.texts(loaded.records)
    stale = 0
    if only != "site":
        stale += _print_differences(root, loaded.readme(texts=texts), disk.read_volumes(root))
    if only != "readme" and out.is_dir():
        site = loaded.site()
        fresh = past.fresh(site.keys_by(texts.key_of))
        stale += _print_differences(out, site, disk.made_files(out), fresh)
    elif only != "readme":
        notes().print(f"{short(out)}/ is not there yet, so it was not compared.")
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
            name = f"{short(folder)}/{path}" if short(folder) != "." else path
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
