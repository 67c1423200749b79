"""Stretches of work that processes take from one store, the long ones first.

This is guided self-scheduling (Polychronopoulos and Kuck, 1987, doi:10.1109/TC.1987.5009495): each
stretch is a share of what is left, so that there are few of them, and short ones at the end.
"""

import os
from collections.abc import Iterator

# What is left is divided by so many for each process: stretches so short that the few outputs of an
# edit, of which some take seconds, do not all fall to one, and never many more than the most.
_PARTS, _MOST = 16, 1_000
# Of the number of a stretch in the pipe.
_BYTES = 2


class Stretches:
    """Ranges of numbers, each given to one process: the first ones by its number, then as asked.

    What is left is kept in a pipe, from which forked processes take one number after the other: so
    few bytes that every system lets a pipe hold them.
    """

    def __init__(self, items: int, processes: int) -> None:
        """Divide so many items among so many processes."""
        self._ranges = list(_guided(items, processes))
        self._out, inlet = os.pipe()
        with open(inlet, "wb") as pipe:  # noqa: PTH123 -- a descriptor has no path
            pipe.writelines(
                number.to_bytes(_BYTES, "big") for number in range(processes, len(self._ranges))
            )

    def taken(self, process: int) -> Iterator[range]:
        """What one process takes, in rising order, for as long as there is any."""
        yield from self._ranges[process : process + 1]
        while number := os.read(self._out, _BYTES):
            yield self._ranges[int.from_bytes(number, "big")]

    def close(self) -> None:
        """Let go of the pipe; processes that were forked keep theirs."""
        os.close(self._out)


def _guided(items: int, processes: int) -> Iterator[range]:
    start, shortest = 0, max(1, items // _MOST)
    while start < items:
        size = max(shortest, (items - start) // (_PARTS * processes))
        yield range(start, min(items, start + size))
        start += size
