"""Rules about titles, names and summaries."""

import pytest

from awesome_heads.checks import Rule, text
from tests.checks.one_rule import findings, marked, mended, record


@pytest.mark.parametrize(
    ("rule", "line", "expected"),
    [
        (text.html_in_text, "A <b>bold</b> claim.", ["<b>", "</b>"]),
        (text.html_in_text, 'An <a href="x">address</a><br/>.', ['<a href="x">', "</a>", "<br/>"]),
        (text.html_in_text, "This &amp; that, 3 &lt; 4.", ["&amp;", "&lt;"]),
        (text.html_in_text, "Code such as `<b>` and ``<i>`` is shown.", []),
        (text.html_in_text, "For a < b and b > c; the <mask>, <s> and <eos> tokens.", []),
        (text.html_in_text, "R&D; AT&T and Q&A; see <https://example.org/a>.", []),
        (text.unbalanced_markdown, "A **bold claim.", ["**"]),
        (text.unbalanced_markdown, "A bold** claim.", ["**"]),
        (text.unbalanced_markdown, "**Six heads* do it.", ["*"]),
        (text.unbalanced_markdown, "An *open (and _shut_) case.", ["*"]),
        (text.unbalanced_markdown, "An _open case.", ["_"]),
        (text.unbalanced_markdown, "The `open head.", ["`"]),
        (text.unbalanced_markdown, "See [this](https://example.org/a.", ["[this]("]),
        (text.unbalanced_markdown, "See [this] (https://example.org/a).", ["[this] ("]),
        (text.unbalanced_markdown, "See [this(https://example.org/a).", ["[this("]),
        (text.unbalanced_markdown, "See this](https://example.org/a).", ["s]("]),
        (text.unbalanced_markdown, "2*3 * 4 = 2 ** 3 * 3 and a < b.", []),
        (text.unbalanced_markdown, "A* search, snake_case, W_Q, x_{i} and __init__ too.", []),
        (text.unbalanced_markdown, r"A literal \*star\_ and \[bracket\](https://x.org).", []),
        (
            text.unbalanced_markdown,
            "**Bold *and* italic**, `a*b_` and [x_y](https://x.org/_a).",
            [],
        ),
        (text.unbalanced_markdown, "In [0, 1) and (0, 1], arrays a[0] and f(x)[1].", []),
        (text.unbalanced_markdown, 'The (*italic*) and "**bold**" ones, 5*.', []),
        (text.tex_remnant, "The $k$-th of $n_1 + n_2$ heads.", ["$k$", "$n_1 + n_2$"]),
        (text.tex_remnant, r"An \emph{old} claim \cite{a}.", [r"\emph{old}", r"\cite{a}"]),
        (text.tex_remnant, r"By M{\"u}ller and Erd\H{o}s.", [r"{\"u}", r"\H{o}"]),
        (text.tex_remnant, "The ``copy`` head's `x` isn''t.", []),
        (text.tex_remnant, "So-called ``copy'' heads in GPT~2.", ["``copy''''", "~"]),
        (text.tex_remnant, "From $5 to $10, US$3 or A$4, $5/$6; about ~70% of {a, b}.", []),
        (text.tex_remnant, r"A literal \*, \_ and `\emph{x}` or `$x$`.", []),
        (text.typography, "A “quoted” model\u2019s head.", ["“", "”", "\u2019"]),
        (text.typography, "Two  blanks\u00a0and\u2009odd ones.", ["  ", "\u00a0", "\u2009"]),
        (text.typography, " Outermost blanks. ", [" ", " "]),
        (text.typography, "It's 5' by 6\" \u2013 an em—dash… and «so».", []),
        (text.no_full_stop, "No end", ["d"]),
        (text.no_full_stop, "No end,", [","]),
        (text.no_full_stop, "No end [here](https://example.org/a.)b", ["b"]),
        (text.no_full_stop, 'It says "so." Is **this an end?** (Yes!)', []),
        (text.no_full_stop, "It counts as one…", []),
        (text.no_full_stop, "読む頭である。", []),
        (
            text.invisible_character,
            "A zero\u200b-width \u202eblank\u00ad.",
            ["\u200b", "\u202e", "\u00ad"],
        ),
        (text.invisible_character, "A word\u200djoined.", ["\u200d"]),
        (
            text.invisible_character,
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d💻 e\u0301 é 頭 ✔\ufe0f.",
            [],
        ),
    ],
)
def test_summary(rule: Rule, line: str, expected: list[str]) -> None:
    """A rule points at the characters of a summary that are wrong, and at nothing else."""
    assert marked(rule, record(innovation=line)) == expected


