"""Each irregularity that lists of old have, one at a time."""

from collections.abc import Mapping

import pytest

from awesome_heads.importing.found import Found, FoundPaper
from awesome_heads.importing.readme import parse_readme
from awesome_heads.importing.readme.badges import read_badge
from awesome_heads.model import Vocabulary
from awesome_heads.upkeep.found import FoundDraft, draft_found
from tests.builders import a_vocabulary
from tests.importing.test_readme_round_trip import TODAY

VOCABULARIES: Mapping[str, Vocabulary] = {
    "tags": a_vocabulary(
        "tags",
        [{"name": "Lantern Head", "aliases": ["Lamp Head"]}, "S-Glow Head", "Associative Lamps"],
        singular="Head",
    ),
    "venues": a_vocabulary("venues", ["arXiv", {"name": "NeurIPS", "aliases": ["NIPS"]}, "Blog"]),
}
SHIELD = "https://img.shields.io/badge"
PAPER = f'<a href="https://arxiv.org/abs/2401.00001"><img src="{SHIELD}/arXiv-Paper-red"></a>'
BULLETS = "\u2022 One.<br>\n\u2022 Two.<br>\n\u2022 Three."


def read(text: str) -> Found:
    """What a README holds."""
    return parse_readme(text.encode(), VOCABULARIES)


def row(
    title: str = "Lamps",
    tags: str = f'<img src="{SHIELD}/Lantern_Head-blue">',
    links: str = PAPER,
    summary: str = BULLETS,
) -> str:
    """Two rows of an HTML table."""
    return f"""<tr>
<td rowspan="2">2024-01-02</td><td><strong>{title}</strong></td><td>{tags}</td><td>{links}</td>
</tr>
<tr><td colspan="3">{summary}</td></tr>
"""


HEAD = "<tr><td><b>Date</b></td><td><b>Paper & Summary</b></td><td>Tags</td><td>Links</td></tr>\n"


def table(*rows: str) -> str:
    """An HTML table."""
    return "\n".join(["<table>", HEAD, *rows, "</table>\n"])


def only(text: str) -> FoundPaper:
    """The one paper of a README."""
    (paper,) = read(text).papers
    return paper


def tags_of(paper: FoundPaper) -> list[str]:
    """The tags that the paper's record gets."""
    made = draft_found(paper, VOCABULARIES, (), TODAY)
    assert isinstance(made, FoundDraft)
    line = next(each for each in made.draft.text.splitlines() if each.startswith("tags:"))
    return line.removeprefix("tags: [").removesuffix("]").split(", ")


@pytest.mark.parametrize(
    ("path", "alt", "name"),
    [
        ("Lantern%20Head-blue", "", "Lantern Head"),
        ("Lantern_Head-blue", "Lantern Head Badge", "Lantern Head"),
        ("S--Glow_Head-blue", "", "S-Glow Head"),
        ("S_Glow_Head-blue", "S-Glow Head Badge", "S-Glow Head"),
        ("Snake__case-blue", "", "Snake_case"),
        ("lantern_head-blue", "Lantern Head Badge", "Lantern Head"),
        ("Lantern_Head-blue", "Compass Head Badge", "Lantern Head"),
        ("Lantern_Head-%2300ff00.svg", "", "Lantern Head"),
    ],
)
def test_badges(path: str, alt: str, name: str) -> None:
    """A badge's name is unescaped; its alternative text counts where it says the same."""
    badge = read_badge(f"{SHIELD}/{path}?style=flat", alt)
    assert badge is not None
    assert badge.name == name


def test_badges_in_a_query() -> None:
    """The old form of a badge's address is read too; other pictures are none."""
    badge = read_badge("https://img.shields.io/static/v1?label=arXiv&message=Paper", "")
    assert badge is not None
    assert (badge.label, badge.message) == ("arXiv", "Paper")
    assert read_badge("https://img.shields.io/github/stars/a/b", "") is None
    assert read_badge("https://example.org/badge/a-b", "") is None


@pytest.mark.parametrize("between", ["", " ", "\n        "])
def test_abutting_badges(between: str) -> None:
    """Badges are told apart whatever stands between them; aliases and missing words resolve."""
    names = ("Lamp_Head", "Lantern_Head", "S--Glow", "Associative_Lamps", "Own_Head")
    badges = between.join(f'<img src="{SHIELD}/{name}-blue">' for name in names)
    found = tags_of(only(table(row(tags=badges))))
    assert found == ["Lantern Head", "S-Glow Head", "Associative Lamps", "Own Head"]


def test_a_lone_opening_row() -> None:
    """A row that is opened twice is one row."""
    found = read(table(row("One"), "<tr>", row("Two", links=PAPER.replace("0001", "0002"))))
    assert [paper.title for paper in found.papers] == ["One", "Two"]
    assert all(len(paper.summary) == 3 for paper in found.papers)


def test_a_blank_line_in_a_table() -> None:
    """A table goes on behind a blank line, however far its tags are indented."""
    assert [each.title for each in read(table(row("One"), "\n      " + row("Two"))).papers] == [
        "One",
        "Two",
    ]


def test_a_summary_with_all_faults() -> None:
    """Hard line ends, raw signs, tags inside and blanks before a break do no harm."""
    lines = (
        "\u2022 A <strong>lamp</strong>\n is lit. <br>\u2022 x<5% and < 6%<br>"
        "\u2022 It's \u201cso\u201d. "
    )
    summary = only(table(row(summary=lines))).summary
    assert summary == {
        "innovation": "A **lamp** is lit.",
        "tasks": "x<5% and < 6%",
        "result": "It's \u201cso\u201d.",
    }


