"""What the heads of pages tell: citation tags, linked data, other formats, previews."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pytest

from awesome_heads.formats.citation import pdf_of
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.project import Project
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.views import build_site
from awesome_heads.views.linked_data import LISTED
from awesome_heads.views.metadata import list_head, paper_head, term_head
from awesome_heads.views.page import Head
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary
from tests.judges import parse

Thing = dict[str, Any]
CITATIONS = "application/x-bibtex"
TYPES = {
    "": {"WebSite", "Dataset"},
    "papers/": {"ScholarlyArticle", "BreadcrumbList"},
    "years/": {"CollectionPage", "BreadcrumbList"},
    "terms": {"CollectionPage", "DefinedTerm", "BreadcrumbList"},
    "vocabularies": {"DefinedTermSet", "BreadcrumbList"},
}


class Built(NamedTuple):
    """A list with its site, and the heads of its pages as a browser understands them."""

    project: Project
    site: Mapping[str, Output]
    heads: Mapping[str, Element]

    @property
    def base(self) -> str:
        """The site's address with a closing slash."""
        return self.project.config.base_url


@pytest.fixture(scope="module", params=["small", "real"])
def built(request: pytest.FixtureRequest) -> Built:
    """The made-up list and the repository's own."""
    name = request.param
    site = request.getfixturevalue(f"{name}_site")
    heads = {path: _head(output.data) for path, output in site.items() if path.endswith(".html")}
    return Built(request.getfixturevalue(name), site, heads)


def _head(page: bytes) -> Element:
    """A page's head; what follows is left unread, for there are many pages."""
    text, body, _ = page.decode().partition("<body")
    assert body
    return next(parse(text).iter("head"))


def _graph(head: Element) -> list[Thing]:
    """The objects that a page tells of, once their wrapping is seen to be sound."""
    scripts = [each for each in head.iter("script") if each.get("type") == "application/ld+json"]
    told = [json.loads(each.text or "") for each in scripts]
    assert all(each["@context"] == "https://schema.org" for each in told)
    return [thing for each in told for thing in each["@graph"]]


def _meta(head: Element) -> dict[str, str]:
    """Contents by name or property; those that are told once."""
    return {
        each.get("name") or each.get("property") or "": each.get("content") or ""
        for each in head.iter("meta")
    }


def _alternates(head: Element) -> list[tuple[str, str]]:
    return [
        (each.get("type") or "", each.get("href") or "")
        for each in head.iter("link")
        if each.get("rel") == "alternate"
    ]


def _paper_head(paper: Paper, *vocabularies: Vocabulary) -> Head:
    library = a_library(paper, vocabularies=vocabularies)
    return paper_head(Scene(a_config(), library), paper)


def _tags(paper: Paper, *vocabularies: Vocabulary) -> dict[str, list[str]]:
    """Citation tags of a paper, by name without what all begin with."""
    found: dict[str, list[str]] = {}
    for name, content in _paper_head(paper, *vocabularies).citation:
        found.setdefault(name.removeprefix("citation_"), []).append(content)
    return found


def _article(paper: Paper, *vocabularies: Vocabulary) -> Mapping[str, Any]:
    article: Mapping[str, Any] = _paper_head(paper, *vocabularies).linked_data[0]
    return article


def _venues(kind: str) -> Vocabulary:
    term = {"name": "VENUE", "properties": {"kind": kind, "full_name": "The Venue in Full"}}
    declared = {name: {"label": name, "description": name} for name in ("kind", "full_name")}
    return a_vocabulary("venues", ["arXiv", term], properties=declared)


def test_every_page_tells_what_it_is(built: Built) -> None:
    """Each indexed page has linked data that parses, of the types its kind promises."""
    library = built.project.library
    terms = {
        f"{vocabulary.id}/{term.slug}/index.html"
        for vocabulary in library.vocabularies.values()
        if vocabulary.on_records
        for term in vocabulary.terms
    }
    promised = {"index.html": TYPES[""]}
    promised |= {f"papers/{paper.id}/index.html": TYPES["papers/"] for paper in library.papers}
    promised |= {f"years/{year}/index.html": TYPES["years/"] for year in library.by_year}
    promised |= dict.fromkeys(terms, TYPES["terms"])
    promised |= {f"{name}/index.html": TYPES["vocabularies"] for name in library.vocabularies}
    told = {path: {thing["@type"] for thing in _graph(head)} for path, head in built.heads.items()}
    assert {path: told[path] & kinds for path, kinds in promised.items()} == promised
    redirects = {f"papers/{old}/index.html" for paper in library.papers for old in paper.former_ids}
    assert {path for path, kinds in told.items() if not kinds} == {"404.html", *redirects}


