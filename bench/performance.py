"""What was measured, kept in `bench/figures.json` and told in `docs/performance.md`."""

import json
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[1]
_FIGURES = Path(__file__).with_name("figures.json")
_PAGE = _ROOT / "docs/performance.md"
_STARTS, _ENDS = "<!-- figures: written by bench/build.py -->", "<!-- end of the figures -->"

_BUILDS = {
    "cold": "cold build",
    "record": "one record edited",
    "tag": "one tag renamed",
    "template": "a template edited",
    "nothing": "nothing changed, outputs verified",
}
_SIZES = (100, 1_000, 10_000, 100_000)
# At most so much of Hugo's time, by size.
_TARGETS = {
    "cold": (1.0, 0.5, 0.25, 0.25),
    "record": (1.0, 0.25, 0.05, 0.05),
    "nothing": (0.25, 0.06, 0.02, 0.01),
    "memory": (0.8, 0.6, 0.25, 0.25),
}

Figures = Mapping[str, Any]


def machine() -> str:
    """Processors, system and Python."""
    names = (line for line in _lines("/proc/cpuinfo") if line.startswith("model name"))
    processor = next((line.partition(": ")[2] for line in names), platform.machine())
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} processors ({processor}), {platform.system()}, {python}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def line(name: str, found: Mapping[str, float]) -> str:
    """One comparison, to print."""
    return (
        f"{_BUILDS[name]:34} {found['ours']:8.3f} s  Hugo {found['hugo']:8.3f} s  "
        f"ratio {found['ratio']:.3f} ({found['lowest']:.3f} to {found['highest']:.3f}), "
        f"of processor time {found['cpu']:.3f}"
    )


def keep(size: int, figures: Figures) -> None:
    """Remember the figures of one size, and write the page anew."""
    known = json.loads(_FIGURES.read_text(encoding="utf-8")) if _FIGURES.exists() else {}
    known = {**known, str(size): figures}
    ordered = dict(sorted(known.items(), key=lambda each: int(each[0])))
    _FIGURES.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
    before, _, rest = _PAGE.read_text(encoding="utf-8").partition(_STARTS)
    after = rest.partition(_ENDS)[2]
    told = "\n\n".join(_tables({int(each): found for each, found in ordered.items()}))
    _PAGE.write_text(f"{before}{_STARTS}\n\n{told}\n\n{_ENDS}{after}", encoding="utf-8")


def _tables(known: Mapping[int, Figures]) -> Iterator[str]:
    yield "### Time and memory, as multiples of Hugo's"
    rows = [
        (
            name,
            *_cells(known, _ratio_of(key), _TARGETS.get(key)),
        )
        for key, name in _BUILDS.items()
    ]
    rows.append(("peak memory of a cold build", *_cells(known, _memory, _TARGETS["memory"])))
    yield _table(rows)
    yield "In brackets: the most that is wanted; of memory at 100,000 no more than 1,500 MB either."
    yield "### Seconds, awesome-heads / Hugo"
    rows = [(name, *_cells(known, _seconds_of(key))) for key, name in _BUILDS.items()]
    rows += [
        ("peak memory, MiB", *_cells(known, _mebibytes)),
        ("`check`", *_cells(known, _alone("check"))),
        ("`build --check`", *_cells(known, _alone("compare"))),
        (
            "`check` of one edited record; 0.3 is wanted at 10,000",
            *_cells(known, _alone("check one")),
        ),
        (
            "`serve`, from save to new page; 0.3 is wanted at 10,000",
            *_cells(known, _alone("reload")),
        ),
        (
            "`--version` / bare Python, twice as much is wanted",
            *_cells(known, lambda each: _pair(each["start"]) if "start" in each else ""),
        ),
    ]
    yield _table(rows)
    yield "### What the times are of"
    yield _table(
        [
            ("measured on", *_cells(known, lambda each: each["date"])),
            ("rounds", *_cells(known, lambda each: str(each["rounds"]))),
            ("machine", *_cells(known, lambda each: each["machine"])),
            ("Hugo", *_cells(known, lambda each: each["hugo"])),
            (
                "processor time, cold, as a multiple",
                *_cells(known, lambda each: each["builds"]["cold"]["cpu"]),
            ),
        ]
    )
    size = max((each for each in known if each < max(_SIZES)), default=max(known))
    yield f"### Files and bytes of both, at {size:,} papers"
    yield "\n".join(_outputs(*known[size]["files"]))


def _memory(figures: Figures) -> float | None:
    ours, hugo = figures["memory"]
    return ours / hugo if ours and hugo else None


def _mebibytes(figures: Figures) -> str:
    return " / ".join(f"{(each or 0) / (1 << 20):,.0f}" for each in figures["memory"])


def _ratio_of(build: str) -> Callable[[Figures], float | None]:
    return lambda figures: figures["builds"].get(build, {}).get("ratio")


def _seconds_of(build: str) -> Callable[[Figures], str]:
    def read(figures: Figures) -> str:
        found = figures["builds"].get(build)
        return _pair([found[side] for side in ("ours", "hugo")]) if found else ""

    return read


def _alone(name: str) -> Callable[[Figures], str]:
    return lambda figures: f"{figures[name]:.2f}" if name in figures else ""


def _pair(both: list[float]) -> str:
    return " / ".join(f"{each:.3f}" if each < 1 else f"{each:.2f}" for each in both)


def _cells(
    known: Mapping[int, Figures],
    read: Callable[[Figures], float | str | None],
    targets: tuple[float, ...] | None = None,
) -> Iterator[str]:
    """A cell for each size, the target after it; empty where nothing was measured."""
    for place, size in enumerate(_SIZES):
        value = read(known[size]) if size in known else None
        text = f"{value:.2f}" if isinstance(value, float) else value or ""
        yield f"{text} ({targets[place]})".strip() if targets else text


def _table(rows: list[tuple[str, ...]]) -> str:
    head = ("", *(f"{size:,}" for size in _SIZES))
    lines = [head, ("---", *("---:" for _ in _SIZES)), *rows]
    return "\n".join("| " + " | ".join(each) + " |" for each in lines)


def _outputs(ours: Mapping[str, list[int]], hugo: Mapping[str, list[int]]) -> Iterator[str]:
    yield "| | awesome-heads, files | KB | Hugo, files | KB |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for kind in sorted({*ours, *hugo}):
        both = (side.get(kind, [0, 0]) for side in (ours, hugo))
        cells = (f"{files:,} | {size / 1000:,.0f}" for files, size in both)
        yield f"| {kind} | {' | '.join(cells)} |"
    sums = ([sum(each) for each in zip(*side.values(), strict=True)] for side in (ours, hugo))
    yield f"| **all** | {' | '.join(f'{files:,} | {size / 1000:,.0f}' for files, size in sums)} |"
