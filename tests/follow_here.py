"""`links` as a program of its own, to which this machine is the internet: `follow_here.py ROOT`.

It prints the report as JSON, and on standard error the most memory that it took, in bytes.
"""

import resource
import sys
from pathlib import Path

from awesome_heads.commands.links import links
from awesome_heads.links import Conduct
from awesome_heads.web import Follower
from tests.hosts import is_here, resolve

PACE = 0.02
CONDUCT = Conduct(
    pace=PACE,
    back_off=0.05,
    longest_wait=2.0,
    timeout=2.0,
    deadline=3.0,
    attempts=2,
    redirects=5,
)


def most_memory() -> int:
    """Bytes that this program held at most; Linux counts what its parent held to `ru_maxrss`."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (each for each in status.read_text("utf-8").splitlines() if "VmHWM" in each)
        return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    code = links(
        Path(sys.argv[1]),
        "json",
        lambda contact: Follower(contact, CONDUCT, is_here, resolve),
        fix=False,
    )
    sys.stderr.write(f"{most_memory()}\n")
    sys.exit(code)
