"""What the list writes in a format comes back out of it, whatever a record holds.

The limits of the formats: TeX sets runs of hyphens and quotes as dashes and quotation marks,
BibTeX and RIS fold white space, in RIS a comma parts a name, CSL-JSON knows marks of emphasis,
and none but the list's own JSON has links other than to the cited version.
"""

from typing import NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from awesome_heads.fields import PartialDate
from awesome_heads.formats import Bibliography, Format
from awesome_heads.formats.bibliography import BIBTEX, CSL_JSON, JSON, RIS
from awesome_heads.formats.names import parse_name
from awesome_heads.identifiers import Identifier, parse_url
from awesome_heads.importing.bibliographies import PARSERS
from awesome_heads.importing.found import FoundPaper
from awesome_heads.model import Paper
from awesome_heads.references import parse_reference
from awesome_heads.text import slugify
from tests.builders import a_library, a_paper, a_vocabulary
from tests.formats.test_anything import ANY, LETTERS, SIGNS, TEX, texts

MANY = settings(deadline=None, max_examples=150)
VENUES = a_vocabulary(
    "venues",
    [
        {"name": "arXiv", "properties": {"kind": "preprint"}},
        {
            "name": "ICLR",
            "properties": {"kind": "conference", "full_name": "Conference on Learning"},
        },
        {"name": "A Journal & More", "properties": {"kind": "journal"}},
    ],
    properties={
        "kind": {"label": "Kind", "description": "Kind."},
        "full_name": {"label": "Name", "description": "Name."},
    },
)
PATHS = st.text(st.sampled_from("abcXYZ019-_.~%=&+,;:@!$'()*/"), max_size=20)
ADDRESSES = st.one_of(
    PATHS.map(lambda path: f"https://papers.example/{path}#a"),
    st.sampled_from(
        [
            "https://openreview.net/forum?id=aB_c-1",
            "https://aclanthology.org/2024.acl-long.1/",
            "https://doi.org/10.5555/lantern.1",
        ]
    ),
)
ARXIV = st.sampled_from(["2405.00001", "2405.12345", "math/0405001"])
NAMES = st.one_of(
    ANY,
    st.sampled_from(
        [
            "Jan van der Berg",
            "Martin Luther King Jr.",
            "Ada de la Example y Sample",
            "van der Berg, Jan",
            "The Example Team, and Friends",
            "Plato",
            "\u738b\u5c0f\u660e",
            "\u738b \u5c0f\u660e",
        ]
    ),
)


class Record(NamedTuple):
    """A paper and the format that it is written in."""

    paper: Paper
    style: Format


def written(paper: Paper, style: Format) -> bytes:
    """A file of one paper."""
    library = a_library(paper, vocabularies=[VENUES])
    return Bibliography(library, "https://lists.example/").file([paper], style).encode()


def back(paper: Paper, style: Format, name: str) -> FoundPaper:
    """The paper as it is read out of a file in which it was written."""
    found = PARSERS[name](written(paper, style), {})
    assert found.left == ()
    (read,) = found.papers
    return read


@st.composite
def papers(draw: st.DrawFn, title: st.SearchStrategy[str], name: st.SearchStrategy[str]) -> Paper:
    """Preprints, those that appeared later, and works that never were preprints."""
    arxiv = draw(st.none() | ARXIV)
    urls = draw(st.lists(ADDRESSES, min_size=0 if arxiv else 1, max_size=2, unique=True))
    links = [*([f"https://arxiv.org/abs/{arxiv}"] if arxiv else []), *urls]
    published = draw(
        st.none()
        | st.fixed_dictionaries(
            {"venue": st.sampled_from(["ICLR", "A Journal & More"]), "date": st.just("2025-01")},
            optional={
                "doi": st.just("10.5555/1_a(b)"),
                "url": st.just("https://openreview.net/forum?id=Later"),
                "pages": st.just("12-34"),
            },
        )
    )
    return a_paper(
        title=draw(title),
        authors=draw(st.lists(name, min_size=1, max_size=3)),
        date="2004-05-28" if arxiv == "math/0405001" else "2024-05-28",
        venue="arXiv" if arxiv else "ICLR",
        links={"paper": links},
        published=published if arxiv else None,
    )


