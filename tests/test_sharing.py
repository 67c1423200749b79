"""Work dealt out to processes."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_heads.disk.sharing import WORTHWHILE, aside, share
from awesome_heads.disk.stretches import Stretches
from awesome_heads.errors import AwesomeHeadsError, UsageError


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


def test_work_aside_is_done_by_another_process() -> None:
    """What comes of it is here once it is asked for."""
    with aside(os.getpid, 2 * WORTHWHILE, 2) as process:
        assert process() != os.getpid()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(("items", "jobs"), [(2 * WORTHWHILE - 1, 2), (9 * WORTHWHILE, 1)])
def test_work_aside_that_pays_no_process_is_done_here(items: int, jobs: int) -> None:
    """It is done by this process, when its result is asked for."""
    done: list[int] = []
    with aside(lambda: done.append(os.getpid()), items, jobs) as finish:
        assert not done
        finish()
    assert done == [os.getpid()]


def _refuse() -> None:
    raise UsageError("the template fails", "mend it", "templates/a.html")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("work", "told"),
    [(_refuse, "the template fails"), (_die, "ended before its work was done")],
)
def test_work_aside_that_fails_is_told(work: Callable[[], None], told: str) -> None:
    """The error of a list's own file as it is, and that of a process that was killed."""
    with (
        pytest.raises(AwesomeHeadsError, match=told),
        aside(work, 2 * WORTHWHILE, 2) as finish,
    ):
        finish()


def test_work_aside_ends_with_what_it_was_for() -> None:
    """Where something else fails meanwhile, nobody goes on working."""
    with pytest.raises(KeyboardInterrupt), aside(_sleep, 2 * WORTHWHILE, 2):
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()


def _sleep() -> None:
    """Work for longer than any test waits."""
    time.sleep(600)


def test_work_aside_ends_with_whoever_waits_for_it() -> None:
    """A killed command leaves no process behind that keeps its lock."""
    out, inlet = os.pipe()

    def work() -> None:
        os.write(inlet, b"begun")
        time.sleep(60)
        os.write(inlet, b"done")

    def wait() -> None:
        with aside(work, 2 * WORTHWHILE, 2) as finish:
            finish()

    process = multiprocessing.get_context("fork").Process(target=wait)
    process.start()
    os.close(inlet)
    assert os.read(out, 5) == b"begun"
    process.kill()
    process.join()
    assert os.read(out, 4) == b""
    os.close(out)


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