def test_breadcrumbs_are_the_way_a_reader_sees(built: Built) -> None:
    """They begin at the home page, end at the page itself, and name pages that exist."""
    for path, head in built.heads.items():
        for trail in (each for each in _graph(head) if each["@type"] == "BreadcrumbList"):
            steps = trail["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert steps[0]["item"] == built.base
            assert steps[-1]["item"] == built.base + path.removesuffix("index.html")
            for step in steps:
                page = step["item"].removeprefix(built.base).partition("#")[0]
                assert f"{page}index.html" in built.site


def test_every_other_format_is_there(built: Built) -> None:
    """Each alternate is an absolute address of a file of the site, and none is named twice."""
    seen = 0
    for path, head in built.heads.items():
        alternates = _alternates(head)
        assert [each for each, times in Counter(alternates).items() if times > 1] == [], path
        for _, href in alternates:
            assert href.startswith(built.base), path
            assert href.removeprefix(built.base) in built.site, path
            seen += 1
    assert seen > len(built.project.library.papers)


def test_papers_and_lists_offer_citations_first(built: Built) -> None:
    """Zotero takes the first file it can read: one paper of its page, all papers of a list's."""
    library = built.project.library
    pages = {f"papers/{paper.id}/index.html": "paper.bib" for paper in library.papers}
    pages |= {f"years/{year}/index.html": "papers.bib" for year in library.by_year}
    pages |= {
        f"tags/{term.slug}/index.html": "papers.bib"
        for term in library.vocabularies["tags"].terms
        if library.papers_with("tags", term.name)
    }
    for path, name in {"index.html": "papers.bib", **pages}.items():
        kind, href = _alternates(built.heads[path])[0]
        assert (kind, href) == (CITATIONS, built.base + path.removesuffix("index.html") + name)


def test_only_papers_have_citation_tags(built: Built) -> None:
    """A list with such tags would be taken for one paper."""
    for path, head in built.heads.items():
        names = {name for name in _meta(head) if name.startswith("citation_")}
        paper = path.split("/")[1] if path.startswith("papers/") and path.count("/") == 2 else ""
        listed = paper in {each.id for each in built.project.library.papers}
        assert bool(names) == listed, path


def test_citation_tags_are_the_records(built: Built) -> None:
    """On the page as rendered, title, authors and date are those of the version that is cited."""
    for paper in built.project.library.papers:
        head = built.heads[f"papers/{paper.id}/index.html"]
        authors = [
            each.get("content")
            for each in head.iter("meta")
            if each.get("name") == "citation_author"
        ]
        assert authors == list(paper.authors)
        told = _meta(head)
        later = paper.published
        assert told["citation_title"] == ((later and later.title) or paper.title)
        when = str(later.date) if later else paper.date.isoformat()
        assert told["citation_publication_date"] == when.replace("-", "/")
        doi = (later and later.doi) or ""
        assert not doi or told["citation_doi"].lower() == doi.lower()


def test_every_page_has_a_preview(built: Built) -> None:
    """What is shown where a page is shared: its own title, words without marks, one picture."""
    for path, head in built.heads.items():
        told = _meta(head)
        title = next(head.iter("title")).text or ""
        assert told["og:title"] == title.removesuffix(f" \u00b7 {built.project.config.name}")
        assert told["og:description"] == told["description"]
        assert told["og:site_name"] == built.project.config.name
        assert told["og:image"] == f"{built.base}static/social.png"
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["og:image:alt"].startswith(f"{built.project.config.name}: ")
        assert told["twitter:card"] == "summary_large_image"
        assert told["og:type"] == ("article" if "citation_title" in told else "website")
        indexed = "robots" not in told
        assert told.get("og:url", "") == (
            built.base + path.removesuffix("index.html") if indexed else ""
        )
    assert "static/social.png" in built.site


def test_the_whole_list_is_a_data_set(built: Built) -> None:
    """Its files exist, and its date is the day of the newest record."""
    (data,) = [each for each in _graph(built.heads["index.html"]) if each["@type"] == "Dataset"]
    for file in data["distribution"]:
        assert file["contentUrl"].removeprefix(built.base) in built.site
    papers = built.project.library.papers
    assert data["dateModified"] == max(str(each.added or each.date) for each in papers)
    assert data["license"] == built.project.config.licence.data_url


def test_terms_are_named_alike_everywhere(built: Built) -> None:
    """What a paper is about, and what a set holds, are terms that their own pages define."""
    things = [(path, thing) for path, head in built.heads.items() for thing in _graph(head)]
    defined = {each["@id"]: path for path, each in things if each["@type"] == "DefinedTerm"}
    for _, thing in things:
        for term in thing.get("about", []):
            assert term["@id"] in defined
        for term in thing.get("hasDefinedTerm", []):
            assert term["@id"] in defined or "description" in term
        if thing["@type"] == "DefinedTerm":
            assert thing["inDefinedTermSet"]["@id"].partition("#")[0].startswith(built.base)


def test_a_preprint_is_cited_by_its_day() -> None:
    """Without a published version there is no venue, but the arXiv id and its file."""
    assert _tags(a_paper()) == {
        "title": ["Copying Heads in a Made-Up Model"],
        "author": ["Ada Example", "Ben Sample"],
        "publication_date": ["2024/05/28"],
        "arxiv_id": ["2401.00001"],
        "abstract_html_url": ["https://arxiv.org/abs/2401.00001"],
        "pdf_url": ["https://arxiv.org/pdf/2401.00001"],
        "keywords": ["Copy Head"],
    }


@pytest.mark.parametrize(
    ("kind", "tag"),
    [
        ("conference", "conference_title"),
        ("workshop", "conference_title"),
        ("journal", "journal_title"),
        ("post", None),
        ("preprint", None),
    ],
)
def test_the_published_version_wins(kind: str, tag: str | None) -> None:
    """Title, date and venue are those of the later version; the preprint keeps its id."""
    published = {
        "venue": "VENUE",
        "date": "2024-09",
        "doi": "10.5555/made.up",
        "url": "https://journal.example/7",
        "pages": "12--34",
        "title": "Grown Up",
    }
    tags = _tags(a_paper(published=published), _venues(kind))
    venues = {name: tags.get(name) for name in ("conference_title", "journal_title")}
    expected: dict[str, object] = dict.fromkeys(venues)
    assert venues == (expected | {tag: ["The Venue in Full"]} if tag else expected)
    assert (tags["title"], tags["publication_date"]) == (["Grown Up"], ["2024/09"])
    assert (tags["firstpage"], tags["lastpage"]) == (["12"], ["34"])
    assert (tags["doi"], tags["arxiv_id"]) == (["10.5555/made.up"], ["2401.00001"])
    assert tags["abstract_html_url"] == ["https://journal.example/7"]
    assert tags["pdf_url"] == ["https://arxiv.org/pdf/2401.00001"]


@pytest.mark.parametrize(
    ("published", "doi"),
    [
        (None, ["10.5555/preprint"]),
        ({"doi": "10.5555/a"}, ["10.5555/a"]),
        ({"url": "https://doi.org/10.5555/b"}, ["10.5555/b"]),
        ({"url": "https://example.org/b"}, None),
    ],
)
def test_a_doi_is_that_of_the_version_that_is_cited(
    published: dict[str, str] | None, doi: list[str] | None
) -> None:
    """The DOI of a preprint would lead away from the paper that followed it."""
    later = published and {"venue": "arXiv", "date": "2024", **published}
    paper = a_paper(published=later, links={"paper": "https://doi.org/10.5555/preprint"})
    assert _tags(paper).get("doi") == doi
    assert "https://doi.org/10.5555/preprint" in _article(paper)["sameAs"]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [("7", ("7", None)), ("e12 \u2013 e19", ("e12", "e19")), ("A-3-A-9", ("A", "3-A-9"))],
)
def test_pages_are_parted_at_the_dash(pages: str, expected: tuple[str, str | None]) -> None:
    """A single page, or an article's number, has no last page."""
    tags = _tags(a_paper(published={"venue": "arXiv", "date": "2024", "pages": pages}))
    last = tags.get("lastpage", [None])
    assert (tags["firstpage"][0], last[0]) == expected


