"""Work shared among processes that are forked where it starts, so that nothing is sent to them."""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from awesome_heads.disk.stretches import Stretches
from awesome_heads.errors import AwesomeHeadsError

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Iterable[Item]], list[Result]]
Track = Callable[[Sequence[Item]], Iterable[Item]]

_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
# Seconds after which a process looks whether the one that started it is still there.
_LOOK = 0.1

# A process costs some hundredths of a second, as much as this many pages.
WORTHWHILE = 20


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(
    work: Work[Item, Result], items: Sequence[Item], jobs: int, track: Track[Item] = iter
) -> list[Result]:
    """Do work on every item, in so many processes where that pays and the system can fork.

    Each takes items that follow one another, and more of them once it is done with those: what is
    made of the same things is mostly made by one process, and none ends long after the others.

    Args:
        work: Takes some of the items, and gives what can be pickled.
        items: What to work on.
        jobs: How many processes at most, this one among them.
        track: Hands the items through, so that progress can be shown.

    Raises:
        AwesomeHeadsError: The work failed in one of them, or one of them was killed.
    """
    jobs = min(jobs, len(items) // WORTHWHILE)
    if jobs <= 1 or not _CAN_FORK:
        return work(track(items))
    with closing(Stretches(len(items), jobs)) as stretches:
        helpers = [_start(work, _dealt(items, stretches.taken(each))) for each in range(1, jobs)]
        try:
            results = work(_dealt(track(items), stretches.taken(0)))
            for _, connection in helpers:
                results += _received(connection)
            return results
        finally:
            for process, connection in helpers:
                _end(process, connection)


@contextmanager
def aside(work: Callable[[], Result], items: int, jobs: int) -> Iterator[Callable[[], Result]]:
    """Have a process of its own do work meanwhile, where that pays and the system can fork.

    Args:
        work: Gives what can be pickled.
        items: How many items it is made of, of the kind that `share` deals out.
        jobs: How many processes at most, this one among them.

    Yields:
        What gives the result, and waits for it. It raises what the work raises of this program's
        errors, and AwesomeHeadsError where the process was killed.
    """
    if min(jobs, items // WORTHWHILE) <= 1 or not _CAN_FORK:
        yield work
        return
    process, connection = _start(lambda _: [work()], ())
    try:
        yield lambda: _received(connection)[0]
    finally:
        _end(process, connection)


def _dealt(items: Iterable[Item], stretches: Iterable[range]) -> Iterator[Item]:
    """The items of some stretches; all are passed, so that progress goes to the end."""
    passing, at = iter(items), 0
    for each in stretches:
        yield from islice(passing, each.start - at, each.stop - at)
        at = each.stop
    deque(passing, maxlen=0)


def _start(work: Work[Item, Result], items: Iterable[Item]) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    arguments = (there, work, items, os.getpid())
    process = context.Process(target=_answer, args=arguments, daemon=True)
    process.start()
    there.close()
    return process, here


def _end(process: BaseProcess, connection: Connection) -> None:
    connection.close()
    process.terminate()
    process.join()


def _answer(
    connection: Connection, work: Work[Item, Result], items: Iterable[Item], parent: int
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(BrokenPipeError):
        try:
            connection.send(work(items))
        except AwesomeHeadsError as error:
            connection.send(error)


def _end_with(parent: int) -> None:
    """End this process once nobody waits for what comes of it."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _received(connection: Connection) -> list[Result]:
    try:
        answer = connection.recv()
    except EOFError as error:
        raise AwesomeHeadsError(
            "a process of the build ended before its work was done",
            "run it again; where memory is short, with --jobs 1",
        ) from error
    if isinstance(answer, AwesomeHeadsError):
        raise answer
    results: list[Result] = answer
    return results
