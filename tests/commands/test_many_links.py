"""`links` with many links on 200 host names with every fault, and a run killed."""

import json
import os
import random
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import cycle, islice, pairwise
from pathlib import Path

import pytest

from awesome_heads import disk
from tests.follow_here import CONDUCT, PACE
from tests.hosts import Hosts, prepare, running_hosts
from tests.lists import REPOSITORY, unmeasured
from tests.planted import VERDICTS
from tests.shelf import RECORD, a_shelf, write

HOSTS = 200
# At its full size on demand: LINKS=5000.
EACH = int(os.environ.get("LINKS", "400")) // HOSTS
MOST_MEMORY = 200_000_000
# More of them on demand: KILLS=100.
KILLS = int(os.environ.get("KILLS", "3"))
# Hosts whose links all fare alike, by the beginning of their names; `shut` asks for a long rest.
ALIKE = {"nowhere": "failing", "closed": "failing", "inside": "private", "shut": "blocked"}
SLOW = {"stall", "drip"}
KINDS = sorted(VERDICTS.keys() - SLOW - {"shut"})


@pytest.fixture
def hosts() -> Iterator[Hosts]:
    """The made-up hosts."""
    prepare()
    with running_hosts() as running:
        yield running


def plant(hosts: Hosts) -> dict[str, str]:
    """Every link with what it is to be called."""
    planted = {}
    for name, verdict in ALIKE.items():
        kind = "shut" if name == "shut" else "well"
        for host in range(5):
            for number in range(EACH):
                planted[hosts.url(f"/{kind}/{number}", f"{name}{host}.example")] = verdict
    mixed = HOSTS - 5 * len(ALIKE)
    kinds = cycle(KINDS)
    for host in range(mixed):
        here = list(islice(kinds, EACH))
        if host % 40 == 0:
            here[:2] = SLOW
        for number, kind in enumerate(here):
            url = hosts.url(f"/{kind}/{host * EACH + number}", f"h{host}.example")
            planted[url] = VERDICTS[kind]
    return planted


def write_links(folder: Path, urls: list[str]) -> Path:
    """A list whose records link to these and to nothing else that is outside."""
    root = a_shelf(folder)
    for number, start in enumerate(range(0, len(urls), 50)):
        first, *more = urls[start : start + 50]
        text = RECORD.replace("https://arxiv.org/abs/2401.00001", first)
        text = text.replace(f"{first} }}", f"{first}, code: [{', '.join(more)}] }}")
        write(root, f"papers/2024/paper-{number}.yaml", text)
    return root


def program(root: Path) -> list[str]:
    """The command line that follows a list's links."""
    return [sys.executable, "-m", "tests.follow_here", str(root)]


def start(root: Path) -> "subprocess.Popen[str]":
    """Begin to follow a list's links in another process."""
    pipe = subprocess.PIPE
    return subprocess.Popen(
        program(root), cwd=REPOSITORY, env=unmeasured(), stdout=pipe, stderr=pipe, text=True
    )


def gaps(hosts: Hosts) -> dict[str, float]:
    """The shortest time between two requests, by host."""
    times = defaultdict(list)
    for each in hosts.asked:
        times[each.host].append(each.at)
    return {
        host: min(after - before for before, after in pairwise(sorted(all_)))
        for host, all_ in times.items()
        if len(all_) > 1
    }


def _told(hosts: Hosts, verdicts: dict[str, str], memory: int) -> str:
    """The figures of docs/quality.md, which `pytest -s` shows."""
    counted = ", ".join(f"{number} {name}" for name, number in Counter(verdicts.values()).items())
    shortest = min(gaps(hosts).values())
    return f"{counted}; {len(hosts.asked)} requests, {shortest:.4f} s apart; {memory} bytes\n"


def test_all_are_called_what_they_are(hosts: Hosts, tmp_path: Path) -> None:
    """All are called what they were planted as; no host is hurried; memory stays in bounds."""
    planted = plant(hosts)
    assert len(planted) == HOSTS * EACH
    run = start(write_links(tmp_path, list(planted)))
    out, err = run.communicate(timeout=240)
    assert run.returncode == 1, err[-2000:]
    verdicts = {each["url"]: each["verdict"] for each in json.loads(out)["links"]}
    wrong = {url: (verdicts[url], each) for url, each in planted.items() if verdicts[url] != each}
    assert wrong == {}
    assert min(gaps(hosts).values()) >= PACE
    memory = int(err.splitlines()[-1])
    assert memory < MOST_MEMORY
    sys.stdout.write(_told(hosts, verdicts, memory))
    shut = Counter(each.host for each in hosts.asked if each.host.startswith("shut"))
    assert set(shut.values()) == {1}
    assert not {each.host for each in hosts.asked} & {"inside.example", "169.254.169.254"}


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_loses_no_more_than_is_in_flight(hosts: Hosts, tmp_path: Path, seed: int) -> None:
    """After SIGKILL at any moment, the next run asks again for no more links than has threads."""
    urls = [hosts.url(f"/file/{number}", f"h{number % 40}.example") for number in range(200)]
    root = write_links(tmp_path, urls)
    journal = disk.Journal(root, "links").path
    first = start(root)
    end = time.monotonic() + 60
    enough = random.Random(seed).randrange(1, 170)  # noqa: S311 -- any moment will do
    while not journal.exists() or journal.read_text("utf-8").count("\n") <= enough:
        assert time.monotonic() < end
        time.sleep(0.001)
    first.kill()
    first.communicate(timeout=20)
    asked = {f"{each.host}{each.path}" for each in hosts.asked}
    before = len(hosts.asked)
    second = start(root)
    out, err = second.communicate(timeout=60)
    again = [f"{each.host}{each.path}" for each in hosts.asked[before:]]
    assert "Going on: " in err
    assert len(asked.intersection(again)) <= CONDUCT.workers
    found = {each["url"] for each in json.loads(out)["links"] if each["verdict"] == "alive"}
    assert set(urls) <= found
