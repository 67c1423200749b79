"""Feed the readers with inputs that nobody wrote, and tell what came of it.

`run.py MINUTES [TARGET...]`: each target has half its minutes with each engine, one at a time.
Exits 1 where an input broke one; it is kept as `fuzz/found-*`, or printed, to become a test.
"""

import re
import subprocess
import sys
from pathlib import Path

from targets import TARGETS

ONE = Path(__file__).with_name("one.py")
ENGINES = ("bytes", "pieces")
GRACE = 300


def feed(target: str, engine: str, seconds: int) -> tuple[int, bool]:
    """Feed a target in a process of its own; gives how many inputs it had, and if all went well."""
    command = [sys.executable, str(ONE), target, engine, str(seconds)]
    done = subprocess.run(
        command,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
        timeout=seconds + GRACE,
    )
    runs = [
        int(each)
        for each in re.findall(r"Done (\d+) runs|^#(\d+)", done.stderr, re.MULTILINE)
        for each in each
        if each
    ]
    if done.returncode:
        sys.stderr.write(done.stderr[-4_000:])
    return max(runs, default=0), done.returncode == 0


def main() -> int:
    """Feed every target that was named, or all."""
    minutes, chosen = float(sys.argv[1]), sys.argv[2:] or list(TARGETS)
    seconds = max(1, round(minutes * 60 / len(ENGINES)))
    findings = 0
    print("| target | engine | inputs | minutes | findings |")
    print("| --- | --- | ---: | ---: | ---: |")
    for target in chosen:
        for engine in ENGINES:
            runs, well = feed(target, engine, seconds)
            findings += not well
            print(
                f"| {target} | {engine} | {runs:,} | {seconds / 60:.1f} | {int(not well)} |",
                flush=True,
            )
    return int(findings > 0)


if __name__ == "__main__":
    sys.exit(main())
