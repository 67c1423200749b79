"""BibTeX as people keep it: worn files, every fault told and none in the way of another entry."""

from pathlib import Path

import pytest

from awesome_heads.fields import PartialDate
from awesome_heads.importing.bibliographies import bibtex
from awesome_heads.importing.bibliographies.tex import decode_tex
from awesome_heads.importing.found import Found, FoundPaper, FoundPublication

WORN = Path(__file__).parents[1] / "data" / "import" / "worn.bib"


def read(text: str | bytes) -> Found:
    """What is found in a file."""
    return bibtex.parse(text if isinstance(text, bytes) else text.encode(), {})


def one(fields: str) -> FoundPaper:
    """The paper of an entry with a title and further fields."""
    (paper,) = read(f"@misc{{key, title={{A Title}}, {fields}}}").papers
    return paper


@pytest.fixture(scope="module")
def worn() -> dict[str, FoundPaper]:
    """Papers of the worn file by their titles."""
    return {paper.title: paper for paper in read(WORN.read_bytes()).papers}


def test_every_entry_is_accounted_for() -> None:
    """Each entry is a paper, or is told with its line and the reason."""
    found = read(WORN.read_bytes())
    assert len(found.papers) == 9
    assert [(row.line, row.why) for row in found.left] == [
        (23, "a brace is never closed"),
        (33, "it is no entry of the form @type{key, field = {value}, ...}"),
        (34, "it has no title"),
        (37, "a brace is never closed"),
    ]
    assert found.left[0].text.startswith("@misc{open,")


def test_a_full_entry(worn: dict[str, FoundPaper]) -> None:
    """Abbreviations are written out, names turned round, ids found in a note."""
    paper = worn["A Lantern for LLMs: \u00dcber \u00e9t\u00e9, 50% & $O(n^2)$ of \\method"]
    assert paper.line == 7
    assert paper.authors == (
        "Jan van der Berg",
        "Ada Mae King Jr.",
        "The Lantern Team",
        "Bo Sample",
    )
    assert (paper.venue, paper.date) == ("arXiv", PartialDate(2024, 4))
    assert paper.published == FoundPublication(
        "Proceedings of the Clearwater Meeting 2024",
        PartialDate(2024, 5, 3),
        doi="10.5555/lantern.1",
        pages="12-34",
    )
    assert paper.links == {
        "paper": ("https://arxiv.org/abs/2404.00012",),
        "code": ("https://github.com/example/a_b",),
    }
    assert paper.tags == ("lantern heads", "dates", "tables")
    assert (paper.key, paper.left) == ("berg2024", ())


def test_a_missing_comma(worn: dict[str, FoundPaper]) -> None:
    """Fields between which a comma is missing are told apart; authors left out are no authors."""
    paper = worn["No Comma After This"]
    assert (paper.venue, paper.date) == ("Journal of Lanterns", PartialDate(2023))
    assert paper.authors == ()
    assert paper.left == ("the authors, since some are left out: Cleo Specimen, others",)


def test_keys_and_fields_that_stand_twice(worn: dict[str, FoundPaper]) -> None:
    """Both entries of one key are read, and of two fields the first."""
    assert worn["The Same Key"].left == ("the key `berg2024`, which stands twice",)
    assert worn["The Same Key"].key == ""
    assert worn["First Title"].left == ("the second `title`",)


def test_ids_in_any_field(worn: dict[str, FoundPaper]) -> None:
    """Ids are recognised wherever programs write them."""
    links = {title: paper.links.get("paper") for title, paper in worn.items()}
    assert links['Said "so"'] == ("https://openreview.net/forum?id=aB_c-1",)
    assert links["The Same Key"] == ("https://arxiv.org/abs/2101.00021",)
    assert links["First Title"] == ("https://aclanthology.org/2020.acl-main.1/",)
    assert links["Old Server"] == ("https://arxiv.org/abs/2102.00033",)
    assert links["By Scholar"] == ("https://arxiv.org/abs/2103.00044",)
    assert worn["Old Server"].venue == worn["By Scholar"].venue == "arXiv"
    assert worn["Old Server"].date == PartialDate(2021, 2)


