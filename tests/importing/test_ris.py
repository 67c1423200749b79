"""RIS as programs write it, with gaps and other people's line ends."""

from pathlib import Path

import pytest
import rispy

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies import ris
from awesome_heads.importing.found import Found

WORN = Path(__file__).parents[1] / "data" / "import" / "worn.ris"


def read(text: str) -> Found:
    """What is found in a file."""
    return ris.parse(text.encode(), {})


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_worn_file(ending: str) -> None:
    """Every record is a paper, or is told; tags may be narrow, indented or run on."""
    found = read(WORN.read_text("utf-8").replace("\n", ending))
    first, second, third = found.papers
    assert first.title == "A Title That Goes On in the Next Line"
    assert first.authors == (
        "Cleo Specimen",
        "Jan van der Berg",
        "Ada Mae King Jr.",
        "The Lantern Team",
    )
    assert (first.date, first.venue) == (PartialDate(2024, 5, 3), "Clearwater 2024")
    assert (first.doi, first.pages) == ("10.5555/lantern.2", "12-34")
    assert first.tags == ("lantern heads", "dates", "tables")
    assert first.links == {"paper": ("https://doi.org/10.5555/lantern.2",)}
    assert (second.title, second.authors) == ("No End", ("Bo Sample",))
    assert second.left == ("its end, which no `ER` marks",)
    assert second.published is not None
    assert (second.published.venue, second.venue) == ("Journal of Lanterns", "arXiv")
    assert third.links == {"paper": ("https://arxiv.org/abs/2401.00066",)}
    assert third.date == PartialDate(2024, 1)
    assert [(row.line, row.why) for row in found.left] == [
        (1, "it stands outside of a record, TY to ER"),
        (30, "it has no title"),
    ]


def test_agrees_with_rispy() -> None:
    """A sound record is read as another parser reads it."""
    text = "TY  - JOUR\nTI  - One\nAU  - Sample, Bo\nPY  - 2024\nSP  - 1\nDO  - 10.5555/1\nER  - \n"
    (theirs,) = rispy.loads(text)
    (ours,) = read(text).papers
    assert (ours.title, ours.doi, ours.pages) == (theirs["title"], theirs["doi"], "1")
    assert str(ours.date) == theirs["year"]
    assert theirs["authors"] == ["Sample, Bo"]


def test_nothing() -> None:
    """An empty file holds nothing."""
    assert read("\n\n") == Found(())
