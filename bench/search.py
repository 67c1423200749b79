"""What searching costs readers and builds, beside what other search programs would cost.

Usage: python bench/search.py [PAPERS...]

For each size: a made-up list, its page of papers served on loopback, and the first letters of some
titles typed in Chromium. Others are measured on the same records, as `bench/package.json` names
them; `make bench` installs them. The shipped list's forty queries come last.
"""

import gzip
import math
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import search_peers
import yaml
from fabricate import write_list
from playwright.sync_api import Browser, sync_playwright
from serving import opened

from awesome_heads import project
from awesome_heads.library import Library
from awesome_heads.render import Renderer
from awesome_heads.views.finder import finder_pages
from awesome_heads.views.scene import Scene
from awesome_heads.views.search import search_files
from tools.browser import system_browser

ROOT = Path(__file__).parents[1]
SIZES = ("100", "1000", "10000")
TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
}
FIRST_WORDS = 2
TITLES = 8
# Each text is typed so many times, and the fastest counts: what else the machine does is not ours.
ROUNDS = 3

# From a key until the list of results differs, in the page itself.
WATCH = """() => {
    const results = document.querySelector("#results");
    let pressed = 0;
    window.waits = [];
    addEventListener("keydown", () => { pressed = performance.now(); }, true);
    new MutationObserver(() => {
        if (!pressed || !results.querySelector(".paper:not(.coming)")) return;
        waits.push(performance.now() - pressed);
        pressed = 0;
    }).observe(results, { childList: true });
}"""


class Measured(NamedTuple):
    """What one way of searching costs, and how many of the forty queries it answers."""

    name: str
    build: float
    whole: int
    transferred: int
    first: float
    later: list[float]


def slips(library: Library) -> list[str]:
    """Words of titles with two letters swapped."""
    words = {word for paper in library.papers[:50] for word in paper.title.split()}
    long = sorted(words, key=lambda word: (len(word), word))[-2 * TITLES :]
    return [f"{word[:2]}{word[3]}{word[2]}{word[4:]}" for word in long]


def typed(library: Library) -> list[str]:
    """What is typed: the beginnings of some titles, a letter more each time."""
    step = max(1, len(library.papers) // TITLES)
    texts = [" ".join(p.title.split()[:FIRST_WORDS]) for p in library.papers[::step][:TITLES]]
    return [text[:end] for text in texts for end in range(1, len(text) + 1)]


def loaded(root: Path) -> project.Project:
    """A list that must be valid."""
    found, problems = project.load(root)
    if found is None:
        raise SystemExit(f"{root} is not valid: {problems[0]}")
    return found


def measure_page(browser: Browser, listed: project.Project) -> Measured:
    """Our own page of papers, from key to row."""
    scene = Scene(listed.config, listed.library)
    started = time.perf_counter()
    index = list(search_files(scene))
    build = time.perf_counter() - started
    made = Renderer(listed.theme).render_site(finder_pages(scene))
    files = {path: output.data for path, output in made.items()}
    fastest: dict[str, float] = {}
    with opened(browser, files, "papers/index.html") as (page, server):
        page.evaluate(WATCH)
        box = page.locator("#find")
        for _ in range(ROUNDS):
            before = 0
            for text in typed(listed.library):
                if len(text) <= before:
                    box.fill("")
                box.press_sequentially(text[-1])
                before = len(text)
                page.wait_for_selector("#results > .paper:not(.coming)")
                page.wait_for_timeout(50)
                waits = page.evaluate("waits.splice(0)")
                if not fastest:
                    first, transferred = waits[0], server.sent
                fastest[text] = min([fastest.get(text, math.inf), *waits])
    whole = sum(len(gzip.compress(file.data, 6)) for file in index)
    later = [wait for wait in fastest.values() if wait < math.inf]
    return Measured("this site, key to row", build, whole, transferred, first, later)


def quantile(values: list[float], part: float) -> float:
    """The value that so large a part of them does not exceed."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def line(each: Measured) -> str:
    """A row of the table."""
    return (
        f"| {each.name} | {each.build:.2f} | {each.whole / 1000:,.0f} "
        f"| {each.transferred / 1000:,.1f} | {each.first:.0f} "
        f"| {statistics.median(each.later):.1f} / {quantile(each.later, 0.95):.1f} |"
    )


def forty(browser: Browser) -> Iterator[str]:
    """How many of the written-down queries each program answers among its first three."""
    listed = loaded(ROOT)
    queries = yaml.safe_load((ROOT / "tests/data/queries.yaml").read_text(encoding="utf-8"))
    for name, files, script in search_peers.programs(listed, ROOT):
        with opened(browser, files, "index.html") as (page, _):
            page.evaluate(f"window.wanted = true; ({script})()")
            hits = 0
            for each in queries:
                found = page.evaluate("text => search(text)", str(each["query"]))
                hits += each["wanted"] in found[:3]
        yield f"| {name} | {hits} of {len(queries)} |"


def measure_peer(
    browser: Browser, listed: project.Project, program: search_peers.Program
) -> Measured:
    """Another program, or our engine without its page: from call to ids."""
    name, files, script = program
    texts = [*typed(listed.library), *slips(listed.library)]
    with opened(browser, files, "index.html") as (page, server):
        first: float = page.evaluate(
            f"""async (text) => {{
                const started = performance.now();
                await ({script})();
                await search(text);
                return performance.now() - started;
            }}""",
            texts[1],
        )
        transferred = server.sent
        later: list[float] = page.evaluate(
            """async ([texts, rounds]) => {
                const fastest = texts.map(() => Infinity);
                for (let round = 0; round < rounds; round++) {
                    for (const [at, text] of texts.entries()) {
                        const started = performance.now();
                        await search(text);
                        fastest[at] = Math.min(fastest[at], performance.now() - started);
                    }
                }
                return fastest;
            }""",
            [texts, ROUNDS],
        )
    whole = sum(len(gzip.compress(data, 6)) for data in files.values())
    return Measured(name, search_peers.seconds[name], whole, transferred, first, later)


def main() -> None:
    """Print a table for each size, then the forty queries."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=system_browser(), args=["--no-sandbox"]
        )
        print(f"Chromium {browser.version}, Python {platform.python_version()}")
        for size in sys.argv[1:] or SIZES:
            with tempfile.TemporaryDirectory() as folder:
                listed = loaded(write_list(Path(folder), int(size)))
            print(f"\n{int(size):,} papers")
            print("| | index s | index KB | first use KB | first use ms | later p50 / p95 ms |")
            print("| --- | --- | --- | --- | --- | --- |")
            print(line(measure_page(browser, listed)), flush=True)
            for each in search_peers.programs(listed, ROOT):
                print(line(measure_peer(browser, listed, each)), flush=True)
        print("\n| the wanted paper among the first three | |\n| --- | --- |")
        for row in forty(browser):
            print(row)
        browser.close()


if __name__ == "__main__":
    main()
