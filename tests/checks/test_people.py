"""Rules about authors."""

import pytest

from awesome_heads.checks import Rule, people
from tests.checks.one_rule import findings, marked, record


def by(*authors: str) -> str:
    """A record of these authors."""
    return record(extra=["authors:", *(f'  - "{name}"' for name in authors)])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("et al.", "et al."),
        ("Ada Example et al", "et al"),
        ("others", "others"),
        ("Ada Example and others", "and others"),
        ("Ada Example, ...", "..."),
        ("Bo Sample 2", "2"),
        ("Bo Sample1,2", "1,2"),
        ("Bo Sample\u00b9", "\u00b9"),
        ("Bo Sample*", "*"),
        ("17", "17"),
        ("Alba Esther Others", None),
        ("Etta Alba", None),
        ("01.Example", None),
        ("4Example Team", None),
        ("Bo Sample III", None),
        ("Ada Example <ada2@example.org>", None),
    ],
)
def test_not_a_name(name: str, expected: str | None) -> None:
    """Words for further people and marks of footnotes are found, names that hold them are not."""
    assert marked(people.not_a_name, by(name)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Example, Ada", "write `Ada Example`"),
        ("van der Sample, Bo", "write `Bo van der Sample`"),
        ("Ada Example and Bo Sample", "write a line each: `Ada Example` and `Bo Sample`"),
        ("Ada Example; Bo Sample", "write a line each: `Ada Example` and `Bo Sample`"),
        ("Ada Example & Bo Sample", "write a line each: `Ada Example` and `Bo Sample`"),
        (
            "Ada Example, Bo Sample, Cleo Specimen",
            "write a line each: `Ada Example`, `Bo Sample` and `Cleo Specimen`",
        ),
        (
            "Ada Example, Bo Sample",
            "write `Ada Example` and `Bo Sample` a line each, or the given name first",
        ),
        ("ada example", "write it as the paper has it, such as `Ada Example`"),
        ("ADA EXAMPLE", "write it as the paper has it, such as `Ada Example`"),
        ("\u00c9VA M. EXAMPLE", "write it as the paper has it, such as `\u00c9va M. Example`"),
        ("Ada Example <ada@example.org>", "write `Ada Example`"),
        ("Ada Example (ada@example.org)", "write `Ada Example`"),
        ("ada@example.org", "write the author's name"),
    ],
)
def test_odd_names(name: str, hint: str) -> None:
    """A name that citations would take apart wrongly is found, with what to write instead."""
    assert [each.hint for each in findings(people.author_name, by(name))] == [hint]


@pytest.mark.parametrize(
    "name",
    [
        "Ada Example",
        "Ada B. Example-Sample",
        "Bo Sample, Jr.",
        "Bo Sample, III",
        "AJ Example",
        "J K",
        "Ada de la O'Example",
        "Anderson Brand",
        "lanternist",
        "EXAMPLELAB",
        "Institute of Examples and Samples",
        "Example, Inc.",
        "\u674e\u660e",
        "\u674e \u660e",
        "et al.",
    ],
)
def test_plain_names(name: str) -> None:
    """Initials, suffixes, hyphens, pen names, institutes and other scripts are left alone."""
    assert findings(people.author_name, by(name)) == []


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("Ada Example", "Bo Sample", "ada  example"), ['"ada  example"']),
        (("Zo\u00eb Example", "Zoe Example"), ['"Zoe Example"']),
        (("Ada B Example", "Ada B. Example"), ['"Ada B. Example"']),
        (("Ada-Bo Example", "Ada Bo Example"), ['"Ada Bo Example"']),
        (("Ada Example", "Ada Example", "Ada Example"), ['"Ada Example"'] * 2),
        (("Ada Example", "Ada B. Example"), []),
        (("Ada Example", "Ida Example"), []),
        (("\u304b\u304d", "\u304c\u304d"), []),
    ],
)
def test_author_twice(authors: tuple[str, ...], expected: list[str]) -> None:
    """A name that comes again is found, however it is accented, dotted or hyphenated."""
    assert marked(people.author_twice, by(*authors)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Zo\u00eb Example", "Zoe Example", ['"Zoe Example"']),
        ("Zoe Example", "Zo\u00eb Example", ['"Zoe Example"']),
        ("Ada B. Example", "Ada B Example", ['"Ada B Example"']),
        ("Ada-Bo Example", "Ada Bo Example", ['"Ada Bo Example"']),
        ("Ada-Bo Example", "Adabo Example", ['"Adabo Example"']),
        ("Ada O'Example", "Ada O\u2019Example", ['"Ada O\'Example"']),
        ("Ada Example", "Ada Example", []),
        ("Ada Example", "A. Example", []),
        ("Ada Bo Example", "Adabo Example", []),
        ("\u0930\u093e", "\u0930\u0940", []),
    ],
)
def test_author_spelling(first: str, second: str, expected: list[str]) -> None:
    """One person's two spellings are found; of equals, the one without accents is doubted."""
    assert marked(people.author_spelling, by(first), by(second)) == expected


def test_rarer_spelling_is_doubted() -> None:
    """The spelling that fewer records use is reported, in each of them."""
    records = [by("Zo\u00eb Example"), by("Zoe Example"), by("Zoe Example")]
    found = findings(people.author_spelling, *records)
    assert [(each.location.path, each.message) for each in found] == [
        (
            "papers/2024/paper-1.yaml",
            "`Zo\u00eb Example` is probably `Zoe Example` of papers/2024/paper-2.yaml",
        )
    ]


@pytest.mark.parametrize("rule", people.RULES)
def test_authors_may_be_unknown(rule: Rule) -> None:
    """A record without authors has nothing wrong with them."""
    assert findings(rule, record()) == []
