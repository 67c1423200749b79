"""Changes of what a build reads, told as they happen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import watchfiles

from awesome_heads.records.places import RECORDS, SETTINGS, VOCABULARIES, is_volume

_FOLDERS = {RECORDS, VOCABULARIES, "templates"}


def watch(root: Path, stop: Event) -> Iterator[None]:
    """Yield whenever something changed that a build reads, until `stop` is set."""
    inputs = _Inputs(root)
    for _ in watchfiles.watch(root, watch_filter=inputs, stop_event=stop, debounce=100):
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
