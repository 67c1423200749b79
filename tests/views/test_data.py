"""The page that tells of downloads, API and feeds."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from awesome_heads.formats import FORMATS
from awesome_heads.project import Project
from awesome_heads.render import Output
from awesome_heads.views.data import LINES_SHOWN, SIGNS_SHOWN, DataPage, data_pages
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary, only_pages
from tests.judges import elements, parse, text_of
from tools.catalogues import collect

TAGS = a_vocabulary(
    terms=["Busy Head", "Idle Head"], singular="Head", description="What heads there are."
)
PAPERS = (
    a_paper(id="a", tags=["Busy Head"]),
    a_paper(id="b", date="2023-01-01", tags=["Busy Head", "Idle Head"]),
)


def page(*papers: object) -> DataPage:
    """The page of a list of these papers."""
    library = a_library(*papers, vocabularies=[TAGS, a_vocabulary("venues", ["arXiv"])])  # type: ignore[arg-type]
    (found,) = only_pages(data_pages(Scene(a_config(), library)))
    assert isinstance(found.context, DataPage)
    return found.context


def test_the_whole_list_is_offered_in_every_format() -> None:
    """Best first, each with its name and media type."""
    assert [(each.page, each.media_type) for each in page(*PAPERS).downloads] == [
        ("papers.bib", "application/x-bibtex"),
        ("papers.csl.json", "application/vnd.citationstyles.csl+json"),
        ("papers.ris", "application/x-research-info-systems"),
        ("papers.csv", "text/csv"),
        ("papers.json", "application/json"),
    ]


def test_parts_have_examples_of_this_list() -> None:
    """The newest paper and year, and the term with the most papers."""
    found = {each.label: (each.address, each.page) for each in page(*PAPERS).parts}
    assert found == {
        "Paper": ("papers/<id>/paper.bib", "papers/a/paper.bib"),
        "Year": ("years/<year>/papers.bib", "years/2024/papers.bib"),
        "Head": ("tags/<name>/papers.bib", "tags/busy-head/papers.bib"),
        "venue": ("venues/<name>/papers.bib", "venues/arxiv/papers.bib"),
        "Author": ("authors/<name>/papers.bib", ""),
    }


def test_every_answer_of_the_api_is_shown() -> None:
    """With how one of this list begins, cut where it grows long."""
    shown = page(*PAPERS).endpoints
    assert [each.address for each in shown] == [
        *("api/list.json", "api/papers.json", "api/papers/<id>.json"),
        *("api/<vocabulary>.json", "api/years.json"),
    ]
    for each in shown:
        lines = each.excerpt.split("\n")
        assert lines[0] == "{"
        assert len(lines) <= LINES_SHOWN + 1
        assert all(len(line) <= SIGNS_SHOWN + 2 for line in lines)
    assert "tags, venues" in shown[3].holds


def test_feeds_are_named() -> None:
    """Those of the whole list, and those of a term by the word for one."""
    assert [(each.label, each.page) for each in page(*PAPERS).feeds] == [
        ("Atom feed of the whole list", "feed.xml"),
        ("Atom feed of one head", "tags/busy-head/feed.xml"),
        ("JSON feed of the whole list", "feed.json"),
        ("JSON feed of one head", "tags/busy-head/feed.json"),
    ]


def test_an_empty_list_has_a_page() -> None:
    """Without papers there is nothing to show an example of."""
    found = page()
    assert [each.label for each in found.parts] == ["Author"]
    assert [each.label for each in found.feeds] == [
        *("Atom feed of the whole list", "JSON feed of the whole list"),
    ]
    assert "years/" not in found.shell
    assert len(found.endpoints) == 4


def test_the_example_in_python_works(
    small: Project, small_site: Mapping[str, Output], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run as it stands, on the files of this list, it prints the papers with code."""
    (found,) = only_pages(data_pages(Scene(small.config, small.library)))
    assert isinstance(found.context, DataPage)

    def opened(url: str) -> BytesIO:
        return BytesIO(small_site[url.removeprefix(small.config.base_url)].data)

    monkeypatch.setattr("urllib.request.urlopen", opened)
    printed: list[tuple[object, ...]] = []
    exec(found.context.python, {"print": lambda *words: printed.append(words)})  # noqa: S102 -- our own text
    assert ("2023-06-20", "Five Bakers Share a Jar", "https://git.example/five/one") in printed


def test_links_of_the_page_lead_somewhere(small_site: Mapping[str, Output]) -> None:
    """All but feeds, which are made elsewhere, are files of the site."""
    html = parse(small_site["api/index.html"].data.decode())
    (main,) = (each for each in elements(html) if each.tag == "main")
    targets = [each.get("href", "") for each in elements(main) if each.tag == "a"]
    inner = [href.removeprefix("../") for href in targets if href.startswith("../")]
    assert len(inner) > 15
    for path in inner:
        assert path in small_site or path.rpartition("/")[2] in {"feed.xml", "feed.json"}


def test_the_page_has_headings_for_each_way(small_site: Mapping[str, Output]) -> None:
    """Downloads, parts, API, feeds, programs."""
    html = parse(small_site["api/index.html"].data.decode())
    assert [text_of(each) for each in elements(html) if each.tag == "h2"] == [
        *("The whole list", "A part of it", "JSON at fixed addresses", "Feeds"),
        "From a program",
    ]


def test_what_formats_are_good_for_can_be_translated() -> None:
    """Formats know their purpose outside the views, and it is collected all the same."""
    said = {message.id for message in collect(Path(__file__).parents[2])}
    assert {style.purpose for style in FORMATS} <= said