@pytest.mark.parametrize(
    ("rule", "title", "expected"),
    [
        (text.html_in_text, "Heads in H<sub>2</sub>O &amp; Air", ["<sub>", "</sub>", "&amp;"]),
        (text.tex_remnant, "{BERT} and $k$-Shot Heads", ["{BERT}", "$k$"]),
        (text.tex_remnant, "What $100 Buys: {a} Head, Pay $2", []),
        (text.unbalanced_markdown, "A* and **Stars", []),
        (text.typography, "Two  Blanks", ["  "]),
        (text.typography, "A Model\u2019s “Own” Heads", []),
        (text.shouted_title, "RETRIEVAL HEADS IN GPT-2", ["'RETRIEVAL HEADS IN GPT-2'"]),
        (text.shouted_title, "LIMA", []),
        (text.shouted_title, "GPT-4V: BERT", []),
        (text.shouted_title, "ALiBi AND RoPE COMPARED", []),
        (text.shouted_title, "注意頭", []),
        (text.title_full_stop, "Heads That Retrieve.", ["."]),
        (text.title_full_stop, "A Reply to Example et al.", []),
        (text.title_full_stop, "Made in the U.S.", []),
        (text.title_full_stop, "And So On...", []),
        (text.title_full_stop, "Vitamin C.", []),
        (text.title_full_stop, "Do Heads Copy?", []),
        (text.invisible_character, "Soft\u00adHead", ["\u00ad"]),
    ],
)
def test_title(rule: Rule, title: str, expected: list[str]) -> None:
    """A title is plain text as the paper prints it, quotes included."""
    assert marked(rule, record(title=title)) == expected


@pytest.mark.parametrize(
    "extra",
    [
        "published: {venue: A, date: 2024, title: 'Soft\u00ad & {BERT} A'}",
        "former_titles: ['Soft\u00ad & {BERT} A']",
        "authors: ['Soft\u00ad {BERT} A']",
    ],
)
def test_other_titles_and_names(extra: str) -> None:
    """Titles that a paper had or got later, and names, are looked at like its title."""
    assert marked(text.invisible_character, record(extra=[extra])) == ["\u00ad"]
    assert marked(text.tex_remnant, record(extra=[extra])) == ["{BERT}"]


@pytest.mark.parametrize(
    "line",
    [
        "bibtex_key: example\u200b2024",
        "ignore: {link-kind: 'so\u200b it is'}",
        "published: {venue: 'A\u200b', date: 2024}",
        "published: {venue: A, date: 2024, pages: 1\u200b-2}",
        "abstract_url: https://example.org/\u200ba",
    ],
)
def test_nothing_invisible_anywhere(line: str) -> None:
    """An invisible character is found in every field, addresses included."""
    assert marked(text.invisible_character, record(extra=[line])) == ["\u200b"]


def test_summary_of_sixty_words() -> None:
    """Sixty words may be spread over three lines, of which none has more than 35."""
    words = {"innovation": 20 * "a ", "tasks": 5 * "b ", "result": 35 * "c "}
    assert findings(text.long_summary, record(**words)) == []
    assert findings(text.long_line, record(**words)) == []
    longer = words | {"tasks": 6 * "b "}
    assert marked(text.long_summary, record(**longer)) == [f"'{words['result']}'"]
    assert marked(text.long_line, record(result=36 * "c ")) == [f"'{36 * 'c '}'"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("'It\u2019s  “so” '", "'It''s \"so\".'"),
        ('"A \\u201chead\\u201d\\u00a0here,"', '"A \\"head\\" here."'),
        ("A\u200b model\u2019s\ttext;", "A model's text."),
        ("“A”\u00a0head", '"\\"A\\" head."'),
    ],
)
def test_texts_are_mended(line: str, expected: str) -> None:
    """Edits of several rules lead to one text, in the quotes that it had where these will do."""
    rules = (text.typography, text.no_full_stop, text.invisible_character)
    before = record(innovation="HERE").replace("'HERE'", f"{line}  # as found")
    after = record(innovation="HERE").replace("'HERE'", f"{expected}  # as found")
    assert mended(rules, before) == after


@pytest.mark.parametrize(
    "line", [">-\n    A “quote”,\n    on two lines", '"A “quote”,\n    on two lines"']
)
def test_text_of_several_lines(line: str) -> None:
    """A text that fills several lines is pointed at from its beginning, and can be mended."""
    before = record(innovation="HERE").replace("'HERE'", line)
    assert {found.location.line for found in findings(text.typography, before)} == {8}
    assert "“" not in mended((text.typography, text.no_full_stop), before)
