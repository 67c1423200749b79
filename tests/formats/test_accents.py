"""Letters beyond ASCII as macros of TeX and as escapes of JSON, and back."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from awesome_heads.formats import Bibliography, Format
from awesome_heads.formats.accents import json_ascii, tex_ascii
from awesome_heads.formats.bibliography import BIBLATEX, BIBTEX, CSL_JSON, JSON, JSONL
from awesome_heads.project import Project
from tests.builders import a_library, a_paper
from tests.formats.parsers import PARSERS, Found, read_bibtex, read_with_pybtex
from tests.formats.test_anything import ANY, LIGATURES, TYPED, balance, parts, texts

ACCENTED = st.sampled_from(
    "äÄéèêñçşğıİłŁøØåÅßőűÿžščřąęėūģķļňťďḍạấễỡĐđæœþðŦβπΔ∞\u00d7\u2013—“”\u2019…ș中が😀"
)
TEX = texts(ACCENTED, st.sampled_from("ab AB19 &%$#_~^\\{}")).filter(
    lambda text: not LIGATURES.search(text)
)


@pytest.mark.parametrize(
    ("letters", "tex"),
    [
        ("Zoë", 'Zo{\\"e}'),
        ("Łukasz", "{\\L}ukasz"),
        ("François", "Fran{\\c{c}}ois"),
        ("Žižek", "{\\v{Z}}i{\\v{z}}ek"),
        ("Erdős", "Erd{\\H{o}}s"),
        ("Åsa Ødegård", "{\\r{A}}sa {\\O}deg{\\r{a}}rd"),
        ("Straße", "Stra{\\ss}e"),
        ("Nguyễn", "Nguy{\\~{\\^e}}n"),
        ("e\u0301", "{\\'e}"),
        ("x\u0302", "{\\^x}"),
        ("π—β", "{\\ensuremath{\\pi}}{\\textemdash}{\\ensuremath{\\beta}}"),
        ("plain \\& {BERT}", "plain \\& {BERT}"),
    ],
)
def test_letters_have_the_macros_that_people_write(letters: str, tex: str) -> None:
    """Each letter is a group of its own, which BibTeX takes for one letter."""
    assert tex_ascii(letters) == tex


@pytest.mark.parametrize("letters", ["中文", "ș", "が", "😀", "Ŧ", "a\u0315"])
def test_what_could_not_be_read_back_stays(letters: str) -> None:
    """Where TeX has no macro, or one that means another letter, the letter is not changed."""
    assert tex_ascii(letters) == letters


@pytest.mark.parametrize("name", ["iso8859-1", "iso8859-2", "iso8859-9", "cp1250"])
def test_letters_of_european_character_sets_have_macros(name: str) -> None:
    """Of the letters in four character sets of Europe, all can be written in ASCII."""
    letters = [sign for sign in bytes(range(0xA0, 0x100)).decode(name) if sign.isalpha()]
    assert [sign for sign in letters if not tex_ascii(sign).isascii()] == []


@TYPED
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), min_codepoint=0x80), max_size=20))
def test_tex_gives_back_every_sign(text: str) -> None:
    """Whatever the letters, a decoder of TeX finds them, composed as Unicode composes them."""
    back = LatexNodes2Text(keep_comments=True).latex_to_text(tex_ascii(text))
    assert unicodedata.normalize("NFC", back) == unicodedata.normalize("NFC", text)


@TYPED
@given(title=TEX, author=TEX, style=st.sampled_from([BIBTEX, BIBLATEX]))
def test_entries_give_back_titles_and_names(title: str, author: str, style: Format) -> None:
    """Title and name come back from an entry in ASCII, among escaped signs and in braces."""
    text = file(title, author, style)
    (found,) = read_bibtex(text)
    assert found.title == title
    family, given_name, suffix = parts(author)
    first = (family, given_name, suffix) if given_name else (f"{family} {suffix}".strip(), "", "")
    assert found.authors == (first, ("Sample", "Ben", ""))
    assert balance(text) == 0
    (entry,) = read_with_pybtex(text).entries.values()
    assert len(entry.persons["author"]) == 2


def file(title: str, author: str, style: Format) -> str:
    """A file of one paper, in ASCII as far as can be."""
    paper = a_paper(title=title, authors=[author, "Ben Sample"])
    kept = Bibliography(a_library(paper), "https://lists.example/", in_ascii=True)
    return kept.file([paper], style)


@TYPED
@given(title=ANY, author=ANY, style=st.sampled_from([CSL_JSON, JSON, JSONL]))
def test_json_in_ascii_means_the_same(title: str, author: str, style: Format) -> None:
    """Nothing beyond ASCII is left, and a reader of JSON finds what was typed."""
    text = file(title, author, style)
    assert text.isascii()
    (found,) = PARSERS[style.suffix](text)
    assert found.title == title
    assert found.authors[0] == (parts(author) if isinstance(found, Found) else author)


def test_signs_beyond_the_first_plane_are_pairs() -> None:
    """JSON writes them as two escapes."""
    assert json_ascii('"😀"') == '"\\ud83d\\ude00"'
    assert json.loads(json_ascii('"a😀ö"')) == "a😀ö"


@pytest.mark.parametrize("style", [BIBTEX, BIBLATEX], ids=lambda style: style.name)
def test_addresses_hold_no_macro(style: Format) -> None:
    """Letters of an address are coded as addresses code them, since a macro would break it."""
    paper = a_paper(links={"paper": "https://papers.example/käse?a=1%20b"})
    for in_ascii in (True, False):
        kept = Bibliography(a_library(paper), "https://lists.example/", in_ascii=in_ascii)
        assert "{https://papers.example/k%C3%A4se?a=1%20b}" in kept.file([paper], style)


def test_the_real_list_differs_in_letters_alone(real: Project) -> None:
    """Read back, the list in ASCII is the list."""
    papers = real.library.papers
    wide, narrow = (
        Bibliography(real.library, real.config.base_url, in_ascii=each).file(papers, BIBTEX)
        for each in (False, True)
    )
    assert wide != narrow
    assert read_bibtex(narrow) == read_bibtex(wide)
