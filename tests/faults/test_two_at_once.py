"""Commands that write into one list at the same time, and locks that the dead leave."""

import os
import pty
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path

from awesome_heads import disk
from awesome_heads.disk.sharing import WORTHWHILE, share
from awesome_heads.disk.unfinished import Log, Step
from tests.faults.cases import CASES, build
from tests.faults.killing import HANG, files, fork, leftovers, wait
from tests.lists import SITE, command, environment, tree, write, write_list

WAITING = b"Waiting for another command that is writing into this list ..."


@contextmanager
def holding(root: Path, work: object = None) -> Iterator[int]:
    """A process that has the lock, and works until it is killed.

    This one must not have it when it forks others: they would have it too.
    """
    ready, told = os.pipe()
    process = os.fork()
    if not process:
        with disk.lock(root):
            os.write(told, b"x")
            work() if callable(work) else time.sleep(HANG)
        os._exit(0)
    try:
        os.read(ready, 1)
        yield process
    finally:
        os.kill(process, signal.SIGKILL)
        wait(process)
        os.close(ready)
        os.close(told)


def test_two_builds_end_well_and_make_what_one_makes(tmp_path: Path) -> None:
    """Of two builds at once one waits, finds nothing to do, and the site is that of one build."""
    one, two = tmp_path / "one", tmp_path / "two"
    CASES["build"].prepare(one)
    shutil.copytree(one, two)
    assert build(one) == 0
    assert [wait(each) for each in [fork(two, ("build",)) for _ in range(3)]] == [0, 0, 0]
    assert files(two) == files(one)
    assert leftovers(two) == []


def test_edits_at_once_lose_none(tmp_path: Path) -> None:
    """Commands that edit the same files one after another keep each other's edits."""
    root = write_list(tmp_path / "list", 6)
    names = [("Early Reader", "Dawn Reader"), ("Late Reader", "Dusk Reader")]
    running = [fork(root, ("tags", "rename", *each)) for each in names]
    assert [wait(each) for each in running] == [0, 0]
    text = "".join(data.decode() for path, data in tree(root).items() if path.startswith("papers"))
    assert "Early" not in text
    assert "Late" not in text
    assert text.count("Dawn") == text.count("Dusk") == 3


def test_waiting_is_told_on_a_terminal(tmp_path: Path) -> None:
    """Whoever watches learns in one line why nothing happens; then the work is done."""
    root = write_list(tmp_path / "list")
    ours, theirs = pty.openpty()
    with disk.lock(root):
        running = subprocess.Popen(
            command("build", "--root", str(root)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            env=environment(TERM="xterm"),
        )
        os.close(theirs)
        said = os.read(ours, 1000)
    try:
        assert running.wait(HANG) == 0
    finally:
        running.kill()
        os.close(ours)
    assert said.strip() == WAITING
    assert (root / SITE / "index.html").is_file()


def test_nothing_is_said_of_waiting_elsewhere(tmp_path: Path) -> None:
    """A log of CI is not told what nobody waits for."""
    root = write_list(tmp_path / "list")
    with disk.lock(root):
        running = subprocess.Popen(
            command("schema", "--write", "--root", str(root)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        time.sleep(1)
        assert running.poll() is None
    assert running.communicate(timeout=HANG)[1] == b""
    assert running.returncode == 0


def test_a_command_that_reads_does_not_wait(tmp_path: Path) -> None:
    """While another command makes and stages what it will write, the list can be read."""
    root = write_list(tmp_path / "list")
    with holding(root):
        Log(root).note("staging", [Step(root, ["README.md"])])
        write(root, "README.md.awesome-heads-part", "half")
        assert wait(fork(root, ("schema", "paper"))) == 0
        assert leftovers(root) == ["README.md.awesome-heads-part"]


def test_a_command_that_reads_waits_while_files_are_moved(tmp_path: Path) -> None:
    """What another command has moved in part is read once it is whole."""
    root = write_list(tmp_path / "list")
    write(root, "README.md.awesome-heads-part", "whole")
    with holding(root):
        Log(root).note("moving", [Step(root, ["README.md"])])
        process = fork(root, ("schema", "paper"))
        time.sleep(0.5)
        assert os.waitpid(process, os.WNOHANG) == (0, 0)
    assert wait(process) == 0
    assert (root / "README.md").read_text() == "whole"


def test_no_lock_is_left(tmp_path: Path) -> None:
    """A command that wrote leaves no file behind but what it was asked for."""
    root = write_list(tmp_path / "list")
    before = set(tree(root))
    assert wait(fork(root, ("tags", "rename", "Early Reader", "Dawn Reader"))) == 0
    assert set(tree(root)) == before
    assert not (root / ".cache").exists()


def waits(root: Path) -> bool:
    """Whether one has to wait for the lock; it is given back at once."""
    waited: list[None] = []
    with disk.lock(root, lambda: waited.append(None)):
        return bool(waited)


def test_the_dead_hold_no_lock(tmp_path: Path) -> None:
    """A process that is killed has the lock no longer, though its file is there."""
    root = write_list(tmp_path / "list")
    with holding(root):
        assert (root / disk.CACHE / "lock").exists()
    assert (root / disk.CACHE / "lock").exists()
    assert not waits(root)
    assert not (root / ".cache").exists()


def test_what_a_dead_build_forked_is_waited_for(tmp_path: Path) -> None:
    """Pages that a forked process still stages cannot get into the next build: it ends first."""
    root = write_list(tmp_path / "list")
    started = root / "started"

    def stage(items: Iterable[int]) -> list[int]:
        return [_slowly(each, started) for each in items]

    def work() -> None:
        share(stage, range(4 * WORTHWHILE), 2)

    with holding(root, work) as process:
        while not started.exists():
            time.sleep(0.01)
        os.kill(process, signal.SIGKILL)
        assert waits(root)


def _slowly(item: int, started: Path) -> int:
    """Take the time that a large page takes."""
    if parent_process():
        started.touch()
    time.sleep(0.5)
    return item


def test_a_lock_that_cannot_be_had_is_done_without(tmp_path: Path) -> None:
    """Where something else stands in its place, a build goes on all the same."""
    root = write_list(tmp_path / "list")
    (root / disk.CACHE / "lock").mkdir(parents=True)
    assert wait(fork(root, ("build",))) == 0
    assert (root / SITE / "index.html").is_file()


def test_waiting_ends_with_an_interrupt(tmp_path: Path) -> None:
    """Who does not want to wait can say so."""
    root = write_list(tmp_path / "list")
    with holding(root):
        process = fork(root, ("build",))
        timer = threading.Timer(0.5, os.kill, (process, signal.SIGINT))
        timer.start()
        assert wait(process) == 130
        timer.join()
    assert not (root / SITE).exists()