@pytest.mark.parametrize(
    ("url", "pdf"),
    [
        ("https://arxiv.org/abs/2401.00001v2", "https://arxiv.org/pdf/2401.00001"),
        ("https://openreview.net/forum?id=MadeUp", "https://openreview.net/pdf?id=MadeUp"),
        ("https://aclanthology.org/2024.made-up.1/", "https://aclanthology.org/2024.made-up.1.pdf"),
        ("https://example.org/a/Paper.PDF?x=1", "https://example.org/a/Paper.PDF?x=1"),
        ("https://doi.org/10.5555/made.up", ""),
        ("https://example.org/pdf/page.html", ""),
    ],
)
def test_only_what_is_known_to_be_a_file_is_offered_as_one(url: str, pdf: str) -> None:
    """Reference managers would store a landing page under the name of the paper."""
    assert pdf_of(url) == pdf


def test_a_file_is_no_page_with_an_abstract() -> None:
    """A paper that is only a file has none, unless the record names one."""
    links = {"paper": "https://example.org/paper.pdf"}
    assert "abstract_html_url" not in _tags(a_paper(links=links))
    named = a_paper(links=links, abstract_url="https://example.org/abstract")
    assert _tags(named)["abstract_html_url"] == ["https://example.org/abstract"]


def test_keywords_are_the_terms_of_all_vocabularies_but_venues() -> None:
    """They stand in one tag, taken apart at semicolons, under the vocabularies' own names."""
    tags = a_vocabulary(terms=[{"name": "Apt Head", "aliases": ["Able Head"]}])
    paper = a_paper(tags=["Able Head"], terms={"methods": ["Ablation", "Probing"]})
    assert _tags(paper, tags)["keywords"] == ["Apt Head; Ablation; Probing"]
    assert _article(paper, tags)["keywords"] == ["Apt Head", "Ablation", "Probing"]


