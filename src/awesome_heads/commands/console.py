"""What commands say beside their results: on standard error, with colours on a terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.reporters.text import format_text, format_total

_WIDE = 400

Item = TypeVar("Item")


def notes() -> Console:
    """Standard error as it is now; colours only on a terminal, and none under NO_COLOR."""
    return Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


def results() -> Console:
    """Standard output as it is now, for tables."""
    console = Console(highlight=False, markup=False)
    return console if console.is_terminal else Console(width=_WIDE, highlight=False, markup=False)


def report(diagnostics: list[Diagnostic], outcome: str) -> None:
    """Write every diagnostic, then their number and what it means."""
    console = notes()
    console.print(format_text(diagnostics), end="")
    console.print(f"{format_total(diagnostics)}: {outcome}")


def report_failure(error: AwesomeHeadsError) -> None:
    """Write an error and what to do instead."""
    console = notes()
    console.print(Text.assemble(("error: ", "bold red"), error.message))
    if error.hint:
        console.print(Text.assemble(("  hint: ", "cyan"), error.hint))


def tell_waiting() -> None:
    """Say why nothing happens, where a person is watching."""
    console = notes()
    if console.is_terminal:
        console.print("Waiting for another command that is writing into this list ...")


def track(items: Sequence[Item], label: str) -> Iterable[Item]:
    """Hand items through, with a progress bar where a person is watching."""
    console = notes()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        yield from progress.track(items, description=label)


@contextmanager
def counting(total: int, label: str) -> Iterator[Callable[[], None]]:
    """A function that counts one more thing done, with a bar where a person is watching."""
    console = notes()
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(label, total=total)
        yield lambda: progress.advance(task)
