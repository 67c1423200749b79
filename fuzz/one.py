"""One target fed for so many seconds: `one.py TARGET ENGINE SECONDS`; what breaks it is printed.

`bytes` lets atheris change inputs wherever that reaches new code. `pieces` lets Hypothesis join
pieces of the formats, and shrink what it finds.
"""

import sys
import tempfile
import time
from pathlib import Path

import atheris
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

with atheris.instrument_imports(include=["awesome_heads"]):
    from targets import LIST, TARGETS

ROOT = Path(__file__).parents[1]
SEEDS = (LIST, ROOT / "tests/data/import", ROOT / "tests/data/issues", ROOT / "tests/data/readmes")
LONGEST = 4_096
ROUND = 500
PIECES = (
    *("title: ", "date: 2024-01-20\n", "authors: [", "venue: arXiv\n", "tags: [", "links:\n", "- "),
    *("  paper: https://arxiv.org/abs/2401.00000v1\n", "summary:\n  innovation: ", "  tasks: "),
    *(
        "  result: ",
        "published: {",
        "terms:\n",
        "  - name: ",
        "aliases: [",
        "ignore: {",
        "&a ",
        "*a",
    ),
    *("!!python/object:x ", "? ", ": ", "'", '"', "|\n  ", ">-\n ", "#", "---\n", "...\n", "\\u"),
    *("@article{a,\n", "author = {", "year = 2024,\n", "}\n", "@string{x = ", "\\'{e}", '{\\"u}'),
    *("TY  - JOUR\n", "TI  - ", "AU  - ", "PY  - ", "DO  - 10.5555/", "UR  - ", "ER  - \n"),
    *('[{"title": "', '"author": [{"family": "', '"issued": {"date-parts": [[', "}]", "{}", "null"),
    *("### Title\n\n", "### Tags\n\n", "_No response_\n", "- [x] ", "| a | b |\n|---|---|\n", "| "),
    *("<table><tr><td>", "</td>", "</tr></table>", "<details><summary>", "</details>", "<br>"),
    *(
        "[x](https://arxiv.org/abs/2401.00001)",
        "![](https://img.shields.io/badge/a-b-c)",
        "**",
        "`",
    ),
    *("https://[", "http://a:b/", "2024-13-99", "\u2028", "\u200b", "\u202e", "\0", "\r\n", "\n\n"),
)


def feed_bytes(name: str, seconds: int) -> None:
    """Let atheris feed a target; libFuzzer says how many runs it took."""
    corpus = Path(tempfile.mkdtemp())
    for number, path in enumerate(p for s in SEEDS for p in s.rglob("*") if p.is_file()):
        (corpus / str(number)).write_bytes(path.read_bytes()[:LONGEST])
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-verbosity=1"]
    options += ["-rss_limit_mb=1024", f"-artifact_prefix={ROOT}/fuzz/found-{name}-"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[name])
    atheris.Fuzz()


def feed_pieces(name: str, seconds: int) -> None:
    """Let Hypothesis feed a target, some hundreds at a time, until the time is up."""
    texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=40).map("".join)
    until, runs = time.monotonic() + seconds, 0

    def feed(text: str) -> None:
        nonlocal runs
        runs += 1
        TARGETS[name](text.encode(errors="replace"))

    start = 0
    while time.monotonic() < until:
        start += 1
        checked = settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )(given(texts)(feed))
        seed(start)(checked)()
    sys.stderr.write(f"Done {runs} runs in {seconds} second(s)\n")


if __name__ == "__main__":
    ENGINES = {"bytes": feed_bytes, "pieces": feed_pieces}
    ENGINES[sys.argv[2]](sys.argv[1], int(sys.argv[3]))
