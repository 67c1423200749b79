"""Papers as biblatex, read back by parsers that this project did not write."""

import pytest
from hypothesis import example, given

from awesome_heads.formats import Bibliography
from awesome_heads.formats.bibliography import BIBLATEX
from awesome_heads.model import Paper
from tests.builders import a_paper
from tests.formats.parsers import read_bibtex, read_with_pybtex
from tests.formats.test_anything import TEX, TYPED, balance, file, parts
from tests.formats.test_bibtex import library, read


def written(paper: Paper) -> str:
    """One paper's entry."""
    return Bibliography(library(paper), "https://lists.example/").file([paper], BIBLATEX)


def entry(paper: Paper) -> dict[str, str]:
    """The fields of one paper's entry."""
    (found,) = read(written(paper))
    return {field.key: str(field.value) for field in found.fields}


def test_an_entry_is_written_out() -> None:
    """Fields have biblatex's names, one a line, with one date for the day that is known."""
    paper = a_paper(
        authors=["Zoë van der Beispiel", "Ben Sample"],
        published={"venue": "Letters", "date": "2024-07-03", "doi": "10.1000/182", "pages": "1-9"},
    )
    assert written(paper) == (
        "@article{vanderbeispiel2024copying,\n"
        "  title        = {Copying Heads in a Made-Up Model},\n"
        "  author       = {van der Beispiel, Zoë and Sample, Ben},\n"
        "  journaltitle = {Reading Letters},\n"
        "  date         = {2024-07-03},\n"
        "  pages        = {1--9},\n"
        "  doi          = {10.1000/182},\n"
        "  url          = {https://arxiv.org/abs/2401.00001},\n"
        "  eprint       = {2401.00001},\n"
        "  eprinttype   = {arxiv}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("venue", "kind", "field", "name"),
    [
        ("arXiv", "online", "", ""),
        ("CRM", "inproceedings", "booktitle", "Conference on Reading \\& Machines"),
        ("CRM Workshop", "inproceedings", "booktitle", "CRM Workshop"),
        ("Letters", "article", "journaltitle", "Reading Letters"),
        ("Notebook", "online", "organization", "The Notebook"),
        ("Elsewhere", "misc", "howpublished", "Elsewhere"),
        ("Nowhere", "misc", "howpublished", "Nowhere"),
    ],
)
def test_the_kind_of_venue_makes_the_entry(venue: str, kind: str, field: str, name: str) -> None:
    """Preprints and posts are online, and the field for the venue is the one the type has."""
    paper = a_paper(venue=venue)
    (found,) = read(written(paper))
    assert found.entry_type == kind
    places = {"booktitle", "journaltitle", "organization", "howpublished"}
    fields = entry(paper)
    assert {key: fields[key] for key in places & fields.keys()} == ({field: name} if field else {})


@pytest.mark.parametrize("date", ["2025", "2025-02", "2025-02-03"])
def test_a_date_is_as_exact_as_it_is_known(date: str) -> None:
    """Year, month or day: biblatex reads all three."""
    assert entry(a_paper(published={"venue": "CRM", "date": date}))["date"] == date


def test_an_old_arxiv_id_tells_its_class() -> None:
    """The class of ids of before 2007 stands in a field of its own."""
    fields = entry(a_paper(links={"paper": "https://arxiv.org/abs/math.gt/0309136"}))
    assert (fields["eprint"], fields["eprintclass"]) == ("math.gt/0309136", "math.GT")


@TYPED
@given(title=TEX, author=TEX)
@example(title="1", author="& 1")
def test_biblatex_gives_back_what_was_typed(title: str, author: str) -> None:
    """One entry with its title and author, as TeX sets them, to two parsers."""
    text = file(a_paper(title=title, authors=[author, "Ben Sample"]), BIBLATEX)
    (found,) = read_bibtex(text)
    assert found.title == title
    family, given_name, suffix = parts(author)
    first = (family, given_name, suffix) if given_name else (f"{family} {suffix}".strip(), "", "")
    assert found.authors == (first, ("Sample", "Ben", ""))
    assert balance(text) == 0
    (entry_,) = read_with_pybtex(text).entries.values()
    assert len(entry_.persons["author"]) == 2
