"""The search alone in a page, and what it answers."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from awesome_heads import disk
from awesome_heads.library import Library
from awesome_heads.render.output import Output
from awesome_heads.render.theme import SHIPPED
from awesome_heads.views.scene import Scene
from awesome_heads.views.search import search_files
from tests.builders import a_config

Query = Mapping[str, Any]
SCRIPTS = ("site", "search", "words", "packing", "ranking")


def open_search(browser: Browser, folder: Path, library: Library) -> Page:
    """A page, opened from a folder, that has nothing but the search of a list."""
    files = {
        file.path: Output(file.path, file.data) for file in search_files(Scene(a_config(), library))
    }
    for name in SCRIPTS:
        path = f"static/{name}.js"
        files[path] = Output(path, (SHIPPED / path).read_bytes())
    scripts = "".join(f"<script src=static/{name}.js></script>" for name in ("site", "search"))
    bare = f"<!doctype html><meta charset=utf-8><body>{scripts}"
    disk.write_folder(folder, {**files, "index.html": Output("index.html", bare.encode())})
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate("awesomeHeads.search.open().then(() => null)")
    return page


def found_by(page: Page, queries: Sequence[Query]) -> list[dict[str, Any]]:
    """What the search answers; sets travel as lists."""
    answers: list[dict[str, Any]] = page.evaluate(
        """async (queries) => {
            const found = [];
            for (const query of queries) {
                if (query.only) query.only = new Set(query.only);
                found.push(await awesomeHeads.search.find(query));
            }
            return found;
        }""",
        list(queries),
    )
    return answers


def ids_of(page: Page, library: Library, text: str, **more: object) -> list[str]:
    """The ids of what a text finds."""
    (found,) = found_by(page, [{"text": text, **more}])
    return [library.papers[number].id for number in found["papers"]]