def names(authors: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Names by their parts; what leads a family name counts to it."""
    parsed = [parse_name(each) for each in authors]
    return [(name.surname, name.given, name.suffix) for name in parsed]


def ids(urls: tuple[str, ...], scheme: str) -> set[str]:
    """The ids of one kind that addresses name."""
    found = (parse_url(url) for url in urls)
    return {each.value for each in found if each and each.scheme == scheme}


def holds_its_facts(paper: Paper, read: FoundPaper) -> None:
    """Title, date, venue, ids and the cited address are those of the paper."""
    library = a_library(paper, vocabularies=[VENUES])
    cited = Bibliography(library, "https://lists.example/").citation(paper)
    urls = read.links["paper"]
    assert read.title == paper.title
    assert ids(urls, "arxiv") == ids(paper.links.paper, "arxiv")
    assert read.doi == cited.doi
    later = (read.published.url, read.published.doi) if read.published else ()
    assert parse_reference(cited.url) in map(parse_reference, (*urls, *later)) or (
        cited.url in (*urls, *later)
    )
    if paper.published is not None:
        assert read.published is not None
        assert (str(read.published.date), read.venue) == ("2025-01", "arXiv")
        assert read.published.venue == cited.container
        assert read.published.pages == (paper.published.pages or "")
    else:
        assert read.published is None
        assert read.venue == cited.container


@MANY
@given(paper=papers(TEX, TEX))
def test_bibtex(paper: Paper) -> None:
    """A BibTeX entry gives back the paper; the day is lost, since the format has none."""
    assume(all(slugify(name) not in {"others", "et-al"} for name in paper.authors))
    read = back(paper, BIBTEX, "bibtex")
    holds_its_facts(paper, read)
    assert names(read.authors) == names(paper.authors)
    assert read.date == PartialDate(paper.date.year, 5)


@MANY
@given(paper=papers(ANY.filter(lambda text: "<" not in text), NAMES))
def test_csl_json(paper: Paper) -> None:
    """A CSL-JSON item gives back the paper."""
    read = back(paper, CSL_JSON, "csl-json")
    arxiv = ids(paper.links.paper, "arxiv")
    if paper.published is None or "arxiv.org" in read.links["paper"][0]:
        holds_its_facts(paper, read)
    assert read.title == paper.title
    assert names(read.authors) == names(paper.authors)
    if not paper.published:
        assert read.date == PartialDate(*paper.date.timetuple()[:3])
        assert ids(read.links["paper"], "arxiv") == arxiv


@MANY
@given(paper=papers(ANY, NAMES))
def test_ris(paper: Paper) -> None:
    """A RIS record gives back the paper; names of bodies come without their commas."""
    assume(all(name.replace(",", "").strip() for name in paper.authors))
    read = back(paper, RIS, "ris")
    holds_its_facts(paper, read)
    plain = (
        " ".join(name.replace(",", "").split()) if parse_name(name).literal else name
        for name in paper.authors
    )
    assert names(read.authors) == names(tuple(plain))
    assert read.date in {PartialDate(*paper.date.timetuple()[:3]), PartialDate(paper.date.year, 5)}


@MANY
@given(paper=papers(ANY, NAMES), code=st.lists(ADDRESSES, max_size=2, unique=True), line=ANY)
def test_own_json(paper: Paper, code: list[str], line: str) -> None:
    """The list's own JSON gives back every fact, letter by letter."""
    links = paper.links.model_copy(update={"code": tuple(code)})
    summary = paper.summary.model_copy(update={"result": line})
    full = paper.model_copy(
        update={
            "links": links,
            "summary": summary,
            "added": paper.date,
            "former_titles": (line,),
            "terms": {"methods": ("Ablation",)},
        }
    )
    read = back(full, JSON, "jsonl")
    assert (read.title, read.authors, read.venue) == (full.title, full.authors, full.venue)
    assert str(read.date) == full.date.isoformat()
    assert read.tags == full.tags
    assert read.links == {kind: urls for kind, urls in links.model_dump().items() if urls}
    assert read.summary == summary.model_dump()
    told = vars(read.published) if read.published else {}
    kept = full.published.model_dump() if full.published else {}
    assert {name: value for name, value in told.items() if value} == {
        name: value for name, value in kept.items() if value
    }
    assert read.facts == {
        "id": full.id,
        "added": full.date.isoformat(),
        "former_titles": (line,),
        "methods": ("Ablation",),
    }
    assert read.left == ()


@MANY
@given(title=texts(SIGNS, LETTERS), doi=st.sampled_from(["10.5555/a_b", "10.5555/(x)<y>"]))
def test_dois(title: str, doi: str) -> None:
    """A DOI with signs of TeX comes back out of every format."""
    published = {"venue": "ICLR", "date": "2025", "doi": doi}
    paper = a_paper(title=title, published=published)
    for style, name in ((BIBTEX, "bibtex"), (CSL_JSON, "csl-json"), (RIS, "ris")):
        assert back(paper, style, name).doi == Identifier("doi", doi).value
