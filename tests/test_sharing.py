"""Work dealt out to processes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.disk.sharing import WORTHWHILE, share
from awesome_heads.disk.stretches import Stretches


def _with_process(items: Iterable[int]) -> list[tuple[int, int]]:
    """Each item with the process that worked on it."""
    return [(each, os.getpid()) for each in items]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_worked_on_once(jobs: int) -> None:
    """Whoever takes what, nothing is left and nothing is done twice."""
    done = share(_with_process, range(7 * WORTHWHILE + 3), jobs)
    assert sorted(item for item, _ in done) == list(range(7 * WORTHWHILE + 3))
    assert len({process for _, process in done}) == jobs


def test_few_items_are_not_worth_a_process() -> None:
    """Below so many items for each, this process does all."""
    done = share(_with_process, range(2 * WORTHWHILE - 1), 2)
    assert {process for _, process in done} == {os.getpid()}


def test_neighbours_stay_together() -> None:
    """Items that follow one another go to one process but where a stretch ends."""
    done = sorted(share(_with_process, range(10_000), 2))
    changes = sum(first != second for (_, first), (_, second) in pairwise(done))
    assert 1 <= changes <= 200


def test_who_has_done_takes_more() -> None:
    """While one process waits, the other does all but its first stretch."""
    here, (held, release) = os.getpid(), os.pipe()

    def work(items: Iterable[int]) -> list[tuple[int, int]]:
        if os.getpid() != here:
            os.read(held, 1)
            return _with_process(items)
        done = _with_process(items)
        os.write(release, b".")
        return done

    done = share(work, range(400), 2)
    os.close(held)
    os.close(release)
    assert sum(process != here for _, process in done) <= 20


def test_progress_goes_to_the_end() -> None:
    """What tracks the work is handed every item in order, whoever works on it."""
    seen: list[int] = []

    def track(items: Sequence[int]) -> Iterator[int]:
        for each in items:
            seen.append(each)
            yield each

    share(_with_process, range(3 * WORTHWHILE), 3, track)
    assert seen == list(range(3 * WORTHWHILE))


@given(items=st.integers(0, 200_000), processes=st.integers(1, 2_000))
def test_stretches_are_all_there_is(items: int, processes: int) -> None:
    """They follow one another without a gap, and are few enough for any pipe."""
    with closing(Stretches(items, processes)) as stretches:
        first = [next(stretches.taken(each), None) for each in range(1, processes)]
        rest = list(stretches.taken(0))
    taken = sorted((each for each in (*first, *rest) if each), key=lambda each: each.start)
    assert list(chain.from_iterable(taken)) == list(range(items))
    assert len(taken) <= 1_000 + processes * 40


def test_stretches_get_shorter() -> None:
    """The longest are taken first, so that nobody waits long for the last."""
    with closing(Stretches(10_000, 2)) as stretches:
        sizes = [len(each) for each in stretches.taken(1)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] <= 10 < sizes[0]
