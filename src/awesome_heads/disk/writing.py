"""Files and folders of outputs written as a whole.

Whatever fails, interrupts or kills a command while it writes, the files that belong together are
all as they were or all new, at the latest once the next command has begun.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from awesome_heads.disk.manifest import read_manifest, refuse_foreign, write_manifest
from awesome_heads.disk.opening import is_inside
from awesome_heads.disk.sharing import share
from awesome_heads.disk.staging import discard, failure, remove, require_removable, stage
from awesome_heads.disk.unfinished import Log, Step, carry_out, left_of, undo
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.render import Output

_GO_ON = "once that is mended, any command finishes what this one has begun"

Track = Callable[[Sequence[str]], Iterable[str]]


class Changes(NamedTuple):
    """What writing did: paths of files made or replaced, and of files removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def append(path: Path, text: str) -> None:
    """Add text at the end of a file that another program reads."""
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise failure(path, "written", error) from error


class Transaction:
    """All that a command writes, as a context: files are staged in it, and moved when it ends.

    An exception within it leaves everything as it was.

    Attributes:
        removed: Paths of the files that were removed, once it has ended.
    """

    def __init__(self, root: Path | None) -> None:
        """Take the folder of the list that keeps the log; None keeps none."""
        self._log = Log(root)
        self._steps: list[Step] = []
        self.removed: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Move what is staged, or remove it where something failed.

        Raises:
            AwesomeHeadsError: A file cannot be moved or removed. If that is the first one,
                everything is as it was; else the next command goes on where this one stopped.
        """
        if error is None:
            self._commit()
            return
        undo(self._steps)
        self._log.end()

    def write_files(
        self, folder: Path, outputs: Iterable[Output], known: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Stage files of a folder that also holds others; gives the paths of those that differ.

        Of the files that an earlier build made, the `known` ones, those no longer made will go.

        Raises:
            AwesomeHeadsError: A link would lead one of them out of the folder, or staging fails.
        """
        made = {output.path: output for output in outputs}
        _require_inside(folder, made)
        discard(folder, made)
        left = [path for path in sorted(known) if path not in made and (folder / path).exists()]
        return self._stage(Step(folder, tuple(made), left), made)

    def write_folder(
        self,
        folder: Path,
        outputs: Mapping[str, Output],
        jobs: int = 1,
        track: Track = iter,
        fresh: Collection[str] = (),
    ) -> tuple[str, ...]:
        """Stage what makes a folder hold exactly these outputs; gives the paths that differ.

        Files of an earlier build that are no longer made will be removed.

        Args:
            folder: Where they go.
            outputs: What to write; each is looked up once, and may be made then.
            jobs: How many processes may look them up and stage them.
            track: Hands the paths of this process through, so that progress can be shown.
            fresh: Paths of outputs that are there already, and need not be looked up.

        Raises:
            UsageError: The folder holds files that no build made.
            AwesomeHeadsError: Staging fails.
        """
        known = read_manifest(folder)
        refuse_foreign(folder, known)
        for path in _in_the_way(known, outputs.keys()):
            remove(folder, path)
        asked = tuple(path for path in outputs if path not in fresh)
        step = Step(folder, asked, sorted(known - outputs.keys()), is_whole=True)
        staged = self._stage(step, outputs, jobs, track)
        write_manifest(folder, known | outputs.keys())
        return staged

    def _stage(
        self, step: Step, outputs: Mapping[str, Output], jobs: int = 1, track: Track = iter
    ) -> tuple[str, ...]:
        def stage_some(paths: Iterable[str]) -> list[str]:
            return [path for path in paths if stage(step.folder, outputs[path])]

        self._steps.append(step)
        if step.moved:
            self._log.note("staging", self._steps)
        staged = set(share(stage_some, step.moved, jobs, track))
        require_removable(step.folder, step.removed)
        moved = tuple(path for path in step.moved if path in staged)
        self._steps[-1] = step._replace(moved=moved)
        return moved

    def _commit(self) -> None:
        done: list[str] = []
        try:
            if any(step.moved or step.removed for step in self._steps):
                self._log.note("moving", self._steps)
            done.extend(carry_out(self._steps))
        except KeyboardInterrupt:
            # What is left takes no time, and would have to be made good by somebody.
            done.extend(carry_out(left_of(self._steps)))
            self._log.end()
            raise
        except AwesomeHeadsError as error:
            if done:
                raise AwesomeHeadsError(error.message, _GO_ON, error.path) from error
            undo(self._steps)
            self._log.end()
            raise
        self._log.end()
        removed = {path for step in self._steps for path in step.removed}
        self.removed = tuple(path for path in done if path in removed)


def write_files(root: Path, outputs: Iterable[Output], known: Collection[str] = ()) -> Changes:
    """Write files of a list that belong together; files already right are left alone.

    Of the files that an earlier build made, the `known` ones, those no longer made are removed.

    Raises:
        AwesomeHeadsError: A link would lead one of them out of the folder, or writing fails.
    """
    with Transaction(root) as writing:
        written = writing.write_files(root, outputs, known)
    return Changes(written, writing.removed)


def write_file(path: Path, data: bytes) -> None:
    """Write one file, wherever it is.

    Raises:
        AwesomeHeadsError: It cannot be written.
    """
    with Transaction(None) as writing:
        writing.write_files(path.parent, [Output(path.name, data)])


def write_folder(
    folder: Path, outputs: Mapping[str, Output], jobs: int = 1, track: Track = iter
) -> Changes:
    """Make a folder hold exactly these outputs, as `Transaction.write_folder` does, in no list.

    Raises:
        UsageError: The folder holds files that no build made.
        AwesomeHeadsError: Writing fails.
    """
    with Transaction(None) as writing:
        written = writing.write_folder(folder, outputs, jobs, track)
    return Changes(written, writing.removed)


def _require_inside(root: Path, paths: Iterable[str]) -> None:
    for folder in {(root / path).parent for path in paths}:
        if not is_inside(root, folder):
            raise AwesomeHeadsError(f"{folder} leads out of {root}", "put a folder in its place")


def _in_the_way(known: set[str], wanted: Collection[str]) -> Iterator[str]:
    """Old files that stand where a folder must, or below what is a file from now on.

    They are the one thing that has to go before all is staged: nothing can be staged there.
    """
    names = set(wanted)
    folders = {above for path in names for above in _above(path)}
    for path in known - names:
        if path in folders or not names.isdisjoint(_above(path)):
            yield path


def _above(path: str) -> Iterator[str]:
    """The folders that a path leads through."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
