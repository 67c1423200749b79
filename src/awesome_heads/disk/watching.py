"""Changes of what a build reads, told as they happen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import watchfiles

from awesome_heads.records.places import RECORDS, SETTINGS, VOCABULARIES, is_volume

# Milliseconds: for changes to come to an end, and until it is told that there are none.
_LONGEST_WAIT = 100
_FOLDERS = {RECORDS, VOCABULARIES, "templates"}


def watch(root: Path, stop: Event) -> Iterator[None]:
    """Yield once as soon as nothing is missed, and then whenever something changed.

    Only what a build reads counts, and it ends when `stop` is set.
    """
    is_watching = False
    for changes in watchfiles.watch(
        root,
        watch_filter=_Inputs(root),
        stop_event=stop,
        debounce=_LONGEST_WAIT,
        rust_timeout=_LONGEST_WAIT,
        yield_on_timeout=True,
    ):
        if changes or not is_watching:
            is_watching = True
            yield


class _Inputs(watchfiles.DefaultFilter):
    """Lets through what a build reads: records, vocabularies, templates, settings, citation."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root.resolve()

    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        whole = Path(path).resolve()
        if not whole.is_relative_to(self._root) or not super().__call__(change, path):
            return False
        inside = whole.relative_to(self._root).as_posix()
        top = inside.partition("/")[0]
        is_read = top in _FOLDERS or top == SETTINGS or top.endswith(".bib")
        return is_read and not is_volume(inside)