def test_what_is_not_understood_is_noted(worn: dict[str, FoundPaper]) -> None:
    """An abbreviation without meaning and an address that is none are told."""
    assert worn['Said "so"'].left == ("the abbreviation `unknown`, which no @string explains",)
    paper = worn["Day Known: And More"]
    assert paper.left == ("`not an address at all`, which is no address",)
    assert paper.date == PartialDate(2024, 2)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends(ending: str) -> None:
    """Line ends of any kind give the same papers in the same lines."""
    text = WORN.read_text("utf-8")
    found, same = read(text.replace("\n", ending)), read(text)
    assert [(each.line, each.title) for each in found.papers] == [
        (each.line, each.title) for each in same.papers
    ]


def test_latin_1() -> None:
    """Bytes of an old encoding are read, with a note; UTF-16 and a mark at the start as well."""
    text = "@misc{a, title={\u00c9t\u00e9}, author={M\u00fcller, J\u00f6rg}}"
    (paper,) = read(text.encode("latin-1")).papers
    assert (paper.title, paper.authors) == ("\u00c9t\u00e9", ("J\u00f6rg M\u00fcller",))
    assert paper.left == ("letters that may be wrong: it is not UTF-8",)
    for encoding in ("utf-8-sig", "utf-16"):
        (paper,) = read(text.encode(encoding)).papers
        assert (paper.title, paper.left) == ("\u00c9t\u00e9", ())


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"{\L}ukasz \O{} {\ss} \c{c}", "\u0141ukasz \u00d8 \u00df \u00e7"),
        (r"\v{s} \"{\i} {\'{\i}}", "\u0161 \u00ef \u00ed"),
        (r"50% of R&D #1, a_b", "50% of R&D #1, a_b"),
        (r"\textbackslash{}x \textasciicircum{} \textbraceleft{}y", r"\x ^ {y"),
        (r"\emph{So} \texttt{it} \foo{is}", "So it is"),
        (r"\method{}: a \foo b", r"\method: a \foo b"),
        (r"\href{https://a.example}{Words}", "Words"),
        ("$\\alpha$ and {$x$}", "$\\alpha$ and $x$"),
        ("a~b -- c --- d", "a b \u2013 c \u2014 d"),
        ("{", ""),
        ("zero\u200cwidth", "zero\u200cwidth"),
    ],
)
def test_tex(tex: str, text: str) -> None:
    """TeX becomes the letters it stands for, and what is no TeX stays."""
    assert decode_tex(tex) == text


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year=2024", (2024, None, None)),
        ("year={2024}, month=sep", (2024, 9, None)),
        ("year={2024}, month={September 3--5}", (2024, 9, 3)),
        ("year={2024}, month=9, day=3", (2024, 9, 3)),
        ("year={2024}, month={13}", (2024, None, None)),
        ("year={in press}", None),
        ("date={2024-09}", (2024, 9, None)),
    ],
)
def test_dates(fields: str, date: tuple[int, int | None, int | None] | None) -> None:
    """A date is as exact as the entry tells it."""
    assert one(fields).date == (PartialDate(*date) if date else None)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Example, Ada and Bo Sample", ("Ada Example", "Bo Sample")),
        ("{van Berg}, Jan", ("Jan van Berg",)),
        ("de la Example y Sample, Ana", ("Ana de la Example y Sample",)),
        ("{Example and Sons}", ("Example and Sons",)),
        ("Plato", ("Plato",)),
        ("Wang, Xiaoming AND  {\\'E}. Doe", ("Xiaoming Wang", "\u00c9. Doe")),
        ("and Ada Example", ("Ada Example",)),
    ],
)
def test_names(author: str, names: tuple[str, ...]) -> None:
    """Given names come first, bodies stay whole."""
    assert one(f"author={{{author}}}").authors == names


def test_nothing() -> None:
    """A file without entries gives none, and no fault."""
    assert read("") == read("Just text, a@b.example.\n") == Found(())
