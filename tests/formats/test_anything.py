"""Whatever a title or an author's name holds, a parser gives it back as it was typed.

Where a format cannot say something, the limit is stated here: TeX sets runs of hyphens and quotes
as dashes and quotation marks, RIS and BibTeX fold white space, and in RIS a comma parts a name.
"""

import csv
import io
import json
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from awesome_heads.formats import Bibliography, Format
from awesome_heads.formats.bibliography import BIBTEX, CSL_JSON, CSV, JSON, RIS
from awesome_heads.formats.names import parse_name
from awesome_heads.model import Paper
from tests.builders import a_library, a_paper
from tests.formats.parsers import read_bibtex, read_csl, read_ris, read_with_pybtex

SIGNS = st.sampled_from("ab AB19 &%$#_~^\\{}@=+,\"'`.-:;<>|/()[]!?*")
LETTERS = st.characters(categories=("Lu", "Ll", "Lo"))
SHOWN = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
# What TeX joins into one sign.
LIGATURES = re.compile(r"--|''|``|,,|<<|>>|[?!]`")


def texts(*signs: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts of these signs, on one line and without blanks at their ends."""
    lines = st.text(st.one_of(*signs), min_size=1, max_size=24)
    return lines.map(lambda text: " ".join(text.split())).filter(bool)


TEX = texts(SIGNS, LETTERS).filter(lambda text: not LIGATURES.search(text))
ANY = texts(SIGNS, LETTERS, SHOWN)
TYPED = settings(deadline=None, max_examples=150)


def file(paper: Paper, style: Format) -> str:
    """A file of one paper."""
    return Bibliography(a_library(paper), "https://lists.example/").file([paper], style)


def parts(author: str) -> tuple[str, str, str]:
    """A name in the parts that parsers find."""
    name = parse_name(author)
    return (name.surname, name.given, name.suffix)


@TYPED
@given(title=TEX, author=TEX)
def test_bibtex_gives_back_what_was_typed(title: str, author: str) -> None:
    """One entry with its title and author, as TeX sets them; braces are in pairs."""
    text = file(a_paper(title=title, authors=[author, "Ben Sample"]), BIBTEX)
    (found,) = read_bibtex(text)
    assert found.title == title
    # Without a given name, what follows a name stands with it in braces.
    family, given_name, suffix = parts(author)
    first = (family, given_name, suffix) if given_name else (f"{family} {suffix}".strip(), "", "")
    assert found.authors == (first, ("Sample", "Ben", ""))
    assert balance(text) == 0
    assert not re.search(r"(?<!\\)[%#]", text)


def balance(text: str) -> int:
    """How many braces are open at the end, as BibTeX counts: a backslash excuses none."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    return depth


@TYPED
@given(title=ANY, author=ANY)
def test_bibtex_is_read_by_a_second_parser(title: str, author: str) -> None:
    """Pybtex finds two authors and no further field, whatever the signs."""
    text = file(a_paper(title=title, authors=[author, "Ben Sample"]), BIBTEX)
    (entry,) = read_with_pybtex(text).entries.values()
    assert len(entry.persons["author"]) == 2
    assert set(entry.fields) <= {
        *("title", "howpublished", "year", "month", "url", "eprint", "archivePrefix")
    }


@TYPED
@given(title=ANY, author=ANY)
def test_csl_json_gives_back_what_was_typed(title: str, author: str) -> None:
    """One item with its title and the parts of its author's name."""
    (found,) = read_csl(file(a_paper(title=title, authors=[author]), CSL_JSON))
    assert (found.title, found.authors) == (title, (parts(author),))


@TYPED
@given(title=ANY, author=ANY)
def test_ris_gives_back_what_was_typed(title: str, author: str) -> None:
    """One record with its title and author; names of bodies come without their commas."""
    assume(author.replace(",", "").strip())
    (found,) = read_ris(file(a_paper(title=title, authors=[author]), RIS))
    family, given_name, suffix = parts(author)
    if parse_name(author).literal:
        family = " ".join(family.replace(",", "").split())
    assert (found.title, found.authors) == (title, ((family, given_name, suffix),))


@TYPED
@given(title=ANY, author=ANY)
def test_csv_gives_back_what_was_typed(title: str, author: str) -> None:
    """One row; cells that would be formulas have one sign before them, and no cell is one."""
    text = file(a_paper(title=title, authors=[author]), CSV)
    (row,) = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert row["title"].removeprefix("'" if title[0] in "=+-@" else "") == title
    assert row["authors"].removeprefix("'" if author[0] in "=+-@" else "") == author
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@TYPED
@given(title=ANY, author=ANY)
def test_json_gives_back_what_was_typed(title: str, author: str) -> None:
    """One object, letters as they are and not as escapes."""
    text = file(a_paper(title=title, authors=[author]), JSON)
    (found,) = json.loads(text)
    assert (found["title"], found["authors"]) == (title, [author])
    assert not re.search(r"\\u(?!00[01])", text.replace("\\\\", ""))
