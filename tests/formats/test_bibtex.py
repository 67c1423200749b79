"""Papers as BibTeX, read back by a parser that this project did not write."""

import re

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry

from awesome_heads.formats.bibtex import format_bibtex
from awesome_heads.library import Library
from awesome_heads.model import Paper
from tests.builders import a_library, a_paper, a_vocabulary

VENUES = a_vocabulary(
    "venues",
    [
        {"name": "arXiv", "properties": {"kind": "preprint", "full_name": "arXiv preprints"}},
        {
            "name": "CRM",
            "aliases": ["ReadMach"],
            "properties": {"kind": "conference", "full_name": "Conference on Reading & Machines"},
        },
        {"name": "CRM Workshop", "properties": {"kind": "workshop"}},
        {"name": "Letters", "properties": {"kind": "journal", "full_name": "Reading Letters"}},
        {"name": "Notebook", "properties": {"kind": "post", "full_name": "The Notebook"}},
        {"name": "Elsewhere", "properties": {"kind": "pamphlet"}},
        "Nowhere",
    ],
    properties={
        "kind": {"label": "Kind", "description": "What it is."},
        "full_name": {"label": "Full name", "description": "In full."},
    },
)


def library(*papers: Paper) -> Library:
    """The papers with the venues of these tests."""
    return a_library(*papers, vocabularies=[VENUES])


def written(paper: Paper) -> str:
    """One paper's entry."""
    return format_bibtex([paper], library(paper))


def read(text: str) -> list[Entry]:
    """The entries that the parser finds, when nothing is left over."""
    found = parse_string(text)
    assert found.failed_blocks == []
    assert len(found.blocks) == len(found.entries)
    return found.entries


def entry(paper: Paper) -> dict[str, str]:
    """The fields of one paper's entry."""
    (found,) = read(written(paper))
    return {field.key: str(field.value) for field in found.fields}


def test_an_entry_is_written_out() -> None:
    """Fields stand one a line, lined up, in the order that people expect."""
    paper = a_paper(
        published={"venue": "CRM", "date": "2024-07", "doi": "10.1000/182", "pages": "12-34"}
    )
    assert written(paper) == (
        "@inproceedings{example2024copying,\n"
        "  title         = {Copying Heads in a Made-Up Model},\n"
        "  author        = {Example, Ada and Sample, Ben},\n"
        "  booktitle     = {Conference on Reading \\& Machines},\n"
        "  year          = {2024},\n"
        "  month         = jul,\n"
        "  pages         = {12--34},\n"
        "  doi           = {10.1000/182},\n"
        "  url           = {https://arxiv.org/abs/2401.00001},\n"
        "  eprint        = {2401.00001},\n"
        "  archivePrefix = {arXiv}\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("venue", "kind", "field", "name"),
    [
        ("arXiv", "misc", "", ""),
        ("CRM", "inproceedings", "booktitle", "Conference on Reading \\& Machines"),
        ("ReadMach", "inproceedings", "booktitle", "Conference on Reading \\& Machines"),
        ("CRM Workshop", "inproceedings", "booktitle", "CRM Workshop"),
        ("Letters", "article", "journal", "Reading Letters"),
        ("Notebook", "misc", "howpublished", "The Notebook"),
        ("Elsewhere", "misc", "howpublished", "Elsewhere"),
        ("Nowhere", "misc", "howpublished", "Nowhere"),
    ],
)
def test_the_kind_of_venue_makes_the_entry(venue: str, kind: str, field: str, name: str) -> None:
    """Conferences and workshops are proceedings, journals articles, all else is miscellaneous."""
    paper = a_paper(venue=venue)
    (found,) = read(written(paper))
    assert found.entry_type == kind
    fields = entry(paper)
    places = {key: fields[key] for key in ("booktitle", "journal", "howpublished") if key in fields}
    assert places == ({field: name} if field else {})


def test_the_published_version_is_followed() -> None:
    """Title, venue, date and address are those of the version to cite; the preprint stays named."""
    published = {
        "venue": "Letters",
        "date": "2025-02-03",
        "title": "A Later Title",
        "url": "https://letters.example/1",
    }
    fields = entry(a_paper(published=published))
    assert fields["title"] == "A Later Title"
    assert (fields["year"], fields["month"]) == ("2025", "feb")
    assert fields["journal"] == "Reading Letters"
    assert fields["url"] == "https://letters.example/1"
    assert (fields["eprint"], fields["archivePrefix"]) == ("2401.00001", "arXiv")


def test_what_the_published_version_does_not_say_is_the_preprints() -> None:
    """Without a title or an address of its own the record's are used."""
    fields = entry(a_paper(published={"venue": "CRM", "date": "2025"}))
    assert fields["title"] == "Copying Heads in a Made-Up Model"
    assert fields["url"] == "https://arxiv.org/abs/2401.00001"
    assert fields["year"] == "2025"
    assert not {"month", "doi", "pages"} & set(fields)


def test_a_paper_elsewhere_has_no_eprint() -> None:
    """Only an arXiv address names a preprint, wherever among the addresses it stands."""
    links = {"paper": ["https://papers.example/1"]}
    assert not {"eprint", "archivePrefix"} & set(entry(a_paper(links=links)))
    links = {"paper": ["https://papers.example/1", "https://arxiv.org/abs/2401.00002v3"]}
    fields = entry(a_paper(links=links))
    assert (fields["url"], fields["eprint"]) == ("https://papers.example/1", "2401.00002")