@pytest.mark.parametrize(
    ("path", "url", "kind", "venue"),
    [
        ("ICLR-Poster-red", "https://openreview.net/forum?id=Ab1", "paper", "ICLR"),
        ("Blog-Post-black", "https://posts.example/1", "paper", "Blog"),
        ("NIPS-Paper-red", "https://arxiv.org/abs/2401.00001", "paper", "NeurIPS"),
        ("arXiv-2401.00001-red", "https://arxiv.org/abs/2401.00001", "paper", "arXiv"),
    ],
)
def test_badges_of_the_work(path: str, url: str, kind: str, venue: str) -> None:
    """A poster's badge, a post's and a misspelt venue's lead to the work itself."""
    paper = only(table(row(links=f'<a href="{url}"><img src="{SHIELD}/{path}" alt="Badge"></a>')))
    assert paper.links[kind] == (url,)
    assert paper.venue == venue


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("GitHub-Code", "code"),
        ("GitHub-Data", "data"),
        ("Git-Page", "project"),
        ("Demo-View", "demo"),
    ],
)
def test_badges_beside_the_work(path: str, kind: str) -> None:
    """What a link leads to is what its badge says, not what its alternative text says."""
    link = f'<a href="https://a.example/"><img src="{SHIELD}/{path}-red" alt="Paper Badge"></a>'
    assert only(table(row(links=f"{PAPER} {link}"))).links[kind] == ("https://a.example/",)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (
            "https://openreview.net/forum?id=Ab1&noteId=Cd2",
            "https://openreview.net/forum?id=Ab1",
        ),
        ("https://www.arxiv.org/abs/2401.00001v2", "https://arxiv.org/abs/2401.00001"),
        ("http://arxiv.org/pdf/2401.00001.pdf", "https://arxiv.org/abs/2401.00001"),
    ],
)
def test_addresses(url: str, kept: str) -> None:
    """Stray parameters, mirrors and versions are dropped."""
    assert only(table(row(links=f'<a href="{url}">Paper</a>'))).links["paper"] == (kept,)


@pytest.mark.parametrize(
    "comment",
    [
        f"<!--\n{row('Hidden')}-->",
        f"<!--\n{row('Hidden').replace('</tr>', '</tr>' + chr(10))}\n-->",
        "<!-- <tr><td>2024</td></tr> -->",
    ],
)
def test_comments(comment: str) -> None:
    """A row in a comment is no row, not even where the comment has blank lines in it."""
    found = read(table(row("One"), comment, row("Two", links=PAPER.replace("0001", "0002"))))
    assert [paper.title for paper in found.papers] == ["One", "Two"]


def test_a_byte_order_mark_and_line_ends() -> None:
    """A byte order mark and line ends of Windows change nothing."""
    text = f"# Lamps\n\n{table(row())}"
    marked = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert parse_readme(marked, VOCABULARIES).papers[0].title == read(text).papers[0].title


def test_another_encoding() -> None:
    """What is no UTF-8 is read as what Windows wrote."""
    assert parse_readme(table(row("Caf\xe9")).encode("cp1252"), VOCABULARIES).papers[0].title == (
        "Caf\xe9"
    )


def test_lines() -> None:
    """A row is told by the line at which it stands."""
    text = f"# Lamps\n\n- [One](https://arxiv.org/abs/2401.00001)\n\n{table(row('Two'))}"
    one, two = read(text).papers
    lines = text.split("\n")
    assert "One" in lines[one.line - 1]
    assert lines[two.line - 1] == "<tr>"
    assert "Two" in lines[two.line]


def test_what_is_no_row() -> None:
    """Prose, contents, badges of the head, fences and comments are passed over in silence."""
    found = read(f"""# Lamps
[![arXiv]({SHIELD}/arXiv-Paper-red)](https://arxiv.org/abs/2401.00001)

See [a paper](https://arxiv.org/abs/2401.00002).

- [Papers](#papers)
- [Star](https://github.com/example/list)

```text
- [In a fence](https://arxiv.org/abs/2401.00003)
```
""")
    assert found == Found(())


@pytest.mark.parametrize(
    "place",
    ["## News\n\n", "## How to contribute\n\n", "<h2>Updates</h2>\n\n", "> [!NOTE]\n> "],
)
def test_what_is_told_beside_the_rows(place: str) -> None:
    """An item that links a paper where no rows stand is told, not taken."""
    found = read(f"{place}- [Our survey](https://arxiv.org/abs/2401.00001)\n")
    assert not found.papers
    assert [(each.line, each.text) for each in found.aside] == [
        (place.count("\n") + 1, "Our survey")
    ]


def test_a_table_of_something_else() -> None:
    """Rows of a table without titles are told where they link a paper."""
    found = read("| Size | Data |\n|---|---|\n| 5 | [rows](https://arxiv.org/abs/2401.00001) |\n")
    assert not found.papers
    assert [each.line for each in found.aside] == [3]


def test_headings_tell_year_and_tag() -> None:
    """Where a row has no date or tag of its own, those of the headings above it count."""
    paper = only(
        "## 2023\n\n### Lamp Head\n\n- [A Lamp](https://arxiv.org/pdf/cs/0101001) [[pdf]](x)\n"
    )
    assert str(paper.date) == "2023"
    assert tags_of(paper) == ["Lantern Head"]
