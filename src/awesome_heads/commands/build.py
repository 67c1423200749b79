"""`build`: the README and the site, or nothing at all where both are as they would be made."""

import time
from pathlib import Path

from awesome_heads import disk
from awesome_heads.commands.made import Made, Only, short
from awesome_heads.commands.results import say
from awesome_heads.text import count, sentence_list


def build(
    root: Path, out: Path, only: Only | None, jobs: int | None = None, *, untrusted: bool = False
) -> int:
    """Write README and site; 1 where the list has problems, and then nothing is written."""
    started = time.monotonic()
    if untrusted:
        disk.refuse_links(root, out)
    past = disk.Past(root, out, is_trusted=not untrusted)
    made: Made | None = Made(past.note)
    if only is not None or not past.is_present:
        # Imported only where something is built: it takes several times as long as to see that.
        from awesome_heads.commands.rebuild import rebuild  # noqa: PLC0415

        made = rebuild(past, only, jobs)
    if made is None:
        return 1
    places = ["README.md"] * (only != "site") + [f"{short(out)}/"] * (only != "readme")
    parts = [f"{count(made.written, 'file')} changed"]
    parts += [f"{made.removed} removed"] if made.removed else []
    seconds = time.monotonic() - started
    say(f"Built {sentence_list(places)}: {made.note}; {', '.join(parts)}; {seconds:.1f} s.")
    return 0