def test_a_paper_as_an_article() -> None:
    """Authors, identifiers, journal and every address of the same work."""
    published = {"venue": "VENUE", "date": "2025", "doi": "10.5555/x", "pages": "1-2"}
    links = {"paper": ["https://arxiv.org/abs/2401.00001", "https://example.org/p"]}
    article = _article(a_paper(published=published, links=links), _venues("journal"))
    assert article["author"] == [
        {"@type": "Person", "name": "Ada Example"},
        {"@type": "Person", "name": "Ben Sample"},
    ]
    assert article["isPartOf"] == {"@type": "Periodical", "name": "The Venue in Full"}
    assert [(each["propertyID"], each["value"]) for each in article["identifier"]] == [
        ("DOI", "10.5555/x"),
        ("arXiv", "2401.00001"),
    ]
    assert article["sameAs"] == [
        "https://doi.org/10.5555/x",
        "https://arxiv.org/abs/2401.00001",
        "https://example.org/p",
    ]
    assert (article["datePublished"], article["pagination"]) == ("2025", "1-2")


def test_nothing_is_told_of_what_is_not_known() -> None:
    """A paper without authors and identifiers says neither."""
    article = _article(a_paper(authors=None, links={"paper": "https://example.org/p"}))
    assert {"author", "identifier", "isPartOf", "pagination"} & set(article) == set()


def test_a_long_list_is_told_in_part() -> None:
    """The number is the true one; the papers named are those that stand first."""
    papers = [a_paper(id=f"p{number}", title=f"{number:04}") for number in range(LISTED + 5)]
    scene = Scene(a_config(), a_library(*papers))
    head = list_head(scene, "years/2024/index.html", "2024", scene.library.papers)
    listed: Any = head.linked_data[0]["mainEntity"]
    assert listed["numberOfItems"] == LISTED + 5
    assert len(listed["itemListElement"]) == LISTED
    assert listed["itemListElement"][1] == {
        "@type": "ListItem",
        "position": 2,
        "url": "https://example.org/heads/papers/p1/",
        "name": "0001",
    }


def test_a_list_may_take_its_files_from_another_page() -> None:
    """Two pages with the same papers need not hold the files twice."""
    scene = Scene(a_config(), a_library(a_paper()))
    papers = scene.library.papers
    head = list_head(scene, "papers/index.html", "Papers", papers, files="index.html")
    assert head.alternates[0].page == "papers.bib"


def test_a_term_without_papers_offers_no_files() -> None:
    """There is nothing to take away, and no feed to follow."""
    tags = a_vocabulary(terms=["Copy Head", "Idle Head"])
    library = a_library(a_paper(), vocabularies=[tags])
    scene = Scene(a_config(), library)
    assert term_head(scene, tags, tags.by_name["Idle Head"]).alternates == ()
    kinds = [each.kind for each in term_head(scene, tags, tags.by_name["Copy Head"]).alternates]
    assert kinds[0] == CITATIONS
    assert kinds[-2:] == ["application/atom+xml", "application/feed+json"]


def _one_page(library: Library, path: str) -> Element:
    outputs = Renderer(Theme()).render_site(build_site(a_config(), library))
    return _head(outputs[path].data)


def test_markdown_is_told_as_words() -> None:
    """Machines are given neither marks nor HTML, and nothing closes the script early."""
    summary = {
        "innovation": "It *says* `</script>`.",
        "tasks": "A & B.",
        "result": "[Yes](https://a.example).",
    }
    title = 'The "Head" </script><b>'
    library = a_library(a_paper(title=title, summary=summary))
    head = _one_page(library, "papers/a-paper/index.html")
    article = _graph(head)[0]
    assert article["abstract"] == "It says </script>. A & B. Yes."
    assert article["name"] == _meta(head)["citation_title"] == _meta(head)["og:title"] == title
