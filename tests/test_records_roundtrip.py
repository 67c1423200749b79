"""What is written can be read, and what is read can be written."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_heads.model import LINK_KINDS, Paper
from awesome_heads.records import format_paper, parse_paper
from awesome_heads.records.nodes import compose
from tests.builders import PATH, a_paper, source

VOCABULARIES = ("methods", "benchmarks", "models")

HOSTILE = st.sampled_from(
    [
        "No",
        "yes",
        "null",
        "~",
        "010",
        "1e3",
        "2404.15570",
        "2024-05-28",
        "12:30",
        "<<",
        "=",
        "-",
        "- dash",
        "--- dashes",
        "...",
        "?",
        ": colon",
        "a: b",
        "a:",
        "# hash",
        "a # hash",
        "'",
        "''",
        '"',
        '"quoted"',
        "it's",
        "\\",
        "\\n",
        "[a, b]",
        "{a: b}",
        "a, b",
        "&anchor",
        "*alias",
        "!tag",
        "!!int 1",
        "%directive",
        "@at",
        "`code`",
        "|",
        ">-",
        "*emphasis* and **strong**",
        "$x_{1}$",
        "one\ntwo",
        "one\n\n  two",
        "one \ntwo",
        "one\ttwo",
        "one\r\ntwo",
        "one\u2028two",
        "\ufeffmark",
        "zero\u200bwidth",
        "Été",
        "日本語",
        "עברית",
        "😀👩‍🔬",
        "\x00",
        "\x7f",
        "\uffff",
        "\U0010ffff",
        "x" * 300,
        "many words " * 40 + "end",
    ]
)
# PyYAML writes U+0085 into quotes as a line end, and reads a blank.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85"), max_size=40)
TYPED = st.text(alphabet=" ab1.:#-'\"\\[]{},&*!|>%@`?~\n\té日😀", max_size=40)
TEXTS = (HOSTILE | ANY_TEXT | TYPED).map(str.strip).filter(bool)
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)
ADDRESSES = st.builds(
    "{}://example.org/{}".format,
    st.sampled_from(["http", "https"]),
    st.text(alphabet="aZ09-._~:/?#[]@!$&'()*+,;=%é日", max_size=20),
)
DAYS = st.dates().map(str)
# PyYAML writes a year as a number: those before 1000 would lose a zero.
YEARS = st.integers(1000, 9999).map(str)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))


def _lists(items: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(items, min_size=1, max_size=3)


def _links() -> st.SearchStrategy[dict[str, object]]:
    kinds = {kind: ADDRESSES | _lists(ADDRESSES) for kind in LINK_KINDS}
    return st.fixed_dictionaries({"paper": kinds.pop("paper")}, optional=kinds)


def _published() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {"venue": TEXTS, "date": DAYS | MONTHS | YEARS},
        optional={"doi": TEXTS, "url": ADDRESSES, "pages": TEXTS, "title": TEXTS},
    )


def _terms() -> st.SearchStrategy[dict[str, list[str]]]:
    chosen = st.fixed_dictionaries({}, optional={name: _lists(TEXTS) for name in VOCABULARIES})
    return chosen.map(lambda terms: {name: terms[name] for name in VOCABULARIES if name in terms})


PAPERS = st.fixed_dictionaries(
    {
        "id": st.just("a-paper"),
        "title": TEXTS,
        "date": DAYS,
        "venue": TEXTS,
        "tags": _lists(TEXTS),
        "links": _links(),
        "summary": st.fixed_dictionaries({"innovation": TEXTS, "tasks": TEXTS, "result": TEXTS}),
    },
    optional={
        "authors": _lists(TEXTS),
        "published": _published(),
        "added": DAYS,
        "terms": _terms(),
        "abstract_url": ADDRESSES,
        "bibtex_key": TEXTS,
        "former_ids": _lists(SLUGS),
        "former_titles": _lists(TEXTS),
    },
).map(Paper.model_validate)


@settings(deadline=None)
@given(PAPERS)
def test_a_paper_survives_its_file(paper: Paper) -> None:
    """A paper that is written and read again is the same, and its file does not change."""
    text = format_paper(paper)
    again, found = parse_paper(source(text, PATH), VOCABULARIES)
    assert found == []
    assert again == paper
    assert format_paper(again) == text


@settings(deadline=None)
@given(PAPERS)
def test_a_file_survives_windows(paper: Paper) -> None:
    """A paper is the same where an editor changed the line ends and added a mark."""
    text = format_paper(paper)
    data = "\ufeff" + re.sub(r"(?<!\r)\n", "\r\n", text)
    again, found = parse_paper(source(data, PATH), VOCABULARIES)
    assert found == []
    assert again == paper


def test_a_rare_line_end_survives() -> None:
    """A title with the line end U+0085 in it is the same when it was written and read."""
    paper = a_paper(title="one\x85two")
    assert parse_paper(source(format_paper(paper), PATH)) == (paper, [])


def test_equal_papers_are_written_alike() -> None:
    """The file of a paper does not depend on the order in which its terms were given."""
    terms = {"methods": ["Ablation"], "models": ["M"]}
    backwards = dict(reversed(terms.items()))
    assert format_paper(a_paper(terms=backwards)) == format_paper(a_paper(terms=terms))


def _in_double_quotes(text: str) -> str:
    def _escape(found: re.Match[str]) -> str:
        sign = found[0]
        return f"\\{sign}" if sign in '"\\' else f"\\U{ord(sign):08X}"

    return '"' + re.sub(r'["\\]|[^\x20-\x7e\xa0-\u2027\u2030-\ud7ff]', _escape, text) + '"'


@given(HOSTILE | ANY_TEXT | TYPED)
def test_double_quotes_keep_what_was_typed(text: str) -> None:
    """Whatever stands in double quotes is text, letter by letter."""
    root = compose(f"field: {_in_double_quotes(text)}\n")
    assert root is not None
    assert root.plain() == {"field": text}


@given(HOSTILE | ANY_TEXT | TYPED)
def test_double_quotes_keep_keys_and_items(text: str) -> None:
    """A key and a list's item in double quotes are text as well."""
    quoted = _in_double_quotes(text)
    root = compose(f"{quoted}: [{quoted}, {quoted}]\n")
    assert root is not None
    assert root.plain() == {text: [text, text]}
