"""The files of a list, wherever they were read from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from awesome_heads.records.places import RECORDS, SETTINGS, VOCABULARIES, is_volume
from awesome_heads.records.source import Source

_RECORD_DEPTH = 3
_VOCABULARY_DEPTH = 2


@dataclass(frozen=True)
class ListFiles:
    """What a list is made of.

    Attributes:
        settings: `list.yaml`.
        records: Files of `papers/<year>/`, in the order of their paths, and folders below
            `papers/` that cannot be read.
        vocabularies: Files of `taxonomy/`, in the order of their paths, and such folders there.
        misplaced: Paths that look like records, but lie where none is read.
        others: Further files at the top of the list, such as the README, and volumes of the
            README, by path.
    """

    settings: Source
    records: tuple[Source, ...]
    vocabularies: tuple[Source, ...]
    misplaced: tuple[str, ...]
    others: Mapping[str, Source]

    def with_files(self, changed: Iterable[Source]) -> "ListFiles":
        """The same list with some files in place of those of the same path."""
        every = (self.settings, *self.records, *self.vocabularies, *self.others.values())
        misplaced = (Source(path, b"") for path in self.misplaced)
        return sort_files((*every, *misplaced, *changed))


def sort_files(files: Iterable[Source]) -> ListFiles:
    """Tell the files of a list apart by their paths; of two with one path the later counts."""
    by_path = {source.path: source for source in files}
    records, vocabularies, misplaced, others = [], [], [], {}
    for path in sorted(by_path):
        folder, depth = path.partition("/")[0], path.count("/") + 1
        if path.startswith(".") or "/." in path:
            continue
        is_yaml = path.endswith((".yaml", ".yml"))
        if folder == RECORDS and is_yaml:
            if depth == _RECORD_DEPTH and path.endswith(".yaml"):
                records.append(by_path[path])
            else:
                misplaced.append(path)
        elif folder == RECORDS and by_path[path].fault:
            records.append(by_path[path])
        elif folder == VOCABULARIES and (
            by_path[path].fault or (path.endswith(".yaml") and depth == _VOCABULARY_DEPTH)
        ):
            vocabularies.append(by_path[path])
        elif (depth == 1 and path != SETTINGS) or is_volume(path):
            others[path] = by_path[path]
    settings = by_path.get(SETTINGS, Source(SETTINGS, b"", "there is no such file"))
    return ListFiles(settings, tuple(records), tuple(vocabularies), tuple(misplaced), others)
