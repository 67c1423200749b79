"""Which version of a paper is cited: the published one, or the first."""

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.formats import EXPORTS, Bibliography, Format, Prefer
from awesome_heads.formats.citation import Citation
from awesome_heads.model import Paper
from awesome_heads.project import Project
from tests.builders import a_paper
from tests.formats.test_bibtex import library

LATER = {
    "venue": "CRM",
    "date": "2025-02",
    "title": "A Later Title",
    "doi": "10.1000/182",
    "url": "https://papers.example/1",
    "pages": "1-2",
}


def cited(paper: Paper, prefer: Prefer) -> Citation:
    """What a citation says of that version."""
    return Bibliography(library(paper), "https://lists.example/", prefer=prefer).citation(paper)


def test_the_first_version_is_cited_where_it_is_preferred() -> None:
    """Title, date, venue and address are the preprint's; the key is that of both."""
    paper = a_paper(published=LATER)
    first, later = cited(paper, "preprint"), cited(paper, "published")
    assert first.key == later.key
    assert (later.title, later.venue, later.doi) == ("A Later Title", "CRM", "10.1000/182")
    assert (first.title, first.venue, first.form) == (paper.title, "arXiv", "preprint")
    assert (first.date, first.url) == (PartialDate(2024, 5, 28), "https://arxiv.org/abs/2401.00001")
    assert (first.doi, first.pages, first.arxiv) == ("", "", "2401.00001")


def test_what_is_on_arxiv_appeared_there_first() -> None:
    """A paper recorded with its conference alone is cited by the arXiv address it has."""
    paper = a_paper(
        venue="CRM",
        links={"paper": ["https://doi.org/10.1000/182", "https://arxiv.org/abs/2401.00001"]},
    )
    first = cited(paper, "preprint")
    assert (first.form, first.venue, first.container) == ("preprint", "arXiv", "arXiv")
    assert first.url == "https://arxiv.org/abs/2401.00001"
    assert first.addresses[1:] == ("https://doi.org/10.1000/182",)
    assert first.doi == ""
    assert first.pdf == "https://arxiv.org/pdf/2401.00001"


def test_a_paper_without_a_preprint_is_cited_as_it_is() -> None:
    """Where there is one version only, it is cited either way."""
    paper = a_paper(venue="CRM", links={"paper": "https://papers.example/1"})
    assert cited(paper, "preprint") == cited(paper, "published")


@pytest.mark.parametrize("style", EXPORTS, ids=lambda style: style.name)
def test_both_make_files_of_the_whole_list(real: Project, style: Format) -> None:
    """Any format can be written of any version, and its keys are the same."""
    papers = real.library.papers
    choices: tuple[Prefer, ...] = ("published", "preprint")
    both = [Bibliography(real.library, real.config.base_url, prefer=prefer) for prefer in choices]
    assert both[0].keys == both[1].keys
    assert all(kept.file(papers, style) for kept in both)
