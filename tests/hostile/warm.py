"""The command in processes forked from one that has imported the program: most of a start is that.

They are bounded as those of `running` are, and their peak counts what is imported for any command.
"""

import atexit
import json
import selectors
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.hostile.running import ADDRESS_SPACE, HANG, Run
from tests.lists import unmeasured

_PROGRAM = """
import ctypes, importlib, json, os, pkgutil, resource, sys
from awesome_heads import cli, commands
for module in pkgutil.iter_modules(commands.__path__):
    importlib.import_module(f"awesome_heads.commands.{module.name}")
system, limit = ctypes.CDLL(None, use_errno=True), int(sys.argv[1])

def give_up_rights():
    # Even root finds closed what is closed: it gives up reading and writing whatever it likes.
    head, rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert not system.capget(head, rights), "rights cannot be read"
    rights[0] &= ~0b110
    rights[1] &= ~0b110
    assert not system.capset(head, rights), "rights cannot be given up"

def become(folder, arguments, said):
    os.chdir(folder)
    file = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    # It ends with the process that it was forked from, should that be stopped for waiting.
    system.prctl(1, 9, 0, 0, 0)
    give_up_rights()
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    sys.argv = ["awesome-heads", *arguments]
    cli.main()

for line in sys.stdin:
    child = os.fork()
    if not child:
        code = 1
        try:
            become(*json.loads(line))
        except SystemExit as end:
            code = end.code
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    _, status, used = os.wait4(child, 0)
    busy = used.ru_utime + used.ru_stime
    told = [os.waitstatus_to_exitcode(status), busy, used.ru_maxrss / 1024]
    print(json.dumps(told), flush=True)
"""


def run(root: Path, *arguments: str) -> Run:
    """Run `awesome-heads` on a list; a run that hangs raises subprocess.TimeoutExpired.

    Args:
        root: The list's folder.
        arguments: The command and its options.
    """
    said = root.parent / "said.txt"
    starter = _starter()
    order = [str(Path.cwd()), [*arguments, "--root", str(root)], str(said)]
    print(json.dumps(order), file=starter.stdin, flush=True)
    with selectors.DefaultSelector() as answers:
        assert starter.stdout is not None
        answers.register(starter.stdout, selectors.EVENT_READ)
        if not answers.select(HANG):
            _starter.cache_clear()
            starter.kill()
            raise subprocess.TimeoutExpired(list(arguments), HANG)
    code, seconds, peak = json.loads(starter.stdout.readline())
    return Run(code, said.read_bytes().decode(errors="backslashreplace"), seconds, peak)


@cache
def _starter() -> "subprocess.Popen[str]":
    """The process that all others are forked from; it ends with this one."""
    started = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(ADDRESS_SPACE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=unmeasured(),
    )
    atexit.register(_end, started)
    return started


def _end(started: "subprocess.Popen[str]") -> None:
    started.communicate()
