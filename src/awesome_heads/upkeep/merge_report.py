"""What merging a file into records changed, set out as a diff of values."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from awesome_heads.importing.found import FoundPaper
from awesome_heads.text import printable
from awesome_heads.upkeep.merging import Change, Merge

_LONGEST = 160


def format_merges(merges: Sequence[tuple[FoundPaper, Merge]], *, dry: bool) -> str:
    """Tell of each record what was added and replaced, what differs still, and what failed.

    Args:
        merges: Rows of the file with what became of their records.
        dry: Whether nothing was written.
    """
    verb = "would be changed" if dry else "changed"
    unknown = dict.fromkeys(name for _, merged in merges for name in merged.unknown)
    blocks = [
        _block(f"Records {verb}", merges, lambda merged: merged.made),
        _block("Otherwise in the file; --update replaces these", merges, lambda each: each.kept),
        _block("To be changed by hand", merges, lambda merged: merged.failed),
        _lines("In no vocabulary, and left out", map(_short, unknown)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _block(
    heading: str,
    merges: Sequence[tuple[FoundPaper, Merge]],
    changes_of: Callable[[Merge], Sequence[Change]],
) -> str:
    lines: list[str] = []
    for paper, merged in merges:
        changes = changes_of(merged)
        if changes:
            lines.append(f"line {paper.line}: {merged.source.path}")
            lines += [f"  {line}" for change in changes for line in _change(change)]
    return _lines(heading, iter(lines))


def _lines(heading: str, lines: Iterator[str]) -> str:
    told = "\n".join(f"  {line}" for line in lines)
    return f"{heading}:\n{told}" if told else ""


def _change(change: Change) -> Iterator[str]:
    if change.old:
        yield f"- {change.field}: {_value(change.old)}"
    if isinstance(change.new, Mapping):
        for name, value in change.new.items():
            yield f"+ {change.field}.{name}: {_value(value)}"
    else:
        yield f"+ {change.field}: {_value(change.new)}"


def _value(value: object) -> str:
    return _short("; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value))


def _short(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3].rstrip()}..."