def test_unknown_authors_are_not_made_up() -> None:
    """A record without authors gives an entry without that field."""
    paper = a_paper(authors=None)
    assert "author" not in entry(paper)
    assert read(written(paper))[0].key == "anonymous2024copying"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_macros(month: int) -> None:
    """A month stands without braces, so that each style writes it in its own way."""
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    assert f"  month         = {names[month - 1]},\n" in written(
        a_paper(date=f"2024-{month:02}-01")
    )


@pytest.mark.parametrize(
    ("title", "braced"),
    [
        ("Copying Heads", "Copying Heads"),
        ("What LLMs Do", "What {LLMs} Do"),
        ("On GPT-2 and BERT", "On {GPT}-2 and {BERT}"),
        ("arXiv and iPhoneOS", "{arXiv} and {iPhoneOS}"),
        ("Llama3: A 7B Model", "{Llama3}: A {7B} Model"),
        ("A2C", "{A2C}"),
        ("In 2024", "In 2024"),
        ("I See A Head", "I See A Head"),
        ("A_B in x_Y", "{A\\_B} in {x\\_Y}"),
        ("ÄÖ and Äö", "ÄÖ and Äö"),
    ],
)
def test_acronyms_alone_are_braced(title: str, braced: str) -> None:
    """Words with a capital inside, or a capital and a digit, keep their case in every style."""
    assert f" = {{{braced}}},\n" in written(a_paper(title=title)).splitlines(keepends=True)[1]


@pytest.mark.parametrize(
    ("sign", "tex"),
    [
        ("&", "\\&"),
        ("%", "\\%"),
        ("$", "\\$"),
        ("#", "\\#"),
        ("_", "\\_"),
        ("~", "\\textasciitilde{}"),
        ("^", "\\textasciicircum{}"),
        ("\\", "\\textbackslash{}"),
    ],
)
def test_signs_that_tex_acts_on_are_escaped(sign: str, tex: str) -> None:
    """In titles, names and venues each stands for itself."""
    place = a_vocabulary("venues", [f"Reading {sign} Writing"])
    paper = a_paper(
        title=f"heads {sign} tails",
        authors=[f"Ada{sign} Example"],
        venue=f"Reading {sign} Writing",
    )
    made = format_bibtex([paper], a_library(paper, vocabularies=[place]))
    assert f"{{heads {tex} tails}}" in made
    assert f"{{Example, Ada{tex}}}" in made
    assert f"{{Reading {tex} Writing}}" in made


def balance(text: str) -> int:
    """How many braces are open at the end, as BibTeX counts: a backslash excuses none."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    return depth


@pytest.mark.parametrize("title", ["Heads { Tails", "Heads } Tails"])
def test_a_lone_brace_does_not_end_the_field(title: str) -> None:
    """BibTeX itself needs braces in pairs, escaped or not."""
    assert balance(written(a_paper(title=title))) == 0


def test_braces_in_pairs_are_shown() -> None:
    """A pair of braces in a title is escaped and leaves the entry whole."""
    text = written(a_paper(title="Heads {and} Tails"))
    assert "{Heads \\{and\\} Tails}" in text
    assert balance(text) == 0


@pytest.mark.parametrize("key", ["a b", "a,b", "a}b", "a{b", "a%b", "a#b", 'a"b', "a=b"])
def test_a_key_of_the_records_own_is_one_word(key: str) -> None:
    """Whatever `bibtex_key` says, the entry can be read and cited."""
    paper = a_paper(bibtex_key=key)
    (found,) = read(written(paper))
    assert re.fullmatch(r"[^\s,{}%#\"=\\~]+", found.key)
    assert found.fields_dict["title"].value == "Copying Heads in a Made-Up Model"


@pytest.mark.parametrize("field", ["doi", "pages"])
def test_fields_of_the_published_version_stay_inside_theirs(field: str) -> None:
    """A brace in a DOI or a page does not end the field."""
    paper = a_paper(published={"venue": "CRM", "date": "2024", field: "1}, note = {2"})
    assert set(entry(paper)) == {
        *("title", "author", "booktitle", "year", field, "url", "eprint", "archivePrefix")
    }


def test_a_range_that_is_doubled_already_stays() -> None:
    """Pages copied from another BibTeX entry are right already."""
    published = {"venue": "CRM", "date": "2024", "pages": "12--34"}
    assert entry(a_paper(published=published))["pages"] == "12--34"


def test_an_author_with_an_and_is_one_author() -> None:
    """A body such as `Heads and Tails Group` is one author, not two."""
    names = entry(a_paper(authors=["Heads and Tails Group", "Ada Example"]))["author"]
    depth = 0
    outside = []
    for piece in re.split(r"([{}])", names):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        outside.append(piece if depth == 0 else "")
    assert "".join(outside).count(" and ") == 1


@pytest.mark.parametrize(
    ("author", "bibtex"),
    [
        ("Ada van der Example", "van der Example, Ada"),
        ("Ada Example Jr.", "Example, Jr., Ada"),
        ("Plato", "Plato"),
        ("样例", "样例"),
    ],
)
def test_names_are_written_family_first(author: str, bibtex: str) -> None:
    """As BibTeX reads them without guessing: family, suffix, given."""
    assert entry(a_paper(authors=[author]))["author"] == bibtex


def test_keys_are_those_of_the_whole_list() -> None:
    """A part of the list has the same keys as the whole, and its own order."""
    first = a_paper(id="first", added="2024-01-01")
    second = a_paper(id="second", added="2024-02-01")
    text = format_bibtex([second, first], library(first, second))
    assert [each.key for each in read(text)] == ["example2024copyinga", "example2024copying"]
    assert text.count("\n\n@") == 1
    assert format_bibtex([], library(first)) == ""
