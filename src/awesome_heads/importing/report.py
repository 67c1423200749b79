"""What became of every row of a file, as text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesome_heads.importing.found import FoundPaper, LeftRow
from awesome_heads.text import count, printable

_LONGEST = 160


class RowOutcome(NamedTuple):
    """A row, and either the record written of it, the record that is there already, or neither.

    Attributes:
        paper: What was found.
        written: Path of the new record.
        todo: How many things are to be filled in there.
        listed: Path of the record that has the paper already.
        why: Why the row was left.
        unknown: Names in it that are in no vocabulary, each with the vocabulary's name.
    """

    paper: FoundPaper
    written: str = ""
    todo: int = 0
    listed: str = ""
    why: str = ""
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def left(self) -> LeftRow:
        """The row as one that was left."""
        return LeftRow(self.paper.line, self.paper.raw or self.paper.title, self.why)


def format_rows(
    outcomes: Sequence[RowOutcome],
    left: Sequence[LeftRow],
    aside: Sequence[LeftRow],
    *,
    dry: bool = False,
) -> str:
    """Count the rows, and tell of each what became of it.

    Args:
        outcomes: Rows that were read.
        left: Rows that were not.
        aside: What names a paper and is no row.
        dry: Whether nothing was written.
    """
    taken = [each for each in outcomes if each.written]
    there = [each for each in outcomes if each.listed]
    refused = sorted([*(each.left for each in outcomes if each.why), *left])
    verb = "would be written" if dry else "written"
    blocks = [
        _total(taken, there, len(refused)),
        _block(f"Records {verb}", (_taken(each) for each in taken)),
        _block("Already on the list", (_listed(each) for each in there)),
        _block("Left", map(_row, refused)),
        _block("Linked, but in no row", map(_row, aside)),
        _block("In no vocabulary, and written as they stand", _unknown(taken)),
    ]
    return "\n\n".join(block for block in blocks if block)


def _total(taken: Sequence[RowOutcome], there: Sequence[RowOutcome], left: int) -> str:
    open_ones = sum(1 for each in taken if each.todo)
    told = f"{len(taken):,} taken"
    if open_ones:
        told += f", {open_ones:,} of them with something to fill in"
    seen = count(len(taken) + len(there) + left, "row")
    return f"{seen}: {told}; {len(there):,} already on the list; {left:,} left."


def _block(heading: str, lines: Iterator[str]) -> str:
    told = "\n".join(f"  {line}" for line in lines)
    return f"{heading}:\n{told}" if told else ""


def _taken(outcome: RowOutcome) -> str:
    things = f" ({count(outcome.todo, 'thing')} to fill in)" if outcome.todo else ""
    kept = [f"\n    not kept: {_short(each)}" for each in outcome.paper.left]
    return f"line {outcome.paper.line}: {outcome.written}{things}{''.join(kept)}"


def _listed(outcome: RowOutcome) -> str:
    return f"line {outcome.paper.line}: {_short(outcome.paper.title)}, as {outcome.listed}"


def _row(row: LeftRow) -> str:
    return f"line {row.line}: {row.why}\n    {_short(row.text)}"


def _unknown(outcomes: Sequence[RowOutcome]) -> Iterator[str]:
    names = Counter(pair for each in outcomes for pair in each.unknown)
    for (vocabulary, name), times in sorted(names.items()):
        yield f"taxonomy/{vocabulary}.yaml lacks {_short(name)} ({count(times, 'time')})"


def _short(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3].rstrip()}..."
