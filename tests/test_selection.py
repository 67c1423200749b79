"""Papers chosen out of a list: what is asked for is found, and what cannot be asked is refused."""

import pytest

from awesome_heads.errors import UsageError
from awesome_heads.library import Library
from awesome_heads.selection import Wanted, missed_authors, select
from tests.builders import a_library, a_paper, a_vocabulary

TAGS = a_vocabulary(
    "tags", [{"name": "Copy Head", "aliases": ["Ditto Head"]}, "Skip-Word Head", "Bare Head"]
)
VENUES = a_vocabulary("venues", [{"name": "arXiv"}, {"name": "CRM", "aliases": ["ReadMach"]}])


@pytest.fixture
def library() -> Library:
    """Three papers, newest first: `late`, `middle` and `early`."""
    late = a_paper(
        id="late",
        title="Überlange Fragen: A Study",
        date="2024-05-28",
        added="2025-01-15",
        authors=["Jean-Pierre Œuvre", "Søren Łódź"],
        published={"venue": "ReadMach", "date": "2025", "title": "Long Questions"},
    )
    middle = a_paper(
        id="middle",
        title="Words Skipped",
        date="2023-06-01",
        authors=["Ada Example"],
        tags=["Skip-Word Head", "Ditto Head"],
        venue="CRM",
    )
    early = a_paper(
        id="early",
        title="注意力的头",
        date="2022-01-01",
        authors=["Ada Exampleson", "小 麦"],
        tags=["Bare Head"],
        summary={"innovation": "Names `one` head.", "tasks": "Toys.", "result": "It *sees*."},
    )
    return a_library(late, middle, early, vocabularies=[TAGS, VENUES])


def found(library: Library, **wanted: object) -> list[str]:
    """Ids of the papers asked for."""
    return [paper.id for paper in select(library, Wanted(**wanted))]  # type: ignore[arg-type]


def test_nothing_asked_is_everything(library: Library) -> None:
    """Without a wish the whole list is chosen, in its order."""
    assert select(library, Wanted()) == library.papers


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"tags": ("Copy Head",)}, ["late", "middle"]),
        ({"tags": ("Ditto Head",)}, ["late", "middle"]),
        ({"tags": ("copy-HEAD",)}, ["late", "middle"]),
        ({"tags": ("Skip-Word Head", "Bare Head")}, ["middle", "early"]),
        ({"years": ("2023",)}, ["middle"]),
        ({"years": ("2022-2023",)}, ["middle", "early"]),
        ({"years": ("2022", "2024-2030")}, ["late", "early"]),
        ({"years": ("1999",)}, []),
        ({"venues": ("CRM",)}, ["late", "middle"]),
        ({"venues": ("readmach",)}, ["late", "middle"]),
        ({"venues": ("arXiv",)}, ["late", "early"]),
        ({"authors": ("example",)}, ["middle"]),
        ({"authors": ("Example, Ada",)}, ["middle"]),
        ({"authors": ("ADA",)}, ["middle", "early"]),
        ({"authors": ("pierre oeuvre",)}, ["late"]),
        ({"authors": ("Soren Lodz",)}, ["late"]),
        ({"authors": ("Søren Łódź",)}, ["late"]),
        ({"authors": ("Ada Łódź",)}, []),
        ({"authors": ("小 麦",)}, ["early"]),
        ({"authors": ("Example", "Lodz")}, ["late", "middle"]),
        ({"query": "skip"}, ["middle"]),
        ({"query": "kipped"}, []),
        ({"query": "HEAD sees toys"}, ["early"]),
        ({"query": "head absent"}, []),
        ({"query": "uberlange"}, ["late"]),
        ({"query": "long questions"}, ["late"]),
        ({"query": "crm ada"}, ["middle"]),
        ({"query": "力的"}, ["early"]),
        ({"query": ""}, ["late", "middle", "early"]),
        ({"since": "2025"}, ["late"]),
        ({"since": "2023-06"}, ["late", "middle"]),
        ({"since": "2023-06-01"}, ["late", "middle"]),
        ({"since": "2023-06-02"}, ["late"]),
        ({"tags": ("Copy Head",), "years": ("2023",)}, ["middle"]),
        ({"tags": ("Copy Head",), "years": ("2022",)}, []),
    ],
    ids=str,
)
def test_a_wish_is_met(library: Library, wanted: dict[str, object], ids: list[str]) -> None:
    """Values of one kind are alternatives, kinds combine, names and words are folded."""
    assert found(library, **wanted) == ids


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        (
            {"tags": ("Copi Head",)},
            "`Copi Head` is no term of taxonomy/tags.yaml",
            "did you mean `Copy Head`?",
        ),
        (
            {"tags": ("Dito Head",)},
            "`Dito Head` is no term of taxonomy/tags.yaml",
            "did you mean `Copy Head`?",
        ),
        (
            {"venues": ("Zzz",)},
            "`Zzz` is no term of taxonomy/venues.yaml",
            "`awesome-heads tags list --vocabulary venues` lists all",
        ),
        ({"years": ("24",)}, "`24` is not a year", "write 2024, or 2022-2024 for three years"),
        ({"years": ("2024-2022",)}, "`2024-2022` ends before it begins", "write 2022-2024"),
        (
            {"since": "2024-13"},
            "`2024-13` is not a year, a month or a day",
            "write 2024, 2024-05 or 2024-05-28",
        ),
        ({"query": "?!"}, "`?!` holds no word to look for", "write a name or a word"),
        ({"authors": ("",)}, "`` holds no word to look for", "write a name or a word"),
        (
            {"since": "yesterday"},
            "`yesterday` is not a year, a month or a day",
            "write 2024, 2024-05 or 2024-05-28",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(
    library: Library, wanted: dict[str, object], message: str, hint: str
) -> None:
    """A name that the list does not have, and a year or day that is none, say what to type."""
    with pytest.raises(UsageError) as refused:
        found(library, **wanted)
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_authors_that_nobody_is_called_are_told(library: Library) -> None:
    """Of the authors asked for, those without a work are named, with whoever is probably meant."""
    wanted = Wanted(authors=("Ada", "Ada Exmaple", "Qqq"))
    assert list(missed_authors(library, wanted)) == [("Ada Exmaple", "Ada Example"), ("Qqq", None)]
