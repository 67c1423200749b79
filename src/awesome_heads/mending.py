"""`check --fix`: edits applied file by file until nothing is left to mend."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from awesome_heads.diagnostics import Diagnostic, Edit
from awesome_heads.records import Source
from awesome_heads.records.editing import apply_edits
from awesome_heads.render import Output

_BOM = b"\xef\xbb\xbf"
BOM_EDIT = Edit(0, 0, "")


@dataclass(frozen=True)
class Mended:
    """What one round of edits did.

    Attributes:
        outputs: The files as they should be written.
        done: The diagnostics that were mended.
    """

    outputs: tuple[Output, ...]
    done: tuple[Diagnostic, ...]


def mend(
    diagnostics: Iterable[Diagnostic], sources: Iterable[Source], wanted: Callable[[str], bool]
) -> Mended:
    """Apply every edit that the diagnostics of wanted files carry.

    Edits that overlap wait for the next round, when the file was read again.
    """
    by_path: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for each in diagnostics:
        if each.edit is not None and wanted(each.location.path):
            by_path[each.location.path].append(each)
    outputs, done = [], []
    for source in sources:
        if found := by_path.get(source.path):
            data, mended = _mended(source, found)
            if data != source.data:
                outputs.append(Output(source.path, data))
                done += mended
    return Mended(tuple(outputs), tuple(done))


def _mended(source: Source, found: list[Diagnostic]) -> tuple[bytes, list[Diagnostic]]:
    taken: list[Edit] = []
    mended = []
    for each in sorted(found, key=lambda diagnostic: diagnostic.edit or BOM_EDIT):
        if each.edit is not None and (not taken or each.edit.start >= taken[-1].end):
            taken.append(each.edit)
            mended.append(each)
    data = apply_edits(source.text, taken).encode()
    keeps_mark = source.data.startswith(_BOM) and BOM_EDIT not in taken
    return (_BOM + data if keeps_mark else data), mended
