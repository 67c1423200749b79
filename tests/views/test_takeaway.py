"""What readers carry off: files beside the pages that list papers."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from awesome_heads.formats import FORMATS, Bibliography
from awesome_heads.language import IN_ENGLISH
from awesome_heads.project import load
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.views import File, build_site, takeaway
from awesome_heads.views.takeaway import CITING, citations_of, downloads_of, parts_of
from tests.builders import a_config, a_library, a_paper, a_vocabulary
from tests.formats.parsers import read_file
from tests.judges import elements, parse
from tests.lists import REPOSITORY

NAMES = {f"paper{suffix}" for suffix in (each.suffix for each in FORMATS)} | {
    f"papers{suffix}" for suffix in (each.suffix for each in FORMATS)
}


def files(site: Mapping[str, Output]) -> dict[str, Output]:
    """The files that readers carry off, by path."""
    return {
        path: output
        for path, output in site.items()
        if PurePosixPath(path).name in NAMES and not path.startswith("api/")
    }


def offered(site: Mapping[str, Output]) -> dict[str, set[str]]:
    """What each page offers as a download, by the page's path."""
    found: dict[str, set[str]] = {}
    for path, output in site.items():
        if path.endswith(".html"):
            hrefs = {
                each.get("href", "")
                for each in elements(parse(output.data.decode()))
                if each.tag == "a" and each.get("download") is not None
            }
            if hrefs:
                found[path] = {_resolve(path, href) for href in hrefs}
    return found


def _resolve(page: str, href: str) -> str:
    parts: list[str] = list(PurePosixPath(page).parent.parts)
    for part in href.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_what_a_page_offers_is_there(small_site: Mapping[str, Output]) -> None:
    """Every download that a page names is a file of the site that a parser reads."""
    pages = offered(small_site)
    assert {"index.html", "years/2024/index.html", "papers/signs/index.html"} <= set(pages)
    for page, names in pages.items():
        for name in names:
            assert name in small_site, f"{page} offers {name}"
            assert read_file(name, small_site[name].data), name


def test_no_file_is_hidden(small_site: Mapping[str, Output]) -> None:
    """Every file that readers may carry off is offered by the page beside it."""
    pages = offered(small_site)
    for path in files(small_site):
        page = path.rpartition("/")[0]
        assert path in pages[f"{page}/index.html" if page else "index.html"]


def test_a_file_holds_what_its_page_lists(small_site: Mapping[str, Output]) -> None:
    """The papers of a term's page and of its files are the same, in the same order."""
    page = parse(small_site["tags/grey-culture/index.html"].data.decode())
    listed = [
        each.get("id", "")
        for each in elements(page)
        if "paper" in (each.get("class") or "").split()
    ]
    kept = json.loads(small_site["tags/grey-culture/papers.json"].data)
    assert len(kept) > 1
    titles = [each["title"] for each in kept]
    assert len(titles) == len([each for each in listed if each])


@pytest.mark.parametrize("style", FORMATS, ids=lambda style: style.name)
def test_the_whole_list_holds_every_paper(small_site: Mapping[str, Output], style: object) -> None:
    """The files beside the home page leave no paper out."""
    suffix = getattr(style, "suffix", "")
    assert len(read_file(f"papers{suffix}", small_site[f"papers{suffix}"].data)) == 8


def test_a_paper_is_cited_in_three_formats() -> None:
    """BibTeX first; tables and plain JSON are for lists."""
    names = [each.page for each in citations_of(a_paper())]
    assert names == [f"papers/a-paper/paper{each.suffix}" for each in CITING]
    assert [each.suffix for each in CITING] == [".bib", ".csl.json", ".ris"]


def test_a_page_leads_to_the_files_beside_it() -> None:
    """Their names are alike beside every page, best first."""
    assert [each.page for each in downloads_of(IN_ENGLISH, "years/2024/index.html", 1)] == [
        f"years/2024/papers{suffix}" for suffix in (".bib", ".csl.json", ".ris", ".csv", ".json")
    ]
    assert downloads_of(IN_ENGLISH, "index.html", 1)[0].page == "papers.bib"


def test_a_large_list_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each part is a file of its own kind, and together they hold every paper once, in order."""
    monkeypatch.setattr(takeaway, "PAPERS_A_FILE", 3)
    library = a_library(*(a_paper(id=f"no-{number}") for number in range(7)))
    made = {each.path: each for each in build_site(a_config(), library) if isinstance(each, File)}
    assert [(each.title, each.page) for each in downloads_of(IN_ENGLISH, "index.html", 7)][:3] == [
        ("BibTeX, part 1 of 3", "papers.bib"),
        ("BibTeX, part 2 of 3", "papers-2.bib"),
        ("BibTeX, part 3 of 3", "papers-3.bib"),
    ]
    for style, files in parts_of(IN_ENGLISH, "index.html", 7):
        read = [read_file(each.page, made[each.page].data) for each in files]
        assert [len(papers) for papers in read] == [3, 3, 1], style.name
    facts = [json.loads(made[name].data) for name in ("papers.json", "papers-2.json")]
    assert [each["id"] for part in facts for each in part] == [
        paper.id for paper in library.papers[:6]
    ]
    told = json.loads(made["api/list.json"].data)
    assert told["downloads"]["csv"] == "https://example.org/heads/papers.csv"
    assert told["parts"]["csv"] == [
        f"https://example.org/heads/papers{part}.csv" for part in ("", "-2", "-3")
    ]


def test_what_a_page_offers_is_there_in_parts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that a page or its head names is missing, and nothing is left unnamed."""
    monkeypatch.setattr(takeaway, "PAPERS_A_FILE", 3)
    library = a_library(*(a_paper(id=f"no-{number}") for number in range(4)))
    site = Renderer(Theme()).render_site(build_site(a_config(), library))
    files = {path for path in site if PurePosixPath(path).name.startswith("papers-2.")}
    assert len(files) == 5 * len(("whole", "year", "authors", "authors", "tag", "venue"))
    named = {name for names in offered(site).values() for name in names}
    assert files <= named <= set(site)
    heads = "".join(site[path].data.decode() for path in site if path.endswith("index.html"))
    for path in files:
        cited = not path.endswith((".csv", "papers-2.json"))
        assert (f'href="https://example.org/heads/{path}"' in heads) is cited, path


def test_no_part_is_too_large() -> None:
    """Twenty megabytes hold more papers of this list than a file ever does."""
    project, _ = load(REPOSITORY)
    assert project is not None
    kept = Bibliography(project.library, project.config.base_url)
    for style in FORMATS:
        sizes = [len(kept.piece(paper, style).encode()) for paper in project.library.papers]
        assert max(sizes) * takeaway.PAPERS_A_FILE < 20_000_000, style.name


def test_an_empty_list_offers_valid_files() -> None:
    """A list that has no papers yet has the same files, and parsers find nothing in them."""
    library = a_library(vocabularies=[a_vocabulary(), a_vocabulary("venues")])
    made = {each.path: each for each in build_site(a_config(), library) if isinstance(each, File)}
    for each in downloads_of(IN_ENGLISH, "index.html", 0):
        assert read_file(each.page, made[each.page].data) == []
