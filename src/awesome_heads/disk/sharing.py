"""Work shared among processes that are forked where it starts, so that nothing is sent to them."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from awesome_heads.errors import AwesomeHeadsError

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Iterable[Item]], list[Result]]
Track = Callable[[Sequence[Item]], Iterable[Item]]

# A process costs some hundredths of a second, as much as this many pages.
WORTHWHILE = 100


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(
    work: Work[Item, Result], items: Sequence[Item], jobs: int, track: Track[Item] = iter
) -> list[Result]:
    """Do work on every item, in so many processes where that pays and the system can fork.

    Args:
        work: Takes some of the items, and gives what can be pickled.
        items: What to work on, dealt out in turn.
        jobs: How many processes at most, this one among them.
        track: Hands this process's own share through, so that its progress can be shown.

    Raises:
        AwesomeHeadsError: The work failed in one of them, or one of them was killed.
    """
    jobs = min(jobs, len(items) // WORTHWHILE)
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return work(track(items))
    helpers = [_start(work, items[place::jobs]) for place in range(1, jobs)]
    try:
        results = work(track(items[::jobs]))
        for _, connection in helpers:
            results += _received(connection)
        return results
    finally:
        for process, connection in helpers:
            connection.close()
            process.terminate()
            process.join()


def _start(work: Work[Item, Result], items: Sequence[Item]) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    arguments = (there, work, _while_alive(os.getpid(), items))
    process = context.Process(target=_answer, args=arguments, daemon=True)
    process.start()
    there.close()
    return process, here


def _while_alive(parent: int, items: Iterable[Item]) -> Iterator[Item]:
    """The items, until nobody waits for what comes of them."""
    for item in items:
        if os.getppid() != parent:
            return
        yield item


def _answer(connection: Connection, work: Work[Item, Result], items: Iterable[Item]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(BrokenPipeError):
        try:
            connection.send(work(items))
        except AwesomeHeadsError as error:
            connection.send(error)


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
