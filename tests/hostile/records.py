"""Records that no well-meaning person writes: small ones from files, large ones made here."""

from collections.abc import Iterator
from typing import NamedTuple

from tests.lists import REPOSITORY, record

CORPUS = REPOSITORY / "tests/data/hostile"
_LONGEST = 5_000


class Bad(NamedTuple):
    """A record that is refused.

    Attributes:
        name: What is wrong with it, and the file's name.
        data: Its bytes.
        rule: The rule that speaks.
        line: The line that is named.
    """

    name: str
    data: bytes
    rule: str
    line: int


def refused() -> list[Bad]:
    """Every record that is refused."""
    return [*_kept(), *_large()]


def _kept() -> Iterator[Bad]:
    """Those of `tests/data/hostile/`, whose `expected.txt` says `FILE:LINE: RULE`."""
    for line in (CORPUS / "expected.txt").read_text("utf-8").splitlines():
        name, number, rule = line.split(":")
        data = (CORPUS / "records" / name).read_bytes()
        yield Bad(name.removesuffix(".yaml"), data, rule.strip(), int(number))


def _large() -> Iterator[Bad]:
    yield Bad("deep-brackets", b"title: " + b"[" * 60_000, "too-deep", 1)
    yield Bad("deep-braces", b"title: " + b"{a: " * 15_000, "too-deep", 1)
    yield Bad("deep-dashes", b"- " * 30_000, "too-deep", 1)
    yield Bad("deep-questions", b"? " * 30_000, "yaml-syntax", 1)
    blocks = b"".join(b" " * depth + b"a:\n" for depth in range(300))
    yield Bad("deep-blocks", blocks, "too-deep", 13)
    yield Bad("ten-megabytes", b"title: " + b"x" * 10_000_000, "too-large", 1)
    yield Bad("million-letters", b"title: " + b"x" * 1_000_000, "too-large", 1)
    yield Bad("sixty-thousand-letters", _with("title", "x" * 60_000), "too-large", 12)
    yield Bad("only-letters", b"x" * 60_000, "too-large", 1)
    yield Bad("long-name-of-a-field", b"? '" + b"k" * 50_000 + b"'\n: v\n", "too-large", 1)
    yield Bad("hundred-thousand-tags", _with("tags", _listed("t", 100_000)), "too-large", 1)
    yield Bad("seven-thousand-tags", _with("tags", _listed("t", 7_000)), "unknown-term", 12)
    other_case = ", ".join(["early reader"] * 4_000)
    yield Bad("tags-in-other-case", _with("tags", f"[{other_case}]"), "unknown-term", 12)
    yield Bad("thousands-of-authors", _with("authors", _listed("A", 6_000)), "invalid-value", 12)
    fields = "".join(f"f{number}:\n" for number in range(7_000))
    yield Bad("thousands-of-fields", _BASE.encode() + fields.encode(), "unknown-field", 13)
    yield Bad("comments", b"# \n" * 20_000, "empty-file", 1)
    yield Bad("zeros", bytes(60_000), "yaml-syntax", 1)
    yield Bad("long-date", _with("date", "9" * 4_000), "bad-date", 12)


_BASE = record(7, "2024-02-02")


def _listed(letter: str, number: int) -> str:
    return f"[{', '.join(f'{letter}{each}' for each in range(number))}]"


def _with(field: str, value: str) -> bytes:
    """The record with a field in its last line."""
    kept = [line for line in _BASE.splitlines() if not line.startswith(f"{field}:")]
    return "\n".join([*kept, f"{field}: {value}", ""]).encode()


# What is slow to read in one way or another, repeated until a text is as long as it may be.
_MARKS = (
    *("*", "*a ", "**a ", "_", "[", "[a](", "[a](b)", "![", "`", "<", "<!--", "&#", "&amp;"),
    *("$a_", "{", "\\", "\\a{", "|", "<https://a.example/", "https://a.example/ ", "a@b.c "),
    *(":a:", ".", "--", "e. ", "w", "AB", "A and ", ", "),
)


def built() -> list[tuple[str, str]]:
    """Records that are built, by name: texts that are long, and lists that are."""
    texts = [(mark * _LONGEST)[: _LONGEST - 9] for mark in _MARKS]
    long = [(f"long-{number}", _everywhere(number, text)) for number, text in enumerate(texts)]
    reasons = ", ".join(f"rule-{number}: None" for number in range(3_000))
    alias = ", ".join(["Night Reader"] * 4_000)
    return [
        *long,
        ("tags-by-alias", _with("tags", f"[{alias}]").decode()),
        ("former-ids", _with("former_ids", _listed("was-", 3_000)).decode()),
        ("former-titles", _with("former_titles", _listed("Said ", 3_000)).decode()),
        ("ignored", _with("ignore", f"{{{reasons}}}").decode()),
    ]


def _everywhere(number: int, text: str) -> str:
    """A record with a text as its title and author and in its summary."""
    quoted = "'" + text.replace("'", "''") + f" {number}'"
    plain = record(number, "2024-02-02").splitlines()
    changes = {
        "title": quoted,
        "authors": f"[{quoted}]",
        "  innovation": quoted,
        "  tasks": quoted,
        "  result": quoted,
    }
    return "\n".join(
        f"{name}: {changes[name]}" if (name := line.partition(":")[0]) in changes else line
        for line in plain
    )
