"""The programs that search is compared with, each as files to serve and a script that sets it up.

Each script leaves a function `search` that gives the ids of the first papers found. All see
the same texts; the settings of the others are our choice, with our weights where they take weights.
"""

import html
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.project import Project
from awesome_heads.render.scripts import shorten
from awesome_heads.render.theme import SHIPPED
from awesome_heads.views.scene import Scene
from awesome_heads.views.search import search_files

Program = tuple[str, Mapping[str, bytes], str]

# How long each one's index took to build, by its name.
seconds: dict[str, float] = {}

OWN = """async () => {
    const add = (path) => new Promise((resolve) => {
        const script = document.createElement("script");
        script.src = path;
        script.onload = resolve;
        document.head.append(script);
    });
    await add("static/site.js");
    await add("static/search.js");
    let ids = null;
    window.search = async (text) => {
        const { papers } = await awesomeHeads.search.find({ text });
        // The ids are for the comparison: the site's rows bring their own.
        if (window.wanted) ids ??= (await awesomeHeads.data("search/ids.js")).split(" ");
        return papers.slice(0, 3).map((paper) => ids?.[paper]);
    };
}"""

MINISEARCH_OPTIONS = r"""{
    fields: ["title", "tags", "authors", "venue", "summary"],
    processTerm: (word) => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),
    tokenize: (text) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean),
    searchOptions: {
        boost: { title: 8, tags: 6, authors: 5, venue: 3 },
        prefix: true, fuzzy: 0.2, combineWith: "AND",
    },
}"""

MINISEARCH = f"""async () => {{
    const {{ default: MiniSearch }} = await import("./minisearch.js");
    const made = await fetch("index.json");
    const index = MiniSearch.loadJSON(await made.text(), {MINISEARCH_OPTIONS});
    window.search = async (text) => index.search(text).slice(0, 3).map(({{ id }}) => id);
}}"""

FUSE = """async () => {
    const { default: Fuse } = await import("./fuse.js");
    const records = await (await fetch("records.json")).json();
    const weights = { title: 8, tags: 6, authors: 5, venue: 3, summary: 1 };
    const fuse = new Fuse(records, {
        keys: Object.entries(weights).map(([name, weight]) => ({ name, weight })),
        ignoreLocation: true, ignoreDiacritics: true, threshold: 0.3, useTokenSearch: true,
    });
    window.search = async (text) => fuse.search(text, { limit: 3 }).map(({ item }) => item.id);
}"""

PAGEFIND = """async () => {
    const pagefind = await import("./pagefind/pagefind.js");
    await pagefind.init();
    window.search = async (text) => {
        const { results } = await pagefind.search(text);
        const first = await Promise.all(results.slice(0, 3).map((result) => result.data()));
        return first.map(({ url }) => url.split("/").at(-2));
    };
}"""

BUILD_MINISEARCH = """
import MiniSearch from %s;
import { readFileSync, writeFileSync } from "node:fs";
const options = %s;
const index = new MiniSearch(options);
index.addAll(JSON.parse(readFileSync("records.json", "utf8")));
writeFileSync("index.json", JSON.stringify(index));
"""


def programs(listed: Project, root: Path) -> Iterator[Program]:
    """Our engine, and whichever others `bench/node_modules/` has."""
    blank = {"index.html": b"<!doctype html><meta charset=utf-8><title>Bench</title><body>"}
    started = time.perf_counter()
    files = {file.path: file.data for file in search_files(Scene(listed.config, listed.library))}
    seconds["this site, engine"] = time.perf_counter() - started
    for name in ("site", "search", "words", "packing", "ranking"):
        path = f"static/{name}.js"
        files[path] = shorten(path, (SHIPPED / path).read_bytes())
    yield "this site, engine", {**blank, **files}, OWN
    packages = root / "bench/node_modules"
    records = json.dumps([record(paper, listed.library) for paper in listed.library.papers])
    for name, make in (("MiniSearch", _minisearch), ("Fuse", _fuse), ("Pagefind", _pagefind)):
        if not (packages / PACKAGES[name]).exists():
            print(f"| {name} | not installed |")
            continue
        started = time.perf_counter()
        made, script = make(packages / PACKAGES[name], records)
        seconds[name] = time.perf_counter() - started
        yield name, {**blank, **made}, script


PACKAGES = {"MiniSearch": "minisearch", "Fuse": "fuse.js", "Pagefind": "pagefind"}


def record(paper: Paper, library: Library) -> dict[str, str]:
    """A paper's texts, with the other names of what it is tagged with."""

    def names(vocabulary: str) -> str:
        terms = library.terms_of(paper, vocabulary)
        full = [term.properties.get("full_name", "") for term in terms]
        return " ".join([name for term in terms for name in (term.name, *term.aliases)] + full)

    summary = paper.summary
    years = [str(paper.date.year), str((paper.published or paper).date.year)]
    return {
        "id": paper.id,
        "title": paper.title,
        "authors": ", ".join(paper.authors),
        "tags": names("tags"),
        "venue": " ".join([names("venues"), *years]),
        "summary": f"{summary.innovation} {summary.tasks} {summary.result}",
    }


def _run(folder: str, *arguments: str) -> None:
    node = Path(sys.executable).with_name("node")
    command = (str(node) if node.exists() else "node", *arguments)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 -- our own words


def _minisearch(package: Path, records: str) -> tuple[dict[str, bytes], str]:
    module = package / "dist/es/index.js"
    script = BUILD_MINISEARCH % (json.dumps(str(module.resolve())), MINISEARCH_OPTIONS)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "records.json").write_text(records, encoding="utf-8")
        Path(folder, "build.mjs").write_text(script, encoding="utf-8")
        _run(folder, "build.mjs")
        index = Path(folder, "index.json").read_bytes()
    return {"minisearch.js": module.read_bytes(), "index.json": index}, MINISEARCH


def _fuse(package: Path, records: str) -> tuple[dict[str, bytes], str]:
    module = (package / "dist/fuse.min.mjs").read_bytes()
    return {"fuse.js": module, "records.json": records.encode()}, FUSE


def _pagefind(package: Path, records: str) -> tuple[dict[str, bytes], str]:
    with tempfile.TemporaryDirectory() as folder:
        for each in json.loads(records):
            page = Path(folder, each["id"], "index.html")
            page.parent.mkdir()
            page.write_text(_page(each), encoding="utf-8")
        _run(folder, str(package / "lib/runner/bin.cjs"), "--site", ".")
        made = Path(folder, "pagefind")
        files = {
            f"pagefind/{path.relative_to(made).as_posix()}": path.read_bytes()
            for path in made.rglob("*")
            if path.is_file()
        }
    return files, PAGEFIND


def _page(each: Mapping[str, str]) -> str:
    text = {name: html.escape(value) for name, value in each.items()}
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{text['title']}</title>"
        f"<body data-pagefind-body><h1 data-pagefind-weight=8>{text['title']}</h1>"
        f"<p data-pagefind-weight=6>{text['tags']}</p>"
        f"<p data-pagefind-weight=5>{text['authors']}</p>"
        f"<p data-pagefind-weight=3>{text['venue']}</p><p>{text['summary']}</p>"
    )
